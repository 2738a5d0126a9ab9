/**
 * Whether two texts are one: merged, related or apart, with the figures the decision rests on.
 *
 * Two texts are merged when one carries the other's words, outside quotations too, and nothing says that
 * they only look alike: a form filled in anew (weather, shares, results), a roundup, a statement or a
 * letter printed at length in an article of its own. In doubt they are not merged: a wrong merge hides
 * an article, a missed one shows it twice.
 */
import { type Alignment, align } from './align.ts';
import { cohesion } from './cohesion.ts';
import { DENSE_MERGED_FROM, guardOf, MERGED_FROM, MUTUAL_FROM } from './guards.ts';
import { datelineOf, leadsMatch, opensWith } from './openings.ts';
import { prepare } from './shingles.ts';
import { missingNumbers, substitutionsOf } from './substitutions.ts';
import { QUOTED, type Tokens, tokenize } from './tokens.ts';
import type { Comparable, Evidence, Verdict } from './verdict.ts';

export type { Comparable, Evidence, Guard, Verdict } from './verdict.ts';

export function comparable(document: {
  readonly title: string;
  readonly text: string;
  readonly host?: string | null | undefined;
}): Comparable {
  return {
    title: tokenize(document.title),
    body: prepare(tokenize(document.text)),
    host: document.host ?? null,
    dateline: datelineOf(document.text),
  };
}

/** Lower threshold: from here on one text derives from the other, or both from a third. */
export const RELATED_FROM = 0.25;
const RELATED_TOKENS = 40;
/** With fewer tokens outside quotations their share says nothing. */
const OUTSIDE_TOKENS = 30;

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
    guard !== 'other-name' &&
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
  let [countedLonger, coveredLonger, outsideLonger, outsideCoveredLonger] = [0, 0, 0, 0];
  for (let i = 0; i < coveredB.length; i += 1) {
    if (longer.furniture?.[i] === 1) continue;
    const isCovered = coveredB[i] ?? 0;
    countedLonger += 1;
    coveredLonger += isCovered;
    if (((longer.body.tokens.flags[i] ?? 0) & QUOTED) !== 0) continue;
    outsideLonger += 1;
    outsideCoveredLonger += isCovered;
  }
  const longerInShorter = share(coveredLonger, countedLonger);
  const substitutions = substitutionsOf(
    { title: shorter.title, body: shorter.body.tokens, dateline: shorter.dateline ?? 0 },
    { title: longer.title, body: longer.body.tokens, dateline: longer.dateline ?? 0 },
    runs,
  );
  const numbers = missingNumbers(shorter, longer, touched);
  const back = missingNumbers(longer, shorter, touchedBlocks(longer.body.tokens, coveredB));
  return {
    shorterInLonger: share(covered, counted),
    longerInShorter,
    outsideQuotes: outside < OUTSIDE_TOKENS && outside * 2 < counted ? null : share(outsideCovered, outside),
    longerOutsideQuotes: outsideLonger < OUTSIDE_TOKENS ? null : share(outsideCoveredLonger, outsideLonger),
    density: share(coveredInTouched, inTouched),
    common: covered,
    substitutions: substitutions.all,
    exclusive: substitutions.exclusive,
    inTitles: substitutions.inTitles,
    numbersMissing: numbers.missing,
    numbersAdded: back.missing,
    numbers: numbers.all,
    leads: leadsMatch(shorter.body.tokens, longer.body.tokens, runs),
    sharesOpening:
      opensWith(shorter.body.tokens, shorter.furniture, coveredA) ||
      opensWith(longer.body.tokens, longer.furniture, coveredB),
    cohesion:
      longerInShorter < MUTUAL_FROM && share(covered, counted) >= DENSE_MERGED_FROM
        ? cohesion(longer.title, longer.body.tokens, coveredB)
        : null,
  };
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

const round = (value: number): number => Math.round(value * 1000) / 1000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : round(part / whole));
