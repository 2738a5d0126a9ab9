/** How much of a body was found: the measures that published comparisons of extractors use. */

/** Runs of letters, digits and underscores, as `\w+` finds them in Unicode text. */
const WORD = /[\p{L}\p{N}_]+/gu;
/** The same, with each character of scripts without spaces as a word of its own. */
const TOKEN =
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f])[\p{L}\p{N}_])+/gu;

export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function words(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export function tokens(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
}

function counted(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const [item, count] of a) total += Math.min(count, b.get(item) ?? 0);
  return total;
}

/** Overlapping runs of four words; a text of fewer words is one run. */
function shingles(text: string): Map<string, number> {
  const all = words(text);
  const runs: string[] = [];
  for (let i = 0; i < Math.max(1, all.length - 3); i++) {
    const run = all.slice(i, i + 4);
    if (run.length > 0) runs.push(run.join(' '));
  }
  return counted(runs);
}

/** One page's counts for `shingleScore`. */
export interface ShingleCounts {
  readonly hit: number;
  readonly extra: number;
  readonly missing: number;
  /** Whether all words agree, in order. */
  readonly exact: boolean;
}

export function countShingles(found: string, truth: string): ShingleCounts {
  const wanted = shingles(truth);
  const got = shingles(found);
  const hit = common(wanted, got);
  const size = (counts: ReadonlyMap<string, number>): number => {
    let total = 0;
    for (const count of counts.values()) total += count;
    return total;
  };
  return {
    hit,
    extra: size(got) - hit,
    missing: size(wanted) - hit,
    exact: words(found).join(' ') === words(truth).join(' '),
  };
}

/**
 * Precision and recall of four-word shingles, each averaged over the pages where it is defined, and F1 of
 * the two averages (github.com/scrapinghub/article-extraction-benchmark).
 */
export function shingleScore(pages: readonly ShingleCounts[]): Prf & { readonly exact: number } {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { hit, extra, missing } of pages) {
    const empty = extra === 0 && missing === 0;
    if (hit + extra > 0) precisions.push(empty ? 1 : hit / (hit + extra));
    if (hit + missing > 0) recalls.push(empty ? 1 : hit / (hit + missing));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    exact: mean(pages.map((page) => (page.exact ? 1 : 0))),
  };
}

/** Bag-of-words F1 of one text; null where the truth has no words. */
export function tokenF1(found: string, truth: string): number | null {
  const wanted = tokens(truth);
  const got = tokens(found);
  if (wanted.length === 0) return null;
  if (got.length === 0) return 0;
  const hit = common(counted(got), counted(wanted));
  return harmonic(hit / got.length, hit / wanted.length);
}

/**
 * ROUGE-LSum F1 (Lin 2004, §3.2): per line of the truth the union of its longest common subsequences with
 * every line found, each word counted as often as both texts have it.
 */
export function rougeLSum(found: string, truth: string): number | null {
  const wanted = lines(truth);
  const got = lines(found);
  const wantedWords = wanted.flat();
  const gotWords = got.flat();
  if (wantedWords.length === 0) return null;
  if (gotWords.length === 0) return 0;
  const leftInWanted = counted(wantedWords);
  const leftInGot = counted(gotWords);
  const gotSets = got.map((line) => new Set(line));
  let hits = 0;
  for (const line of wanted) {
    const covered = new Uint8Array(line.length);
    got.forEach((other, i) => {
      if (line.some((word) => gotSets[i]?.has(word) === true)) markCommon(line, other, covered);
    });
    line.forEach((word, i) => {
      const a = leftInWanted.get(word) ?? 0;
      const b = leftInGot.get(word) ?? 0;
      if (covered[i] !== 1 || a === 0 || b === 0) return;
      hits++;
      leftInWanted.set(word, a - 1);
      leftInGot.set(word, b - 1);
    });
  }
  return harmonic(hits / gotWords.length, hits / wantedWords.length);
}

function lines(text: string): (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(tokens);
}

/** Marks the words of one longest common subsequence. Of several the same one is taken as other scorers take. */
function markCommon(line: readonly string[], other: readonly string[], covered: Uint8Array): void {
  const width = other.length + 1;
  const table = new Uint16Array((line.length + 1) * width);
  for (let i = 1; i <= line.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const at = i * width + j;
      table[at] =
        line[i - 1] === other[j - 1]
          ? (table[at - width - 1] ?? 0) + 1
          : Math.max(table[at - width] ?? 0, table[at - 1] ?? 0);
    }
  }
  let i = line.length;
  let j = other.length;
  while (i > 0 && j > 0) {
    if (line[i - 1] === other[j - 1]) {
      covered[i - 1] = 1;
      i--;
      j--;
    } else if ((table[(i - 1) * width + j] ?? 0) >= (table[i * width + j - 1] ?? 0)) i--;
    else j--;
  }
}

export function mean(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return values.length === 0 ? 0 : total / values.length;
}

export function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
