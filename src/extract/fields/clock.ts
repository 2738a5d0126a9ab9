/** Times of day as pages write them beside a date: hours, halves of the day in many languages, zones. */

import { isWeekday } from './calendar-words.ts';

/** What was written; numbers as texts. */
export interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second?: string | undefined;
  /** The word for the half of the day. */
  readonly half?: string | undefined;
  readonly zone?: string | undefined;
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

/** Names that mean summer or winter time, whichever holds that day. */
const SEASONAL: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  aet: 'Australia/Sydney',
};

/** What Korean, Chinese and Japanese say before the hour. */
const HALF_BEFORE = '오전|오후|午前|午後|上午|下午|中午|凌晨|早上|傍晚|晚上';
/** What others say behind it: English, Spanish (`p. m.`), Arabic, Greek, Turkish, Hindi, and parts of the day in Romance languages. */
const HALF_AFTER =
  '[ap]\\.?\\s?m\\b\\.?|(?:صباح|مساء)\\p{M}*[اً]?\\p{M}*|[صم](?![\\p{L}\\p{M}])|[πμ]\\.?\\s?μ\\.?(?!\\p{L})|Ö[ÖS](?!\\p{L})|पूर्वाह्न|अपराह्न|(?:de la|da|del) (?:tarde|noche|noite|mañana|manhã|madrugada)';
const AFTERNOON =
  /^(?:p|오후|午後|下午|中午|傍晚|晚上|مساء|م|μ\.?\s?μ|ÖS|अपराह्न|(?:de la|da|del) (?:tarde|noche|noite))/iu;

const CLOCK = '(\\d{1,2})\\s?(?:[:.h]|時|时|点|點|시)\\s?(\\d{2})(?:[:.](\\d{2}))?(?:分|분)?';
const AFTER = new RegExp(
  `^(?:[\\s,，|•·–—@/()（）-]|at|um|à|a las|às|alle|kl\\.?|ore|o|om|às|klo|в|о|saat|pukul|godz\\.?|الساعة|\\.(?=\\s)|г\\.|[年月日]|[（(]\\p{L}{1,3}[）)]|r\\.|ч\\.|[\\p{L}]{0,3}\\.?(?=\\s)){0,6}?\\s{0,3}(?:(${HALF_BEFORE})\\s?)?${CLOCK}\\s?(${HALF_AFTER})?(?:\\s?Uhr|\\s?h\\b|\\s?uur)?\\s?(?:\\(?(Z\\b|(?:UTC|GMT)?\\s?[+-−]\\d{1,2}:?\\d{0,2}|[A-Za-zМСКмск]{2,4}\\b))?`,
  'iu',
);
const BEFORE = new RegExp(
  `(?<!\\d)(?:(${HALF_BEFORE})\\s?)?(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?\\s?(${HALF_AFTER})?(?:\\s?Uhr)?\\s?([A-Za-z]{2,4})?[\\s,|•·–—-]{0,4}(?:on |am |\\p{L}{2,10},?\\s)?$`,
  'iu',
);

/** A word between a date and its time, if any. */
const WORD = /^[\s,，(（|·–-]{1,3}([\p{L}\p{M}]{2,14})\.?[)）]?(?=[\s,，])/u;

/** The time that a text begins with, behind a date and its weekday: with its length. */
export function clockAfter(text: string): (Clock & { readonly length: number }) | null {
  const word = WORD.exec(text);
  const from = word !== null && isWeekday(word[1] ?? '') ? word[0].length : 0;
  const match = AFTER.exec(text.slice(from));
  if (match === null) return null;
  const [whole, early, hour, minute, second, late, zone] = match;
  return isPlausible(hour, minute)
    ? { hour, minute, second, half: early ?? late, zone, length: from + whole.length }
    : null;
}

/** The time that a text ends with, before a date. */
export function clockBefore(text: string): Clock | null {
  const match = BEFORE.exec(text);
  if (match === null) return null;
  const [, early, hour, minute, second, late, zone] = match;
  return isPlausible(hour, minute) ? { hour, minute, second, half: early ?? late, zone } : null;
}

function isPlausible(hour: string | undefined, minute: string | undefined): boolean {
  return Number(hour) < 25 && Number(minute) < 60;
}

/** Minutes since midnight; null for what is no time of day. */
export function minutesOf({ hour: written, minute: minutes, half }: Clock): number | null {
  let hour = Number(written ?? 0);
  const minute = Number(minutes ?? 0);
  if (half !== undefined) {
    const pm = AFTERNOON.test(half);
    if (pm && hour < 12) hour += 12;
    else if (!pm && hour === 12) hour = 0;
  }
  return hour > 24 || minute > 59 ? null : hour * 60 + minute;
}

const seasonal = new Map<string, Intl.DateTimeFormat>();

/**
 * Minutes east of UTC of a zone as written: an offset, a name; null for a name that is not known.
 *
 * @param local the time on the clock there, as if it were UTC, in epoch milliseconds
 */
export function offsetOf(zone: string, local: number): number | null {
  const name = zone.trim().toLowerCase();
  const numeric = /([+-−])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? null : numeric[1] === '+' ? minutes : -minutes;
  }
  const place = SEASONAL[name];
  if (place === undefined) return ZONES[name] ?? null;
  let format = seasonal.get(place);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' });
    seasonal.set(place, format);
  }
  const written = format.formatToParts(local).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(written);
  if (offset === null) return null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}
