/** The deliver role: sends the change log to webhooks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliverParts, deliverChanges } from '../src/pipeline/deliver-changes.ts';
import { sequenceChanges } from '../src/store/changes.ts';
import { asDatabaseError } from '../src/store/database.ts';
import { deliveriesDue, ensureDeliveries } from '../src/store/deliveries.ts';

const LOOK_EVERY_MS = 1000;
const CONCURRENCY = 8;

export async function startDeliver(parts: DeliverParts): Promise<AsyncDisposable> {
  const names = parts.config.webhooks.map((w) => w.name);
  await ensureDeliveries(parts.database.db, names);
  const worker = parts.queues.work(
    'deliver',
    { webhook: ({ name }, { signal }) => deliverChanges(parts, name, signal) },
    { concurrency: CONCURRENCY },
  );
  const stop = new AbortController();
  const looking = (async (): Promise<void> => {
    while (names.length > 0 && !stop.signal.aborted) {
      try {
        await sequenceChanges(parts.database.db);
        for (const name of await deliveriesDue(parts.database.db, names)) {
          await parts.queues.add('deliver', { name: 'webhook', id: `webhook-${name}`, data: { name } });
        }
      } catch (thrown) {
        const error = asDatabaseError(thrown);
        parts.log.error({ code: error.code }, error.message);
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await Promise.all([looking, worker.close()]);
    },
  };
}
