/** Brings the queues back in line with PostgreSQL, which is the truth. */
import { NewsmillError } from '../errors.ts';
import type { QueueName } from '../queue/jobs.ts';
import { entryForSnapshot, useGrant, workInFlight } from '../store/frontier.ts';
import { renewLostWork, type Stuck } from '../store/grants.ts';
import { sourcesDue } from '../store/sources.ts';
import { endBadly } from './end-visit.ts';
import { enqueueSourceDue, enqueueWork } from './enqueue.ts';
import type { Parts } from './parts.ts';

/** Entries looked at in one statement. */
const BATCH = 500;
/** The queues that carry URLs between grant and outcome. */
const WORK_QUEUES: readonly QueueName[] = ['fetch', 'render', 'extract', 'discover'];

/**
 * Enqueues what is due and has no live job: after a flushed Redis, a crash between commit and enqueue,
 * or a scheduler that was lost. What is live already is a duplicate and stays as it is.
 *
 * @param options.from also looks at work whose lease still runs, if it was enqueued before this moment of the
 *   database's clock; for a round after a start
 * @param options.turns also looks for sources whose turn was missed
 * @returns how many entries were enqueued again, turns of sources not counted
 */
export async function reconcile(
  parts: Parts,
  options: { readonly from?: Date | null; readonly turns: boolean },
): Promise<number> {
  const { db } = parts.database;
  const { leaseMs } = parts.config.maintain;
  // Leases of work from before `from` end before `until`; those renewed by this very loop end after.
  const until = options.from ? { until: new Date(options.from.getTime() + leaseMs) } : {};
  let seen = 0;
  for (;;) {
    const { lost, stuck } = await renewLostWork(db, { leaseMs, limit: BATCH, ...until });
    await enqueueWork(parts.queues, lost);
    for (const work of stuck) await giveUp(parts, work);
    seen += lost.length + stuck.length;
    if (lost.length + stuck.length < BATCH) break;
  }
  if (!options.turns) return seen;
  for (const sourceId of await sourcesDue(db, BATCH)) {
    await enqueueSourceDue(parts.queues, sourceId);
  }
  return seen;
}

/**
 * Whether the queues have lost what they carried: PostgreSQL knows of more than twice as many URLs under way as there
 * are live jobs. A few may be between commit and enqueue, or between outcome and the end of their job.
 */
export async function queuesWereEmptied(parts: Parts): Promise<boolean> {
  const inFlight = await workInFlight(parts.database.db, parts.config.maintain.maxInFlight);
  if (inFlight === 0) return false;
  const counts = await Promise.all(WORK_QUEUES.map((queue) => parts.queues.counts(queue)));
  const live = counts.reduce(
    (sum, { waiting, active, delayed, paused }) => sum + waiting + active + delayed + paused,
    0,
  );
  return inFlight > live * 2;
}

/** Ends a visit that never got an outcome, so that it neither holds a slot nor comes round for ever. */
async function giveUp(parts: Parts, { frontierId, held }: Stuck): Promise<void> {
  const { db } = parts.database;
  const entry =
    'grantId' in held
      ? await useGrant(db, frontierId, held.grantId)
      : await entryForSnapshot(db, frontierId, held.snapshotId);
  if (!entry) return;
  await endBadly(
    parts,
    entry,
    held,
    new NewsmillError('visit_stuck', `The visit of ${entry.url} got no outcome in many tries`),
  );
}
