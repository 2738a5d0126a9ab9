/** Names that an article keeps when its address changes. */
import { createHash } from 'node:crypto';

/** Digits that a number in an address needs to be taken for the publisher's id of the article. */
const ID_DIGITS = 5;

/** The host without the prefix that tells how the page is shown: `www.`, `m.`, `mobile.`, `amp.`. */
export function siteOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^(?:www|m|mobile|amp)\./, '');
}

/** The host without `www.`: pages of one such host are made alike. */
export function plainHostOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^www\./, '');
}

/**
 * The names of an article found under `urls`: the site and path without scheme, `/amp` and trailing slash;
 * the site and the longest number of the path (dates do not count); the site and the publisher's own id,
 * where one is stated. Each as a UUID-shaped MD5, sorted, distinct.
 */
export function articleNames(urls: readonly string[], publisherId: string | null): string[] {
  const names = new Set<string>();
  for (const url of urls) {
    const parsed = URL.parse(url);
    if (parsed === null) continue;
    const site = siteOf(url);
    const path = parsed.pathname.replace(/\/amp(?=\/|$)/g, '').replace(/\/+$/, '');
    if (path !== '') names.add(`path:${site}${path}${parsed.search}`);
    const number = path
      .match(/\d+/g)
      ?.filter((digits) => digits.length >= ID_DIGITS && !/^(?:19|20)\d{6}$/.test(digits))
      .toSorted((a, b) => b.length - a.length)[0];
    if (number !== undefined) names.add(`number:${site}/${number}`);
    if (publisherId !== null && publisherId.trim() !== '') names.add(`id:${site}/${publisherId.trim()}`);
  }
  return [...names].map(asUuid).sort();
}

function asUuid(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
