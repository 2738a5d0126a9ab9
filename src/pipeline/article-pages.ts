/** The pages of one article in the frontier: what is there is joined, what is not is fetched in its own turn. */
import { asNewsmillError } from '../errors.ts';
import type { ExtractionResult } from '../extract/extraction.ts';
import { readWhole, type Whole } from '../extract/pages/whole.ts';
import type { ExtractPool } from '../extract/pool.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import { type CanonicalOptions, canonicalUrl, hostKeyOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import type { FrontierId } from '../ids.ts';
import { findPage, markParts } from '../store/article-parts.ts';
import type { Db, Tx } from '../store/database.ts';
import { addUrls, type Entry } from '../store/frontier.ts';
import type { Snapshot } from '../store/snapshots.ts';
import type { Hints } from '../store/tables.ts';
import { extractWithHints } from './fed-text.ts';
import type { Parts } from './parts.ts';

export interface PageReader {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly pool: ExtractPool;
  /** Keys of the lines that the pages' host repeats. */
  readonly hostLines: readonly string[];
}

type Extracted = Extract<ExtractionResult, { readonly content: object }>;

/** Extracts a stored snapshot. A failure to read it is a result; only an abort is thrown. */
export async function readSnapshot(
  { blobs, pool, hostLines }: Omit<PageReader, 'db'>,
  snapshot: Snapshot,
  hints: Hints | null,
  signal?: AbortSignal,
): Promise<ExtractionResult> {
  try {
    const { url, contentType, fetchedAt } = snapshot;
    const bytes = await blobs.get(snapshot.blob);
    const page = { bytes, url, contentType, fetchedAt: fetchedAt.getTime(), hostLines };
    return await extractWithHints({ pool, blobs }, page, hints, signal);
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    return { failure: asNewsmillError(thrown).toFailure() };
  }
}

/** Joins a first page with what is stored of the pages that it goes on with. */
export function readStoredPages(
  reader: PageReader,
  first: Extracted,
  options: CanonicalOptions,
  signal?: AbortSignal,
): Promise<Whole> {
  return readWhole(first, async (address) => {
    let url: string;
    try {
      ({ url } = canonicalUrl(address, options));
    } catch (thrown) {
      return { why: asNewsmillError(thrown).message };
    }
    const page = await findPage(reader.db, url);
    if (page === null) return null;
    if (page.snapshot !== null) return readSnapshot(reader, page.snapshot, null, signal);
    return page.failed === null ? null : { why: `its visit failed with ${page.failed}` };
  });
}

/** Makes the pages that were joined parts of the first, and adds the one that is not there yet to the frontier. */
export async function keepPages(
  tx: Tx,
  parts: Parts,
  entry: Entry,
  first: FrontierId,
  whole: Whole,
  options: CanonicalOptions,
): Promise<void> {
  const urls = whole.pages.map((page) => canonicalUrl(page, options).url);
  if (whole.missing?.why === null) {
    const { url } = canonicalUrl(whole.missing.url, options);
    await addUrls(tx, [{ url, host: hostKeyOf(url), kind: 'page', render: 'habit' }], {
      sourceId: entry.sourceId,
      crawlId: entry.crawlId,
      foundOn: entry.url,
      priority: entry.priority,
      policyOf: hostPolicies(parts.config),
    });
    urls.push(url);
  }
  await markParts(tx, first, urls);
}
