/**
 * One process of writers to the change log. Arguments: connection string, own number, writers, articles.
 * Each transaction takes an article's row lock as the store does, counts its revision up, notes it in a table
 * of its own (the truth that readers are compared with), appends its changes, and waits a random while before
 * it commits or rolls back. Runs until it is told to stop, or killed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ArticleId } from '../../src/ids.ts';
import { appendChanges } from '../../src/store/changes.ts';
import { inTransaction, openDatabase } from '../../src/store/database.ts';

const LONGEST_DELAY_MS = 40;
const ROLLED_BACK = 0.15;
const CHANGES_AT_ONCE = 4;

const [url, own, writers, articles] = [process.argv[2], ...process.argv.slice(3).map(Number)];
if (url === undefined) throw new Error('Give the connection string');
const database = openDatabase({ connectionString: url, poolSize: writers ?? 1 });
let stopped = false;

class OnPurpose extends Error {}

async function write(): Promise<void> {
  const n = Math.floor(Math.random() * (articles ?? 1));
  await inTransaction(database.db, async (tx) => {
    const { rows } = await sql<{ id: ArticleId; revision: number }>`
      UPDATE bench_articles SET revision = revision + 1 WHERE n = ${n} RETURNING id, revision`.execute(tx);
    const article = rows[0];
    if (article === undefined) throw new Error('There is no such article');
    const count = 1 + Math.floor(Math.random() * CHANGES_AT_ONCE);
    // The place in the article's own order stands where a revision would.
    const first = article.revision * CHANGES_AT_ONCE;
    const places = Array.from({ length: count }, (_, i) => first + i);
    await sql`
      INSERT INTO bench_written (article_id, place) SELECT ${article.id}, unnest(${places}::integer[])`.execute(
      tx,
    );
    await appendChanges(
      tx,
      places.map((revision) => ({
        type: 'article.revised' as const,
        articleId: article.id,
        revision,
        clusterId: null,
      })),
    );
    await sleep(Math.random() * LONGEST_DELAY_MS);
    if (Math.random() < ROLLED_BACK) throw new OnPurpose();
  }).catch((error: Error) => {
    if (!(error.cause instanceof OnPurpose)) throw error;
  });
}

process.on('message', () => {
  stopped = true;
});
const writer = async (): Promise<void> => {
  while (!stopped) await write();
};
process.send?.(`ready ${own}`);
await Promise.all(Array.from({ length: writers ?? 1 }, writer));
await database.close();
process.disconnect?.();
