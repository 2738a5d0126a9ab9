/** One request for a host's robots.txt, under a granted slot of that host (RFC 9309). */

import { z } from 'zod';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { failureOfStatus, isRedirect } from '../fetch/index.ts';
import {
  MAX_ROBOTS_BYTES,
  MAX_ROBOTS_REDIRECTS,
  parseRobots,
  productTokenOf,
  type RobotsPolicy,
} from '../fetch/robots.ts';
import type { GrantId, HostKey } from '../ids.ts';
import { inTransaction } from '../store/database.ts';
import { hostForRobots, type RobotsOutcome, settleRobots } from '../store/hosts.ts';
import type { HostRobots } from './host-robots.ts';
import type { FetchParts } from './parts.ts';

/** A read file is kept for a day (RFC 9309 §2.4); one that could not be read is asked for again sooner. */
const KEEP_MS = 24 * 3_600_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** A pace slower than this would never come round within a page's life. */
const SLOWEST_CRAWL_DELAY_SECONDS = 86_400;

const RobotsHop = z.object({ url: z.url(), count: z.int() });

export interface RobotsJob {
  readonly host: HostKey;
  readonly grantId: GrantId;
}

/** Fetches robots.txt, or the next hop of its redirects, and records the policy with the host. */
export async function visitRobots(parts: FetchParts, job: RobotsJob, signal?: AbortSignal): Promise<void> {
  const host = await hostForRobots(parts.database.db, job.host, job.grantId);
  if (!host) return;
  const hop = host.robotsHop === null ? null : RobotsHop.parse(host.robotsHop);
  const scheme = host.anyUrl?.startsWith('http:') ? 'http' : 'https';
  const url = hop?.url ?? `${scheme}://${job.host}/robots.txt`;
  const outcome = await askForRobots(
    parts,
    { url, hops: hop?.count ?? 0, failuresInRow: host.failuresInRow },
    signal,
  );
  const settled = await inTransaction(parts.database.db, (tx) =>
    settleRobots(tx, job.host, job.grantId, outcome),
  );
  if (!settled) return;
  parts.log.debug(
    { host: job.host, status: outcome.status, crawlDelayMs: outcome.crawlDelayMs },
    'robots.txt read',
  );
  parts.onFrontierMoved?.();
}

interface Ask {
  readonly url: string;
  readonly hops: number;
  readonly failuresInRow: number;
}

async function askForRobots(
  parts: FetchParts,
  ask: Ask,
  signal: AbortSignal | undefined,
): Promise<RobotsOutcome> {
  const { url } = ask;
  const agent = productTokenOf(parts.config.fetch.userAgent);
  try {
    const response = await parts.fetcher.request(url, {
      accept: 'text/plain,*/*;q=0.5',
      maxBytes: MAX_ROBOTS_BYTES,
      cut: true,
      signal,
    });
    if (isRedirect(response.status) && response.location !== null && ask.hops < MAX_ROBOTS_REDIRECTS) {
      const hop = { url: response.location, count: ask.hops + 1 };
      return { status: response.status, crawlDelayMs: null, expiresAt: new Date(), hop, failed: false };
    }
    const failure = failureOfStatus(response);
    if (failure && (response.status >= 500 || response.status === 429)) {
      const error = new NewsmillError('robots_unreachable', `${url} answered HTTP ${response.status}`, {
        ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
      });
      return unreachable(error, response.status, ask, agent);
    }
    return known(parseRobots(response.bytes, response.status, agent), response.status);
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `The request for ${url} was stopped before it ended`);
    return unreachable(asNewsmillError(thrown), null, ask, agent);
  }
}

function known(policy: RobotsPolicy, status: number): RobotsOutcome {
  const delay = policy.crawlDelaySeconds;
  const robots: HostRobots = { policy, failure: null };
  return {
    policy: robots,
    status,
    crawlDelayMs: delay === null ? null : Math.round(Math.min(delay, SLOWEST_CRAWL_DELAY_SECONDS) * 1000),
    expiresAt: new Date(Date.now() + KEEP_MS),
    failed: false,
  };
}

/** Unreachable means: everything is disallowed for now (RFC 9309 §2.3.1.4), and pages end with the same reason. */
function unreachable(error: NewsmillError, status: number | null, ask: Ask, agent: string): RobotsOutcome {
  const robots: HostRobots = { policy: parseRobots('', null, agent), failure: error.toFailure() };
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(ask.failuresInRow, 20));
  return {
    policy: robots,
    status,
    crawlDelayMs: null,
    expiresAt: new Date(Date.now() + pause),
    failed: true,
    retryAfterMs: (error.retryAfterSeconds ?? 0) * 1000,
  };
}
