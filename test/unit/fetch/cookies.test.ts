import { describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { CookieJar } from '../../../src/fetch/cookies.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const page = new URL('https://www.paper.example/news/today');

function sent(fields: string[], url: string, from = page): string | null {
  const jar = new CookieJar(() => NOW);
  jar.take(from, fields);
  return jar.headerFor(new URL(url));
}

describe('a jar of cookies', () => {
  it.each([
    ['to the host that set it', ['a=1'], 'https://www.paper.example/news/x', 'a=1'],
    ['not to another host', ['a=1'], 'https://paper.example/news/x', null],
    ['to the domain it names', ['a=1; Domain=.paper.example; Path=/'], 'https://m.paper.example/', 'a=1'],
    ['not for a domain it is not under', ['a=1; Domain=other.example'], 'https://other.example/', null],
    ['only below its path', ['a=1'], 'https://www.paper.example/sport', null],
    ['not below a path that only begins alike', ['a=1'], 'https://www.paper.example/newsroom', null],
    ['over https only', ['a=1; Path=/; Secure'], 'http://www.paper.example/', null],
    ['longer paths first', ['a=1; Path=/', 'b=2; Path=/news'], 'https://www.paper.example/news', 'b=2; a=1'],
    ['the later one of two', ['a=1', 'a=2'], 'https://www.paper.example/news/x', 'a=2'],
    ['not when it is over', ['a=1; Max-Age=0'], 'https://www.paper.example/news/x', null],
    ['not when it is past', ['a=1; Expires=Sun, 01-Feb-2026 00:00:00 GMT'], page.href, null],
    ['while it lasts', ['a=1; Expires=Thu, 01 Apr 2027 00:00:00 GMT'], page.href, 'a=1'],
    [
      'whose age goes before its date',
      ['a=1; Expires=Sun, 01 Feb 2026 00:00:00 GMT; Max-Age=9'],
      page.href,
      'a=1',
    ],
    ['not with a line break', ['a=1\r\nx: y'], page.href, null],
    ['not if it is huge', [`a=${'x'.repeat(5000)}`], page.href, null],
    ['not if it is empty', ['', ';', '=; Path=/'], page.href, null],
  ])('sends a cookie %s', (_, fields, url, header) => {
    expect(sent(fields, url)).toBe(header);
  });

  it('takes none for a whole public suffix', () => {
    const from = new URL('https://paper.co.uk/');
    expect(sent(['a=1; Domain=co.uk; Path=/'], 'https://other.co.uk/', from)).toBeNull();
  });

  it('is bounded', () => {
    const fields = Array.from({ length: 500 }, (_, n) => `c${n}=1`);
    const jar = new CookieJar(() => NOW);
    for (let at = 0; at < fields.length; at += 50) jar.take(page, fields.slice(at, at + 50));
    expect(jar.headerFor(page)?.split('; ')).toHaveLength(50);
  });
});

describe('the fetcher', () => {
  it('sends cookies back where they are asked for, and to nobody else', async () => {
    await using web = await startFakeWeb();
    web.routes.set('/page', { headers: { 'set-cookie': 'seen=yes; Path=/' }, body: 'page' });
    const { fetch } = Config.parse({ fetch: { allowAddresses: ['127.0.0.1'] } });
    await using fetcher = createFetcher(fetch);
    const url = `${web.base}/page`;
    for (const cookies of ['harbour', 'harbour', 'other', null, 'harbour'])
      await fetcher.request(url, { cookies });
    expect(web.log.map((line) => line.headers.cookie)).toEqual([
      undefined,
      'seen=yes',
      undefined,
      undefined,
      'seen=yes',
    ]);
  });
});
