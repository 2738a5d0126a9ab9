/** What reading a feed, sitemap or hub page yields. */

/** One URL found, with what the place it was found in says about it. */
export interface DiscoveredUrl {
  /** Absolute http(s) URL, not yet canonical. */
  readonly url: string;
  /** Plain text, without markup. */
  readonly title?: string | undefined;
  /** ISO 8601 instant, UTC. */
  readonly published?: string | undefined;
  /** Last change by the sitemap's or feed's word, ISO 8601, UTC. */
  readonly modified?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** BCP 47 tag, as written. */
  readonly language?: string | undefined;
  /** The feed's own id of the item. */
  readonly guid?: string | undefined;
  /** Whole text as HTML, where the feed carries it. */
  readonly content?: string | undefined;
  /** Teaser; HTML or plain text. */
  readonly summary?: string | undefined;
}

/** A child of a sitemap index. */
export interface ChildSitemap {
  readonly url: string;
  readonly modified?: string | undefined;
}

/** Longest URL taken (sitemaps.org: under 2,048 characters). */
const MAX_URL_LENGTH = 2048;

/** `text` as an absolute http(s) URL against `base`; null for anything else. */
export function httpUrl(text: string | undefined, base: string): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > MAX_URL_LENGTH) return null;
  const url = URL.parse(trimmed, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}
