/** Names of months and weekdays in many languages. */

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
let weekdayNames: ReadonlySet<string> | undefined;

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
        const name = wordKey(parts.find((part) => part.type === 'month')?.value ?? '');
        if (/^\p{L}[\p{L}\p{M} ]{1,}$/u.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  for (const [name, month] of Object.entries(EXTRA_MONTHS)) names.set(name, month);
  monthNames = names;
  return names;
}

/** Names of weekdays of all languages above, as `months` has them. */
function weekdays(): ReadonlySet<string> {
  if (weekdayNames !== undefined) return weekdayNames;
  const names = new Set<string>();
  for (const locale of LOCALES)
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      for (let day = 0; day < 7; day++) names.add(wordKey(format.format(Date.UTC(2023, 0, 1 + day))));
    }
  weekdayNames = names;
  return names;
}

/** The month, from 1, that a word names in any of the languages above, whole or cut short. */
export function monthOf(word: string): number | undefined {
  return months().get(wordKey(word));
}

/** Whether a word is a month's name, whole or cut short, in any of the languages above. */
export function isMonthName(word: string): boolean {
  return monthOf(word) !== undefined;
}

/** Whether a word is a weekday's name, whole or cut short, in any of the languages above. */
export function isWeekday(word: string): boolean {
  return weekdays().has(wordKey(word));
}

function wordKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200f\u200e]/g, '')
    .trim();
}
