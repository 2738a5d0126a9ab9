/** Whether a line is worded like one of the things that stand around an article. */
import { CLASSES, LETTER, learn, NUMBER } from '../characters.ts';
import { PHRASES, type Phrases, type Purpose } from './phrases.ts';
import { AFTER_PHRASES } from './phrases-after.ts';
import { CALL_PHRASES } from './phrases-calls.ts';
import { FURTHER_PHRASES } from './phrases-further.ts';
import { LISTEN_PHRASES } from './phrases-listen.ts';
import { SIGNUP_PHRASES } from './phrases-signups.ts';

export interface Wording {
  readonly purpose: Purpose;
  readonly phrase: string;
  /** `whole`: the line is nothing else; `opens`: it begins so; `has`: it holds the phrase somewhere. */
  readonly how: 'whole' | 'opens' | 'has';
}

interface Entry {
  readonly phrase: string;
  readonly purpose: Purpose;
}

interface Tables {
  readonly whole: ReadonlyMap<string, Purpose>;
  /** By the first two characters, longest phrase first. */
  readonly opens: ReadonlyMap<string, readonly Entry[]>;
  /** By the slot of the first three characters; phrases that begin alike stand in one slot, those first that come first. */
  readonly has: readonly (readonly Entry[])[];
  /** What each code unit says about phrases that may begin there. */
  readonly kinds: Uint8Array;
}

const KEY = 3;
/** Longer lines are paragraphs, whatever they mention. */
const LONGEST_LINE = 420;

const SLOTS = 1 << 13;

/** Where the three characters at a place are looked up. */
function slotAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (SLOTS - 1);
}

/** A unit of a word: what follows it is within that word. */
const WORD = 1 << 0;
/** Phrases may begin at it wherever it stands: no unit of a word, or of a script without spaces. */
const ANYWHERE = 1 << 1;
/** Some phrase begins with it. */
const FIRST = 1 << 2;

function kindsOf(phrases: Iterable<string>): Uint8Array {
  const kinds = new Uint8Array(0x1_0000);
  for (let unit = 0; unit < kinds.length; unit++) {
    const isWord = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit >= 0xc0;
    kinds[unit] = (isWord ? WORD : 0) | (!isWord || unit >= 0x3040 ? ANYWHERE : 0);
  }
  for (const phrase of phrases) {
    const first = phrase.charCodeAt(0);
    kinds[first] = (kinds[first] ?? 0) | FIRST;
  }
  return kinds;
}

let compiled: Tables | undefined;

function tables(): Tables {
  if (compiled !== undefined) return compiled;
  const whole = new Map<string, Purpose>();
  const opens = new Map<string, Entry[]>();
  const has = new Map<string, Purpose>();
  for (const [purpose, phrases] of allPhrases()) {
    for (const phrase of split(phrases.whole))
      if (!whole.has(bareLine(phrase))) whole.set(bareLine(phrase), purpose);
    for (const phrase of split(phrases.opens)) {
      const key = phrase.slice(0, 2);
      const list = opens.get(key);
      if (list === undefined) opens.set(key, [{ phrase, purpose }]);
      else if (!list.some((entry) => entry.phrase === phrase)) list.push({ phrase, purpose });
    }
    for (const phrase of split(phrases.has)) if (!has.has(phrase)) has.set(phrase, purpose);
  }
  for (const list of opens.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  const slots = Array.from({ length: SLOTS }, (): Entry[] => []);
  for (const [phrase, purpose] of has) slots[slotAt(phrase, 0)]?.push({ phrase, purpose });
  compiled = { whole, opens, has: slots, kinds: kindsOf(has.keys()) };
  return compiled;
}

/** The phrases of every language with their purpose; what stands first keeps a phrase that two purposes share. */
function* allPhrases(): Generator<readonly [Purpose, Phrases]> {
  for (const [purpose, languages] of Object.entries(PHRASES) as [Purpose, (typeof PHRASES)[Purpose]][])
    for (const phrases of Object.values(languages)) yield [purpose, phrases];
  for (const languages of [FURTHER_PHRASES, CALL_PHRASES, AFTER_PHRASES, LISTEN_PHRASES, SIGNUP_PHRASES])
    for (const purposes of Object.values(languages)) yield* Object.entries(purposes) as [Purpose, Phrases][];
}

function split(list: string | undefined): string[] {
  return list === undefined
    ? []
    : list
        .split('|')
        .map((phrase) => fold(phrase).trimStart())
        .filter((phrase) => phrase.trim() !== '');
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Without leading marks and what may follow a label: colons, arrows, dots, counts. */
function bareLine(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}©ⓒ#@]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  // Behind any other letter stands no count, and to look for one would be to look from every place of the line.
  return COUNT_END.test(bare.slice(-1))
    ? bare.replace(/\s*[(（]?\d{0,6}\s?(?:[件条條]|개|건)?[)）]?$/u, '')
    : bare;
}

const COUNT_END = /[\d件条條개건]/;

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** The wording of a line by itself or its beginning, else by what it holds; null when it says none of these things. */
export function wordingOf(line: string): Wording | null {
  return wordingsOf(line)[0] ?? null;
}

/** All that a line's wording says: at most by its beginning and by what a short line holds. */
export function wordingsOf(line: string): readonly Wording[] {
  const { whole, opens, has, kinds } = tables();
  const text = fold(line.length > 600 ? line.slice(0, 600) : line);
  if (text.length <= 80) {
    const bare = bareLine(text);
    const purpose = whole.get(bare) ?? whole.get(text);
    if (purpose !== undefined) return [{ purpose, phrase: bare, how: 'whole' }];
  }
  const first = opening(text, opens);
  const second = holding(text, has, kinds);
  if (first === null) return second === null ? NO_WORDING : [second];
  return second === null ? [first] : [first, second];
}

const NO_WORDING: readonly Wording[] = [];

function opening(text: string, opens: Tables['opens']): Wording | null {
  // Nearly all lines begin with a letter: there is nothing to leave away.
  if (((CLASSES[text.charCodeAt(0)] || learn(text.charCodeAt(0))) & (LETTER | NUMBER)) !== 0)
    return startsLike(text, opens);
  const marked = text.replace(/^[^\p{L}\p{N}([【〈<©ⓒ#@▲▼△※■▶☞→*_]+/u, '');
  return startsLike(marked, opens) ?? startsLike(marked.replace(/^[^\p{L}\p{N}©ⓒ#@]+/u, ''), opens);
}

function startsLike(start: string, opens: Tables['opens']): Wording | null {
  for (const entry of opens.get(start.slice(0, 2)) ?? []) {
    if (!start.startsWith(entry.phrase)) continue;
    const next = start[entry.phrase.length];
    // Half a word is no match; scripts without spaces have no word ends to look at.
    if (
      next !== undefined &&
      LETTER_OR_NUMBER.test(next) &&
      LETTER_OR_NUMBER.test(entry.phrase.at(-1) ?? '') &&
      !isUnspaced(entry.phrase)
    )
      continue;
    return { purpose: entry.purpose, phrase: entry.phrase, how: 'opens' };
  }
  return null;
}

function holding(text: string, has: Tables['has'], kinds: Uint8Array): Wording | null {
  if (text.length > LONGEST_LINE) return null;
  let before = 0;
  for (let at = 0; at + KEY <= text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    // One question in place of three, as the processor would guess each of them wrong once a word: some phrase begins
    // with the unit, and that may be begun anywhere or stands behind no unit of a word.
    const mayBegin = (kind & FIRST) !== 0 && ((kind & ANYWHERE) | (~before & WORD)) !== 0;
    before = kind;
    if (!mayBegin) continue;
    for (const entry of has[slotAt(text, at)] ?? []) {
      if (text.startsWith(entry.phrase, at))
        return { purpose: entry.purpose, phrase: entry.phrase, how: 'has' };
    }
  }
  return null;
}

function isUnspaced(phrase: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(phrase);
}
