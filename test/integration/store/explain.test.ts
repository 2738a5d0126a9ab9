/** What `newsmill explain` reads stays a few rows, however many URLs wait. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inTransaction } from '../../../src/store/database.ts';
import { explainArticle, explainEntry, explainVisits } from '../../../src/store/explain.ts';
import { openTestStore } from '../../support/store.ts';

const HOSTS = 20;
const URLS = 20_000;

/** The URLs counted before one are 1,000 at most; the rest are the entry itself and those that end a range. */
const MOST_READ = 1010;

it('reads no table whole, and no more of one host’s waiting URLs than it counts', async () => {
  await using store = await openTestStore(2);
  await sql`INSERT INTO hosts (host, delay_ms) SELECT 'h' || h || '.example', 0 FROM generate_series(0, ${HOSTS}::int - 1) h`.execute(
    store.db,
  );
  // Half of them on one host, due before and after now, every tenth urgent.
  await sql`
    INSERT INTO frontier (url, fetch_url, host, kind, priority, due_at)
    SELECT 'https://' || host || '/' || n, 'https://' || host || '/' || n, host, 'page',
      CASE WHEN n % 10 = 0 THEN 10 ELSE 50 END, now() + (n % 2000 - 1000) * interval '1 minute'
    FROM (SELECT n, 'h' || CASE WHEN n % 2 = 0 THEN 0 ELSE n / 2 % ${HOSTS}::int END || '.example' AS host
      FROM generate_series(0, ${URLS}::int - 1) n) u`.execute(store.db);
  await sql`
    INSERT INTO visits (frontier_id, started_at, ended_at, outcome) SELECT id, now(), now(), 'unchanged' FROM frontier`.execute(
    store.db,
  );
  for (const table of ['frontier', 'hosts', 'visits'])
    await sql`ANALYZE ${sql.table(table)}`.execute(store.db);

  // The first of its host that is due, the last one, urgent ones, one of a small host, and one that is not there.
  const asked = [
    ['https://h0.example/2', true],
    ['https://h0.example/1998', true],
    ['https://h0.example/0', true],
    ['https://h0.example/1990', true],
    ['https://h1.example/3', true],
    ['https://h0.example/nowhere', false],
  ] as const;
  for (const [url, isKnown] of asked) {
    const read = await inTransaction(store.db, async (tx) => {
      const before = await rowsRead(tx);
      const entry = await explainEntry(tx, [url]);
      if (entry !== null) expect(await explainVisits(tx, entry.id, 5)).toHaveLength(1);
      await explainArticle(tx, [url]);
      expect([url, entry !== null]).toEqual([url, isKnown]);
      const after = await rowsRead(tx);
      return { whole: after.whole - before.whole, indexed: after.indexed - before.indexed };
    });
    expect([url, read.whole]).toEqual([url, 0]);
    expect(read.indexed).toBeGreaterThanOrEqual(isKnown ? 2 : 0);
    expect(read.indexed).toBeLessThan(MOST_READ);
  }
});

/** Rows of the large tables that this session read so far, by scans of the whole table and by indexes. */
async function rowsRead(db: Parameters<typeof explainEntry>[0]): Promise<{ whole: number; indexed: number }> {
  const { rows } = await sql<{ whole: number; indexed: number }>`
    SELECT sum(seq_tup_read)::int AS whole, sum(idx_tup_fetch)::int AS indexed FROM pg_stat_xact_user_tables
    WHERE relname IN ('frontier', 'visits', 'snapshots', 'extractions', 'discoveries', 'article_urls')`.execute(
    db,
  );
  return rows[0] ?? { whole: Number.NaN, indexed: Number.NaN };
}
