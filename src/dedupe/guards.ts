/** What keeps two texts with much in common from being one. */
import { isSpaceless, wordsOf } from './shingles.ts';
import { titleOverlap, unitsOf } from './titles.ts';
import { CHARACTERS_A_WORD } from './tokens.ts';
import type { Comparable, Evidence, Guard } from './verdict.ts';

/** Upper threshold: a score from here on is a copy, if no guard objects. */
export const MERGED_FROM = 0.7;
/** So much is enough where what is shared is shared whole, block by block, from the lead on. */
export const DENSE_MERGED_FROM = 0.55;
const DENSE = 0.9;
/** A text of which the other carries less than this is longer, not a copy with an addition. */
export const MUTUAL_FROM = 0.6;
/** A copy cut to less than this share of the original is a quotation or a teaser. */
const SMALLEST_PART = 0.18;
/** Below this many words a text is a brief: every number must match. */
const BRIEF_WORDS = 100;
/** A brief must be the same nearly word for word to be a copy of one on its own host. */
const SAME_HOST_BRIEF_FROM = 0.95;
/** What two articles of one host have in common, at least, to be one under different titles. */
const SAME_HOST_FROM = 0.9;
/** Texts that have as much in common are one whatever opening and title they have. */
const ALIKE = 0.87;
/** In shorter texts no number may stand for another, and below the second figure no name: forms are no longer than that. */
const NUMBERED_WORDS = 200;
const NAMED_WORDS = 150;
/** Fewer words say nothing by themselves. */
const SHORTEST_WORDS = 12;
/** One substituted name or number in so many shared tokens is an edit, more is a form. */
const TOKENS_PER_SUBSTITUTION = 60;
/** Share of the longer text's title that must be found in the part printed elsewhere. */
const TITLE_SHARE = 0.5;
const NUMBERS_SHARE = 0.7;
/** Share of the numbers for which others may stand. */
const EXCHANGED_SHARE = 0.5;
/** Where a text quotes another, it has in common with it less than this part of what it has outside quotations. */
const OWN_WORDS = 0.5;
/** A roundup holds more of others than of one. */
const CUT_BELOW = 0.5;
/** What a story adds to its beginning has this share of its names, or of its title; other stories have hardly one. */
const COHESION = 0.08;

/** What keeps two texts from being merged; null: nothing does. */
export function guardOf(shorter: Comparable, longer: Comparable, e: Evidence, score: number): Guard | null {
  const words = wordsOf(shorter.body.tokens) * countedShare(shorter);
  if (words < SHORTEST_WORDS) return 'too-short';
  if (e.substitutions >= 3 && e.substitutions * TOKENS_PER_SUBSTITUTION > e.common) return 'template';
  const brief = words < BRIEF_WORDS;
  if (brief ? e.numbersMissing + e.numbersAdded + e.substitutions > 0 : lacksNumbers(e, words))
    return 'numbers';
  if (isForm(shorter, e)) return 'template';
  if (e.inTitles) return 'other-name';
  const dense = e.density >= DENSE && e.leads && e.outsideQuotes !== null;
  if (shorter.host !== null && shorter.host === longer.host) {
    const sameTitle = titleOverlap(shorter.title, longer.title) >= TITLE_SHARE;
    // What one host prints twice with a word changed is another report in the same form, or a correction; under another
    // title it is what the host writes on pages that have no text.
    if (brief && (score < SAME_HOST_BRIEF_FROM || !sameTitle)) return 'same-host-brief';
    // Under titles of their own, two articles of one host share what the host adds, or a background.
    const alike = Math.min(e.shorterInLonger, e.longerInShorter) >= SAME_HOST_FROM && e.sharesOpening;
    if (!alike && !sameTitle) return 'same-host';
  }
  if (e.shorterInLonger < (dense ? DENSE_MERGED_FROM : MERGED_FROM)) return 'little-in-common';
  if (score < (dense ? DENSE_MERGED_FROM : MERGED_FROM)) return 'quotations';
  // The longer text quotes the shorter: what is its own words is not shared.
  if (e.longerOutsideQuotes !== null && e.longerOutsideQuotes < e.longerInShorter * OWN_WORDS)
    return 'quotations';
  // Under other openings and titles two articles share what stands below: what a company says of itself, a background.
  if (!e.sharesOpening && Math.min(e.shorterInLonger, e.longerInShorter) < ALIKE) {
    const fitting = [titleFits(shorter, longer), titleFits(longer, shorter)].filter(Boolean).length;
    if (fitting < (e.leads ? 1 : 2)) return 'lead';
  }
  if (e.longerInShorter >= MUTUAL_FROM) return null;
  if (e.outsideQuotes === null) return 'quotations';
  if (e.longerInShorter < SMALLEST_PART) return 'part-too-small';
  if (!e.leads) return 'lead';
  if (!titleFits(shorter, longer)) return 'title';
  const cut = e.longerInShorter < CUT_BELOW;
  return cut && e.cohesion !== null && e.cohesion < COHESION ? 'other-subject' : null;
}

/** Whether two texts are one form that was filled in twice. */
function isForm(shorter: Comparable, e: Evidence): boolean {
  const spaceless = isSpaceless(shorter.body.tokens);
  const words = spaceless ? e.common / CHARACTERS_A_WORD : e.common;
  if (e.exclusive > 0 && words < NAMED_WORDS) return true;
  // Where no spaces are written any two characters may be a name: it takes more of them.
  return e.exclusive >= (spaceless ? 3 : 2) && e.exclusive * TOKENS_PER_SUBSTITUTION > words;
}

/** Share of a text that is not furniture of its host. */
function countedShare({ furniture }: Comparable): number {
  if (furniture === undefined || furniture.length === 0) return 1;
  let counted = 0;
  for (const mark of furniture) counted += 1 - mark;
  return counted / furniture.length;
}

/** Many numbers that the longer text lacks, or as many that either lacks: others stand in their place. */
function lacksNumbers(e: Evidence, words: number): boolean {
  const exchanged = Math.min(e.numbersMissing, e.numbersAdded);
  if (exchanged > 0 && words < NUMBERED_WORDS) return true;
  return (
    (e.numbersMissing > 2 && e.numbersMissing > e.numbers * (1 - NUMBERS_SHARE)) ||
    (exchanged > 1 && exchanged >= e.numbers * EXCHANGED_SHARE && exchanged * TOKENS_PER_SUBSTITUTION > words)
  );
}

/** Whether the longer text's title is about what the shorter text says. */
function titleFits(shorter: Comparable, longer: Comparable): boolean {
  const spaceless = isSpaceless(longer.title);
  // A few sentences are easily found whole in a roundup, whose title has no more than small words of them.
  const few = wordsOf(shorter.body.tokens) < NAMED_WORDS;
  const title = few || spaceless ? unitsOf(longer.title, spaceless) : new Set(longer.title.hashes);
  if (title.size === 0) return false;
  const said = spaceless ? unitsOf(shorter.body.tokens, true) : new Set(shorter.body.tokens.hashes);
  for (const unit of spaceless ? unitsOf(shorter.title, true) : shorter.title.hashes) said.add(unit);
  let found = 0;
  for (const unit of title) if (said.has(unit)) found += 1;
  return found >= title.size * TITLE_SHARE;
}
