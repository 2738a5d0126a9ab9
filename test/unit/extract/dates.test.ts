import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/extract/fields/date-text.ts';
import { articleHtml, contentOf } from './read.ts';

const iso = (text: string, monthFirst = false): string | null => {
  const date = parseDate(text, { monthFirst });
  return date === null ? null : `${new Date(date.at).toISOString()} ${date.precision}`;
};

describe('parseDate', () => {
  it.each([
    ['2024-11-05T18:24:00+00:00', '2024-11-05T18:24:00.000Z second'],
    ['2024-11-05T18:24:07.123456+0130', '2024-11-05T16:54:07.000Z second'],
    ['2024-11-05 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['20241105', '2024-11-05T00:00:00.000Z day'],
    ['20241105T182400Z', '2024-11-05T18:24:00.000Z second'],
    ['1730831040', '2024-11-05T18:24:00.000Z second'],
    ['1730831040000', '2024-11-05T18:24:00.000Z second'],
    ['Tue, 05 Nov 2024 18:24:00 GMT', '2024-11-05T18:24:00.000Z second'],
    ['November 5th, 2024 at 6:24 p.m. EST', '2024-11-05T23:24:00.000Z minute'],
    ['Nov. 5, 2024', '2024-11-05T00:00:00.000Z day'],
    ['5. November 2024, 18:24 Uhr', '2024-11-05T18:24:00.000Z minute'],
    ['05.11.2024 - 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['le 5 novembre 2024 à 18h24', '2024-11-05T18:24:00.000Z minute'],
    ['5 de noviembre de 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 novembre 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 de março de 2024', '2024-03-05T00:00:00.000Z day'],
    ['5 maart 2024', '2024-03-05T00:00:00.000Z day'],
    ['5 listopada 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 ноября 2024 г., 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['5 листопада 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 Kasım 2024', '2024-11-05T00:00:00.000Z day'],
    ['٥ نوفمبر ٢٠٢٤', '2024-11-05T00:00:00.000Z day'],
    ['2024年11月5日 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['2024년 11월 5일', '2024-11-05T00:00:00.000Z day'],
    ['Published: 5 Nov 2024', '2024-11-05T00:00:00.000Z day'],
    ['2024.11.05. 오후 6:24', '2024-11-05T18:24:00.000Z minute'],
    ['2024년 11월 5일 오전 12시 24분', '2024-11-05T00:24:00.000Z minute'],
    ['2024年11月5日 下午6:24', '2024-11-05T18:24:00.000Z minute'],
    ['2024年11月5日18时24分', '2024-11-05T18:24:00.000Z minute'],
    ['2024年11月5日（火） 午後6時24分', '2024-11-05T18:24:00.000Z minute'],
    ['令和6年11月5日', '2024-11-05T00:00:00.000Z day'],
    ['令和元年11月5日', '2019-11-05T00:00:00.000Z day'],
    ['民國113年11月5日', '2024-11-05T00:00:00.000Z day'],
    ['5/11/2024 - 6:24 م', '2024-11-05T18:24:00.000Z minute'],
    ['5 نوفمبر 2024 - 6:24 صباحًا', '2024-11-05T06:24:00.000Z minute'],
    ['5 نوفمبر/تشرين الثاني 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 تشرين الثاني 2024', '2024-11-05T00:00:00.000Z day'],
    ['5 de noviembre de 2024, 6:24 p. m.', '2024-11-05T18:24:00.000Z minute'],
    ['5 Νοεμβρίου 2024, 6:24 μ.μ.', '2024-11-05T18:24:00.000Z minute'],
    ['5 Kasım 2024 Salı, 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['5 листопада, 2024, вівторок, 18:24', '2024-11-05T18:24:00.000Z minute'],
    ['Nov. 5, 2024 6:24 p.m. ET', '2024-11-05T23:24:00.000Z minute'],
    ['June 5, 2024 6:24 p.m. ET', '2024-06-05T22:24:00.000Z minute'],
    ['June 5, 2024 6:24 p.m. PT', '2024-06-06T01:24:00.000Z minute'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('reads 3/4/2024 by the habit of the language', () => {
    expect(iso('3/4/2024', true)).toBe('2024-03-04T00:00:00.000Z day');
    expect(iso('3/4/2024', false)).toBe('2024-04-03T00:00:00.000Z day');
    expect(iso('25/4/2024', true)).toBe('2024-04-25T00:00:00.000Z day');
  });

  it.each([
    '31 February 2024',
    '2024-13-01',
    'version 1.2.2024.5',
    'no date at all',
    'May 2024',
    '12:30',
    '99999999',
    '',
  ])('makes no day up: %s', (text) => {
    expect(iso(text)).toBeNull();
  });

  it('never throws and never leaves its span', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '12',
        ' November ',
        '2024',
        '-',
        '/',
        '. ',
        'de ',
        '年',
        ':',
        'T',
        'Z',
        '+',
        'Uhr',
        ' p.m.',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, monthFirst) => {
        const text = pieces.join('');
        const date = parseDate(text, { monthFirst });
        if (date === null) return;
        expect(date.at).toBeGreaterThanOrEqual(Date.UTC(1989, 11, 31));
        expect(date.at).toBeLessThanOrEqual(Date.UTC(2101, 0, 2));
        expect(date.end).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});

describe('dates of a page', () => {
  it.each([
    ['Actualizado: 26/11/2024 09:00 h. Creado: 25/11/2024 18:24 h.', '2024-11-25T18:24:00.000Z'],
    ['Обновлено: 06.11.2024 09:00', null],
    ['الثلاثاء، ٥ نوفمبر ٢٠٢٤ ٠٦:٢٤ م', '2024-11-05T18:24:00.000Z'],
    ['입력 2024.11.05. 오후 6:24 수정 2024.11.06. 오전 9:00', '2024-11-05T18:24:00.000Z'],
  ])('are read from what it shows: %s', (line, published) => {
    const before = `<p class="date">${line}</p>${published === null ? '<p>05.11.2024 18:24</p>' : ''}`;
    expect(contentOf(articleHtml({ before })).published).toBe(published ?? '2024-11-05T18:24:00.000Z');
  });

  const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
  const ld = (members: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Orchard keeps bees on the school roof', ...members })}</script>`;

  it('prefers linked data, and says where each date is from', () => {
    const article = contentOf(
      articleHtml({
        head:
          ld({ datePublished: '2025-05-02T08:00:00Z', dateModified: '2025-05-03T09:30:00Z' }) +
          meta('article:published_time', '2025-04-30T08:00:00Z'),
      }),
    );
    expect(article).toMatchObject({
      published: '2025-05-02T08:00:00.000Z',
      publishedPrecision: 'second',
      modified: '2025-05-03T09:30:00.000Z',
    });
    expect(article.provenance).toMatchObject({ published: 'json-ld', modified: 'json-ld' });
  });

  it('believes no date after the fetch', () => {
    const article = contentOf(
      articleHtml({
        head:
          ld({ datePublished: '2031-01-01T00:00:00Z', dateModified: '2031-01-02T00:00:00Z' }) +
          meta('article:published_time', '2025-04-30T08:00:00Z'),
      }),
    );
    expect(article).toMatchObject({ published: '2025-04-30T08:00:00.000Z', modified: null });
    expect(article.provenance.published).toBe('opengraph');
  });

  it('drops a modification before the publication', () => {
    const article = contentOf(
      articleHtml({
        head: ld({ datePublished: '2025-05-02T08:00:00Z', dateModified: '2025-05-01T08:00:00Z' }),
      }),
    );
    expect(article.modified).toBeNull();
  });

  it('takes the date near the headline, not those of other stories and comments', () => {
    const before = '<p class="meta"><span class="date">2 May 2025</span></p>';
    const after =
      '<div class="related"><time datetime="2025-05-20">20 May</time></div><div id="comments"><time datetime="2025-05-03">3 May</time></div>';
    const article = contentOf(articleHtml({ before, after }));
    expect(article).toMatchObject({ published: '2025-05-02T00:00:00.000Z', publishedPrecision: 'day' });
  });

  it('takes the date near a headline that is an h2, whatever the box around it is called', () => {
    const html = articleHtml({ before: '<p class="small">20.05.2025</p>' })
      .replaceAll('h1>', 'h2>')
      .replaceAll('article>', 'div>')
      .replace('<main>', `<div>${'<b></b>'.repeat(90)}</div><main><div class="teaser-body">`)
      .replace('</main>', '</div></main>');
    expect(contentOf(html).published).toBe('2025-05-20T00:00:00.000Z');
  });

  it('reads the day from the address', () => {
    const article = contentOf(articleHtml(), {
      url: 'https://valley-herald.example/2025/04/17/orchard-bees',
    });
    expect(article).toMatchObject({ published: '2025-04-17T00:00:00.000Z', publishedPrecision: 'day' });
    expect(article.provenance.published).toBe('url');
  });

  it('says nothing when the page says nothing', () => {
    expect(contentOf(articleHtml())).toMatchObject({
      published: null,
      publishedPrecision: null,
      modified: null,
    });
  });

  it('saves the date from JSON-LD that is broken beyond mending', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bees" "datePublished":"2025-05-02T08:00:00Z",}}</script>';
    expect(contentOf(articleHtml({ head })).published).toBe('2025-05-02T08:00:00.000Z');
  });

  const publishedOf = (parts: Parameters<typeof articleHtml>[0], url?: string): string | null =>
    contentOf(articleHtml(parts), url === undefined ? {} : { url }).published;

  it('keeps the zone that the page states, and with it the day', () => {
    const head = ld({
      datePublished: '2025-05-02T00:30:00+02:00',
      dateModified: '2025-05-02T21:15:00-04:30',
    });
    expect(contentOf(articleHtml({ head }))).toMatchObject({
      published: '2025-05-02T00:30:00.000+02:00',
      modified: '2025-05-02T21:15:00.000-04:30',
    });
  });

  it.each([
    ['a moment in UTC', '2025-05-01T22:30:00Z', '2025-05-02T00:30:00.000+02:00'],
    ['a time without a zone', '2025-05-02 00:30:00', '2025-05-02T00:30:00.000+02:00'],
    ['another moment', '2025-05-01T22:47:00Z', '2025-05-01T22:47:00.000Z'],
  ])('takes the zone from another statement of %s', (_, stated, published) => {
    const head = ld({ datePublished: stated }) + meta('date', 'Fri, 02 May 2025 00:30:00 +0200');
    expect(publishedOf({ head })).toBe(published);
  });

  it.each([
    ['a word for publication', '<p>Last change: 9 May 2025 Published on: 2 May 2025 © Herald</p>'],
    ['the first of two labels', '<p class="date">Written: 2 May 2025 / Updated: 3 May 2025</p>'],
    [
      'an attribute that its own text gainsays',
      '<time datetime="2025-05-20T10:18:46Z">Publié le 2 mai 2025</time>',
    ],
    ['two names of the month', '<p class="date">الجمعة 2 أيار / مايو 2025</p>'],
    ['bars between its parts', '<p class="date">02 | 05 | 2025</p>'],
  ])('reads a line with %s', (_, before) => {
    expect(publishedOf({ before })?.slice(0, 10)).toBe('2025-05-02');
  });

  it.each([
    ['the visit', '<p class="date">Aktuelles Datum: 20.05.2025</p>'],
    ['a member', '<p class="date">Joined: 20 May 2025</p>'],
  ])('is not that of %s', (_, before) => {
    expect(publishedOf({ before })).toBeNull();
  });

  it('is the shown one where a meta may mean the last change', () => {
    const before = '<time datetime="2025-05-02">2 May 2025</time>';
    expect(publishedOf({ head: '<meta name="date" content="2025-05-09">', before })?.slice(0, 10)).toBe(
      '2025-05-02',
    );
    expect(publishedOf({ head: '<meta name="date" content="2025-05-09">' })?.slice(0, 10)).toBe('2025-05-09');
  });

  it('comes from scripts that agree, and from the address of the preview picture', () => {
    const script = (...days: string[]): string =>
      days.map((day) => `<script>x={"publishedAt":"${day}"}</script>`).join('');
    expect(publishedOf({ head: script('2025-05-02T06:22:28+01:00', '2025-05-02') })).toBe(
      '2025-05-02T06:22:28.000+01:00',
    );
    expect(publishedOf({ head: script('2025-05-02', '2025-04-11') })).toBeNull();
    expect(
      publishedOf({
        head: meta('og:image', 'https://valley-herald.example/pics/2025/05/02/bees.jpg'),
      })?.slice(0, 10),
    ).toBe('2025-05-02');
  });

  it('comes from a meta whose own name says what it holds', () => {
    expect(publishedOf({ head: meta('herald:story:published_at', '2025-05-02T06:22:28Z') })).toBe(
      '2025-05-02T06:22:28.000Z',
    );
  });
});
