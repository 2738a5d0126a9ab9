/** Brings the queues back in line with PostgreSQL, which is the truth. */
import { NewsmillError } from '../errors.ts';
import { entryForSnapshot, useGrant } from '../store/frontier.ts';
import { databaseTime, renewLostWork, type Stuck } from '../store/grants.ts';
import { sourcesDue } from '../store/sources.ts';
import { endBadly } from './end-visit.ts';
import { enqueueSourceDue, enqueueWork } from './enqueue.ts';
import type { Parts } from './parts.ts';

/** Entries looked at in one statement. */
const BATCH = 500;

/**
 * Enqueues what is due and has no live job: after a flushed Redis, a crash between commit and enqueue,
 * or a scheduler that was lost. What is live already is a duplicate and stays as it is.
 *
 * @param options.everything also looks at work whose lease still runs; for the first round after a start
 * @param options.turns also looks for sources whose turn was missed
 * @returns how many entries were enqueued again, turns of sources not counted
 */
export async function reconcile(
  parts: Parts,
  options: { readonly everything: boolean; readonly turns: boolean },
): Promise<number> {
  const { db } = parts.database;
  const { leaseMs } = parts.config.maintain;
  // Leases of work from before this moment end before `until`; those renewed by this very loop end after.
  const until = options.everything ? { until: new Date((await databaseTime(db)).getTime() + leaseMs) } : {};
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
