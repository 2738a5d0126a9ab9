import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, failureOf, PARAGRAPHS, TITLE } from './read.ts';

/** What an RSS item's `content:encoded` holds: no headline, some of what surrounds an article, no document around it. */
const FED = `<figure><img src="/hives.jpg"><figcaption>The hives. Photo: Ann Lee</figcaption></figure>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}<p>Read more: <a href="/x">The mill by the river</a></p><p>The post <a href="/y">Orchard keeps bees</a> appeared first on <a href="/">Valley Herald</a>.</p><img src="https://count.example/pixel.gif" width="1" height="1">`;
const hints = { title: TITLE, published: '2025-05-30T08:00:00Z', authors: ['Nora Quell'], content: FED };
const shell =
  '<html lang="en"><head><title></title></head><body><div id="root"></div><script src="a.js"></script></body></html>';
const short = `<html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p></article></body></html>`;

describe('the text that a feed carries', () => {
  it.each([
    ['of a page that scripts write', shell],
    ['of a page that shows the beginning', short],
  ])('stands in %s, cleaned like any other', (_, html) => {
    const content = contentOf(html, { hints });
    expect(content.text.split('\n')).toEqual(PARAGRAPHS);
    expect(content).toMatchObject({
      title: TITLE,
      authors: ['Nora Quell'],
      published: '2025-05-30T08:00:00.000Z',
    });
    expect(content.provenance).toMatchObject({ text: 'feed', authors: 'feed', published: 'feed' });
    expect(content.markdown).toContain('hives.jpg');
  });

  it('is read by itself like a page, with what the feed says of it', () => {
    const { content: _, ...said } = hints;
    const content = contentOf(FED, { hints: said });
    expect(content.text.split('\n')).toEqual(PARAGRAPHS);
    expect(content).toMatchObject({ title: TITLE, authors: ['Nora Quell'] });
  });

  it('stands behind a page that shows as much, says that it is not free, or is another thing', () => {
    expect(contentOf(articleHtml(), { hints }).provenance.text).toBe('readability');
    const paid = short.replace('<title>', '<meta property="article:content_tier" content="locked"><title>');
    expect(failureOf(paid, { hints }).code).toBe('paywall_stub');
    const missing =
      '<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>';
    expect(failureOf(missing, { hints }).code).toBe('soft_not_found');
    const check = '<html><head><title>Just a moment...</title></head><body><p>Checking.</p></body></html>';
    expect(failureOf(check, { hints }).code).toBe('bot_challenge');
  });

  it('is no article where it is a teaser', () => {
    expect(failureOf(shell, { hints: { ...hints, content: '<p>Bees on a roof.</p>' } }).code).toBe(
      'needs_browser',
    );
  });
});
