/** Days that a page shows and that are not its article's: of what a sentence tells, of other stories, of comments. */
import type { DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { shortText } from '../short-text.ts';
import { foldSpace } from '../text.ts';
import { isAway, MODIFIED_WORDS, ownText, PUBLISHED_WORDS, type Read } from './date-places.ts';
import { ANY_DIGIT, type ReadDate } from './date-text.ts';

/** A line that is longer is running text. */
const LONGEST_LINE = 90;
/** Characters of a sentence around an element with a day. */
const LEAST_SENTENCE = 60;
/** Words of a sentence around a day in it. */
const SENTENCE_WORDS = 7;
/** What a line about the article itself calls it, and what was done with it. */
const ABOUT_ITSELF =
  /(?<!\p{L})(?:artikel|beitrag|eintrag|meldung|(?:presse)?mitteilung|article|post(?:ed)?|entry|story|press release|communiqué|comunicado|comunicato|artículo|artigo|articolo|nota de prensa|статья|публикация|geschrieben|verfasst|written|published|veröffentlicht|erschienen|publié|publicad[oa]|pubblicat[oa]|gepubliceerd|opublikowan[oya]|опубликован[оа]?)(?!\p{L})/iu;
/** The place before the day of a dateline, or nothing but a preposition or a day of the week. */
const BEFORE_DAY = /^(?:[^,(（:|–—]{2,40}[,(（:|–—]\s?)?(?:\p{L}+[.,]?\s?)?[([（]?$/u;

/**
 * A date in a short line; in longer text only one that opens it, as a dateline does.
 * @param marked whether markup says that the text is a date
 */
export function shortDate(folded: string, marked: boolean, read: Read): ReadDate | null {
  if (folded.length < 6) return null;
  const date = read(folded);
  if (date === null || marked) return date;
  if (folded.length > LONGEST_LINE && date.index >= 40) return null;
  const isSentence = folded.length > LONGEST_LINE || isSentenceAround(folded, date);
  if (!isSentence || BEFORE_DAY.test(folded.slice(0, date.index))) return date;
  const near = folded.slice(0, date.end + 60);
  return ABOUT_ITSELF.test(near) || PUBLISHED_WORDS.test(near) || MODIFIED_WORDS.test(near) ? date : null;
}

function isSentenceAround(line: string, { index, end }: ReadDate): boolean {
  if (!/[.!?…]["'”»]?$/u.test(line)) return false;
  const words = `${line.slice(0, index)} ${line.slice(end)}`.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= SENTENCE_WORDS;
}

const INLINE = /^(?:a|b|strong|em|i|u|span|mark|font|abbr)$/;

/** Whether an element is a few words within a sentence: words before it, and the sentence goes on behind it. */
export function isWithinSentence(element: DomElement): boolean {
  if (!INLINE.test(element.localName)) return false;
  const before = element.previousSibling;
  const behind = element.nextSibling;
  if (before?.nodeType !== TEXT_NODE || behind?.nodeType !== TEXT_NODE) return false;
  const lead = foldSpace((before.nodeValue ?? '').slice(-200));
  return (
    (lead.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 &&
    /^\s+\p{Ll}{2,}/u.test(behind.nodeValue ?? '') &&
    lead.length + (behind.nodeValue ?? '').length > LEAST_SENTENCE &&
    !ABOUT_ITSELF.test(lead) &&
    !PUBLISHED_WORDS.test(lead) &&
    !MODIFIED_WORDS.test(lead)
  );
}

const COMMENTS = /comment|leserbrief|disqus|replies/i;
/** So many comments of one day and none of another were written when the article appeared. */
const LEAST_COMMENTS = 3;
const MOST_PARTS = 400;
/** Paragraphs of running text between the headline and what stands behind the article. */
const PROSE = 2;
const LEAST_LINK = 8;
const BOX_LEVELS = 3;
const SMALL_BOX = 200;

/**
 * Tells of a date's element, by its place in the page, whether it is behind the article's text and that of another story
 * linked beside it, or of comments on several days. What it finds of the page it finds once.
 */
export function othersOf(page: Page, read: Read): (element: DomElement, index: number) => boolean {
  let behind: number | null = null;
  const days = new Map<DomElement, boolean>();
  return (element, index) => {
    behind ??= endOfOpening(page);
    if (index <= behind || !isAway(element, page)) return false;
    const comments = outermost(element, COMMENTS);
    if (comments === null) return leadsElsewhere(boxOf(element), page);
    const known = days.get(comments) ?? isOneDay(comments, read);
    days.set(comments, known);
    return !known;
  };
}

/** What is little and holds the date: a teaser's box. */
function boxOf(element: DomElement): DomElement {
  let box = element;
  for (let level = 0; level < BOX_LEVELS; level++) {
    const around = box.parentElement;
    if (around === null || shortText(around, SMALL_BOX) === null) break;
    box = around;
  }
  return box;
}

/** The index of the paragraph behind the headline from which on there is running text; infinite without. */
function endOfOpening(page: Page): number {
  let prose = 0;
  for (let i = Math.max(0, page.headline.index); i < page.elements.length; i++) {
    const element = page.elements[i];
    if (element === undefined || !/^(?:p|div)$/.test(element.localName)) continue;
    if (ownText(element).length > 100 && ++prose >= PROSE) return i;
  }
  return Number.POSITIVE_INFINITY;
}

function outermost(element: DomElement, name: RegExp): DomElement | null {
  let found: DomElement | null = null;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && at.localName !== 'body' && level < 8; level++) {
    if (name.test(at.className) || name.test(at.id)) found = at;
    at = at.parentElement;
  }
  return found;
}

/** Whether all that a list of comments dates, three of them or more, is of one day. */
function isOneDay(comments: DomElement, read: Read): boolean {
  let first: number | null = null;
  let same = 0;
  let left = MOST_PARTS;
  for (const part of comments.getElementsByTagName('*')) {
    if (left-- <= 0) break;
    const text = ownText(part);
    if (text.length > LONGEST_LINE || !ANY_DIGIT.test(text)) continue;
    const other = read(text);
    if (other === null) continue;
    first ??= other.at;
    if (Math.abs(other.at - first) >= 86_400_000) return false;
    same += 1;
  }
  return same >= LEAST_COMMENTS;
}

/** Whether a box has a link with a headline's words to another page. */
function leadsElsewhere(box: DomElement, page: Page): boolean {
  const links = box.localName === 'a' ? [box] : [...box.getElementsByTagName('a')].slice(0, 6);
  return links.some((link) => {
    const href = link.getAttribute('href') ?? '';
    if (href === '' || /^(?:#|mailto:|javascript:)/i.test(href)) return false;
    const text = foldSpace((link.textContent ?? '').slice(0, 300));
    const target = URL.parse(href, page.baseUrl);
    return text.length >= LEAST_LINK && target !== null && target.pathname !== URL.parse(page.url)?.pathname;
  });
}
