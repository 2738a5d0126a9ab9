/**
 * Many writers to the change log with random commit delays and rollbacks, one of them killed, and readers
 * who follow it; used by bench/changes.ts and, in small, by its test.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { Cursor } from '../../src/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { followChanges } from '../../src/store/follow-changes.ts';

export interface ChangeRace {
  readonly connectionString: string;
  readonly writers: number;
  /** The writers are spread over so many processes; the last one has one writer and is killed half-way. */
  readonly processes: number;
  readonly readers: number;
  readonly changes: number;
}

export interface ReaderReport {
  readonly seen: number;
  readonly missed: number;
  readonly twice: number;
  /** Changes that nobody has committed. */
  readonly phantoms: number;
  /** Articles whose changes came in another order than they were made. */
  readonly outOfOrder: number;
  /** From when a change was appended, a little before its commit, until it was seen; milliseconds. */
  readonly worstLagMs: number;
  readonly medianLagMs: number;
}

export interface ChangeRaceReport {
  readonly committed: number;
  readonly seconds: number;
  readonly readers: readonly ReaderReport[];
}

const ARTICLES = 300;

interface Seen {
  readonly keys: string[];
  readonly lags: number[];
}

export async function raceChanges(race: ChangeRace): Promise<ChangeRaceReport> {
  await using database = openDatabase({
    connectionString: race.connectionString,
    poolSize: race.readers * 2 + 2,
  });
  const { db } = database;
  await sql`CREATE TABLE bench_articles (n integer PRIMARY KEY, id uuid NOT NULL, revision integer NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE bench_written (article_id uuid, place integer, PRIMARY KEY (article_id, place))`.execute(
    db,
  );
  const ids = Array.from({ length: ARTICLES }, () => uuidv7());
  await sql`INSERT INTO bench_articles SELECT o - 1, id, 0 FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS a (id, o)`.execute(
    db,
  );
  const ending = new AbortController();
  const readers = Array.from({ length: race.readers }, () => read(database, ending.signal));
  const began = performance.now();
  const children = startWriters(race);
  await Promise.all(children.map((child) => once(child, 'message')));
  const doomed = children.at(-1);
  let committed = 0;
  while (committed < race.changes) {
    await sleep(100);
    committed = await countPlaced(database);
    if (committed >= race.changes / 2 && doomed?.exitCode === null && doomed.signalCode === null)
      doomed.kill('SIGKILL');
  }
  const seconds = (performance.now() - began) / 1000;
  const exits = children.map((child) =>
    child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null,
  );
  for (const child of children) if (child.connected) child.send('stop');
  await Promise.all(exits);
  await untilPlaced(database);
  await sleep(500); // what is placed now is with the readers within that time, or late
  ending.abort();
  const { rows } = await sql<{
    key: string;
  }>`SELECT article_id || ':' || place AS key FROM bench_written`.execute(db);
  const truth = new Set(rows.map((row) => row.key));
  return {
    committed: truth.size,
    seconds,
    readers: (await Promise.all(readers)).map((seen) => reportOf(seen, truth)),
  };
}

function startWriters({ connectionString, writers, processes }: ChangeRace): ChildProcess[] {
  const file = fileURLToPath(new URL('./change-writer.ts', import.meta.url));
  const others = processes - 1;
  return Array.from({ length: processes }, (_, n) => {
    const own = n === others ? 1 : Math.floor((writers - 1 + n) / others);
    return fork(file, [connectionString, String(n), String(own), String(ARTICLES)], {
      execArgv: [],
    });
  });
}

async function read(database: Database, signal: AbortSignal): Promise<Seen> {
  const [keys, lags]: [string[], number[]] = [[], []];
  for await (const changes of followChanges(database, { after: Cursor.parse('0'), signal })) {
    const now = Date.now();
    for (const { articleId, revision, at } of changes) {
      keys.push(`${articleId}:${revision}`);
      lags.push(now - at.getTime());
    }
  }
  return { keys, lags };
}

async function countPlaced({ db }: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT last::int AS n FROM change_position`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A killed process's session ends when the server notices; then nothing more can be committed. */
async function untilPlaced({ db }: Database): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const { rows } = await sql<{ pending: boolean }>`
      SELECT EXISTS (SELECT FROM change_intake) OR EXISTS (
        SELECT FROM pg_locks WHERE relation = 'bench_articles'::regclass AND mode = 'RowExclusiveLock') AS pending`.execute(
      db,
    );
    if (rows[0]?.pending === false) return;
    await sleep(100);
  }
  throw new Error('Entries of the log never got their place');
}

function reportOf({ keys, lags }: Seen, truth: ReadonlySet<string>): ReaderReport {
  const distinct = new Set(keys);
  const last = new Map<string, number>();
  const disordered = new Set<string>();
  for (const key of keys) {
    const [article = '', place] = key.split(':');
    if (Number(place) <= (last.get(article) ?? -1)) disordered.add(article);
    last.set(article, Number(place));
  }
  const sorted = lags.toSorted((a, b) => a - b);
  return {
    seen: keys.length,
    missed: [...truth].filter((key) => !distinct.has(key)).length,
    twice: keys.length - distinct.size,
    phantoms: [...distinct].filter((key) => !truth.has(key)).length,
    outOfOrder: disordered.size,
    worstLagMs: sorted.at(-1) ?? 0,
    medianLagMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
  };
}
