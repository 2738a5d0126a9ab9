/** Whether a page that is known under its address still tells the story it told. */
import { isSpaceless, wordsOf } from './shingles.ts';
import { titleOverlap } from './titles.ts';
import { NAME, NUMBER, type Tokens } from './tokens.ts';
import { type Comparable, verify } from './verify.ts';

/** A body with fewer words may be a notice in the place of the text, which is no other story. */
const TELLING_WORDS = 40;
/** With fewer words one cannot tell. */
const FEWEST_WORDS = 8;
/** An edit, however heavy, keeps more of the wording than this. */
const KEPT_WORDING = 0.1;
/** A text written anew about the same matter keeps more of its names than this. */
const KEPT_NAMES = 0.3;
/** The same two figures where the title is still the same. */
const STANDING_TITLE_WORDING = 0.02;
const STANDING_TITLE_NAMES = 0.25;
/** Share of the words of a title that make it the same title. */
const SAME_TITLE = 0.7;

/**
 * True where an address is used for another story: hardly a passage, few names and not the title of
 * `before` are left in `after`. A page with a standing title (`Daily briefing`) is judged by its text.
 */
export function isAnotherStory(before: Comparable, after: Comparable): boolean {
  const words = [before, after].map(({ body }) => wordsOf(body.tokens));
  const isBrief = Math.max(...words) < TELLING_WORDS;
  if (Math.min(...words) < (isBrief ? FEWEST_WORDS : TELLING_WORDS)) return false;
  const { evidence } = verify(before, after);
  // Of two briefs it takes that they have nothing in common.
  if (isBrief && (evidence.common > 0 || titleOverlap(before.title, after.title) > 0)) return false;
  if (evidence.shorterInLonger >= KEPT_WORDING) return false;
  const spaceless = isSpaceless(before.body.tokens) || isSpaceless(after.body.tokens);
  const names = spaceless ? 0 : overlap(before.body.tokens, after.body.tokens, NAME | NUMBER);
  if (names >= KEPT_NAMES) return false;
  const title = titleOverlap(before.title, after.title);
  // With the same title it takes a text that shares next to nothing.
  return (
    title < SAME_TITLE || (evidence.shorterInLonger < STANDING_TITLE_WORDING && names < STANDING_TITLE_NAMES)
  );
}

/** A passage of this share in common, or the same title, makes two pages the same story. */
const SAME_STORY_WORDING = 0.3;

/**
 * True where two pages plainly tell one story: asked before a page's own word that it is another
 * address of a known article is believed.
 */
export function isSameStory(one: Comparable, other: Comparable): boolean {
  return (
    verify(one, other).evidence.shorterInLonger >= SAME_STORY_WORDING ||
    titleOverlap(one.title, other.title) >= SAME_TITLE
  );
}

/** Share of the distinct tokens with one of the `wanted` flags of the smaller set that both have. */
function overlap(a: Tokens, b: Tokens, wanted: number): number {
  const [x, y] = [distinct(a, wanted), distinct(b, wanted)];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let both = 0;
  for (const hash of small) if (large.has(hash)) both += 1;
  return both / small.size;
}

function distinct(tokens: Tokens, wanted: number): Set<number> {
  const found = new Set<number>();
  tokens.flags.forEach((flag, i) => {
    if ((flag & wanted) !== 0) found.add(tokens.hashes[i] ?? 0);
  });
  return found;
}
