/**
 * Puts back what Readability takes out of the middle of an article: paragraphs that carry the same
 * names as those it keeps, in boxes of their own that have one link too many for it.
 */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { weight } from '../text.ts';
import { SENTENCE_END } from './cleaning.ts';

export interface NotedParagraph {
  readonly element: DomElement;
  /** Names of the paragraph and of elements close around it; empty when they have none. */
  readonly names: string;
  readonly parent: DomElement | null;
}

const LEAST = 40;
/** Paragraphs that are looked at closely, and so the most that come back. */
const MOST_TRIED = 300;
/** How many kept paragraphs must carry the names. */
const COMPANY = 3;
/** How many named elements tell a place in the page apart, and how far up they are looked for. */
const ENOUGH = 3;
const DEEPEST = 6;
const NEVER = new Set(['footer', 'form', 'nav', 'dialog', 'figure', 'figcaption', 'aside', 'header']);

/** The page's paragraphs in their order, before Readability takes the page apart. */
export function noteParagraphs(page: Page): readonly NotedParagraph[] {
  const noted: NotedParagraph[] = [];
  for (const element of page.elements) {
    if (element.localName !== 'p' || element.parentNode === null) continue;
    const parent = element.parentElement;
    noted.push({ element, names: namesOf(element), parent });
  }
  return noted;
}

function namesOf(element: DomElement): string {
  const parts: string[] = [];
  let named = 0;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && at.localName !== 'body' && level < DEEPEST && named < ENOUGH; level++) {
    if (at.className !== '') named++;
    parts.push(`${at.localName}.${at.className.slice(0, 100)}`);
    at = at.parentElement;
  }
  return named === 0 ? '' : parts.join('<');
}

/**
 * Moves lost paragraphs into `root`, each behind the kept one that it followed.
 * @param noted from `noteParagraphs`, on the same page
 * @returns the weight of what was moved
 */
export function restoreParagraphs(root: DomElement, noted: readonly NotedParagraph[]): number {
  const inRoot = new Set<DomElement>(root.getElementsByTagName('p'));
  const company = new Map<string, number>();
  const parents = new Map<DomElement, number>();
  const kept = new Set<NotedParagraph>();
  for (const one of noted) {
    if (!inRoot.has(one.element)) continue;
    kept.add(one);
    company.set(one.names, (company.get(one.names) ?? 0) + 1);
    if (one.parent !== null) parents.set(one.parent, (parents.get(one.parent) ?? 0) + 1);
  }
  if (kept.size < COMPANY || kept.size === noted.length) return 0;
  let text: string | null = null;
  let before: DomElement | null = null;
  let tried = 0;
  let total = 0;
  let waiting: DomElement[] = [];
  const last = noted.findLastIndex((one) => kept.has(one));
  for (const [i, one] of noted.entries()) {
    if (kept.has(one)) {
      for (const element of waiting) one.element.parentNode?.insertBefore(element, one.element);
      waiting = [];
      before = outOfFigure(one.element, root);
      continue;
    }
    // Readability made it a `div` around paragraphs of its own: what is lost of it cannot be told.
    if (one.element.localName !== 'p') continue;
    const known = one.names !== '' && (company.get(one.names) ?? 0) >= COMPANY;
    const sibling = one.parent !== null && (parents.get(one.parent) ?? 0) >= COMPANY;
    // Between two that were kept, one like it is company enough for a whole paragraph.
    const between = before !== null && i < last && company.has(one.names) && isWhole(one.element);
    if (!(known || sibling || between) || tried >= MOST_TRIED || !isText(one.element, known)) continue;
    tried++;
    text ??= root.textContent ?? '';
    if (text.includes((one.element.textContent ?? '').trim().slice(0, 60))) continue;
    total += weight(one.element.textContent ?? '');
    if (before === null) waiting.push(one.element);
    else {
      before.parentNode?.insertBefore(one.element, before.nextSibling);
      before = one.element;
    }
  }
  return total;
}

/** What follows a caption's paragraph follows the figure. */
function outOfFigure(paragraph: DomElement, root: DomElement): DomElement {
  let outermost = paragraph;
  for (let at = paragraph.parentElement; at !== null && at !== root; at = at.parentElement)
    if (at.localName === 'figure' || at.localName === 'figcaption') outermost = at;
  return outermost;
}

/** Weight of a paragraph that is no aside. */
const WHOLE = 150;

function isWhole(element: DomElement): boolean {
  return weight((element.textContent ?? '').trim()) >= WHOLE;
}

/** A sentence outside of the parts that hold no text of the article. */
function isText(element: DomElement, known: boolean): boolean {
  const text = (element.textContent ?? '').trim();
  const size = weight(text);
  if (size < (known ? LEAST : 2 * LEAST) || !SENTENCE_END.test(text)) return false;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += (link.textContent ?? '').length;
  if (linked > 0.9 * text.length) return false;
  for (let at: DomElement | null = element; at !== null; at = at.parentElement)
    if (NEVER.has(at.localName)) return false;
  return true;
}
