/** A snapshot becomes an article, a revision, a copy, or a failure with a reason: what the extract role does. */
import { textKey } from '../dedupe/fingerprint.ts';
import { asNewsmillError, type Failure, fromFailure, isRetried, NewsmillError } from '../errors.ts';
import { EXTRACTOR_VERSION } from '../extract/extraction.ts';
import type { Whole } from '../extract/pages/whole.ts';
import {
  type CanonicalOptions,
  canonicalOptionsOf,
  canonicalUrl,
  hostKeyOf,
} from '../frontier/canonical-url.ts';
import type { FrontierId, SnapshotId } from '../ids.ts';
import { type FirstPage, firstPageOf, leaveFirstPage } from '../store/article-parts.ts';
import { refreshRights } from '../store/article-rights.ts';
import { type StoredExtraction, storeExtraction } from '../store/articles.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { recordExtraction } from '../store/extractions.ts';
import { type Entry, entryForSnapshot, lockFetched, passToDiscovery } from '../store/frontier.ts';
import { findSnapshot, type Snapshot } from '../store/snapshots.ts';
import { findSource } from '../store/sources.ts';
import { addressesOf } from './article-addresses.ts';
import { keepPages, readSnapshot, readStoredPages } from './article-pages.ts';
import { endBadly, endWell } from './end-visit.ts';
import { enqueueReadEntry } from './enqueue.ts';
import { refusedByRights, rightsOf } from './page-rights.ts';
import type { ExtractParts } from './parts.ts';
import { learnFromArticle, learnFromFailure, passToBrowser, renderChoice } from './render-choice.ts';

/** An article to be stored, with the visit that brought it. */
interface ToStore {
  readonly entry: Entry;
  readonly snapshot: Snapshot;
  readonly first: FirstPage;
  readonly whole: Whole;
}

export interface SnapshotJob {
  readonly frontierId: FrontierId;
  readonly snapshotId: SnapshotId;
}

/** Codes with which an address given by hand is read as a list of articles instead. */
const MAY_BE_HUB = new Set(['hub_page', 'no_article']);

/** Extracts one snapshot and stores what came of it, in one transaction. */
export async function extractPage(
  parts: ExtractParts,
  job: SnapshotJob,
  signal?: AbortSignal,
): Promise<void> {
  const entry = await entryForSnapshot(parts.database.db, job.frontierId, job.snapshotId);
  if (!entry) return;
  const snapshot = await findSnapshot(parts.database.db, job.snapshotId);
  if (!snapshot) throw new NewsmillError('database_failed', `Snapshot ${job.snapshotId} has no row`);
  const started = performance.now();
  const { first, read } = await readPages(parts, entry, snapshot, signal);
  const milliseconds = performance.now() - started;
  parts.metrics.extraction(milliseconds / 1000);
  if ('failure' in read) {
    if (entry.kind === 'seed' && MAY_BE_HUB.has(read.failure.code)) return readAsHub(parts, job);
    return endWithout(parts, entry, snapshot, read.failure, milliseconds);
  }
  try {
    await storeContent(parts, { entry, snapshot, first, whole: read }, milliseconds);
  } catch (thrown) {
    const error = asNewsmillError(thrown);
    // What the store refuses for good is the visit's outcome; what it could not do is tried again.
    if (isRetried(error.class)) throw thrown;
    await endBadly(parts, entry, { snapshotId: job.snapshotId }, error, { httpStatus: snapshot.status });
  }
}

/** Ends a visit whose page gave no article, or passes the page on to a browser. */
async function endWithout(
  parts: ExtractParts,
  entry: Entry,
  snapshot: Snapshot,
  failure: Failure,
  milliseconds: number,
): Promise<void> {
  const error = fromFailure(failure);
  const record = (tx: Tx): Promise<void> =>
    recordExtraction(tx, {
      snapshotId: snapshot.id,
      extractor: EXTRACTOR_VERSION,
      milliseconds,
      result: failure,
    });
  const source = entry.sourceId === null ? null : await findSource(parts.database.db, entry.sourceId);
  const choice = renderChoice(parts.config, source?.definition ?? null);
  if (await passToBrowser(parts, entry, snapshot, error, { choice, alongside: record })) return;
  await endBadly(parts, entry, { snapshotId: snapshot.id }, error, {
    httpStatus: snapshot.status,
    alongside: async (tx) => {
      await record(tx);
      if (choice === 'auto') await learnFromFailure(tx, entry, snapshot, error);
    },
  });
}

interface ReadPages {
  readonly first: FirstPage;
  readonly read: Whole | { readonly failure: Failure };
}

/** The article that an entry is the first page or a part of, as far as its pages are there, or why there is none. */
async function readPages(
  parts: ExtractParts,
  entry: Entry,
  snapshot: Snapshot,
  signal: AbortSignal | undefined,
): Promise<ReadPages> {
  const { db } = parts.database;
  const readWith = async (first: FirstPage, hostLines: readonly string[]): Promise<ReadPages> => {
    const reader = { db, blobs: parts.blobs, pool: parts.pool, hostLines };
    const result = await readSnapshot(reader, first.snapshot, first.hints, signal);
    if (result.failure) return { first, read: result };
    const options = await canonicalOptions(parts, first);
    return { first, read: await readStoredPages(reader, result, options, signal) };
  };
  const readFrom = async (first: FirstPage): Promise<ReadPages> => {
    const hostLines = await parts.hostLines.of(hostKeyOf(first.url));
    const found = await readWith(first, hostLines);
    if ('failure' in found.read) return found;
    const { content, hostLines: dropped } = found.read.result;
    const urls = addressesOf(content, first.url, await canonicalOptions(parts, first));
    const kept = new Set(await parts.hostLines.stored(dropped, urls));
    return kept.size === 0
      ? found
      : readWith(
          first,
          hostLines.filter((line) => !kept.has(line)),
        );
  };
  try {
    const above = await firstPageOf(db, entry.id);
    if (above !== null) {
      const whole = await readFrom(above);
      const options = await canonicalOptions(parts, above);
      if ('failure' in whole.read || isAmong(entry, whole.read, options)) return whole;
      // It was taken for a further page and is none: another article, then, or nothing.
      await leaveFirstPage(db, entry.id);
    }
    return await readFrom({ ...entry, snapshot });
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `The extraction of ${entry.url} was stopped before it ended`);
    throw thrown;
  }
}

async function canonicalOptions(parts: ExtractParts, { sourceId }: FirstPage): Promise<CanonicalOptions> {
  const source = sourceId === null ? null : await findSource(parts.database.db, sourceId);
  return canonicalOptionsOf(source?.definition.canonical);
}

function isAmong(entry: Entry, whole: Whole, options: CanonicalOptions): boolean {
  return whole.pages.some((page) => canonicalUrl(page, options).url === entry.url);
}

async function readAsHub(parts: ExtractParts, job: SnapshotJob): Promise<void> {
  const passed = await passToDiscovery(
    parts.database.db,
    job.frontierId,
    job.snapshotId,
    parts.config.maintain.leaseMs,
  );
  if (passed) await enqueueReadEntry(parts.queues, job.frontierId, job.snapshotId);
}

async function storeContent(
  parts: ExtractParts,
  { entry, snapshot, first, whole }: ToStore,
  milliseconds: number,
): Promise<void> {
  const { content, marks, publisherIds } = whole.result;
  const { url, headers } = snapshot;
  const robots = await parts.robots.of(parts.database.db, entry.host, entry.robotsRevision);
  const rights = rightsOf(parts.config, { url, headers, marks, robots });
  const source = entry.sourceId === null ? null : await findSource(parts.database.db, entry.sourceId);
  const refusal = refusedByRights(parts.config, source?.definition ?? null, url, rights);
  if (refusal) throw refusal;
  const pauses = source?.definition.revisit ?? [];
  const canonical = canonicalOptionsOf(source?.definition.canonical);
  const urls = addressesOf(content, first.url, canonical);
  const page: Entry = { ...entry, kind: 'page' };
  const choice = renderChoice(parts.config, source?.definition ?? null);
  let stored: StoredExtraction | null = null;
  await inTransaction(parts.database.db, async (tx) => {
    stored = null;
    if (!(await lockFetched(tx, entry.id, snapshot.id))) return;
    const result = await storeExtraction(tx, {
      content,
      rights,
      urls,
      textKey: textKey(content),
      publisherIds: [...publisherIds, ...(first.hints?.guid === undefined ? [] : [first.hints.guid])],
      sourceId: first.sourceId,
      snapshotId: first.snapshot.id,
      fetchedAt: snapshot.fetchedAt,
    });
    const { articleId, revision } = result;
    if (result.outcome === 'unchanged' || result.outcome === 'duplicate')
      await refreshRights(tx, articleId, revision, rights);
    await recordExtraction(tx, {
      snapshotId: snapshot.id,
      extractor: EXTRACTOR_VERSION,
      milliseconds,
      result: { articleId, revision },
    });
    await endWell(
      tx,
      page,
      { snapshotId: snapshot.id },
      {
        outcome: result.outcome,
        snapshotId: snapshot.id,
        httpStatus: snapshot.status,
        articleId: result.articleId,
        revision: result.revision,
      },
      pauses,
    );
    await keepPages(tx, parts, entry, first.id, whole, canonical);
    if (choice === 'auto') await learnFromArticle(tx, entry, snapshot);
    stored = result;
  });
  if (stored) {
    reportStored(parts, entry, content.title, stored);
    if (isNew(stored))
      await parts.hostLines.learn(hostKeyOf(first.url), content.text, whole.result.hostLines);
  }
  if (stored && whole.missing !== null && whole.missing.why !== null)
    parts.log.warn(
      { url: entry.url, page: whole.missing.url, why: whole.missing.why },
      'The article goes on on a page that was not joined',
    );
}

const isNew = ({ outcome }: StoredExtraction): boolean => outcome === 'new';

function reportStored(parts: ExtractParts, entry: Entry, title: string, stored: StoredExtraction): void {
  parts.metrics.visit(stored.outcome);
  parts.metrics.article(stored.outcome);
  const line = {
    url: entry.url,
    outcome: stored.outcome,
    article: stored.articleId,
    revision: stored.revision,
  };
  if (stored.outcome === 'unchanged') parts.log.debug(line, title);
  else parts.log.info(line, title);
  parts.onFrontierMoved?.();
}
