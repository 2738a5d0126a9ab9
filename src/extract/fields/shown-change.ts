/** When a page shows that its article was last changed, where no metadata states it. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { shortText } from '../short-text.ts';
import { foldSpace } from '../text.ts';
import { type Dated, isAway, MODIFIED_WORDS, type Read } from './date-places.ts';
import { ANY_DIGIT, type ReadDate } from './date-text.ts';

/** Elements before and behind the headline among which the line of the dates stands. */
const BEFORE = 12;
const BEHIND = 60;
const LONGEST = 160;
/** The label stands at the beginning of its line, or behind the publication's date. */
const STARTS = /(?:^|[\d日时時分秒일분초|·•,;:()–—/-]|(?:^|[\s\d])(?:[Uu]hr|h|[ap]\.?m\.?|\p{Lu}{2,5}))\s*$/u;
const LAST =
  /(?:last|zuletzt|dernière|última|ultimo|ultima|ostatni[ao]|laatst|sist|senast|son|последнее|останнє)\s$/iu;
/** How far behind the label the date begins: “Updated on Tuesday, …”. */
const NEAR = 30;
/** Letters of a preposition or an article before a day of the week. */
const LONGEST_SMALL = 4;
/** Lines looked at. */
const MOST = 80;

/** The day or moment behind a word for a change, near the headline: “Updated: 13 May 2025, 10:30”; null without. */
export function shownChange(page: Page, read: Read): Dated | null {
  const { index } = page.headline;
  if (index < 0) return null;
  for (const element of page.elements.slice(Math.max(0, index - BEFORE), index + BEHIND).slice(0, MOST)) {
    const date = changeIn(element, read);
    if (date !== null && !isAway(element, page)) return { date, source: 'visible-text' };
  }
  return null;
}

function changeIn(element: DomElement, read: Read): ReadDate | null {
  if (/^(?:script|style|h[1-3])$/.test(element.localName)) return null;
  const raw = shortText(element, 3 * LONGEST);
  if (raw === null || !ANY_DIGIT.test(raw)) return null;
  const text = foldSpace(raw);
  const label = text.length > LONGEST ? null : MODIFIED_WORDS.exec(text);
  if (label === null || !STARTS.test(text.slice(0, label.index).replace(LAST, ''))) return null;
  const behind = text.slice(label.index + label[0].length, label.index + label[0].length + 70);
  const date = read(behind);
  if (date === null || date.index > NEAR || !isLabelOnly(behind.slice(0, date.index))) return null;
  return statedMoment(element, date, read) ?? date;
}

/** Whether between a word for a change and its date stands no more than “on Tuesday,”: “Actualizan los salarios el 1 de mayo” tells news. */
function isLabelOnly(between: string): boolean {
  const rest = between.replace(/^\p{L}+/u, '');
  if (/[:：]/.test(rest)) return true;
  const [first = '', ...others] = (rest.match(/\p{L}+,?/gu) ?? []).filter((word) => !word.endsWith(','));
  return others.length === 0 || (others.length === 1 && first.length <= LONGEST_SMALL);
}

/** The moment that a `time` element states for the shown day: it has the zone. */
function statedMoment(element: DomElement, shown: ReadDate, read: Read): ReadDate | null {
  const times =
    element.localName === 'time' ? [element] : [...element.getElementsByTagName('time')].slice(0, 4);
  for (const time of times) {
    const stated = read(time.getAttribute('datetime'));
    if (stated === null || stated.precision === 'day' || !MODIFIED_WORDS.test(labelOf(time))) continue;
    if (Math.abs(stated.at + (stated.offset ?? 0) * 60_000 - shown.at) < 86_400_000) return stated;
  }
  return null;
}

function labelOf(time: DomElement): string {
  return `${(time.previousSibling?.textContent ?? '').slice(-40)} ${(time.textContent ?? '').slice(0, 40)}`;
}
