/** Takes boxes out of the page in which readers leave an address or a vote: newsletters, accounts, comments, polls. */
import type { DomElement } from '../html/dom.ts';
import { shortText } from '../short-text.ts';
import { weight } from '../text.ts';

/** How far above its field a box may begin. */
const LEVELS = 6;
/** Weight of the most that such a box says. */
const MOST = 360;
/** Weight of a paragraph that no such box has. */
const PARAGRAPH = 220;
/** And of one that no poll has: what unfolds without a script has radio buttons too. */
const ANSWER = 100;
const ADDRESS = /e-?mail/i;
/** What holds more than a box. */
const WHOLE = new Set(['body', 'main', 'article']);

/**
 * Removes the largest box around the field that is a box of few words, headings and a button; a field among text
 * stays, as Readability drops it by itself.
 * @param input an `input`
 */
export function removeSignup(input: DomElement): void {
  if (!asksForAddress(input)) return;
  let box: DomElement | null = null;
  const most = input.getAttribute('type') === 'radio' ? ANSWER : PARAGRAPH;
  let at = input.parentElement;
  for (let level = 0; at !== null && level < LEVELS && isBox(at, most); level++) {
    box = at;
    at = at.parentElement;
  }
  if (box !== null && (box.textContent ?? '').trim() !== '') box.remove();
}

/** Radio buttons are those of polls. */
function asksForAddress(input: DomElement): boolean {
  const type = (input.getAttribute('type') ?? 'text').toLowerCase();
  if (type === 'email' || type === 'radio') return true;
  return (
    type === 'text' &&
    ADDRESS.test(`${input.getAttribute('name') ?? ''} ${input.getAttribute('placeholder') ?? ''}`)
  );
}

function isBox(element: DomElement, most: number): boolean {
  if (WHOLE.has(element.localName) || element.getAttribute('itemprop') === 'articleBody') return false;
  const text = shortText(element, 20 * MOST);
  if (text === null || weight(text.trim()) > MOST) return false;
  if (element.querySelector('h1, time, figure') !== null) return false;
  for (const paragraph of element.getElementsByTagName('p'))
    if (weight((paragraph.textContent ?? '').trim()) > most) return false;
  return true;
}
