/** The further pages of one article: those that it names, fetched one after the other, or files as they are given. */
import { setTimeout as pause } from 'node:timers/promises';
import { asNewsmillError } from '../errors.ts';
import type { ExtractionResult } from '../extract/extraction.ts';
import { readPageFile } from '../extract/page-file.ts';
import { joinPage } from '../extract/pages/join.ts';
import { readWhole } from '../extract/pages/whole.ts';
import type { ExtractPool } from '../extract/pool.ts';
import {
  createFetcher,
  type FetchConfig,
  type Fetcher,
  fetchOnce,
  parseRobots,
  productTokenOf,
  type RobotsPolicy,
  robotsAllows,
  robotsUrlOf,
} from '../fetch/index.ts';
import { say } from './output.ts';

type Extracted = Extract<ExtractionResult, { readonly content: object }>;

/** Joins files in the order given; one that only repeats the others is left out, and said. */
export async function joinFiles(
  first: Extracted,
  files: readonly string[],
  pool: ExtractPool,
  given: string | undefined,
): Promise<ExtractionResult> {
  let { content } = first;
  for (const file of files) {
    const { bytes, contentType } = await readPageFile(file);
    const input = { bytes, url: content.url, contentType: given ?? contentType, fetchedAt: Date.now() };
    const next = await pool.extract(input, { transfer: true });
    if (next.failure !== undefined) return next;
    const joined = joinPage(content, next.content);
    if (joined === null) say(`newsmill: ${file} repeats the pages before it and was left out`);
    else content = joined;
  }
  return { ...first, content };
}

/** Between two requests for pages of one article, in milliseconds. */
const PAUSE_MS = 1000;
/** A person waits: of a host that asks for longer pauses, only the first page is read. */
const LONGEST_PAUSE_MS = 10_000;

/** Fetches the pages that the article goes on with, where robots.txt lets them be read; what is left out is said. */
export async function joinPages(
  first: Extracted,
  pool: ExtractPool,
  config: FetchConfig & { readonly robots: 'obey' | 'ignore' },
): Promise<ExtractionResult> {
  if (first.continuation === null) return first;
  await using fetcher = createFetcher(config);
  const policies = new Map<string, RobotsPolicy>();
  const whole = await readWhole(first, async (url) => {
    try {
      const at = robotsUrlOf(url);
      const policy =
        config.robots === 'obey' ? (policies.get(at) ?? (await readRobots(at, config, fetcher))) : null;
      if (policy !== null) policies.set(at, policy);
      if (policy !== null && !robotsAllows(policy, url).allowed) return { why: 'robots.txt disallows it' };
      const wait = Math.max(PAUSE_MS, (policy?.crawlDelaySeconds ?? 0) * 1000);
      if (wait > LONGEST_PAUSE_MS) return { why: `the host asks for ${wait / 1000} s between requests` };
      await pause(wait);
      const page = await fetchOnce(url, { config, fetcher });
      const { bytes, contentType, finalUrl, fetchedAt } = page;
      return await pool.extract(
        { bytes, contentType, url: finalUrl, fetchedAt: fetchedAt.getTime() },
        { transfer: true },
      );
    } catch (thrown) {
      return { why: asNewsmillError(thrown).message };
    }
  });
  if (whole.missing !== null)
    say(
      `newsmill: the article goes on at ${whole.missing.url}, which was left out: ${whole.missing.why ?? 'it cannot be had'}`,
    );
  return whole.result;
}

async function readRobots(url: string, config: FetchConfig, fetcher: Fetcher): Promise<RobotsPolicy> {
  const product = productTokenOf(config.userAgent);
  try {
    const { bytes, status } = await fetchOnce(url, { config, fetcher });
    return parseRobots(bytes, status, product);
  } catch (thrown) {
    // A host that has no such file, or gives it to nobody, allows all; one that cannot answer, nothing (RFC 9309 §2.3.1).
    const { class: kind } = asNewsmillError(thrown);
    return parseRobots('', kind === 'permanent' || kind === 'blocked' ? 404 : null, product);
  }
}
