/**
 * Texts written anew in one walk, unit by unit as a table says, with one blank for each run of blanks and none at the
 * ends: what a chain of regular expressions would do, without a string for each step.
 */

/** What a unit becomes: itself or another above the blank, the blank, or one of the two below. */
export type Rewrite = (unit: number) => number;
/** The unit is left out, and does not part what stands around it. */
export const DROP = 1;
/** The table cannot say: the whole text is left to something slower. */
export const LEAVE = 2;
export const BLANK = 0x20;

/** Units of the longest text that is walked. */
const LONGEST = 16_384;

/** Where a walk writes; it ends before another begins. */
const BYTES = Buffer.alloc(LONGEST);
const PAIRS = Buffer.alloc(2 * LONGEST);
const UNITS = new Uint16Array(PAIRS.buffer, PAIRS.byteOffset, LONGEST);

/**
 * @param rewrite asked once for each unit that is met; never gives 0
 * @returns what makes the new text, or null where it leaves that
 */
export function rewriter(rewrite: Rewrite): (text: string) => string | null {
  const table = new Uint16Array(0x1_0000);
  const learn: Rewrite = (unit) => {
    const out = rewrite(unit);
    table[unit] = out;
    return out;
  };
  return (text) => {
    if (text.length > LONGEST) return null;
    const bytes = writeBytes(text, table, learn);
    if (bytes >= 0) return BYTES.toString('latin1', 0, bytes);
    if (bytes === LEFT) return null;
    const units = writeUnits(text, table, learn);
    return units === LEFT ? null : PAIRS.toString('utf16le', 0, 2 * units);
  };
}

const LEFT = -1;
const TOO_WIDE = -2;

/**
 * Nearly all that is made fits one byte a character: V8 stores, hashes and searches such strings faster.
 * @returns bytes written; `TOO_WIDE` where one character needs more
 */
function writeBytes(text: string, table: Uint16Array, learn: Rewrite): number {
  const bytes = BYTES;
  let length = 0;
  let wasWord = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const out = table[unit] || learn(unit);
    if (out < BLANK || out > 0xff) {
      if (out === DROP) continue;
      return out === LEAVE ? LEFT : TOO_WIDE;
    }
    // Without branches, as the processor would guess wrong at the ends of words: each blank is written, and written
    // over where it follows another or nothing.
    bytes[length] = out;
    const isWord = (BLANK - out) >>> 31;
    length += isWord | wasWord;
    wasWord = isWord;
  }
  return length > 0 && wasWord === 0 ? length - 1 : length;
}

/** The same in whole units. A loop for both kinds of array takes half as long again. */
function writeUnits(text: string, table: Uint16Array, learn: Rewrite): number {
  const units = UNITS;
  let length = 0;
  let wasWord = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const out = table[unit] || learn(unit);
    if (out < BLANK) {
      if (out === DROP) continue;
      return LEFT;
    }
    units[length] = out;
    const isWord = (BLANK - out) >>> 31;
    length += isWord | wasWord;
    wasWord = isWord;
  }
  return length > 0 && wasWord === 0 ? length - 1 : length;
}
