/** Lists of articles: section pages, home pages, search results. */

import { isHome } from '../fields/canonical.ts';
import type { DomElement } from '../html/dom.ts';
import { absoluteUrl, type Page } from '../page/page.ts';
import { comparable, foldSpace } from '../text.ts';
import type { Evidence } from './evidence.ts';
import { INLINE, isFurniture, isLikeHeadline, type PageSigns } from './signs.ts';

/** Linked headlines that make a list; those under a heading of a word or two, as topics have. */
const LEAST_CARDS = 6;
const LEAST_CARDS_OF_TOPIC = 4;
const MOST_CARDS = 200;
/** Characters of a card: a headline, a summary, a date. */
const LONGEST_CARD = 800;
/** Share of the text that stands in cards; characters of the page's paragraphs that do not: a section's introduction. */
const MOSTLY = 0.6;
const INTRODUCTION = 250;
/** The share where no headline is a heading: articles have such lines of links as well. */
const MOSTLY_LINES = 0.8;
/** Share of a home page's text that is links, from which on its headlines are what it is for. */
const HOME_LINKS = 0.4;
/** Lines of the text that are headlines of cards. */
const LEAST_LINES = 4;

/**
 * The evidence that a page only lists articles: what would be stored of it stands in the boxes of linked headlines.
 * Null where it is none, and for pages that say that they are an article, unless they are a home page.
 * @param boxes what `boxesOf` found
 * @param text what would be stored
 * @param fresh gives the page as it was parsed; asked for only where the text stands in the boxes
 */
export function hubEvidence(
  { page, evidence, headline }: PageSigns,
  boxes: readonly Box[],
  text: string,
  fresh: () => Page,
): string | null {
  const home = isHome(new URL(page.url));
  const isTopic = headline === null;
  if (boxes.length < (isTopic ? LEAST_CARDS_OF_TOPIC : LEAST_CARDS)) return null;
  const cards = boxes.map((box) => ({
    ...box,
    headline: comparable(box.headline),
    text: comparable(box.text),
  }));
  const linkShare = page.textLength === 0 ? 0 : page.linkTextLength / page.textLength;
  const list = `${cards.length} headlines on it are links, and ${Math.round(linkShare * 100)} % of its text is link text.`;
  const areHeadings = boxes.every(({ isHeading }) => isHeading);
  if (
    areHeadings &&
    evidence !== 'weak' &&
    cards.length >= 10 &&
    linkShare > 0.5 &&
    text.length < (home ? 1200 : 500)
  )
    return list;
  // However much text its teasers have.
  if (home && areHeadings && cards.length >= 10 && linkShare > HOME_LINKS) return list;
  const headlines = new Set(cards.map(({ headline }) => headline));
  let all = 0;
  let inCards = 0;
  let lines = 0;
  for (const line of text.split('\n')) {
    const key = comparable(line);
    if (key === '') continue;
    all += key.length;
    if (headlines.has(key)) lines++;
    if (headlines.has(key) || cards.some((card) => card.text.includes(key))) inCards += key.length;
    else inCards += heldBy(key, cards);
  }
  if (all === 0) return home && areHeadings ? list : null;
  const isInCards =
    inCards >= (areHeadings || isTopic ? MOSTLY : MOSTLY_LINES) * all &&
    (isTopic || lines >= LEAST_LINES || inCards >= 0.9 * all);
  return isInCards && proseOutside(cards, fresh()) < INTRODUCTION
    ? `${list} ${Math.round((100 * inCards) / all)} % of what could be its text stands with those headlines.`
    : null;
}

/** Characters of the cards that a line is made of, where inline elements are the boxes. */
function heldBy(line: string, cards: readonly Box[]): number {
  let length = 0;
  for (const { text } of cards) if (text.length >= LEAST_LINE && line.includes(text)) length += text.length;
  return Math.min(length, line.length);
}

/** Characters of paragraphs that stand in no card; counted until they are more than an introduction. */
function proseOutside(cards: readonly Box[], page: Page): number {
  let total = 0;
  for (const element of page.elements) {
    if (total >= INTRODUCTION) break;
    if (element.localName !== 'p' || isFurniture(element)) continue;
    const text = foldSpace((element.textContent ?? '').slice(0, 4000));
    const key = comparable(text);
    if (!cards.some((card) => card.text.includes(key))) total += text.length;
  }
  return total;
}

/** A linked headline and all that stands with it. */
export interface Box {
  readonly element: DomElement;
  readonly headline: string;
  readonly text: string;
  /** Its headline is a heading; else a line that is a link. */
  readonly isHeading: boolean;
}

/**
 * Headings that lead to other pages, else lines that do, each with the largest box that holds no other one; none where the page says that it
 * is an article and is no home page.
 * @param page as it was parsed: read before the search for the body takes things out of it
 */
export function boxesOf(page: Page, evidence: Evidence): readonly Box[] {
  if (evidence === 'stated' && !isHome(new URL(page.url))) return [];
  const linked: DomElement[] = [];
  for (const element of page.elements) {
    if (linked.length >= MOST_CARDS) break;
    if (/^h[1-5]$/.test(element.localName) && leadsElsewhere(element, page) && !isFurniture(element))
      linked.push(element);
  }
  const lines = linked.length >= LEAST_CARDS ? [] : linkedLines(page);
  const isHeading = lines.length <= linked.length;
  const found = isHeading ? linked : lines;
  if (found.length < LEAST_CARDS_OF_TOPIC) return [];
  const held = new Map<DomElement, number>();
  for (const heading of found)
    for (let at: DomElement | null = heading; at !== null; at = at.parentElement)
      held.set(at, (held.get(at) ?? 0) + 1);
  return found.map((heading) => {
    let box = heading;
    const longest = isHeading ? LONGEST_CARD : LONGEST_LINE;
    for (let level = 0; level < 8; level++) {
      const above: DomElement | null = box.parentElement;
      if (above === null || held.get(above) !== 1 || (above.textContent ?? '').length > longest) break;
      box = above;
    }
    return { element: box, headline: heading.textContent ?? '', text: box.textContent ?? '', isHeading };
  });
}

/** Characters of a line that is a link: a headline, with its summary where both are one; and of what else stands in its line. */
const LEAST_LINE = 15;
const LONGEST_LINE = 300;
const BESIDE = 40;

/** Links that are looked at, and characters of their blocks: nested blocks hold the same text again and again. */
const MOST_LINKS = 2000;
const MOST_TEXT = 500_000;

/** Links as long as headlines that are their line, but for a date or a section; or one of several that are all of their block. */
function linkedLines(page: Page): readonly DomElement[] {
  const lines: DomElement[] = [];
  const rests = new Map<DomElement, number>();
  let looked = 0;
  let characters = 0;
  for (const element of page.elements) {
    if (lines.length >= MOST_CARDS || looked >= MOST_LINKS || characters >= MOST_TEXT) break;
    if (element.localName !== 'a') continue;
    looked++;
    const text = foldSpace((element.textContent ?? '').slice(0, 2 * LONGEST_LINE));
    if (text.length < LEAST_LINE || text.length > LONGEST_LINE || !isLikeHeadline(text)) continue;
    const block = blockOf(element);
    if (block === null) continue;
    let rest = rests.get(block);
    if (rest === undefined) {
      const all = block.textContent ?? '';
      characters += all.length;
      rest = foldSpace(all).length - linkedIn(block);
      rests.set(block, rest);
    }
    if (rest <= BESIDE && leadsElsewhere(element, page) && !isFurniture(element)) lines.push(element);
  }
  return lines;
}

function blockOf(element: DomElement): DomElement | null {
  let at = element.parentElement;
  while (at !== null && INLINE.test(at.localName)) at = at.parentElement;
  return at;
}

function linkedIn(block: DomElement): number {
  let length = 0;
  for (const link of block.getElementsByTagName('a')) length += foldSpace(link.textContent ?? '').length;
  return length;
}

function leadsElsewhere(heading: DomElement, page: Page): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const url = absoluteUrl(link?.getAttribute('href'), page.baseUrl);
  return url !== null && url.replace(/[#?].*$/, '') !== page.url.replace(/[#?].*$/, '');
}
