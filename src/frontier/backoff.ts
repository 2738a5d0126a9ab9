/** When a URL whose visit failed is tried again. The failure's class alone decides whether. */
import { type FailureClass, isRetried } from '../errors.ts';

export interface BackoffPolicy {
  /** Tries of one visit, the first included. */
  readonly attempts: number;
  /** Pause after the first failure, in milliseconds. */
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

/** For sources: a host in trouble gets hours, not a hail of requests. */
export const SOURCE_BACKOFF: BackoffPolicy = {
  attempts: 6,
  firstMs: 60_000,
  factor: 4,
  mostMs: 6 * 3_600_000,
};

/** For a crawl, where a person waits for the summary. */
export const CRAWL_BACKOFF: BackoffPolicy = { attempts: 3, firstMs: 1000, factor: 3, mostMs: 10_000 };

/** For a visit whose worker died: nothing says that the host is in trouble, and its own pause holds anyway. */
export const LOST_BACKOFF: BackoffPolicy = { attempts: 6, firstMs: 1000, factor: 4, mostMs: 600_000 };

/**
 * The pause before the next try in milliseconds, or null if there is to be none.
 *
 * Equal jitter: between half and all of the exponential pause, so that URLs which failed together do
 * not come back together.
 *
 * @param attempt how many tries there were, the failed one included
 * @param retryAfterMs what the host asked for; never undercut
 */
export function retryPause(
  policy: BackoffPolicy,
  failureClass: FailureClass,
  attempt: number,
  retryAfterMs = 0,
  random: () => number = Math.random,
): number | null {
  if (!isRetried(failureClass) || attempt >= policy.attempts) return null;
  const full = Math.min(policy.mostMs, policy.firstMs * policy.factor ** (attempt - 1));
  return Math.max(Math.round(full / 2 + (random() * full) / 2), retryAfterMs);
}
