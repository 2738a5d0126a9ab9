import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/extract/extract.ts';
import { articleHtml, contentOf, FETCHED_AT, failureOf, inputOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const bytesOf = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const failureOfBytes = (bytes: Uint8Array, contentType: string | null = 'text/html') =>
  extractPage({ bytes, url: URL_OF_PAGE, contentType, fetchedAt: FETCHED_AT }).failure;

describe('what is no page', () => {
  it.each([
    ['nothing', bytesOf(), 'empty_body'],
    ['white space', new TextEncoder().encode(' \n\t '), 'empty_body'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 and so on'), 'unsupported_type'],
    ['a PNG', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'unsupported_type'],
    ['a JPEG labelled as HTML', bytesOf(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'unsupported_type'],
    ['binary', Uint8Array.from({ length: 500 }, (_, i) => i % 7), 'unsupported_type'],
    [
      'a feed',
      new TextEncoder().encode('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'),
      'unsupported_type',
    ],
    [
      'a feed with titles and links',
      new TextEncoder().encode(
        `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><rss version="2.0"><channel><title>The valley</title><link>https://valley-herald.example/</link><item><title>Ferry</title><description>${PARAGRAPHS.join(' ')}</description></item></channel></rss>`,
      ),
      'unsupported_type',
    ],
  ])('%s', (_, bytes, code) => {
    expect(failureOfBytes(bytes)?.code).toBe(code);
  });

  it('is told by its type where the bytes are text', () => {
    expect(failureOfBytes(new TextEncoder().encode('{"a": 1}'), 'application/json')?.code).toBe(
      'unsupported_type',
    );
  });

  it('has more bytes than allowed', () => {
    const { failure } = extractPage(inputOf(articleHtml()), { limits: { maxBytes: 100 } });
    expect(failure).toMatchObject({ code: 'page_too_large', class: 'permanent' });
  });

  it.each([
    ['no address', 'invalid_url'],
    ['ftp://valley-herald.example/x', 'unsupported_scheme'],
    ['javascript:alert(1)', 'unsupported_scheme'],
  ])('%s', (url, code) => {
    expect(failureOf(articleHtml(), { url }).code).toBe(code);
  });
});

describe('what is no article', () => {
  const short = (title: string, body: string): string =>
    `<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

  it.each([
    [
      'a challenge by its title',
      short('Just a moment...', '<p>Waiting for valley-herald.example to respond</p>'),
      'bot_challenge',
      'Just a moment',
    ],
    [
      'a challenge by its words',
      short('valley-herald.example', '<p>Please complete the security check to access the site.</p>'),
      'bot_challenge',
      'complete the security check',
    ],
    [
      'a consent wall',
      short(
        'Valley Herald',
        '<h2>Before you continue</h2><p>We and our 812 partners store cookies on your device.</p><button>Accept all</button>',
      ),
      'consent_wall',
      'Before you continue',
    ],
    [
      'a German consent wall',
      short(
        'Talbote',
        '<p>Weiter mit Werbung oder mit einem Abonnement lesen. Details in der Erklärung.</p>',
      ),
      'consent_wall',
      'Weiter mit Werbung',
    ],
    [
      'a login form',
      short('Members', '<form><input name="u"><input type="password" name="p"></form><p>Welcome back</p>'),
      'login_wall',
      'password',
    ],
    [
      'a missing page',
      short('Page not found | Valley Herald', '<p>The link may be broken. Try the search.</p>'),
      'soft_not_found',
      'Page not found',
    ],
    [
      'a missing page in French',
      short('Page introuvable', '<p>Cette page a été déplacée.</p>'),
      'soft_not_found',
      'Page introuvable',
    ],
    [
      'an empty application',
      short('Valley Herald', '<div id="root"></div><script src="a.js"></script><script src="b.js"></script>'),
      'needs_browser',
      'scripts',
    ],
    [
      'a page that wants scripts',
      short('Valley Herald', '<noscript></noscript><p>You need to enable JavaScript to run this app.</p>'),
      'needs_browser',
      'enable JavaScript',
    ],
    [
      'a shell of one script',
      short('Valley Herald', '<div id="__next"><p>Loading…</p></div><script src="a.js"></script>'),
      'needs_browser',
      '#__next',
    ],
    [
      'a shell with an element of its own',
      short('Valley Herald', '<app-root></app-root><script src="a.js"></script><footer>© Herald</footer>'),
      'needs_browser',
      '<app-root>',
    ],
    [
      'a notice in German for readers without scripts',
      short(
        'Talbote',
        '<noscript>Bitte aktivieren Sie JavaScript, um diese Seite zu lesen.</noscript><nav>Start</nav><script src="a.js"></script>',
      ),
      'needs_browser',
      'aktivieren Sie JavaScript',
    ],
    [
      'a notice in Japanese',
      short('谷報', '<noscript>JavaScriptを有効にしてください。</noscript><script src="a.js"></script>'),
      'needs_browser',
      'JavaScriptを有効',
    ],
    [
      'text that only scripts hold',
      short(
        '',
        `<nav>${'<a href="/x">Valley</a> '.repeat(40)}</nav><script type="application/json">${JSON.stringify({ body: PARAGRAPHS.join(' ').repeat(40) })}</script>`,
      ),
      'needs_browser',
      'data',
    ],
    [
      'places for text and no text',
      short(
        '',
        `${'<div class="line"></div>'.repeat(120)}<nav>${'<a href="/x">Valley</a>'.repeat(20)}</nav><script src="a.js"></script><script src="b.js"></script><script src="c.js"></script>`,
      ),
      'needs_browser',
      'elements',
    ],
  ])('%s', (_, html, code, evidence) => {
    const failure = failureOf(html);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(evidence);
  });

  it('never for a shell that has the article in it, or in its linked data', () => {
    const inside = articleHtml()
      .replace(/<body[^>]*>/, '$&<div id="root">')
      .replace('</body>', '</div><script src="a.js"></script></body>');
    expect(contentOf(inside).type).toBe('article');
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Orchard keeps bees', articleBody: PARAGRAPHS.join(' ') })}</script>`;
    const stated = `<html lang="en"><head><title>Orchard keeps bees</title>${head}</head><body><div id="root"></div><script src="a.js"></script></body></html>`;
    expect(contentOf(stated).text).toContain(PARAGRAPHS[0]);
  });

  it('a list of headlines', () => {
    const items = Array.from(
      { length: 20 },
      (_, i) => `<h2><a href="/story-${i}">Story number ${i} about the orchard and its bees</a></h2>`,
    );
    const failure = failureOf(short('Valley Herald', items.join('')), {
      url: 'https://valley-herald.example/',
    });
    expect(failure.code).toBe('hub_page');
    expect(failure.message).toContain('headlines');
  });

  it('a teaser of a paid article', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bees that nobody counted","isAccessibleForFree":false}</script>';
    const html = `<html lang="en"><head><title>The bees that nobody counted</title>${head}</head><body><article><h1>The bees that nobody counted</h1><p>Every morning the beekeeper climbs the ladder behind the school.</p></article></body></html>`;
    expect(failureOf(html)).toMatchObject({ code: 'paywall_stub', class: 'blocked' });
  });

  it('never for its words alone when it has a long text', () => {
    const middle =
      '<p>The site asked every reader to prove you are a human and to accept all cookies to continue, which page not found studies call a captcha.</p>'.repeat(
        8,
      );
    expect(contentOf(articleHtml({ middle })).type).toBe('article');
  });
});

describe('the type of an article', () => {
  const typed = (type: string): string =>
    articleHtml({
      head: `<script type="application/ld+json">{"@type":"${type}","headline":"Orchard keeps bees on the school roof"}</script>`,
    });

  it.each([
    ['NewsArticle', 'article'],
    ['LiveBlogPosting', 'liveBlog'],
    ['ImageGallery', 'gallery'],
    ['VideoObject', 'video'],
  ])('%s is %s', (type, expected) => {
    expect(contentOf(typed(type)).type).toBe(expected);
  });

  it('is brief under a hundred words', () => {
    const html = `<html lang="en"><head><title>Bees on the roof</title></head><body><article><h1>Bees on the roof</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></article></body></html>`;
    expect(contentOf(html).type).toBe('brief');
  });
});
