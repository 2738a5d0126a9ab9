/** The options every job is added with. */
import { randomBytes } from 'node:crypto';
import type { JobsOptions, KeepJobs } from 'bullmq';
import type { Config } from '../config/schema.ts';
import { NewsmillError } from '../errors.ts';
import { BACKOFF } from './retry.ts';

/** `queue` of the configuration. */
export type QueueSettings = Config['queue'];

const KEEP_SECONDS = 7 * 86_400;
const MAX_ID_LENGTH = 400;
const MAX_DATA_BYTES = 4096;
const COUNT_EVERY = 32;

/** Highest priority value BullMQ takes; 0 comes first, then 1, and so on. */
export const MAX_PRIORITY = 2_097_151;

/**
 * Options of a job that stands for `id`.
 *
 * BullMQ's own job id cannot serve as the identity: an add with an id that exists says nothing, and
 * a finished job that is kept for the board would bar the id for good. So the job id is unique, and
 * the identity is the deduplication key, which BullMQ takes and gives back in the same step that
 * adds or finishes the job: it is held while the job waits, runs, is retried or has stalled.
 */
export function identityOptions(id: string): { jobId: string; deduplication: { id: string } } {
  if (id === '' || id.length > MAX_ID_LENGTH) {
    throw new NewsmillError(
      'invalid_input',
      `A job’s id has 1 to ${MAX_ID_LENGTH} characters, not ${id.length}`,
    );
  }
  // BullMQ keeps colons in job ids for itself.
  const jobId = `${id.replaceAll(':', '.')}~${randomBytes(9).toString('base64url')}`;
  return { jobId, deduplication: { id } };
}

/**
 * How long finished jobs stay: `keepCompleted` and `keepFailed` of them, none longer than a week.
 * Redis drops the surplus by rank, at no cost. PostgreSQL reads all kept rows to find it, so there every 32nd job that
 * ends well cleans up after the others.
 */
export function commonOptions(config: QueueSettings, cleansUp: boolean): JobsOptions {
  const keep = (count: number, otherwise: false | KeepJobs): boolean | KeepJobs => {
    if (count === 0) return true;
    return cleansUp ? { age: KEEP_SECONDS, count } : otherwise;
  };
  return {
    attempts: config.attempts,
    backoff: { type: BACKOFF },
    removeOnComplete: keep(config.keepCompleted, false),
    removeOnFail: keep(config.keepFailed, { age: KEEP_SECONDS }),
    stackTraceLimit: 3,
    keepLogs: 50,
    sizeLimit: MAX_DATA_BYTES,
  };
}

/** Tells whose turn it is to clean up, for each queue of its own: the first job's that a process adds, and so on. */
export function cleaningTurns(kind: 'redis' | 'postgres'): (queue: string) => boolean {
  const added = new Map<string, number>();
  return (queue) => {
    if (kind === 'redis') return true;
    const count = added.get(queue) ?? 0;
    added.set(queue, (count + 1) % COUNT_EVERY);
    return count === 0;
  };
}
