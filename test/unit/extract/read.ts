/** Shared by the extraction tests: pages from snippets of markup. */
import type { ArticleContent } from '../../../src/article/article.ts';
import type { Failure } from '../../../src/errors.ts';
import { extractPage } from '../../../src/extract/extract.ts';
import type { ExtractionInput } from '../../../src/extract/extraction.ts';
import { parseHtml } from '../../../src/extract/html/index.ts';
import { DEFAULT_LIMITS } from '../../../src/extract/options.ts';
import { type Page, readPage } from '../../../src/extract/page/page.ts';

export const URL_OF_PAGE = 'https://valley-herald.example/news/orchard-bees';
/** 1 June 2025: every page of these tests was fetched then. */
export const FETCHED_AT = Date.UTC(2025, 5, 1, 12);

export const TITLE = 'Orchard keeps bees on the school roof';
/** Running text of the tests' own: long enough to be an article. */
export const PARAGRAPHS = [
  'The orchard behind the railway station has moved eleven hives to the flat roof of the primary school, where the children now count the bees before their first lesson.',
  'Head teacher Nora Quell said that nobody had been stung since the hives came in April, and that the parents who had been afraid at first now asked for honey.',
  'Each hive holds about forty thousand bees in summer, and the roof is high enough that they fly over the playground without anybody noticing them at all.',
  'The town pays for the fence around the hives, while the beekeeper gives half of the honey to the school kitchen, which bakes a cake with it every Friday.',
  'A second roof is to follow next spring if the engineers find that it carries the weight, which they will check during the autumn holidays.',
];

export function articleHtml(
  parts: { head?: string; before?: string; middle?: string; after?: string; title?: string } = {},
): string {
  const [first, second, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  const title = parts.title ?? TITLE;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${parts.head ?? ''}</head><body><main><article><h1>${title}</h1>${parts.before ?? ''}${first}${second}${parts.middle ?? ''}${rest.join('')}${parts.after ?? ''}</article></main></body></html>`;
}

export function inputOf(html: string, more: Partial<ExtractionInput> = {}): ExtractionInput {
  return {
    bytes: new TextEncoder().encode(html),
    url: URL_OF_PAGE,
    contentType: 'text/html',
    fetchedAt: FETCHED_AT,
    ...more,
  };
}

export function contentOf(html: string, more: Partial<ExtractionInput> = {}): ArticleContent {
  const { content, failure } = extractPage(inputOf(html, more));
  if (content === undefined) throw new Error(failure.message);
  return content;
}

export function failureOf(html: string, more: Partial<ExtractionInput> = {}): Failure {
  const { failure } = extractPage(inputOf(html, more));
  if (failure === undefined) throw new Error('an article came where a failure was expected');
  return failure;
}

export function pageOf(html: string, url = URL_OF_PAGE): Page {
  return readPage(parseHtml(html, url), url, DEFAULT_LIMITS);
}
