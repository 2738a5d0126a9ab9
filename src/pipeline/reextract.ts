/** Today's extractor over stored snapshots: what it reads otherwise, and on demand the revisions that makes. */
import { isDeepStrictEqual } from 'node:util';
import type { ArticleContent } from '../article/article.ts';
import type { Rights } from '../article/rights.ts';
import type { Config } from '../config/schema.ts';
import { textKey } from '../dedupe/fingerprint.ts';
import { asNewsmillError, type Failure, fromFailure, isRetried } from '../errors.ts';
import { EXTRACTOR_VERSION, type ExtractionResult } from '../extract/extraction.ts';
import type { ExtractPool } from '../extract/pool.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import { canonicalOptionsOf, hostKeyOf } from '../frontier/canonical-url.ts';
import { storeExtraction } from '../store/articles.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { recordExtraction } from '../store/extractions.ts';
import type { SnapshotFilter } from '../store/read-snapshots.ts';
import { type Reextractable, walkReextractable } from '../store/reextractable.ts';
import { findSource } from '../store/sources.ts';
import { addressesOf } from './article-addresses.ts';
import { readStoredPages } from './article-pages.ts';
import { extractWithHints } from './fed-text.ts';
import type { HostLinesBook } from './host-lines.ts';
import { refusedByRights, rightsOf } from './page-rights.ts';

/** Fields that are compared. Those left out are computed from these, or say where they came from. */
export const COMPARED_FIELDS = [
  'title',
  'text',
  'authors',
  'organisations',
  'published',
  'publishedPrecision',
  'modified',
  'subtitle',
  'section',
  'tags',
  'language',
  'siteName',
  'canonicalUrl',
  'excerpt',
  'image',
  'images',
  'type',
  'access',
  'markdown',
  'html',
] as const satisfies readonly (keyof ArticleContent)[];
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** What a snapshot gives now, beside what it gave before. */
export type Reading = AsBefore | Otherwise;

/** `missing`: the bytes of the snapshot are gone. */
export interface AsBefore {
  readonly url: string;
  readonly is: 'same' | 'failing' | 'missing';
}

export type Otherwise =
  | {
      readonly url: string;
      readonly is: 'changed';
      readonly fields: readonly ComparedField[];
      readonly before: ArticleContent;
      readonly after: ArticleContent;
    }
  /** An article where there was none. */
  | { readonly url: string; readonly is: 'found'; readonly after: ArticleContent }
  /** No article where there was one. Nothing is ever written for it: a good revision stays. */
  | {
      readonly url: string;
      readonly is: 'lost';
      readonly before: ArticleContent;
      readonly failure: Failure;
    };

export function isOtherwise(reading: Reading): reading is Otherwise {
  return 'before' in reading || 'after' in reading;
}

export interface ReextractParts {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly pool: ExtractPool;
  readonly config: Config;
  readonly hostLines: HostLinesBook;
}

/**
 * Reads the snapshots that match and hands each reading to `onReading`, in the order they were recorded. With `write`,
 * what changed becomes a revision of the kind `reextracted` and what was found an article, one transaction each; a page
 * that was fetched anew meanwhile is left alone.
 */
export async function reextract(
  parts: ReextractParts,
  options: {
    readonly filter: SnapshotFilter;
    readonly write: boolean;
    readonly onReading: (reading: Reading) => void;
  },
): Promise<void> {
  const ahead: Promise<Read>[] = [];
  const endFirst = async (): Promise<void> => {
    const read = await ahead.shift();
    if (read === undefined) return;
    if (options.write && (read.reading.is === 'changed' || read.reading.is === 'found'))
      await store(parts, read, read.reading);
    options.onReading(read.reading);
  };
  try {
    for await (const snapshot of walkReextractable(parts.db, options.filter)) {
      while (ahead.length >= parts.pool.threads * 4) await endFirst();
      const read = readAnew(parts, snapshot);
      // Awaited in its turn; until then its error is nobody's.
      read.catch(() => undefined);
      ahead.push(read);
    }
    while (ahead.length > 0) await endFirst();
  } finally {
    await Promise.allSettled(ahead);
  }
}

interface Read {
  readonly snapshot: Reextractable;
  readonly reading: Reading;
  readonly rights: Rights | null;
  readonly milliseconds: number;
}

async function readAnew(parts: ReextractParts, snapshot: Reextractable): Promise<Read> {
  const { frontierUrl: url, article } = snapshot;
  let bytes: Uint8Array;
  try {
    bytes = await parts.blobs.get(snapshot.blob);
  } catch (thrown) {
    if (asNewsmillError(thrown).code !== 'blob_missing') throw thrown;
    return { snapshot, reading: { url, is: 'missing' }, rights: null, milliseconds: 0 };
  }
  const started = performance.now();
  // All of them, also those that the stored text has: to tell what would change now is what this is for.
  const hostLines = await parts.hostLines.of(hostKeyOf(url));
  const alone = await extraction(parts, snapshot, bytes, hostLines);
  const result =
    alone.failure === undefined ? await withFurtherPages(parts, snapshot, alone, hostLines) : alone;
  const milliseconds = performance.now() - started;
  const rights =
    result.failure === undefined
      ? rightsOf(parts.config, {
          url: snapshot.url,
          headers: snapshot.headers,
          marks: result.marks,
          robots: null,
        })
      : null;
  const source = snapshot.sourceId === null ? null : await findSource(parts.db, snapshot.sourceId);
  const refusal = refusedByRights(parts.config, source?.definition ?? null, snapshot.url, rights);
  const read = { snapshot, rights, milliseconds };
  if (refusal !== null) return { ...read, reading: { url, is: 'same' } };
  if (result.failure !== undefined) {
    const { failure } = result;
    // A page that tells of its host's trouble is what was stored; only what went wrong here ends the reading.
    if (failure.class === 'ours') throw fromFailure(failure);
    return article === null
      ? { ...read, reading: { url, is: 'failing' } }
      : { ...read, reading: { url, is: 'lost', before: article.content, failure } };
  }
  const after = result.content;
  if (article === null) return { ...read, reading: { url, is: 'found', after } };
  const before = article.content;
  const fields = COMPARED_FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return fields.length === 0
    ? { ...read, reading: { url, is: 'same' } }
    : { ...read, reading: { url, is: 'changed', fields, before, after } };
}

/** The article with what is stored of the pages it goes on with. */
async function withFurtherPages(
  { db, blobs, pool }: ReextractParts,
  { sourceId }: Reextractable,
  first: Extract<ExtractionResult, { readonly content: object }>,
  hostLines: readonly string[],
): Promise<ExtractionResult> {
  if (first.continuation === null) return first;
  const source = sourceId === null ? null : await findSource(db, sourceId);
  const options = canonicalOptionsOf(source?.definition.canonical);
  return (await readStoredPages({ db, blobs, pool, hostLines }, first, options)).result;
}

async function extraction(
  { pool, blobs }: ReextractParts,
  { url, contentType, fetchedAt, hints }: Reextractable,
  bytes: Uint8Array,
  hostLines: readonly string[],
): Promise<ExtractionResult> {
  try {
    const page = { bytes, url, contentType, fetchedAt: fetchedAt.getTime(), hostLines };
    return await extractWithHints({ pool, blobs }, page, hints);
  } catch (thrown) {
    return { failure: asNewsmillError(thrown).toFailure() };
  }
}

async function store(
  { db }: ReextractParts,
  { snapshot, rights, milliseconds }: Read,
  reading: Exclude<Otherwise, { is: 'lost' }>,
): Promise<void> {
  const content = reading.after;
  const source = snapshot.sourceId === null ? null : await findSource(db, snapshot.sourceId);
  try {
    await inTransaction(db, async (tx) => {
      const { articleId, revision } = await storeExtraction(tx, {
        content,
        rights,
        urls: addressesOf(content, snapshot.frontierUrl, canonicalOptionsOf(source?.definition.canonical)),
        textKey: textKey(content),
        publisherIds: snapshot.hints?.guid === undefined ? [] : [snapshot.hints.guid],
        sourceId: snapshot.sourceId,
        snapshotId: snapshot.id,
        fetchedAt: snapshot.fetchedAt,
        ...(reading.is === 'changed'
          ? { reextracted: { fields: reading.fields, extractor: EXTRACTOR_VERSION } }
          : {}),
      });
      await recordExtraction(tx, {
        snapshotId: snapshot.id,
        extractor: EXTRACTOR_VERSION,
        milliseconds,
        result: { articleId, revision },
      });
    });
  } catch (thrown) {
    // Where the store will not have it (a teaser of a text it holds), what stands is better.
    if (isRetried(asNewsmillError(thrown).class)) throw thrown;
  }
}
