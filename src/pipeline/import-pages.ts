/** Pages of an archive through extraction and the store, without one request. */
import type { ArchivedPage, ArchiveEntry } from '../archive/archived-page.ts';
import type { Rights } from '../article/rights.ts';
import type { Config } from '../config/schema.ts';
import { textKey } from '../dedupe/fingerprint.ts';
import { asNewsmillError, type Failure, isRetried, NewsmillError } from '../errors.ts';
import { EXTRACTOR_VERSION, type ExtractionResult } from '../extract/extraction.ts';
import type { ExtractPool } from '../extract/pool.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import { canonicalUrl, hostKeyOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import type { SourceId } from '../ids.ts';
import { type StoreResult, storeTogether } from '../store/articles.ts';
import { type Db, inTransaction, type Tx } from '../store/database.ts';
import { recordExtractions } from '../store/extractions.ts';
import {
  type ImportEnd,
  type ImportedRow,
  type ImportedSnapshot,
  recordImportEnds,
  recordImports,
} from '../store/imports.ts';
import { addressesOf } from './article-addresses.ts';
import type { HostLinesBook } from './host-lines.ts';
import { type ImportedAs, type ImportSummary, ImportTally } from './import-tally.ts';
import { refusedByRights, rightsOf } from './page-rights.ts';

export interface ImportParts {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly pool: ExtractPool;
  readonly config: Config;
  readonly hostLines: HostLinesBook;
}

export interface ImportOptions {
  readonly sourceId: SourceId | null;
  readonly onProgress?: (done: number) => void;
  /** Ends the import early: what was read by then is stored still, and the summary says `interrupted`. */
  readonly signal?: AbortSignal;
}

/** Pages of one transaction, and the most bytes of them. The next ones are extracted while these are stored. */
const PIECE = 32;
const PIECE_BYTES = 67_108_864;

/** A page that was read, and what its extraction will give. */
interface Begun {
  /** Its file where it has one, else its address. */
  readonly name: string;
  readonly read: Promise<Read | Failure>;
}

interface Read {
  readonly snapshot: ImportedSnapshot;
  /** As the response and the page state them; the host's files of that day are not known. */
  readonly rights: Rights | null;
  readonly result: ExtractionResult;
  readonly milliseconds: number;
}

/**
 * Stores what the entries hold, in their order. Extraction runs on all threads while the pages before are stored, some
 * dozens in a transaction (snapshots, articles, revisions, clusters, change log), so an import that was stopped is
 * simply run again. An archive that breaks off ends the import with what came before, and `broken` says why.
 *
 * @throws NewsmillError what concerns all pages: the database is gone, the blobs cannot be written
 */
export async function importPages(
  parts: ImportParts,
  entries: AsyncIterable<ArchiveEntry>,
  options: ImportOptions,
): Promise<ImportSummary> {
  const tally = new ImportTally();
  let piece: Begun[] = [];
  let pieceBytes = 0;
  let storing: Promise<void> = Promise.resolve();
  const storePiece = async (): Promise<void> => {
    const next = piece;
    piece = [];
    pieceBytes = 0;
    await storing;
    storing = storeAll(parts, next, options, tally);
    // Awaited with the next piece, or at the end; until then its error is nobody's.
    storing.catch(() => undefined);
  };
  try {
    for await (const entry of readable(entries, tally)) {
      if (options.signal?.aborted === true) {
        tally.interrupted = true;
        break;
      }
      if ('skipped' in entry) tally.skip(entry.skipped);
      else if ('failure' in entry) tally.count(entry.failure, entry.url);
      else {
        piece.push({ name: entry.file ?? entry.page.url, read: readPage(parts, entry.page) });
        pieceBytes += entry.page.bytes.byteLength;
        if (piece.length >= PIECE || pieceBytes >= PIECE_BYTES) await storePiece();
      }
    }
    await storePiece();
    await storing;
  } finally {
    await Promise.allSettled([storing, ...piece.map(({ read }) => read)]);
  }
  return tally.summary();
}

/** The entries up to where the archive breaks off. */
async function* readable(
  entries: AsyncIterable<ArchiveEntry>,
  tally: ImportTally,
): AsyncGenerator<ArchiveEntry> {
  try {
    yield* entries;
  } catch (thrown) {
    const error = asNewsmillError(thrown);
    if (error.code !== 'archive_unreadable' && error.code !== 'file_unreadable') throw error;
    tally.broken = error.toFailure();
  }
}

function readPage(parts: ImportParts, page: ArchivedPage): Promise<Read | Failure> {
  const read = blobAndExtraction(parts, page).catch((thrown: unknown) => {
    const error = asNewsmillError(thrown);
    if (isRetried(error.class)) throw error;
    return error.toFailure();
  });
  read.catch(() => undefined);
  return read;
}

async function blobAndExtraction(parts: ImportParts, page: ArchivedPage): Promise<Read> {
  const frontierUrl = canonicalUrl(page.url).url;
  const host = hostKeyOf(frontierUrl);
  const [blob, { result, milliseconds }] = await Promise.all([
    parts.blobs.put(page.bytes),
    extraction(parts.pool, page),
  ]);
  const { url, status, headers, contentType, via, fetchedAt } = page;
  const rights =
    result.failure === undefined
      ? rightsOf(parts.config, { url, headers, marks: result.marks, robots: null })
      : null;
  const refusal = refusedByRights(parts.config, null, url, rights);
  const snapshot = { frontierUrl, host, url, status, headers, contentType, via, fetchedAt };
  return {
    snapshot: { ...snapshot, blob: blob.hash, bytes: page.bytes.byteLength },
    rights,
    result: refusal === null ? result : { failure: refusal.toFailure() },
    milliseconds,
  };
}

async function extraction(
  pool: ExtractPool,
  page: ArchivedPage,
): Promise<{ readonly result: ExtractionResult; readonly milliseconds: number }> {
  const started = performance.now();
  let result: ExtractionResult;
  try {
    const { bytes, url, contentType } = page;
    result = await pool.extract({ bytes, url, contentType, fetchedAt: page.fetchedAt.getTime() });
  } catch (thrown) {
    result = { failure: asNewsmillError(thrown).toFailure() };
  }
  return { result, milliseconds: performance.now() - started };
}

async function storeAll(
  parts: ImportParts,
  begun: readonly Begun[],
  options: ImportOptions,
  tally: ImportTally,
): Promise<void> {
  const reads: Read[] = [];
  const names: string[] = [];
  for (const { name, read } of begun) {
    const what = await read;
    if ('code' in what) tally.count(what, name);
    else {
      reads.push(what);
      names.push(name);
    }
  }
  const store = { sourceId: options.sourceId, policyOf: hostPolicies(parts.config) };
  const ends = await inTransaction(parts.db, (tx) => storeReads(tx, reads, store));
  // Imports teach and are not taught: their pages are read while the ones before wait to be stored.
  for (const [i, { snapshot, result }] of reads.entries())
    if (ends[i] === 'new' && result.content !== undefined)
      await parts.hostLines.learn(snapshot.host, result.content.text, []);
  reads.forEach(({ snapshot }, i) => {
    tally.count(ends[i] ?? 'known', names[i] ?? snapshot.url);
  });
  options.onProgress?.(tally.pages);
}

async function storeReads(
  tx: Tx,
  reads: readonly Read[],
  options: Parameters<typeof recordImports>[2],
): Promise<ImportedAs[]> {
  if (reads.length === 0) return [];
  const rows = await recordImports(
    tx,
    reads.map(({ snapshot }) => snapshot),
    options,
  );
  const fresh = reads.flatMap((read, i) => {
    const row = rows[i];
    return row ? [{ read, row }] : [];
  });
  const articles = fresh.flatMap(({ read: { result, rights, snapshot }, row }) => {
    const { content } = result;
    if (content === undefined) return [];
    return {
      content,
      rights,
      urls: addressesOf(content, snapshot.frontierUrl),
      textKey: textKey(content),
      sourceId: options.sourceId,
      snapshotId: row.snapshotId,
      fetchedAt: snapshot.fetchedAt,
    };
  });
  const stored = await storeTogether(tx, articles);
  const ends = endsOf(fresh, stored);
  await recordExtractions(
    tx,
    fresh.map(({ read, row }, i) => ({
      snapshotId: row.snapshotId,
      extractor: EXTRACTOR_VERSION,
      milliseconds: read.milliseconds,
      result: extractionResultOf(ends[i]),
    })),
  );
  await recordImportEnds(tx, ends);
  const endOfRow = new Map(ends.map((end) => [end.row, end]));
  return rows.map((row): ImportedAs => {
    const end = row === null ? undefined : endOfRow.get(row);
    if (end === undefined) return 'known';
    return end.failure ?? storedAs(end);
  });
}

function endsOf(
  fresh: readonly { readonly read: Read; readonly row: ImportedRow }[],
  stored: readonly StoreResult[],
): ImportEnd[] {
  let next = 0;
  return fresh.map(({ read: { snapshot, result }, row }) => {
    if (result.failure !== undefined) return { row, snapshot, outcome: 'failed', failure: result.failure };
    const became = stored[next++];
    if (became === undefined) throw new NewsmillError('internal', 'An imported page has no result');
    if ('refused' in became) return { row, snapshot, outcome: 'failed', failure: became.refused.toFailure() };
    const { outcome, articleId, revision } = became.stored;
    return { row, snapshot, outcome, articleId, revision };
  });
}

function extractionResultOf(
  end: ImportEnd | undefined,
): { articleId: NonNullable<ImportEnd['articleId']>; revision: number } | Failure {
  if (end?.articleId !== undefined && end.revision !== undefined)
    return { articleId: end.articleId, revision: end.revision };
  return end?.failure ?? new NewsmillError('internal', 'An imported page has no result').toFailure();
}

function storedAs(end: ImportEnd): ImportedAs {
  const { outcome } = end;
  if (outcome === 'new' || outcome === 'revised' || outcome === 'duplicate') return outcome;
  return 'unchanged';
}
