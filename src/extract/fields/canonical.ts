/** The page's address as it states it, where that can be believed. */
import { getDomain } from 'tldts';
import { absoluteUrl, firstMeta, type Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

/**
 * `link rel=canonical`, then `og:url`: believed if on the same registrable domain and no home page
 * (unless the page itself is one). Else the address that was read.
 */
export function readCanonical(page: Page): Found<string> {
  for (const link of page.links) {
    if (!link.rel.split(/\s+/).includes('canonical')) continue;
    const url = believable(link.href, page);
    if (url !== null) return found(url, 'markup');
  }
  const og = firstMeta(page, 'og:url');
  if (og !== null) {
    const url = believable(og.value, page);
    if (url !== null) return found(url, 'opengraph');
  }
  return found(stripFragment(page.url), 'http');
}

function believable(href: string, page: Page): string | null {
  const url = absoluteUrl(href, page.baseUrl);
  if (url === null) return null;
  const there = new URL(url);
  const here = new URL(page.url);
  if (there.username !== '' || there.password !== '') return null;
  if (domainOf(there.hostname) !== domainOf(here.hostname)) return null;
  if (isHome(there) && !isHome(here)) return null;
  return stripFragment(there.href);
}

function domainOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** Whether an address is that of a home page: nothing, a language, or a file that stands for a folder. */
export function isHome(url: URL): boolean {
  return (
    url.search === '' && /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w+|home)?\/?$/i.test(url.pathname)
  );
}

function stripFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
