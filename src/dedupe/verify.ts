/**
 * Whether two texts are one: merged, related or apart, with the figures the decision rests on.
 *
 * Two texts are merged when one carries the other's words, outside quotations too, and nothing says that
 * they only look alike: a form filled in anew (weather, shares, results), a roundup, a statement or a
 * letter printed at length in an article of its own. In doubt they are not merged: a wrong merge hides
 * an article, a missed one shows it twice.
 */
import { type Alignment, align, type Run } from './align.ts';
import { isSpaceless, type Prepared, prepare } from './shingles.ts';
import { titleOverlap, unitsOf } from './titles.ts';
import { NAME, NUMBER, QUOTED, type Tokens, tokenize } from './tokens.ts';

/** A document as it is compared. */
export interface Comparable {
  readonly title: Tokens;
  readonly body: Prepared;
  /** Host the document was found on; null where it is not known. */
  readonly host: string | null;
  /** Body tokens that newsmill knows to be furniture of the host: 1 where they do not count. */
  readonly furniture?: Uint8Array | undefined;
}

export function comparable(document: {
  readonly title: string;
  readonly text: string;
  readonly host?: string | null | undefined;
}): Comparable {
  return {
    title: tokenize(document.title),
    body: prepare(tokenize(document.text)),
    host: document.host ?? null,
  };
}

/** What keeps two texts with much in common from being merged. */
export type Guard =
  | 'little-in-common'
  | 'quotations'
  | 'template'
  | 'numbers'
  | 'same-host-brief'
  | 'same-host'
  | 'lead'
  | 'title'
  | 'part-too-small'
  | 'too-short';

/** The figures of a comparison; shares are 0 to 1, rounded to thousandths. */
export interface Evidence {
  /** Share of the shorter text that the longer carries. */
  readonly shorterInLonger: number;
  readonly longerInShorter: number;
  /** The first figure outside quotation marks; null where the text is nearly all quotation. */
  readonly outsideQuotes: number | null;
  /** Share of the shorter text covered in those of its blocks that the longer has at all. */
  readonly density: number;
  /** Tokens they have in common. */
  readonly common: number;
  /** Places where both say the same but for a name or a number. */
  readonly substitutions: number;
  /** Numbers of the shared blocks of the shorter text that the longer lacks, of `numbers`. */
  readonly numbersMissing: number;
  /** Numbers of the shared blocks of the longer text that the shorter lacks. */
  readonly numbersAdded: number;
  readonly numbers: number;
  /** Whether both begin with what they share. */
  readonly leads: boolean;
  /** Whether one of them begins with a passage that the other has anywhere. */
  readonly sharesOpening: boolean;
}

export interface Verdict {
  readonly outcome: 'merged' | 'related' | 'apart';
  /** The smaller of the shares with and without quotations. */
  readonly score: number;
  /** Which text carries the other: `both` when each carries nearly all of the other. */
  readonly direction: 'a-in-b' | 'b-in-a' | 'both';
  /** Why it was not merged; null when it was. */
  readonly guard: Guard | null;
  readonly evidence: Evidence;
}

/** Upper threshold: a score from here on is a copy, if no guard objects. */
export const MERGED_FROM = 0.7;
/** So much is enough where what is shared is shared whole, block by block, from the lead on. */
const DENSE_MERGED_FROM = 0.55;
const DENSE = 0.9;
/** Lower threshold: from here on one text derives from the other, or both from a third. */
export const RELATED_FROM = 0.25;
const RELATED_TOKENS = 40;
/** A text of which the other carries less than this is longer, not a copy with an addition. */
const MUTUAL_FROM = 0.6;
/** A copy cut to less than this share of the original is a quotation or a teaser. */
const SMALLEST_PART = 0.18;
/** Below this many words a text is a brief: every number must match. */
const BRIEF_WORDS = 100;
/** A brief must be the same nearly word for word to be a copy of one on its own host. */
const SAME_HOST_BRIEF_FROM = 0.95;
/** What two articles of one host have in common, at least, to be one under different titles. */
const SAME_HOST_FROM = 0.9;
/** Fewer words say nothing by themselves. */
const SHORTEST_WORDS = 12;
/** One substituted name or number in so many shared tokens is an edit, more is a form. */
const TOKENS_PER_SUBSTITUTION = 60;
/** A gap between two runs with more tokens is a passage, not a substitution. */
const SUBSTITUTION_TOKENS = 6;
/** Shared text begins within so many tokens of the beginning, or this share of the text. */
const LEAD_TOKENS = 90;
const LEAD_SHARE = 0.15;
const LEAD_ROOM = 0.5;
const LEAD_RUN = 12;
/** Share of the longer text's title that must be found in the part printed elsewhere. */
const TITLE_SHARE = 0.5;
const NUMBERS_SHARE = 0.7;
/** A line with fewer words before the text is a credit, a kicker or a date. */
const OPENING_TOKENS = 15;
/** With fewer tokens outside quotations their share says nothing. */
const OUTSIDE_TOKENS = 30;
/** Characters of a text without spaces that count as a word. */
const CHARACTERS_A_WORD = 1.8;

/** Compares two documents. The outcome does not depend on which is given first. */
export function verify(a: Comparable, b: Comparable): Verdict {
  const swapped =
    a.body.tokens.hashes.length > b.body.tokens.hashes.length ||
    (a.body.tokens.hashes.length === b.body.tokens.hashes.length && firstIsLater(a, b));
  const [shorter, longer] = swapped ? [b, a] : [a, b];
  const alignment = align(shorter.body, longer.body);
  const evidence = measure(shorter, longer, alignment);
  const score = Math.min(evidence.shorterInLonger, evidence.outsideQuotes ?? 1);
  const guard = guardOf(shorter, longer, evidence, score);
  const related =
    evidence.shorterInLonger >= RELATED_FROM &&
    evidence.common >= RELATED_TOKENS &&
    guard !== 'template' &&
    guard !== 'numbers';
  const mutual = evidence.longerInShorter >= MERGED_FROM;
  return {
    outcome: guard === null ? 'merged' : related ? 'related' : 'apart',
    score: round(score),
    direction: mutual ? 'both' : swapped ? 'b-in-a' : 'a-in-b',
    guard,
    evidence,
  };
}

/** Texts of one length are put in an order of their own, so that the order of arrival does not count. */
function firstIsLater(a: Comparable, b: Comparable): boolean {
  const [ha, hb] = [a.body.tokens.hashes, b.body.tokens.hashes];
  for (let i = 0; i < ha.length; i += 1) {
    const difference = (ha[i] ?? 0) - (hb[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function measure(shorter: Comparable, longer: Comparable, alignment: Alignment): Evidence {
  const { coveredA, coveredB, runs } = alignment;
  const touched = touchedBlocks(shorter.body.tokens, coveredA);
  let [counted, covered, outside, outsideCovered, inTouched, coveredInTouched] = [0, 0, 0, 0, 0, 0];
  const { flags, blocks } = shorter.body.tokens;
  for (let i = 0; i < flags.length; i += 1) {
    if (shorter.furniture?.[i] === 1) continue;
    const isCovered = coveredA[i] ?? 0;
    counted += 1;
    covered += isCovered;
    if (touched[blocks[i] ?? 0] === 1) {
      inTouched += 1;
      coveredInTouched += isCovered;
    }
    if (((flags[i] ?? 0) & QUOTED) === 0) {
      outside += 1;
      outsideCovered += isCovered;
    }
  }
  let [countedLonger, coveredLonger] = [0, 0];
  for (let i = 0; i < coveredB.length; i += 1) {
    if (longer.furniture?.[i] === 1) continue;
    countedLonger += 1;
    coveredLonger += coveredB[i] ?? 0;
  }
  const numbers = missingNumbers(shorter.body.tokens, longer.body.tokens, touched);
  const back = missingNumbers(
    longer.body.tokens,
    shorter.body.tokens,
    touchedBlocks(longer.body.tokens, coveredB),
  );
  return {
    shorterInLonger: share(covered, counted),
    longerInShorter: share(coveredLonger, countedLonger),
    outsideQuotes: outside < OUTSIDE_TOKENS && outside * 2 < counted ? null : share(outsideCovered, outside),
    density: share(coveredInTouched, inTouched),
    common: covered,
    substitutions: countSubstitutions(shorter.body.tokens, longer.body.tokens, runs),
    numbersMissing: numbers.missing,
    numbersAdded: back.missing,
    numbers: numbers.all,
    leads: leadsMatch(shorter.body.tokens, longer.body.tokens, runs),
    sharesOpening: opensWith(shorter, coveredA) || opensWith(longer, coveredB),
  };
}

function guardOf(shorter: Comparable, longer: Comparable, e: Evidence, score: number): Guard | null {
  const words = wordsOf(shorter.body.tokens) * countedShare(shorter);
  if (words < SHORTEST_WORDS) return 'too-short';
  if (e.substitutions >= 3 && e.substitutions * TOKENS_PER_SUBSTITUTION > e.common) return 'template';
  const brief = words < BRIEF_WORDS;
  if (brief ? e.numbersMissing + e.numbersAdded + e.substitutions > 0 : lacksNumbers(e)) return 'numbers';
  const dense = e.density >= DENSE && e.leads && e.outsideQuotes !== null;
  // What one host prints twice with a word changed is another report in the same form, or a correction.
  if (brief && shorter.host !== null && shorter.host === longer.host && score < SAME_HOST_BRIEF_FROM)
    return 'same-host-brief';
  // Under titles of their own, two articles of one host share what the host adds, or a background.
  const sameHost = shorter.host !== null && shorter.host === longer.host;
  const alike = Math.min(e.shorterInLonger, e.longerInShorter) >= SAME_HOST_FROM && e.sharesOpening;
  if (sameHost && !alike && titleOverlap(shorter.title, longer.title) < TITLE_SHARE) return 'same-host';
  if (e.shorterInLonger < (dense ? DENSE_MERGED_FROM : MERGED_FROM)) return 'little-in-common';
  if (score < (dense ? DENSE_MERGED_FROM : MERGED_FROM)) return 'quotations';
  if (e.longerInShorter >= MUTUAL_FROM) return null;
  if (e.outsideQuotes === null) return 'quotations';
  if (e.longerInShorter < SMALLEST_PART) return 'part-too-small';
  if (!e.leads) return 'lead';
  return titleFits(shorter, longer) ? null : 'title';
}

/** Share of a text that is not furniture of its host. */
function countedShare({ furniture }: Comparable): number {
  if (furniture === undefined || furniture.length === 0) return 1;
  let counted = 0;
  for (const mark of furniture) counted += 1 - mark;
  return counted / furniture.length;
}

const lacksNumbers = (e: Evidence): boolean =>
  e.numbersMissing > 2 && e.numbersMissing > e.numbers * (1 - NUMBERS_SHARE);

/** Words, or what amounts to them in a text without spaces. */
export function wordsOf(tokens: Tokens): number {
  return isSpaceless(tokens) ? tokens.hashes.length / CHARACTERS_A_WORD : tokens.hashes.length;
}

/** Blocks of which at least half is covered. */
function touchedBlocks(tokens: Tokens, covered: Uint8Array): Uint8Array {
  const { blocks } = tokens;
  const count = (blocks[blocks.length - 1] ?? 0) + 1;
  const all = new Int32Array(count);
  const hit = new Int32Array(count);
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] ?? 0;
    all[block] = (all[block] ?? 0) + 1;
    hit[block] = (hit[block] ?? 0) + (covered[i] ?? 0);
  }
  const touched = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) touched[i] = (hit[i] ?? 0) * 2 >= (all[i] ?? 0) ? 1 : 0;
  return touched;
}

function missingNumbers(
  shorter: Tokens,
  longer: Tokens,
  touched: Uint8Array,
): { readonly missing: number; readonly all: number } {
  const known = new Set<number>();
  longer.flags.forEach((flag, i) => {
    if ((flag & NUMBER) !== 0) known.add(longer.hashes[i] ?? 0);
  });
  let [missing, all] = [0, 0];
  shorter.flags.forEach((flag, i) => {
    if ((flag & NUMBER) === 0 || touched[shorter.blocks[i] ?? 0] === 0) return;
    all += 1;
    if (!known.has(shorter.hashes[i] ?? 0)) missing += 1;
  });
  return { missing, all };
}

/** Gaps of a few tokens on both sides between neighbouring runs, that differ in a name or a number. */
function countSubstitutions(a: Tokens, b: Tokens, runs: readonly Run[]): number {
  let count = 0;
  for (let i = 1; i < runs.length; i += 1) {
    const [before, after] = [runs[i - 1], runs[i]];
    if (before === undefined || after === undefined) continue;
    const [fromA, fromB] = [before.a + before.length, before.b + before.length];
    const [gapA, gapB] = [after.a - fromA, after.b - fromB];
    if (gapA < 1 || gapB < 1 || gapA > SUBSTITUTION_TOKENS || gapB > SUBSTITUTION_TOKENS) continue;
    if (tellsApart(a, fromA, gapA, b, fromB, gapB) || tellsApart(b, fromB, gapB, a, fromA, gapA)) count += 1;
  }
  return count;
}

function tellsApart(a: Tokens, fromA: number, gapA: number, b: Tokens, fromB: number, gapB: number): boolean {
  for (let i = fromA; i < fromA + gapA; i += 1) {
    if (((a.flags[i] ?? 0) & (NUMBER | NAME)) === 0) continue;
    let found = false;
    for (let j = fromB; j < fromB + gapB; j += 1) if (a.hashes[i] === b.hashes[j]) found = true;
    if (!found) return true;
  }
  return false;
}

/** Whether the first long run stands near the beginning of both. */
function leadsMatch(a: Tokens, b: Tokens, runs: readonly Run[]): boolean {
  // In front of a brief there is room for a credit, not for another brief.
  const room = Math.min(LEAD_TOKENS, a.hashes.length * LEAD_ROOM);
  const near = (at: number, length: number): boolean => at <= Math.max(room, length * LEAD_SHARE);
  return runs.some(
    (run) => run.length >= LEAD_RUN && near(run.a, a.hashes.length) && near(run.b, b.hashes.length),
  );
}

/** Whether half of the first line with something to say is covered. */
function opensWith({ body: { tokens }, furniture }: Comparable, covered: Uint8Array): boolean {
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

/** Whether the longer text's title is about what the shorter text says. */
function titleFits(shorter: Comparable, longer: Comparable): boolean {
  const spaceless = isSpaceless(longer.title);
  // A few sentences are easily found whole in a roundup, whose title has no more than small words of them.
  const brief = wordsOf(shorter.body.tokens) < BRIEF_WORDS;
  const title = brief || spaceless ? unitsOf(longer.title, spaceless) : new Set(longer.title.hashes);
  if (title.size === 0) return false;
  const said = spaceless ? unitsOf(shorter.body.tokens, true) : new Set(shorter.body.tokens.hashes);
  for (const unit of spaceless ? unitsOf(shorter.title, true) : shorter.title.hashes) said.add(unit);
  let found = 0;
  for (const unit of title) if (said.has(unit)) found += 1;
  return found >= title.size * TITLE_SHARE;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : round(part / whole));
