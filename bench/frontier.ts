/**
 * Grants a second, and whether a frontier of a million URLs makes them dearer:
 *
 *   npm run bench:frontier -- [--grants 20000]
 *
 * The fills are 10,000 URLs twice and 1,000,000 once; `--grants` says how many cycles are measured on each.
 *
 * One cycle is what the product does for a request: `grantSlots` in the grant loop's batches, then for each grant
 * `useGrant` and `endWell`, sixteen at once as in one fetch process, while the next are granted.
 * Queue and network are left out; PostgreSQL is the embedded one, durable. Hosts have no pause, so that the store sets the pace.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { endWell } from '../src/pipeline/end-visit.ts';
import { createRoom } from '../src/pipeline/grant-loop.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { useGrant, workInFlight } from '../src/store/frontier.ts';
import { type Grant, grantSlots } from '../src/store/grants.ts';
import { measure } from './support/cpu.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({ options: { grants: { type: 'string', default: '20000' } } });
const MOST = Number(values.grants);
if (!(MOST > 0)) throw new Error('Give a whole number of at least 1');
const AT_ONCE = 16;
const LEASE_MS = 90_000;
const MAX_IN_FLIGHT = 2000;

interface Fill {
  readonly urls: number;
  readonly hosts: number;
  readonly sources: number;
}

interface Row {
  readonly 'URLs due': number;
  readonly hosts: number;
  readonly grants: number;
  readonly 'grants/s': number;
  readonly 'CPU ms a grant': number;
  readonly 'of it node': number;
  readonly 'of it PostgreSQL': number;
  /** Share of the time in which the CPUs of this machine worked for this bench; the rest is others' or waiting. */
  readonly 'CPUs used': number;
}

/** Due URLs in one go; everything else about them is as `addUrls` leaves it. */
async function fill({ db }: Database, { urls, hosts, sources }: Fill): Promise<void> {
  await sql`TRUNCATE frontier, hosts, visits, sources CASCADE`.execute(db);
  await sql`
    INSERT INTO sources (id, definition, origin)
    SELECT 'source-' || s, '{}'::jsonb, 'api' FROM generate_series(1, ${sources}::int) s`.execute(db);
  await sql`
    INSERT INTO hosts (host, delay_ms, due_at)
    SELECT 'h' || h || '.example', 0, now() - interval '1 minute' FROM generate_series(0, ${hosts}::int - 1) h`.execute(
    db,
  );
  // In the order of feeds, not of hosts: neighbours on disk are no neighbours in a host.
  for (let from = 0; from < urls; from += 100_000) {
    await sql`
      INSERT INTO frontier (url, fetch_url, host, kind, source_id, priority, due_at)
      SELECT u.url, u.url, u.host, 'page', u.source, 50, now() - interval '1 minute'
      FROM (SELECT 'https://h' || n % ${hosts} || '.example/' || n AS url, 'h' || n % ${hosts} || '.example' AS host,
          'source-' || 1 + n % ${hosts} % ${sources}::int AS source
        FROM generate_series(${from}::int, ${Math.min(urls, from + 100_000) - 1}::int) n) u`.execute(db);
  }
  // What autovacuum would have done by then.
  await sql`VACUUM ANALYZE frontier`.execute(db);
  await sql`VACUUM ANALYZE hosts`.execute(db);
  await sql`CHECKPOINT`.execute(db);
}

async function cycle({ db }: Database, grant: Grant): Promise<void> {
  if (grant.kind !== 'page') throw new Error('robots.txt is not part of this bench');
  const entry = await useGrant(db, grant.frontierId, grant.grantId);
  if (entry === null) throw new Error(`The grant of ${grant.frontierId} was lost`);
  const held = { grantId: grant.grantId, says: 'answered' } as const;
  const end = { outcome: 'unchanged', httpStatus: 304 } as const;
  if (!(await endWell(db, entry, held, end, ['1h'])))
    throw new Error(`The outcome of ${grant.frontierId} was not taken`);
}

/** Grants and outcomes beside each other, until `most` are granted or nothing is due. */
async function run(database: Database, most: number): Promise<number> {
  const { db } = database;
  const room = createRoom((upTo) => workInFlight(db, upTo), MAX_IN_FLIGHT);
  const waiting: Grant[] = [];
  let granted = 0;
  let done = 0;
  let isOver = false;
  const fetcher = async (): Promise<void> => {
    for (;;) {
      const grant = waiting.shift();
      if (grant !== undefined) {
        await cycle(database, grant);
        done += 1;
      } else if (isOver) return;
      else await sleep(1);
    }
  };
  const fetchers = Promise.all(Array.from({ length: AT_ONCE }, fetcher));
  while (granted < most) {
    // Nothing is ready only because all hosts are busy, as long as something is under way.
    const before = done;
    const limit = Math.min(most - granted, await room.left());
    const grants = limit > 0 ? await grantSlots(db, { limit, leaseMs: LEASE_MS, obeyRobots: false }) : [];
    granted += grants.length;
    room.granted(grants.length);
    waiting.push(...grants);
    if (grants.length > 0 && grants.length === limit) continue;
    if (grants.length === 0 && before === granted) break;
    await sleep(5);
  }
  isOver = true;
  await fetchers;
  return done;
}

async function rowOf(database: Database, postmaster: number, load: Fill): Promise<Row> {
  await fill(database, load);
  // Plans and caches as in a process that has run for a while.
  await run(database, 400);
  let grants = 0;
  const used = await measure(postmaster, async () => {
    grants = await run(database, Math.min(MOST, load.urls - 400));
  });
  const each = (ms: number): number => Number((ms / grants).toFixed(3));
  return {
    'URLs due': load.urls,
    hosts: load.hosts,
    grants,
    'grants/s': Math.round((grants * 1000) / used.wallMs),
    'CPU ms a grant': each(used.nodeMs + used.postgresMs),
    'of it node': each(used.nodeMs),
    'of it PostgreSQL': each(used.postgresMs),
    'CPUs used': Number(((used.nodeMs + used.postgresMs) / used.wallMs).toFixed(2)),
  };
}

await using scratch = await startScratch();
await using database = openDatabase({
  connectionString: await scratch.create('frontier'),
  poolSize: AT_ONCE,
});
const { postmaster } = scratch;
const small = await rowOf(database, postmaster, { urls: 10_000, hosts: 100, sources: 10 });
const single = await rowOf(database, postmaster, { urls: 10_000, hosts: 10_000, sources: 100 });
const large = await rowOf(database, postmaster, { urls: 1_000_000, hosts: 10_000, sources: 100 });
console.table([small, single, large]);
const ratio = (other: Row): string => (large['CPU ms a grant'] / other['CPU ms a grant']).toFixed(2);
console.log(`Grants a second at 1,000,000: ${large['grants/s']} (bar: 2,000 on two cores)`);
console.log(
  `CPU of a grant at 1,000,000 against 10,000: ${ratio(small)} (as many URLs a host), ${ratio(single)} (as many hosts); bar: 1.5`,
);
