/** Job schedulers: which there are, and whether one already is what it should be. */
import { isDeepStrictEqual } from 'node:util';
import type { JobSchedulerJson } from 'bullmq';
import type { Payload } from './backend.ts';

/** When a scheduler makes a job. `cron` has five or six fields; `timezone` is an IANA name. */
export type Rhythm = { readonly everyMs: number } | { readonly cron: string; readonly timezone: string };

export interface Schedule {
  readonly id: string;
  readonly rhythm: Rhythm;
  readonly job: { readonly name: string; readonly data: Payload };
  /** Epoch milliseconds of the next job. */
  readonly nextMs: number | undefined;
}

/** A scheduler as BullMQ tells it; undefined if it is none of ours. */
export function readSchedule(stored: JobSchedulerJson<Payload>): Schedule | undefined {
  const rhythm = rhythmOf(stored);
  if (rhythm === undefined) return undefined;
  return {
    id: stored.key,
    rhythm,
    job: { name: stored.name, data: stored.template?.data ?? {} },
    nextMs: stored.next,
  };
}

function rhythmOf({ every, pattern, tz }: JobSchedulerJson<Payload>): Rhythm | undefined {
  if (every !== undefined) return { everyMs: every };
  if (pattern !== undefined) return { cron: pattern, timezone: tz ?? 'UTC' };
  return undefined;
}

/** BullMQ's words for a rhythm. */
export function repeatOptions(rhythm: Rhythm): { every: number } | { pattern: string; tz: string } {
  return 'everyMs' in rhythm ? { every: rhythm.everyMs } : { pattern: rhythm.cron, tz: rhythm.timezone };
}

/** Whether two schedules make the same jobs at the same times. */
export function isSameSchedule(
  one: Pick<Schedule, 'rhythm' | 'job'>,
  other: Pick<Schedule, 'rhythm' | 'job'>,
): boolean {
  return isDeepStrictEqual(one.rhythm, other.rhythm) && isDeepStrictEqual(one.job, other.job);
}
