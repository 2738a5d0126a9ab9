/** One article out of the contents of its pages. */
import type { ArticleContent, ArticleImage } from '../../article/article.ts';
import { contentHash } from '../fields/content-hash.ts';
import { comparable, countWords, plain } from '../text.ts';

/** Pages of one article that are read. */
export const MAX_PAGES = 20;
const MAX_IMAGES = 200;
/** Characters of text of all pages. */
const MAX_TEXT = 2_000_000;
/** How much of a page may have been on the pages before. */
const REPEATED = 0.5;

/** The whole with one more page; null where that page only repeats what is there, or the whole is long enough. */
export function joinPage(whole: ArticleContent, page: ArticleContent): ArticleContent | null {
  const known = new Set(whole.text.split('\n').map(comparable));
  const lines = page.text.split('\n');
  const fresh = lines.filter((line) => !known.has(comparable(line)));
  const length = (list: readonly string[]): number => list.reduce((sum, line) => sum + line.length, 0);
  if (length(fresh) < REPEATED * length(lines)) return null;
  const text = `${whole.text}\n${fresh.join('\n')}`;
  if (text.length > MAX_TEXT) return null;
  const isRepeated = (chunk: string): boolean => known.has(comparable(plain(chunk)));
  const without = (chunks: readonly string[]): string[] => chunks.filter((chunk) => !isRepeated(chunk));
  const words = countWords(text, whole.language);
  return {
    ...whole,
    text,
    markdown: [whole.markdown, ...without(page.markdown.split('\n\n'))].join('\n\n'),
    html: [whole.html, ...without(page.html.split('\n'))].join('\n'),
    images: joinImages(whole.images, page.images),
    wordCount: words,
    type: whole.type === 'brief' && words >= 100 ? 'article' : whole.type,
    contentHash: contentHash(whole.title, text),
  };
}

function joinImages(all: readonly ArticleImage[], more: readonly ArticleImage[]): ArticleImage[] {
  const known = new Set(all.map((image) => image.url));
  return [...all, ...more.filter((image) => !known.has(image.url))].slice(0, MAX_IMAGES);
}

/** The article on its single page, where that holds at least as much. */
export function preferSingle(first: ArticleContent, single: ArticleContent): ArticleContent | null {
  return single.text.length < first.text.length
    ? null
    : { ...single, url: first.url, canonicalUrl: first.canonicalUrl };
}
