/** Shingles: short runs of tokens. A few of them, chosen by content, find the texts worth comparing. */
import { CHARACTER, CHARACTERS_A_WORD, mix, type Tokens } from './tokens.ts';

/** Words in a shingle. */
const WORDS = 5;
/** Characters in a shingle of a text without spaces: about as telling as five words. */
const CHARACTERS = 9;

/** Keys of one text: enough that a copy cut to a third still shares several. */
export const KEYS_PER_TEXT = 28;

/** A text, ready to be compared. */
export interface Prepared {
  readonly tokens: Tokens;
  /** Tokens in a shingle. */
  readonly width: number;
  /** Hash of the shingle that begins at each token; shorter than the tokens by `width` - 1. */
  readonly shingles: Int32Array;
}

/** Whether most of the text is written without spaces. */
export function isSpaceless(tokens: Tokens): boolean {
  let characters = 0;
  for (const flag of tokens.flags) if ((flag & CHARACTER) !== 0) characters += 1;
  return characters * 2 > tokens.flags.length;
}

/** Words, or what amounts to them in a text without spaces. */
export function wordsOf(tokens: Tokens): number {
  return isSpaceless(tokens) ? tokens.hashes.length / CHARACTERS_A_WORD : tokens.hashes.length;
}

export function prepare(tokens: Tokens): Prepared {
  const width = isSpaceless(tokens) ? CHARACTERS : WORDS;
  const { hashes } = tokens;
  const count = Math.max(0, hashes.length - width + 1);
  const shingles = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    let hash = 0;
    for (let j = 0; j < width; j += 1) hash = (Math.imul(hash, 0x2c1b3c6d) + (hashes[i + j] ?? 0)) | 0;
    shingles[i] = mix(hash);
  }
  return { tokens, width, shingles };
}

/**
 * The candidate keys of a text: its shingles with the smallest second hash (bottom-k sketch, Broder
 * 1997), signed 32-bit, ascending, distinct. Two texts share about `KEYS_PER_TEXT` times the part that
 * they have in common, counted on the longer.
 */
export function candidateKeys({ shingles }: Prepared): number[] {
  const ranked = new Float64Array(shingles.length);
  // Rank in the upper bits, the key itself in the lower: one typed sort does it.
  for (let i = 0; i < shingles.length; i += 1) {
    const key = shingles[i] ?? 0;
    ranked[i] = (mix(key ^ 0x5bd1e995) >>> 11) * 4_294_967_296 + (key >>> 0);
  }
  ranked.sort();
  const keys: number[] = [];
  let last = -1;
  for (const value of ranked) {
    if (value === last) continue;
    last = value;
    keys.push((value % 4_294_967_296) | 0);
    if (keys.length === KEYS_PER_TEXT) break;
  }
  return keys.sort((a, b) => a - b);
}
