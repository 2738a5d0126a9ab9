/** A text that markup splits, folds away or names in its own way, as plain HTML has it: before Readability runs. */
import type { DomElement, DomNode } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { weight } from '../text.ts';
import { SENTENCE_END } from './cleaning.ts';
import { BLOCK_ELEMENTS } from './elements.ts';
import { hasOwnText, retag } from './retag.ts';

/** Weight of a text from which on it is running text. */
const PROSE = 60;

/** Rewrites the page in place. */
export function mendMarkup(page: Page): void {
  for (const element of page.elements) {
    const { localName } = element;
    if (localName.includes('-')) nameCustom(element, page);
    else if (localName === 'p') trimBreaks(element);
    else if (localName === 'article') takeInNext(element);
    else if (localName === 'div' || localName === 'section') unfold(element);
  }
}

/**
 * Line breaks at the ends of a paragraph: Readability takes two of them for the start of another paragraph, makes
 * the whole a `div`, and often drops it then.
 */
function trimBreaks(paragraph: DomElement): void {
  trimEnd(paragraph, (element) => element.lastChild);
  trimEnd(paragraph, (element) => element.firstChild);
}

function trimEnd(paragraph: DomElement, end: (element: DomElement) => DomNode | null): void {
  for (let node = end(paragraph); node !== null; node = end(paragraph)) {
    const isBreak = node.nodeName === 'BR';
    if (!isBreak && (node.nodeType !== TEXT_NODE || (node.nodeValue ?? '').trim() !== '')) return;
    paragraph.removeChild(node);
  }
}

/**
 * Custom elements (HTML standard §4.13.1) have no rendering of their own: one with running text is a paragraph,
 * one that holds several elements a box.
 */
function nameCustom(element: DomElement, page: Page): void {
  if (element.localName.startsWith('amp-') || element.parentNode === null) return;
  const text = (element.textContent ?? '').trim();
  if (text.length < PROSE || element.closest('p, a, h1, h2, h3, h4, h5, h6, li, td, figure, button') !== null)
    return;
  let holdsBlocks = false;
  for (const child of element.children)
    if (BLOCK_ELEMENTS.has(child.localName) || child.localName.includes('-')) holdsBlocks = true;
  if (holdsBlocks) retag(element, 'div', page.document);
  else if (hasOwnText(element) && SENTENCE_END.test(text)) retag(element, 'p', page.document);
}

/** An article that goes on in a like element beside it, without a headline there, is one. */
function takeInNext(article: DomElement): void {
  for (let next = article.nextElementSibling; next !== null; next = article.nextElementSibling) {
    const goesOn =
      next.localName === 'article' &&
      next.className === article.className &&
      next.querySelector('h1, h2, h3, h4, time') === null &&
      article.querySelector('a h1, a h2, a h3, h2 a, h3 a') === null &&
      proseIn(article) > 1 &&
      proseIn(next) > 1;
    if (!goesOn) return;
    for (let child = next.firstChild; child !== null; child = next.firstChild) article.appendChild(child);
    next.remove();
  }
}

const FOLDED =
  /(?:^|[\s_-])(?:read-?more|collapse[ds]?|collapsible|expand(?:able|ed|er)?|more-?(?:text|content)|full-?(?:text|story|article|content)|truncated|show-?more|fold(?:ed)?)(?:$|[\s_-])/i;
const LOCKED = /pay-?wall|premium|locked|subscri|regwall/i;

/** The part of a text that a button unfolds: paragraphs in a hidden box right behind a paragraph. */
function unfold(box: DomElement): void {
  if (!isHidden(box)) return;
  const names = `${box.className} ${box.id}`;
  if (!FOLDED.test(names) || LOCKED.test(names)) return;
  const before = box.previousElementSibling;
  if (before === null || before.localName !== 'p' || weight(before.textContent ?? '') < PROSE) return;
  if (proseIn(box) < 2 || box.closest('nav, aside, footer, form, dialog') !== null) return;
  for (const name of ['hidden', 'aria-hidden', 'style']) box.removeAttribute(name);
}

function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '') ||
    element.getAttribute('aria-hidden') === 'true'
  );
}

/** Paragraphs of running text in an element, counted up to ten. */
function proseIn(element: DomElement): number {
  let count = 0;
  for (const paragraph of element.getElementsByTagName('p')) {
    const text = (paragraph.textContent ?? '').trim();
    if (text.length >= PROSE && SENTENCE_END.test(text) && ++count >= 10) break;
  }
  return count;
}
