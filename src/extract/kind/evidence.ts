/** Whether a page says of itself that it is an article. */
import { isArticleNode, isNodeOf } from '../fields/article-node.ts';
import type { Metadata } from '../metadata.ts';
import type { LooseObject } from '../page/json-ld.ts';
import { stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { comparable } from '../text.ts';

/**
 * `stated`: linked data, microdata or metas describe an article on this address. `weak`: only `og:type` says so, which
 * some templates write on every page. `none`: nothing does.
 */
export type Evidence = 'stated' | 'weak' | 'none';

/** What a date must be from to be the article's own: those read off an address or a line may be any page's. */
const DATE_SOURCES = new Set<string>(['microdata', 'opengraph', 'meta']);

/** Reads metas, linked data and names only, so that the tree may have been changed. */
export function articleEvidence(page: Page, meta: Metadata): Evidence {
  if (meta.article !== null && isAbout(meta.article, page, meta.title?.value ?? '')) return 'stated';
  const { itemprops } = page;
  if (itemprops.has('articlebody') || (itemprops.has('headline') && itemprops.has('datepublished')))
    return 'stated';
  const { published } = meta.dates;
  if (published !== null && DATE_SOURCES.has(published.source)) return 'stated';
  return /^(?:article|video)/.test(page.metas.get('og:type')?.[0]?.trim().toLowerCase() ?? '')
    ? 'weak'
    : 'none';
}

/** Lists carry the nodes of the articles that they link to. */
function isAbout(node: LooseObject, page: Page, title: string): boolean {
  if (!isArticleNode(node)) return false;
  if (isNodeOf(node, page)) return true;
  const headline = comparable((stringOf(node.headline ?? node.name ?? null) ?? '').slice(0, 500));
  const shown = comparable(title);
  return headline !== '' && shown !== '' && (headline.includes(shown) || shown.includes(headline));
}
