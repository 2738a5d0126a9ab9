/** Sitemaps (sitemaps.org protocol 0.9), with Google News fields; read as a stream. */
import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { NewsmillError } from '../errors.ts';
import { type ChildSitemap, type DiscoveredUrl, httpUrl } from './discovered-url.ts';
import { isoInstant } from './found-date.ts';
import { plainText } from './plain-text.ts';
import { isOfSites, siteOf } from './site.ts';

/** The protocol's bounds on one file: URLs, and bytes when not compressed. */
export const MAX_SITEMAP_URLS = 50_000;
export const MAX_SITEMAP_BYTES = 52_428_800;

/** What a sitemap, or an index of sitemaps, holds. */
export interface SitemapContent {
  readonly urls: readonly DiscoveredUrl[];
  readonly sitemaps: readonly ChildSitemap[];
  /** Entries left out because they lie on somebody else's site. */
  readonly foreign: number;
  /** Whether the file went on after a bound, or broke off. What was read before that counts. */
  readonly truncated: boolean;
}

/** How a sitemap is read. */
export interface SitemapOptions {
  /**
   * URLs whose sites the entries may lie on too. Otherwise only the sitemap's own site is taken: the protocol lets a
   * sitemap speak for its own host alone, and news sites spread over the hosts of one registrable domain.
   */
  readonly sites?: readonly string[] | undefined;
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads a sitemap or a sitemap index, as XML, as gzip, or as one URL a line.
 *
 * @param url where it came from
 * @throws NewsmillError `bad_feed` where it is none of these
 */
export async function readSitemap(
  chunks: Chunks,
  url: string,
  options: SitemapOptions = {},
): Promise<SitemapContent> {
  const reader = new SitemapReader(url, options);
  let bytes = 0;
  let broken = false;
  try {
    for await (const piece of pieces(inflated(chunks))) {
      bytes += piece.length;
      reader.write(piece);
      if (bytes > MAX_SITEMAP_BYTES || reader.isFull) {
        broken = true;
        break;
      }
    }
  } catch (error) {
    // A gzip file that breaks off has been read as far as it goes.
    if (!isDamagedGzip(error)) throw error;
    broken = true;
  }
  return reader.finish(broken);
}

/** The chunks, unpacked where they begin as a gzip file does (RFC 1952 §2.3.1). */
async function* inflated(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, all } = await peeked(chunks);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 65_536 });
  // A failure of either stream comes out of the loop that reads the last one.
  pipeline(Readable.from(all), gunzip, () => undefined);
  yield* gunzip as AsyncIterable<Uint8Array>;
}

/** The first two bytes, and everything from the start. */
async function peeked(chunks: Chunks): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const rest = (async function* () {
    yield* chunks;
  })();
  const taken: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const { done, value } = await rest.next();
    if (done === true) break;
    taken.push(value);
    head = Buffer.concat([head, value.subarray(0, 2)]);
  }
  const all = (async function* () {
    yield* taken;
    yield* rest;
  })();
  return { head, all };
}

const PIECE_BYTES = 65_536;

/** Chunks in small pieces, with a pause every mebibyte: a large sitemap must not keep its process from other work. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield chunk.subarray(at, at + PIECE_BYTES);
      count += 1;
      if (count % 16 === 0) await setImmediate();
    }
  }
}

function isDamagedGzip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** Longest text of one element that is kept; more than any field may have. */
const MAX_FIELD = 4096;
const MAX_DEPTH = 32;
const MAX_TITLE = 500;

/** Fields by the names of the elements they stand in, prefixes dropped: an image's `loc` is not the page's. */
const FIELDS: ReadonlyMap<string, keyof Fields> = new Map([
  ['url/loc', 'loc'],
  ['url/lastmod', 'lastmod'],
  ['sitemap/loc', 'loc'],
  ['sitemap/lastmod', 'lastmod'],
  ['news/publication_date', 'published'],
  ['news/title', 'title'],
  ['publication/language', 'language'],
]);

interface Fields {
  loc?: string;
  lastmod?: string;
  published?: string;
  title?: string;
  language?: string;
}

class SitemapReader {
  readonly #url: string;
  readonly #sites: ReadonlySet<string>;
  readonly #urls = new Map<string, DiscoveredUrl>();
  readonly #sitemaps = new Map<string, ChildSitemap>();
  readonly #path: string[] = [];
  readonly #parser: Parser;
  #decoder: TextDecoder | null = null;
  #kind: 'undecided' | 'xml' | 'text' = 'undecided';
  #head = '';
  #root = '';
  #fields: Fields = {};
  #field: keyof Fields | null = null;
  #foreign = 0;

  constructor(url: string, options: SitemapOptions) {
    this.#url = url;
    this.#sites = new Set([url, ...(options.sites ?? [])].map(siteOf));
    this.#parser = new Parser(
      {
        onopentagname: (name) => this.#open(localName(name)),
        onclosetag: (name) => this.#close(localName(name)),
        ontext: (text) => this.#text(text),
      },
      { xmlMode: true },
    );
  }

  get isFull(): boolean {
    return this.#urls.size >= MAX_SITEMAP_URLS || this.#sitemaps.size >= MAX_SITEMAP_URLS;
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  finish(broken: boolean): SitemapContent {
    this.#take(this.#decoder?.decode() ?? '');
    if (this.#kind === 'undecided') this.#decide();
    if (this.#kind === 'text') this.#line(this.#head);
    else this.#parser.end();
    if (this.#kind === 'xml' && this.#root !== 'urlset' && this.#root !== 'sitemapindex') throw this.#bad();
    if (this.#kind === 'text' && this.#urls.size === 0) throw this.#bad();
    return {
      urls: [...this.#urls.values()].slice(0, MAX_SITEMAP_URLS),
      sitemaps: [...this.#sitemaps.values()].slice(0, MAX_SITEMAP_URLS),
      foreign: this.#foreign,
      truncated: broken,
    };
  }

  #take(text: string): void {
    if (this.#kind === 'xml') {
      this.#parser.write(text);
      return;
    }
    this.#head += text;
    if (this.#kind === 'undecided' && this.#head.trim().length > 16) this.#decide();
    if (this.#kind === 'text') {
      const lines = this.#head.split(/[\r\n]+/);
      this.#head = (lines.pop() ?? '').slice(0, MAX_FIELD);
      for (const line of lines) this.#line(line);
    }
  }

  /** A file that does not begin with markup holds one URL a line. */
  #decide(): void {
    const text = this.#head.trimStart();
    this.#kind = text.startsWith('<') ? 'xml' : 'text';
    if (this.#kind !== 'xml') return;
    this.#parser.write(text);
    this.#head = '';
  }

  #line(line: string): void {
    if (/^https?:\/\//i.test(line.trim())) this.#keep({ loc: line }, 'url');
  }

  #open(name: string): void {
    if (this.#root === '') {
      this.#root = name;
      if (name !== 'urlset' && name !== 'sitemapindex') throw this.#bad();
    }
    if (this.#path.length >= MAX_DEPTH) throw this.#bad();
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (name === 'url' || name === 'sitemap') this.#fields = {};
    this.#field = FIELDS.get(`${parent}/${name}`) ?? null;
  }

  #text(text: string): void {
    if (this.#field === null) return;
    const before = this.#fields[this.#field] ?? '';
    if (before.length < MAX_FIELD) this.#fields[this.#field] = before + text.slice(0, MAX_FIELD);
  }

  #close(name: string): void {
    this.#field = null;
    const index = this.#path.lastIndexOf(name);
    if (index >= 0) this.#path.length = index;
    if (name !== 'url' && name !== 'sitemap') return;
    if (!this.isFull) this.#keep(this.#fields, name);
    this.#fields = {};
  }

  #keep(fields: Fields, kind: 'url' | 'sitemap'): void {
    const url = httpUrl(fields.loc, this.#url);
    if (url === null) return;
    if (!isOfSites(url, this.#sites)) {
      this.#foreign += 1;
      return;
    }
    const modified = isoInstant(fields.lastmod);
    if (kind === 'sitemap') {
      if (!this.#sitemaps.has(url)) this.#sitemaps.set(url, { url, modified });
    } else if (!this.#urls.has(url)) {
      const title = plainText(fields.title, MAX_TITLE);
      const language = fields.language?.trim() || undefined;
      this.#urls.set(url, { url, title, published: isoInstant(fields.published), modified, language });
    }
  }

  #bad(): NewsmillError {
    return new NewsmillError('bad_feed', `${this.#url} is no sitemap`);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The protocol demands UTF-8, and most keep to it; UTF-16 has its byte order mark, and others name themselves. */
function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('windows-1252').decode(first.subarray(0, 200));
  const label = /^(?:ï»¿)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // An encoding nobody knows: URLs are ASCII in any that is left.
    return 'utf-8';
  }
}
