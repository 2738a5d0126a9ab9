/** A person splits a cluster while documents that belong to it arrive: on two connections, one waiting for the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ArticleId, ClusterId } from '../../../src/ids.ts';
import { storeExtraction, storeExtractions } from '../../../src/store/articles.ts';
import { mergeClusters, splitCluster } from '../../../src/store/cluster-decisions.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { report } from '../../support/texts.ts';

const TITLE = 'What happened at the harbour';
const documentOf = (url: string, text: string) => extractionOf(contentOf(url, TITLE, text));
const save = (db: Db, url: string, text: string) =>
  inTransaction(db, (tx) => storeExtraction(tx, documentOf(url, text)));

/** Two versions of one text that differ by a sentence each, and a third that is nearer to the second. */
const lines = report(3, 20).split('\n');
const one = lines.toSpliced(4, 2).join('\n');
const two = lines.toSpliced(9, 1).join('\n');
const third = lines.toSpliced(9, 1).toSpliced(13, 1).join('\n');

async function clustersOf(db: Db): Promise<ReadonlyMap<ArticleId, ClusterId>> {
  const { rows } = await sql<{ id: ArticleId; cluster: ClusterId }>`
    SELECT id, cluster_id AS cluster FROM articles`.execute(db);
  return new Map(rows.map(({ id, cluster }) => [id, cluster]));
}

/** Until `count` sessions wait for a lock. */
async function untilWaiting(db: Db, count: number): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(db);
    if ((rows[0]?.n ?? 0) >= count) return;
    await sleep(10);
  }
  throw new Error(`Never did ${count} sessions wait`);
}

/** What keeps a split from going on: before it moves the texts, and before its last step. */
const STOPS = {
  'before its texts are moved': sql`SELECT 1 FROM cluster_keys FOR UPDATE`,
  'before its end': sql`LOCK TABLE cluster_decisions IN ACCESS EXCLUSIVE MODE`,
};
type Stop = keyof typeof STOPS;

/** Lets a split begin, then `meanwhile` begin and wait for it, then both end. */
async function whileSplitting<T>(
  db: Db,
  stop: Stop,
  cluster: ClusterId,
  away: ArticleId,
  meanwhile: () => Promise<T>,
): Promise<{ founded: ClusterId; result: T }> {
  const gate = Promise.withResolvers<void>();
  const shut = Promise.withResolvers<void>();
  const holder = inTransaction(db, async (tx) => {
    await STOPS[stop].execute(tx);
    shut.resolve();
    await gate.promise;
  });
  await shut.promise;
  const splitting = splitCluster(db, cluster, [away], null);
  await untilWaiting(db, 1);
  const arriving = meanwhile();
  await untilWaiting(db, 2);
  gate.resolve();
  const [, { founded }, result] = await Promise.all([holder, splitting, arriving]);
  return { founded, result };
}

async function prepare(db: Db) {
  const a = await save(db, 'https://a.example/1', one);
  const b = await save(db, 'https://b.example/1', two);
  expect(b.clusterId).toBe(a.clusterId);
  return { a, b };
}

describe('a split while documents of its cluster arrive', () => {
  const stops = Object.keys(STOPS) as Stop[];
  it.each(
    [
      ['an exact copy of what is split off', two],
      ['an exact copy of what stays', one],
      ['a near copy of both', third],
    ].flatMap(([what = '', text = '']) => stops.map((stop) => ({ what, text, stop }))),
  )('holds: $what waits for it, $stop, and goes where its text is then', async ({ text, stop }) => {
    await using store = await openTestStore();
    const { db } = store;
    const { a, b } = await prepare(db);
    const { founded, result } = await whileSplitting(db, stop, a.clusterId, b.articleId, () =>
      save(db, 'https://c.example/1', text),
    );
    const clusters = await clustersOf(db);
    expect(clusters.get(a.articleId)).toBe(a.clusterId);
    expect(clusters.get(b.articleId)).toBe(founded);
    const expected = text === two ? [founded] : text === one ? [a.clusterId] : [a.clusterId, founded];
    expect(expected).toContain(clusters.get(result.articleId));
    // It is in the cluster of the article that it is said to be a copy of.
    const { rows } = await sql<{ with: ArticleId | null }>`
      SELECT membership->0->>'with' AS with FROM articles WHERE id = ${result.articleId}`.execute(db);
    const like = rows[0]?.with ?? null;
    if (text === third && like === null) throw new Error('A near copy must say of what');
    if (like !== null) expect(clusters.get(like)).toBe(clusters.get(result.articleId));
  });

  it.each(stops)(
    'holds for several documents at once, and for an edit of what is split off: %s',
    async (stop) => {
      await using store = await openTestStore();
      const { db } = store;
      const { a, b } = await prepare(db);
      const { founded } = await whileSplitting(db, stop, a.clusterId, b.articleId, () =>
        storeExtractions(db, [
          documentOf('https://c.example/1', two),
          documentOf('https://d.example/1', third),
          documentOf('https://b.example/1', `${two}\nOne line more stands here.`),
          documentOf('https://e.example/1', one),
        ]),
      );
      const clusters = await clustersOf(db);
      expect(clusters.get(a.articleId)).toBe(a.clusterId);
      expect(clusters.get(b.articleId)).toBe(founded);
      expect(new Set(clusters.values())).toEqual(new Set([a.clusterId, founded]));
      const { rows } = await sql<{ cluster: ClusterId }>`
      SELECT a.cluster_id AS cluster FROM article_urls u JOIN articles a ON a.id = u.article_id
      WHERE u.url = ANY('{https://c.example/1,https://e.example/1}') ORDER BY u.url`.execute(db);
      expect(rows.map(({ cluster }) => cluster)).toEqual([founded, a.clusterId]);
    },
  );

  it('holds where the document was first: the split waits, and nothing joins the two again', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const { a, b } = await prepare(db);
    const gate = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<ArticleId>();
    const arriving = inTransaction(db, async (tx) => {
      const { articleId } = await storeExtraction(tx, documentOf('https://c.example/1', third));
      stored.resolve(articleId);
      await gate.promise;
    });
    const late = await stored.promise;
    const splitting = splitCluster(db, a.clusterId, [b.articleId], null);
    await untilWaiting(db, 1);
    gate.resolve();
    const [, { founded }] = await Promise.all([arriving, splitting]);
    const clusters = await clustersOf(db);
    expect([clusters.get(a.articleId), clusters.get(b.articleId)]).toEqual([a.clusterId, founded]);
    expect(clusters.get(late)).toBe(a.clusterId);
    // A document like all of them joins one, and a merge by hand is still possible.
    await save(db, 'https://d.example/1', lines.join('\n'));
    expect(new Set((await clustersOf(db)).values())).toEqual(new Set([a.clusterId, founded]));
    await mergeClusters(db, a.clusterId, founded, null);
    expect(new Set((await clustersOf(db)).values()).size).toBe(1);
  });
});
