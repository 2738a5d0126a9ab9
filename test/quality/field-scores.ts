/** Whether a title, a list of authors, a date or an image is the right one, spelling and markup aside. */
import { decodeHTML } from 'entities';

const PLAIN_MARKS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '«': '"',
  '»': '"',
};

/** Letters and digits only, case folded, one space between words. */
export function comparableText(text: string): string {
  return decodeHTML(text)
    .normalize('NFKC')
    .replace(/[‘’“”„–—«»]/g, (mark) => PLAIN_MARKS[mark] ?? mark)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}

export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A word standing alone; `\b` knows ASCII only. */
const alone = (word: string): string => `(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`;
const BETWEEN_NAMES = new RegExp(
  `\\s*(?:[,;|/\\n•·&]|${['and', 'und', 'et', 'y', 'with'].map(alone).join('|')}|${alone('e')}(?= [A-Z])|${alone('von')}(?=:))\\s*`,
  'iu',
);
const BEFORE_NAMES =
  /^\s*(?:(?:written |posted |reported |story |text |words )?by|von|por|par|di|av|af|door|autor(?:in)?|author|de|text|od|tekst)\s*[: ]\s*/iu;

/** Comparable names of a list of bylines, split where one holds several; roles at the end left out. */
export function comparableNames(list: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const entry of list) {
    for (const part of oneLine(entry).replace(BEFORE_NAMES, '').split(BETWEEN_NAMES)) {
      const name = comparableText(part.replace(BEFORE_NAMES, '')).replace(
        / (?:staff|reporter|correspondent|editor|redakteur(?:in)?)$/,
        '',
      );
      if (name !== '') names.add(name);
    }
  }
  return names;
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && a.isSubsetOf(b);
}

export interface StatedDate {
  /** The calendar day as it is written: YYYY-MM-DD. */
  readonly day: string;
  /** Epoch milliseconds where a time with a zone is stated. */
  readonly at: number | null;
}

/** A date as labels and articles write it; null where it is none. */
export function statedDate(text: string | null | undefined): StatedDate | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)/.exec((text ?? '').trim());
  if (match === null) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (Number.isNaN(Date.parse(day))) return null;
  const rest = (text ?? '').trim().slice(match[0].length);
  const time = /^[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?\s?(Z|[+-]\d\d:?\d\d)$/.exec(rest);
  if (time === null) return { day, at: null };
  const zone = time[4] === undefined || time[4] === 'Z' ? 'Z' : time[4].replace(/(\d\d):?(\d\d)$/, '$1:$2');
  const at = Date.parse(`${day}T${time[1]}${time[2] ?? ':00'}${(time[3] ?? '').slice(0, 4)}${zone}`);
  return { day, at: Number.isNaN(at) ? null : at };
}

/** Whether two addresses name the same file: the last step of their paths. */
export function sameFile(found: string, wanted: readonly string[]): boolean {
  return wanted.some((url) => fileOf(url) === fileOf(found));
}

function fileOf(url: string): string {
  const path = url
    .replace(/^[a-z][a-z0-9+.-]*:/i, '')
    .replace(/^\/\/[^/?#]*/, '')
    .replace(/[?#].*$/s, '');
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).toLowerCase();
  } catch {
    // A stray percent sign: compared as written.
    return last.toLowerCase();
  }
}

/** Whether a text holds a segment, line breaks aside. */
export function holds(text: string, folded: string, segment: string): boolean {
  return text.includes(segment) || folded.includes(oneLine(segment));
}
