/**
 * Passages that a host prints in many of its articles (appeals, notices, portraits of authors): they must
 * not make two of them one. A passage is a whole line of some length.
 */
import { isSpaceless } from './shingles.ts';
import { mix, type Tokens } from './tokens.ts';
import type { Comparable } from './verify.ts';

/** Tokens (characters, in texts without spaces) below which a line is too common to be told by itself. */
const PASSAGE_WORDS = 8;
const PASSAGE_CHARACTERS = 16;
/** Passages of one text that are looked at. */
const MOST_PASSAGES = 500;

/** 64 bits of hash of the passage's tokens, as a signed decimal number (PostgreSQL bigint). */
type PassageKey = string;

interface Passage {
  readonly key: PassageKey;
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<Tokens, readonly Passage[]>();

function passagesOf(tokens: Tokens): readonly Passage[] {
  const made = known.get(tokens);
  if (made !== undefined) return made;
  const { hashes, blocks } = tokens;
  const least = isSpaceless(tokens) ? PASSAGE_CHARACTERS : PASSAGE_WORDS;
  const passages: Passage[] = [];
  for (let from = 0; from < hashes.length && passages.length < MOST_PASSAGES; ) {
    let to = from;
    let [high, low] = [0x2545f491, 0x5bd1e995];
    while (to < hashes.length && blocks[to] === blocks[from]) {
      high = Math.imul(high ^ (hashes[to] ?? 0), 0x01000193);
      low = (Math.imul(low, 0x2c1b3c6d) + (hashes[to] ?? 0)) | 0;
      to += 1;
    }
    if (to - from >= least) passages.push({ key: keyOf(mix(high), mix(low)), from, to });
    from = to;
  }
  known.set(tokens, passages);
  return passages;
}

function keyOf(high: number, low: number): PassageKey {
  return ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
}

/** The passages that two texts have in common, word for word. */
export function sharedPassages(one: Comparable, other: Comparable): PassageKey[] {
  const keys = new Set(passagesOf(other.body.tokens).map((passage) => passage.key));
  return [
    ...new Set(
      passagesOf(one.body.tokens)
        .map((passage) => passage.key)
        .filter((key) => keys.has(key)),
    ),
  ];
}

/** The document with its passages for which `isFurniture` holds marked as not counting. */
export function withFurniture(document: Comparable, isFurniture: (key: PassageKey) => boolean): Comparable {
  const marked = passagesOf(document.body.tokens).filter((passage) => isFurniture(passage.key));
  if (marked.length === 0) return document;
  const furniture = new Uint8Array(document.body.tokens.hashes.length);
  for (const { from, to } of marked) furniture.fill(1, from, to);
  return { ...document, furniture };
}
