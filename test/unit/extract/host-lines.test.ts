/** Lines that a host prints in many of its articles. */
import { describe, expect, it } from 'vitest';
import { type HostLines, learnLines, NO_LINES, repeatedLines } from '../../../src/article/host-lines.ts';
import { lineKey, lineKeys } from '../../../src/extract/body/host-lines.ts';
import { extractPage } from '../../../src/extract/extract.ts';
import { articleHtml, contentOf, inputOf, PARAGRAPHS } from './read.ts';

const learnt = (articles: readonly (readonly string[])[]): HostLines =>
  articles.reduce((known, lines) => learnLines(known, lines), NO_LINES);
const ownLines = (article: number, count = 25): string[] =>
  Array.from({ length: count }, (_, i) => `line ${i} of ${article}`);

describe('what is learnt of a host’s lines', () => {
  it('is what stands in a third of them, once there are some', () => {
    const articles = Array.from({ length: 9 }, (_, i) => [...ownLines(i), 'read by thousands']);
    expect(repeatedLines(learnt(articles.slice(0, 5)))).toEqual([]);
    expect(repeatedLines(learnt(articles))).toEqual(['read by thousands']);
  });

  it('is not what one series of many has in common', () => {
    const articles = Array.from({ length: 100 }, (_, i) => [
      ...ownLines(i),
      ...(i % 5 === 0 ? ['the war began in May'] : []),
    ]);
    expect(repeatedLines(learnt(articles))).toEqual([]);
  });

  it('takes an article’s line once, however often it stands there', () => {
    expect(repeatedLines(learnt([Array.from({ length: 20 }, () => 'la la la')]))).toEqual([]);
  });

  it('is bounded, and finds what is repeated among thousands of lines that are not', () => {
    const known = learnt(Array.from({ length: 450 }, (_, i) => [...ownLines(i), 'read by thousands']));
    expect(Object.keys(known.counts).length).toBeLessThanOrEqual(128);
    expect(repeatedLines(known)).toEqual(['read by thousands']);
  });

  it('follows a host that changes its design', () => {
    const before = learnt(Array.from({ length: 600 }, (_, i) => [...ownLines(i), 'the old line']));
    const after = Array.from({ length: 1500 }, (_, i) => [...ownLines(i), 'the new line']).reduce(
      (known, lines) => learnLines(known, lines),
      before,
    );
    expect(repeatedLines(after)).toEqual(['the new line']);
  });
});

describe('an article of a host whose lines are known', () => {
  const appeal = 'The friends of the orchard meet under the clock every first Sunday of the month.';
  const read = (html: string, lines: readonly string[]) =>
    extractPage(inputOf(html, { hostLines: lines.map(lineKey) }));

  it('loses them, and says which', () => {
    const html = articleHtml({ middle: `<p>${appeal}</p>` });
    expect(contentOf(html).text).toContain(appeal);
    const result = read(html, [appeal]);
    expect(result.content?.text.split('\n')).toEqual(PARAGRAPHS);
    expect(result.content?.html).not.toContain('clock');
    expect(result.failure === undefined && result.hostLines).toEqual([lineKey(appeal)]);
  });

  it('keeps headings, and short lines between its paragraphs', () => {
    const html = articleHtml({
      middle: '<h2>What it costs</h2><p>So they say.</p>',
      after: '<p>So they say.</p>',
    });
    const lines = read(html, ['What it costs', 'So they say.']).content?.text.split('\n');
    expect(lines).toEqual([
      ...PARAGRAPHS.slice(0, 2),
      'What it costs',
      'So they say.',
      ...PARAGRAPHS.slice(2),
    ]);
  });

  it('knows a line by its letters and digits', () => {
    expect(lineKey('So they say.')).toBe(lineKey('“So, they SAY”'));
    expect(new Set(lineKeys('one\ntwo\nthree')).size).toBe(3);
  });
});
