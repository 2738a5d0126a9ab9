/**
 * Drops rows of teasers behind the article: boxes of one kind, each a headline that leads to another page of the site
 * and a few words at most. Boxes with pictures are taken out before; these have none.
 */
import { getDomain } from 'tldts';
import type { DomElement } from '../html/dom.ts';
import { shortText } from '../short-text.ts';
import { foldSpace, weight } from '../text.ts';
import type { CleanContext, Drop, Seen } from './cleaning.ts';

const LEAST_BOXES = 3;
const LONGEST_BOX = 450;
const LEAST_HEADLINE = 12;
/** How far above its headline a box may be. */
const LEVELS = 7;
/** Weight of the running text before the first box: what follows so much is not what the page is for. */
const ARTICLE = 500;
/** Share of all running text that may stand behind the first box and in none. */
const AFTER = 0.05;

export function dropTeasers(
  seen: readonly Seen[],
  root: DomElement | null,
  context: CleanContext,
  drop: Drop,
): void {
  if (root === null) return;
  const rows = rowsOf(root, context);
  if (rows.length === 0) return;
  const boxed = seen.map(({ block: { container } }) => container !== null && isIn(container, rows));
  const first = boxed.indexOf(true);
  if (first < 0) return;
  let before = 0;
  let after = 0;
  for (const [i, item] of seen.entries()) {
    if (!item.prose || item.reason !== null || boxed[i] === true) continue;
    if (i < first) before += item.weight;
    else after += item.weight;
  }
  if (before < ARTICLE || after > AFTER * before) return;
  for (const [i, item] of seen.entries())
    if (boxed[i] === true) drop(item, 'related', 'stands in a row of teasers');
}

/** The boxes of all rows; a row is three boxes and more of one kind under one parent, each with a target of its own. */
function rowsOf(root: DomElement, context: CleanContext): readonly ReadonlySet<DomElement>[] {
  const here = URL.parse(context.baseUrl);
  const site = getDomain(here?.hostname ?? '');
  const kinds = new Map<DomElement, Map<string, Map<DomElement, string>>>();
  for (const link of root.getElementsByTagName('a')) {
    if (!standsAlone(link)) continue;
    const target = URL.parse(link.getAttribute('href') ?? '', context.baseUrl);
    if (target === null || getDomain(target.hostname) !== site || target.pathname === here?.pathname)
      continue;
    let at: DomElement | null = link;
    for (let level = 0; at !== null && at !== root && level < LEVELS; level++) {
      const parent: DomElement | null = at.parentElement;
      if (parent === null || shortText(at, 5 * LONGEST_BOX) === null) break;
      const kind = kindOf(at);
      const byKind = kinds.get(parent) ?? new Map<string, Map<DomElement, string>>();
      kinds.set(parent, byKind);
      const boxes = byKind.get(kind) ?? new Map<DomElement, string>();
      byKind.set(kind, boxes);
      if (!boxes.has(at)) boxes.set(at, target.href);
      at = parent;
    }
  }
  const rows: ReadonlySet<DomElement>[] = [];
  for (const byKind of kinds.values())
    for (const boxes of byKind.values())
      if (boxes.size >= LEAST_BOXES && isRow(boxes)) rows.push(new Set(boxes.keys()));
  return rows;
}

/** What the boxes of one row are told apart by. */
const PLACE = /(?:^|[-_])(?:odd|even|first|last)$/;

/** Name and classes, without what tells a box's place in its row. */
function kindOf(element: DomElement): string {
  const names = element.className
    .split(/\s+/, 20)
    .map((name) => name.replace(/[-_]?\d+$/, ''))
    .filter((name) => name !== '' && !PLACE.test(name));
  return `${element.localName}.${[...new Set(names)].join('.')}`;
}

/** Characters that the indents of markup around a line may have. */
const INDENTS = 2000;

/** A link that is a line of its own, or that lies over its box without a word. */
function standsAlone(link: DomElement): boolean {
  const text = (link.textContent ?? '').trim();
  if (text.length === 0) return true;
  if (text.length < LEAST_HEADLINE) return false;
  const { parentElement } = link;
  if (parentElement === null) return true;
  const around = shortText(parentElement, 4 * text.length + INDENTS);
  return around !== null && text.length >= 0.8 * around.trim().length;
}

function isRow(boxes: ReadonlyMap<DomElement, string>): boolean {
  if (new Set(boxes.values()).size < boxes.size) return false;
  for (const box of boxes.keys()) {
    const size = weight(foldSpace(box.textContent ?? ''));
    if (size < LEAST_HEADLINE || size > LONGEST_BOX) return false;
  }
  return true;
}

function isIn(element: DomElement, rows: readonly ReadonlySet<DomElement>[]): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement)
    for (const boxes of rows) if (boxes.has(at)) return true;
  return false;
}
