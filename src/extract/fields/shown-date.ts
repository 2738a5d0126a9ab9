/** The day a page shows to its readers, where no metadata states it. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, remembering } from '../text.ts';
import { type Dated, isAway, MODIFIED_WORDS, ownText, PUBLISHED_WORDS, type Read } from './date-places.ts';
import { ANY_DIGIT, type ReadDate } from './date-text.ts';
import { isWithinSentence, othersOf, shortDate } from './other-dates.ts';

/** Class and id words of an element that shows a date. */
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|dates|datum|fecha|data|datetime|time|timestamp|published|publish|publication|pubdate|posted|entry-date|post-date|dateline|updated|byline|meta|submitted|created|datepublished|posttime|publishdate|articledate|posteddate|metadate|datestamp)(?:$|[\s_-])|date(?:$|[\s_-])|(?:^|[\s_-])date|[a-z](?:Date|Time)(?:$|[\s_-])/;
/** Dates of the visit or of a member rather than of the article. */
const OTHER_DATE =
  /aktuelle[sr]?\s+(?:zeit|datum)|current\s+(?:time|date)|heute ist|today is|joined|registriert|registered|member since|mitglied seit|letzter beitrag|last post|©|\(c\)|copyright/iu;

/** How sure a place is before its position counts. */
const SURENESS = { time: 30, marked: 22, text: 8 } as const;
const LEAST_SURE = -24;
/** From here on a shown date is believed against metas that may mean the last change. */
const SURE = 10;
const MAX_ELEMENTS = 6000;

export interface Shown {
  readonly dated: Dated;
  /** Whether it is marked as a date and stands near the headline. */
  readonly isSure: boolean;
}

/**
 * The date that the page shows: of `<time>` elements, elements named after dates and short lines with
 * a full date, the one that stands best: near the headline, and not with comments or other stories.
 */
export function fromShown(page: Page, read: Read): Shown | null {
  const headline = page.headline.index;
  const isNamed = remembering((name) => DATE_CLASS.test(`${name} `));
  const isOfOthers = othersOf(page, read);
  let best: { dated: Dated; score: number } | null = null;
  for (const [index, element] of page.elements.entries()) {
    if (index > MAX_ELEMENTS) break;
    const shown = shownDate(element, read, isNamed);
    if (shown === null) continue;
    const score = shown.score + placeOf(element, index, headline, page);
    if (score < LEAST_SURE || (best !== null && score <= best.score)) continue;
    if (isOfOthers(element, index)) continue;
    best = { dated: shown.dated, score };
  }
  return best === null ? null : { dated: best.dated, isSure: best.score >= SURE };
}

/** @param isNamed whether a class is named after dates */
function shownDate(
  element: DomElement,
  read: Read,
  isNamed: (className: string) => boolean,
): { dated: Dated; score: number } | null {
  const isTime = element.localName === 'time';
  const { className, id } = element;
  const marked =
    className.length + id.length > 2 &&
    (id === '' ? isNamed(className) : DATE_CLASS.test(`${className} ${id}`));
  const text = isTime || marked ? (element.textContent ?? '') : ownText(element);
  if (text.length > 400) return null;
  if (!isTime && !marked && isWithinSentence(element)) return null;
  const line = ANY_DIGIT.test(text) ? datedLine(text, isTime || marked, read) : null;
  const stated =
    isTime || marked
      ? (read(element.getAttribute('datetime')) ?? read(element.getAttribute('content')))
      : null;
  // An attribute that tells another day than its own text holds the last change, or the site's clock.
  const gainsaid = stated !== null && line !== null && Math.abs(stated.at - line.date.at) > 2 * 86_400_000;
  const date =
    (gainsaid ? line?.date : stated) ?? line?.date ?? (marked ? read(element.getAttribute('title')) : null);
  if (date === null || date === undefined || (line?.isPublished !== true && OTHER_DATE.test(text)))
    return null;
  // A link to a publication is no word about when this one appeared.
  const around =
    element.localName === 'a' ? '' : `${className} ${id} ${element.parentElement?.className ?? ''}`;
  let score: number = isTime ? SURENESS.time : marked ? SURENESS.marked : SURENESS.text;
  if (
    line?.isPublished === true ||
    element.hasAttribute('pubdate') ||
    /publi[sc]|entry-date|pubdate|post-date|posted|created/i.test(around)
  )
    score += 12;
  if (
    (/updated|modified/i.test(around) && !/publi[sc]/i.test(around)) ||
    line?.isModified === true ||
    MODIFIED_WORDS.test(textBefore(element))
  )
    score -= 20;
  return { dated: { date, source: isTime || marked ? 'markup' : 'visible-text' }, score };
}

interface DatedLine {
  readonly date: ReadDate;
  readonly isPublished: boolean;
  readonly isModified: boolean;
}

/** The date of a line: the one behind a word for publication, else the first. */
function datedLine(text: string, marked: boolean, read: Read): DatedLine | null {
  const folded = foldSpace(text);
  const label = PUBLISHED_WORDS.exec(folded);
  if (label !== null) {
    const date = read(folded.slice(label.index + label[0].length, label.index + label[0].length + 60));
    if (date !== null && date.index < 25) return { date, isPublished: true, isModified: false };
  }
  const date = shortDate(folded, marked, read);
  return date === null
    ? null
    : { date, isPublished: false, isModified: MODIFIED_WORDS.test(folded.slice(0, Math.max(1, date.index))) };
}

/** The label before an element; what has a date of its own is none. */
function textBefore(element: DomElement): string {
  const text = (element.previousSibling?.textContent ?? '').slice(-40);
  return ANY_DIGIT.test(text) ? '' : text;
}

/** What a place adds: less the further from the headline, much less among comments and other stories. */
function placeOf(element: DomElement, index: number, headline: number, page: Page): number {
  const distance =
    headline < 0
      ? Math.min(index / 12, 12)
      : index >= headline
        ? Math.min((index - headline) / 6, 20)
        : Math.min((headline - index) / 2, 28);
  return -distance - (isAway(element, page) ? 26 : 0) - (element.closest('a, li') === null ? 0 : 6);
}
