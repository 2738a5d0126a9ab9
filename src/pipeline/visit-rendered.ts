/** One page load in a browser, under a granted slot: what the render role does. */
import { asNewsmillError, NewsmillError } from '../errors.ts';
import type { Browser } from '../fetch/browser/browser.ts';
import type { FetchResponse } from '../fetch/index.ts';
import { useGrant } from '../store/frontier.ts';
import { endBadly } from './end-visit.ts';
import { refusedByRobots } from './host-robots.ts';
import type { Parts } from './parts.ts';
import { lostOutcome, type PageJob, takeResponse } from './visit-page.ts';

export interface RenderParts extends Parts {
  readonly browser: Browser;
}

/** As `visitPage`, by a browser, which follows redirects itself. */
export async function visitRendered(parts: RenderParts, job: PageJob, signal?: AbortSignal): Promise<void> {
  const entry = await useGrant(parts.database.db, job.frontierId, job.grantId);
  if (!entry) return;
  if (entry.wasUsed) return endBadly(parts, entry, job, lostOutcome(entry));
  const obeys = parts.config.fetch.robots === 'obey' && entry.robots !== null;
  const refusal = obeys ? refusedByRobots(entry.robots, entry.host, entry.fetchUrl) : null;
  if (refusal) return endBadly(parts, entry, job, refusal);
  const started = performance.now();
  let response: FetchResponse;
  try {
    response = await parts.browser.load(entry.fetchUrl, signal);
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `Loading ${entry.fetchUrl} was stopped before it ended`);
    const error = asNewsmillError(thrown);
    parts.metrics.request('failed', error.code, (performance.now() - started) / 1000);
    return endBadly(parts, entry, job, error);
  }
  parts.metrics.request('ok', response.status, (performance.now() - started) / 1000);
  await takeResponse(parts, entry, job, response, 'render');
}
