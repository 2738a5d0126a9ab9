/** The one place where an error becomes a job's outcome: tried again, and when, or failed for good. */
import { UnrecoverableError } from 'bullmq';
import { asNewsmillError, isRetried, type NewsmillError } from '../errors.ts';

/** Longest pause between two tries, unless the far side asked for a longer one. */
export const MAX_BACKOFF_MS = 600_000;
const MAX_RETRY_AFTER_MS = 86_400_000;

/** Name of the backoff strategy in the jobs' options; see `pauseBeforeRetry`. */
export const BACKOFF = 'newsmill';

/** A failure that is worth another try. Its message is `code: sentence`, as the board shows it. */
export class RetriedError extends Error {
  /** What the far side asked for (Retry-After, RFC 9110 §10.2.3); 0 if it did not. */
  readonly retryAfterMs: number;

  constructor(error: NewsmillError) {
    super(reasonOf(error), { cause: error });
    this.name = 'RetriedError';
    this.retryAfterMs = (error.retryAfterSeconds ?? 0) * 1000;
  }
}

/**
 * What a worker throws to BullMQ for what a handler threw: `RetriedError` if the class of the failure
 * is retried, else BullMQ's own `UnrecoverableError`, which ends the job at once.
 */
export function asOutcome(thrown: unknown): RetriedError | UnrecoverableError {
  const error = asNewsmillError(thrown);
  return isRetried(error.class) ? new RetriedError(error) : new UnrecoverableError(reasonOf(error));
}

/** `code: sentence`, as a failed job's reason. */
export function reasonOf(error: NewsmillError): string {
  return `${error.code}: ${error.message}`;
}

/**
 * Milliseconds until the next try: doubles with each one, is spread over its upper half so that jobs
 * that failed together do not come back together, and is never shorter than what was asked for.
 *
 * @param attempt tries made so far, from 1
 * @param baseMs  pause after the first one (`queue.backoffMs`)
 * @param random  0 to 1
 */
export function pauseBeforeRetry(
  attempt: number,
  baseMs: number,
  error?: unknown,
  random = Math.random(),
): number {
  const whole = Math.min(baseMs * 2 ** Math.min(attempt - 1, 40), MAX_BACKOFF_MS);
  const asked = error instanceof RetriedError ? Math.min(error.retryAfterMs, MAX_RETRY_AFTER_MS) : 0;
  return Math.round(Math.max(whole / 2 + (whole / 2) * random, asked));
}
