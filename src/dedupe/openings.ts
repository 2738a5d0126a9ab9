/** Whether texts begin with what they share. */
import type { Run } from './align.ts';
import { isSpaceless } from './shingles.ts';
import { CHARACTERS_A_WORD, type Tokens, tokenize } from './tokens.ts';

/** Shared text begins within so many tokens of the beginning, or this share of the text. */
const LEAD_TOKENS = 90;
const LEAD_SHARE = 0.15;
const LEAD_ROOM = 0.5;
const LEAD_RUN = 12;
/** A line with fewer words before the text is a credit, a kicker or a date. */
const OPENING_TOKENS = 15;

/** Place and date in front of an agency in brackets, of what Chinese agencies say instead, or of a dash. */
const DATELINE =
  /^(?:[^\n(（【]{0,70}(?:[(（【][\p{L}\p{M}/.\s-]{2,40}[)）】]|\p{Nd}{1,2}日电)|\p{Lu}[^\n–—-]{1,40}\s?(?:[–—]|--?)\s)/u;

/** Tokens of the dateline that a text begins with; 0 where there is none. */
export function datelineOf(text: string): number {
  const found = DATELINE.exec(text.slice(0, 140));
  return found === null ? 0 : tokenize(found[0]).hashes.length;
}

/** Whether the first long run stands near the beginning of both. */
export function leadsMatch(a: Tokens, b: Tokens, runs: readonly Run[]): boolean {
  // In front of a brief there is room for a credit, not for another brief.
  const room = Math.min(LEAD_TOKENS, a.hashes.length * LEAD_ROOM);
  const near = (at: number, length: number): boolean => at <= Math.max(room, length * LEAD_SHARE);
  return runs.some(
    (run) => run.length >= LEAD_RUN && near(run.a, a.hashes.length) && near(run.b, b.hashes.length),
  );
}

/** Whether half of the first line with something to say is covered. */
export function opensWith(tokens: Tokens, furniture: Uint8Array | undefined, covered: Uint8Array): boolean {
  const { blocks } = tokens;
  const least = isSpaceless(tokens) ? OPENING_TOKENS * CHARACTERS_A_WORD : OPENING_TOKENS;
  for (let from = 0; from < blocks.length; ) {
    let [to, hit, counted] = [from, 0, 0];
    while (to < blocks.length && blocks[to] === blocks[from]) {
      if (furniture?.[to] !== 1) {
        counted += 1;
        hit += covered[to] ?? 0;
      }
      to += 1;
    }
    if (counted >= least) return hit * 2 >= counted;
    from = to;
  }
  return false;
}
