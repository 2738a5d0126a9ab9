/** A fetched feed, sitemap or hub page becomes URLs in the frontier: what the discover role does. */
import type { DiscoveredUrl } from '../discover/discovered-url.ts';
import { type EntryContent, readEntry } from '../discover/read-entry.ts';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { canonicalOptionsOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import { submitUrls } from '../frontier/intake.ts';
import { inTransaction } from '../store/database.ts';
import { recordDiscovery } from '../store/extractions.ts';
import { type Entry, entryForSnapshot } from '../store/frontier.ts';
import { findSnapshot } from '../store/snapshots.ts';
import { findSource, type StoredSource } from '../store/sources.ts';
import type { FrontierKind } from '../store/tables.ts';
import { endBadly, endWell } from './end-visit.ts';
import type { SnapshotJob } from './extract-page.ts';
import { keepFedTexts } from './fed-text.ts';
import type { Parts } from './parts.ts';
import { renderChoice } from './render-choice.ts';

const DAY_MS = 86_400_000;
/** Sitemaps of an index that are followed, the latest changed first; archives go back decades. */
const CHILD_SITEMAPS = 50;
/** Characters kept of an item's id. */
const MAX_GUID = 500;

/** Reads one entry point. URLs go in first and the visit ends after: a crash between reads it once more. */
export async function readEntryPoint(parts: Parts, job: SnapshotJob): Promise<void> {
  const { db } = parts.database;
  const entry = await entryForSnapshot(db, job.frontierId, job.snapshotId);
  if (!entry) return;
  const snapshot = await findSnapshot(db, job.snapshotId);
  if (!snapshot) throw new NewsmillError('database_failed', `Snapshot ${job.snapshotId} has no row`);
  const source = entry.sourceId === null ? null : await findSource(db, entry.sourceId);
  const oldest = source === null ? undefined : new Date(Date.now() - source.definition.maxAgeDays * DAY_MS);
  let found: EntryContent;
  try {
    const bytes = await parts.blobs.get(snapshot.blob);
    const { contentType, url } = snapshot;
    found = await readEntry({ kind: entry.kind, bytes, contentType, url, oldest });
    // A feed may be empty for a while; a page without article links is not the list it was taken for.
    if (entry.kind === 'hub' && found.urls.length === 0) {
      throw new NewsmillError('no_article', `${url} holds no article and links to none`);
    }
  } catch (thrown) {
    return endBadly(parts, entry, { snapshotId: job.snapshotId }, asNewsmillError(thrown), {
      httpStatus: snapshot.status,
    });
  }
  const added = await submitFound(parts, entry, found, source, oldest);
  const ended = await inTransaction(db, async (tx) => {
    const end = { outcome: 'discovered' as const, snapshotId: job.snapshotId, httpStatus: snapshot.status };
    if (!(await endWell(tx, entry, { snapshotId: job.snapshotId }, end, []))) return false;
    await recordDiscovery(tx, { ...job, found: found.urls.length, added });
    return true;
  });
  if (!ended) return;
  parts.metrics.visit('discovered');
  const level = added > 0 ? 'info' : 'debug';
  parts.log[level]({ url: entry.url, kind: entry.kind, found: found.urls.length, added }, 'Entry point read');
  parts.onFrontierMoved?.();
}

async function submitFound(
  parts: Parts,
  entry: Entry,
  found: EntryContent,
  source: StoredSource | null,
  oldest: Date | undefined,
): Promise<number> {
  const recent = found.urls.filter((u) => isSince(u, oldest));
  const canonical = canonicalOptionsOf(source?.definition.canonical);
  const texts = await keepFedTexts(parts.database.db, parts.blobs, recent, canonical);
  const pages = recent.map((u) => ({
    url: u.url,
    kind: 'page' as FrontierKind,
    hints: {
      title: u.title,
      published: u.published,
      authors: u.authors,
      language: u.language ?? source?.definition.language,
      guid: u.guid?.replaceAll('\u0000', '').slice(0, MAX_GUID),
      content: texts.get(u.url),
    },
  }));
  const children = found.sitemaps
    .slice(0, CHILD_SITEMAPS)
    .map((url) => ({ url, kind: 'sitemap' as FrontierKind }));
  const result = await submitUrls(parts.database.db, [...pages, ...children], {
    sourceId: entry.sourceId,
    crawlId: entry.crawlId,
    foundOn: entry.url,
    priority: entry.priority,
    policyOf: hostPolicies(parts.config, source?.definition),
    render: renderChoice(parts.config, source?.definition ?? null),
    again: entry.crawlId !== null,
    canonical,
  });
  for (const { url, failure } of result.refused) {
    parts.log.debug({ url, foundOn: entry.url, code: failure.code }, failure.message);
  }
  return result.added;
}

/** What says nothing of its age is taken. */
function isSince(found: DiscoveredUrl, oldest: Date | undefined): boolean {
  const date = found.published ?? found.modified;
  return oldest === undefined || date === undefined || Date.parse(date) >= oldest.getTime();
}
