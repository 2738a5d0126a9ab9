import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FetchedEntry, readEntry } from '../../../src/discover/read-entry.ts';

const entry = (
  kind: FetchedEntry['kind'],
  body: string | Uint8Array,
  more: Partial<FetchedEntry> = {},
): FetchedEntry => ({
  kind,
  bytes: typeof body === 'string' ? Buffer.from(body) : body,
  contentType: null,
  url: 'https://news.example/entry',
  ...more,
});
const RSS =
  '<rss version="2.0"><channel><title>T</title><item><title>A</title><link>/a</link></item></channel></rss>';
const SITEMAP = '<urlset><url><loc>https://news.example/a</loc></url></urlset>';
const HUB =
  '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><a href="/news/bridge-opens-to-traffic-today">Bridge opens</a>';

describe('readEntry', () => {
  it.each(['feed', 'sitemap', 'hub', 'seed', 'page'] as const)(
    'reads a %s by what its bytes are',
    async (kind) => {
      for (const [contentType, body] of [
        ['text/html', RSS],
        ['text/plain', SITEMAP],
        ['text/html', gzipSync(SITEMAP)],
      ] as const) {
        const { urls } = await readEntry(entry(kind, body, { contentType }));
        expect(urls.map((found) => found.url)).toEqual(['https://news.example/a']);
      }
    },
  );

  it('reads a hub, and the feeds it names', async () => {
    expect(await readEntry(entry('hub', HUB))).toMatchObject({
      urls: [{ url: 'https://news.example/news/bridge-opens-to-traffic-today' }],
      feeds: ['https://news.example/rss'],
      sitemaps: [],
    });
  });

  it('gives child sitemaps that may hold something new, the latest first', async () => {
    const child = (name: string, lastmod?: string) =>
      `<sitemap><loc>https://news.example/${name}.xml</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</sitemap>`;
    const index = `<sitemapindex>${child('old', '2015-01-01')}${child('may', '2020-05-01')}${child('june', '2020-06-01')}${child('undated')}</sitemapindex>`;
    const { sitemaps } = await readEntry(entry('sitemap', index, { oldest: new Date('2020-04-01') }));
    expect(sitemaps).toEqual(['undated', 'june', 'may'].map((name) => `https://news.example/${name}.xml`));
    expect((await readEntry(entry('sitemap', index))).sitemaps).toHaveLength(4);
  });

  it('reads sitemaps of plain text', async () => {
    expect((await readEntry(entry('sitemap', 'https://news.example/a\n'))).urls).toHaveLength(1);
  });

  it.each([
    ['feed', '', 'empty_body'],
    ['hub', ' \n', 'empty_body'],
    ['feed', HUB, 'bad_feed'],
    ['sitemap', HUB, 'bad_feed'],
    ['feed', 'hello', 'bad_feed'],
    ['sitemap', '%PDF-1.4', 'bad_feed'],
    ['hub', 'hello', 'unsupported_type'],
    ['hub', '%PDF-1.4', 'unsupported_type'],
    ['seed', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'unsupported_type'],
    ['hub', gzipSync(HUB), 'bad_feed'],
  ] as const)('a %s of %j is %s', async (kind, body, code) => {
    await expect(readEntry(entry(kind, body))).rejects.toMatchObject({ code });
  });
});
