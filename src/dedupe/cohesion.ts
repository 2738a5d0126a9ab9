/** Whether what a longer text adds to a part of it goes on with the matter of that part. */
import { unitsOf } from './titles.ts';
import { CHARACTER, mix, NAME, NUMBER, type Tokens } from './tokens.ts';

/** With fewer different names on either side nothing can be said. */
const FEWEST_NAMES = 8;

/**
 * How far the rest of a text speaks of what the part that is `covered` speaks of: the share of the names and numbers of
 * the one with fewer that both have, or half the share of the title's words that the rest has, whichever is more. The rest of a story
 * has some of both; the other items of a roundup under the headline of its first have hardly one. Null where there are
 * too few names to tell.
 */
export function cohesion(title: Tokens, body: Tokens, covered: Uint8Array): number | null {
  const { hashes, flags } = body;
  const [inside, outside, rest] = [new Set<number>(), new Set<number>(), new Set<number>()];
  let begun = false;
  for (let i = 0; i < hashes.length; i += 1) {
    const flag = flags[i] ?? 0;
    const hash = hashes[i] ?? 0;
    const unit = (flag & CHARACTER) === 0 ? hash : mix(Math.imul(hashes[i - 1] ?? 0, 0x2c1b3c6d) ^ hash);
    // Above what is shared, the headline may stand once more.
    if (covered[i] === 1) begun = true;
    else if (begun) rest.add(unit);
    if ((flag & (NAME | NUMBER)) !== 0) (covered[i] === 1 ? inside : outside).add(unit);
  }
  const [small, large] = inside.size <= outside.size ? [inside, outside] : [outside, inside];
  if (small.size < FEWEST_NAMES) return null;
  const units = unitsOf(title);
  const titled = units.size === 0 ? 0 : units.intersection(rest).size / units.size / 2;
  return Math.max(small.intersection(large).size / small.size, titled);
}
