import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { SourceDefinition } from '../../../src/config/source.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createAddressGuard } from '../../../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../../../src/fetch/browser/browser.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { SourceId } from '../../../src/ids.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
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
import { openTestParts } from '../../support/parts.ts';

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
    await using browser = open(['127.0.0.1'], { timeoutMs: 3000 });
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
      for (let i = 0; i < 5; i += 1) expect((await browser.load(`${web.base}/good`)).status).toBe(200);
      expect(childChromiums()).toBe(1);
    }
    await eventually('the end of the browser', () => childChromiums() === 0);
  });

  it('serves sources with render: always, from feed to article', async () => {
    await using web = await startFakeWeb();
    const article = fakeArticle(5);
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feedOf(web.base, [article]),
    });
    const markup = JSON.stringify(
      articlePage(article).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, ''),
    ).replaceAll('</', '<\\/');
    web.page(
      `/news/report-number-${article.n}`,
      scriptPage(
        `document.getElementById('app').innerHTML = ${markup}; document.title = ${JSON.stringify(article.title)}`,
      ),
    );
    await using parts = await openTestParts();
    await using browser = open(['127.0.0.1']);
    await using fetcher = createFetcher(parts.config.fetch);
    await using pool = createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 });
    const definition = SourceDefinition.parse({
      name: 'Harbour',
      feeds: [`${web.base}/feed.xml`],
      every: '1h',
      render: 'always',
    });
    await upsertSource(parts.store.db, SourceId.parse('harbour'), definition, 'api');
    await using _discover = startDiscover(parts);
    await using _fetch = startFetch({ ...parts, fetcher });
    await using _render = startRender({ ...parts, browser });
    await using _extract = startExtract({ ...parts, pool });
    await using _maintain = await startMaintain(parts, { schedules: true });
    const stored = await eventually(
      'the article',
      async () => (await listArticles(parts.store.db, { limit: 5 }))[0],
    );
    expect(stored.title).toBe(article.title);
    for (const paragraph of article.paragraphs) expect(stored.text).toContain(paragraph);
  });
});

describe('without a browser', () => {
  it('a page that needs one ends as needs_browser, not as a bad article', async () => {
    await using web = await startFakeWeb();
    await using parts = await openTestParts();
    await using browser = open(['127.0.0.1'], { executablePath: '/nowhere/chromium' });
    await using fetcher = createFetcher(parts.config.fetch);
    const article = fakeArticle(6);
    web.routes.set('/feed.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feedOf(web.base, [article]),
    });
    const definition = SourceDefinition.parse({
      name: 'Harbour',
      feeds: [`${web.base}/feed.xml`],
      every: '1h',
      render: 'always',
    });
    await upsertSource(parts.store.db, SourceId.parse('harbour'), definition, 'api');
    await using _discover = startDiscover(parts);
    await using _fetch = startFetch({ ...parts, fetcher });
    await using _render = startRender({ ...parts, browser });
    await using _maintain = await startMaintain(parts, { schedules: true });
    const [visit] = await eventually('the failure', async () => {
      const failed = await listVisits(parts.store.db, { outcome: 'failed', limit: 1 });
      return failed.length > 0 ? failed : undefined;
    });
    expect(visit).toMatchObject({ code: 'needs_browser', class: 'permanent' });
    expect(await listArticles(parts.store.db, { limit: 1 })).toEqual([]);
  });
});

/** Browser processes that this test process has started: their main ones, not their helpers. */
function childChromiums(): number {
  const lines = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  }).split('\n');
  return lines.filter((line) => /chrom/i.test(line) && line.includes('--remote-debugging-pipe')).length;
}
