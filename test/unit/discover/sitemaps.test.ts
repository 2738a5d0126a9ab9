import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_SITEMAP_URLS, readSitemap, type SitemapOptions } from '../../../src/discover/sitemaps.ts';

const AT = 'https://www.news.example/sitemap.xml';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, options?: SitemapOptions) =>
  readSitemap([typeof text === 'string' ? bytes(text) : text], AT, options);
const urlset = (urls: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`;
const entry = (n: number): string => `<url><loc>https://www.news.example/${n}</loc></url>`;

describe('a sitemap', () => {
  const news = urlset(`<url>
    <loc>https://www.news.example/business/ferries-stop?x=1&amp;y=2</loc>
    <lastmod>2020-03-02</lastmod><changefreq>daily</changefreq>
    <news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2020-03-01T08:00:00+01:00</news:publication_date>
      <news:title><![CDATA[Ferries & trams stop]]></news:title></news:news>
    <image:image><image:loc>https://www.news.example/ferry.jpg</image:loc><image:title>A ferry</image:title></image:image>
    </url><url><loc> https://www.news.example/second </loc></url>`);
  const expected = [
    {
      url: 'https://www.news.example/business/ferries-stop?x=1&y=2',
      title: 'Ferries & trams stop',
      published: '2020-03-01T07:00:00.000Z',
      modified: '2020-03-02T00:00:00.000Z',
      language: 'en',
    },
    { url: 'https://www.news.example/second' },
  ];

  it('gives URLs with their Google News fields, and no images', async () => {
    const content = await read(news);
    expect(content).toMatchObject({ urls: expected, sitemaps: [], foreign: 0, truncated: false });
    expect(content.urls).toHaveLength(2);
  });

  it('reads the same whatever the chunks, plain and gzip', async () => {
    const utf8 = news.replace('Ferries &', 'Fähren ⛴ &');
    for (const whole of [bytes(utf8), gzipSync(utf8)]) {
      for (const size of [1, 7, 64, 100_000]) {
        const chunks = async function* () {
          for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
        };
        const { urls } = await readSitemap(chunks(), AT);
        expect(urls[0]).toMatchObject({ ...expected[0], title: 'Fähren ⛴ & trams stop' });
        expect(urls).toHaveLength(2);
      }
    }
  });

  it('takes other prefixes and upper case as they come', async () => {
    const odd =
      '<s:urlset xmlns:s="x"><s:URL><s:Loc>https://www.news.example/a</s:Loc><n:news><n:title>A</n:title></n:news></s:URL></s:urlset>';
    expect((await read(odd)).urls).toMatchObject([{ url: 'https://www.news.example/a', title: 'A' }]);
  });

  it('leaves out other people’s sites, unless the source names them', async () => {
    const text = urlset(
      [
        'https://sport.news.example/1',
        'https://other.example/2',
        'http://www.news.example:8080/3',
        '/4',
        'ftp://www.news.example/5',
      ]
        .map((url) => `<url><loc>${url}</loc></url>`)
        .join(''),
    );
    const own = [
      'https://sport.news.example/1',
      'http://www.news.example:8080/3',
      'https://www.news.example/4',
    ];
    const content = await read(text);
    expect(content.urls.map((found) => found.url)).toEqual(own);
    expect(content.foreign).toBe(1);
    expect((await read(text, { sites: ['https://www.other.example/'] })).urls).toHaveLength(4);
  });

  it('takes a URL once', async () => {
    expect((await read(urlset(entry(1) + entry(2) + entry(1)))).urls).toHaveLength(2);
  });

  it('holds 50,000 URLs', async () => {
    const text = urlset(Array.from({ length: MAX_SITEMAP_URLS + 5 }, (_, n) => entry(n)).join(''));
    const content = await read(text);
    expect(content.urls).toHaveLength(MAX_SITEMAP_URLS);
    expect(content.truncated).toBe(true);
  }, 60_000);

  it('reads no more than 50 MiB of what a small file unpacks to', async () => {
    const filler = Buffer.alloc(60 * 1_048_576, ' ');
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(urlset(entry(1)).replace('</urlset>', '')), filler, Buffer.from(entry(2))]),
    );
    const content = await read(bomb);
    expect(content).toMatchObject({ urls: [{ url: 'https://www.news.example/1' }], truncated: true });
  }, 60_000);

  it('keeps what was read of a file that breaks off', async () => {
    const text = urlset(Array.from({ length: 3000 }, (_, n) => entry(n)).join(''));
    const gzip = gzipSync(text);
    const cut = await read(gzip.subarray(0, gzip.length - 500));
    expect(cut.truncated).toBe(true);
    expect(cut.urls.length).toBeGreaterThan(100);
    expect((await read(text.slice(0, 20_000))).urls.length).toBeGreaterThan(100);
  });

  it('reads a list of plain text', async () => {
    const text =
      '\ufeffhttps://www.news.example/1\r\nhttps://www.news.example/2\n\n# no URL\nhttps://other.example/3\nhttps://www.news.example/4';
    expect((await read(text)).urls.map((found) => found.url)).toEqual(
      [1, 2, 4].map((n) => `https://www.news.example/${n}`),
    );
  });

  it.each([
    ['a web page', '<!doctype html><html><body><a href="https://www.news.example/1">1</a></body></html>'],
    ['a feed', '<rss version="2.0"><channel/></rss>'],
    ['prose', 'There is nothing here.'],
    ['nothing', ''],
    ['endless nesting', `<urlset>${'<url>'.repeat(1000)}`],
  ])('%s is bad_feed', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'bad_feed' });
  });
});

describe('a sitemap index', () => {
  it('gives its children', async () => {
    const content = await read(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://www.news.example/2020-03.xml.gz</loc><lastmod>2020-03-31T10:00:00Z</lastmod></sitemap>
      <sitemap><loc>/news.xml</loc></sitemap><sitemap><loc>https://other.example/x.xml</loc></sitemap></sitemapindex>`);
    expect(content.sitemaps).toEqual([
      { url: 'https://www.news.example/2020-03.xml.gz', modified: '2020-03-31T10:00:00.000Z' },
      { url: 'https://www.news.example/news.xml', modified: undefined },
    ]);
    expect(content).toMatchObject({ urls: [], foreign: 1 });
  });
});
