/** RSS 0.9x to 2.0, RSS 1.0, Atom and JSON Feed. */
import {
  type AnyFeed,
  DetectError,
  type JsonFeed,
  MalformedError,
  ParseError,
  parseFeed,
  type RssFeed,
} from 'feedsmith';
import { NewsmillError } from '../errors.ts';
import { decodePage } from '../extract/page/charset.ts';
import { type DiscoveredUrl, httpUrl } from './discovered-url.ts';
import { isoInstant } from './found-date.ts';
import { mendXml } from './mend-xml.ts';
import { oneLine, plainText } from './plain-text.ts';

/** Items read of one feed; the rest of a longer one is old, for feeds put the newest first. */
export const MAX_FEED_ITEMS = 2000;

const MAX_TITLE = 500;
const MAX_NAME = 200;
const MAX_AUTHORS = 20;
const MAX_TEXT = 500_000;

type AtomFeed = Extract<AnyFeed, { format: 'atom' }>['feed'];
type RdfFeed = Extract<AnyFeed, { format: 'rdf' }>['feed'];
type AtomEntry = NonNullable<AtomFeed['entries']>[number];

/**
 * The items of a feed that name a page, in the feed's order, each URL once.
 *
 * @param bytes       the feed, content codings undone
 * @param contentType its Content-Type, for the charset
 * @param url         where it came from; relative links count from there, or from what the feed names as its base
 * @throws NewsmillError `bad_feed` where it is no feed, even with broken XML mended
 */
export function readFeed(bytes: Uint8Array, contentType: string | null, url: string): DiscoveredUrl[] {
  const parsed = parseTolerantly(decodeFeed(bytes, contentType), url);
  const found = new Map<string, DiscoveredUrl>();
  for (const item of itemsOf(parsed, url)) if (!found.has(item.url)) found.set(item.url, item);
  return [...found.values()];
}

/** XML names its encoding in its first line where the header does not (XML 1.0 §4.3.3). */
function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const { text } = decodePage(bytes, contentType, 'xml');
  // Warnings of a broken server script may stand in front.
  const start = text.search(/<\?xml|<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i);
  return start > 0 && !text.trimStart().startsWith('{') ? text.slice(start) : text;
}

/** Reads the feed as it is, and once more mended where that failed or lost items that are there. */
function parseTolerantly(text: string, url: string): AnyFeed {
  let failure: unknown = null;
  let parsed: AnyFeed | null = null;
  try {
    parsed = parseFeed(text, { maxItems: MAX_FEED_ITEMS });
    if (parsed.format === 'json' || countItems(parsed) >= countTags(text)) return parsed;
  } catch (error) {
    if (!(error instanceof MalformedError)) throw badFeed(url, error);
    failure = error;
  }
  try {
    const mended = parseFeed(mendXml(text), { maxItems: MAX_FEED_ITEMS });
    return parsed === null || countItems(mended) > countItems(parsed) ? mended : parsed;
  } catch (error) {
    if (parsed !== null) return parsed;
    throw badFeed(url, failure ?? error);
  }
}

function countItems(parsed: AnyFeed): number {
  return (parsed.format === 'atom' ? parsed.feed.entries : parsed.feed.items)?.length ?? 0;
}

/** Items that seem to begin in the text, up to the bound. */
function countTags(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/<(?:\w+:)?(?:item|entry)[\s>]/gi)) {
    count += 1;
    if (count === MAX_FEED_ITEMS) break;
  }
  return count;
}

function badFeed(url: string, cause: unknown): NewsmillError {
  const known =
    cause instanceof MalformedError || cause instanceof DetectError || cause instanceof ParseError;
  const why = known ? '' : `: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new NewsmillError('bad_feed', `${url} is no feed that can be read${why}`, { cause });
}

function* itemsOf(parsed: AnyFeed, url: string): Generator<DiscoveredUrl> {
  switch (parsed.format) {
    case 'rss':
      for (const item of parsed.feed.items ?? []) yield* rssItem(item, parsed.feed, url);
      break;
    case 'rdf':
      for (const item of parsed.feed.items ?? []) yield* rdfItem(item, parsed.feed, url);
      break;
    case 'atom':
      for (const entry of parsed.feed.entries ?? []) yield* atomEntry(entry, parsed.feed, url);
      break;
    case 'json':
      for (const item of parsed.feed.items ?? []) yield* jsonItem(item, parsed.feed, url);
      break;
  }
}

function* rssItem(
  item: NonNullable<RssFeed.Feed<string>['items']>[number],
  feed: RssFeed.Feed<string>,
  url: string,
): Generator<DiscoveredUrl> {
  const base = httpUrl(feed.link, url) ?? url;
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  const link =
    httpUrl(item.link, base) ?? httpUrl(alternate(item.atom?.links), base) ?? absoluteUrl(permalink);
  if (link === null) return;
  yield {
    url: link,
    title: plainText(item.title ?? item.dc?.titles?.[0], MAX_TITLE),
    published: isoInstant(item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published),
    modified: isoInstant(item.atom?.updated),
    authors: names(item.dc?.creators ?? item.authors?.map((author) => author.name)),
    language: item.dc?.languages?.[0] ?? feed.language,
    guid: item.guid?.value,
    content: longText(item.content?.encoded ?? item.atom?.content?.value),
    summary: longText(item.description),
  };
}

function* rdfItem(
  item: NonNullable<RdfFeed['items']>[number],
  feed: RdfFeed,
  url: string,
): Generator<DiscoveredUrl> {
  const base = httpUrl(feed.link, url) ?? url;
  const link = httpUrl(item.link, base) ?? absoluteUrl(item.rdf?.about);
  if (link === null) return;
  yield {
    url: link,
    title: plainText(item.title ?? item.dc?.titles?.[0], MAX_TITLE),
    published: isoInstant(item.dc?.dates?.[0]),
    authors: names(item.dc?.creators),
    language: item.dc?.languages?.[0] ?? feed.dc?.languages?.[0],
    guid: item.rdf?.about,
    content: longText(item.content?.encoded),
    summary: longText(item.description),
  };
}

function* atomEntry(entry: AtomEntry, feed: AtomFeed, url: string): Generator<DiscoveredUrl> {
  const feedBase = httpUrl(feed.xml?.base, url) ?? url;
  const base = httpUrl(entry.xml?.base, feedBase) ?? feedBase;
  const link = httpUrl(alternate(entry.links), base) ?? absoluteUrl(entry.id);
  if (link === null) return;
  yield {
    url: link,
    title: plainText(entry.title?.value, MAX_TITLE),
    published: isoInstant(entry.published ?? entry.dc?.dates?.[0] ?? entry.updated),
    modified: isoInstant(entry.updated),
    authors:
      names((entry.authors ?? feed.authors)?.map((author) => author.name)) ?? names(entry.dc?.creators),
    language: entry.xml?.lang ?? feed.xml?.lang,
    guid: entry.id,
    content: longText(entry.content?.value),
    summary: longText(entry.summary?.value),
  };
}

function* jsonItem(
  item: JsonFeed.Item<string>,
  feed: JsonFeed.Feed<string>,
  url: string,
): Generator<DiscoveredUrl> {
  const base = httpUrl(feed.home_page_url, url) ?? url;
  const link = httpUrl(item.url, base) ?? absoluteUrl(item.id) ?? httpUrl(item.external_url, base);
  if (link === null) return;
  yield {
    url: link,
    title: plainText(item.title, MAX_TITLE),
    published: isoInstant(item.date_published),
    modified: isoInstant(item.date_modified),
    authors: names((item.authors ?? feed.authors)?.map((author) => author.name)),
    language: item.language ?? feed.language,
    guid: item.id,
    content: longText(item.content_html ?? item.content_text),
    summary: longText(item.summary),
  };
}

/** The link to the page itself: `alternate`, which is also what no relation means (RFC 4287 §4.2.7.2). */
function alternate(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): string | undefined {
  const pages = (links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate');
  return (pages.find((link) => link.type === undefined || link.type.includes('html')) ?? pages[0])?.href;
}

/** An id that is a URL in its own right. */
function absoluteUrl(text: string | undefined): string | null {
  return text !== undefined && /^https?:\/\//i.test(text.trim()) ? httpUrl(text, text.trim()) : null;
}

function names(list: readonly (string | undefined)[] | undefined): string[] | undefined {
  const found = (list ?? []).slice(0, MAX_AUTHORS).flatMap((name) => plainText(name, MAX_NAME) ?? []);
  return found.length === 0 ? undefined : [...new Set(found)];
}

function longText(text: string | undefined): string | undefined {
  if (text === undefined || oneLine(text.slice(0, 1000)) === '') return undefined;
  return text.slice(0, MAX_TEXT).toWellFormed();
}
