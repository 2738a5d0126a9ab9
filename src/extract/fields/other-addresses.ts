/** Addresses under which the same article stands elsewhere: its AMP version, its original, its copies. */
import { absoluteUrl, type Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

const MAX_ADDRESSES = 20;
/** Metas that name the original of a syndicated text. */
const ORIGINAL_METAS = ['syndication-source', 'original-source'];

/** `link rel=amphtml` (https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml); null without one. */
export function readAmpUrl(page: Page): Found<string> | null {
  for (const link of page.links) {
    if (!link.rel.split(/\s+/).includes('amphtml')) continue;
    const url = absoluteUrl(link.href, page.baseUrl);
    if (url !== null && url !== page.url) return found(url, 'markup');
  }
  return null;
}

/**
 * `rel=syndication` (https://microformats.org/wiki/rel-syndication), metas that name an original, and a
 * canonical link to another host; at most twenty, each once, none of them the page's own.
 */
export function readSyndication(page: Page, canonical: string): Found<readonly string[]> | null {
  const own = new Set([page.url, canonical]);
  const urls: string[] = [];
  const add = (href: string | undefined): boolean => {
    const url = absoluteUrl(href, page.baseUrl);
    if (url === null || URL.parse(url)?.pathname === '/' || own.has(url)) return false;
    if (!urls.includes(url) && urls.length < MAX_ADDRESSES) urls.push(url);
    return true;
  };
  let isMeta = false;
  for (const name of ORIGINAL_METAS)
    for (const value of page.metas.get(name) ?? []) isMeta = add(value.trim()) || isMeta;
  const here = URL.parse(page.url)?.hostname;
  for (const link of page.links) {
    const rels = link.rel.split(/\s+/);
    if (rels.includes('syndication')) add(link.href);
    else if (rels.includes('canonical')) {
      const host = URL.parse(link.href, page.baseUrl)?.hostname;
      if (host !== undefined && host !== here) add(link.href);
    }
  }
  return urls.length === 0 ? null : found(urls, isMeta ? 'meta' : 'markup');
}
