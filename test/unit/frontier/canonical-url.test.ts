import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CanonicalSettings, SWITCHABLE_RULES } from '../../../src/config/canonical.ts';
import { NewsmillError } from '../../../src/errors.ts';
import {
  CANONICAL_RULES,
  type CanonicalRule,
  canonicalOptionsOf,
  canonicalUrl,
  hostKeyOf,
} from '../../../src/frontier/canonical-url.ts';

describe('canonicalUrl', () => {
  const cases: [string, string, CanonicalRule[]][] = [
    ['http://news.example/a', 'http://news.example/a', []],
    ['http://news.example', 'http://news.example/', ['empty-path']],
    ['http://news.example?a=1', 'http://news.example/?a=1', ['empty-path']],
    ['http://news.example/a b?q=ü', 'http://news.example/a%20b?q=%C3%BC', ['percent-encoding']],
    ['  http://news.example/a\n', 'http://news.example/a', ['whitespace']],
    ['HTTP://News.EXAMPLE/Story', 'http://news.example/Story', ['scheme-case', 'host-case']],
    [
      'https://bücher.example/ä',
      'https://xn--bcher-kva.example/%C3%A4',
      ['idn-to-ascii', 'percent-encoding'],
    ],
    ['http://0x7f.1/', 'http://127.0.0.1/', ['ip-address']],
    ['http://[0:0::1]/', 'http://[::1]/', ['ip-address']],
    ['http://news.example./a', 'http://news.example/a', ['host-trailing-dot']],
    ['http://news.example:80/a', 'http://news.example/a', ['default-port']],
    ['https://news.example:443/a', 'https://news.example/a', ['default-port']],
    ['https://news.example:80/a', 'https://news.example:80/a', []],
    ['http://me:secret@news.example/a', 'http://news.example/a', ['userinfo']],
    ['http://news.example/a/./b/../c', 'http://news.example/a/c', ['dot-segments']],
    ['http://news.example/a/%2e%2E/c', 'http://news.example/c', ['dot-segments']],
    ['http://news.example/a#comments', 'http://news.example/a', ['fragment']],
    ['http://news.example/a#', 'http://news.example/a', ['fragment']],
    ['http://news.example/a#:~:text=words', 'http://news.example/a', ['fragment']],
    ['http://news.example/#!/story/7', 'http://news.example/#!/story/7', []],
    ['http://news.example/%7ejoe/%c3%a4', 'http://news.example/~joe/%C3%A4', ['percent-encoding']],
    ['http://news.example/a%2Fb', 'http://news.example/a%2Fb', []],
    ['http://news.example/100%', 'http://news.example/100%25', ['percent-encoding']],
    ['http://news.example/%4%31', 'http://news.example/%2541', ['percent-encoding']],
    ['http://news.example//a///b', 'http://news.example/a/b', ['duplicate-slashes']],
    [
      'http://archive.example/2020/http://a.example//b',
      'http://archive.example/2020/http://a.example/b',
      ['duplicate-slashes'],
    ],
    ['http://news.example/a/', 'http://news.example/a/', []],
    ['http://news.example/a?', 'http://news.example/a', ['empty-query']],
    ['http://news.example/a?&&b=1&', 'http://news.example/a?b=1', ['empty-query']],
    ['http://news.example/a?b=2&a=1', 'http://news.example/a?a=1&b=2', ['sorted-query']],
    ['http://news.example/a?x=2&x=1', 'http://news.example/a?x=2&x=1', []],
    ['http://news.example/a?zeta&alpha', 'http://news.example/a?zeta&alpha', []],
    ['http://news.example/?q=a+b%20c', 'http://news.example/?q=a+b%20c', []],
    [
      'http://news.example/a?utm_source=x&utm_whatever=y&id=7',
      'http://news.example/a?id=7',
      ['tracking-parameters'],
    ],
    ['http://news.example/a?UTM_Source=x', 'http://news.example/a', ['tracking-parameters']],
    [
      'http://news.example/a?u%74m_source=x',
      'http://news.example/a',
      ['percent-encoding', 'tracking-parameters'],
    ],
    [
      'http://news.example/a?fbclid=1&gclid=2&dclid=3&mc_cid=4&mc_eid=5',
      'http://news.example/a',
      ['tracking-parameters'],
    ],
    ['http://news.example/a?ref=7&source=8', 'http://news.example/a?ref=7&source=8', []],
    ['http://news.example/a;jsessionid=0A1B?x=1', 'http://news.example/a?x=1', ['session-id']],
    [
      'http://news.example/(S(lit3py55t21z5v55vlm25s55))/a.aspx',
      'http://news.example/a.aspx',
      ['session-id'],
    ],
    ['http://news.example/a?PHPSESSID=0123456789abcdef&id=7', 'http://news.example/a?id=7', ['session-id']],
    ['http://news.example/a?sid=12345', 'http://news.example/a?sid=12345', []],
    ['http://news.example/a?sid=0123456789abcdef0123456789abcdef', 'http://news.example/a', ['session-id']],
    ['http:\\\\news.example\\a', 'http://news.example/a', ['backslashes']],
    ['http:news.example/a', 'http://news.example/a', ['backslashes']],
  ];
  it.each(cases)('%s', (url, expected, rules) => {
    expect(canonicalUrl(url)).toEqual({ url: expected, rules });
  });

  it.each([
    ['', 'invalid_url'],
    ['/only/a/path', 'invalid_url'],
    ['news.example/a', 'invalid_url'],
    ['http://', 'invalid_url'],
    ['http://./', 'invalid_url'],
    ['http://a b/', 'invalid_url'],
    [`http://${'a'.repeat(254)}/`, 'invalid_url'],
    [`http://news.example/${'a'.repeat(2048)}`, 'invalid_url'],
    ['ftp://news.example/a', 'unsupported_scheme'],
    ['javascript:alert(1)', 'unsupported_scheme'],
    ['data:text/html,hello', 'unsupported_scheme'],
    ['mailto:desk@news.example', 'unsupported_scheme'],
  ])('%s is refused', (url, code) => {
    expect(() => canonicalUrl(url)).toThrow(expect.objectContaining({ code }));
  });

  it('leaves out the rules a source does not want', () => {
    const without = new Set<CanonicalRule>(['fragment', 'sorted-query', 'tracking-parameters']);
    const url = 'http://news.example/a?z=1&utm_source=x#part';
    expect(canonicalUrl(url, { without })).toEqual({ url, rules: [] });
  });

  it('drops a trailing slash and further parameters where a source asks for it', () => {
    const options = { trailingSlash: 'remove', removeParameters: new Set(['ref']) } as const;
    expect(canonicalUrl('http://news.example/a//?ref=x', options).url).toBe('http://news.example/a');
    expect(canonicalUrl('http://news.example/?ref=x', options).url).toBe('http://news.example/');
  });

  it('keeps the parameters that pick a page on this source', () => {
    const options = canonicalOptionsOf(CanonicalSettings.parse({ keepParameters: ['CMP'] }));
    expect(canonicalUrl('http://news.example/a?cmp=7&utm_source=x', options)).toEqual({
      url: 'http://news.example/a?cmp=7',
      rules: ['tracking-parameters'],
    });
  });

  it('every rule that a source can switch off does something while it is on', () => {
    const samples: Record<(typeof SWITCHABLE_RULES)[number], string> = {
      'host-trailing-dot': 'http://news.example./a',
      fragment: 'http://news.example/a#b',
      'session-id': 'http://news.example/a;jsessionid=1',
      'percent-encoding': 'http://news.example/%7ea',
      'duplicate-slashes': 'http://news.example/a//b',
      'tracking-parameters': 'http://news.example/a?utm_source=x',
      'empty-query': 'http://news.example/a?&b=1',
      'sorted-query': 'http://news.example/a?b=1&a=1',
    };
    for (const rule of SWITCHABLE_RULES) {
      const url = samples[rule];
      expect(canonicalUrl(url).rules).toEqual([rule]);
      const options = canonicalOptionsOf(CanonicalSettings.parse({ without: [rule] }));
      expect(canonicalUrl(url, options)).toEqual({ url, rules: [] });
    }
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%',
      '%2',
      '%2e',
      '%41',
      '%c3%a4',
      ';jsessionid=1',
      ':',
      '?',
      '&',
      '=',
      '#',
      '#!',
      '@',
    ),
    fc.constantFrom(
      'utm_source=a',
      'sid=',
      'PHPSESSID=1',
      'a=1',
      'b',
      'ä',
      '(S(abcdefgh))',
      '\\',
      ' ',
      '+',
      'http://x',
    ),
    fc.string({ maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const messyUrl = fc
    .tuple(
      fc.constantFrom('http://', 'HTTPS://', 'http:\\\\', 'https://user@'),
      fc.constantFrom(
        'news.example',
        'News.Example.',
        'bücher.example:80',
        '127.1',
        '[::1]:8080',
        'a..b',
        '0x7f',
      ),
      fc.array(piece, { maxLength: 12 }),
    )
    .map(([scheme, host, pieces]) => `${scheme}${host}/${pieces.join('')}`);

  it('is idempotent, whatever the URL', () => {
    fc.assert(
      fc.property(
        fc.oneof(messyUrl, fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (url) => {
          fc.pre(URL.canParse(url));
          let once: string;
          try {
            once = canonicalUrl(url).url;
          } catch (error) {
            expect(error).toBeInstanceOf(NewsmillError);
            return;
          }
          expect(canonicalUrl(once)).toEqual({ url: once, rules: [] });
          expect(new URL(once).href).toBe(once);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('names each rule once, in order', () => {
    const { rules } = canonicalUrl(' HTTP://A@News.example.:80//x/../%7e?b=1&a=2&utm_a=1#f');
    expect(rules).toEqual(CANONICAL_RULES.filter((rule) => rules.includes(rule)));
    expect(rules.length).toBeGreaterThan(9);
  });
});

describe('hostKeyOf', () => {
  it.each([
    ['https://News.example:443/a', 'news.example'],
    ['http://news.example:8080/a', 'news.example:8080'],
    ['http://news.example./a', 'news.example'],
    ['http://[::1]:81/', '[::1]:81'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('%s', (url, key) => {
    expect(hostKeyOf(url)).toBe(key);
  });

  it('refuses what is not fetched', () => {
    expect(() => hostKeyOf('file:///etc/passwd')).toThrow(
      expect.objectContaining({ code: 'unsupported_scheme' }),
    );
  });
});
