/**
 * What Unicode says about each UTF-16 code unit, learnt once and then read from a table: the same
 * answers as `\p{…}` and `normalize()`, without a regular expression or ICU for every string. Text
 * helpers walk strings with it and leave what it does not know (`EXOTIC`) to those.
 *
 * `const bits = CLASSES[unit] || learn(unit)`: 0 is what no unit has.
 */

/** `\p{L}`. */
export const LETTER = 1 << 0;
/** `\p{N}`. */
export const NUMBER = 1 << 1;
/** `\p{M}`. */
export const MARK = 1 << 2;
/**
 * Only ICU knows: halves of surrogate pairs, characters that become other letters, numbers or marks under NFKC or may
 * join the one before them, and those whose lower case is more than one unit or depends on its place.
 */
export const EXOTIC = 1 << 3;
const KNOWN = 1 << 7;

const UNITS = 0x1_0000;

/** Bits by code unit; 0 where it has not been met yet. */
export const CLASSES: Uint8Array = new Uint8Array(UNITS);

/** Reads a unit's bits from Unicode's own tables, and keeps them. */
export function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  let bits = KNOWN;
  if (/\p{L}/u.test(char)) bits |= LETTER;
  if (/\p{N}/u.test(char)) bits |= NUMBER;
  if (/\p{M}/u.test(char)) bits |= MARK;
  if (isExotic(unit, char, bits) || char.toLowerCase().length !== 1) bits |= EXOTIC;
  CLASSES[unit] = bits;
  return bits;
}

/** The lower case of a unit that is not `EXOTIC`. */
export function lowerOf(unit: number): number {
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

function isExotic(unit: number, char: string, bits: number): boolean {
  if (unit >= 0xd800 && unit <= 0xdfff) return true;
  // Marks, and the vowels and finals that Hangul syllables are put together from, join what stands before.
  if ((bits & MARK) !== 0 || (unit >= 0x1100 && unit <= 0x11ff)) return true;
  // A sigma's lower case depends on whether it ends its word.
  if (unit === 0x03a3) return true;
  const folded = char.normalize('NFKC');
  // A no-break space, an ellipsis: what they become stands between words as they do, and joins nothing.
  return folded !== char && /[\p{L}\p{N}\p{M}]/u.test(char + folded);
}
