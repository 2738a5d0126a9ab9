/**
 * Lines that a host prints in many of its articles are the host's, not the articles'. What is kept of a host is
 * bounded: the lines it repeats most (Misra and Gries, “Finding repeated elements”, 1982: with k counters, a line
 * that stands in more than a kth of all is always among them, and no count is ever too high).
 */
import { z } from 'zod';

export const HostLines = z.object({
  /** Articles that were counted; halved now and then, as the counts are, so that a host may change its design. */
  articles: z.number().int().nonnegative(),
  /** Articles at least in which a line stood, by its key. */
  counts: z.record(z.string(), z.number().int().positive()),
});
export type HostLines = z.infer<typeof HostLines>;

export const NO_LINES: HostLines = { articles: 0, counts: {} };

const COUNTERS = 128;
/** Lines of one article that are counted: from its beginning and, most of them, from its end. */
const FIRST_LINES = 8;
const LAST_LINES = 20;
/** From so many articles on, what is known counts half. */
const HALVED_AT = 500;
/** A line is the host's once it stood in so many articles, and in such a share of all. */
const LEAST_ARTICLES = 6;
const LEAST_SHARE = 0.3;

/** Counts the lines of one more article, each once. */
export function learnLines(known: HostLines, lines: readonly string[]): HostLines {
  const counts = new Map(Object.entries(known.counts));
  const some =
    lines.length <= FIRST_LINES + LAST_LINES
      ? lines
      : [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)];
  for (const line of new Set(some)) {
    const count = counts.get(line);
    if (count !== undefined) counts.set(line, count + 1);
    else if (counts.size < COUNTERS) counts.set(line, 1);
    else subtract(counts, (one) => one - 1);
  }
  let articles = known.articles + 1;
  if (articles >= HALVED_AT) {
    articles = Math.floor(articles / 2);
    subtract(counts, (one) => Math.floor(one / 2));
  }
  return { articles, counts: Object.fromEntries(counts) };
}

function subtract(counts: Map<string, number>, less: (count: number) => number): void {
  for (const [line, count] of counts) {
    const left = less(count);
    if (left < 1) counts.delete(line);
    else counts.set(line, left);
  }
}

/** The lines that are the host's. */
export function repeatedLines({ articles, counts }: HostLines): string[] {
  const least = Math.max(LEAST_ARTICLES, LEAST_SHARE * articles);
  return Object.entries(counts)
    .filter(([, count]) => count >= least)
    .map(([line]) => line);
}
