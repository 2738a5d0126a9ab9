/** A fetched entry point of a source, of whatever kind, as URLs. */
import type { EntryKind } from '../config/source.ts';
import { NewsmillError } from '../errors.ts';
import { type DocumentKind, sniffDocument } from '../fetch/sniff.ts';
import type { ChildSitemap, DiscoveredUrl } from './discovered-url.ts';
import { readFeed } from './feeds.ts';
import { readHub } from './hubs.ts';
import { readSitemap } from './sitemaps.ts';

/** One entry point as it was fetched. */
export interface FetchedEntry {
  /** What it was configured as. A seed is what its bytes say. */
  readonly kind: EntryKind | 'page' | 'seed';
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** URLs whose sites a sitemap may speak for besides its own. */
  readonly sites?: readonly string[] | undefined;
  /** Child sitemaps that last changed before this are left out. */
  readonly oldest?: Date | undefined;
}

/** What an entry point yields. */
export interface EntryContent {
  readonly urls: readonly DiscoveredUrl[];
  /** Child sitemaps of an index, the latest changed first. */
  readonly sitemaps: readonly string[];
  /** Feeds a hub page names. */
  readonly feeds: readonly string[];
}

/**
 * Reads an entry point by what its bytes are: a feed given as a hub is read as a feed.
 *
 * @throws NewsmillError `empty_body`, `bad_feed` where a feed or sitemap was wanted and it is none, `unsupported_type`
 */
export async function readEntry(entry: FetchedEntry): Promise<EntryContent> {
  const document = sniffDocument(entry.bytes, entry.contentType);
  switch (document) {
    case 'empty':
      throw new NewsmillError('empty_body', `${entry.url} is empty`);
    case 'xml-feed':
    case 'json-feed':
      return feedContent(entry);
    case 'sitemap':
    case 'sitemap-index':
      return sitemapContent(entry);
    case 'html':
      return entry.kind === 'feed' || entry.kind === 'sitemap' ? markedUpContent(entry) : hubContent(entry);
    case 'text':
    case 'binary':
    case 'pdf':
      return otherContent(entry, document);
  }
}

function feedContent({ bytes, contentType, url }: FetchedEntry): EntryContent {
  return { urls: readFeed(bytes, contentType, url), sitemaps: [], feeds: [] };
}

async function sitemapContent({ bytes, url, sites, oldest }: FetchedEntry): Promise<EntryContent> {
  const content = await readSitemap([bytes], url, { sites });
  return { urls: content.urls, sitemaps: childrenSince(content.sitemaps, oldest), feeds: [] };
}

function hubContent({ bytes, contentType, url }: FetchedEntry): EntryContent {
  const content = readHub(bytes, contentType, url);
  return { urls: content.urls, sitemaps: [], feeds: content.feeds.map((feed) => feed.url) };
}

/** A feed behind a script's warnings begins like a page. */
function markedUpContent(entry: FetchedEntry): EntryContent {
  if (entry.kind === 'feed') return feedContent(entry);
  throw new NewsmillError('bad_feed', `${entry.url} is a web page, not a sitemap`);
}

function otherContent(entry: FetchedEntry, document: DocumentKind): EntryContent | Promise<EntryContent> {
  const isGzip = entry.bytes[0] === 0x1f && entry.bytes[1] === 0x8b;
  if (isGzip || (entry.kind === 'sitemap' && document === 'text')) return sitemapContent(entry);
  if (entry.kind === 'feed' && document === 'text') return feedContent(entry);
  if (entry.kind === 'feed' || entry.kind === 'sitemap') {
    throw new NewsmillError('bad_feed', `${entry.url} is ${document}, not a ${entry.kind}`);
  }
  throw new NewsmillError('unsupported_type', `${entry.url} is ${document}, which holds no links`);
}

/** Children that may hold something new, the latest first; those without a date stand before all, for they may. */
function childrenSince(children: readonly ChildSitemap[], oldest: Date | undefined): string[] {
  const time = (child: ChildSitemap): number =>
    child.modified === undefined ? Number.POSITIVE_INFINITY : Date.parse(child.modified);
  return children
    .filter((child) => oldest === undefined || time(child) >= oldest.getTime())
    .map((child) => ({ child, time: time(child) }))
    .sort((one, other) => (one.time === other.time ? 0 : other.time - one.time))
    .map(({ child }) => child.url);
}
