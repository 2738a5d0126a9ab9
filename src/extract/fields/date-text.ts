/** Dates and times as pages write them, in many languages, to instants. Nothing here guesses a day. */
import type { PublishedPrecision } from '../../article/article.ts';

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

const LOCALES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'tr',
  'ar',
  'sv',
  'da',
  'nb',
  'nn',
  'fi',
  'cs',
  'sk',
  'hu',
  'ro',
  'el',
  'bg',
  'hr',
  'sr',
  'sr-Latn',
  'sl',
  'et',
  'lv',
  'lt',
  'id',
  'ms',
  'ca',
  'he',
  'hi',
  'bn',
  'is',
  'mk',
  'be',
  'ar-MA',
  'ar-SY',
  'gl',
  'eu',
  'sq',
  'af',
  'sw',
  'ur',
  'ta',
  'ka',
  'de-AT',
] as const;

/** Forms that newsrooms use and CLDR does not list. */
const EXTRA_MONTHS: Readonly<Record<string, number>> = {
  sept: 9,
  janv: 1,
  févr: 2,
  fevr: 2,
  fev: 2,
  avr: 4,
  juil: 7,
  aout: 8,
  déc: 12,
  dec: 12,
  okt: 10,
  mär: 3,
  mrz: 3,
  maerz: 3,
  mrt: 3,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ago: 8,
  set: 9,
  ott: 10,
  dic: 12,
  ene: 1,
  abr: 4,
  mai: 5,
  out: 10,
  dez: 12,
  maj: 5,
  jänner: 1,
  feber: 2,
  setiembre: 9,
  янв: 1,
  фев: 2,
  мар: 3,
  апр: 4,
  июн: 6,
  июл: 7,
  авг: 8,
  сен: 9,
  сент: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
  лют: 2,
  лис: 11,
  july: 7,
  june: 6,
  april: 4,
  march: 3,
};

let monthNames: ReadonlyMap<string, number> | undefined;

/** Month names of all languages above, lower case without dots, from ICU: alone, in a date, and short. */
function months(): ReadonlyMap<string, number> {
  if (monthNames !== undefined) return monthNames;
  const names = new Map<string, number>();
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric', year: 'numeric' },
  ];
  for (const locale of LOCALES) {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(locale, {
        ...style,
        timeZone: 'UTC',
        calendar: 'gregory',
        numberingSystem: 'latn',
      });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2023, month, 15));
        const name = monthKey(parts.find((part) => part.type === 'month')?.value ?? '');
        if (/^\p{L}[\p{L}\p{M} ]{1,}$/u.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  for (const [name, month] of Object.entries(EXTRA_MONTHS)) names.set(name, month);
  monthNames = names;
  return names;
}

/** Whether a word is a month's name, whole or cut short, in any of the languages above. */
export function isMonthName(word: string): boolean {
  return months().has(monthKey(word));
}

function monthKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200f\u200e]/g, '')
    .trim();
}

/** Minutes east of UTC of the zone names that newsrooms write; ambiguous ones are left out. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  trt: 180,
  est: -300,
  edt: -240,
  et: -300,
  cdt: -300,
  cst: -360,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  hst: -600,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  wib: 420,
  wita: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  awst: 480,
  nzst: 720,
  nzdt: 780,
  sast: 120,
  pkt: 300,
};

const ISO =
  /(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:(?:[T_]|\s{1,3}|\s?,\s?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z\b|[+-]\d{2}:?\d{2}(?!\d)|[A-Za-z]{3,4}\b)?)?/;
const YEAR_FIRST = /(?<![\d.])(\d{4})([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;
const CJK = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?/;
const NUMERIC = /(?<![\d.,/-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|\.\d)/;
/** 5 November 2024, 5. November 2024, 5 de noviembre de 2024, 5th of November, 2024 */
const DAY_FIRST =
  /(?<![\p{L}\d.:])(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.|-|e)?[ \u00a0]{0,2}(?:of |de |d['’]|di |ta['’] )?[ ]?([\p{L}\p{M}]{3,12})(?: \/ [\p{L}\p{M}]{3,12})?\.?,?(?:[ \u00a0-]{1,2}|[ ](?:de|del|do)[ ])(?:г\.?|)(\d{4})(?!\d)/gu;
/** November 5, 2024 and Nov. 5th 2024 */
const MONTH_FIRST =
  /(?<![\p{L}\d])([\p{L}\p{M}]{3,12})\.?[ \u00a0]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]{1,2}(?:at )?(\d{4})(?!\d)/gu;
/** 2024. november 5., 2024 m. lapkričio 5 d. */
const YEAR_MONTH_DAY =
  /(?<!\d)(\d{4})\.?[ ](?:m\.[ ]|gada[ ])?(?:(\d{1,2})\.[ ])?([\p{L}\p{M}]{3,12})\.?(?:[ ](\d{1,2}))?(?!\d)/gu;

/** The years that `dayOf` lets through, 1990 to 2100 and their Buddhist count, and some beside them. */
const YEAR = /19\d\d|2[0156]\d\d/;

const TIME_AFTER =
  /^(?:[\s,|•·–—@/()-]|at|um|à|a las|às|alle|kl\.?|ore|o|om|às|klo|в|о|saat|pukul|الساعة|\.(?=\s)|г\.|[年月日]|r\.|ч\.|[\p{L}]{0,3}\.?(?=\s)){0,6}?\s{0,3}(\d{1,2})\s?(?:[:.h]|時|点|點|시)\s?(\d{2})(?:[:.](\d{2}))?(?:分|분)?\s?(a\.?m\.?|p\.?m\.?|AM|PM)?(?:\s?Uhr|\s?h\b|\s?uur)?\s?(?:\(?(Z\b|(?:UTC|GMT)?\s?[+-−]\d{1,2}:?\d{0,2}|[A-Za-zМСКмск]{2,4}\b))?/u;

/** The first date of a text, or null. At most 400 characters are read. */
export function parseDate(text: string, hints: DateHints): ReadDate | null {
  const source = toAsciiDigits(text.length > 400 ? text.slice(0, 400) : text).trim();
  if (source === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(source)) return fromDigits(source);
  const iso = readIso(source);
  // Nothing can stand before it; metadata is written so, and the other forms cost more to look for.
  if (iso !== null && iso.index === 0) return iso;
  // Most texts with a digit hold no year, and looking for months among their words is what costs.
  if (!YEAR.test(source)) return readNumeric(source, hints);
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
  return withClock(day, match[4], match[5], match[6], undefined, match[7], span);
}

function readCompact(source: string): ReadDate | null {
  const match = COMPACT.exec(source);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const span = { index: 0, end: match[0].length };
  if (match[4] === undefined) return { at: day, precision: 'day', zoned: false, offset: null, ...span };
  return withClock(day, match[4], match[5], match[6], undefined, match[7], span);
}

function readYearFirst(source: string): ReadDate | null {
  const match = YEAR_FIRST.exec(source);
  if (match === null) return null;
  return dated(dayOf(Number(match[1]), Number(match[3]), Number(match[4])), source, match);
}

function readCjk(source: string): ReadDate | null {
  const match = CJK.exec(source);
  return match === null
    ? null
    : dated(dayOf(Number(match[1]), Number(match[2]), Number(match[3])), source, match);
}

function readDayFirst(source: string): ReadDate | null {
  for (const match of source.matchAll(DAY_FIRST)) {
    const month = months().get(monthKey(match[2] ?? ''));
    if (month !== undefined) return dated(dayOf(Number(match[3]), month, Number(match[1])), source, match);
  }
  return null;
}

function readMonthFirst(source: string): ReadDate | null {
  for (const match of source.matchAll(MONTH_FIRST)) {
    const month = months().get(monthKey(match[1] ?? ''));
    if (month !== undefined) return dated(dayOf(Number(match[3]), month, Number(match[2])), source, match);
  }
  return null;
}

function readYearMonthDay(source: string): ReadDate | null {
  for (const match of source.matchAll(YEAR_MONTH_DAY)) {
    const month = months().get(monthKey(match[3] ?? ''));
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
  const after = TIME_AFTER.exec(source.slice(span.end, span.end + 60));
  if (after !== null && plausibleClock(after[1], after[2])) {
    return withClock(day, after[1], after[2], after[3], after[4], after[5], {
      index: span.index,
      end: span.end + after[0].length,
    });
  }
  const before =
    /(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2}))?\s?(a\.?m\.?|p\.?m\.?)?(?:\s?Uhr)?\s?([A-Za-z]{2,4})?[\s,|•·–—-]{0,4}(?:on |am |\p{L}{2,10},?\s)?$/iu.exec(
      source.slice(Math.max(0, span.index - 40), span.index),
    );
  if (before !== null && plausibleClock(before[1], before[2])) {
    return withClock(day, before[1], before[2], before[3], before[4], before[5], span);
  }
  return { at: day, precision: 'day', zoned: false, offset: null, ...span };
}

function plausibleClock(hour: string | undefined, minute: string | undefined): boolean {
  return Number(hour) < 25 && Number(minute) < 60;
}

function withClock(
  day: number,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  half: string | undefined,
  zone: string | undefined,
  span: Span,
): ReadDate {
  let hour = Number(hourText ?? 0);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (half !== undefined) {
    const pm = half.toLowerCase().startsWith('p');
    if (pm && hour < 12) hour += 12;
    else if (!pm && hour === 12) hour = 0;
  }
  if (hour > 24 || minute > 59 || second > 60)
    return { at: day, precision: 'day', zoned: false, offset: null, ...span };
  const offset = zone === undefined ? null : offsetOf(zone);
  const at = day + ((hour * 60 + minute) * 60 + second) * 1000 - (offset ?? 0) * 60_000;
  return {
    at,
    precision: secondText === undefined ? 'minute' : 'second',
    zoned: offset !== null,
    offset,
    ...span,
  };
}

function offsetOf(zone: string): number | null {
  const numeric = /([+-−])(\d{1,2}):?(\d{2})?$/.exec(zone.trim());
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? null : numeric[1] === '+' ? minutes : -minutes;
  }
  return ZONES[zone.trim().toLowerCase()] ?? null;
}

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
