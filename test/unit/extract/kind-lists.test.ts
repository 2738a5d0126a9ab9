/** Lists of articles whose headlines are no headings, and of few; and articles that have such lines. */
import { describe, expect, it } from 'vitest';
import { contentOf, failureOf, PARAGRAPHS } from './read.ts';

const HEADLINES = [
  'The bridge that moved in the night',
  'Forty pupils paint the town hall wall',
  'New timetable for the valley line',
  'Why the melons came late this year',
  'The last miller of the dale retires',
  'Rain stops the regatta once again',
  'A choir without a conductor sings',
  'How the baker saved the spring fair',
];
const SUMMARY =
  'The council spoke on Tuesday about what it wants to do, and experts had warned that it would take long.';
const NEAR = { url: 'https://valley-herald.example/tag/bridge' };

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title} | Valley Herald</title></head><body>
  <header><a href="/">Valley Herald</a></header><main><h1>${title}</h1>${body}</main></body></html>`;

const each = (card: (headline: string, at: number) => string, most = HEADLINES.length): string =>
  HEADLINES.slice(0, most).map(card).join('');

describe('a list of articles', () => {
  it.each([
    [
      'in boxes',
      each((headline, at) => `<div><div><a href="/news/${at}">${headline}</a></div><p>${SUMMARY}</p></div>`),
    ],
    [
      'in links around headline and summary',
      each((headline, at) => `<a href="/news/${at}"><span>${headline}</span><span>${SUMMARY}</span></a>`),
    ],
    [
      'below pictures',
      each(
        (headline, at) =>
          `<figure><a href="/news/${at}"><img src="/${at}.jpg" width="600"></a><figcaption><a href="/news/${at}">${headline}</a></figcaption></figure>`,
      ),
    ],
    [
      'of four, under headings',
      each((headline, at) => `<div><h2><a href="/news/${at}">${headline}</a></h2><p>${SUMMARY}</p></div>`, 4),
    ],
  ])('%s', (_, list) => {
    expect(failureOf(page('Bridge', `<section>${list}</section>`), NEAR).code).toBe('hub_page');
  });
});

describe('an article with lines that are links', () => {
  const links = each((headline, at) => `<li><a href="/news/${at}">${headline}</a></li>`);
  it.each([
    ['behind it', `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}<ul>${links}</ul>`],
    [
      'between its paragraphs',
      PARAGRAPHS.map((text, at) => `<p>${text}</p><p><a href="/news/${at}">${HEADLINES[at]}</a></p>`).join(
        '',
      ),
    ],
    [
      'in its sentences',
      each(
        (headline, at) => `<p>${SUMMARY} <a href="/news/${at}">${headline}</a>, said Ann Lee on Monday.</p>`,
      ),
    ],
  ])('%s', (_, body) => {
    expect(contentOf(page('A week in the dale', `<article>${body}</article>`), NEAR).type).toBe('article');
  });
});
