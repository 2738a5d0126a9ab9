/** Comparing titles: words, or pairs of characters in scripts without spaces, where single ones say nothing. */
import { isSpaceless } from './shingles.ts';
import { mix, SHORT, type Tokens } from './tokens.ts';

/**
 * What a text says in units that can be told apart: hashes of its words, or of neighbouring characters.
 * The shortest words (“the”, “of”, “und”) count only where there are no others.
 */
export function unitsOf(tokens: Tokens, spaceless = isSpaceless(tokens)): Set<number> {
  const { hashes, flags } = tokens;
  if (!spaceless || hashes.length < 2) {
    const telling = hashes.filter((_, i) => ((flags[i] ?? 0) & SHORT) === 0);
    return new Set(telling.length > 0 ? telling : hashes);
  }
  const pairs = new Set<number>();
  for (let i = 1; i < hashes.length; i += 1)
    pairs.add(mix(Math.imul(hashes[i - 1] ?? 0, 0x2c1b3c6d) ^ (hashes[i] ?? 0)));
  return pairs;
}

/** Share of the units of the shorter title that the other has too. 0 where one has none. */
export function titleOverlap(one: Tokens, other: Tokens): number {
  const spaceless = isSpaceless(one) || isSpaceless(other);
  const [a, b] = [unitsOf(one, spaceless), unitsOf(other, spaceless)];
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let both = 0;
  for (const unit of small) if (large.has(unit)) both += 1;
  return both / small.size;
}
