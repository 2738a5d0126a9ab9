/** Briefs above more teasers than text, and lists that begin with a headline and an introduction. */
import { describe, expect, it } from 'vitest';
import { contentOf, failureOf } from './read.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title} | Valley Herald</title></head><body><header><a href="/">Valley Herald</a></header><main>${body}</main></body></html>`;

const teasers = (card: (n: number) => string): string =>
  `<section><h2>More</h2>${Array.from({ length: 12 }, (_, n) => card(n)).join('')}</section>`;
const SUMMED = teasers(
  (n) =>
    `<div><h3><a href="/news/${n}">The council votes on bridge number ${n}</a></h3><p>The vote on bridge ${n} comes after a month of talks between the towns.</p></div>`,
);
const PICTURED = teasers(
  (n) =>
    `<div><img src="/${n}.jpg"><h3><a href="/news/${n}">The council votes on bridge number ${n}</a></h3></div>`,
);

const BRIEFS: readonly (readonly [string, string, string])[] = [
  [
    'no-ferry-to-the-island-on-sunday',
    'No ferry to the island on Sunday',
    'The ferry to the island will not run on Sunday, because the quay is being mended, the harbour office said.',
  ],
  [
    'keine-faehre-am-sonntag-zur-insel',
    'Keine Fähre am Sonntag zur Insel',
    'Am Sonntag fährt keine Fähre zur Insel, weil der Kai ausgebessert wird, teilte das Hafenamt mit.',
  ],
  [
    'news/20240517/481516',
    '日曜日の島へのフェリーは運休',
    '岸壁の工事のため、日曜日は島へのフェリーが運休すると港湾事務所が発表した。島の北の港へは、代わりのバスが朝の七時から夕方まで一時間ごとに走る予定だという。',
  ],
];

describe('a brief', () => {
  it.each(
    BRIEFS.flatMap(([path, title, text]) => [SUMMED, PICTURED].map((more) => [path, title, text, more])),
  )(
    'keeps its text, and nothing of a dozen teasers behind it: %s',
    (path = '', title = '', text = '', more = '') => {
      for (const html of [
        page(title, `<article><h1>${title}</h1><p>${text}</p></article>${more}`),
        page(title, `<article><h1>${title}</h1><p>${text}</p>${more}</article>`),
      ])
        expect(contentOf(html, { url: `https://valley-herald.example/${path}` })).toMatchObject({
          title,
          text,
          type: 'brief',
        });
    },
  );
});

describe('a list', () => {
  const title = 'News from the island and the valley';
  const intro =
    '<p>All that happens on the island and in the valley, told every day by those who live there.</p>';
  it.each([
    ['under a folder for subjects', '/topic/news-from-the-island-and-the-valley', intro + PICTURED],
    ['whose address names no story', '/news/island', intro + PICTURED],
    ['without an introduction', '/news-from-the-island-and-the-valley', SUMMED],
    ['with its introduction at the end', '/news-from-the-island-and-the-valley', SUMMED + intro],
  ])('%s', (_, path, body) => {
    const html = page(title, `<h1>${title}</h1>${body}`);
    expect(failureOf(html, { url: `https://valley-herald.example${path}` }).code).toBe('hub_page');
  });
});
