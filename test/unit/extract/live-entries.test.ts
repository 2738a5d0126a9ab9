import { describe, expect, it } from 'vitest';
import { revisionKinds } from '../../../src/dedupe/revision/kinds.ts';
import { articleHtml, contentOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const at = (minute: number): string => `2025-05-31T10:${minute}:00+02:00`;
const update = (n: number) => ({
  '@type': 'BlogPosting',
  '@id': `${URL_OF_PAGE}#update-${n}`,
  headline: `What happened in minute ${n}`,
  datePublished: at(n),
  articleBody: `The keeper opened hive number ${n} and found it full.\nThe children counted the frames aloud.`,
});

function statedBlog(minutes: readonly number[]): string {
  const data = {
    '@type': 'LiveBlogPosting',
    headline: 'Orchard keeps bees on the school roof',
    liveBlogUpdate: minutes.map(update),
  };
  return articleHtml({ head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` });
}

describe('entries of a live blog', () => {
  it('are read from linked data, and are in the body', () => {
    const content = contentOf(statedBlog([30, 20]));
    expect(content.type).toBe('liveBlog');
    expect(content.entries).toEqual([
      {
        id: 'update-30',
        published: '2025-05-31T10:30:00.000+02:00',
        title: 'What happened in minute 30',
        text: 'The keeper opened hive number 30 and found it full.\nThe children counted the frames aloud.',
        html: '<p>The keeper opened hive number 30 and found it full.</p>\n<p>The children counted the frames aloud.</p>',
      },
      expect.objectContaining({ id: 'update-20' }),
    ]);
    expect(content.text.split('\n').slice(PARAGRAPHS.length)).toHaveLength(6);
    expect(content.markdown).toContain('hive number 20');
    expect(content.html).toContain('<h3>What happened in minute 30</h3>');
    expect(content.provenance.entries).toBe('json-ld');
  });

  it('without a text of their own stay out of the body', () => {
    const updates = [update(30), { '@type': 'BlogPosting', headline: 'A video of the hives' }];
    const data = { '@type': 'LiveBlogPosting', headline: 'Bees', liveBlogUpdate: updates };
    const content = contentOf(
      articleHtml({ head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` }),
    );
    expect(content.entries.map(({ title }) => title)).toContain('A video of the hives');
    expect(content.text).not.toContain('A video of the hives');
  });

  it('that are added are growth of the content', () => {
    const [before, after] = [contentOf(statedBlog([20])), contentOf(statedBlog([30, 20]))];
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(revisionKinds(before, after).map(({ kind }) => kind)).toEqual(['growth']);
  });

  it('are read from markup that calls itself a live blog', () => {
    const entry = (n: number): string =>
      `<li id="post-${n}"><time datetime="${at(n)}">10:${n}</time><h3>Minute ${n}</h3><p>The keeper opened hive number ${n} and found <b>it</b> full of honey again.</p></li>`;
    const list = (name: string): string =>
      articleHtml({ after: `<ul class="${name}">${[30, 20, 10].map(entry).join('')}</ul>` });
    const content = contentOf(list('live-blog-posts'));
    expect(content.type).toBe('liveBlog');
    expect(content.entries.map(({ id, title }) => [id, title])).toEqual([
      ['post-30', 'Minute 30'],
      ['post-20', 'Minute 20'],
      ['post-10', 'Minute 10'],
    ]);
    expect(content.entries[0]).toMatchObject({
      published: '2025-05-31T10:30:00.000+02:00',
      text: 'The keeper opened hive number 30 and found it full of honey again.',
      html: '<p>The keeper opened hive number 30 and found <b>it</b> full of honey again.</p>',
    });
    expect(content.text.match(/hive number 30/g)).toHaveLength(1);
    // A list of dated links is none.
    expect(contentOf(list('latest-news'))).toMatchObject({ type: 'article', entries: [] });
  });

  const TEXT = 'The keeper opened a hive, found it full of honey and counted the frames aloud, one by one.';
  const clock = (n: number): string => `<time datetime="${at(n)}">10:${n}</time>`;
  const MINUTES = [40, 30, 20, 10];
  const entries = (entry: (n: number) => string): string => MINUTES.map(entry).join('');
  const box = (n: number): string =>
    `<div class="e">${clock(n)}<h3>Minute ${n}</h3><p>${n}. ${TEXT}</p></div>`;
  const span = (n: number): string =>
    `<div data-id="e${n}"><span class="zeit">10:${n} Uhr</span><h3>Minute ${n}</h3><p>${n}. ${TEXT}</p></div>`;
  const line = (n: number): string => `<p><b>10.${n}:</b> ${n}. ${TEXT}</p><p>And again.</p>`;
  const flat = (n: number): string => `${clock(n)}<h3>Minute ${n}</h3><p>${n}. ${TEXT}</p>`;
  /** A page of entries alone, whose text does not hide what is told by them. */
  const page = (title: string, markup: string): string =>
    `<!doctype html><html><head><title>${title}</title></head><body><main><h1>${title}</h1>${markup}</main></body></html>`;
  const LIVE_URL = 'https://valley-herald.example/live/bees-on-the-roof';
  const list = (name: string, markup: string): string => `<div class="${name}">${markup}</div>`;

  const SHOWN: [string, string, string | undefined][] = [
    ['without ids', page('Bees', list('live-blog', entries(box))), undefined],
    ['by the address', page('Bees', list('x', entries(box))), LIVE_URL],
    ['by a French class', page('Bees', list('direct', entries(box))), undefined],
    ['by a German class, without time elements', page('Bees', list('ticker', entries(span))), undefined],
    ['by a Spanish title', page('Abejas: minuto a minuto', list('x', entries(box))), undefined],
    ['by a Russian title', page('Пчёлы: онлайн', list('x', entries(box))), undefined],
    ['by a Turkish address', page('Arılar', list('x', entries(box))), 'https://a.example/canli-anlatim/ari'],
    ['in lines that begin with a time', page('Liveticker: Bienen', entries(line)), undefined],
    ['beside each other', page('Live: Bees', entries(flat)), undefined],
  ];
  it.each(SHOWN)('are read from markup %s', (_, html, url) => {
    const content = contentOf(html, url === undefined ? {} : { url });
    expect(content.type).toBe('liveBlog');
    expect(content.entries).toHaveLength(4);
    expect(content.entries.map(({ text }) => text.slice(0, 2))).toEqual(['40', '30', '20', '10']);
    expect(new Set(content.entries.map(({ id }) => id)).size).toBe(4);
    expect(content.entries[0]?.text).not.toMatch(/10[.:]40/);
  });

  const ARTICLES: [string, string, string | undefined][] = [
    ['a timeline', articleHtml({ middle: list('timeline', entries(box)) }), undefined],
    [
      'a timeline in an article about a live show',
      articleHtml({ middle: entries(line), title: 'Where bees live in town' }),
      undefined,
    ],
    [
      'a ticker beside it',
      articleHtml({ after: list('ticker', MINUTES.map((n) => `<p>${clock(n)} News</p>`).join('')) }),
      undefined,
    ],
    [
      'a chronicle of years',
      page('Live: Bees', MINUTES.map((n) => `<p><b>19${n}</b> ${TEXT}</p>`).join('')),
      undefined,
    ],
    ['comments', articleHtml({ after: list('c', entries(box)) }), undefined],
    [
      'teasers',
      page(
        'Live',
        MINUTES.map(
          (n) => `<div>${clock(n)}<h3><a href="/n/${n}">Minute ${n}</a></h3><p>${TEXT}</p></div>`,
        ).join('') + articleHtml(),
      ),
      LIVE_URL,
    ],
  ];
  it.each(ARTICLES)('are not %s', (_, html, url) => {
    expect(contentOf(html, url === undefined ? {} : { url }).entries).toEqual([]);
  });
});
