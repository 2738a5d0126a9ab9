import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_ROBOTS_BYTES,
  parseRobots,
  productTokenOf,
  RobotsPolicy,
  robotsAllows,
  robotsUrlOf,
} from '../../../src/fetch/robots.ts';

/** Whether `agent` may fetch `path` of a host whose robots.txt is `file`. */
const allowed = (file: string | Uint8Array, path: string, agent = 'newsmill'): boolean =>
  robotsAllows(parseRobots(file, 200, agent), path.startsWith('/') ? `https://news.example${path}` : path)
    .allowed;

describe('one pattern', () => {
  // pattern of a Disallow line, paths it covers, paths it does not
  const cases: [string, string[], string[]][] = [
    ['/', ['/', '/a', '/a/b?c=d'], []],
    ['', [], ['/', '/a']],
    ['/a', ['/a', '/a/', '/ab', '/a?x', '/a.html'], ['/', '/b/a', '/A', '/?a=/a']],
    ['/a/', ['/a/', '/a/b', '/a/?x=1'], ['/a', '/a.html', '/ab/']],
    ['/a*', ['/a', '/a/b'], ['/b']],
    ['/*a', ['/a', '/ba', '/x/y/a/z'], ['/b', '/']],
    ['*', ['/', '/a'], []],
    ['*.pdf', ['/a.pdf', '/b/c.pdf?x'], ['/a.PDF', '/pdf']],
    ['/*.pdf$', ['/a.pdf', '/a.pdf.pdf', '/b/c.pdf'], ['/a.pdf?x', '/a.pdf/', '/a.pdfx']],
    ['/a$', ['/a'], ['/a/', '/ab', '/']],
    ['/$', ['/'], ['/a', '/?a']],
    ['/a*b*c', ['/abc', '/a1b2c3', '/a/b/c/d'], ['/acb', '/ab', '/bac']],
    ['/a*b$', ['/ab', '/a/b/b', '/axb'], ['/a', '/abc', '/aba']],
    ['/a**b', ['/ab', '/axb'], ['/a', '/ba']],
    ['/a*$', ['/a', '/a/b/c'], ['/b']],
    ['/ab*ba$', ['/abba', '/abxba'], ['/aba', '/ab']],
    ['/*?', ['/?', '/a?b=1'], ['/a', '/']],
    ['/*/x/', ['/a/x/', '/a/b/x/y'], ['/x/', '/a/x']],
    ['/a?b=1', ['/a?b=1', '/a?b=12'], ['/a', '/a?c=1&b=1']],
    ['/a;v=1', ['/a;v=1'], ['/a']],
    ['/a$b', ['/a$b'], ['/a', '/ab']],
    ['a', [], ['/a', '/']],
    ['/a b', [], ['/a', '/a%20b']],
    ['/a%20b', ['/a%20b'], ['/a', '/a+b']],
    ['/%c3%a4', ['/%C3%A4', '/%c3%a4', '/%c3%a4bc'], ['/', '/%C3']],
    ['/ä', ['/%C3%A4', '/%c3%a4/x', '/ä'], ['/a']],
    ['/ツ/', ['/%E3%83%84/', '/ツ/'], ['/%E3%83%84']],
    ['/%62%61%7a', ['/baz', '/%62%61%7A', '/b%61z'], ['/ba', '/BAZ']],
    ['/~joe', ['/~joe', '/%7Ejoe', '/%7ejoe'], ['/joe']],
    ['/%7Ejoe', ['/~joe', '/%7Ejoe'], ['/joe']],
    ['/a%2Fb', ['/a%2Fb', '/a%2fb'], ['/a/b']],
    ['/a/b', ['/a/b'], ['/a%2Fb']],
    ['/file-%2A.html', ['/file-*.html', '/file-%2A.html'], ['/file-x.html']],
    ['/file-%24', ['/file-$', '/file-%24x'], ['/file-']],
    [
      '/?baz=https://foo.example',
      ['/?baz=https://foo.example', '/?baz=https://foo.example/x'],
      ['/?baz=http://foo'],
    ],
    ['/index.html', ['/index.html', '/index.html?x'], ['/', '/index.htm']],
  ];
  it.each(cases)('Disallow: %s', (pattern, covered, free) => {
    const file = `User-agent: *\nDisallow: ${pattern}\n`;
    for (const path of covered)
      expect({ path, allowed: allowed(file, path) }).toEqual({ path, allowed: false });
    for (const path of free) expect({ path, allowed: allowed(file, path) }).toEqual({ path, allowed: true });
  });
});

describe('which rule decides (RFC 9309 §2.2.2)', () => {
  // rules, path, whether it is allowed, the line that says so
  const cases: [string, string, boolean, number | null][] = [
    ['Allow: /a\nDisallow: /a', '/a', true, 2],
    ['Disallow: /a\nAllow: /a', '/a', true, 3],
    ['Allow: /a\nDisallow: /a/b', '/a/b/c', false, 3],
    ['Disallow: /a/b\nAllow: /a', '/a/b/c', false, 2],
    ['Disallow: /\nAllow: /a', '/a', true, 3],
    ['Disallow: /\nAllow: /a', '/b', false, 2],
    [
      'Allow: /example/page/\nDisallow: /example/page/disallowed.gif',
      '/example/page/disallowed.gif',
      false,
      3,
    ],
    ['Allow: /example/page/\nDisallow: /example/page/disallowed.gif', '/example/page/x.gif', true, 2],
    ['Disallow: /*.html\nAllow: /a', '/a.html', false, 2],
    ['Disallow: /*\nAllow: /a', '/a', true, 3],
    ['Disallow: /a*\nAllow: /a', '/a', false, 2],
    ['Disallow: /$\nAllow: /', '/', false, 2],
    ['Disallow: /$\nAllow: /', '/a', true, 3],
    ['Disallow: /%C3%A4\nAllow: /ä', '/%C3%A4', true, 3],
    ['Disallow: /\nAllow: /%62', '/b', false, 2],
    ['Disallow: /\nAllow: /%62', '/%62', true, 3],
    ['Disallow:\nAllow:', '/a', true, null],
    ['Allow: /a', '/b', true, null],
    ['Disallow: /\nAllow: /sub/index.html', '/sub/', true, 3],
    ['Disallow: /\nAllow: /sub/index.htm', '/sub/index.htm', true, 3],
    ['Disallow: /\nAllow: /sub/index.html', '/sub/x', false, 2],
    ['Disallow: /', '/robots.txt', true, null],
    ['Disallow: /\nDisallow: /a', '/a', false, 3],
  ];
  it.each(cases)('%j on %s', (rules, path, isAllowed, line) => {
    const policy = parseRobots(`User-agent: *\n${rules}\n`, 200, 'newsmill');
    expect(robotsAllows(policy, `https://news.example${path}`)).toEqual({ allowed: isAllowed, line });
  });
});

describe('which group is read (RFC 9309 §2.2.1)', () => {
  // file, agent, path, whether it is allowed
  const cases: [string, string, string, boolean][] = [
    ['User-agent: newsmill\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: NewsMill\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\nDisallow: /', 'NEWSMILL', '/a', false],
    ['User-agent: newsmill/0.1\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill (for the news)\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill bot\nDisallow: /', 'newsmill bot', '/a', true],
    ['User-agent: news\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: newsmill2\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill2\nDisallow: /', 'newsmill2', '/a', false],
    ['User-agent: newsmill.org\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill*\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: ニュース\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: newsmillbot\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: other\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: *\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: * everybody\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: *mill\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: newsmill\nDisallow: /b', 'newsmill', '/a', true],
    ['User-agent: newsmill\nDisallow: /b\n\nUser-agent: *\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: newsmill\nDisallow:\n\nUser-agent: *\nDisallow: /', 'newsmill', '/a', true],
    ['User-agent: newsmill\n\nUser-agent: *\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\nDisallow: /a\n\nUser-agent: newsmill\nDisallow: /b', 'newsmill', '/a', false],
    ['User-agent: newsmill\nDisallow: /a\n\nUser-agent: newsmill\nDisallow: /b', 'newsmill', '/b', false],
    [
      'User-agent: *\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /b',
      'newsmill',
      '/b',
      false,
    ],
    ['User-agent: a\nUser-agent: newsmill\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\nUser-agent: a\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\n\n# words\n\nUser-agent: a\nDisallow: /', 'newsmill', '/a', false],
    [
      'User-agent: newsmill\nSitemap: https://x.example/s.xml\nUser-agent: a\nDisallow: /',
      'newsmill',
      '/a',
      false,
    ],
    ['User-agent: newsmill\nUnknown: line\nUser-agent: a\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\nCrawl-delay: 3\nUser-agent: a\nDisallow: /', 'newsmill', '/a', false],
    ['User-agent: newsmill\nDisallow: /b\nUser-agent: a\nDisallow: /', 'newsmill', '/a', true],
    [
      'User-agent: newsmill\nDisallow: /b\nSitemap: https://x.example/s.xml\nDisallow: /a',
      'newsmill',
      '/a',
      false,
    ],
    ['Disallow: /\nUser-agent: newsmill\nDisallow: /b', 'newsmill', '/a', true],
    ['Disallow: /', 'newsmill', '/a', true],
    ['User-agent:\nDisallow: /', 'newsmill', '/a', true],
    ['', 'newsmill', '/a', true],
    ['User-agent: newsmill\nDisallow: /', '', '/a', true],
    ['User-agent: newsmill_2\nDisallow: /', 'newsmill_2', '/a', false],
    ['User-agent: news-mill\nDisallow: /', 'news-mill', '/a', false],
  ];
  it.each(cases)('%j for %s', (file, agent, path, isAllowed) => {
    expect(allowed(file, path, agent)).toBe(isAllowed);
  });
});

describe('lines as people write them', () => {
  const cases: [string, string][] = [
    ['LF', 'User-agent: *\nDisallow: /a'],
    ['CR', 'User-agent: *\rDisallow: /a\r'],
    ['CRLF', 'User-agent: *\r\nDisallow: /a\r\n'],
    ['mixed ends', 'User-agent: *\r\n\rDisallow: /a\n'],
    ['upper case', 'USER-AGENT: *\nDISALLOW: /a'],
    ['odd case', 'uSeR-aGeNt: *\ndisALLOW: /a'],
    ['white space', ' \t User-agent \t : \t * \t \n\tDisallow\t:\t/a\t'],
    ['no white space', 'User-agent:*\nDisallow:/a'],
    ['comment after', 'User-agent: * # all\nDisallow: /a # not this'],
    ['comment at once', 'User-agent: *# all\nDisallow: /a#x'],
    ['comment lines', '# one\nUser-agent: *\n#two\nDisallow: /a'],
    ['no colon', 'User-agent *\nDisallow /a'],
    ['no colon, lower case, tab', 'user-agent\t*\ndisallow\t/a'],
    ['useragent', 'Useragent: *\nDisallow: /a'],
    ['user agent', 'User agent: *\nDisallow: /a'],
    ['dissallow', 'User-agent: *\nDissallow: /a'],
    ['disalow', 'User-agent: *\nDisalow: /a'],
    ['diasllow', 'User-agent: *\nDiasllow: /a'],
    ['byte order mark', '\ufeffUser-agent: *\nDisallow: /a'],
    ['no-break space is no space', 'User-agent: *\nDisallow: /a\nDisallow:\u00a0/b'],
  ];
  it.each(cases)('%s', (_, file) => {
    expect(allowed(file, '/a')).toBe(false);
    expect(allowed(file, '/b')).toBe(true);
  });

  it.each([
    ['three words without a colon', 'User-agent: *\nDisallow /a b'],
    ['one word', 'User-agent: *\nDisallow'],
    ['comment before the value', 'User-agent: *\nDisallow: #/a'],
    ['commented out', 'User-agent: *\n#Disallow: /a'],
    ['byte order mark in the middle', 'User-agent: *\n\ufeffDisallow: /a'],
    ['binary', '\u0000\u0001\u0002'],
    ['a web page', '<!doctype html><html><body>Not found</body></html>'],
  ])('%s means nothing', (_, file) => {
    expect(allowed(file, '/a')).toBe(true);
  });

  it.each([[[0xef, 0xbb]], [[0xef]]])('passes over what is left of a byte order mark: %j', (mark) => {
    const file = Buffer.concat([Buffer.from(mark), Buffer.from('User-agent: *\nDisallow: /a')]);
    expect(allowed(file, '/a')).toBe(false);
  });

  it('reads paths that are not UTF-8 byte by byte', () => {
    const file = Buffer.from('User-agent: *\nDisallow: /caf\xe9', 'latin1');
    expect(allowed(file, '/caf%E9')).toBe(false);
    expect(allowed(file, '/caf%C3%A9')).toBe(true);
  });

  it('cuts a line that is too long, and still holds to its beginning', () => {
    const file = `User-agent: *\nDisallow: /${'a'.repeat(17_000)}/x\nDisallow: /b`;
    expect(allowed(file, `/${'a'.repeat(16_900)}`)).toBe(false);
    expect(allowed(file, `/${'a'.repeat(16_000)}`)).toBe(true);
    expect(allowed(file, '/b')).toBe(false);
  });

  it('keeps exactly as much of a long line as the most used parser does', () => {
    // What is kept of the line, its name included: 16,662 bytes.
    const kept = 2083 * 8 - 2;
    for (const name of ['Disallow: ', 'Allow: ']) {
      const path = `/${'a'.repeat(kept - name.length - 1)}`;
      const file = `User-agent: *\n${name === 'Allow: ' ? 'Disallow: /\n' : ''}${name}${path}b/c`;
      expect(allowed(file, `${path}x`)).toBe(name === 'Allow: ');
      expect(allowed(file, path.slice(0, -1))).toBe(name !== 'Allow: ');
    }
  });

  it('reads 500 KiB and no more', () => {
    const head = 'User-agent: *\n';
    const rule = 'Disallow: /a\n';
    const filler = (bytes: number): string => `#${'x'.repeat(bytes - 2)}\n`;
    const within = head + filler(MAX_ROBOTS_BYTES - head.length - rule.length) + rule;
    const beyond = head + filler(MAX_ROBOTS_BYTES - head.length) + rule;
    expect(within).toHaveLength(512_000);
    expect(allowed(within, '/a')).toBe(false);
    expect(allowed(beyond, '/a')).toBe(true);
  });
});

describe('the answer to the request (RFC 9309 §2.3.1)', () => {
  const file = 'User-agent: *\nDisallow: /a';
  it.each([
    [200, true, false],
    [203, true, false],
    [301, true, true],
    [400, true, true],
    [401, true, true],
    [403, true, true],
    [404, true, true],
    [410, true, true],
    [429, false, false],
    [500, false, false],
    [503, false, false],
    [599, false, false],
    [null, false, false],
  ])('status %s', (status, free, covered) => {
    const policy = parseRobots(file, status, 'newsmill');
    expect(robotsAllows(policy, 'https://news.example/b').allowed).toBe(free);
    expect(robotsAllows(policy, 'https://news.example/a').allowed).toBe(covered);
    expect(robotsAllows(policy, 'https://news.example/robots.txt').allowed).toBe(true);
  });
});

describe('delay and sitemaps', () => {
  it.each([
    ['User-agent: *\nCrawl-delay: 10', 10],
    ['User-agent: *\nCrawl-delay: 0.5\nDisallow: /a', 0.5],
    ['User-agent: *\nDisallow: /a\nCrawl-delay: 7', 7],
    ['User-agent: *\nCrawl-delay: 86400', 86_400],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['User-agent: *\nCrawl-delay: -3', null],
    ['User-agent: newsmill\nCrawl-delay: 3\nDisallow:\n\nUser-agent: *\nCrawl-delay: 9', 3],
    ['User-agent: newsmill\nDisallow:\n\nUser-agent: *\nCrawl-delay: 9', null],
    ['Crawl-delay: 9\nUser-agent: *\nDisallow:', null],
    ['User-agent: *\nCrawl-delay: 99999999999', 2_592_000],
  ])('%j', (file, delay) => {
    expect(parseRobots(file, 200, 'newsmill').crawlDelaySeconds).toBe(delay);
  });

  it('takes sitemaps from anywhere in the file, once each', () => {
    const file = [
      'Sitemap: https://news.example/one.xml',
      'User-agent: other',
      'sitemap:https://cdn.example/zwei-ä.xml',
      'Disallow: /',
      'Site-map: https://news.example/one.xml',
      'Sitemap: /relative.xml',
      'Sitemap: ftp://news.example/x.xml',
    ].join('\n');
    expect(parseRobots(file, 200, 'newsmill').sitemaps).toEqual([
      'https://news.example/one.xml',
      'https://cdn.example/zwei-%C3%A4.xml',
    ]);
  });
});

describe('the policy as data', () => {
  it('survives being stored', () => {
    const policy = parseRobots('User-agent: *\nDisallow: /a*b$\nAllow: /ä\nCrawl-delay: 2', 200, 'newsmill');
    expect(RobotsPolicy.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it('is decided by paths alone, however the URL is written', () => {
    const policy = parseRobots('User-agent: *\nDisallow: /a', 200, 'newsmill');
    for (const url of [
      'https://news.example/a#b',
      'https://u:p@news.example:8443/a',
      '//news.example/a',
      '/a',
    ]) {
      expect({ url, ...robotsAllows(policy, url) }).toEqual({ url, allowed: false, line: 2 });
    }
    for (const url of ['https://news.example#/a', 'https://news.example', 'https://news.example?/a', '']) {
      expect({ url, ...robotsAllows(policy, url) }).toEqual({ url, allowed: true, line: null });
    }
  });

  it('matches patterns as the regular expression they stand for would', () => {
    const alphabet = fc.constantFrom('a', 'b', '/', '*');
    const pattern = fc.tuple(fc.string({ unit: alphabet, maxLength: 8 }), fc.boolean());
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 10 }),
        ([middle, end], rest) => {
          const text = `/${middle}${end ? '$' : ''}`;
          const asExpression = new RegExp(`^/${middle.replaceAll('*', '.*')}${end ? '$' : ''}`);
          expect(allowed(`User-agent: *\nDisallow: ${text}`, `/${rest}`)).toBe(
            !asExpression.test(`/${rest}`),
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('takes no long time over patterns made to be slow', () => {
    const pattern = `/${'a*'.repeat(2000)}b`;
    expect(allowed(`User-agent: *\nDisallow: ${pattern}`, `/${'a'.repeat(16_000)}`)).toBe(true);
  });

  it('knows where the file lies and what it is read for', () => {
    expect(robotsUrlOf('https://news.example:8443/a/b?c#d')).toBe('https://news.example:8443/robots.txt');
    expect(productTokenOf('newsmill/0.1 (+https://news.example)')).toBe('newsmill');
    expect(productTokenOf('newsmill bot')).toBe('newsmill');
  });
});
