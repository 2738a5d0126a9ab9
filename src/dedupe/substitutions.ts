/** Where two texts say the same but for a name or a number: what a form filled in anew looks like. */
import type { Run } from './align.ts';
import { isSpaceless } from './shingles.ts';
import { CHARACTER, mix, NAME, NUMBER, type Tokens } from './tokens.ts';
import type { Comparable } from './verdict.ts';

/** A gap between two runs with more tokens is a passage, not a substitution. */
const MOST_TOKENS = 6;
/** Substitutions near each other make one gap of up to so many words, or characters where no spaces are written. */
const MOST_WORDS = 20;
const MOST_CHARACTERS = 40;

export interface Substitutions {
  /** All places, also where an edit put one name for another (“President Orre”, “Kaspar Orre”). */
  readonly all: number;
  /** Different ones in which each text has something that the other has nowhere. */
  readonly exclusive: number;
  /** Whether both titles name what is substituted: “Weather in Brindley”, “Weather in Ashford”. */
  readonly inTitles: boolean;
}

/** The most words, or characters, in front of what is shared that may be a name in the place of another. */
const MOST_LEADING_WORDS = 3;
const MOST_LEADING_CHARACTERS = 14;

interface Sides {
  readonly title: Tokens;
  readonly body: Tokens;
  /** Tokens of the dateline. */
  readonly dateline: number;
}

interface Gap {
  /** The names and numbers that stand in one text only. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** They are not only numbers. */
  readonly named: boolean;
  readonly between: boolean;
  /** So wide that it holds several substitutions. */
  readonly isFused: boolean;
}

/** Counts the substitutions around and between the runs of two aligned texts. */
export function substitutionsOf(a: Sides, b: Sides, runs: readonly Run[]): Substitutions {
  const most = isSpaceless(a.body) ? MOST_CHARACTERS : MOST_WORDS;
  let all = 0;
  const wide: Gap[] = [];
  for (let i = 0; i <= runs.length; i += 1) {
    const [before, after] = [runs[i - 1], runs[i]];
    if (before === undefined && after === undefined) continue;
    let [fromA, fromB] = before === undefined ? [0, 0] : [before.a + before.length, before.b + before.length];
    let [toA, toB] = after === undefined ? [a.body.hashes.length, b.body.hashes.length] : [after.a, after.b];
    // Both begin or end with a word or two that make no run yet: “Shares of X rose …”, “Shares of Y rose …”.
    const from = fromA;
    while (
      before === undefined &&
      fromA < toA &&
      fromB < toB &&
      a.body.hashes[fromA] === b.body.hashes[fromB]
    ) {
      fromA += 1;
      fromB += 1;
    }
    const to = toA;
    while (
      after === undefined &&
      toA > fromA &&
      toB > fromB &&
      a.body.hashes[toA - 1] === b.body.hashes[toB - 1]
    ) {
      toA -= 1;
      toB -= 1;
    }
    const [gapA, gapB] = [toA - fromA, toB - fromB];
    if (gapA < 1 || gapB < 1 || gapA > most || gapB > most) continue;
    const [onlyA, onlyB] = [
      tellingOnly(a.body, fromA, gapA, b.body, fromB, gapB),
      tellingOnly(b.body, fromB, gapB, a.body, fromA, gapA),
    ];
    const between =
      (before !== undefined || fromA > from || leads(a, gapA, b, gapB)) && (after !== undefined || toA < to);
    if (between && gapA <= MOST_TOKENS && gapB <= MOST_TOKENS && (onlyA.any || onlyB.any)) all += 1;
    // What stands before and after what is shared may be the outlets' own.
    if (onlyA.units.length > 0 && onlyB.units.length > 0)
      wide.push({
        a: onlyA.units,
        b: onlyB.units,
        named: onlyA.named && onlyB.named,
        between,
        isFused: most === MOST_WORDS && Math.max(gapA, gapB) > MOST_TOKENS,
      });
  }
  if (wide.length === 0) return { all, exclusive: 0, inTitles: false };
  const [titleA, titleB] = [allUnits(a.title), allUnits(b.title)];
  const [bodyA, bodyB] = [allUnits(a.body), allUnits(b.body)];
  const pairs = new Set<number>();
  let [named, numbered] = [false, 0];
  for (const gap of wide) {
    const ownA = gap.a.filter((unit) => !bodyB.has(unit) && !titleB.has(unit));
    const ownB = gap.b.filter((unit) => !bodyA.has(unit) && !titleA.has(unit));
    const places = gap.between ? Math.min(ownA.length, ownB.length, gap.isFused ? 2 : 1) : 0;
    for (let i = 0; i < places; i += 1) pairs.add(mix(Math.imul(ownA[i] ?? 0, 0x2c1b3c6d) ^ (ownB[i] ?? 0)));
    const inA = gap.a.some((unit) => titleA.has(unit) && !titleB.has(unit));
    const inB = gap.b.some((unit) => titleB.has(unit) && !titleA.has(unit));
    if (!inA || !inB) continue;
    if (gap.named) named = true;
    else numbered += 1;
  }
  // One number in title and text may be a toll that has risen since.
  return { all, exclusive: pairs.size, inTitles: named || (numbered > 0 && pairs.size > 1) };
}

/**
 * Whether both texts begin with about as few words before what they share, in the same line, and no dateline: “Delhi
 * will be sunny …”, “Patna will be sunny …”.
 */
function leads(a: Sides, gapA: number, b: Sides, gapB: number): boolean {
  const spaceless = isSpaceless(a.body);
  const most = spaceless ? MOST_LEADING_CHARACTERS : MOST_LEADING_WORDS;
  return (
    Math.max(gapA, gapB) <= most &&
    Math.abs(gapA - gapB) <= 1 &&
    a.dateline === 0 &&
    b.dateline === 0 &&
    a.body.blocks[gapA] === 0 &&
    b.body.blocks[gapB] === 0
  );
}

interface Only {
  readonly any: boolean;
  readonly named: boolean;
  readonly units: readonly number[];
}

/** The names and numbers of a gap that the other text's gap lacks. */
function tellingOnly(a: Tokens, fromA: number, gapA: number, b: Tokens, fromB: number, gapB: number): Only {
  const units: number[] = [];
  let [any, named] = [false, false];
  for (let i = fromA; i < fromA + gapA; i += 1) {
    const flag = a.flags[i] ?? 0;
    if ((flag & (NUMBER | NAME)) === 0) continue;
    let found = false;
    for (let j = fromB; j < fromB + gapB; j += 1) if (a.hashes[i] === b.hashes[j]) found = true;
    if (found) continue;
    any = true;
    if ((flag & NUMBER) === 0) named = true;
    if ((flag & CHARACTER) === 0) units.push(a.hashes[i] ?? 0);
    else units.push(pairAt(a, i), pairAt(a, i + 1));
  }
  return { any, named, units };
}

/** Words as they are; characters of scripts without spaces in pairs, because single ones are nearly everywhere. */
function allUnits(tokens: Tokens): Set<number> {
  const units = new Set<number>();
  tokens.flags.forEach((flag, i) => {
    if ((flag & CHARACTER) === 0) units.add(tokens.hashes[i] ?? 0);
    else units.add(pairAt(tokens, i)).add(pairAt(tokens, i + 1));
  });
  return units;
}

const pairAt = ({ hashes }: Tokens, i: number): number =>
  mix(Math.imul(hashes[i - 1] ?? 0, 0x2c1b3c6d) ^ (hashes[i] ?? 0));

export interface MissingNumbers {
  readonly missing: number;
  readonly all: number;
}

/**
 * Numbers in the blocks of a text that another shares (1 in `touched`), and how many of them that one lacks. The date
 * of a dateline does not count where the other has none: outlets cut it off.
 */
export function missingNumbers(text: Comparable, other: Comparable, touched: Uint8Array): MissingNumbers {
  const { flags, hashes, blocks } = text.body.tokens;
  const known = new Set<number>();
  const from = hasNumber(other.body.tokens, other.dateline ?? 0) ? 0 : (text.dateline ?? 0);
  other.body.tokens.flags.forEach((flag, i) => {
    if ((flag & NUMBER) !== 0) known.add(other.body.tokens.hashes[i] ?? 0);
  });
  let [all, missing] = [0, 0];
  for (let i = from; i < flags.length; i += 1) {
    if (((flags[i] ?? 0) & NUMBER) === 0 || touched[blocks[i] ?? 0] === 0) continue;
    all += 1;
    if (!known.has(hashes[i] ?? 0)) missing += 1;
  }
  return { missing, all };
}

/** Whether one of the first `count` tokens is a number. */
function hasNumber({ flags }: Tokens, count: number): boolean {
  for (let i = 0; i < count; i += 1) if (((flags[i] ?? 0) & NUMBER) !== 0) return true;
  return false;
}
