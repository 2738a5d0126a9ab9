/** The parts of a running newsmill on a test's own database and queues. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../../src/config/schema.ts';
import { createBlobStore } from '../../src/fetch/blobs.ts';
import { silentLog } from '../../src/observe/log.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { HostLinesBook } from '../../src/pipeline/host-lines.ts';
import { RobotsBook } from '../../src/pipeline/host-robots.ts';
import type { Parts } from '../../src/pipeline/parts.ts';
import { queueBackendFrom } from '../../src/queue/backends.ts';
import { createQueues } from '../../src/queue/queues.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface TestParts extends Parts, AsyncDisposable {
  readonly store: TestStore;
}

/** @param options.queueUrl a Redis server; the test's database without one */
export async function openTestParts(
  options: { readonly queueUrl?: string; readonly settings?: object } = {},
): Promise<TestParts> {
  const store = await openTestStore();
  const config = Config.parse({
    demo: false,
    fetch: { delayMs: 0, allowAddresses: ['127.0.0.0/8'] },
    maintain: { reconcileIntervalMs: 300, grantIntervalMs: 50 },
    ...options.settings,
  });
  const backend = queueBackendFrom({ queueUrl: options.queueUrl ?? null, database: store.url });
  const queues = await createQueues({ backend, config: config.queue });
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-blobs-'));
  return {
    config,
    database: store.database,
    queues,
    blobs: createBlobStore(folder),
    log: silentLog(),
    metrics: createMetrics({ processMetrics: false }),
    robots: new RobotsBook(),
    hostLines: new HostLinesBook(store.db),
    store,
    async [Symbol.asyncDispose]() {
      await queues.close();
      await store[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
