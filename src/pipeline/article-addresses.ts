/** The addresses under which an extracted article is known. */
import { type CanonicalOptions, canonicalUrl } from '../frontier/canonical-url.ts';

/**
 * The page's own word first, then where it was found. An address that cannot be one is left out.
 *
 * @param frontierUrl canonical form of the address it was asked for under
 */
export function addressesOf(
  content: { readonly canonicalUrl: string; readonly url: string },
  frontierUrl: string,
  options: CanonicalOptions = {},
): string[] {
  const usable = (url: string): string[] => {
    try {
      return [canonicalUrl(url, options).url];
    } catch {
      // Too long or otherwise none that the frontier takes: the page has others.
      return [];
    }
  };
  const [canonical = frontierUrl] = usable(content.canonicalUrl);
  return [canonical, ...usable(content.url), frontierUrl];
}
