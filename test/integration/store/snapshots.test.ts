/** How long snapshots are kept: by age, by source, and never one that is still needed. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { pruneSnapshots } from '../../../src/store/snapshots.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));

/** Three snapshots a page (days 1, 2 and 3), of a page without a source and of one of source `s`; s's second became a revision. */
async function fill(store: TestStore): Promise<void> {
  await sql`INSERT INTO hosts (host, delay_ms) VALUES ('h', 0)`.execute(store.db);
  await sql`INSERT INTO sources (id, definition, origin) VALUES ('s', '{}', 'api')`.execute(store.db);
  for (const [name, source] of [
    ['a', null],
    ['b', 's'],
  ] as const) {
    await sql`INSERT INTO frontier (url, fetch_url, host, kind, source_id, state) VALUES (${name}, ${name}, 'h', 'page', ${source}, 'resting')`.execute(
      store.db,
    );
    for (const n of [1, 2, 3])
      await sql`INSERT INTO snapshots (frontier_id, url, status, headers, blob, bytes, via, fetched_at)
        SELECT id, url, 200, '{}', ${name} || ${n}::text, 1, 'fetch', ${day(n)} FROM frontier WHERE url = ${name}`.execute(
        store.db,
      );
    await sql`UPDATE frontier SET snapshot_id = (SELECT max(id) FROM snapshots WHERE blob LIKE ${`${name}%`}) WHERE url = ${name}`.execute(
      store.db,
    );
  }
  await sql`
    WITH c AS (INSERT INTO clusters (id) VALUES (gen_random_uuid()) RETURNING id),
      a AS (INSERT INTO articles (id, cluster_id, revision) SELECT gen_random_uuid(), id, 1 FROM c RETURNING id)
    INSERT INTO revisions (article_id, revision, content, content_hash, snapshot_id, fetched_at)
    SELECT a.id, 1, '{}', 'x', s.id, s.fetched_at FROM a, snapshots s WHERE s.blob = 'b2'`.execute(store.db);
}

const left = async (store: TestStore): Promise<string[]> =>
  (await sql<{ blob: string }>`SELECT blob FROM snapshots ORDER BY blob`.execute(store.db)).rows.map(
    (r) => r.blob,
  );

const ages = (plain: number, more: { source?: number; revised?: number } = {}) => ({
  plain: day(plain),
  plainOfSource: new Map(more.source === undefined ? [] : [['s', day(more.source)]]),
  revised: more.revised === undefined ? null : day(more.revised),
});

it('removes old ones but the last of their URL and those behind revisions', async () => {
  await using store = await openTestStore();
  await fill(store);
  const { removed, blobs } = await pruneSnapshots(store.db, ages(31), 100);
  expect(removed).toBe(3);
  expect([...blobs].sort()).toEqual(['a1', 'a2', 'b1']);
  expect(await left(store)).toEqual(['a3', 'b2', 'b3']);
});

it('keeps those of a source as long as the source says, longer or shorter', async () => {
  await using store = await openTestStore();
  await fill(store);
  await pruneSnapshots(store.db, ages(1, { source: 31 }), 100);
  expect(await left(store)).toEqual(['a1', 'a2', 'a3', 'b2', 'b3']);
  await pruneSnapshots(store.db, ages(3, { source: 1 }), 100);
  expect(await left(store)).toEqual(['a3', 'b2', 'b3']);
});

it('removes all by age where so configured, but what is being extracted', async () => {
  await using store = await openTestStore();
  await fill(store);
  await sql`UPDATE frontier SET state = 'fetched', next_stage = 'extract', lease_at = now() WHERE url = 'a'`.execute(
    store.db,
  );
  await pruneSnapshots(store.db, ages(1, { revised: 31 }), 100);
  expect(await left(store)).toEqual(['a3']);
  const { rows } =
    await sql`SELECT r.snapshot_id, f.snapshot_id AS last FROM revisions r, frontier f WHERE f.url = 'b'`.execute(
      store.db,
    );
  expect(rows).toEqual([{ snapshot_id: null, last: null }]);
});

it('names a blob for removal only when no snapshot is left that has it', async () => {
  await using store = await openTestStore();
  await fill(store);
  await sql`UPDATE snapshots SET blob = 'same' WHERE blob IN ('a1', 'a3')`.execute(store.db);
  expect((await pruneSnapshots(store.db, ages(2), 100)).blobs).toEqual(['b1']);
});
