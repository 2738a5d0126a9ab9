import { expect, it } from 'vitest';
import { extractPage } from '../../../src/extract/extract.ts';
import { articlePage, fakeArticle } from '../../fakeweb/pages.ts';

function idsOf(head: string): readonly string[] {
  const result = extractPage({
    bytes: new TextEncoder().encode(articlePage(fakeArticle(3), { head })),
    url: 'https://paper.example/news/report',
    contentType: 'text/html; charset=utf-8',
    fetchedAt: Date.UTC(2026, 5, 1),
  });
  if (result.failure) throw new Error(result.failure.message);
  return result.publisherIds;
}
const jsonLd = (node: object): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url: 'https://paper.example/news/report',
    headline: fakeArticle(3).title,
    ...node,
  })}</script>`;

it.each([
  ['a meta element', '<meta name="article:id" content="881273">', ['881273']],
  ['another spelling', '<meta property="cXenseParse:recs:articleid" content="a-12">', ['a-12']],
  ['the number of a post', '<link rel="shortlink" href="https://paper.example/?p=4711">', ['post-4711']],
  ['an address', '<meta name="parsely-post-id" content="https://paper.example/news/report">', []],
  ['a date', '<meta name="dc.identifier" content="2026-03-01">', []],
  ['a word', '<meta name="article_id" content="undefined">', []],
  ['an endless one', `<meta name="article_id" content="${'1'.repeat(5000)}">`, []],
  ['nothing', '', []],
])('reads %s', (_, head, wanted) => {
  expect(idsOf(head)).toEqual(wanted);
});

it.each([
  ['text', { identifier: 'urn-55-x' }, ['urn-55-x']],
  ['a number', { identifier: 90_125 }, ['90125']],
  ['a property', { identifier: { '@type': 'PropertyValue', name: 'id', value: 'k7' } }, []],
  ['a longer property', { identifier: [{ '@type': 'PropertyValue', value: 'k77' }] }, ['k77']],
  ['an @id that is no address', { '@id': 'urn:uuid:7d1f0d0e' }, ['urn:uuid:7d1f0d0e']],
  ['an @id that is one', { '@id': 'https://paper.example/news/report#article9' }, []],
])('reads JSON-LD with %s', (_, node, wanted) => {
  expect(idsOf(jsonLd(node))).toEqual(wanted);
});
