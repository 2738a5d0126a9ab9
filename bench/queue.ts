/**
 * Jobs a second on both queue backends, with real servers: `node bench/queue.ts [jobs]`.
 * Adding in batches of 100, adding one by one (16 at once), and running with 16 jobs at once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../src/config/schema.ts';
import { queueBackendFrom } from '../src/queue/backends.ts';
import { createQueues, type NewJob, type Queues } from '../src/queue/queues.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/store/embedded/embedded-postgres.ts';
import { haveRedis, startRedis } from '../test/support/redis.ts';

const JOBS = Number(process.argv[2] ?? 5000);
const BATCH = 100;
const AT_ONCE = 16;

interface Row {
  readonly backend: string;
  readonly 'add, batches': number;
  readonly 'add, single': number;
  readonly run: number;
  /** Adding one by one while a worker runs them. */
  readonly 'add and run': number;
}

const job = (id: string): NewJob<'deliver'> => ({ name: 'webhook', data: { name: id.slice(0, 60) }, id });

async function rate(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(count / ((performance.now() - start) / 1000));
}

async function addSingly(queues: Queues, prefix: string): Promise<void> {
  let next = 0;
  const adder = async (): Promise<void> => {
    while (next < JOBS) {
      next += 1;
      await queues.add('deliver', job(`${prefix}-${next}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, adder));
}

async function runUntil(queues: Queues, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = 0;
  const worker = queues.work(
    'deliver',
    {
      webhook: async () => {
        done += 1;
        if (done === count) resolve();
      },
    },
    { concurrency: AT_ONCE },
  );
  await promise;
  await worker.close();
}

async function measure(backend: string, url: string): Promise<Row> {
  const queues = await createQueues({
    backend: queueBackendFrom({ queueUrl: url, database: url }),
    config: Config.parse({}).queue,
  });
  try {
    const batches = await rate(JOBS, async () => {
      for (let from = 0; from < JOBS; from += BATCH) {
        await queues.addMany(
          'deliver',
          Array.from({ length: BATCH }, (_, index) => job(`batch-${from + index}`)),
        );
      }
    });
    const run = await rate(JOBS, () => runUntil(queues, JOBS));
    const single = await rate(JOBS, () => addSingly(queues, 'single'));
    await runUntil(queues, JOBS);
    const both = await rate(JOBS, async () => {
      await Promise.all([runUntil(queues, JOBS), addSingly(queues, 'both')]);
    });
    return { backend, 'add, batches': batches, 'add, single': single, run, 'add and run': both };
  } finally {
    await queues.close();
  }
}

const rows: Row[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-bench-'));
try {
  await using postgres = await startEmbeddedPostgres({ dataDir });
  rows.push(await measure('PostgreSQL', postgres.connectionString));
} finally {
  await removeEmbeddedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
if (haveRedis()) {
  await using redis = await startRedis();
  rows.push(await measure('Redis', redis.url));
}
console.log(`${JOBS} jobs, ${AT_ONCE} at once; jobs a second`);
console.table(rows);
