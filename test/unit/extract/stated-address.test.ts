import { describe, expect, it } from 'vitest';
import { asGiven } from '../../../src/extract/addressless.ts';
import { explainPage } from '../../../src/extract/explain.ts';
import { explanationAsText } from '../../../src/extract/explain-format.ts';
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

  describe('is given out without a made-up one', () => {
    const html = articleHtml({
      head: '<link rel="canonical" href="/bees"><meta property="og:image" content="/lead.jpg"><link rel="next" href="/bees?page=2">',
      after:
        '<p>More of it stands <a href="/more">on the roofs</a> of the valley.</p><p><img src="/a.jpg"></p>',
    });

    it('in the article', () => {
      const content = contentOf(html, { url: NO_ADDRESS });
      const given = asGiven(content);
      expect(JSON.stringify(given)).not.toContain('page.invalid');
      expect(given).toMatchObject({ url: null, canonicalUrl: null, image: '/lead.jpg', text: content.text });
      expect(given.markdown).toContain('[on the roofs](/more)');
      expect(given.html).toContain('<a href="/more">on the roofs</a>');
      expect(given.provenance).not.toHaveProperty('url');
      expect(given.confidence).not.toHaveProperty('canonicalUrl');
    });

    it('in the explanation', () => {
      const input = {
        bytes: new TextEncoder().encode(html),
        url: NO_ADDRESS,
        contentType: 'text/html',
        fetchedAt: 0,
      };
      const text = explanationAsText(explainPage(input));
      expect(text).not.toContain('page.invalid');
      expect(text).toContain('canonicalUrl: –');
    });

    it('and changes nothing where there is an address', () => {
      const content = contentOf(html);
      expect(asGiven(content)).toBe(content);
    });
  });
});
