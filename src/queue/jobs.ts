/**
 * Queue names and what each job carries. Jobs carry ids, never documents: everything a job needs
 * is read from PostgreSQL when it runs, so a job that comes twice, late or never harms nothing.
 */
import { z } from 'zod';
import { FrontierId, GrantId, HostKey, SnapshotId, SourceId } from '../ids.ts';

/** Every queue with its job names and the schema of each job's data. */
export const JOBS = {
  discover: {
    /** A source's time has come: its entry points become due in the frontier. */
    'source-due': z.strictObject({ sourceId: SourceId }),
    /** A feed, sitemap or hub page was fetched: its URLs go into the frontier. */
    'read-entry': z.strictObject({ frontierId: FrontierId, snapshotId: SnapshotId }),
  },
  fetch: {
    /** One request for a URL whose host's slot was granted. */
    page: z.strictObject({ frontierId: FrontierId, grantId: GrantId }),
    /** One request for a host's robots.txt, under a granted slot as well. */
    robots: z.strictObject({ host: HostKey, grantId: GrantId }),
  },
  render: {
    /** As fetch's page, by a browser. */
    page: z.strictObject({ frontierId: FrontierId, grantId: GrantId }),
  },
  extract: {
    page: z.strictObject({ frontierId: FrontierId, snapshotId: SnapshotId }),
  },
  deliver: {
    /** Sends what a webhook has not had yet. */
    webhook: z.strictObject({ name: z.string().max(63) }),
  },
  maintain: {
    /** Removes what is older than its retention. */
    prune: z.strictObject({}),
  },
} as const;

export type QueueName = keyof typeof JOBS;
export const QUEUE_NAMES = Object.keys(JOBS) as QueueName[];

export type JobName<Q extends QueueName> = keyof (typeof JOBS)[Q] & string;
export type JobData<Q extends QueueName, N extends JobName<Q>> = (typeof JOBS)[Q][N] extends z.ZodType
  ? z.infer<(typeof JOBS)[Q][N]>
  : never;
