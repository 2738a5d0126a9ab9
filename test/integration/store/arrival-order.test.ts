/** Which articles share a cluster is told by their texts, not by the order in which they came. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MERGED_FROM } from '../../../src/dedupe/guards.ts';
import { comparable, verify } from '../../../src/dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { splitCluster } from '../../../src/store/cluster-decisions.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { report } from '../../support/texts.ts';

const TITLES = ['What happened at the harbour', 'Bell found, council surprised'];
const story = report(61, 20).split('\n');
/** Copies of one text, word for word and nearly, and what is left of it when most of it is written anew. */
const TEXTS: readonly (readonly string[])[] = [
  story,
  story,
  ['Seen by our man in town, Ole Brekke.', ...story.toSpliced(5, 1), 'Page 7.'],
  story.toSpliced(12, 2),
  story.slice(0, 15),
  [...story.slice(0, 6), ...report(62, 14).split('\n')],
  [...story.slice(0, 5), ...report(62, 14).split('\n')],
];

interface Page {
  readonly url: string;
  readonly title: string;
  /** The texts it shows, one after the other. */
  readonly texts: readonly string[];
}

const textOf = (n: number): string => TEXTS[n]?.join('\n') ?? '';

const pages = fc
  .array(
    fc.record({
      host: fc.integer({ min: 0, max: 2 }),
      title: fc.integer({ min: 0, max: TITLES.length - 1 }),
      texts: fc.array(fc.integer({ min: 0, max: TEXTS.length - 1 }), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((list) =>
    list.map(
      ({ host, title, texts }, n): Page => ({
        url: `https://p${host}.example/story-${String.fromCharCode(97 + n)}`,
        title: TITLES[title] ?? '',
        texts: texts.map(textOf),
      }),
    ),
  );

/** Each page shows its texts in their order; between them, any other page may show its own. */
const orderOf = (list: readonly Page[], ranks: readonly number[]): number[] => {
  const left = list.map((page) => page.texts.length);
  return ranks.flatMap((rank) => {
    const open = left.flatMap((n, page) => (n > 0 ? [page] : []));
    const page = open[rank % Math.max(1, open.length)];
    if (page === undefined) return [];
    left[page] = (left[page] ?? 0) - 1;
    return [page];
  });
};

async function empty(db: Db): Promise<void> {
  await sql`
    TRUNCATE articles, revisions, clusters, article_urls, article_ids, cluster_keys, copy_keys, derivations,
      host_passages, recognitions, change_intake, changes CASCADE`.execute(db);
}

/** Stores what the pages show, in this order, from this time on. */
async function store(db: Db, list: readonly Page[], order: readonly number[], from: number): Promise<void> {
  const shown = list.map(() => 0);
  let clock = from;
  for (const n of order) {
    const page = list[n];
    const text = page?.texts[shown[n] ?? 0];
    if (page === undefined || text === undefined) continue;
    shown[n] = (shown[n] ?? 0) + 1;
    clock += 1000;
    const extraction = extractionOf(contentOf(page.url, page.title, text), new Date(clock));
    await inTransaction(db, (tx) => storeExtraction(tx, extraction));
  }
}

async function homesOf(
  db: Db,
): Promise<ReadonlyMap<string, { readonly article: ArticleId; readonly cluster: ClusterId }>> {
  const { rows } = await sql<{ url: string; article: ArticleId; cluster: ClusterId }>`
    SELECT u.url, a.id AS article, a.cluster_id AS cluster
    FROM article_urls u JOIN articles a ON a.id = u.article_id`.execute(db);
  return new Map(rows.map((row) => [row.url, row]));
}

async function clustersAfter(db: Db, list: readonly Page[], order: readonly number[]): Promise<ClusterId[]> {
  await empty(db);
  await store(db, list, order, Date.UTC(2026, 2, 1));
  const homes = await homesOf(db);
  return list.map(({ url }) => homes.get(url)?.cluster ?? ('' as ClusterId));
}

const isOne = (a: Page, b: Page): boolean =>
  a.texts.some((x) =>
    b.texts.some((y) => {
      const [one, other] = [
        comparable({ title: a.title, text: x, host: URL.parse(a.url)?.host }),
        comparable({ title: b.title, text: y, host: URL.parse(b.url)?.host }),
      ];
      const { outcome, score } = verify(one, other);
      return outcome === 'merged' && score >= MERGED_FROM;
    }),
  );

describe('the cluster of two articles', () => {
  it('does not depend on who came first, on hosts, or on edits in between', async () => {
    await using opened = await openTestStore();
    const { db } = opened;
    const ranks = fc.array(fc.nat(7), { minLength: 8, maxLength: 8 });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(pages, ranks, ranks, async (list, one, other) => {
        const expected = list.map((a) => list.map((b) => isOne(a, b)));
        for (const order of [orderOf(list, one), orderOf(list, other)]) {
          const clusters = await clustersAfter(db, list, order);
          expected.forEach((row, a) => {
            row.forEach((together, b) => {
              if (!together) return;
              compared += 1;
              expect(clusters[a], `${a} and ${b} in the order ${order.join()}`).toBe(clusters[b]);
            });
          });
        }
      }),
      { numRuns: Number(process.env.ORDER_RUNS ?? 25), endOnFailure: false },
    );
    expect(compared).toBeGreaterThan(50);
  }, 120_000);

  it('does not depend on texts that came before, have its keys and are kept apart from it by a number', async () => {
    await using opened = await openTestStore();
    const { db } = opened;
    let apart = 0;
    for (let n = 0; n < 4; n += 1) {
      const brief = report(300 + n, 7).split('\n');
      const numbered = (town: number): string =>
        [
          `Seen by our man in town ${town}.`,
          ...brief.toSpliced(town % brief.length, 1),
          `Page ${town}.`,
        ].join('\n');
      const texts = [brief.join('\n'), numbered(1), numbered(2), numbered(3)];
      const list = texts.map(
        (text, at): Page => ({ url: `https://p${at}.example/story`, title: TITLES[0] ?? '', texts: [text] }),
      );
      const [plain, one, two] = list;
      if (plain === undefined || one === undefined || two === undefined) throw new Error('Four pages');
      expect(isOne(plain, one)).toBe(true);
      if (!isOne(one, two)) apart += 1;
      for (const order of [
        [1, 2, 3, 0],
        [1, 0, 2, 3],
        [3, 2, 1, 0],
        [2, 3, 0, 1],
      ])
        expect(new Set(await clustersAfter(db, list, order)).size, `${n} in the order ${order.join()}`).toBe(
          1,
        );
    }
    expect(apart).toBeGreaterThan(2);
  }, 60_000);

  it('stays as a person split it, whatever comes again and in whatever order', async () => {
    await using opened = await openTestStore();
    const { db } = opened;
    const ranks = fc.array(fc.nat(7), { minLength: 8, maxLength: 8 });
    const sides = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(pages, ranks, ranks, sides, async (list, first, second, side) => {
        await empty(db);
        await store(db, list, orderOf(list, first), Date.UTC(2026, 2, 1));
        const byCluster = Map.groupBy((await homesOf(db)).values(), ({ cluster }) => cluster);
        const parted = [...byCluster].flatMap(([cluster, homes]) => {
          const articles = [...new Set(homes.map(({ article }) => article))].sort();
          const away = articles.filter((_, n) => side[n]);
          const stay = articles.filter((_, n) => !side[n]);
          return away.length > 0 && stay.length > 0 ? [{ cluster, away, stay }] : [];
        })[0];
        if (parted === undefined) return;
        await splitCluster(db, parted.cluster, parted.away, null);
        // The same pages, and a copy of one at an outlet that had none.
        const copy = list.slice(0, 1).map((page) => ({ ...page, url: 'https://p9.example/story-z' }));
        const again = [...list, ...copy];
        await store(db, again, orderOf(again, [...second, 0, 0]), Date.UTC(2026, 2, 2));
        const after = new Map([...(await homesOf(db)).values()].map((home) => [home.article, home.cluster]));
        for (const one of parted.away)
          for (const other of parted.stay) {
            compared += 1;
            expect(after.get(one), `${one} and ${other}`).not.toBe(after.get(other));
          }
      }),
      { numRuns: Number(process.env.ORDER_RUNS ?? 25), endOnFailure: false },
    );
    expect(compared).toBeGreaterThan(10);
  }, 120_000);
});
