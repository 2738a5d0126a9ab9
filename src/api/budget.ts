/** Keeps one answer bounded in bytes, however large the articles in it are. */
import type { Article } from '../article/article.ts';

/** Most bytes of article bodies in one answer. An answer has at least one article, whatever its size. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Articles read from the database at once; bounds what is read and then not sent. */
export const CHUNK = 25;

/** UTF-16 units of the long fields: cheap, and within a small factor of the bytes sent. */
export function sizeOf(article: Article): number {
  return article.text.length + article.markdown.length + article.html.length;
}

/**
 * Reads up to `limit` articles in chunks until the budget is spent.
 *
 * @param read gives the next `count` articles after `last` (undefined: from the start)
 * @returns the articles, and whether there may be more
 */
export async function readWithinBudget(
  limit: number,
  read: (last: Article | undefined, count: number) => Promise<readonly Article[]>,
  budget = MAX_ANSWER_BYTES,
): Promise<{ readonly articles: Article[]; readonly more: boolean }> {
  const articles: Article[] = [];
  let bytes = 0;
  while (articles.length < limit) {
    const wanted = Math.min(CHUNK, limit - articles.length);
    const chunk = await read(articles.at(-1), wanted);
    for (const article of chunk) {
      bytes += sizeOf(article);
      if (articles.length > 0 && bytes > budget) return { articles, more: true };
      articles.push(article);
    }
    if (chunk.length < wanted) return { articles, more: false };
  }
  return { articles, more: true };
}
