import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { prune } from '../../../src/pipeline/prune.ts';
import { visitPage } from '../../../src/pipeline/visit-page.ts';
import { grantSlots } from '../../../src/store/grants.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
import { listVisits } from '../../../src/store/visits.ts';
import { startDiscover } from '../../../workers/discover.ts';
import { startExtract } from '../../../workers/extract.ts';
import { startFetch } from '../../../workers/fetch.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { articlePage, fakeArticle } from '../../fakeweb/pages.ts';
import { type FakeWeb, startFakeWeb } from '../../fakeweb/server.ts';
import { eventually } from '../../support/cli.ts';
import { loseQueues } from '../../support/lose-queues.ts';
import { openTestParts, type TestParts } from '../../support/parts.ts';
import { haveRedis, startRedis, type TestRedis } from '../../support/redis.ts';
import { addPages } from '../../support/store.ts';

async function publish(webs: readonly FakeWeb[], each: number): Promise<string[]> {
  const urls: string[] = [];
  for (const [w, web] of webs.entries()) {
    for (let n = 0; n < each; n += 1) {
      const path = `/news/report-${w}-${n}`;
      web.page(path, articlePage(fakeArticle(w * 1000 + n * 13)));
      urls.push(`${web.base}${path}`);
    }
  }
  return urls;
}

const states = async (parts: TestParts): Promise<Record<string, number>> => {
  const { rows } = await sql<{
    state: string;
    n: number;
  }>`SELECT state, count(*)::int AS n FROM frontier GROUP BY state`.execute(parts.store.db);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
};

const settings = {
  fetch: { delayMs: 0, robots: 'ignore', allowAddresses: ['127.0.0.0/8'] },
  maintain: { leaseMs: 1500, reconcileIntervalMs: 300, grantIntervalMs: 50 },
};

describe.each([{ backend: 'PostgreSQL' }, { backend: 'Redis' }])(
  'lost work, queues on $backend',
  ({ backend }) => {
    let redis: TestRedis | undefined;
    beforeAll(async () => {
      if (backend === 'Redis' && haveRedis()) redis = await startRedis();
    });
    afterAll(() => redis?.[Symbol.asyncDispose]());
    // Without a Redis server on a developer's machine there is nothing to test against; CI always has one.
    const on = it.skipIf(backend === 'Redis' && !haveRedis());

    on(
      'comes back when the queues lose every job: granted requests and fetched pages end once each',
      async () => {
        const webs = await Promise.all(
          Array.from({ length: 6 }, (_, i) => startFakeWeb(`127.0.0.${20 + i}`)),
        );
        await using parts = await openTestParts({ settings, ...(redis ? { queueUrl: redis.url } : {}) });
        const urls = await publish(webs, 4);
        await addPages(parts.store.db, urls, { delayMs: 0 });
        await using fetcher = createFetcher(parts.config.fetch);
        await using pool = createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 });
        await using _discover = startDiscover(parts);
        {
          // Nobody fetches and nobody extracts yet: what is granted waits in the queue.
          await using _maintain = await startMaintain(parts, { schedules: false });
          await eventually('all hosts granted', async () => (await states(parts)).granted === 6);
          await loseQueues(parts, redis);
          await using _fetch = startFetch({ ...parts, fetcher });
          await eventually('all pages fetched', async () => (await states(parts)).fetched === urls.length);
          await loseQueues(parts, redis);
        }
        await using _extract = startExtract({ ...parts, pool });
        await using _maintain = await startMaintain(parts, { schedules: false });
        await eventually('every page at rest', async () => (await states(parts)).resting === urls.length);
        expect((await listArticles(parts.store.db, { limit: 100 })).length).toBe(urls.length);
        const visits = await listVisits(parts.store.db, { limit: 200 });
        expect(visits.map((v) => v.outcome)).toEqual(urls.map(() => 'new'));
        for (const web of webs) {
          expect(web.paths().length).toBe(4);
          await web[Symbol.asyncDispose]();
        }
      },
    );
  },
);

describe('a grant', () => {
  it('is good for one request, whatever becomes of its job', async () => {
    await using web = await startFakeWeb();
    await using parts = await openTestParts({ settings });
    await addPages(parts.store.db, await publish([web], 1), { delayMs: 0 });
    await using fetcher = createFetcher(parts.config.fetch);
    const [grant] = await grantSlots(parts.store.db, { limit: 1, leaseMs: 60_000, obeyRobots: false });
    if (grant?.kind !== 'page') throw new Error('nothing granted');
    const aborted = AbortSignal.abort();
    await expect(visitPage({ ...parts, fetcher }, grant, aborted)).rejects.toMatchObject({
      code: 'internal',
    });
    await visitPage({ ...parts, fetcher }, grant);
    expect(web.paths()).toEqual([]);
    const [visit] = await listVisits(parts.store.db, { limit: 5 });
    expect(visit).toMatchObject({ outcome: 'retried', code: 'outcome_lost' });
    await visitPage({ ...parts, fetcher }, grant);
    expect((await listVisits(parts.store.db, { limit: 5 })).length).toBe(1);
  });

  it('ends with its outcome however long the host wants to be left alone', async () => {
    await using web = await startFakeWeb();
    await using parts = await openTestParts({ settings });
    web.routes.set('/busy', { status: 429, headers: { 'retry-after': '99999999999999999999' } });
    await addPages(parts.store.db, [`${web.base}/busy`], { delayMs: 0 });
    await using fetcher = createFetcher(parts.config.fetch);
    const [grant] = await grantSlots(parts.store.db, { limit: 1, leaseMs: 60_000, obeyRobots: false });
    if (grant?.kind !== 'page') throw new Error('nothing granted');
    await visitPage({ ...parts, fetcher }, grant);
    const [visit] = await listVisits(parts.store.db, { limit: 5 });
    expect(visit).toMatchObject({ outcome: 'retried', code: 'rate_limited', httpStatus: 429 });
    const { rows } = await sql<{ inFlight: number; hours: number }>`
      SELECT in_flight AS "inFlight", round(extract(epoch FROM next_at - now()) / 3600)::int AS hours FROM hosts`.execute(
      parts.store.db,
    );
    expect(rows).toEqual([{ inFlight: 0, hours: 24 }]);
  });
});

describe('pruning', () => {
  it('removes old snapshots that nothing needs, with their blobs, and keeps the rest', async () => {
    await using parts = await openTestParts({ settings });
    const { pool } = parts.store.database;
    const old = await parts.blobs.put(Buffer.from('old'));
    const shared = await parts.blobs.put(Buffer.from('shared'));
    await addPages(parts.store.db, ['https://harbour.example/feed'], { kind: 'feed' });
    const add = (hash: string, age: string) =>
      pool.query<{ id: string }>(
        `INSERT INTO snapshots (frontier_id, url, status, headers, blob, bytes, via, fetched_at)
         SELECT id, url, 200, '{}', $1, 3, 'fetch', now() - $2::interval FROM frontier RETURNING id`,
        [hash, age],
      );
    await add(old.hash, '60 days');
    await add(shared.hash, '50 days');
    const newest = await add(shared.hash, '40 days');
    await pool.query('UPDATE frontier SET snapshot_id = $1', [newest.rows[0]?.id]);
    await prune(parts);
    const { rows } = await pool.query<{ id: string }>('SELECT id::text FROM snapshots');
    expect(rows).toEqual([{ id: String(newest.rows[0]?.id) }]);
    expect(await parts.blobs.has(old.hash)).toBe(false);
    expect(await parts.blobs.has(shared.hash)).toBe(true);
  });
});
