/**
 * One request for a host's robots.txt (RFC 9309), or for the tdmrep.json that is read after it, under a granted slot of
 * that host.
 */
import { z } from 'zod';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { type FetchResponse, failureOfStatus, isRedirect } from '../fetch/index.ts';
import {
  MAX_ROBOTS_BYTES,
  MAX_ROBOTS_REDIRECTS,
  parseRobots,
  productTokenOf,
  type RobotsPolicy,
  robotsAllows,
} from '../fetch/robots.ts';
import { hostKeyOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import { type GrantId, HostKey } from '../ids.ts';
import { MAX_TDMREP_BYTES, readTdmrep, TDMREP_PATH } from '../rights/tdmrep.ts';
import { inTransaction } from '../store/database.ts';
import { hostForRobots, type RobotsOutcome, settleRobots } from '../store/hosts.ts';
import { HostRobots } from './host-robots.ts';
import { verdictOf } from './host-verdict.ts';
import type { FetchParts } from './parts.ts';
import { addressFor, checkAddressLater, type Placed } from './place-hosts.ts';

/** A read file is kept for a day (RFC 9309 §2.4); one that could not be read is asked for again sooner. */
const KEEP_MS = 24 * 3_600_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** A file that could not be read for so long counts as not there (RFC 9309 §2.3.1.4). */
const UNREACHABLE_MS = 30 * 24 * 3_600_000;
/** A pace slower than this would never come round within a page's life. */
const SLOWEST_CRAWL_DELAY_SECONDS = 86_400;

/** Where the next request goes, as `hosts.robots_hop` keeps it. */
const RobotsHop = z.object({
  url: z.url(),
  count: z.int(),
  /** The host of `url`, whose slot it takes. */
  host: HostKey,
  /** Set where tdmrep.json is asked for: what robots.txt brought, which holds when that has ended. */
  after: z
    .object({ status: z.int().nullable(), crawlDelayMs: z.int().nullable(), expiresAt: z.iso.datetime() })
    .optional(),
});

export interface RobotsJob {
  readonly host: HostKey;
  readonly grantId: GrantId;
}

/** Fetches robots.txt, the next hop of its redirects, or tdmrep.json, and records what it says with the host. */
export async function visitRobots(parts: FetchParts, job: RobotsJob, signal?: AbortSignal): Promise<void> {
  const host = await hostForRobots(parts.database.db, job.host, job.grantId);
  if (!host) return;
  const hop = host.robotsHop === null ? null : RobotsHop.parse(host.robotsHop);
  const stored = host.robots === null ? null : HostRobots.parse(host.robots);
  const scheme = host.anyUrl?.startsWith('http:') ? 'http' : 'https';
  const ask: Ask = {
    origin: `${scheme}://${job.host}`,
    url: hop?.url ?? `${scheme}://${job.host}/robots.txt`,
    hops: hop?.count ?? 0,
    failuresInRow: host.failuresInRow,
    proxy: host.proxy,
    placed: { host: host.askedHost, lane: host.robotsLane, addressing: host.addressing },
    stored,
  };
  const outcome =
    hop?.after !== undefined && stored !== null
      ? await askForTdmrep(parts, ask, hop.after, stored, signal)
      : await askForRobots(parts, ask, signal);
  await checkAddressLater(
    parts,
    { ...ask.placed, isAddressOld: host.isAddressOld },
    outcome.failure?.code ?? null,
  );
  const settled = await inTransaction(parts.database.db, (tx) =>
    settleRobots(tx, job.host, job.grantId, outcome, hostPolicies(parts.config)),
  );
  if (!settled) return;
  parts.log.debug(
    { url: ask.url, status: outcome.status, crawlDelayMs: outcome.crawlDelayMs },
    hop?.after === undefined ? 'robots.txt read' : 'tdmrep.json read',
  );
  parts.onFrontierMoved?.();
}

interface Ask {
  readonly origin: string;
  readonly url: string;
  readonly hops: number;
  readonly failuresInRow: number;
  readonly proxy: string | null;
  /** The host that is asked, and whose slot that takes. */
  readonly placed: Placed;
  /** What is known of the host already; null at the first request. */
  readonly stored: HostRobots | null;
}

async function askForRobots(
  parts: FetchParts,
  ask: Ask,
  signal: AbortSignal | undefined,
): Promise<RobotsOutcome> {
  const { url, stored } = ask;
  const agent = productTokenOf(parts.config.fetch.userAgent);
  // Only what the host itself answered is asked for anew; the end of a redirect may be elsewhere by now.
  const known = ask.hops === 0 && stored?.policy.access === 'rules' ? stored : null;
  try {
    const response = await parts.fetcher.request(url, {
      accept: 'text/plain,*/*;q=0.5',
      maxBytes: MAX_ROBOTS_BYTES,
      cut: true,
      address: await addressFor(parts, parts.fetcher.guard, ask.placed),
      proxy: ask.proxy,
      etag: known?.etag,
      lastModified: known?.lastModified,
      signal,
    });
    if (isRedirect(response.status) && response.location !== null && ask.hops < MAX_ROBOTS_REDIRECTS) {
      return toHop(response.status, {
        url: response.location,
        count: ask.hops + 1,
        host: hostKeyOf(response.location),
      });
    }
    if (response.status === 304 && known !== null) return read(parts, ask, known.policy, 304, known);
    const failure = failureOfStatus(response);
    if (failure && (response.status >= 500 || response.status === 429)) {
      const error = new NewsmillError('robots_unreachable', `${url} answered HTTP ${response.status}`, {
        ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
      });
      return unreachable(parts, { error, because: failure }, response.status, ask);
    }
    const validators = ask.hops === 0 ? response : { etag: null, lastModified: null };
    return read(parts, ask, parseRobots(response.bytes, response.status, agent), response.status, validators);
  } catch (thrown) {
    refuseIfStopped(signal, url);
    const error = asNewsmillError(thrown);
    return unreachable(parts, { error, because: error }, null, ask);
  }
}

/** The policy holds for a day; tdmrep.json is asked for next, if it is wanted and may be. */
function read(
  parts: FetchParts,
  ask: Ask,
  policy: RobotsPolicy,
  status: number,
  { etag, lastModified }: Pick<FetchResponse, 'etag' | 'lastModified'>,
): RobotsOutcome {
  const delay = policy.crawlDelaySeconds;
  const now = new Date();
  const robots: HostRobots = {
    policy,
    failure: null,
    unreachableSince: null,
    readAt: now.toISOString(),
    etag,
    lastModified,
    tdm: ask.stored?.tdm ?? null,
  };
  const outcome: RobotsOutcome = {
    policy: robots,
    status,
    crawlDelayMs: delay === null ? null : Math.round(Math.min(delay, SLOWEST_CRAWL_DELAY_SECONDS) * 1000),
    expiresAt: new Date(now.getTime() + KEEP_MS),
    verdict: { says: 'answered' },
  };
  const url = ask.origin + TDMREP_PATH;
  if (!parts.config.rights.tdmrep || !robotsAllows(policy, url).allowed) return outcome;
  const after = { status, crawlDelayMs: outcome.crawlDelayMs, expiresAt: outcome.expiresAt.toISOString() };
  return { ...outcome, hop: { url, count: 0, host: hostKeyOf(url), after } };
}

/** A host without the file, or one that does not answer for it, reserves nothing by it; robots.txt holds all the same. */
async function askForTdmrep(
  parts: FetchParts,
  ask: Ask,
  after: NonNullable<z.infer<typeof RobotsHop>['after']>,
  stored: HostRobots,
  signal: AbortSignal | undefined,
): Promise<RobotsOutcome> {
  const ended = (tdm: HostRobots['tdm'], retryAfterSeconds: number | null = null): RobotsOutcome => ({
    policy: { ...stored, tdm } satisfies HostRobots,
    status: after.status,
    crawlDelayMs: after.crawlDelayMs,
    expiresAt: new Date(after.expiresAt),
    verdict: { says: 'answered', retryAfterMs: (retryAfterSeconds ?? 0) * 1000 },
  });
  try {
    const response = await parts.fetcher.request(ask.url, {
      accept: 'application/json,*/*;q=0.5',
      maxBytes: MAX_TDMREP_BYTES,
      cut: true,
      address: await addressFor(parts, parts.fetcher.guard, ask.placed),
      proxy: ask.proxy,
      signal,
    });
    if (isRedirect(response.status) && response.location !== null && ask.hops < MAX_ROBOTS_REDIRECTS) {
      const { expiresAt, ...hop } = toHop(after.status, {
        url: response.location,
        count: ask.hops + 1,
        host: hostKeyOf(response.location),
        after,
      });
      return { ...hop, expiresAt, crawlDelayMs: after.crawlDelayMs };
    }
    // What was said goes on while the host is in trouble.
    if (response.status >= 500 || response.status === 429)
      return ended(stored.tdm, response.retryAfterSeconds);
    if (response.status !== 200 || response.truncated) return ended(null);
    return ended(readTdmrep(Buffer.from(response.bytes).toString('utf8')));
  } catch (thrown) {
    refuseIfStopped(signal, ask.url);
    parts.log.debug({ url: ask.url, code: asNewsmillError(thrown).code }, 'tdmrep.json could not be read');
    return ended(stored.tdm);
  }
}

function toHop(status: number | null, hop: z.infer<typeof RobotsHop>): RobotsOutcome {
  return { status, crawlDelayMs: null, expiresAt: new Date(), hop, verdict: { says: 'answered' } };
}

function refuseIfStopped(signal: AbortSignal | undefined, url: string): void {
  if (signal?.aborted)
    throw new NewsmillError('internal', `The request for ${url} was stopped before it ended`);
}

/**
 * Unreachable means: everything is disallowed for now, and pages end with the same reason; after 30 days, that there is
 * no file (RFC 9309 §2.3.1.4).
 */
function unreachable(
  parts: FetchParts,
  { error, because }: { readonly error: NewsmillError; readonly because: NewsmillError },
  status: number | null,
  ask: Ask,
): RobotsOutcome {
  const agent = productTokenOf(parts.config.fetch.userAgent);
  const now = Date.now();
  const since = ask.stored?.unreachableSince ?? new Date(now).toISOString();
  const isGivenUp = now - Date.parse(since) >= UNREACHABLE_MS;
  const robots: HostRobots = {
    policy: parseRobots('', isGivenUp ? 404 : null, agent),
    failure: isGivenUp ? null : error.toFailure(),
    unreachableSince: since,
    readAt: ask.stored?.readAt ?? null,
    etag: null,
    lastModified: null,
    tdm: ask.stored?.tdm ?? null,
  };
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(ask.failuresInRow, 20));
  return {
    policy: robots,
    status,
    crawlDelayMs: null,
    expiresAt: new Date(now + (isGivenUp ? KEEP_MS : pause)),
    verdict: verdictOf(because, parts.config.fetch, status),
    failure: { code: because.code, message: because.message },
  };
}
