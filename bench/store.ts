/**
 * What storing a document costs all in (article, revision, keys, cluster, change log; node and PostgreSQL
 * together), one at a time and in batches, and how that grows with what is stored.
 *
 *   npm run bench:store -- [--articles N] [--rounds N] [--documents N]
 *
 * Makes databases with 10,000, 100,000 … up to `--articles` stored articles (default a million: some 8 GB under the
 * temporary folder and some minutes), measures them in turns with the same documents (those of `NewsStream`), so that
 * a busy machine treats all alike, prints the curve (each figure is that of the middle round), and removes everything.
 * Ends with 1 where a bar is missed.
 * CPU time of PostgreSQL is that of its sessions and writers, without autovacuum.
 */
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { textKey } from '../src/dedupe/fingerprint.ts';
import { candidateKeys } from '../src/dedupe/shingles.ts';
import { type Comparable, comparable, verify } from '../src/dedupe/verify.ts';
import { storeExtraction, storeExtractions } from '../src/store/articles.ts';
import { sequenceChanges } from '../src/store/changes.ts';
import { type Database, inTransaction, openDatabase } from '../src/store/database.ts';
import { measure, type Used } from './support/cpu.ts';
import { NewsStream } from './support/documents.ts';
import { fill } from './support/fill.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '9' },
    documents: { type: 'string', default: '320' },
  },
});
const [largest, rounds, documents] = [values.articles, values.rounds, values.documents].map(Number);
if (!(Number(largest) > 0 && Number(rounds) > 0 && Number(documents) > 0))
  throw new Error('Give whole numbers of at least 1');

const sizes: number[] = [];
for (let size = 10_000; size < Number(largest); size *= 10) sizes.push(size);
sizes.push(Number(largest));

interface Case {
  readonly size: number;
  readonly database: Database;
  readonly stream: NewsStream;
  readonly single: Used[];
  readonly batch: Used[];
}

/** All sizes get the same documents in the same rounds. */
const SEED = 1_000_003;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const cpu = (used: Used): number => used.nodeMs + used.postgresMs;
/** Per document, in the middle of the rounds. */
const each = (list: readonly Used[], of: (used: Used) => number, count: number): number =>
  median(list.map((used) => of(used) / count));
/** Rounds of two sizes follow each other, so that what disturbs the machine for seconds disturbs both. */
const times = (list: readonly Used[], base: readonly Used[]): number =>
  median(list.map((used, round) => cpu(used) / cpu(base[round] ?? used)));
const ms = (value: number): string => value.toFixed(2);

await using scratch = await startScratch();
await using opened = new AsyncDisposableStack();
const cases: Case[] = [];
for (const size of sizes) {
  const url = await scratch.create(`articles_${size}`);
  const began = performance.now();
  await fill(url, size, (done) => {
    if (done % 100_000 === 0) say(`${done} of ${size} articles made`);
  });
  say(`${size} articles made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const database = opened.use(openDatabase({ connectionString: url, poolSize: 2 }));
  cases.push({ size, database, stream: new NewsStream(SEED), single: [], batch: [] });
}

const batchSize = Number(documents) * 3;
for (let round = 0; round <= Number(rounds); round += 1) {
  // To and fro: none of the sizes always comes after the same other.
  for (const { database, stream, single, batch } of round % 2 === 0 ? cases : cases.toReversed()) {
    const { db } = database;
    const singly = async (count: number): Promise<void> => {
      for (const extraction of stream.take(count))
        await inTransaction(db, (tx) => storeExtraction(tx, extraction));
    };
    // Documents are made beforehand, where they do not count; the log gets its order as readers would give it.
    await singly(40);
    const list = stream.take(Number(documents));
    const one = await measure(scratch.postmaster, async () => {
      for (const extraction of list) await inTransaction(db, (tx) => storeExtraction(tx, extraction));
      await sequenceChanges(db);
    });
    const more = stream.take(batchSize);
    const many = await measure(scratch.postmaster, async () => {
      await storeExtractions(db, more);
      await sequenceChanges(db);
    });
    if (round === 0) continue; // warming up
    single.push(one);
    batch.push(many);
  }
}

const rows = cases.map(({ size, single, batch }) => ({
  'stored articles': size,
  'one: node ms': ms(each(single, (u) => u.nodeMs, Number(documents))),
  'one: PostgreSQL ms': ms(each(single, (u) => u.postgresMs, Number(documents))),
  'one: CPU ms': ms(each(single, cpu, Number(documents))),
  'one: docs/s': Math.round(1000 / each(single, (u) => u.wallMs, Number(documents))),
  'batch: node ms': ms(each(batch, (u) => u.nodeMs, batchSize)),
  'batch: PostgreSQL ms': ms(each(batch, (u) => u.postgresMs, batchSize)),
  'batch: CPU ms': ms(each(batch, cpu, batchSize)),
  'batch: docs/s': Math.round(1000 / each(batch, (u) => u.wallMs, batchSize)),
}));
console.table(rows);

const BARS = { growth: 1.3, singleMs: 8, batchRate: 300, fingerprintMs: 1.2 };
const bar = (isMet: boolean): void => {
  if (!isMet) process.exitCode = 1;
};
const [first, last] = [cases[0], cases.at(-1)];
if (first !== undefined && last !== undefined && first !== last) {
  const [single, batch] = [times(last.single, first.single), times(last.batch, first.batch)];
  console.log(
    `cost at ${last.size} : at ${first.size} = ${ms(single)} one at a time, ${ms(batch)} in batches (bar ${BARS.growth})`,
  );
  bar(Math.max(single, batch) <= BARS.growth);
}
if (last !== undefined) {
  const worst = Math.max(...cases.map((c) => each(c.single, cpu, Number(documents))));
  const rate = Math.min(...cases.map((c) => 1000 / each(c.batch, (u) => u.wallMs, batchSize)));
  console.log(`one at a time ${ms(worst)} ms CPU a document at worst (bar ${BARS.singleMs})`);
  console.log(`batches ${rate.toFixed(0)} documents/s at worst (bar ${BARS.batchRate})`);
  bar(worst <= BARS.singleMs && rate >= BARS.batchRate);
  await printBytes(last);
}
printFingerprints();

async function printBytes({ database: { db } }: Case): Promise<void> {
  const { rows: tables } = await sql<{ name: string; table: number; toast: number; indexes: number }>`
    SELECT coalesce(parent.relname, c.relname) AS name, sum(pg_relation_size(c.oid))::float8 AS table,
      sum(pg_table_size(c.oid) - pg_relation_size(c.oid))::float8 AS toast, sum(pg_indexes_size(c.oid))::float8 AS indexes
    FROM pg_class c
    LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
    LEFT JOIN pg_class parent ON parent.oid = i.inhparent
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND pg_total_relation_size(c.oid) > 1000000
    GROUP BY 1 ORDER BY sum(pg_total_relation_size(c.oid)) DESC`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM articles`.execute(db);
  const n = counted[0]?.n ?? 1;
  const per = (bytes: number): number => Math.round(bytes / n);
  console.table(
    tables.map((t) => ({
      table: t.name,
      rows: per(t.table),
      'long values': per(t.toast),
      indexes: per(t.indexes),
      'bytes an article': per(t.table + t.toast + t.indexes),
    })),
  );
  const all = tables.reduce((sum, t) => sum + t.table + t.toast + t.indexes, 0);
  console.log(`${per(all)} bytes an article, ${n} articles`);
}

/** Fingerprints, and comparing with candidates found as the store finds them, without a database. */
function printFingerprints(): void {
  const list = new NewsStream(1).take(2000);
  const once = (): number => {
    const before = process.cpuUsage();
    const owners = new Map<number, number>();
    list.forEach(({ content }, i) => {
      textKey(content);
      const text = ready(i);
      const keys = candidateKeys(text.body);
      const shared = new Map<number, number>();
      for (const key of keys) {
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, i);
        else shared.set(owner, (shared.get(owner) ?? 0) + 1);
      }
      for (const [owner, count] of shared) if (count >= 2) verify(text, ready(owner));
    });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / list.length;
  };
  const ready = (i: number): Comparable => {
    const content = list[i]?.content;
    return comparable({ title: content?.title ?? '', text: content?.text ?? '', host: null });
  };
  once();
  const cost = median([once(), once(), once()]);
  console.log(`fingerprints and comparing ${ms(cost)} ms CPU a document (bar ${BARS.fingerprintMs})`);
  bar(cost <= BARS.fingerprintMs);
}
