import { describe, expect, it } from 'vitest';
import { MAX_FEED_ITEMS, readFeed } from '../../../src/discover/feeds.ts';

const URL_OF_FEED = 'https://news.example/feeds/all.xml';
const read = (text: string | Uint8Array, contentType: string | null = 'application/xml') =>
  readFeed(typeof text === 'string' ? Buffer.from(text) : text, contentType, URL_OF_FEED);

const rss = (items: string, head = ''): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour Post</title><link>https://news.example/</link><language>en-GB</language>${head}${items}</channel></rss>`;

describe('RSS', () => {
  it('reads every field', () => {
    const [item] = read(
      rss(`<item><title>Ferries &amp;amp; &lt;i&gt;trams&lt;/i&gt; stop</title><link>https://news.example/ferries</link>
        <guid isPermaLink="false">post-7</guid><pubDate>Sun, 01 Mar 2020 08:00:00 +0100</pubDate>
        <dc:creator><![CDATA[Ada Quay]]></dc:creator><dc:creator>Ben Pier</dc:creator>
        <description>A short word.</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>`),
    );
    expect(item).toEqual({
      url: 'https://news.example/ferries',
      title: 'Ferries & trams stop',
      published: '2020-03-01T07:00:00.000Z',
      modified: undefined,
      authors: ['Ada Quay', 'Ben Pier'],
      language: 'en-GB',
      guid: 'post-7',
      content: '<p>The whole text.</p>',
      summary: 'A short word.',
    });
  });

  it.each([
    ['a relative link', '<link>/a?x=1&amp;y=2</link>', 'https://news.example/a?x=1&y=2'],
    ['white space around it', '<link>\n  https://news.example/a\n</link>', 'https://news.example/a'],
    ['only a guid', '<guid>https://news.example/a</guid>', 'https://news.example/a'],
    ['only an Atom link', '<atom:link href="https://news.example/a"/>', 'https://news.example/a'],
    ['a link in CDATA', '<link><![CDATA[https://news.example/a]]></link>', 'https://news.example/a'],
    ['a bare ampersand', '<link>https://news.example/a?x=1&y=2</link>', 'https://news.example/a?x=1&y=2'],
  ])('%s', (_, fields, url) => {
    expect(read(rss(`<item><title>T</title>${fields}</item>`)).map((item) => item.url)).toEqual([url]);
  });

  it.each([
    ['no link at all', '<title>T</title>'],
    ['a guid that is no permalink', '<guid isPermaLink="false">https://news.example/a</guid>'],
    ['a guid that is no URL', '<guid>post-7</guid>'],
    ['a mail address', '<link>mailto:desk@news.example</link>'],
    ['a script', '<link>javascript:alert(1)</link>'],
    ['a far too long link', `<link>https://news.example/${'a'.repeat(3000)}</link>`],
  ])('%s is passed over', (_, fields) => {
    expect(read(rss(`<item><title>T</title>${fields}</item>`))).toEqual([]);
  });

  it('keeps order and takes a URL once', () => {
    const item = (path: string, title: string) => `<item><title>${title}</title><link>/${path}</link></item>`;
    expect(
      read(rss(item('a', 'one') + item('b', 'two') + item('a', 'three'))).map((found) => found.title),
    ).toEqual(['one', 'two']);
  });

  it('stops at its bound', () => {
    const items = Array.from(
      { length: MAX_FEED_ITEMS + 10 },
      (_, i) => `<item><link>/${i}</link></item>`,
    ).join('');
    expect(read(rss(items))).toHaveLength(MAX_FEED_ITEMS);
  });

  it('an empty channel is a feed without items', () => {
    expect(read(rss(''))).toEqual([]);
  });
});

describe('other formats', () => {
  it('Atom, with xml:base, HTML titles and XHTML content', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/" xml:lang="de"><title>T</title>
      <author><name>Desk</name></author>
      <entry xml:base="y/"><id>tag:news.example,2020:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title>
      <link rel="self" href="https://base.example/1.atom"/><link rel="alternate" type="text/html" href="a.html"/>
      <published>2020-03-01T08:00:00+01:00</published><updated>2020-03-02T08:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div></content></entry></feed>`;
    expect(read(feed)).toEqual([
      {
        url: 'https://base.example/x/y/a.html',
        title: 'A bold move',
        published: '2020-03-01T07:00:00.000Z',
        modified: '2020-03-02T08:00:00.000Z',
        authors: ['Desk'],
        language: 'de',
        guid: 'tag:news.example,2020:1',
        content: expect.stringContaining('<p>Hi</p>'),
        summary: undefined,
      },
    ]);
  });

  it('RSS 1.0', () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>T</title><link>https://news.example/</link></channel>
      <item rdf:about="https://news.example/1"><title>A</title><link>https://news.example/1</link><dc:date>2020-03-01</dc:date><dc:creator>C. Quay</dc:creator></item></rdf:RDF>`;
    expect(read(feed)).toEqual([
      expect.objectContaining({
        url: 'https://news.example/1',
        published: '2020-03-01T00:00:00.000Z',
        authors: ['C. Quay'],
      }),
    ]);
  });

  it('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      home_page_url: 'https://news.example/',
      language: 'sv',
      authors: [{ name: 'Desk' }],
      items: [
        {
          id: '1',
          url: '/a',
          title: 'Färjan',
          content_html: '<p>Hej</p>',
          date_published: '2020-03-01T08:00:00Z',
        },
        { id: 'https://news.example/b', content_text: 'Hej' },
        { id: '3', external_url: 'https://other.example/c' },
        { id: '4' },
      ],
    };
    const items = read(JSON.stringify(feed), 'application/feed+json');
    expect(items.map((item) => item.url)).toEqual([
      'https://news.example/a',
      'https://news.example/b',
      'https://other.example/c',
    ]);
    expect(items[0]).toMatchObject({
      title: 'Färjan',
      language: 'sv',
      authors: ['Desk'],
      content: '<p>Hej</p>',
    });
  });
});

describe('what is broken is mended where that is possible', () => {
  const item = (n: number) => `<item><title>Story ${n}</title><link>https://news.example/${n}</link></item>`;
  const cases: [string, string, number][] = [
    ['cut off in a link', rss(item(1) + item(2) + item(3)).slice(0, -45), 2],
    ['cut off between items', rss(item(1) + item(2)).replace('</channel></rss>', ''), 2],
    [
      'HTML in a description',
      rss(
        `<item><link>https://news.example/1</link><description><p>one<br>two</description></item>${item(2)}`,
      ),
      2,
    ],
    ['an element closed twice', rss(`${item(1)}</item>${item(2)}`), 2],
    ['warnings of a script in front', `<br />\n<b>Warning</b>: x in y\n${rss(item(1))}`, 1],
    ['text in front', `Notice: undefined\n${rss(item(1))}`, 1],
    ['a byte order mark', `\ufeff${rss(item(1))}`, 1],
    ['control characters', rss(item(1).replace('Story', 'Sto\u0000\u0008ry')), 1],
    ['HTML entities', rss(item(1).replace('Story', 'Caf&eacute;&nbsp;')), 1],
    [
      'attributes without quotes',
      rss(`<item><link>https://news.example/1</link><enclosure url=x length=0></item>${item(2)}`),
      2,
    ],
  ];
  it.each(cases)('%s', (_, text, count) => {
    const items = read(text);
    expect(items.map((found) => found.url).slice(0, count)).toEqual(
      Array.from({ length: count }, (_unused, index) => `https://news.example/${index + 1}`),
    );
  });

  it.each([
    ['a web page', '<!doctype html><html><body><p>Not found</body></html>'],
    ['nothing', ''],
    ['text', 'hello'],
    ['cut JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[{'],
    ['other JSON', '{"items":[]}'],
    ['a sitemap', '<urlset><url><loc>https://news.example/</loc></url></urlset>'],
  ])('%s is bad_feed', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad_feed', class: 'permanent' }));
  });

  it('has no use for entity bombs and endless nesting', () => {
    const entities = Array.from(
      { length: 8 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const bomb = rss('<item><title>&e8;</title><link>https://news.example/1</link></item>').replace(
      '<rss',
      `<!DOCTYPE rss [<!ENTITY e0 "lol">${entities}]><rss`,
    );
    expect(read(bomb)[0]?.title?.length ?? 0).toBeLessThan(600);
    expect(read(rss(`${'<a>'.repeat(100_000)}`))).toEqual([]);
  });
});

describe('charset', () => {
  const text = rss('<item><title>Grüße aus Łódź</title><link>https://news.example/1</link></item>');
  it('by the XML declaration', () => {
    const bytes = Buffer.from(text.replace('utf-8', 'iso-8859-1').replace('Łódź', 'Köln'), 'latin1');
    expect(read(bytes, 'application/xml')[0]?.title).toBe('Grüße aus Köln');
  });
  it('by the header', () => {
    const bytes = Buffer.from(text.replace(' encoding="utf-8"', '').replace('Łódź', 'Köln'), 'latin1');
    expect(read(bytes, 'application/rss+xml; charset=ISO-8859-1')[0]?.title).toBe('Grüße aus Köln');
  });
  it('by a byte order mark', () => {
    expect(read(Buffer.from(`\ufeff${text}`, 'utf16le'), null)[0]?.title).toBe('Grüße aus Łódź');
  });
  it('UTF-8 by default', () => {
    expect(read(text.replace(' encoding="utf-8"', ''), null)[0]?.title).toBe('Grüße aus Łódź');
  });
});
