/** The maintain role: grants host slots, finds lost work, keeps schedules and retention. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type GrantLoop, startGrantLoop } from '../src/pipeline/grant-loop.ts';
import type { Parts } from '../src/pipeline/parts.ts';
import { type HostPlacing, startHostPlacing } from '../src/pipeline/place-hosts.ts';
import { prune } from '../src/pipeline/prune.ts';
import { queuesWereEmptied, reconcile } from '../src/pipeline/reconcile.ts';
import { syncSchedules } from '../src/pipeline/sync-schedules.ts';
import { regroupHosts, syncHostPolicies } from '../src/pipeline/sync-sources.ts';
import { sequenceChanges } from '../src/store/changes.ts';
import { asDatabaseError } from '../src/store/database.ts';
import { databaseTime } from '../src/store/grants.ts';

const PRUNE_EVERY_MS = 3_600_000;

export interface Maintain extends AsyncDisposable {
  /** Looks for slots to grant now. */
  poke(): void;
  /** Brings schedules and queues in line with the database now. */
  reconcileNow(): Promise<void>;
  close(): Promise<void>;
}

/** @param options.schedules false leaves the turns of sources alone */
export async function startMaintain(
  parts: Parts,
  options: { readonly schedules: boolean },
): Promise<Maintain> {
  const stop = new AbortController();
  const worker = parts.queues.work(
    'maintain',
    { prune: async () => void (await prune(parts)) },
    { concurrency: 1 },
  );
  await parts.queues.schedule('maintain', 'prune', { everyMs: PRUNE_EVERY_MS }, { name: 'prune', data: {} });
  if (options.schedules) await syncSchedules(parts);
  await regroupHosts(parts.database.db, parts.config);
  // Work from before this start may have lost its job. Where the queues were emptied, all of it has; else the others of
  // a fleet are at work on it, and what they leave until the first round is looked at then: a process that joins them
  // must not enqueue all that is under way a second time.
  let from: Date | null = await databaseTime(parts.database.db);
  const isLost = await queuesWereEmptied(parts);
  const seen = await reconcile(parts, { from: isLost ? from : null, turns: options.schedules });
  if (seen > 0) parts.log.info({ entries: seen }, 'Picked up work from before');
  if (isLost) from = null;
  const grants: GrantLoop = startGrantLoop(parts);
  const placing: HostPlacing = startHostPlacing(parts, grants.poke);

  const reconcileNow = async (): Promise<void> => {
    if (options.schedules) {
      await syncSchedules(parts);
      await syncHostPolicies(parts.database.db, parts.config);
    }
    await reconcile(parts, { from, turns: options.schedules });
    from = null;
    await sequenceChanges(parts.database.db);
    grants.poke();
  };
  const rounds = (async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sleep(parts.config.maintain.reconcileIntervalMs, undefined, { signal: stop.signal }).catch(
        () => undefined,
      );
      if (stop.signal.aborted) return;
      try {
        await reconcileNow();
      } catch (thrown) {
        const error = asDatabaseError(thrown);
        parts.log.error({ code: error.code }, error.message);
      }
    }
  })();

  const close = async (): Promise<void> => {
    stop.abort();
    await Promise.all([grants.close(), placing.close(), rounds, worker.close()]);
  };
  return { poke: grants.poke, reconcileNow, close, [Symbol.asyncDispose]: close };
}
