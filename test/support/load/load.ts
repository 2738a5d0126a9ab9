/** One load: newspapers, a fleet that reads them while its processes are killed, and what came of it. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { Config } from '../../../src/config/schema.ts';
import { hostPolicies } from '../../../src/frontier/host-policy.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { queueBackendFrom } from '../../../src/queue/backends.ts';
import { createQueues } from '../../../src/queue/queues.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { testEnvironment } from '../cli.ts';
import { startFleet } from './fleet.ts';
import { judge, type Verdict } from './judge.ts';
import type { Access, Manner, Paper, PapersMessage, PapersOrder } from './papers-messages.ts';

export interface Load {
  /** A migrated database that nobody else uses. */
  readonly databaseUrl: string;
  /** A Redis server for the queues; null: the database. */
  readonly queueUrl: string | null;
  /** How many hosts behave well, and how many URLs each has. */
  readonly hosts: number;
  readonly urls: number;
  /** Hosts that misbehave, with their number of URLs. They are not waited for. */
  readonly misbehaving?: readonly { readonly manner: Manner; readonly urls: number }[];
  readonly delayMs: number;
  readonly processes: number;
  readonly killEveryMs: number | null;
  /** After so long it ends, done or not. */
  readonly limitMs: number;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface LoadResult {
  /** Whether every URL of the hosts that behave well had its outcome in time. */
  readonly done: boolean;
  /** From the first process to the last of those outcomes. */
  readonly milliseconds: number;
  readonly killed: number;
  /** The well-behaved hosts' URLs by how many final outcomes they have: all must have one. */
  readonly outcomes: Readonly<Record<number, number>>;
  /** Their visits that had to be tried again, by code. */
  readonly retried: Readonly<Record<string, number>>;
  /** A sentence of each of those codes. */
  readonly why: Readonly<Record<string, string>>;
  /** When nine tenths, and 99 of a hundred of their URLs had ended, in milliseconds. */
  readonly endedAfter: { readonly most: number; readonly nearlyAll: number };
  readonly articles: number;
  /** How often a fetch job was taken up, on average over all jobs that ended. */
  readonly pickups: number;
  readonly verdict: Verdict;
  readonly said: string;
}

export async function runLoad(load: Load): Promise<LoadResult> {
  await using held = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-load-'));
  held.defer(() => rmSync(folder, { recursive: true, force: true }));
  const good = Array.from(
    { length: load.hosts },
    (_, n): Paper => ({ host: `127.10.${n % 200}.${1 + Math.floor(n / 200)}`, manner: 'good' }),
  );
  const bad = (load.misbehaving ?? []).map(({ manner }, n): Paper => ({ host: `127.11.0.${n + 1}`, manner }));
  const papers = held.use(await startPapers([...good, ...bad]));
  const database = held.use(openDatabase({ connectionString: load.databaseUrl, poolSize: 4 }));
  const pages = (paper: Paper, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      url: `http://${paper.host}:${papers.port}/news/${n}`,
      kind: 'page' as const,
    }));
  const wanted = good.flatMap((paper) => pages(paper, load.urls));
  const unwanted = bad.flatMap((paper, n) => pages(paper, load.misbehaving?.[n]?.urls ?? 0));
  await submitUrls(database.db, unwanted, {
    policyOf: hostPolicies(Config.parse({ fetch: { delayMs: load.delayMs } })),
  });
  await submitUrls(database.db, wanted, {
    policyOf: hostPolicies(Config.parse({ fetch: { delayMs: load.delayMs } })),
  });

  const config = join(folder, 'newsmill.yaml');
  writeFileSync(
    config,
    [
      'queue: { lockMs: 5000, keepCompleted: 1000000, keepFailed: 1000000 }',
      'fetch: { concurrency: 64, totalTimeoutMs: 20000, headersTimeoutMs: 10000 }',
      'extract: { threads: 1 }',
      `maintain: { leaseMs: 20000 }`,
    ].join('\n'),
  );
  const started = performance.now();
  const fleet = held.use(
    startFleet({
      processes: load.processes,
      args: ['start', '--roles', 'maintain,fetch,extract,discover', '--config', config],
      killEveryMs: load.killEveryMs,
      env: {
        ...testEnvironment(),
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: load.databaseUrl,
        ...(load.queueUrl === null ? {} : { QUEUE_URL: load.queueUrl }),
        FETCH_DELAY_MS: String(load.delayMs),
        LOG_LEVEL: 'error',
        LOG_FORMAT: 'json',
      },
    }),
  );
  const ended = await allEnded(database, load, started);
  const milliseconds = performance.now() - started;
  const killed = fleet.killed();
  await fleet[Symbol.asyncDispose]();
  const log = await papers.log();
  return {
    done: ended.done,
    milliseconds,
    killed,
    outcomes: await outcomesOf(database),
    ...(await retriedOf(database)),
    endedAfter: { most: ended.most, nearlyAll: ended.nearlyAll },
    articles: await count(database, sql`SELECT count(*)::int AS n FROM articles`),
    pickups: await pickupsOf(load),
    verdict: judge(log, load.delayMs),
    said: fleet.said(),
  };
}

export interface Papers extends AsyncDisposable {
  readonly port: number;
  log(): Promise<readonly Access[]>;
}

/** Starts the newspapers, all on one port, each on its own address. */
export async function startPapers(hosts: readonly Paper[]): Promise<Papers> {
  const child = fork(fileURLToPath(new URL('./papers.ts', import.meta.url)), { serialization: 'advanced' });
  const ask = (order: PapersOrder): Promise<PapersMessage> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(message as PapersMessage));
      child.once('exit', (code) => reject(new Error(`the newspapers ended with ${code}`)));
      child.send(order);
    });
  const listening = await ask({ is: 'serve', hosts });
  if (listening.is !== 'listening') throw new Error('the newspapers did not start');
  return {
    port: listening.port,
    async log() {
      const answer = await ask({ is: 'log' });
      return answer.is === 'log' ? answer.log : [];
    },
    async [Symbol.asyncDispose]() {
      child.removeAllListeners('exit');
      if (child.exitCode === null) child.kill('SIGKILL');
    },
  };
}

const isGood = sql`host LIKE '127.10.%'`;

interface Ended {
  readonly done: boolean;
  readonly most: number;
  readonly nearlyAll: number;
}

async function allEnded(database: Database, load: Load, started: number): Promise<Ended> {
  const of = load.hosts * load.urls;
  let most = 0;
  let nearlyAll = 0;
  for (;;) {
    const open = await count(
      database,
      sql`SELECT count(*)::int AS n FROM frontier WHERE ${isGood} AND (state <> 'resting')`,
    );
    load.onProgress?.(of - open, of);
    const spent = performance.now() - started;
    if (open > of * 0.1) most = spent;
    if (open > of * 0.01) nearlyAll = spent;
    if (open === 0 || spent > load.limitMs) return { done: open === 0, most, nearlyAll };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function count(database: Database, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await (query as ReturnType<typeof sql<{ n: number }>>).execute(database.db);
  return rows[0]?.n ?? 0;
}

/** Final outcomes of each URL: a visit that is to be tried again is none. */
async function outcomesOf(database: Database): Promise<Record<number, number>> {
  const { rows } = await sql<{ outcomes: number; urls: number }>`
    SELECT outcomes, count(*)::int AS urls FROM (
      SELECT f.id, count(v.id) FILTER (WHERE v.outcome <> 'retried')::int AS outcomes
      FROM frontier f LEFT JOIN visits v ON v.frontier_id = f.id WHERE ${isGood} GROUP BY f.id) each
    GROUP BY outcomes`.execute(database.db);
  return Object.fromEntries(rows.map((row) => [row.outcomes, row.urls]));
}

async function retriedOf(database: Database): Promise<Pick<LoadResult, 'retried' | 'why'>> {
  const { rows } = await sql<{ code: string; n: number; why: string }>`
    SELECT coalesce(v.code, 'none') AS code, count(*)::int AS n, coalesce(max(v.message), '') AS why
    FROM visits v JOIN frontier f ON f.id = v.frontier_id
    WHERE v.outcome = 'retried' AND ${isGood} GROUP BY 1 ORDER BY 2 DESC`.execute(database.db);
  return {
    retried: Object.fromEntries(rows.map((row) => [row.code, row.n])),
    why: Object.fromEntries(rows.map((row) => [row.code, row.why])),
  };
}

async function pickupsOf(load: Load): Promise<number> {
  const backend = queueBackendFrom({ queueUrl: load.queueUrl, database: load.databaseUrl });
  await using queues = await createQueues({ backend, config: Config.parse({}).queue });
  let jobs = 0;
  let pickups = 0;
  for (const handle of queues.handles()) {
    if (handle.name !== 'fetch') continue;
    for (let from = 0; ; from += 1000) {
      const piece = await handle.getJobs(['completed', 'failed'], from, from + 999);
      jobs += piece.length;
      for (const job of piece) pickups += job.attemptsStarted;
      if (piece.length === 0) break;
    }
  }
  return jobs === 0 ? 0 : pickups / jobs;
}
