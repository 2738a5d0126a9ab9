import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf } from './read.ts';

type Parts = Parameters<typeof articleHtml>[0];
const published = (parts: Parts): string | null => contentOf(articleHtml(parts)).published;

describe('a day that is not the article’s', () => {
  it.each([
    'The fair of 12 May 2019 is remembered in the valley as the day on which the old mill burnt down to its walls.',
    'Since the flood of 12 May 2019 nobody lives here.',
    'The fair of <b>12 May 2019</b> is remembered in the valley as the day on which the old mill burnt down to its walls.',
    'Nobody who saw the fair of <a href="/fair">12 May 2019</a> has forgotten how the mill burnt down to its walls that night.',
    'Seit dem Hochwasser vom 12. Mai 2019 wohnt an diesem Ufer des Flusses niemand mehr, und die alte Mühle dort steht leer.',
  ])('is of what a sentence tells: %s', (sentence) => {
    expect(published({ before: `<p>${sentence}</p>` })).toBeNull();
  });

  it('is of another story, linked in a box behind the text', () => {
    const row =
      '<li><a href="/x">The mill by the river</a><time datetime="2024-01-02">2 January 2024</time></li>';
    expect(published({ after: `<div class="sidebar"><ul>${row}</ul></div>` })).toBeNull();
    const card =
      '<div><h4><a href="/x">The mill by the river</a></h4><span class="date">2 January 2024</span></div>';
    expect(published({ after: `<div class="related">${card}</div>` })).toBeNull();
  });

  it('is of comments on several days, or of a few', () => {
    const comment = (day: number): string =>
      `<div class="comment"><b>Ada</b> <span class="date">${day} May 2025</span><p>So do we.</p></div>`;
    const list = (...days: number[]): string => `<div id="comments">${days.map(comment).join('')}</div>`;
    expect(published({ after: list(12, 14, 15, 20) })).toBeNull();
    expect(published({ after: list(12) })).toBeNull();
  });
});

describe('a day that is the article’s', () => {
  it.each([
    [
      '12 May 2025 – The fair is to begin at the mill, and all those who have ever lived in the valley are expected to come.',
    ],
    [
      'On 12 May 2025 the fair is to begin at the mill, and all those who have ever lived in the valley are expected to come.',
    ],
    [
      'HARROW, 12 May 2025 (Reuters) - The fair is to begin at the mill, and all who have lived in the valley are expected to come.',
    ],
    [
      'This article was written by our correspondent on 12 May 2025, and it was read by more people than any other of that year.',
    ],
    [
      'Press release of 12 May 2025, for whoever wants to tell others of the fair that is to begin at the mill in the valley.',
    ],
    ['Seen by all of the valley on 12 May 2025'],
  ])('%s', (line) => {
    expect(published({ before: `<p>${line}</p>` })?.slice(0, 10)).toBe('2025-05-12');
  });

  it('in a box beside the text that links nowhere else', () => {
    expect(
      published({
        after: '<div class="sidebar"><p><time datetime="2025-05-12">12 May 2025</time></p></div>',
      }),
    ).toContain('2025-05-12');
  });
});

describe('the change that a page shows', () => {
  const of = (
    line: string,
  ): { published: string | null; modified: string | null; from: string | undefined } => {
    const article = contentOf(articleHtml({ before: line }));
    return { published: article.published, modified: article.modified, from: article.provenance.modified };
  };
  const day = '2025-05-12T00:00:00.000Z';

  it.each([
    ['<p>Published: 12 May 2025</p><p>Updated: 13 May 2025, 10:30</p>'],
    ['<p>Published: 12 May 2025 | Last updated on Tuesday, 13 May 2025, 10:30</p>'],
    ['<p>12. Mai 2025, zuletzt aktualisiert am 13. Mai 2025, 10:30 Uhr</p>'],
    ['<p>Publié le 12 mai 2025 - Mis à jour le 13 mai 2025 à 10h30</p>'],
    ['<p>发布时间：2025年5月12日 更新：2025年5月13日 10:30</p>'],
  ])('%s', (line) => {
    expect(of(line)).toEqual({
      published: day,
      modified: '2025-05-13T10:30:00.000Z',
      from: 'visible-text',
    });
  });

  it('with the zone that its element states', () => {
    const line =
      '<p><time datetime="2025-05-12">12 May 2025</time> · Updated <time datetime="2025-05-13T10:30:00+02:00">13 May 2025</time></p>';
    expect(of(line)).toMatchObject({ published: day, modified: '2025-05-13T10:30:00.000+02:00' });
  });

  it('but not of a sentence, of another story, or before the publication', () => {
    for (const line of [
      '<p>Published: 12 May 2025</p><p>The town had the roof updated 13 May 2025.</p>',
      '<p>Published: 12 May 2025</p><p>Actualizan las tarifas el 20 de mayo de 2025</p>',
      '<p>Published: 12 May 2025</p><h2>Updated roofs: 20 May 2025 is the day</h2>',
      '<p>Published: 12 May 2025</p><aside><p>Updated: 13 May 2025, 10:30</p></aside>',
      '<p>Published: 12 May 2025</p><p>Updated: 3 May 2025</p>',
    ])
      expect(of(line)).toMatchObject({ published: day, modified: null });
  });
});
