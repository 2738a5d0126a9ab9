/** A snapshot becomes an article, a revision, a copy, or a failure with a reason: what the extract role does. */
import { textKey } from '../dedupe/fingerprint.ts';
import { asNewsmillError, type Failure, fromFailure, isRetried, NewsmillError } from '../errors.ts';
import { EXTRACTOR_VERSION, type ExtractionResult } from '../extract/extraction.ts';
import { canonicalOptionsOf } from '../frontier/canonical-url.ts';
import type { FrontierId, SnapshotId } from '../ids.ts';
import { refreshRights } from '../store/article-rights.ts';
import { type StoredExtraction, storeExtraction } from '../store/articles.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { recordExtraction } from '../store/extractions.ts';
import { type Entry, entryForSnapshot, lockFetched, passToDiscovery } from '../store/frontier.ts';
import { findSnapshot, type Snapshot } from '../store/snapshots.ts';
import { findSource } from '../store/sources.ts';
import { addressesOf } from './article-addresses.ts';
import { endBadly, endWell } from './end-visit.ts';
import { enqueueReadEntry } from './enqueue.ts';
import { refusedByRights, rightsOf } from './page-rights.ts';
import type { ExtractParts } from './parts.ts';
import { learnFromArticle, learnFromFailure, passToBrowser, renderChoice } from './render-choice.ts';

type Extracted = Extract<ExtractionResult, { readonly content: object }>;

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
  const result = await extractSnapshot(parts, entry, snapshot, signal);
  const milliseconds = performance.now() - started;
  parts.metrics.extraction(milliseconds / 1000);
  if (result.failure) {
    if (entry.kind === 'seed' && MAY_BE_HUB.has(result.failure.code)) return readAsHub(parts, job);
    return endWithout(parts, entry, snapshot, result.failure, milliseconds);
  }
  try {
    await storeContent(parts, entry, snapshot, result, milliseconds);
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

async function extractSnapshot(
  parts: ExtractParts,
  entry: Entry,
  snapshot: Snapshot,
  signal: AbortSignal | undefined,
): Promise<ExtractionResult> {
  try {
    const bytes = await parts.blobs.get(snapshot.blob);
    const hints = Object.fromEntries(
      Object.entries(entry.hints ?? {}).filter(([, value]) => value !== undefined),
    );
    return await parts.pool.extract(
      {
        bytes,
        url: snapshot.url,
        contentType: snapshot.contentType,
        fetchedAt: snapshot.fetchedAt.getTime(),
        hints,
      },
      { transfer: true, ...(signal ? { signal } : {}) },
    );
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `The extraction of ${entry.url} was stopped before it ended`);
    return { failure: asNewsmillError(thrown).toFailure() };
  }
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
  entry: Entry,
  snapshot: Snapshot,
  { content, marks, publisherIds }: Extracted,
  milliseconds: number,
): Promise<void> {
  const { url, headers } = snapshot;
  const robots = await parts.robots.of(parts.database.db, entry.host, entry.robotsRevision);
  const rights = rightsOf(parts.config, { url, headers, marks, robots });
  const refusal = refusedByRights(parts.config, url, rights);
  if (refusal) throw refusal;
  const source = entry.sourceId === null ? null : await findSource(parts.database.db, entry.sourceId);
  const pauses = source?.definition.revisit ?? [];
  const urls = addressesOf(content, entry.url, canonicalOptionsOf(source?.definition.canonical));
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
      publisherIds: [...publisherIds, ...(entry.hints?.guid === undefined ? [] : [entry.hints.guid])],
      sourceId: entry.sourceId,
      snapshotId: snapshot.id,
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
    if (choice === 'auto') await learnFromArticle(tx, entry, snapshot);
    stored = result;
  });
  if (stored) reportStored(parts, entry, content.title, stored);
}

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
