/**
 * Copies that arrive at the same moment: eight processes store 400 stories with four copies each, 50 times.
 * Counts stories that ended in more than one cluster, errors (deadlocks among them) that reached a caller,
 * and documents that are not in the store afterwards. All three must be 0, or it ends with 1.
 *
 *   npm run bench:race -- [--rounds N] [--stories N] [--processes N]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/store/database.ts';
import type { RaceReport, RaceRound } from './support/race-writer.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    stories: { type: 'string', default: '400' },
    processes: { type: 'string', default: '8' },
  },
});
const COPIES = 4;
const [rounds = 0, stories = 0, processes = 0] = [values.rounds, values.stories, values.processes].map(
  Number,
);

await using scratch = await startScratch({ durable: false });
const url = await scratch.create('race');
await using database = openDatabase({ connectionString: url, poolSize: 2 });
const { db } = database;

const writers: ChildProcess[] = Array.from({ length: processes }, (_, n) =>
  fork(fileURLToPath(new URL('./support/race-writer.ts', import.meta.url)), [
    url,
    String(n),
    String(processes),
  ]),
);
await Promise.all(writers.map((writer) => once(writer, 'message')));

const ended = Promise.race(
  writers.map((writer) =>
    once(writer, 'exit').then(() => {
      throw new Error('A writer has ended');
    }),
  ),
);
ended.catch(() => undefined);

/** One listener a writer for the whole run: answers come one a round. */
function answerOf(writer: ChildProcess): Promise<RaceReport> {
  return new Promise((resolve) => {
    writer.once('message', (report) => resolve(report as RaceReport));
  });
}

async function runIn(writer: ChildProcess, round: RaceRound): Promise<RaceReport> {
  const answer = answerOf(writer);
  writer.send(round);
  return Promise.race([answer, ended]);
}

let [split, lost, deadlocks, errors] = [0, 0, 0, 0];
const began = performance.now();
for (let round = 1; round <= rounds; round += 1) {
  const reports = await Promise.all(
    writers.map((writer) => runIn(writer, { round, stories, copies: COPIES })),
  );
  const messages = reports.flatMap((report) => report.errors);
  errors += messages.length;
  deadlocks += messages.filter((message) => /deadlock|40P01/i.test(message)).length;
  for (const message of messages.slice(0, 5)) process.stderr.write(`${message}\n`);
  const { rows } = await sql<{ articles: number; clusters: number }>`
    SELECT count(*)::int AS articles, count(DISTINCT a.cluster_id)::int AS clusters
    FROM article_urls u JOIN articles a ON a.id = u.article_id
    WHERE u.url LIKE ${`https://outlet-_.example/${round}/%`}
    GROUP BY split_part(u.url, '/', 5)`.execute(db);
  split += rows.filter((story) => story.clusters > 1).length;
  lost += stories * COPIES - rows.reduce((sum, story) => sum + story.articles, 0);
  if (round % 5 === 0 || round === rounds)
    process.stderr.write(`round ${round}: ${split} split, ${errors} errors, ${lost} lost so far\n`);
}
const seconds = (performance.now() - began) / 1000;
for (const writer of writers) writer.send('end');
await Promise.all(writers.map((writer) => once(writer, 'exit')));

const { rows } = await sql<{ n: number }>`
  SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()`.execute(db);
const documents = rounds * stories * COPIES;
console.log(
  `${rounds} rounds of ${stories} stories, ${COPIES} copies each, ${processes} processes: ${documents} documents in ` +
    `${seconds.toFixed(0)} s (${(documents / seconds).toFixed(0)}/s)`,
);
console.log(
  `split stories ${split}, deadlocks that reached a caller ${deadlocks}, other errors ${errors - deadlocks}, lost ${lost}`,
);
console.log(`deadlocks that the server saw, and that were run again: ${rows[0]?.n ?? 0}`);
if (split > 0 || errors > 0 || lost !== 0) process.exitCode = 1;
