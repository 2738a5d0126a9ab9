import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Article } from '../../src/article/article.ts';
import { openDatabase } from '../../src/store/database.ts';
import { countArticles, findArticle, listArticles, listRevisions } from '../../src/store/read-articles.ts';
import { articlePage, fakeArticle, feedOf } from '../fakeweb/pages.ts';
import { startFakeWeb } from '../fakeweb/server.ts';
import { eventually, newsmill, startNewsmill, temporaryFolder } from '../support/cli.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { haveRedis, startRedis, type TestRedis } from '../support/redis.ts';

const backends = [
  { backend: 'PostgreSQL', redis: false },
  { backend: 'Redis', redis: true },
] as const;

describe.each(backends)('crawl, queues on $backend', ({ redis: wantsRedis }) => {
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    if (wantsRedis && haveRedis()) redis = await startRedis();
  });
  afterAll(() => redis?.[Symbol.asyncDispose]());
  // Without a Redis server on a developer's machine there is nothing to test against; CI always has one.
  const on = it.skipIf(wantsRedis && !haveRedis());
  /** What no queue has a part in is tried with one kind of them. */
  const onEither = wantsRedis ? undefined : it;

  function environment(databaseUrl: string, dataDir: string): Record<string, string> {
    return { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...(redis ? { QUEUE_URL: redis.url } : {}) };
  }

  on('stores a page once, knows it again, and keeps an edit as revision 2', async () => {
    await using web = await startFakeWeb();
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = environment(store.url, folder.path);
    const url = `${web.base}/news/report-number-1`;
    const article = fakeArticle(1);
    web.page('/news/report-number-1', articlePage(article));

    const first = await newsmill(['crawl', url, '--out', join(folder.path, 'out.ndjson'), '--json'], { env });
    expect(first.stderr).toBe('');
    expect(JSON.parse(first.stdout)).toMatchObject({
      new: 1,
      unchanged: 0,
      revised: 0,
      duplicate: 0,
      failed: {},
    });
    const written = Article.parse(JSON.parse(readFileSync(join(folder.path, 'out.ndjson'), 'utf8')));
    expect(written.text.split('\n')).toEqual(article.paragraphs);
    expect(written).toMatchObject({
      title: article.title,
      authors: ['Ida Brandt'],
      siteName: 'The Harbour Light',
      published: article.published,
      revision: 1,
    });

    const again = await newsmill(['crawl', url, '--json'], { env });
    expect(JSON.parse(again.stdout)).toMatchObject({ new: 0, unchanged: 1, revised: 0 });

    const paragraphs = article.paragraphs
      .with(1, 'The plan was changed after a long debate on Friday night.')
      .with(3, 'Two members of the council voted against it, which had not been expected by anybody.');
    web.page('/news/report-number-1', articlePage({ ...article, paragraphs }));
    const edited = await newsmill(['crawl', url, '--json'], { env });
    expect(JSON.parse(edited.stdout)).toMatchObject({ new: 0, unchanged: 0, revised: 1 });
    expect([first.code, again.code, edited.code]).toEqual([0, 0, 0]);

    await using database = openDatabase({ connectionString: store.url, poolSize: 2 });
    expect(await countArticles(database.db)).toBe(1);
    expect((await listRevisions(database.db, written.id)).map((r) => r.revision)).toEqual([1, 2]);
    expect((await findArticle(database.db, written.id, 1))?.text.split('\n')).toEqual(article.paragraphs);
    expect((await findArticle(database.db, written.id))?.text.split('\n')).toEqual(paragraphs);
  });

  onEither?.(
    'joins the pages that an article stands on, by rel=next and by the links of a source rule',
    async () => {
      await using web = await startFakeWeb();
      await using store = await createTestDatabase();
      using folder = temporaryFolder();
      const rules = join(folder.path, 'rules');
      mkdirSync(rules);
      writeFileSync(
        join(rules, '127.0.0.1.txt'),
        "next_page_link: //a[@class='onward']\nsingle_page_link: //a[@class='in-full']\n",
      );
      const texts = [5, 6, 7, 8, 9, 10].map((n) => fakeArticle(n).paragraphs);
      const serve = (path: string, n: number, paragraphs: readonly string[], markup = {}): void => {
        const { head = '', link = '' }: { head?: string; link?: string } = markup;
        const html = articlePage({ ...fakeArticle(n), paragraphs }, { head });
        web.page(path, html.replace('</article>', `${link}</article>`));
      };
      for (const [i, paragraphs] of texts.slice(0, 3).entries())
        serve(`/news/long-report${i === 0 ? '' : `?page=${i + 1}`}`, 5, paragraphs, {
          head: `<link rel="next" href="/news/long-report?page=${i + 2}">`,
        });
      // Addresses that nothing but the rule connects.
      const [first = [], second = [], whole = []] = texts.slice(3);
      serve('/news/report-begins', 8, first, {
        link: '<p><a class="onward" href="/harbour-end">Read on</a></p>',
      });
      serve('/harbour-end', 8, second);
      serve('/news/report-short', 10, whole.slice(0, 2), {
        link: '<p><a class="in-full" href="/print/all">All</a></p>',
      });
      serve('/print/all', 10, whole);
      const wanted = new Map([
        [`${web.base}/news/long-report`, texts.slice(0, 3).flat()],
        [`${web.base}/news/report-begins`, [...first, ...second]],
        [`${web.base}/news/report-short`, [...whole]],
      ]);

      const ran = await newsmill(['crawl', ...wanted.keys(), '--json'], {
        env: { ...environment(store.url, folder.path), EXTRACT_RULES_DIRS: rules },
      });
      // The fourth page is not there: that is a failure of its own, and the article is what there is.
      expect(JSON.parse(ran.stdout)).toMatchObject({ new: 3, failed: { http_not_found: 1 } });
      await using database = openDatabase({ connectionString: store.url, poolSize: 2 });
      const stored = await listArticles(database.db, { limit: 9 });
      expect(new Map(stored.map((article) => [article.url, article.text.split('\n')]))).toEqual(wanted);
      expect(new Set(web.paths()).size).toBe(8);
    },
  );

  onEither?.(
    'stores the text that a feed carries where its page has none, and keeps it when the feed goes on',
    async () => {
      await using web = await startFakeWeb();
      await using store = await createTestDatabase();
      using folder = temporaryFolder();
      const env = environment(store.url, folder.path);
      const article = fakeArticle(9);
      const path = `/news/report-number-${article.n}`;
      const text = article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
      const feed = feedOf(web.base, [article]);
      const feedWith = (body: string): void =>
        void web.routes.set('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body });
      feedWith(
        feed
          .replace('<rss ', '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ')
          .replace('</item>', `<content:encoded><![CDATA[${text}]]></content:encoded></item>`),
      );
      web.page(
        path,
        '<!doctype html><html><body><div id="root"></div><script src="/a.js"></script></body></html>',
      );
      const first = await newsmill(['crawl', `${web.base}/feed.xml`, '--json'], { env });
      expect(JSON.parse(first.stdout)).toMatchObject({ new: 1, failed: {} });
      feedWith(feed);
      const again = await newsmill(['crawl', `${web.base}/feed.xml`, '--json'], { env });
      expect(JSON.parse(again.stdout)).toMatchObject({ new: 0, unchanged: 1, failed: {} });
      await using database = openDatabase({ connectionString: store.url, poolSize: 2 });
      const [stored] = await listArticles(database.db, { limit: 5 });
      expect(stored?.text.split('\n')).toEqual(article.paragraphs);
      expect(stored).toMatchObject({ title: article.title, provenance: { text: 'feed', title: 'feed' } });
    },
  );

  on(
    'killed with kill -9 half-way and started again, ends with every article once',
    async () => {
      await using web = await startFakeWeb();
      await using store = await createTestDatabase();
      using folder = temporaryFolder();
      const config = join(folder.path, 'newsmill.yaml');
      // What the killed one held is missed after seconds, not after the quarter of a minute of a busy fleet.
      writeFileSync(config, 'queue: { lockMs: 5000 }\nmaintain: { reconcileIntervalMs: 1000 }\n');
      const env = { ...environment(store.url, folder.path), NEWSMILL_CONFIG: config };
      const articles = Array.from({ length: 120 }, (_, n) => fakeArticle(n));
      web.routes.set('/feed.xml', {
        headers: { 'content-type': 'application/rss+xml' },
        body: feedOf(web.base, articles),
      });
      for (const article of articles) web.page(`/news/report-number-${article.n}`, articlePage(article));

      const crawl = startNewsmill(['crawl', `${web.base}/feed.xml`], { env, limitMs: 120_000 });
      await using database = openDatabase({ connectionString: store.url, poolSize: 2 });
      await eventually(
        'a third of the articles',
        async () => (await countArticles(database.db)) >= 40,
        60_000,
      );
      crawl.process.kill('SIGKILL');
      await once(crawl.process, 'close');
      expect(await countArticles(database.db)).toBeLessThan(120);

      const second = await newsmill(['crawl', `${web.base}/feed.xml`, '--json'], { env, limitMs: 150_000 });
      expect(second.code).toBe(0);
      expect(JSON.parse(second.stdout).failed).toEqual({});
      expect(await countArticles(database.db)).toBe(120);
      const stored = await listArticles(database.db, { limit: 500 });
      expect(new Set(stored.map((a) => a.title)).size).toBe(120);
      expect(stored.every((a) => a.revision === 1)).toBe(true);
      const { rows } = await database.pool.query(
        `SELECT count(*)::int AS n FROM frontier WHERE state <> 'resting'`,
      );
      expect(rows).toEqual([{ n: 0 }]);
    },
    240_000,
  );

  onEither?.('finds articles from a home page, up to the limit, and follows redirects', async () => {
    await using web = await startFakeWeb();
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = environment(store.url, folder.path);
    const articles = Array.from({ length: 12 }, (_, n) => fakeArticle(n));
    const links = articles.map(
      (a) => `<li><a href="/news/2026/03/01/report-number-${a.n}-from-town">${a.title}</a></li>`,
    );
    web.page(
      '/',
      `<!doctype html><title>The Harbour Light</title><nav><a href="/about">About us</a></nav><h1>Today</h1><ul>${links.join('')}</ul>`,
    );
    for (const article of articles) {
      web.routes.set(`/news/2026/03/01/report-number-${article.n}-from-town`, {
        status: 301,
        headers: { location: `/moved/report-${article.n}-from-town` },
      });
      web.page(`/moved/report-${article.n}-from-town`, articlePage(article));
    }
    const run = await newsmill(['crawl', `${web.base}/`, '--limit', '5', '--json'], { env });
    expect(JSON.parse(run.stdout)).toMatchObject({ new: 5, failed: {} });
    expect(run.code).toBe(0);
    expect(web.paths().filter((p) => p.startsWith('/moved/')).length).toBe(5);
    expect(web.paths()).not.toContain('/about');
  });
});
