/** A fetched feed, sitemap or hub page becomes URLs in the frontier: what the discover role does. */
import type { DiscoveredUrl } from '../discover/discovered-url.ts';
import { readEntry } from '../discover/read-entry.ts';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { submitUrls } from '../frontier/intake.ts';
import { inTransaction } from '../store/database.ts';
import { type Entry, entryForSnapshot } from '../store/frontier.ts';
import { findSnapshot } from '../store/snapshots.ts';
import { findSource } from '../store/sources.ts';
import type { FrontierKind } from '../store/tables.ts';
import { endBadly, endWell } from './end-visit.ts';
import type { SnapshotJob } from './extract-page.ts';
import type { Parts } from './parts.ts';

const DAY_MS = 86_400_000;

/** Reads one entry point. URLs go in first and the visit ends after: a crash between reads it once more. */
export async function readEntryPoint(parts: Parts, job: SnapshotJob): Promise<void> {
  const { db } = parts.database;
  const entry = await entryForSnapshot(db, job.frontierId, job.snapshotId);
  if (!entry) return;
  const snapshot = await findSnapshot(db, job.snapshotId);
  if (!snapshot) throw new NewsmillError('database_failed', `Snapshot ${job.snapshotId} has no row`);
  let found: Awaited<ReturnType<typeof readEntry>>;
  try {
    const bytes = await parts.blobs.get(snapshot.blob);
    found = await readEntry({
      kind: entry.kind,
      bytes,
      contentType: snapshot.contentType,
      url: snapshot.url,
    });
  } catch (thrown) {
    return endBadly(parts, entry, { snapshotId: job.snapshotId }, asNewsmillError(thrown), {
      httpStatus: snapshot.status,
    });
  }
  const added = await submitFound(parts, entry, found.urls, found.sitemaps);
  const ended = await inTransaction(db, (tx) =>
    endWell(
      tx,
      entry,
      { snapshotId: job.snapshotId },
      { outcome: 'discovered', snapshotId: job.snapshotId, httpStatus: snapshot.status },
      [],
    ),
  );
  if (!ended) return;
  parts.metrics.visit('discovered');
  const level = added > 0 ? 'info' : 'debug';
  parts.log[level]({ url: entry.url, kind: entry.kind, found: found.urls.length, added }, 'Entry point read');
  parts.onFrontierMoved?.();
}

async function submitFound(
  parts: Parts,
  entry: Entry,
  urls: readonly DiscoveredUrl[],
  sitemaps: readonly string[],
): Promise<number> {
  const source = entry.sourceId === null ? null : await findSource(parts.database.db, entry.sourceId);
  const oldest = source ? Date.now() - source.definition.maxAgeDays * DAY_MS : Number.NEGATIVE_INFINITY;
  const recent = urls.filter((u) => u.published === undefined || Date.parse(u.published) >= oldest);
  const pages = recent.map((u) => ({
    url: u.url,
    kind: 'page' as FrontierKind,
    hints: {
      title: u.title,
      published: u.published,
      authors: u.authors,
      language: source?.definition.language,
    },
  }));
  const children = sitemaps.map((url) => ({ url, kind: 'sitemap' as FrontierKind }));
  const result = await submitUrls(parts.database.db, [...pages, ...children], {
    sourceId: entry.sourceId,
    crawlId: entry.crawlId,
    foundOn: entry.url,
    priority: entry.priority,
    delayMs: source?.definition.delayMs ?? parts.config.fetch.delayMs,
    render: source?.definition.render === 'always',
    again: entry.crawlId !== null,
  });
  for (const { url, failure } of result.refused) {
    parts.log.debug({ url, foundOn: entry.url, code: failure.code }, failure.message);
  }
  return result.added;
}
