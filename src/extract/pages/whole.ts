/** Follows an article over its pages, whoever brings them. */
import type { ArticleContent } from '../../article/article.ts';
import type { ExtractionResult } from '../extraction.ts';
import { comparable } from '../text.ts';
import { isSameBase } from './continuation.ts';
import { joinPage, MAX_PAGES, preferSingle } from './join.ts';

type Extracted = Extract<ExtractionResult, { readonly content: object }>;

export interface Whole {
  /** The first page's result, its content that of all pages that were joined. */
  readonly result: Extracted;
  /** Addresses of the pages that were joined, after the first. */
  readonly pages: readonly string[];
  /** The page that the article goes on with and that was not to be had: why, or null where it is not there yet. Null where the article is whole. */
  readonly missing: { readonly url: string; readonly why: string | null } | null;
}

/** What came of a page: its result, why it cannot be had, or null where it is not there yet. */
export type BringPage = (url: string) => Promise<ExtractionResult | { readonly why: string } | null>;

/** Joins a first page with those it goes on with, as far as they are brought and belong to it. */
export async function readWhole(first: Extracted, bring: BringPage): Promise<Whole> {
  let content = first.content;
  const pages: string[] = [];
  const hostLines = [...first.hostLines];
  const seen = new Set([content.url]);
  const end = (missing: Whole['missing']): Whole => ({
    result: { ...first, content, hostLines },
    pages,
    missing,
  });
  let { continuation } = first;
  while (continuation !== null) {
    const { url, kind } = continuation;
    if (seen.has(url)) return end(null);
    if (pages.length + 1 >= MAX_PAGES) return end({ url, why: `only ${MAX_PAGES} pages are read` });
    seen.add(url);
    const brought = await bring(url);
    if (brought === null) return end({ url, why: null });
    if ('why' in brought) return end({ url, why: brought.why });
    if (brought.failure !== undefined) return end({ url, why: brought.failure.message });
    if (!isPageOf(first.content, brought.content, url)) return end({ url, why: 'it is another article’s' });
    const joined =
      kind === 'single' ? preferSingle(content, brought.content) : joinPage(content, brought.content);
    if (joined === null) return end({ url, why: 'it repeats what is there' });
    content = joined;
    hostLines.push(...brought.hostLines);
    pages.push(url);
    continuation = kind === 'single' ? null : brought.continuation;
  }
  return end(null);
}

/** It says that it is the first page; or it has the same headline, and an address that differs by a number at most. */
function isPageOf(first: ArticleContent, page: ArticleContent, url: string): boolean {
  if (page.canonicalUrl === first.canonicalUrl) return true;
  const [a, b] = [comparable(first.title), comparable(page.title)];
  if (!a.startsWith(b) && !b.startsWith(a)) return false;
  return page.canonicalUrl === url || isSameBase(page.canonicalUrl, first.canonicalUrl);
}
