/** Brings the queues back in line with PostgreSQL, which is the truth. */
import { renewLostWork } from '../store/grants.ts';
import { sourcesDue } from '../store/sources.ts';
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
 * @returns how many entries were looked at
 */
export async function reconcile(
  parts: Parts,
  options: { readonly everything: boolean; readonly turns: boolean },
): Promise<number> {
  const { db } = parts.database;
  let seen = 0;
  for (;;) {
    const lost = await renewLostWork(db, {
      leaseMs: parts.config.maintain.leaseMs,
      limit: BATCH,
      everything: options.everything,
    });
    await enqueueWork(parts.queues, lost);
    seen += lost.length;
    if (lost.length < BATCH) break;
  }
  if (!options.turns) return seen;
  for (const sourceId of await sourcesDue(db, BATCH)) {
    await enqueueSourceDue(parts.queues, sourceId);
    seen += 1;
  }
  return seen;
}
