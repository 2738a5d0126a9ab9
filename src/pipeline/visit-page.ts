/** One request for one URL, under a granted slot: what the fetch and the render role do. */
import { asNewsmillError, NewsmillError } from '../errors.ts';
import type { Browser } from '../fetch/browser/browser.ts';
import { type FetchResponse, failureOfStatus, isRedirect } from '../fetch/index.ts';
import type { RequestOutcome } from '../observe/metrics.ts';
import { type Entry, type GrantedEntry, useGrant } from '../store/frontier.ts';
import type { Via } from '../store/tables.ts';
import { endBadly } from './end-visit.ts';
import { refusedByRobots } from './host-robots.ts';
import type { FetchParts, Parts } from './parts.ts';
import { addressFor, checkAddressLater } from './place-hosts.ts';
import { isKnownGood, type PageJob, takeResponse } from './take-response.ts';

export interface RenderParts extends Parts {
  readonly browser: Browser;
}

/** A visit by the plain client, which follows no redirect. */
export function visitPage(parts: FetchParts, job: PageJob, signal?: AbortSignal): Promise<void> {
  return visit(parts, job, 'fetch', signal, async (entry) =>
    parts.fetcher.request(entry.fetchUrl, {
      ...validatorsFor(entry),
      address: await addressFor(parts, parts.fetcher.guard, entry),
      proxy: entry.proxy,
      cookies: entry.wantsCookies ? entry.sourceId : null,
      signal,
    }),
  );
}

/** A visit by a browser, which follows redirects within a site itself. */
export function visitRendered(parts: RenderParts, job: PageJob, signal?: AbortSignal): Promise<void> {
  return visit(parts, job, 'render', signal, async (entry) => {
    const address = await addressFor(parts, parts.browser.guard, entry);
    return parts.browser.load(entry.fetchUrl, { address, proxy: entry.proxy, signal });
  });
}

/**
 * Makes the request that a grant allows, and records how it ended. A job that comes twice or late finds
 * its grant used. Throws only when the outcome could not be recorded, or `signal` stopped it.
 */
async function visit(
  parts: Parts,
  job: PageJob,
  via: Via,
  signal: AbortSignal | undefined,
  ask: (entry: GrantedEntry) => Promise<FetchResponse>,
): Promise<void> {
  const entry = await useGrant(parts.database.db, job.frontierId, job.grantId);
  if (!entry) return;
  if (entry.wasUsed) return endBadly(parts, entry, job, lostOutcome(entry), { via });
  const obeys = parts.config.fetch.robots === 'obey';
  const robots = obeys ? await parts.robots.of(parts.database.db, entry.host, entry.robotsRevision) : null;
  const refusal = robots && refusedByRobots(robots, entry.host, entry.fetchUrl);
  if (refusal) return endBadly(parts, entry, job, refusal);
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  let response: FetchResponse;
  try {
    response = await ask(entry);
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `The visit of ${entry.fetchUrl} was stopped before it ended`);
    const error = asNewsmillError(thrown);
    parts.metrics.request('failed', error.code, seconds());
    await checkAddressLater(parts, entry, error.code);
    return endBadly(parts, entry, job, error, { via });
  }
  parts.metrics.request(requestOutcome(response), response.status, seconds());
  await checkAddressLater(parts, entry, null);
  await takeResponse(parts, entry, job, response, via);
}

/** Validators are only sent where a 304 leaves nothing to do: the last visit went well, and no person asked for links. */
function validatorsFor(entry: Entry): { etag?: string | null; lastModified?: string | null } {
  return isKnownGood(entry) && entry.hops.length === 0
    ? { etag: entry.etag, lastModified: entry.lastModified }
    : {};
}

/** What a grant that was used already ends with: its host gets its pause before the URL is asked for again. */
function lostOutcome(entry: Entry): NewsmillError {
  return new NewsmillError(
    'outcome_lost',
    `The request for ${entry.fetchUrl} was made, but how it ended was not recorded`,
  );
}

function requestOutcome(response: FetchResponse): RequestOutcome {
  if (response.status === 304) return 'not_modified';
  if (failureOfStatus(response)) return 'failed';
  return isRedirect(response.status) ? 'redirect' : 'ok';
}
