import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NewsmillError } from '../../../src/errors.ts';
import { FrontierId, GrantId, HostKey, SnapshotId } from '../../../src/ids.ts';
import { queueBackendFrom } from '../../../src/queue/backends.ts';
import { createQueues, type NewJob, type Queues } from '../../../src/queue/queues.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { queueConfig } from '../../support/queue-config.ts';
import { haveRedis, startRedis, type TestRedis } from '../../support/redis.ts';

interface Place {
  readonly url: string;
  /** Removes every job behind the queue layer's back. */
  loseJobs(): Promise<void>;
  /** Cuts every connection of the queue layer. */
  cutConnections(): Promise<void>;
  /** Connections to the server, without this helper's own. */
  countConnections(): Promise<number>;
  /** Events kept for the board. */
  countEvents(queue: string): Promise<number>;
  dispose(): Promise<void>;
}

let redis: TestRedis | undefined;

const PLACES: { kind: 'postgres' | 'redis'; isMissing: boolean; open: () => Promise<Place> }[] = [
  {
    kind: 'postgres',
    isMissing: false,
    open: async () => postgresPlace(await createTestDatabase({ template: 'template0' })),
  },
  // Without redis-server on the PATH this half is skipped; in CI haveRedis() throws instead.
  { kind: 'redis', isMissing: !haveRedis(), open: redisPlace },
];

function postgresPlace(database: TestDatabase): Place {
  const query = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    url: database.url,
    loseJobs: async () => void (await query('TRUNCATE newsmill_queue.job CASCADE')),
    cutConnections: async () =>
      void (await query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )),
    countConnections: async () => {
      const rows = await query(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      return Number(rows[0]?.n);
    },
    countEvents: async (queue) => {
      const rows = await query('SELECT count(*)::int AS n FROM newsmill_queue.event WHERE queue = $1', [
        queue,
      ]);
      return Number(rows[0]?.n);
    },
    dispose: async () => {
      await database[Symbol.asyncDispose]();
    },
  };
}

async function redisPlace(): Promise<Place> {
  if (redis === undefined) throw new Error('Redis was not started');
  const { url } = redis;
  const client = new Redis(url);
  await client.flushall();
  return {
    url,
    loseJobs: async () => void (await client.flushall()),
    cutConnections: async () => void (await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')),
    countConnections: async () =>
      String(await client.call('CLIENT', 'LIST'))
        .trim()
        .split('\n').length - 1,
    countEvents: (queue) => client.xlen(`newsmill:${queue}:events`),
    dispose: async () => void (await client.quit()),
  };
}

beforeAll(async () => {
  if (haveRedis()) redis = await startRedis();
});
afterAll(async () => {
  await redis?.[Symbol.asyncDispose]();
});

async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await sleep(20);
  }
}

const webhook = (id: string, changes: Partial<NewJob<'deliver'>> = {}): NewJob<'deliver'> => ({
  name: 'webhook',
  data: { name: id },
  id,
  ...changes,
});

/** A handler that waits until it is let go on. */
function gate() {
  const entered = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    entered: entered.promise,
    open: () => opened.resolve(),
    pass: (): Promise<void> => {
      entered.resolve();
      return opened.promise;
    },
  };
}

describe.each(PLACES)('queues on $kind', ({ kind, isMissing, open }) => {
  describe.skipIf(isMissing)('with a real server', () => {
    let place: Place;
    let queues: Queues;
    const opened: Queues[] = [];
    const children: ChildProcess[] = [];

    const openQueues = async (changes: Parameters<typeof queueConfig>[0] = {}): Promise<Queues> => {
      const backend = queueBackendFrom({ queueUrl: place.url, database: place.url });
      const made = await createQueues({ backend, config: queueConfig(changes) });
      opened.push(made);
      return made;
    };
    const startProcess = (...args: string[]) => {
      const script = join(import.meta.dirname, '../../support/queue-process.ts');
      const child = spawn(process.execPath, [script, place.url, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      return child;
    };
    const wordOf = async (child: ReturnType<typeof startProcess>): Promise<string> => {
      for await (const line of createInterface({ input: child.stdout })) return line;
      throw new Error('The process ended without a word');
    };
    const failedReasons = async (): Promise<(string | undefined)[]> => {
      const handle = queues.handles().find((queue) => queue.name === 'deliver');
      return (await handle?.getFailed(0, 99))?.map((job) => job.failedReason) ?? [];
    };

    beforeEach(async () => {
      place = await open();
      queues = await openQueues();
    });
    afterEach(async () => {
      for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
      await Promise.all(opened.splice(0).map((made) => made.close()));
      await place.dispose();
    });

    it('brings a job’s data to its handler and counts it', async () => {
      expect(queues.kind).toBe(kind);
      expect(queues.address).not.toContain('@');
      const host = HostKey.parse('example.org:8443');
      const grantId = GrantId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
      await queues.add('fetch', { name: 'robots', data: { host, grantId }, id: `robots:${host}` });
      expect(await queues.counts('fetch')).toMatchObject({ waiting: 1, active: 0, completed: 0 });
      const got: unknown[] = [];
      queues.work(
        'fetch',
        {
          page: async () => undefined,
          robots: async (data, context) => void got.push(data, context.jobId, context.attempt),
        },
        { concurrency: 1 },
      );
      await eventually(async () => (await queues.counts('fetch')).completed === 1);
      expect(got).toEqual([{ host, grantId }, `robots:${host}`, 1]);
      await queues.ping();
    });

    it('tells created from duplicate for as long as a job is live, and no longer', async () => {
      expect(await queues.add('deliver', webhook('a', { delayMs: 3_600_000 }))).toBe('created');
      expect(await queues.add('deliver', webhook('a'))).toBe('duplicate');
      expect(await queues.isLive('deliver', 'a')).toBe(true);

      expect(await queues.add('deliver', webhook('b'))).toBe('created');
      expect(await queues.add('deliver', webhook('b'))).toBe('duplicate');
      const held = gate();
      queues.work('deliver', { webhook: held.pass }, { concurrency: 1 });
      await held.entered;
      expect(await queues.add('deliver', webhook('b'))).toBe('duplicate');
      expect(await queues.isLive('deliver', 'b')).toBe(true);
      held.open();
      await eventually(async () => (await queues.counts('deliver')).completed === 1);
      expect(await queues.isLive('deliver', 'b')).toBe(false);
      expect(await queues.add('deliver', webhook('b'))).toBe('created');
      expect(await queues.isLive('deliver', 'never added')).toBe(false);
    });

    it('holds the id between two tries and gives it back on the last failure', async () => {
      const slow = await openQueues({ backoffMs: 600_000, attempts: 2 });
      slow.work(
        'deliver',
        { webhook: () => Promise.reject(new NewsmillError('connect_failed', 'No')) },
        { concurrency: 1 },
      );
      await slow.add('deliver', webhook('retried'));
      await eventually(async () => (await slow.counts('deliver')).delayed === 1);
      expect(await slow.add('deliver', webhook('retried'))).toBe('duplicate');
      expect(await slow.isLive('deliver', 'retried')).toBe(true);

      queues.work(
        'extract',
        { page: () => Promise.reject(new NewsmillError('no_article', 'No')) },
        { concurrency: 1 },
      );
      const page = {
        name: 'page',
        data: { frontierId: FrontierId.parse('1'), snapshotId: SnapshotId.parse('2') },
        id: 'failing',
      } as const;
      await queues.add('extract', page);
      await eventually(async () => (await queues.counts('extract')).failed === 1);
      expect(await queues.isLive('extract', 'failing')).toBe(false);
      expect(await queues.add('extract', page)).toBe('created');
    });

    it('creates one job of many adds at the same moment', async () => {
      const other = await openQueues();
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 ? queues : other).add('deliver', webhook('same')),
        ),
      );
      expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
      expect((await queues.counts('deliver')).waiting).toBe(1);
    });

    it('adds many at once and answers for each, in order', async () => {
      await queues.add('deliver', webhook('two'));
      expect(
        await queues.addMany('deliver', [webhook('one'), webhook('two'), webhook('three'), webhook('one')]),
      ).toEqual(['created', 'duplicate', 'created', 'duplicate']);
      expect((await queues.counts('deliver')).waiting).toBe(3);
      expect(await queues.addMany('deliver', [])).toEqual([]);
      const many = Array.from({ length: 500 }, (_, index) => webhook(`bulk-${index}`));
      expect(new Set(await queues.addMany('deliver', many))).toEqual(new Set(['created']));
    });

    it('counts the waiting jobs of a paused queue as paused', async () => {
      await queues.addMany('deliver', [webhook('a'), webhook('b')]);
      const handle = queues.handles().find((queue) => queue.name === 'deliver');
      await handle?.pause();
      expect(await queues.counts('deliver')).toMatchObject({ waiting: 0, paused: 2 });
      await handle?.resume();
      expect(await queues.counts('deliver')).toMatchObject({ waiting: 2, paused: 0 });
    });

    it('runs a delayed job when its time has come, not before', async () => {
      const added = Date.now();
      await queues.add('deliver', webhook('late', { delayMs: 700 }));
      const ran = Promise.withResolvers<number>();
      queues.work('deliver', { webhook: async () => ran.resolve(Date.now()) }, { concurrency: 1 });
      expect((await ran.promise) - added).toBeGreaterThanOrEqual(700);
    });

    it('takes the lower priority value first, and the older one of two that are equal', async () => {
      const jobs = [
        webhook('p9', { priority: 9 }),
        webhook('p1a', { priority: 1 }),
        webhook('p0'),
        webhook('p1b', { priority: 1 }),
      ];
      for (const job of jobs) await queues.add('deliver', job);
      const order: string[] = [];
      queues.work('deliver', { webhook: async ({ name }) => void order.push(name) }, { concurrency: 1 });
      await eventually(() => order.length === 4);
      expect(order).toEqual(['p0', 'p1a', 'p1b', 'p9']);
    });

    it('tries again after a transient failure, with a pause, up to the limit', async () => {
      const tries: { at: number; attempt: number }[] = [];
      queues.work(
        'deliver',
        {
          webhook: async ({ name }, { attempt }) => {
            tries.push({ at: Date.now(), attempt });
            if (name === 'never' || attempt < 3)
              throw new NewsmillError('connect_timeout', 'The host is slow');
          },
        },
        { concurrency: 1 },
      );
      await queues.add('deliver', webhook('third'));
      await eventually(async () => (await queues.counts('deliver')).completed === 1);
      expect(tries.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      // Half of 20 ms and of 40 ms are the least pauses.
      const [first, second, third] = tries.map(({ at }) => at);
      expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(10);
      expect(Number(third) - Number(second)).toBeGreaterThanOrEqual(20);

      await queues.add('deliver', webhook('never'));
      await eventually(async () => (await queues.counts('deliver')).failed === 1);
      expect(tries).toHaveLength(6);
      expect(await failedReasons()).toEqual([expect.stringMatching(/^connect_timeout: The host is slow\./)]);
    });

    it('retries an unknown error, as one of ours', async () => {
      let calls = 0;
      queues.work(
        'deliver',
        {
          webhook: async () => {
            calls += 1;
            throw new TypeError('x is undefined');
          },
        },
        { concurrency: 1 },
      );
      await queues.add('deliver', webhook('bug'));
      await eventually(async () => (await queues.counts('deliver')).failed === 1);
      expect(calls).toBe(3);
      expect(await failedReasons()).toEqual([expect.stringMatching(/^internal: TypeError: x is undefined/)]);
    });

    it('ends a permanent and a blocked failure at once', async () => {
      const calls: string[] = [];
      queues.work(
        'deliver',
        {
          webhook: async ({ name }) => {
            calls.push(name);
            throw new NewsmillError(name === 'gone' ? 'http_gone' : 'robots_disallowed', 'It says no');
          },
        },
        { concurrency: 1 },
      );
      await queues.addMany('deliver', [webhook('gone'), webhook('blocked')]);
      await eventually(async () => (await queues.counts('deliver')).failed === 2);
      expect(calls).toEqual(['gone', 'blocked']);
      expect((await failedReasons()).toSorted()).toEqual([
        expect.stringMatching(/^http_gone: /),
        expect.stringMatching(/^robots_disallowed: /),
      ]);
    });

    it('gives the job of a killed process to another worker', async () => {
      await queues.add('deliver', webhook('stalled'));
      const child = startProcess('hold');
      expect(await wordOf(child)).toBe('taken');
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await queues.add('deliver', webhook('stalled'))).toBe('duplicate');
      const got: [string, number][] = [];
      queues.work(
        'deliver',
        { webhook: async (data, { attempt }) => void got.push([data.name, attempt]) },
        { concurrency: 1 },
      );
      await eventually(async () => (await queues.counts('deliver')).completed === 1);
      expect(got).toEqual([['stalled', 1]]);
      expect(await queues.add('deliver', webhook('stalled'))).toBe('created');
    });

    it('keeps one schedule for one id, whoever writes it and how often', async () => {
      const job = { name: 'webhook', data: { name: 'timed' } } as const;
      expect(
        await queues.schedule('deliver', 'timer', { cron: '0 4 * * *', timezone: 'Europe/Berlin' }, job),
      ).toBe('changed');
      expect(
        await queues.schedule('deliver', 'timer', { cron: '0 4 * * *', timezone: 'Europe/Berlin' }, job),
      ).toBe('unchanged');
      const [stored] = await queues.schedules('deliver');
      expect(stored).toMatchObject({
        id: 'timer',
        rhythm: { cron: '0 4 * * *', timezone: 'Europe/Berlin' },
        job,
      });
      const berlin = new Date(stored?.nextMs ?? 0).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' });
      expect(berlin).toBe('04:00:00');

      const other = await openQueues();
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? queues : other).schedule('deliver', 'timer', { everyMs: 3_600_000 + index }, job),
        ),
      );
      expect(await queues.schedule('deliver', 'timer', { everyMs: 7_200_000 }, job)).toBe('changed');
      expect(await queues.schedules('deliver')).toHaveLength(1);
      const { waiting, delayed } = await queues.counts('deliver');
      expect(waiting + delayed).toBe(1);
    });

    it('makes jobs by schedule, over a restart of the worker, until it is removed', async () => {
      const job = { name: 'webhook', data: { name: 'timed' } } as const;
      const everyMs = 200;
      const begun = new Set<string>();
      let runs = 0;
      const handlers = {
        webhook: async (_data: unknown, { jobId }: { readonly jobId: string }) => {
          begun.add(jobId);
          await sleep(20);
          runs += 1;
        },
      };
      const start = Date.now();
      for (let index = 0; index < 10; index += 1) await queues.schedule('deliver', 'timer', { everyMs }, job);
      await using first = queues.work('deliver', handlers, { concurrency: 4 });
      await eventually(() => runs >= 3);
      await first.close();
      const before = runs;
      queues.work('deliver', handlers, { concurrency: 4 });
      await eventually(() => runs >= before + 2);
      // Written ten times, it is one schedule: one job at its beginning and one a period. A period that a busy machine
      // takes for a job is no fault, so jobs may overlap.
      expect(begun.size).toBeLessThanOrEqual((Date.now() - start) / everyMs + 2);

      expect(await queues.unschedule('deliver', 'timer')).toBe(true);
      expect(await queues.unschedule('deliver', 'timer')).toBe(false);
      await eventually(async () => (await queues.counts('deliver')).active === 0);
      const after = runs;
      await sleep(1000);
      expect(runs).toBe(after);
      expect(await queues.schedules('deliver')).toEqual([]);
    });

    it('waits for running jobs when it closes', async () => {
      const held = gate();
      let isDone = false;
      const worker = queues.work(
        'deliver',
        {
          webhook: async () => {
            await held.pass();
            isDone = true;
          },
        },
        { concurrency: 2 },
      );
      await queues.addMany('deliver', [webhook('running')]);
      await held.entered;
      const closed = worker.close();
      await queues.add('deliver', webhook('later'));
      await sleep(100);
      expect(worker.running).toBe(1);
      held.open();
      await closed;
      expect(isDone).toBe(true);
      expect(await queues.counts('deliver')).toMatchObject({ completed: 1, waiting: 1, active: 0 });
    });

    it('returns jobs that stop when told so, and another worker has them at once', async () => {
      const patient = await openQueues({ lockMs: 600_000 });
      const taken = Promise.withResolvers<void>();
      const worker = patient.work(
        'deliver',
        {
          webhook: async (_data, { signal }) => {
            taken.resolve();
            await sleep(600_000, undefined, { signal });
          },
        },
        { concurrency: 1 },
      );
      await patient.add('deliver', webhook('long'));
      await taken.promise;
      await worker.close({ limitMs: 100 });
      expect(await patient.counts('deliver')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
      const attempts: number[] = [];
      patient.work(
        'deliver',
        { webhook: async (_data, { attempt }) => void attempts.push(attempt) },
        { concurrency: 1 },
      );
      await eventually(async () => (await patient.counts('deliver')).completed === 1);
      expect(attempts).toEqual([1]);
    });

    it('lets go of jobs that do not stop, and their lock runs out', async () => {
      const held = gate();
      const worker = queues.work('deliver', { webhook: held.pass }, { concurrency: 1 });
      await queues.add('deliver', webhook('deaf'));
      await held.entered;
      await worker.close({ limitMs: 50 });
      const other = await openQueues();
      let runs = 0;
      other.work(
        'deliver',
        {
          webhook: async () => {
            runs += 1;
          },
        },
        { concurrency: 1 },
      );
      await eventually(async () => (await other.counts('deliver')).completed === 1);
      expect(runs).toBe(1);
      held.open();
    });

    it('refuses bad data when a job is added', async () => {
      const bad = { name: 'webhook', data: { name: 1 } as never, id: 'bad' } as const;
      await expect(queues.add('deliver', bad)).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(
        queues.add('deliver', { ...webhook('x'), name: 'nothing' } as unknown as NewJob<'deliver'>),
      ).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(queues.add('deliver', webhook(''))).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(queues.add('deliver', webhook('p', { priority: -1 }))).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await expect(queues.addMany('deliver', [webhook('good'), bad])).rejects.toMatchObject({
        code: 'invalid_input',
      });
      expect((await queues.counts('deliver')).waiting).toBe(0);
    });

    it('fails a stored job with bad data at once, without its handler', async () => {
      const handle = queues.handles().find((queue) => queue.name === 'deliver');
      await handle?.add('webhook', { name: 'x', surplus: true }, { attempts: 5 });
      await handle?.add('unknown', {}, { attempts: 5 });
      let calls = 0;
      queues.work(
        'deliver',
        {
          webhook: async () => {
            calls += 1;
          },
        },
        { concurrency: 1 },
      );
      await eventually(async () => (await queues.counts('deliver')).failed === 2);
      expect(calls).toBe(0);
      expect((await failedReasons()).toSorted()).toEqual([
        expect.stringMatching(/^invalid_input: Queue deliver has no job called unknown/),
        expect.stringMatching(/^invalid_input: The data of a deliver\/webhook job is wrong .*surplus/),
      ]);
    });

    it('lets ten processes start at once on an empty server', async () => {
      const empty = await open();
      try {
        const script = join(import.meta.dirname, '../../support/queue-process.ts');
        const words = await Promise.all(
          Array.from({ length: 10 }, async () => {
            const child = spawn(process.execPath, [script, empty.url, 'add', 'same'], {
              stdio: ['ignore', 'pipe', 'inherit'],
            });
            children.push(child);
            return wordOf(child);
          }),
        );
        expect(words.toSorted()).toEqual(['created', ...Array.from({ length: 9 }, () => 'duplicate')]);
      } finally {
        await empty.dispose();
      }
    });

    it('takes jobs anew after all were lost, while a worker runs', async () => {
      const got: string[] = [];
      const held = gate();
      queues.work(
        'deliver',
        {
          webhook: async ({ name }) => {
            got.push(name);
            if (name === 'first') await held.pass();
          },
        },
        { concurrency: 1 },
      );
      await queues.addMany('deliver', [webhook('first'), webhook('second')]);
      await held.entered;
      await place.loseJobs();
      expect(await queues.isLive('deliver', 'second')).toBe(false);
      expect(await queues.add('deliver', webhook('second'))).toBe('created');
      held.open();
      await eventually(() => got.includes('second'));
      expect(got).toEqual(['first', 'second']);
    });

    it('goes on after its connections were cut', async () => {
      const got: string[] = [];
      const held = gate();
      queues.work(
        'deliver',
        {
          webhook: async ({ name }) => {
            got.push(name);
            if (name === 'held') await held.pass();
          },
        },
        { concurrency: 1 },
      );
      await queues.add('deliver', webhook('held'));
      await held.entered;
      await place.cutConnections();
      held.open();
      await eventually(
        async () => (await queues.add('deliver', webhook('after')).catch(() => 'away')) !== 'away',
      );
      await eventually(() => got.includes('after'));
      await place.cutConnections();
      await eventually(
        async () => (await queues.add('deliver', webhook('idle')).catch(() => 'away')) !== 'away',
      );
      await eventually(() => got.includes('idle'));
      expect(got.filter((name) => name === 'held')).toHaveLength(1);
    });

    it('keeps a bounded number of finished jobs and events', async () => {
      const small = await openQueues({ keepCompleted: 20, keepFailed: 10, attempts: 1 });
      small.work(
        'deliver',
        {
          webhook: async ({ name }) => {
            if (name.endsWith('7')) throw new NewsmillError('http_gone', 'No');
          },
        },
        { concurrency: 8 },
      );
      for (let round = 0; round < 6; round += 1) {
        await small.addMany(
          'deliver',
          Array.from({ length: 200 }, (_, index) => webhook(`r${round}-${index}`)),
        );
      }
      await eventually(async () => {
        const { waiting, active } = await small.counts('deliver');
        return waiting + active === 0;
      });
      const { completed, failed } = await small.counts('deliver');
      expect(completed).toBeGreaterThanOrEqual(kind === 'redis' ? 20 : 0);
      expect(completed).toBeLessThanOrEqual(20 + 64);
      expect(failed).toBeLessThanOrEqual(10 + 130);
      expect(await place.countEvents('deliver')).toBeLessThan(1700);
    });

    it('holds no more connections than documented, with all workers busy', async () => {
      const nothing = async (): Promise<void> => undefined;
      const concurrency = 32;
      queues.work('discover', { 'source-due': nothing, 'read-entry': nothing }, { concurrency });
      queues.work('fetch', { page: nothing, robots: nothing }, { concurrency });
      queues.work('render', { page: nothing }, { concurrency });
      queues.work('extract', { page: nothing }, { concurrency });
      queues.work('deliver', { webhook: nothing }, { concurrency });
      queues.work('maintain', { prune: nothing }, { concurrency });
      const page = { frontierId: FrontierId.parse('1'), snapshotId: SnapshotId.parse('2') };
      let most = 0;
      for (let round = 0; round < 5; round += 1) {
        const ids = Array.from({ length: 100 }, (_, index) => `${round}-${index}`);
        await Promise.all([
          ...ids.map((id) => queues.add('deliver', webhook(id))),
          queues.addMany(
            'extract',
            ids.map((id) => ({ name: 'page', data: page, id })),
          ),
        ]);
        most = Math.max(most, await place.countConnections());
      }
      expect(most).toBeGreaterThan(6);
      expect(most).toBeLessThanOrEqual(kind === 'redis' ? 13 : 34);
    });

    it('adds failed jobs anew when asked', async () => {
      let isWell = false;
      queues.work(
        'deliver',
        {
          webhook: async () => {
            if (!isWell) throw new NewsmillError('delivery_refused', 'No');
          },
        },
        { concurrency: 1 },
      );
      await queues.addMany('deliver', [webhook('one'), webhook('two'), webhook('three')]);
      await eventually(async () => (await queues.counts('deliver')).failed === 3);
      isWell = true;
      expect(await queues.retryFailed('deliver', { limit: 2 })).toBe(2);
      await eventually(async () => (await queues.counts('deliver')).completed === 2);
      expect((await queues.counts('deliver')).failed).toBe(1);
    });
  });
});

describe('a queue server that is not there', () => {
  it.each(['redis://127.0.0.1:1', 'postgres://nobody@127.0.0.1:1/none'])(
    '%s is told as such',
    async (url) => {
      await expect(queueBackendFrom({ queueUrl: url, database: url })).rejects.toMatchObject({
        code: 'queue_unreachable',
        message: expect.stringContaining('127.0.0.1:1'),
      });
    },
    30_000,
  );

  it('refuses a URL of another kind', () => {
    expect(() => queueBackendFrom({ queueUrl: 'amqp://127.0.0.1', database: '' })).toThrow(/QUEUE_URL/);
  });
});
