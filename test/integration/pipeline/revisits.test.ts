import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SourceDefinition } from '../../../src/config/source.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import type { SnapshotId } from '../../../src/ids.ts';
import { type FrontierId, SourceId } from '../../../src/ids.ts';
import { extractPage } from '../../../src/pipeline/extract-page.ts';
import { visitPage } from '../../../src/pipeline/visit-page.ts';
import { entryForSnapshot } from '../../../src/store/frontier.ts';
import { grantSlots } from '../../../src/store/grants.ts';
import { findArticle, listArticles } from '../../../src/store/read-articles.ts';
import { upsertSource } from '../../../src/store/sources.ts';
import { articlePage, fakeArticle } from '../../fakeweb/pages.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { openTestParts } from '../../support/parts.ts';
import { paceOf } from '../../support/store.ts';

const settings = { fetch: { delayMs: 0, robots: 'ignore', allowAddresses: ['127.0.0.0/8'] } };

interface Row {
  readonly id: FrontierId;
  readonly state: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly revisits: number;
  readonly snapshotId: SnapshotId | null;
}

describe('a page whose article is stored', () => {
  it('is visited again after a 404 and after a wall, so that its text comes back, until the list ends', async () => {
    await using web = await startFakeWeb();
    await using parts = await openTestParts({ settings });
    const { db } = parts.store;
    const sourceId = SourceId.parse('harbour');
    const definition = SourceDefinition.parse({
      name: 'Harbour',
      feeds: [`${web.base}/feed.xml`],
      every: '1h',
      revisit: ['1h', '2h', '3h'],
    });
    await upsertSource(db, sourceId, definition, 'api');
    const text = articlePage(fakeArticle(7));
    await submitUrls(
      db,
      [`${web.base}/news/ferry`, `${web.base}/news/nothing`].map((url) => ({ url, kind: 'page' })),
      {
        policyOf: paceOf(0),
        sourceId,
      },
    );
    await using fetcher = createFetcher(parts.config.fetch);
    await using pool = createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 });

    const rowOf = async (path: string): Promise<Row> => {
      const { rows } = await sql<Row>`
        SELECT id::text AS id, state, outcome, outcome_code AS code, revisits, snapshot_id::text AS "snapshotId"
        FROM frontier WHERE url = ${web.base + path}`.execute(db);
      if (rows[0] === undefined) throw new Error(`${path} is not in the frontier`);
      return rows[0];
    };
    /** Makes the page due, visits it, and says how that ended. */
    const visit = async (path: string): Promise<Row> => {
      await sql`UPDATE frontier SET due_at = now() + interval '1 day' WHERE state = 'waiting'`.execute(db);
      await sql`UPDATE frontier SET due_at = now() WHERE url = ${web.base + path}`.execute(db);
      await sql`UPDATE hosts SET due_at = now(), next_at = now()`.execute(db);
      const [grant] = await grantSlots(db, { limit: 1, leaseMs: 60_000, obeyRobots: false });
      if (grant?.kind !== 'page') throw new Error('nothing granted');
      await visitPage({ ...parts, fetcher }, grant);
      const { id, snapshotId } = await rowOf(path);
      if (snapshotId !== null && (await entryForSnapshot(db, id, snapshotId)) !== null)
        await extractPage({ ...parts, pool }, { frontierId: id, snapshotId });
      return rowOf(path);
    };

    web.page('/news/ferry', text);
    expect(await visit('/news/ferry')).toMatchObject({ state: 'waiting', outcome: 'new', revisits: 1 });
    const [article] = await listArticles(db, { limit: 1 });
    if (article === undefined) throw new Error('no article');
    web.routes.delete('/news/ferry');
    const gone = await visit('/news/ferry');
    expect(gone).toMatchObject({ state: 'waiting', outcome: 'failed', code: 'http_not_found', revisits: 2 });
    expect((await findArticle(db, article.id))?.withdrawn).not.toBeNull();
    web.page('/news/ferry', text);
    // A page that changed stays at its place in the list.
    expect(await visit('/news/ferry')).toMatchObject({ state: 'waiting', outcome: 'revised', revisits: 2 });
    expect(await findArticle(db, article.id)).toMatchObject({
      withdrawn: null,
      revisionKinds: [{ kind: 'restored' }],
    });
    web.routes.set('/news/ferry', { status: 403 });
    expect(await visit('/news/ferry')).toMatchObject({
      state: 'waiting',
      code: 'access_denied',
      revisits: 3,
    });
    expect(await visit('/news/ferry')).toMatchObject({
      state: 'resting',
      code: 'access_denied',
      revisits: 3,
    });

    // One that never gave an article rests at once.
    expect(await visit('/news/nothing')).toMatchObject({
      state: 'resting',
      code: 'http_not_found',
      revisits: 0,
    });
  });
});
