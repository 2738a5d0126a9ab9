/**
 * The paragraphs under the headline that Readability leaves behind, because they stand in a box of their own before the
 * one that has the body, and that nothing names: no meta element repeats them, no class name says lead. English
 * newsrooms set nothing there but a second headline, and captions.
 */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { comparable, foldSpace, weight } from '../text.ts';
import { SENTENCE_END } from './cleaning.ts';
import { BLOCK_ELEMENTS } from './elements.ts';
import { type Mark, marksOf } from './marks.ts';
import { wordingsOf } from './wording.ts';

const LEAST = 80;
const LONGEST = 1200;
/** More of them before the body are another part of the page: teasers, a notice. */
const MOST = 3;
/** Elements behind the headline among which they are looked for. */
const WITHIN = 250;
const LINKED = 0.3;
const ELSEWHERE = new Set([
  'a',
  'aside',
  'nav',
  'footer',
  'form',
  'figure',
  'figcaption',
  'dialog',
  'li',
  'table',
  'blockquote',
]);
/** Names of boxes that lie over the page, and that come up when something is pointed at or clicked. */
const OVER_THE_PAGE = /modal|pop-?up|popover|tool-?tip|overlay|lightbox|layer|notif|toast|snackbar/i;
/** Marks that such a paragraph has none of, on itself or around it. */
const NOT_THEIRS = new Set<Mark>([
  'related',
  'newsletter',
  'comments',
  'advert',
  'navigation',
  'bio',
  'byline',
  'caption',
  'credit',
  'share',
  'account',
  'legal',
  'tags',
  'contents',
]);

/**
 * The first paragraphs of running text behind the headline, in their order. Read before the page is prepared.
 * @param title the page's headline
 * @param least weight from which on a paragraph under a headline is no second headline
 */
export function noteOpening(page: Page, title: string, least: number): readonly string[] {
  const firsts = page.headings.filter((heading) => heading.localName === 'h1');
  const key = comparable(title);
  const headline = firsts.find((heading) => comparable(heading.textContent ?? '') === key) ?? firsts[0];
  if (headline === undefined) return [];
  const from = page.elements.indexOf(headline) + 1;
  const noted: string[] = [];
  for (const element of page.elements.slice(from, from + WITHIN)) {
    const text = paragraphText(element, Math.max(LEAST, least));
    if (text !== null) noted.push(text);
    if (noted.length > MOST) break;
  }
  return noted;
}

/** Those of them that stand before the body and are not in it; none where they do not lead to it. */
export function openingBefore(noted: readonly string[], root: DomElement): readonly string[] {
  if (noted.length === 0) return [];
  const body = comparable(root.textContent ?? '');
  const first = noted.findIndex((text) => body.includes(comparable(text).slice(0, 80)));
  return first < 0 ? [] : noted.slice(0, first);
}

/** The text of a paragraph of prose; null for anything else. */
function paragraphText(element: DomElement, least: number): string | null {
  const name = element.localName;
  if (name !== 'p' && name !== 'div') return null;
  for (const child of element.children) if (BLOCK_ELEMENTS.has(child.localName)) return null;
  const raw = element.textContent ?? '';
  if (raw.length < least / 3 || raw.length > 2 * LONGEST) return null;
  const text = foldSpace(raw);
  const size = weight(text);
  if (size < least || size > LONGEST || !SENTENCE_END.test(text)) return null;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += (link.textContent ?? '').length;
  if (linked > LINKED * raw.length || isElsewhere(element)) return null;
  return wordingsOf(text).some(({ how }) => how !== 'opens') ? null : text;
}

function isElsewhere(element: DomElement): boolean {
  for (let at: DomElement | null = element; at !== null && at.localName !== 'body'; at = at.parentElement) {
    if (ELSEWHERE.has(at.localName)) return true;
    if (at.localName === 'article' || at.localName === 'main') return false;
    if (OVER_THE_PAGE.test(at.className)) return true;
    if (marksOf(at).some((mark) => NOT_THEIRS.has(mark))) return true;
  }
  return false;
}
