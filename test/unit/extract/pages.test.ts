import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/extract/extract.ts';
import type { ExtractionResult } from '../../../src/extract/extraction.ts';
import { isNextPage, isSameBase } from '../../../src/extract/pages/continuation.ts';
import { MAX_PAGES } from '../../../src/extract/pages/join.ts';
import { readWhole } from '../../../src/extract/pages/whole.ts';
import { parseRule } from '../../../src/extract/rules/index.ts';
import { ruleBookOf } from '../../../src/extract/rules/rule-book.ts';
import { articleHtml, inputOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const FURTHER = PARAGRAPHS.map((text) => text.replaceAll('bees', 'wasps').replaceAll('the', 'their'));
const nextLink = (href: string): string => `<link rel="next" href="${href}">`;

function pageOf(paragraphs: readonly string[], head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Orchard keeps bees</title>${head}</head><body><article><h1>Orchard keeps bees</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

function read(html: string, url = URL_OF_PAGE): ExtractionResult {
  return extractPage(inputOf(html, { url }));
}

const firstOf = (html: string) => resultOf(read(html));

function resultOf(result: ExtractionResult) {
  if (result.failure !== undefined) throw new Error(result.failure.message);
  return result;
}

describe('the next page', () => {
  it.each([
    ['https://a.example/story', 'https://a.example/story?page=2', true],
    ['https://a.example/story?page=2', 'https://a.example/story?page=3', true],
    ['https://a.example/story', 'https://a.example/story/2', true],
    ['https://a.example/story/', 'https://a.example/story/page/2/', true],
    ['https://a.example/story.html', 'https://a.example/story-2.html', true],
    ['https://a.example/story,2.html', 'https://a.example/story,3.html', true],
    ['https://a.example/artikel', 'https://a.example/artikel/seite-2', true],
    ['https://a.example/story', 'https://a.example/story?page=4', false],
    ['https://a.example/story', 'https://a.example/other-story', false],
    ['https://a.example/2024/05/one', 'https://a.example/2024/05/two', false],
    ['https://a.example/story', 'https://a.example/story/comment-page-2', false],
    ['https://a.example/', 'https://a.example/page/2', false],
    ['https://a.example/story-7.html', 'https://a.example/story-8.html', true],
  ])('%s → %s: %s', (here, there, expected) => {
    expect(isNextPage(here, there)).toBe(expected);
  });

  it('has the same address but for the number', () => {
    expect(isSameBase('https://a.example/story/3', 'https://www.a.example/story')).toBe(true);
    expect(isSameBase('https://a.example/story', 'https://a.example/storm')).toBe(false);
  });

  it('is named by rel=next or the source rule, and never on another site', () => {
    expect(firstOf(pageOf(PARAGRAPHS, nextLink('?page=2'))).continuation).toEqual({
      kind: 'next',
      url: `${URL_OF_PAGE}?page=2`,
    });
    expect(firstOf(pageOf(PARAGRAPHS, nextLink('/news/other-story'))).continuation).toBeNull();
    const body = articleHtml({
      after:
        '<a class="all" href="/print/orchard">All</a><a class="away" href="https://elsewhere.example/2">2</a>',
    });
    const ruled = (text: string) =>
      resultOf(extractPage(inputOf(body), { rules: ruleBookOf(parseRule(text, 'r.txt').rule) })).continuation;
    expect(ruled("single_page_link: //a[@class='all']")).toMatchObject({ kind: 'single' });
    expect(ruled("next_page_link: //a[@class='all']")).toMatchObject({
      kind: 'next',
      url: 'https://valley-herald.example/print/orchard',
    });
    expect(ruled("next_page_link: //a[@class='away']")).toBeNull();
  });
});

describe('readWhole', () => {
  const second = `${URL_OF_PAGE}?page=2`;

  it('joins what goes on and says what is missing', async () => {
    const first = firstOf(pageOf(PARAGRAPHS, nextLink('?page=2')));
    const whole = await readWhole(first, async (url) =>
      url === second
        ? read(pageOf([PARAGRAPHS[0] ?? '', ...FURTHER], nextLink('?page=3')), second)
        : { why: 'it is gone' },
    );
    const { content } = whole.result;
    expect(content.text.split('\n')).toEqual([...PARAGRAPHS, ...FURTHER]);
    expect(content.markdown.split('\n\n')).toHaveLength(PARAGRAPHS.length + FURTHER.length);
    expect(content.wordCount).toBeGreaterThan(1.8 * first.content.wordCount);
    expect(content.contentHash).not.toBe(first.content.contentHash);
    expect(whole).toMatchObject({
      pages: [second],
      missing: { url: `${URL_OF_PAGE}?page=3`, why: 'it is gone' },
    });
  });

  it('follows no repeat, no other article and no circle', async () => {
    const first = firstOf(pageOf(PARAGRAPHS, nextLink('?page=2')));
    const repeat = await readWhole(first, async () => read(pageOf(PARAGRAPHS), second));
    expect(repeat.missing?.why).toMatch(/repeats/);
    const canonical = '<link rel="canonical" href="/news/something-else">';
    const other = await readWhole(first, async () => read(pageOf(FURTHER, canonical), second));
    expect(other.missing?.why).toMatch(/another article/);
    const ruled = { ...first, continuation: { kind: 'next', url: URL_OF_PAGE } as const };
    expect((await readWhole(ruled, async () => read(pageOf(FURTHER)))).pages).toEqual([]);
  });

  it('ends at the last page that is read', async () => {
    const first = firstOf(pageOf(PARAGRAPHS, nextLink('?page=2')));
    const whole = await readWhole(first, async (url) => {
      const number = Number(new URL(url).searchParams.get('page'));
      const own = FURTHER.map(
        (text) => `${text.slice(0, -1)}, as report number ${number} of the council has it.`,
      );
      return read(pageOf(own, nextLink(`?page=${number + 1}`)), url);
    });
    expect(whole.pages).toHaveLength(MAX_PAGES - 1);
    expect(whole.missing?.why).toMatch(/20/);
  });

  it('takes the single page where it holds as much', async () => {
    const first = { ...firstOf(pageOf(PARAGRAPHS)), continuation: { kind: 'single', url: second } as const };
    const whole = await readWhole(first, async () => read(pageOf([...PARAGRAPHS, ...FURTHER]), second));
    expect(whole.result.content).toMatchObject({ url: URL_OF_PAGE, canonicalUrl: URL_OF_PAGE });
    expect(whole.result.content.text.split('\n')).toHaveLength(10);
  });
});
