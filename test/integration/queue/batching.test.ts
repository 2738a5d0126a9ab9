import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queueBackendFrom } from '../../../src/queue/backends.ts';
import { createQueues, type NewJob, type Queues } from '../../../src/queue/queues.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { queueConfig } from '../../support/queue-config.ts';

const job = (id: string): NewJob<'deliver'> => ({ name: 'webhook', data: { name: id }, id });
const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `job-${n}`);

describe('jobs that PostgreSQL takes and finishes many at once', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let queues: Queues;

  const deliver = (): Queue => {
    const queue = queues.handles().find(({ name }) => name === 'deliver');
    if (queue === undefined) throw new Error('There is no such queue');
    return queue;
  };
  const eventually = async (check: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!(await check())) {
      if (Date.now() > end) throw new Error('It did not come about in time');
      await sleep(20);
    }
  };
  const completed = (count: number) =>
    eventually(async () => (await queues.counts('deliver')).completed === count);

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'template0' });
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const backend = queueBackendFrom({ queueUrl: database.url, database: database.url });
    queues = await createQueues({ backend, config: queueConfig() });
    await client.query('TRUNCATE newsmill_queue.job, newsmill_queue.dedup, newsmill_queue.meta CASCADE');
  });
  afterEach(async () => {
    await queues.close();
    await client.end();
  });

  it('heed a limit that an operator has set for the whole queue', async () => {
    await deliver().setGlobalConcurrency(2);
    await queues.addMany('deliver', ids(20).map(job));
    let running = 0;
    let most = 0;
    const webhook = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await sleep(5);
      running -= 1;
    };
    queues.work('deliver', { webhook }, { concurrency: 8 });
    queues.work('deliver', { webhook }, { concurrency: 8 });
    await completed(20);
    expect(most).toBe(2);
  });

  it('are not finished by a worker that has lost them', async () => {
    const taken = ids(6);
    await queues.addMany('deliver', taken.map(job));
    const begun = new Set<string>();
    const all = Promise.withResolvers<void>();
    queues.work(
      'deliver',
      {
        webhook: async ({ name }) => {
          begun.add(name);
          await all.promise;
        },
      },
      { concurrency: 4 },
    );
    await eventually(async () => begun.size === 4);
    const { rows } = await client.query<{ id: string }>(
      `UPDATE newsmill_queue.job SET lock_token = 'another', locked_until_ms = locked_until_ms + 3600000
       WHERE state = 'active' AND dedup_id IN ('job-0', 'job-2') RETURNING id`,
    );
    expect(rows).toHaveLength(2);
    all.resolve();
    await completed(4);
    expect((await queues.counts('deliver')).active).toBe(2);
    // Their ids are still held, the others are free again.
    expect(await queues.addMany('deliver', taken.map(job))).toEqual([
      'duplicate',
      'created',
      'duplicate',
      'created',
      'created',
      'created',
    ]);
  });

  it('release the job that waits for them, if there is one', async () => {
    const parent = await deliver().add('webhook', { name: 'parent' }, { delay: 3_600_000 });
    const opts = { parent: { id: parent.id ?? '', queue: 'deliver' } };
    await deliver().addBulk(ids(3).map((name) => ({ name: 'webhook', data: { name }, opts })));
    expect(await parent.getDependenciesCount()).toMatchObject({ unprocessed: 3 });
    queues.work('deliver', { webhook: async () => undefined }, { concurrency: 4 });
    await completed(3);
    expect(await parent.getDependenciesCount()).toMatchObject({ unprocessed: 0, processed: 3 });
  });

  it('are answered in their order where some are there already or come twice', async () => {
    expect(await queues.addMany('deliver', ['a', 'b', 'a'].map(job))).toEqual([
      'created',
      'created',
      'duplicate',
    ]);
    expect(await queues.addMany('deliver', ['c', 'b', 'd', 'c'].map(job))).toEqual([
      'created',
      'duplicate',
      'created',
      'duplicate',
    ]);
    // An id whose job is gone, as after a crash of the server, bars nobody.
    await client.query("DELETE FROM newsmill_queue.job WHERE dedup_id = 'b'");
    expect(await queues.add('deliver', job('b'))).toBe('created');
    const { rows } = await client.query<{ dedup_id: string }>(
      'SELECT dedup_id FROM newsmill_queue.job ORDER BY seq',
    );
    expect(rows.map((row) => row.dedup_id)).toEqual(['a', 'c', 'd', 'b']);
  });
});
