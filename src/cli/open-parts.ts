/** The parts of a newsmill with queues, on a store that is open. */
import { openBlobs } from '../fetch/open-blobs.ts';
import { createMetrics } from '../observe/metrics.ts';
import { HostLinesBook } from '../pipeline/host-lines.ts';
import { RobotsBook } from '../pipeline/host-robots.ts';
import type { Parts } from '../pipeline/parts.ts';
import { queueBackendFrom } from '../queue/backends.ts';
import { createQueues } from '../queue/queues.ts';
import type { Context } from './context.ts';
import type { Store } from './instance.ts';

/**
 * Connects to the queues; disposing closes them, not the store.
 *
 * @throws NewsmillError `queue_unreachable`
 */
export async function openParts(context: Context, store: Store): Promise<Parts & AsyncDisposable> {
  const backend = queueBackendFrom({
    queueUrl: context.config.queueUrl,
    database: store.connectionString,
    log: context.log,
  });
  const queues = await createQueues({ backend, config: context.config.queue, log: context.log });
  return {
    config: context.config,
    database: store.database,
    queues,
    blobs: openBlobs(context.config.snapshots, context.dataDir),
    log: context.log,
    metrics: createMetrics(),
    robots: new RobotsBook(),
    hostLines: new HostLinesBook(store.database.db),
    [Symbol.asyncDispose]: () => queues.close(),
  };
}
