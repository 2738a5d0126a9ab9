import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { type RenderChoice, SourceDefinition } from '../../../src/config/source.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createAddressGuard } from '../../../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../../../src/fetch/browser/browser.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { hostKeyOf } from '../../../src/frontier/canonical-url.ts';
import { SourceId } from '../../../src/ids.ts';
import { explainEntry } from '../../../src/store/explain.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
import { findRenderHabit } from '../../../src/store/render-habits.ts';
import { upsertSource } from '../../../src/store/sources.ts';
import { listVisits } from '../../../src/store/visits.ts';
import { startDiscover } from '../../../workers/discover.ts';
import { startExtract } from '../../../workers/extract.ts';
import { startFetch } from '../../../workers/fetch.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { startRender } from '../../../workers/render.ts';
import { articlePage, fakeArticle, feedOf } from '../../fakeweb/pages.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { haveChromium, noSandbox } from '../../support/chromium.ts';
import { eventually } from '../../support/cli.ts';
import { openTestParts, type TestParts } from '../../support/parts.ts';
import { haveRedis, startRedis } from '../../support/redis.ts';

const present = await haveChromium();

function open(allowed: string[], settings: object = {}): Browser {
  const { render } = Config.parse({ render: { noSandbox, ...settings } });
  return createBrowser({
    config: render,
    guard: createAddressGuard(allowed),
    userAgent: 'newsmill-test/1',
    maxBytes: 1_000_000,
  });
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** A page that is empty until its script has run. */
function scriptPage(script: string): string {
  return `<!doctype html><html lang="en"><head><title>The Harbour Light</title></head><body><div id="app"></div><script>${script}</script></body></html>`;
}

// A developer's machine may have no browser; CI always has one (see haveChromium).
describe.skipIf(!present)('the browser', () => {
  it('gives a page as its scripts left it, and says who asks', async () => {
    await using web = await startFakeWeb();
    web.page('/story', scriptPage(`document.getElementById('app').textContent = 'Written by a script'`));
    await using browser = open(['127.0.0.1']);
    const response = await browser.load(`${web.base}/story`);
    expect(response).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(text(response.bytes)).toContain('Written by a script');
    expect(web.log.find((l) => l.path === '/story')?.headers['user-agent']).toBe('newsmill-test/1');
  });

  it('lets no request of a page out to an address that the guard refuses', async () => {
    await using inside = await startFakeWeb('127.0.0.9');
    await using web = await startFakeWeb();
    inside.routes.set('/secret', { headers: { 'access-control-allow-origin': '*' }, body: 'secret' });
    web.routes.set('/hop', { status: 302, headers: { location: `${inside.base}/secret` } });
    web.page(
      '/story',
      scriptPage(`
        const say = (text) => { document.getElementById('app').innerHTML += '<p>' + text + '</p>'; };
        fetch('${inside.base}/secret').then((r) => r.text()).then(say, () => say('refused'));
        fetch('/hop').then((r) => r.text()).then(say, () => say('refused'));
        const frame = document.createElement('iframe'); frame.src = '${inside.base}/secret'; document.body.append(frame);
        new WebSocket('ws://127.0.0.9:${inside.port}/secret');`),
    );
    await using browser = open([`127.0.0.1:${web.port}`]);
    const response = await browser.load(`${web.base}/story`);
    expect(text(response.bytes)).toContain('refused');
    expect(inside.log).toEqual([]);
    await expect(browser.load(`${inside.base}/secret`)).rejects.toMatchObject({ code: 'address_refused' });
    expect(inside.log).toEqual([]);
  });

  it('ends a page that never comes to rest, is too large or hangs, and loads the next one', async () => {
    await using web = await startFakeWeb();
    web.page('/large', scriptPage(`document.getElementById('app').textContent = 'word '.repeat(400000)`));
    web.page('/hang', scriptPage('for (;;) {}'));
    web.page('/good', scriptPage(`document.getElementById('app').textContent = 'Good'`));
    await using browser = open(['127.0.0.1'], { timeoutMs: 8000 });
    await expect(browser.load(`${web.base}/large`)).rejects.toMatchObject({ code: 'too_large' });
    await expect(browser.load(`${web.base}/hang`)).rejects.toMatchObject({ code: 'body_timeout' });
    await expect(browser.load('http://127.0.0.1:1/')).rejects.toMatchObject({ class: 'transient' });
    expect(text((await browser.load(`${web.base}/good`)).bytes)).toContain('Good');
  });

  it('replaces itself after so many pages and leaves no process behind', async () => {
    await using web = await startFakeWeb();
    web.page('/good', scriptPage(`document.getElementById('app').textContent = 'Good'`));
    {
      await using browser = open(['127.0.0.1'], { recycleAfter: 2 });
      for (let i = 0; i < 3; i += 1) expect((await browser.load(`${web.base}/good`)).status).toBe(200);
      expect(childChromiums()).toBe(1);
    }
    await eventually('the end of the browser', () => childChromiums() === 0);
  });

  it('answers a redirect to another site, and follows one within the site', async () => {
    await using elsewhere = await startFakeWeb('127.0.0.2');
    await using web = await startFakeWeb();
    elsewhere.page('/moved', scriptPage(''));
    web.routes.set('/leaves', { status: 301, headers: { location: `${elsewhere.base}/moved` } });
    web.routes.set('/first', { status: 302, headers: { location: '/leaves' } });
    web.routes.set('/stays', { status: 302, headers: { location: '/story', 'set-cookie': 'seen=1' } });
    web.page(
      '/story',
      scriptPage(`document.getElementById('app').textContent = 'Read me';
        window.open('${elsewhere.base}/popup'); location.href = '${elsewhere.base}/script';`),
    );
    await using browser = open(['127.0.0.0/8']);
    for (const path of ['/leaves', '/first'])
      expect(await browser.load(`${web.base}${path}`)).toMatchObject({
        url: `${web.base}/leaves`,
        status: 301,
        location: `${elsewhere.base}/moved`,
      });
    const story = await browser.load(`${web.base}/stays`);
    expect(story).toMatchObject({ url: `${web.base}/story`, status: 200, location: null });
    expect(text(story.bytes)).toContain('Read me');
    expect(web.log.find(({ path }) => path === '/story')?.headers.cookie).toBe('seen=1');
    expect(elsewhere.log).toEqual([]);
  });

  it('goes to a redirect’s other site under that host’s robots.txt and slot', async () => {
    await using elsewhere = await startFakeWeb('127.0.0.2');
    await using web = await startFakeWeb();
    const [free, closed] = [fakeArticle(11), fakeArticle(12)];
    const feed = feedOf(web.base, [free, closed]);
    web.routes.set('/feed.xml', { headers: { 'content-type': 'application/rss+xml' }, body: feed });
    for (const { n } of [free, closed])
      web.routes.set(`/news/report-number-${n}`, {
        status: 301,
        headers: { location: `${elsewhere.base}/${n === closed.n ? 'closed' : 'open'}` },
      });
    elsewhere.routes.set('/robots.txt', { body: 'User-agent: *\nDisallow: /closed' });
    elsewhere.page('/open', shellOf(free));
    elsewhere.page('/closed', shellOf(closed));
    // The other pages here go by queues in PostgreSQL; CI always has Redis (see haveRedis).
    await using redis = haveRedis() ? await startRedis() : null;
    await using parts = await openTestParts(redis === null ? {} : { queueUrl: redis.url });
    await using browser = open(['127.0.0.0/8']);
    await using _roles = await startHarbour(parts, browser, web.base, 'always');
    const { db } = parts.store;
    const [refused] = await eventually('both pages', async () => {
      const visits = await listVisits(db, { outcome: 'failed', limit: 5 });
      return visits.length > 0 && (await listArticles(db, { limit: 5 })).length > 0 ? visits : undefined;
    });
    expect(refused).toMatchObject({ code: 'robots_disallowed' });
    expect((await listArticles(db, { limit: 5 })).map(({ url }) => url)).toEqual([`${elsewhere.base}/open`]);
    expect(await explainEntry(db, [`${web.base}/news/report-number-${free.n}`])).toMatchObject({
      url: `${elsewhere.base}/open`,
    });
    expect(elsewhere.log[0]?.path).toBe('/robots.txt');
    expect(elsewhere.paths()).toEqual(['/open']);
  });

  it('serves sources with render: always, from feed to article', async () => {
    await using web = await startFakeWeb();
    const article = fakeArticle(5);
    const path = `/news/report-number-${article.n}`;
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feedOf(web.base, [article]),
    });
    web.page(path, shellOf(article));
    await using parts = await openTestParts();
    await using browser = open(['127.0.0.1']);
    await using _roles = await startHarbour(parts, browser, web.base, 'always');
    const stored = await eventually(
      'the article',
      async () => (await listArticles(parts.store.db, { limit: 5 }))[0],
    );
    expect(stored.title).toBe(article.title);
    for (const paragraph of article.paragraphs) expect(stored.text).toContain(paragraph);
    expect(web.log.filter((line) => line.path === path)).toHaveLength(1);
  });

  it('is asked for by itself when scripts write a page, and the article is told why', async () => {
    await using web = await startFakeWeb();
    const article = fakeArticle(7);
    const path = `/news/report-number-${article.n}`;
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feedOf(web.base, [article]),
    });
    web.page(path, shellOf(article));
    await using parts = await openTestParts();
    await using browser = open(['127.0.0.1']);
    await using _roles = await startHarbour(parts, browser, web.base, 'auto');
    const [stored] = await eventually('the article', async () => {
      const found = await listArticles(parts.store.db, { limit: 5 });
      return found.length > 0 ? found : undefined;
    });
    expect(stored?.title).toBe(article.title);
    const visits = await listVisits(parts.store.db, { url: `${web.base}${path}`, limit: 5 });
    expect(visits.map((v) => [v.outcome, v.code])).toEqual([
      ['new', null],
      ['retried', 'needs_browser'],
    ]);
    const known = await explainEntry(parts.store.db, [`${web.base}${path}`]);
    expect(known).toMatchObject({ render: true, browserFirst: false });
    expect(await findRenderHabit(parts.store.db, hostKeyOf(web.base))).toMatchObject({
      streak: 1,
      misses: 0,
    });
    expect(web.log.filter((line) => line.path === path)).toHaveLength(2);
  });

  it('ends a page that it cannot read either, and leaves its article as it was', async () => {
    await using web = await startFakeWeb();
    const article = fakeArticle(8);
    const path = `/news/report-number-${article.n}`;
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feedOf(web.base, [article]),
    });
    web.page(path, articlePage(article));
    await using parts = await openTestParts();
    await using browser = open(['127.0.0.1']);
    await using _roles = await startHarbour(parts, browser, web.base, 'auto', ['1s', '1h']);
    await eventually('the article', async () => (await listArticles(parts.store.db, { limit: 1 }))[0]);
    web.page(path, scriptPage(''));
    const [last, before] = await eventually('the end', async () => {
      const visits = await listVisits(parts.store.db, { url: `${web.base}${path}`, limit: 5 });
      return visits[0]?.code === 'needs_browser' && visits[0].outcome === 'failed' ? visits : undefined;
    });
    expect([before?.outcome, before?.code]).toEqual(['retried', 'needs_browser']);
    expect(last?.code).toBe('needs_browser');
    const [stored] = await listArticles(parts.store.db, { limit: 5 });
    expect(stored).toMatchObject({ title: article.title, revision: 1 });
    expect(await findRenderHabit(parts.store.db, hostKeyOf(web.base))).toMatchObject({
      streak: 0,
      misses: 1,
    });
  });
});

/** The page of an article, written by a script into an empty shell. */
function shellOf(article: ReturnType<typeof fakeArticle>): string {
  const markup = JSON.stringify(
    articlePage(article).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, ''),
  ).replaceAll('</', '<\\/');
  return scriptPage(
    `document.getElementById('app').innerHTML = ${markup}; document.title = ${JSON.stringify(article.title)}`,
  );
}

/** All roles that a source needs, and the source. */
async function startHarbour(
  parts: TestParts,
  browser: Browser,
  base: string,
  render: RenderChoice,
  revisit: string[] = [],
): Promise<AsyncDisposable> {
  await using starting = new AsyncDisposableStack();
  const fetcher = starting.use(createFetcher(parts.config.fetch));
  const pool = starting.use(createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 }));
  const definition = SourceDefinition.parse({
    name: 'Harbour',
    feeds: [`${base}/feed.xml`],
    every: '1h',
    render,
    revisit,
  });
  await upsertSource(parts.store.db, SourceId.parse('harbour'), definition, 'api');
  starting.use(startDiscover(parts));
  starting.use(startFetch({ ...parts, fetcher }));
  starting.use(await startRender({ ...parts, browser }));
  starting.use(startExtract({ ...parts, pool }));
  starting.use(await startMaintain(parts, { schedules: true }));
  return starting.move();
}

describe('without a browser', () => {
  it.each(['always', 'auto'] as const)(
    'with render: %s a page that needs one ends as needs_browser, not as a bad article',
    async (render) => {
      await using web = await startFakeWeb();
      await using parts = await openTestParts();
      await using browser = open(['127.0.0.1'], { executablePath: '/nowhere/chromium' });
      const article = fakeArticle(6);
      const path = `/news/report-number-${article.n}`;
      web.routes.set('/feed.xml', {
        headers: { 'content-type': 'application/rss+xml' },
        body: feedOf(web.base, [article]),
      });
      web.page(path, shellOf(article));
      await using _roles = await startHarbour(parts, browser, web.base, render);
      const [visit] = await eventually('the failure', async () => {
        const failed = await listVisits(parts.store.db, { outcome: 'failed', limit: 1 });
        return failed.length > 0 ? failed : undefined;
      });
      expect(visit).toMatchObject({ code: 'needs_browser', class: 'permanent' });
      expect(await listArticles(parts.store.db, { limit: 1 })).toEqual([]);
      expect(web.log.filter((line) => line.path === path)).toHaveLength(render === 'auto' ? 1 : 0);
    },
  );
});

/** Browser processes that this test process has started: their main ones, not their helpers. */
function childChromiums(): number {
  const lines = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  }).split('\n');
  return lines.filter((line) => /chrom/i.test(line) && line.includes('--remote-debugging-pipe')).length;
}
