/** Articles for people and programs outside: of a page that has no address, none is shown. */
import type { ArticleContent } from '../article/article.ts';
import { NO_ADDRESS } from './extraction.ts';

/** An article as it is given out. */
export type GivenArticle = Omit<ArticleContent, 'url' | 'canonicalUrl'> & {
  /** Null where the page came without an address and states none. */
  readonly url: string | null;
  readonly canonicalUrl: string | null;
};

/** What stands before the path of everything that such a page names by a path alone. */
const ORIGIN = new URL(NO_ADDRESS).origin;

/**
 * The article without the address that stood for a missing one while it was read. What the page names by a path (links,
 * pictures) is given as a path from the root of wherever the page is from; other members are as they are.
 */
export function asGiven(article: ArticleContent): GivenArticle {
  if (article.url !== NO_ADDRESS) return article;
  const { url: _url, canonicalUrl: _canonical, ...provenance } = article.provenance;
  const { url: _sure, canonicalUrl: _surer, ...confidence } = article.confidence;
  return {
    ...article,
    url: null,
    canonicalUrl: isMadeUp(article.canonicalUrl) ? null : article.canonicalUrl,
    ampUrl: article.ampUrl === null ? null : pathOf(article.ampUrl),
    syndication: article.syndication.map(pathOf),
    markdown: article.markdown.replaceAll(`${ORIGIN}/`, '/'),
    html: article.html.replaceAll(`${ORIGIN}/`, '/'),
    image: article.image === null ? null : pathOf(article.image),
    images: article.images.map((image) => ({ ...image, url: pathOf(image.url) })),
    entries: article.entries.map((entry) => ({ ...entry, html: entry.html.replaceAll(`${ORIGIN}/`, '/') })),
    provenance,
    confidence,
  };
}

/** An address without the host that stood for a missing one. */
export function pathOf(url: string): string {
  return isMadeUp(url) ? url.slice(ORIGIN.length) : url;
}

function isMadeUp(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`);
}
