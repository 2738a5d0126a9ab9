/** The address of a page that came without one, by what the page says of itself. */
import { getDomain } from 'tldts';
import type { FieldSource } from '../../article/article.ts';
import { absoluteUrl, firstMeta, type Page } from '../page/page.ts';
import { isHome } from './canonical.ts';
import { type Found, found } from './field.ts';

/**
 * `link rel=canonical`, else `og:url`: absolute, of a public name, no home page; where both are there, of one site.
 * Null where nothing can be believed.
 */
export function statedAddress(page: Page): Found<string> | null {
  const stated: { readonly url: URL; readonly source: FieldSource }[] = [];
  for (const link of page.links)
    if (link.rel.split(/\s+/).includes('canonical')) add(stated, link.href, 'markup');
  add(stated, firstMeta(page, 'og:url')?.value ?? '', 'opengraph');
  const [first] = stated;
  if (first === undefined) return null;
  const site = siteOf(first.url);
  if (site === null || stated.some(({ url }) => siteOf(url) !== site)) return null;
  const article = stated.find(({ url }) => !isHome(url));
  return article === undefined ? null : found(article.url.href, article.source);
}

function add(stated: { url: URL; source: FieldSource }[], href: string, source: FieldSource): void {
  // Relative ones say nothing here, and neither does one that is relative to a base.
  const absolute = /^\s*https?:\/\//i.test(href) ? absoluteUrl(href, 'https://page.invalid/') : null;
  const url = absolute === null ? null : new URL(absolute);
  if (url === null || url.username !== '' || url.password !== '') return;
  url.hash = '';
  stated.push({ url, source });
}

/** The registrable domain; null for addresses and for names that no registry gives out. */
function siteOf(url: URL): string | null {
  return getDomain(url.hostname, { allowPrivateDomains: true });
}
