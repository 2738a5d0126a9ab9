/**
 * What the fetch stage costs a page: plain pages of 150 KB from loopback, in a process with the fetch role only, while
 * another process grants the slots.
 *
 *   npm run bench:fetch -- [--pages 2000] [--warm 1000] [--hosts 100] [--backend postgres|redis]
 *
 * The fetch process takes the job, makes the request, keeps the blob (compressed, synced), and records the outcome with
 * the slot's release in PostgreSQL.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Config } from '../src/config/schema.ts';
import { hostPolicies } from '../src/frontier/host-policy.ts';
import { submitUrls } from '../src/frontier/intake.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { testEnvironment } from '../test/support/cli.ts';
import { startFleet } from '../test/support/load/fleet.ts';
import { startPapers } from '../test/support/load/load.ts';
import { startRedis } from '../test/support/redis.ts';
import { postgresMs, processMs } from './support/cpu.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    // Until V8 has compiled what runs for each page, which takes a second or two of CPU once.
    warm: { type: 'string', default: '1000' },
    hosts: { type: 'string', default: '100' },
    backend: { type: 'string', default: 'postgres' },
  },
});
const pages = Number(values.pages);
const warm = Number(values.warm);
const hosts = Number(values.hosts);
const LIMIT_MS = 600_000;

await using held = new AsyncDisposableStack();
const scratch = held.use(await startScratch());
const folder = mkdtempSync(join(tmpdir(), 'newsmill-bench-fetch-'));
held.defer(() => rmSync(folder, { recursive: true, force: true }));
const databaseUrl = await scratch.create('fetch');
const redis = values.backend === 'redis' ? held.use(await startRedis()) : null;
const papers = held.use(
  await startPapers(
    Array.from({ length: hosts }, (_, n) => ({ host: `127.12.0.${n + 1}`, manner: 'large' as const })),
  ),
);
const database = held.use(openDatabase({ connectionString: databaseUrl, poolSize: 2 }));
await submitUrls(
  database.db,
  Array.from({ length: pages + warm }, (_, n) => ({
    url: `http://127.12.0.${(n % hosts) + 1}:${papers.port}/news/${n}`,
    kind: 'page' as const,
  })),
  { policyOf: hostPolicies(Config.parse({ fetch: { delayMs: 0 } })) },
);
const config = join(folder, 'newsmill.yaml');
writeFileSync(config, 'maintain: { maxInFlight: 1000000, grantIntervalMs: 20, leaseMs: 3600000 }\n');

/** One process with these roles; answers its pid. */
function start(roles: string): number {
  const fleet = held.use(
    startFleet({
      processes: 1,
      args: ['start', '--roles', roles, '--config', config],
      env: {
        ...testEnvironment(),
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: databaseUrl,
        ...(redis === null ? {} : { QUEUE_URL: redis.url }),
        LOG_LEVEL: 'error',
      },
    }),
  );
  return fleet.pids()[0] ?? 0;
}

async function fetched({ db }: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM snapshots`.execute(db);
  return rows[0]?.n ?? 0;
}

async function until(count: number): Promise<number> {
  for (const begun = performance.now(); ; await sleep(200)) {
    const now = await fetched(database);
    if (now >= count) return now;
    if (performance.now() - begun > LIMIT_MS) throw new Error(`only ${now} pages within ${LIMIT_MS} ms`);
  }
}

const fetchProcess = start('fetch');
const grantProcess = start('maintain');
const now = () => ({
  fetch: processMs(fetchProcess),
  grant: processMs(grantProcess),
  postgres: postgresMs(scratch.postmaster),
  wall: performance.now(),
});
const first = await until(warm);
const before = now();
const last = await until(warm + pages);
const after = now();
const each = (of: keyof typeof before): string => ((after[of] - before[of]) / (last - first)).toFixed(2);
const both = (after.fetch - before.fetch + after.postgres - before.postgres) / (last - first);
const rows = [
  ['queues', values.backend],
  [
    'pages',
    `${last - first} of 150 KB, ${((last - first) / ((after.wall - before.wall) / 1000)).toFixed(0)} a second`,
  ],
  ['fetch process, CPU', `${each('fetch')} ms a page`],
  ['PostgreSQL, CPU', `${each('postgres')} ms a page, granting and this backend's queue with it`],
  ['together', `${both.toFixed(2)} ms a page (bar: 4)`],
  ['granting process, CPU', `${each('grant')} ms a page`],
] as const;
for (const [what, value] of rows) process.stdout.write(`${what.padEnd(24)} ${value}\n`);
