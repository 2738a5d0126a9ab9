import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type DocumentKind, sniffDocument } from '../../../src/fetch/index.ts';

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

describe('sniffDocument', () => {
  const cases: [string, string | Uint8Array, string | null, DocumentKind][] = [
    ['a page', '<!DOCTYPE html><html><head><title>x</title></head></html>', 'text/html', 'html'],
    ['a page without a label', '<html><body>x</body></html>', null, 'html'],
    ['a page labelled as text', '<!doctype html>\n<html lang="en"><p>x', 'text/plain', 'html'],
    ['a page labelled as data', '<!doctype html><p>x', 'application/octet-stream', 'html'],
    ['a page after a comment', '<!-- cached -->\n<html><p>x', 'text/html', 'html'],
    ['only a doctype in reach', `<!doctype html><!-- ${'x'.repeat(9000)} -->`, null, 'html'],
    ['a doctype that never ends', `<!doctype ${'x'.repeat(9000)}`, null, 'html'],
    [
      'an old doctype',
      '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><HTML>',
      null,
      'html',
    ],
    [
      'XHTML',
      `${XML}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">`,
      'application/xhtml+xml',
      'html',
    ],
    ['a piece of a page', '<div><p>Harbour news</p></div>', 'text/html', 'html'],
    ['a piece of a page without a label', '<p>Harbour news</p>', null, 'html'],
    ['text labelled as a page', 'Harbour news', 'text/html; charset=utf-8', 'html'],
    ['text', 'Harbour news\n\nThe harbour opens at dawn.', 'text/plain', 'text'],
    ['text without a label', 'Harbour news', null, 'text'],
    ['text that begins with an angle', '<the harbour> opens', 'text/plain', 'text'],
    ['an escape sequence or two', `\x1b[1mHarbour\x1b[0m ${'news '.repeat(100)}`, 'text/plain', 'text'],
    ['RSS 2.0', `${XML}<rss version="2.0"><channel/></rss>`, 'application/rss+xml', 'xml-feed'],
    ['RSS labelled as a page', `${XML}<!-- made by x --><rss version="2.0">`, 'text/html', 'xml-feed'],
    ['RSS after blank lines', `\n\n  ${XML}<rss version="0.91">`, 'text/xml', 'xml-feed'],
    ['RSS with a byte order mark', `\ufeff${XML}<rss version="2.0">`, 'text/xml', 'xml-feed'],
    ['RSS with a style sheet', `${XML}<?xml-stylesheet href="x.xsl"?><rss>`, 'text/xml', 'xml-feed'],
    [
      'RSS with a document type',
      `${XML}<!DOCTYPE rss [<!ENTITY nbsp " ">]><rss version="0.91">`,
      'text/xml',
      'xml-feed',
    ],
    [
      'RSS 1.0',
      `${XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
      'application/rdf+xml',
      'xml-feed',
    ],
    ['Atom', `${XML}<feed xmlns="http://www.w3.org/2005/Atom">`, 'application/atom+xml', 'xml-feed'],
    ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', 'text/xml', 'xml-feed'],
    ['UTF-16 with a mark', Buffer.from('\ufeff<rss version="2.0">', 'utf16le'), 'text/xml', 'xml-feed'],
    ['UTF-16 without a mark', Buffer.from('<rss version="2.0">', 'utf16le'), null, 'xml-feed'],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
      'application/json',
      'json-feed',
    ],
    [
      'JSON Feed with escaped slashes',
      '{ "version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}',
      null,
      'json-feed',
    ],
    ['other JSON', '{"message":"hello"}', 'application/json', 'text'],
    [
      'a sitemap',
      `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
      'application/xml',
      'sitemap',
    ],
    ['a sitemap labelled as a page', `${XML}<urlset>`, 'text/html', 'sitemap'],
    ['a sitemap index', `${XML}<sitemapindex xmlns="x">`, 'text/xml', 'sitemap-index'],
    ['other XML', `${XML}<opml version="2.0">`, 'text/xml', 'binary'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml', 'binary'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf', 'pdf'],
    ['a PDF labelled as a page', '%PDF-1.4\n', 'text/html', 'pdf'],
    [
      'a PDF full of binary',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(500)]),
      'text/html',
      'pdf',
    ],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'text/html', 'binary'],
    ['gzip', gzipSync('<urlset>'), 'application/xml', 'binary'],
    ['zeros', new Uint8Array(2000), 'text/html', 'binary'],
    ['text labelled as an image', 'not found', 'image/png', 'binary'],
    ['nothing', '', 'text/html', 'empty'],
    ['white space', ' \r\n\t ', 'text/html', 'empty'],
    ['a byte order mark', '\ufeff', 'text/html', 'empty'],
  ];
  it.each(cases)('%s', (_, body, contentType, kind) => {
    expect(sniffDocument(typeof body === 'string' ? Buffer.from(body) : body, contentType)).toBe(kind);
  });
});
