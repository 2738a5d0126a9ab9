/** Many documents in one transaction give what storing one after the other gives, row for row. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { asNewsmillError } from '../../../src/errors.ts';
import {
  type NewExtraction,
  type StoreResult,
  storeExtraction,
  storeExtractions,
} from '../../../src/store/articles.ts';
import { splitCluster } from '../../../src/store/cluster-decisions.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { report, sentences } from '../../support/texts.ts';

const LINES = 16;

/** What becomes of a story's text on its way: edits, copies, parts, passages of others, a short teaser. */
const VERSIONS: readonly ((story: number) => string)[] = [
  (story) => report(story, LINES),
  (story) => `${report(story, LINES)}\nUpdated 5 min ago`,
  (story) => `By our own man in town.\n${sentences(story, LINES).toSpliced(4, 1).join('\n')}`,
  (story) => sentences(story, LINES).slice(0, 11).join('\n'),
  (story) => sentences(story, LINES).slice(0, 3).join('\n'),
  (story) => [...sentences(story, LINES), ...sentences(story + 50, 3)].join('\n'),
  (story) => [...sentences(story, 8), ...sentences(story + 1, 8)].join('\n'),
  // A page with two whole stories joins what was told apart.
  (story) => [...sentences(story, LINES), ...sentences(story + 1, LINES)].join('\n'),
  (story) => sentences(story, 1).join('\n'),
  () => 'This article has been removed.',
];

const document = fc.record({
  story: fc.integer({ min: 1, max: 5 }),
  version: fc.nat(VERSIONS.length - 1),
  scheme: fc.constantFrom('http', 'https'),
  host: fc.constantFrom('a.example', 'www.a.example', 'b.example', 'c.example'),
  // Few paths: some are used for several stories.
  path: fc.constantFrom('/today', '/news/48213', '/news/other-48213', null, null, null),
  canonical: fc.constantFrom(null, null, null, 'https://a.example/', 'https://b.example/today'),
  // Where a redirect began that leads to another story each day.
  found: fc.constantFrom(null, null, null, 'https://a.example/latest'),
  publisherId: fc.constantFrom(null, null, 'one', 'two'),
  late: fc.boolean(),
});
type Made = typeof document extends fc.Arbitrary<infer T> ? T : never;

function extractionsOf(stream: readonly Made[]): NewExtraction[] {
  return stream.map((made, i) => {
    const url = `${made.scheme}://${made.host}${made.path ?? `/story-${made.story}`}`;
    const text = VERSIONS[made.version]?.(made.story) ?? '';
    const content = contentOf(url, sentences(made.story, 1)[0] ?? '', text);
    const at = Date.UTC(2026, 2, 1, 12, i - (made.late ? 5 : 0));
    const canonicalUrl = made.canonical ?? url;
    return {
      ...extractionOf({ ...content, canonicalUrl }, new Date(at)),
      urls: [canonicalUrl, url, ...(made.found === null ? [] : [made.found])],
      publisherIds: made.publisherId === null ? [] : [made.publisherId],
    };
  });
}

/** Every id replaced by the place where it is first met, so that two databases can be compared. */
function withoutIds(value: unknown): unknown {
  const places = new Map<string, number>();
  const text = JSON.stringify(value).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return `#${place}`;
    },
  );
  return JSON.parse(text);
}

const TABLES = [
  sql`SELECT type, article_id, revision, cluster_id FROM change_intake ORDER BY id`,
  sql`SELECT id, cluster_id, revision, source_id, published, membership, withdrawn_at IS NULL AS open FROM articles ORDER BY id`,
  sql`SELECT article_id, revision, content, content_hash, kinds, fetched_at FROM revisions ORDER BY article_id, revision`,
  sql`SELECT article_id, revision, withdrawal FROM withdrawals ORDER BY article_id, revision`,
  sql`SELECT id, merged_into FROM clusters ORDER BY id`,
  sql`SELECT url, article_id FROM article_urls ORDER BY url`,
  sql`SELECT key::text AS key, article_id FROM article_ids ORDER BY key`,
  sql`SELECT key, cluster_id FROM cluster_keys ORDER BY key`,
  sql`SELECT key, article_id FROM copy_keys ORDER BY span, key`,
  sql`SELECT article_id, url, evidence FROM recognitions ORDER BY article_id, url`,
  sql`SELECT host, passage::text AS passage, articles FROM host_passages ORDER BY host, passage`,
  sql`SELECT article_id, from_article_id, score, direction, evidence FROM derivations ORDER BY 1, 2`,
];

async function dump(db: Db, results: readonly StoreResult[]): Promise<unknown> {
  const tables = [];
  for (const table of TABLES) tables.push((await table.execute(db)).rows);
  const outcomes = results.map((r) => ('stored' in r ? r.stored : [r.refused.code, r.articleId]));
  return withoutIds({ outcomes, tables });
}

async function empty(db: Db): Promise<void> {
  await sql`
    TRUNCATE articles, revisions, clusters, article_urls, article_ids, cluster_keys, copy_keys, derivations, withdrawals,
      host_passages, recognitions, cluster_apart, cluster_decisions, change_intake, changes CASCADE`.execute(
    db,
  );
}

async function singly(db: Db, extractions: readonly NewExtraction[]): Promise<StoreResult[]> {
  const results: StoreResult[] = [];
  for (const extraction of extractions) {
    try {
      results.push({ stored: await inTransaction(db, (tx) => storeExtraction(tx, extraction)) });
    } catch (thrown) {
      // Its transaction is gone with it: whose the address is has to be looked up.
      const { rows } = await sql<{ id: string }>`
        SELECT article_id AS id FROM article_urls WHERE url = ANY(${[...extraction.urls]}::text[])
        ORDER BY array_position(${[...extraction.urls]}::text[], url) LIMIT 1`.execute(db);
      results.push({
        refused: asNewsmillError(thrown),
        articleId: (rows[0]?.id ?? null) as Extract<StoreResult, { articleId: unknown }>['articleId'],
      });
    }
  }
  return results;
}

describe('storing many documents at once', () => {
  it('gives what storing one after the other gives, in every table and in the log', async () => {
    await using one = await openTestStore();
    await using other = await openTestStore();
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 12, maxLength: 30 }),
        fc.integer({ min: 2, max: 40 }),
        async (stream, piece) => {
          const extractions = extractionsOf(stream);
          const expected = await singly(one.db, extractions);
          const results: StoreResult[] = [];
          for (let at = 0; at < extractions.length; at += piece)
            results.push(...(await storeExtractions(other.db, extractions.slice(at, at + piece))));
          for (const r of results) met.add('stored' in r ? r.stored.outcome : r.refused.code);
          const { rows } = await sql<{ n: number }>`
            SELECT count(*)::int AS n FROM clusters WHERE merged_into IS NOT NULL`.execute(other.db);
          if ((rows[0]?.n ?? 0) > 0) met.add('merged');
          const [a, b] = [await dump(one.db, expected), await dump(other.db, results)];
          await empty(one.db);
          await empty(other.db);
          expect(b).toEqual(a);
        },
      ),
      { numRuns: Number(process.env.BATCH_RUNS ?? 9), endOnFailure: true },
    );
    // The streams were worth comparing.
    expect([...met].sort()).toEqual(['duplicate', 'merged', 'new', 'paywall_stub', 'revised', 'unchanged']);
  }, 300_000);

  it('does not bring together again what a person has split', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (order) => {
        await using store = await openTestStore();
        const { db } = store;
        const copy = (n: number): string => VERSIONS[n % 3 === 0 ? 0 : 2]?.(7) ?? '';
        const stream = [0, 1, 2, 3, 4, 5].map((n) =>
          extractionOf(contentOf(`https://p${n}.example/7`, 'The bell', `${copy(n)}\nPage ${n}.`)),
        );
        const stored = await storeExtractions(db, stream);
        const articles = stored.flatMap((r) => ('stored' in r ? r.stored : []));
        const [first] = articles;
        const away = articles.slice(3).map((a) => a.articleId);
        expect(new Set(articles.map((a) => a.clusterId)).size).toBe(1);
        if (first === undefined) throw new Error('nothing was stored');
        const { founded } = await splitCluster(db, first.clusterId, away, null);
        const later = order.map((n) =>
          extractionOf(contentOf(`https://p${n}.example/7`, 'The bell', `${copy(n)}\nOne more line ${n}.`)),
        );
        await storeExtractions(db, [
          ...later,
          extractionOf(contentOf('https://new.example/7', 'The bell', copy(0))),
        ]);
        const { rows } = await sql<{ id: string; cluster: string }>`
          SELECT id, cluster_id AS cluster FROM articles`.execute(db);
        const clusterOf = new Map(rows.map((row) => [row.id, row.cluster]));
        for (const { articleId } of articles)
          expect(clusterOf.get(articleId)).toBe(away.includes(articleId) ? founded : first.clusterId);
        const { rows: all } = await sql`SELECT DISTINCT cluster_id FROM articles`.execute(db);
        expect(all.length).toBe(2);
      }),
      { numRuns: 3 },
    );
  });

  it('puts copies together in whatever order they come', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const copies = [0, 1, 2, 3, 0].map((version, n) => {
      const text = VERSIONS[version]?.(9) ?? '';
      return extractionOf(contentOf(`https://p${n}.example/9`, 'The bell', text));
    });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(copies, { minLength: 5 }),
        fc.boolean(),
        async (order, together) => {
          if (together) await storeExtractions(db, order);
          else await singly(db, order);
          const { rows } = await sql`SELECT DISTINCT cluster_id FROM articles`.execute(db);
          await empty(db);
          expect(rows.length).toBe(1);
        },
      ),
      { numRuns: 16 },
    );
  });

  it('lets writers of the same stories wait for each other, and no deadlock out', async () => {
    await using store = await openTestStore(8);
    const { db } = store;
    const stories = Array.from({ length: 24 }, (_, i) => 200 + i);
    const writer = (n: number) => {
      const mine = stories.map((story) =>
        extractionOf(contentOf(`https://p${n}.example/${story}`, 'The bell', VERSIONS[n % 3]?.(story) ?? '')),
      );
      return storeExtractions(db, n % 2 === 0 ? mine : mine.reverse());
    };
    const results = (await Promise.all(Array.from({ length: 6 }, (_, n) => writer(n)))).flat();
    expect(results.filter((r) => 'refused' in r)).toEqual([]);
    const { rows } = await sql<{ articles: number; clusters: number }>`
      SELECT count(*)::int AS articles, count(DISTINCT cluster_id)::int AS clusters FROM articles`.execute(
      db,
    );
    expect(rows[0]).toEqual({ articles: stories.length * 6, clusters: stories.length });
  });
});
