/**
 * A text as a row of tokens, for comparing: words and numbers, or single characters in scripts that
 * write without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese). Only hashes are kept.
 */

/** What is known of a token besides its hash; bits of `Tokens.flags`. */
export const NUMBER = 1;
/**
 * Begins with a capital letter and has four letters or more, or fewer where no sentence begins there or all are
 * capitals; or is of a script without capitals.
 */
export const NAME = 2;
/** Stands inside quotation marks. */
export const QUOTED = 4;
/** One character of a script that writes without spaces. */
export const CHARACTER = 8;
/** A word of at most three letters of a script with capitals: mostly one that says nothing by itself. */
export const SHORT = 16;

/** Characters of a text without spaces that count as a word. */
export const CHARACTERS_A_WORD = 1.8;

/** A tokenised text. All arrays have one element a token. */
export interface Tokens {
  /** 32-bit hash of the token in lower case. */
  readonly hashes: Int32Array;
  /** Bits `NUMBER`, `NAME`, `QUOTED`, `CHARACTER`, `SHORT`. */
  readonly flags: Uint8Array;
  /** Number of the line (block) the token stands in. */
  readonly blocks: Int32Array;
}

/** Tokens read at most: what comes later in a very long text does not tell it from others. */
export const MAX_TOKENS = 20_000;

const OTHER = 1;
const LOWER = 2;
const UPPER = 3;
const CASELESS = 4;
const DIGIT = 5;
const SPACELESS = 6;

const SPACELESS_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Class of each UTF-16 unit, found out when it is first met; 0 is not known yet. */
const classes = new Uint8Array(65_536);
const lowerCase = new Uint16Array(65_536);

function classify(char: string): number {
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (SPACELESS_SCRIPTS.test(char)) return SPACELESS;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) return CASELESS;
  return OTHER;
}

function classOf(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  const found = classify(char);
  classes[code] = found;
  lowerCase[code] = char.toLowerCase().charCodeAt(0);
  return found;
}

/** Marks that open a quotation, with those that close it: “en”, „de“, «fr», »da«, ”sv”, 「ja」. */
const CLOSING = new Map(
  ['“”', '„“”', '«»', '»«', '””', '「」', '『』', '""'].map(([mark = '', ...closing]) => [
    mark.charCodeAt(0),
    new Set(closing.map((c) => c.charCodeAt(0))),
  ]),
);
/** Marks that mostly close: they open only what they stand before without a space. */
const AMBIGUOUS = new Set([...'”»'].map((c) => c.charCodeAt(0)));
const SHARP_S = 0xdf;
const SMALL_S = 0x73;
const NEWLINE = 0x0a;

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3, which is in the public domain). */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** `'`, `’` and `ʼ` within a word are left out: syndication changes one into another. */
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x02bc;

/**
 * Tokenises `text` (one line a block). Compatibility forms are folded (Unicode NFKC), case and
 * apostrophes do not count, `1,234.5` is one number, `U.S.` is `US`. A quotation ends with its block at the latest.
 */
export function tokenize(text: string): Tokens {
  const input = isAscii(text) ? text : text.normalize('NFKC');
  const length = input.length;
  const most = Math.min(MAX_TOKENS, (length >> 1) + 1 + (isAscii(input) ? 0 : length));
  const hashes = new Int32Array(most);
  const flags = new Uint8Array(most);
  const blocks = new Int32Array(most);
  let count = 0;
  let block = 0;
  let quoted = 0;
  let closing: ReadonlySet<number> | undefined;
  let at = 0;
  while (at < length && count < most) {
    const code = input.charCodeAt(at);
    let kind = classOf(code);
    if (kind === OTHER) {
      if (code === NEWLINE) {
        block += 1;
        quoted = 0;
        closing = undefined;
      } else if (closing?.has(code)) {
        quoted = 0;
        closing = undefined;
      } else if (closing === undefined && opens(input, at)) {
        quoted = QUOTED;
        closing = CLOSING.get(code);
      } else if (code >= 0xd800 && code <= 0xdbff) {
        const point = input.codePointAt(at) ?? code;
        kind = classify(String.fromCodePoint(point));
        if (kind !== OTHER) {
          hashes[count] = mix(point);
          flags[count] = quoted | NAME | CHARACTER;
          blocks[count] = block;
          count += 1;
        }
        at += 1;
      }
      at += 1;
      continue;
    }
    let hash = 0x811c9dc5;
    let mark = quoted;
    if (kind === SPACELESS) {
      hash = Math.imul(hash ^ code, 0x01000193);
      mark |= NAME | CHARACTER;
      at += 1;
    } else {
      const first = kind;
      const start = at;
      let digits = kind === DIGIT;
      while (at < length) {
        const c = input.charCodeAt(at);
        const k = classOf(c);
        if (k === OTHER) {
          const next = at + 1 < length ? classOf(input.charCodeAt(at + 1)) : OTHER;
          if (isApostrophe(c) && next >= LOWER && next <= CASELESS) {
            at += 1;
            continue;
          }
          const previous = classOf(input.charCodeAt(at - 1));
          // “U.S.” is written “US” as well.
          if (c === 0x2e && previous === UPPER && next === UPPER && isInitial(input, start, at - 1)) {
            at += 1;
            continue;
          }
          if (previous === DIGIT && next === DIGIT && (c === 0x2c || c === 0x2e || c === 0x3a)) {
            if (c !== 0x2c) hash = Math.imul(hash ^ c, 0x01000193);
            at += 1;
            continue;
          }
          break;
        }
        if (k === SPACELESS) break;
        if (k === DIGIT) digits = true;
        // Swiss papers write ss for ß.
        const letter = c === SHARP_S ? SMALL_S : k === UPPER ? (lowerCase[c] ?? c) : c;
        if (c === SHARP_S) hash = Math.imul(hash ^ SMALL_S, 0x01000193);
        hash = Math.imul(hash ^ letter, 0x01000193);
        at += 1;
      }
      if (digits) mark |= NUMBER;
      else if (first === CASELESS || (first === UPPER && at - start > 3)) mark |= NAME;
      else if (first !== CASELESS && at - start <= 3) {
        mark |= SHORT;
        if (
          first === UPPER &&
          at - start > 1 &&
          (isAcronym(input, start, at) || !beginsSentence(input, start))
        )
          mark |= NAME;
      }
    }
    hashes[count] = mix(hash);
    flags[count] = mark;
    blocks[count] = block;
    count += 1;
  }
  return {
    hashes: hashes.slice(0, count),
    flags: flags.slice(0, count),
    blocks: blocks.slice(0, count),
  };
}

/** Whether the letter at a place in a word stands alone before a full stop. */
const isInitial = (text: string, start: number, at: number): boolean =>
  at === start || text.charCodeAt(at - 1) === 0x2e;

function isAcronym(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (classOf(text.charCodeAt(i)) !== UPPER && text.charCodeAt(i) !== 0x2e) return false;
  return true;
}

/** Whether anything but a word, and commas or hyphens after one, stands before a place in a text. */
function beginsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isJoining(text.charCodeAt(before))) before -= 1;
  return before < 0 || classOf(text.charCodeAt(before)) === OTHER;
}

/** Space, comma, hyphen. */
const isJoining = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x2c || code === 0x2d;

function opens(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!CLOSING.has(code)) return false;
  if (!AMBIGUOUS.has(code)) return true;
  const before = at > 0 ? classOf(text.charCodeAt(at - 1)) : OTHER;
  return before === OTHER && at + 1 < text.length && classOf(text.charCodeAt(at + 1)) !== OTHER;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
