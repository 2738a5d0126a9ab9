/** Which parts of two texts are the same, in words: runs of shared shingles. */
import type { Prepared } from './shingles.ts';

/** The same tokens in both texts, one after the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

export interface Alignment {
  /** In the order of the first text. Each is at least a shingle long; a token of either is in one run at most. */
  readonly runs: readonly Run[];
  /** One element a token: 1 where a run covers it. */
  readonly coveredA: Uint8Array;
  readonly coveredB: Uint8Array;
}

/** Occurrences of one shingle looked at: a refrain must not make the work quadratic. */
const MOST_OCCURRENCES = 4;

/** An open-addressing table from shingle to its first place, with a chain to later ones. */
class Places {
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #next: Int32Array;
  readonly #shingles: Int32Array;

  constructor(shingles: Int32Array) {
    let size = 16;
    while (size < shingles.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(shingles.length).fill(-1);
    this.#shingles = shingles;
    for (let i = shingles.length - 1; i >= 0; i -= 1) {
      const slot = this.#slotOf(shingles[i] ?? 0);
      this.#next[i] = this.#slots[slot] ?? -1;
      this.#slots[slot] = i;
    }
  }

  first(shingle: number): number {
    return this.#slots[this.#slotOf(shingle)] ?? -1;
  }

  after(place: number): number {
    return this.#next[place] ?? -1;
  }

  #slotOf(shingle: number): number {
    let slot = shingle & this.#mask;
    for (;;) {
      const place = this.#slots[slot] ?? -1;
      if (place === -1 || this.#shingles[place] === shingle) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/**
 * Aligns two texts. Runs may stand in another order in the second text; of several places the longest
 * run wins, and among equals the one nearest after the run before.
 */
export function align(a: Prepared, b: Prepared): Alignment {
  const coveredA = new Uint8Array(a.tokens.hashes.length);
  const coveredB = new Uint8Array(b.tokens.hashes.length);
  const runs: Run[] = [];
  if (a.width !== b.width || a.shingles.length === 0 || b.shingles.length === 0)
    return { runs, coveredA, coveredB };
  const places = new Places(b.shingles);
  let expected = 0;
  for (let i = 0; i < a.shingles.length; ) {
    const best = longestRun(a, b, places, i, expected, coveredB);
    if (best === null) {
      i += 1;
      continue;
    }
    runs.push(best);
    coveredA.fill(1, best.a, best.a + best.length);
    coveredB.fill(1, best.b, best.b + best.length);
    i = best.a + best.length;
    expected = best.b + best.length;
  }
  return { runs, coveredA, coveredB };
}

function longestRun(
  a: Prepared,
  b: Prepared,
  places: Places,
  at: number,
  expected: number,
  coveredB: Uint8Array,
): Run | null {
  let best: Run | null = null;
  let looked = 0;
  const ta = a.tokens.hashes;
  const tb = b.tokens.hashes;
  for (
    let place = places.first(a.shingles[at] ?? 0);
    place !== -1 && looked < MOST_OCCURRENCES;
    place = places.after(place)
  ) {
    looked += 1;
    let length = 0;
    while (
      at + length < ta.length &&
      place + length < tb.length &&
      ta[at + length] === tb[place + length] &&
      coveredB[place + length] === 0
    )
      length += 1;
    if (length < a.width) continue;
    const nearer =
      best !== null && length === best.length && Math.abs(place - expected) < Math.abs(best.b - expected);
    if (best === null || length > best.length || nearer) best = { a: at, b: place, length };
  }
  return best;
}
