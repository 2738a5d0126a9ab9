import { describe, expect, it } from 'vitest';
import { SourceDefinition } from '../../../src/config/source.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { SourceId } from '../../../src/ids.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
import { upsertSource } from '../../../src/store/sources.ts';
import { startDiscover } from '../../../workers/discover.ts';
import { startExtract } from '../../../workers/extract.ts';
import { startFetch } from '../../../workers/fetch.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { articlePage, fakeArticle, feedOf } from '../../fakeweb/pages.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { eventually } from '../../support/cli.ts';
import { openTestParts } from '../../support/parts.ts';
import { startTestProxy } from '../../support/proxy-server.ts';

describe('a source with a proxy and cookies', () => {
  it('has robots.txt, feed and pages asked for by them', async () => {
    await using web = await startFakeWeb();
    await using proxy = await startTestProxy('mill:key');
    const article = fakeArticle(7);
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml', 'set-cookie': 'seen=yes; Path=/' },
      body: feedOf(web.base, [article]),
    });
    web.page(`/news/report-number-${article.n}`, articlePage(article));
    await using parts = await openTestParts({
      settings: {
        fetch: {
          delayMs: 0,
          allowAddresses: ['127.0.0.0/8'],
          proxies: [{ name: 'exit', url: `http://mill:key@127.0.0.1:${proxy.port}` }],
        },
      },
    });
    await using fetcher = createFetcher(parts.config.fetch);
    await using pool = createExtractPool({ ...parts.config.extract, threads: 1 });
    const definition = SourceDefinition.parse({
      name: 'Harbour',
      feeds: [`${web.base}/feed.xml`],
      every: '1h',
      proxy: 'exit',
      cookies: true,
    });
    await upsertSource(parts.store.db, SourceId.parse('harbour'), definition, 'api');
    await using _discover = startDiscover(parts);
    await using _fetch = startFetch({ ...parts, fetcher });
    await using _extract = startExtract({ ...parts, pool });
    await using _maintain = await startMaintain(parts, { schedules: true });
    const stored = await eventually(
      'the article',
      async () => (await listArticles(parts.store.db, { limit: 5 }))[0],
    );
    expect(stored.title).toBe(article.title);
    expect(web.log.find((line) => line.path.startsWith('/news/'))?.headers.cookie).toBe('seen=yes');
    expect(new Set(proxy.asked)).toEqual(new Set([`127.0.0.1:${web.port}`]));
    const ports = new Set(web.log.map((line) => line.clientPort));
    for (const port of ports) expect(proxy.ports).toContain(port);
    expect(web.log.map((line) => line.path)).toEqual(expect.arrayContaining(['/robots.txt', '/feed.xml']));
  });
});
