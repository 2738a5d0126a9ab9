/** Dates and times as pages write them, in many languages, to instants. Nothing here guesses a day. */
import type { PublishedPrecision } from '../../article/article.ts';
import { monthOf } from './calendar-words.ts';
import { type Clock, clockAfter, clockBefore, minutesOf, offsetOf } from './clock.ts';

export interface ReadDate {
  /** Epoch milliseconds; parts that were not stated are zero (UTC where no zone was stated). */
  readonly at: number;
  readonly precision: PublishedPrecision;
  /** Whether an offset or zone was stated with the time. */
  readonly zoned: boolean;
  /** Minutes east of UTC that were stated with the time; null where none were. */
  readonly offset: number | null;
  /** Where in the text it was found. */
  readonly index: number;
  readonly end: number;
}

export interface DateHints {
  /** Whether 3/4/2024 is read month first (en-US and a few more). */
  readonly monthFirst: boolean;
}

const ISO =
  /(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:(?:[T_]|\s{1,3}|\s?,\s?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z\b|[+-]\d{2}:?\d{2}(?!\d)|[A-Za-z]{3,4}\b)?)?/;
const YEAR_FIRST = /(?<![\d.])(\d{4})([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** 2024年11月5日; in Japan also 令和6年 (the sixth year from 2019), in Taiwan 民國113年 (from 1912). */
const CJK = /(令和|民[國国])?\s?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?/;
const ERA = /令和|民[國国]/;
const NUMERIC = /(?<![\d.,/-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|\.\d)/;
/** 5 November 2024, 5. November 2024, 5 de noviembre de 2024, 5th of November, 2024 */
const DAY_FIRST =
  /(?<![\p{L}\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.|-|e)?[ \u00a0]{0,2}(?:of |de |d['’]|di |ta['’] )?[ ]?([\p{L}\p{M}]{3,12}(?: ال(?:أول|ثاني))?)(?: ?\/ ?[\p{L}\p{M}]{3,12}(?: ال(?:أول|ثاني))?)?\.?,?(?:[ \u00a0-]{1,2}|[ ](?:de|del|do)[ ])(?:г\.?|)(\d{4})(?!\d)/gu;
/** November 5, 2024 and Nov. 5th 2024 */
const MONTH_FIRST =
  /(?<![\p{L}\d])([\p{L}\p{M}]{3,12})\.?[ \u00a0]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]{1,2}(?:at )?(\d{4})(?!\d)/gu;
/** 2024. november 5., 2024 m. lapkričio 5 d. */
const YEAR_MONTH_DAY =
  /(?<!\d)(\d{4})\.?[ ](?:m\.[ ]|gada[ ])?(?:(\d{1,2})\.[ ])?([\p{L}\p{M}]{3,12})\.?(?:[ ](\d{1,2}))?(?!\d)/gu;

/** The years that `dayOf` lets through, 1990 to 2100 and their Buddhist count, and some beside them. */
const YEAR = /19\d\d|2[0156]\d\d/;

/** The first date of a text, or null. At most 400 characters are read. */
export function parseDate(text: string, hints: DateHints): ReadDate | null {
  const source = toAsciiDigits(text.length > 400 ? text.slice(0, 400) : text).trim();
  if (source === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(source)) return fromDigits(source);
  const iso = readIso(source);
  // Nothing can stand before it; metadata is written so, and the other forms cost more to look for.
  if (iso !== null && iso.index === 0) return iso;
  // Most texts with a digit hold no year, and looking for months among their words is what costs.
  if (!YEAR.test(source)) return ERA.test(source) ? readCjk(source) : readNumeric(source, hints);
  const found = [
    iso,
    readCompact(source),
    readYearFirst(source),
    readCjk(source),
    readDayFirst(source),
    readMonthFirst(source),
    readNumeric(source, hints),
  ]
    .filter((date) => date !== null)
    .sort((a, b) => a.index - b.index);
  return found[0] ?? readYearMonthDay(source);
}

/** A calendar day that exists, between 1990 and 2100, or null. */
export function dayOf(year: number, month: number, day: number): number | null {
  const gregorian = year > 2400 && year < 2650 ? year - 543 : year;
  if (gregorian < 1990 || gregorian > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = Date.UTC(gregorian, month - 1, day);
  return new Date(at).getUTCDate() === day ? at : null;
}

function fromDigits(source: string): ReadDate | null {
  const end = source.length;
  if (/^\d{10}(?:\.\d+)?$/.test(source)) return epoch(Number(source) * 1000, end);
  if (/^\d{13}$/.test(source)) return epoch(Number(source), end);
  return readCompact(source);
}

function epoch(at: number, end: number): ReadDate | null {
  if (at < Date.UTC(1995, 0, 1) || at > Date.UTC(2100, 0, 1)) return null;
  return { at: Math.floor(at), precision: 'second', zoned: true, offset: 0, index: 0, end };
}

function readIso(source: string): ReadDate | null {
  const match = ISO.exec(source);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const span = { index: match.index, end: match.index + match[0].length };
  if (match[4] === undefined) return withTime(day, source, { index: match.index, end: span.end });
  return withClock(day, { hour: match[4], minute: match[5], second: match[6], zone: match[7] }, span);
}

function readCompact(source: string): ReadDate | null {
  const match = COMPACT.exec(source);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const span = { index: 0, end: match[0].length };
  if (match[4] === undefined) return { at: day, precision: 'day', zoned: false, offset: null, ...span };
  return withClock(day, { hour: match[4], minute: match[5], second: match[6], zone: match[7] }, span);
}

function readYearFirst(source: string): ReadDate | null {
  const match = YEAR_FIRST.exec(source);
  if (match === null) return null;
  return dated(dayOf(Number(match[1]), Number(match[3]), Number(match[4])), source, match);
}

function readCjk(source: string): ReadDate | null {
  const match = CJK.exec(source);
  if (match === null) return null;
  const [, era, count = ''] = match;
  const before = era === undefined ? 0 : era === '令和' ? 2018 : 1911;
  const year = before + (count === '元' ? 1 : Number(count));
  return dated(dayOf(year, Number(match[3]), Number(match[4])), source, match);
}

function readDayFirst(source: string): ReadDate | null {
  for (const match of source.matchAll(DAY_FIRST)) {
    const month = monthOf(match[2] ?? '');
    if (month !== undefined) return dated(dayOf(Number(match[3]), month, Number(match[1])), source, match);
  }
  return null;
}

function readMonthFirst(source: string): ReadDate | null {
  for (const match of source.matchAll(MONTH_FIRST)) {
    const month = monthOf(match[1] ?? '');
    if (month !== undefined) return dated(dayOf(Number(match[3]), month, Number(match[2])), source, match);
  }
  return null;
}

function readYearMonthDay(source: string): ReadDate | null {
  for (const match of source.matchAll(YEAR_MONTH_DAY)) {
    const month = monthOf(match[3] ?? '');
    const day = match[4] ?? match[2];
    if (month !== undefined && day !== undefined)
      return dated(dayOf(Number(match[1]), month, Number(day)), source, match);
  }
  return null;
}

function readNumeric(source: string, hints: DateHints): ReadDate | null {
  const match = NUMERIC.exec(source);
  if (match === null) return null;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const short = match[4] ?? '';
  const year = short.length === 2 ? 2000 + Number(short) : Number(short);
  const monthFirst = match[2] !== '.' && match[2] !== '|' && hints.monthFirst;
  const day = monthFirst
    ? (dayOf(year, first, second) ?? dayOf(year, second, first))
    : (dayOf(year, second, first) ?? (match[2] === '.' ? null : dayOf(year, first, second)));
  return dated(day, source, match);
}

function dated(day: number | null, source: string, match: RegExpMatchArray): ReadDate | null {
  if (day === null) return null;
  const index = match.index ?? 0;
  return withTime(day, source, { index, end: index + match[0].length });
}

interface Span {
  readonly index: number;
  readonly end: number;
}

/** Looks for a clock time right after the date, and right before it. */
function withTime(day: number, source: string, span: Span): ReadDate {
  const after = clockAfter(source.slice(span.end, span.end + 60));
  if (after !== null) return withClock(day, after, { index: span.index, end: span.end + after.length });
  const before = clockBefore(source.slice(Math.max(0, span.index - 40), span.index));
  if (before !== null) return withClock(day, before, span);
  return { at: day, precision: 'day', zoned: false, offset: null, ...span };
}

function withClock(day: number, clock: Clock, span: Span): ReadDate {
  const time = minutesOf(clock);
  const second = Number(clock.second ?? 0);
  if (time === null || second > 60) return { at: day, precision: 'day', zoned: false, offset: null, ...span };
  const local = day + (time * 60 + second) * 1000;
  const offset = clock.zone === undefined ? null : offsetOf(clock.zone, local);
  return {
    at: local - (offset ?? 0) * 60_000,
    precision: clock.second === undefined ? 'minute' : 'second',
    zoned: offset !== null,
    offset,
    ...span,
  };
}

/** Digits that `toAsciiDigits` knows, and ASCII ones. */
export const ANY_DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/;

/** Arabic-Indic, Persian, Devanagari, Bengali and full-width digits as ASCII ones. */
function toAsciiDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero =
      code >= 0xff10 ? 0xff10 : code >= 0x9e6 ? 0x9e6 : code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
    return String(code - zero);
  });
}
