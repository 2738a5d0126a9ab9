/** Reservations are obeyed where a source's settings say so, and as they say, whatever holds for the others. */
import { expect, it } from 'vitest';
import { SourceDefinition } from '../../../src/config/source.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { SourceId } from '../../../src/ids.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
import { upsertSource } from '../../../src/store/sources.ts';
import { listVisits } from '../../../src/store/visits.ts';
import { startDiscover } from '../../../workers/discover.ts';
import { startExtract } from '../../../workers/extract.ts';
import { startFetch } from '../../../workers/fetch.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { articlePage, fakeArticle, feedOf } from '../../fakeweb/pages.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { eventually } from '../../support/cli.ts';
import { openTestParts } from '../../support/parts.ts';

/** One feed a source, each with a page that reserves mining and a page that reserves an archive. */
const SOURCES = [
  { id: 'usual', rightsObey: undefined, stored: 'noarchive' },
  { id: 'archive-only', rightsObey: ['noarchive'], stored: 'tdm' },
  { id: 'nothing', rightsObey: [], stored: 'both' },
  { id: 'all', rightsObey: ['tdm', 'noarchive'], stored: 'none' },
] as const;
const HEADERS = { tdm: { 'tdm-reservation': '1' }, noarchive: { 'x-robots-tag': 'noarchive' } };

it('a source’s rightsObey stands in place of rights.obey, both for more and for less', async () => {
  await using web = await startFakeWeb();
  await using parts = await openTestParts({
    settings: {
      fetch: { delayMs: 0, allowAddresses: ['127.0.0.0/8'] },
      rights: { obey: ['tdm'], tdmrep: false },
    },
  });
  const { db } = parts.store;
  for (const [at, { id, rightsObey }] of SOURCES.entries()) {
    const articles = [fakeArticle(at * 2), fakeArticle(at * 2 + 1)];
    for (const [i, article] of articles.entries())
      web.routes.set(`/news/report-number-${article.n}`, {
        headers: { 'content-type': 'text/html; charset=utf-8', ...HEADERS[i === 0 ? 'tdm' : 'noarchive'] },
        body: articlePage(article),
      });
    const type = { 'content-type': 'application/rss+xml' };
    web.routes.set(`/${id}.xml`, { headers: type, body: feedOf(web.base, articles) });
    const feeds = [`${web.base}/${id}.xml`];
    const definition = SourceDefinition.parse({ name: id, feeds, every: '1h', revisit: [], rightsObey });
    await upsertSource(db, SourceId.parse(id), definition, 'api');
  }
  await using fetcher = createFetcher(parts.config.fetch);
  await using pool = createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 });
  await using _discover = startDiscover(parts);
  await using _fetch = startFetch({ ...parts, fetcher });
  await using _extract = startExtract({ ...parts, pool });
  await using _maintain = await startMaintain(parts, { schedules: true });
  const pages = await eventually('the end of all pages', async () => {
    const visits = (await listVisits(db, { limit: 50 })).filter(({ url }) => url.includes('/news/'));
    return visits.length === 2 * SOURCES.length ? visits : undefined;
  });

  const stored = new Map((await listArticles(db, { limit: 50 })).map((article) => [article.url, article]));
  for (const [at, source] of SOURCES.entries())
    for (const [i, reservation] of (['tdm', 'noarchive'] as const).entries()) {
      const url = `${web.base}/news/report-number-${at * 2 + i}`;
      const visit = pages.find((page) => page.url === url);
      const isStored = source.stored === 'both' || source.stored === reservation;
      expect([source.id, reservation, visit?.outcome, visit?.code]).toEqual([
        source.id,
        reservation,
        ...(isStored ? ['new', null] : ['failed', 'rights_reserved']),
      ]);
      // What is not obeyed is recorded all the same.
      expect(stored.get(url)?.rights?.reserved).toEqual(isStored ? [reservation] : undefined);
    }
});
