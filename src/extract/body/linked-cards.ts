/** Drops single cards between paragraphs: a headline that leads to another page of the site, in a box of its own. */
import type { DomElement } from '../html/dom.ts';
import { type CleanContext, type Drop, leadsAway, type Seen } from './cleaning.ts';

/** More linked headings in boxes than these are what the article lists. */
const MOST_CARDS = 2;
/** Lines that a card has beside its headline, and their weight together. */
const MOST_LINES = 2;
const LONGEST_LINES = 200;
const LINKED = 0.85;
/** How far above its headline a card may be, and how many blocks of it, dropped ones among them, are looked at. */
const LEVELS = 8;
const MOST_BLOCKS = 60;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|pdf)$/i;

/**
 * A heading that is one link stands in a box that holds no running text: with a picture, as one link around all of
 * it, or between paragraphs that have no such boxes. Headings of the text are in no box, or lead to themselves.
 */
export function dropLinkedCards(
  seen: readonly Seen[],
  root: DomElement | null,
  context: CleanContext,
  drop: Drop,
): void {
  if (root === null) return;
  const first = seen.findIndex((item) => item.prose && item.reason === null);
  const last = seen.findLastIndex((item) => item.prose && item.reason === null);
  const cards: Seen[][] = [];
  for (let i = first + 1; first >= 0 && i < last; i++) {
    const item = seen[i];
    if (item === undefined || item.reason !== null || !isLinkedHeading(item, context)) continue;
    const card = cardAround(seen, i, root);
    if (card === null) continue;
    cards.push(card);
    if (cards.length > MOST_CARDS) return;
  }
  for (const card of cards)
    for (const item of card) drop(item, 'related', 'a card that leads to another page of the site');
}

function isLinkedHeading(item: Seen, context: CleanContext): boolean {
  if (item.block.kind !== 'heading' || item.linkShare < LINKED || item.block.links > 1) return false;
  const { container } = item.block;
  const link = container?.closest('a') ?? container?.querySelector('a') ?? null;
  const target = URL.parse(link?.getAttribute('href') ?? '', context.baseUrl);
  const here = URL.parse(context.baseUrl);
  if (target === null || here === null || target.hash !== '' || PICTURE_FILE.test(target.pathname))
    return false;
  const isOther =
    target.pathname !== here.pathname ||
    (target.search !== here.search && target.search !== '' && here.search !== '');
  return isOther && !leadsAway(item, context);
}

/** What is kept of the box around a heading, where the box is a card; null where it is none. */
function cardAround(seen: readonly Seen[], at: number, root: DomElement): Seen[] | null {
  const item = seen[at];
  const own = item?.block.container ?? null;
  if (item === undefined || own === null) return null;
  let from = at;
  let to = at;
  let box: DomElement = own;
  let parent = own.parentElement;
  for (let level = 0; parent !== null && parent !== root && level < LEVELS; level++) {
    const above = nextKept(seen, at, -1, parent);
    const below = nextKept(seen, at, 1, parent);
    if (!isSmall(seen, above, below, item)) break;
    box = parent;
    from = above;
    to = below;
    parent = parent.parentElement;
  }
  if (box === own) return null;
  const card = seen.slice(from, to + 1).filter((one) => one.reason === null);
  const isPictured = box.querySelector('img, picture') !== null;
  return isPictured || own.closest('a') !== null || isAlone(seen, from, to, box) ? card : null;
}

/** How far, from a place on, what is kept stands in a box. */
function nextKept(seen: readonly Seen[], at: number, step: 1 | -1, box: DomElement): number {
  let end = at;
  for (let i = at + step; i >= 0 && i < seen.length && Math.abs(i - at) <= MOST_BLOCKS; i += step) {
    const container = seen[i]?.block.container ?? null;
    if (container === null || !box.contains(container)) break;
    if (seen[i]?.reason === null) end = i;
    if (Math.abs(end - at) > 2 * MOST_LINES) break;
  }
  return end;
}

/** Whether what is kept between two places is a headline and a few short lines. */
function isSmall(seen: readonly Seen[], from: number, to: number, headline: Seen): boolean {
  let lines = 0;
  let weight = 0;
  for (const item of seen.slice(from, to + 1)) {
    if (item === headline || item.reason !== null) continue;
    if (item.prose || item.block.kind !== 'paragraph' || ++lines > MOST_LINES) return false;
    weight += item.weight;
  }
  return weight <= LONGEST_LINES;
}

/** Whether what is kept above and below a box, a paragraph at least, stands beside it and in no box as it does. */
function isAlone(seen: readonly Seen[], from: number, to: number, box: DomElement): boolean {
  const outer = box.parentElement;
  const isBeside = (item: Seen | undefined): boolean => {
    const container = item?.block.container ?? null;
    return container !== null && (container === outer || container.parentElement === outer);
  };
  const above = seen.slice(0, from).findLast((item) => item.reason === null);
  const below = seen.slice(to + 1).find((item) => item.reason === null);
  return isBeside(above) && isBeside(below) && (above?.prose === true || below?.prose === true);
}
