/** Whether two URLs belong to one publisher. */
import { parse } from 'tldts';

/**
 * The registrable domain of a URL's host (Public Suffix List, private suffixes too, so that two blogs of one platform
 * are two sites); the host itself where it has none, as addresses and intranet names do.
 */
export function siteOf(url: string): string {
  const { domain, hostname } = parse(url, { allowPrivateDomains: true });
  return domain ?? hostname ?? '';
}

/** Whether `url` is of one of `sites`, as `siteOf` names them. */
export function isOfSites(url: string, sites: ReadonlySet<string>): boolean {
  return sites.has(siteOf(url));
}
