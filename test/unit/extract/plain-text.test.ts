import { describe, expect, it } from 'vitest';
import type { ArticleContent } from '../../../src/article/article.ts';
import { linesOfText } from '../../../src/extract/plain/wrapped-lines.ts';
import { contentOf, PARAGRAPHS, TITLE } from './read.ts';

const BODY = PARAGRAPHS.join('\n');

function read(text: string): ArticleContent {
  return contentOf(text, { contentType: 'text/plain; charset=utf-8' });
}

/** A paragraph as programs break it: each line takes all words that fit. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

describe('text broken at a fixed width', () => {
  it.each([60, 72, 78])('is one line a paragraph again (%i columns)', (width) => {
    const text = [TITLE, 'By Nora Quell', ...PARAGRAPHS.map((each) => wrap(each, width))].join('\n\n');
    expect(read(text)).toMatchObject({ title: TITLE, authors: ['Nora Quell'], text: BODY });
  });

  it('with one line longer than all others, and without blank lines between paragraphs', () => {
    const wrapped = PARAGRAPHS.map((each) => wrap(each, 72));
    const long = wrapped.map((each, i) => (i === 0 ? `In the valley of the long river ${each}` : each));
    expect(linesOfText(long.join('\n\n'))).toEqual([
      `In the valley of the long river ${PARAGRAPHS[0]}`,
      ...PARAGRAPHS.slice(1),
    ]);
    // The last line of each of these leaves room for the next paragraph's first word.
    expect(linesOfText(wrapped.join('\n'))).toEqual(PARAGRAPHS);
  });

  it('in scripts without blanks too, and words at their own hyphens', () => {
    const han =
      '谷の議会は火曜日の夜、昨年春の洪水で流された古い石橋を再建することを決めた。会場の古い講堂は住民で埋まった。'.repeat(
        3,
      );
    const lines = han.match(/.{1,30}/gu) ?? [];
    expect(lines.length).toBeGreaterThan(4);
    expect(linesOfText(lines.join('\n'))).toEqual([han]);
    const hyphens = `${wrap(PARAGRAPHS[0] ?? '', 72)} and so the people of the far well-\nknown valley came`;
    expect(linesOfText(hyphens).at(-1)).toContain('the far well-known valley');
  });

  it('but items, verses, tables and lines of their own stay', () => {
    const wrapped = PARAGRAPHS.map((each) => wrap(each, 72)).join('\n\n');
    const items = ['- one hive for the roof of the school', '- two hives for the meadow behind it'];
    const table = [
      'roof      11 hives      440,000 bees in the summer of the year',
      'meadow     2 hives       80,000 bees',
    ];
    const lines = linesOfText(`${wrapped}\n\n${items.join('\n')}\n\n${table.join('\n')}`);
    expect(lines.slice(0, PARAGRAPHS.length)).toEqual(PARAGRAPHS);
    expect(lines.slice(PARAGRAPHS.length)).toEqual([
      ...items,
      ...table.map((row) => row.replace(/ +/g, ' ')),
    ]);
    const verses = [
      'The bees above the school were slow to rise',
      'The morning held its breath below the eaves',
      'And all the children watched with narrow eyes',
      'The keeper lift his hands among the leaves',
      'And nobody was stung that summer long',
    ];
    expect(linesOfText(verses.join('\n'))).toEqual(verses);
    expect(linesOfText(PARAGRAPHS.join('\n'))).toEqual(PARAGRAPHS);
  });
});

describe('what wire services write around a text', () => {
  const signed = (before: string, behind: string): ArticleContent =>
    read([TITLE, `${before}${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1), behind].join('\n\n'));

  it('is day, agency and author, and the dateline stays in its sentence', () => {
    const article = signed(
      'HARROW VALLEY, May 12, 2025 (Reuters) - ',
      '(Reporting by Nora Quell and Jon Marsh; Editing by Tom Hale)',
    );
    expect(article).toMatchObject({
      authors: ['Nora Quell', 'Jon Marsh'],
      organisations: ['Reuters'],
      published: '2025-05-12T00:00:00.000Z',
      publishedPrecision: 'day',
      text: `HARROW VALLEY, May 12, 2025 (Reuters) - ${BODY}`,
    });
    expect(article.provenance).toMatchObject({ authors: 'plain-text', published: 'plain-text' });
  });

  it('the agency signs where nobody else does; a day without its year is none', () => {
    expect(signed('Harrow, 12 mai (AFP) – ', '')).toMatchObject({
      authors: ['AFP'],
      organisations: ['AFP'],
      published: null,
    });
  });

  it('but a sentence that begins so, and one in brackets, are text', () => {
    const opening = 'The orchard of May 12, 2019 (long gone) - ';
    const closing = '(The hives were written about by many, and the town has sold its honey since.)';
    expect(signed(opening, closing)).toMatchObject({
      authors: [],
      published: null,
      text: `${opening}${BODY}\n${closing}`,
    });
  });
});

describe('marks and labels of a headline', () => {
  it.each([
    ['Markdown', `# ${TITLE} #`],
    ['an underlined line', `${TITLE}\n====================`],
    ['a label', `Title: ${TITLE}\nURL: https://valley-herald.example/a/b\nAuthor: Nora Quell`],
    ['a label in quotes', `Titre : "${TITLE}"`],
    ['front matter', `---\ntitle: '${TITLE}'\n---`],
  ])('%s', (_, head) => {
    expect(read(`${head}\n\n${PARAGRAPHS.join('\n\n')}`)).toMatchObject({ title: TITLE, text: BODY });
  });

  it('a label below the headline is a fact that the text tells', () => {
    const facts = 'Title: The quiet meadow\nAuthor: John Marsh\nPublisher: Harbour Press';
    expect(read(`${TITLE}\n\n${facts}\n\n${PARAGRAPHS.join('\n\n')}`).title).toBe(TITLE);
  });

  it('a heading further down is one, without its signs', () => {
    const [first, ...rest] = PARAGRAPHS;
    const article = read([TITLE, first, '## Eleven hives', ...rest].join('\n\n'));
    expect(article.title).toBe(TITLE);
    expect(article.text.split('\n')[1]).toBe('Eleven hives');
    expect(article.markdown).toContain('\n\n## Eleven hives\n\n');
  });
});
