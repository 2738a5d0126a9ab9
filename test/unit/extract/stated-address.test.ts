import { describe, expect, it } from 'vitest';
import { NO_ADDRESS } from '../../../src/extract/extraction.ts';
import { articleHtml, contentOf } from './read.ts';

const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;
const og = (href: string): string => `<meta property="og:url" content="${href}">`;
const read = (head: string) =>
  contentOf(articleHtml({ head, after: '<p><img src="/a.jpg"></p>' }), { url: NO_ADDRESS });

describe('a page without an address', () => {
  it.each([
    ['its canonical address', canonical('https://www.herald.co.uk/news/bees#top'), 'markup'],
    ['og:url', og('https://www.herald.co.uk/news/bees'), 'opengraph'],
    [
      'og:url, where the canonical is the home page',
      canonical('https://www.herald.co.uk/') + og('https://www.herald.co.uk/news/bees'),
      'opengraph',
    ],
  ])('takes %s', (_, head, source) => {
    const content = read(head);
    expect(content).toMatchObject({ url: 'https://www.herald.co.uk/news/bees', provenance: { url: source } });
    expect(content.canonicalUrl).toBe(content.url);
  });

  it.each([
    ['a home page', canonical('https://www.herald.co.uk/')],
    ['two sites', canonical('https://www.herald.co.uk/news/bees') + og('https://other.com/news/bees')],
    ['a relative address', canonical('/news/bees')],
    ['no registered name', canonical('http://localhost/news/bees')],
    ['an address with a password', canonical('https://a:b@herald.co.uk/news/bees')],
    ['nothing', ''],
  ])('is not told by %s', (_, head) => {
    expect(read(head).url).toBe(NO_ADDRESS);
  });

  it('keeps the address it was given', () => {
    const html = articleHtml({ head: canonical('https://www.herald.co.uk/news/bees') });
    expect(contentOf(html).url).toBe('https://valley-herald.example/news/orchard-bees');
  });
});
