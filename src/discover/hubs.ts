/** Hub pages: lists of articles, such as the front page of a newspaper or of one of its sections. */
import { NewsmillError } from '../errors.ts';
import { decodePage } from '../extract/page/charset.ts';
import { canonicalUrl } from '../frontier/canonical-url.ts';
import { ARTICLE_SCORE, scoreArticleLink } from './article-link.ts';
import { parseBounded } from './bounded-parse.ts';
import { type DiscoveredUrl, httpUrl } from './discovered-url.ts';
import { oneLine, plainText } from './plain-text.ts';
import { isOfSites, siteOf } from './site.ts';

/** Article links taken of one page. */
export const MAX_HUB_LINKS = 500;

/** What a hub page offers. */
export interface HubContent {
  /** Links that look like articles of the same site, in the page's order. */
  readonly urls: readonly DiscoveredUrl[];
  /** Feeds the page names as its own (`link rel=alternate`). */
  readonly feeds: readonly { readonly url: string; readonly title?: string | undefined }[];
  /** The page's own address by its word (`link rel=canonical`). */
  readonly canonical: string | null;
}

/**
 * Reads a hub page as a stream of tags; no tree is built.
 *
 * @param url where the page came from, after redirects
 */
export function readHub(bytes: Uint8Array, contentType: string | null, url: string): HubContent {
  const reader = new HubReader(url);
  parseBounded(
    decodePage(bytes, contentType, 'html').text,
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    {},
  );
  return reader.finish();
}

/** Anchors looked at; a page with more is no front page. */
const MAX_ANCHORS = 10_000;
const MAX_FEEDS = 20;
const MAX_TEXT = 1000;
const MAX_TITLE = 300;

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const FRAMES: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside']);
const FEED_TYPES = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)/i;

/** What is known of one URL while the page is read. */
interface Candidate {
  readonly url: URL;
  text: string;
  heading: string;
  inHeading: boolean;
  inArticle: boolean;
  onlyInFrame: boolean;
  readonly relations: Set<string>;
}

/** The anchor that is open. */
interface OpenAnchor {
  readonly candidate: Candidate;
  text: string;
  heading: string;
}

class HubReader {
  readonly #url: string;
  readonly #self: string;
  readonly #sites: ReadonlySet<string>;
  readonly #candidates = new Map<string, Candidate>();
  readonly #feeds = new Map<string, { url: string; title?: string | undefined }>();
  readonly #depths = { heading: 0, article: 0, frame: 0, silent: 0 };
  #base: string;
  #canonical: string | null = null;
  #anchor: OpenAnchor | null = null;
  #anchors = 0;

  constructor(url: string) {
    this.#url = url;
    this.#base = url;
    this.#self = canonicalOrNull(url) ?? url;
    this.#sites = new Set([siteOf(url)]);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#count(name, 1);
    if (name === 'base') this.#base = httpUrl(attributes.href, this.#url) ?? this.#base;
    else if (name === 'link') this.#link(attributes);
    else if (name === 'a') this.#openAnchor(attributes);
    else if (this.#anchor !== null) {
      this.#anchor.text += ' ';
      if (HEADINGS.has(name)) this.#anchor.candidate.inHeading = true;
    }
  }

  close(name: string): void {
    this.#count(name, -1);
    if (name === 'a') this.#closeAnchor();
    else if (this.#anchor !== null) this.#anchor.text += ' ';
  }

  text(text: string): void {
    if (this.#anchor === null || this.#depths.silent > 0) return;
    if (this.#anchor.text.length < MAX_TEXT) this.#anchor.text += text.slice(0, MAX_TEXT);
    if (this.#depths.heading > 0 && this.#anchor.heading.length < MAX_TEXT) {
      this.#anchor.heading += text.slice(0, MAX_TEXT);
    }
  }

  finish(): HubContent {
    this.#closeAnchor();
    const urls: DiscoveredUrl[] = [];
    for (const candidate of this.#candidates.values()) {
      if (urls.length === MAX_HUB_LINKS) break;
      if (scoreArticleLink(candidate) < ARTICLE_SCORE) continue;
      urls.push({ url: candidate.url.href, title: titleOf(candidate) });
    }
    return { urls, feeds: [...this.#feeds.values()], canonical: this.#canonical };
  }

  #count(name: string, step: 1 | -1): void {
    const depths = this.#depths;
    if (HEADINGS.has(name)) depths.heading = Math.max(0, depths.heading + step);
    else if (name === 'article') depths.article = Math.max(0, depths.article + step);
    else if (FRAMES.has(name)) depths.frame = Math.max(0, depths.frame + step);
    else if (name === 'script' || name === 'style' || name === 'svg' || name === 'noscript') {
      depths.silent = Math.max(0, depths.silent + step);
    }
  }

  #link(attributes: Readonly<Record<string, string>>): void {
    const relations = relationsOf(attributes.rel);
    const url = httpUrl(attributes.href, this.#base);
    if (url === null) return;
    if (relations.has('canonical')) this.#canonical ??= url;
    const isFeed = relations.has('alternate') && FEED_TYPES.test(attributes.type ?? '');
    if (isFeed && this.#feeds.size < MAX_FEEDS && !this.#feeds.has(url)) {
      this.#feeds.set(url, { url, title: plainText(attributes.title, MAX_TITLE) });
    }
  }

  #openAnchor(attributes: Readonly<Record<string, string>>): void {
    this.#closeAnchor();
    this.#anchors += 1;
    if (this.#anchors > MAX_ANCHORS) return;
    const candidate = this.#candidateOf(attributes.href);
    if (candidate === null) return;
    // A header within an article is the article's, not the page's.
    const inFrame = this.#depths.frame > 0 && this.#depths.article === 0;
    candidate.onlyInFrame &&= inFrame;
    candidate.inArticle ||= this.#depths.article > 0;
    candidate.inHeading ||= this.#depths.heading > 0;
    for (const relation of relationsOf(attributes.rel)) candidate.relations.add(relation);
    this.#anchor = { candidate, text: '', heading: '' };
  }

  #closeAnchor(): void {
    if (this.#anchor === null) return;
    const { candidate, text, heading } = this.#anchor;
    const line = oneLine(text);
    if (line.length > candidate.text.length) candidate.text = line;
    const title = oneLine(heading);
    if (title.length > candidate.heading.length) candidate.heading = title;
    this.#anchor = null;
  }

  /** The candidate for a link's target; null for other sites and for the page itself. */
  #candidateOf(href: string | undefined): Candidate | null {
    const url = httpUrl(href, this.#base);
    if (url === null || !isOfSites(url, this.#sites)) return null;
    const key = canonicalOrNull(url);
    if (key === null || key === this.#self) return null;
    const known = this.#candidates.get(key);
    if (known !== undefined) return known;
    const made: Candidate = {
      url: new URL(key),
      text: '',
      heading: '',
      inHeading: false,
      inArticle: false,
      onlyInFrame: true,
      relations: new Set(),
    };
    this.#candidates.set(key, made);
    return made;
  }
}

/** A link that is no URL newsmill could fetch is no link. */
function canonicalOrNull(url: string): string | null {
  try {
    return canonicalUrl(url).url;
  } catch (error) {
    if (error instanceof NewsmillError) return null;
    throw error;
  }
}

function relationsOf(rel: string | undefined): Set<string> {
  return new Set(
    (rel ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== ''),
  );
}

/** The heading a link carries, or its text where that is neither a button's nor a whole teaser's. */
function titleOf(candidate: Candidate): string | undefined {
  const text = candidate.heading === '' ? candidate.text : candidate.heading;
  const isHeadline = text.includes(' ') || /[\u{3040}-\u{30ff}\u{3400}-\u{9fff}]{6,}/u.test(text);
  return isHeadline && text.length <= MAX_TITLE ? text.toWellFormed() : undefined;
}
