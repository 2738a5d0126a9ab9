/** Snapshots that came out of an archive: no visit was made for them, and none is planned. */
import { sql } from 'kysely';
import type { Failure } from '../errors.ts';
import type { ArticleId, FrontierId, HostKey, SnapshotId, SourceId } from '../ids.ts';
import type { Tx } from './database.ts';
import type { FetchedSnapshot } from './frontier.ts';
import { ensureHosts, type HostPolicy } from './hosts.ts';
import type { Outcome } from './tables.ts';
import { MAX_MESSAGE } from './visits.ts';

export interface ImportedSnapshot extends Omit<FetchedSnapshot, 'etag' | 'lastModified'> {
  /** Canonical form of the address, as the frontier holds it. */
  readonly frontierUrl: string;
  readonly host: HostKey;
}

export interface ImportedRow {
  readonly frontierId: FrontierId;
  readonly snapshotId: SnapshotId;
}

/**
 * Keeps the index of imported snapshots. Their addresses join the frontier at rest; one that is there already stays as
 * it is, with its state and its next visit.
 *
 * @param options.policyOf pace, slots and lane of hosts not known before
 * @returns in the order of `snapshots`; null for one (address, time, bytes) that was imported before
 */
export async function recordImports(
  tx: Tx,
  snapshots: readonly ImportedSnapshot[],
  options: { readonly sourceId: SourceId | null; readonly policyOf: (host: HostKey) => HostPolicy },
): Promise<(ImportedRow | null)[]> {
  await ensureHosts(
    tx,
    snapshots.map((s) => s.host),
    options.policyOf,
  );
  const places = [...new Map(snapshots.map((s) => [s.frontierUrl, s.host]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  await sql`
    INSERT INTO frontier (url, fetch_url, host, lane, kind, source_id, state)
    SELECT u.url, u.url, u.host, h.lane, 'page', ${options.sourceId}, 'resting'
    FROM unnest(${places.map(([url]) => url)}::text[], ${places.map(([, host]) => host)}::text[]) AS u (url, host)
    JOIN hosts h ON h.host = u.host
    ON CONFLICT (url) DO NOTHING`.execute(tx);
  await sql`
    SELECT 1 FROM frontier WHERE url = ANY(${places.map(([url]) => url)}::text[]) ORDER BY url FOR NO KEY UPDATE`.execute(
    tx,
  );
  const unique = [...new Map(snapshots.map((s) => [identityOf(s), s])).values()];
  const { rows } = await sql<ImportedRow & { frontierUrl: string; blob: string; fetchedAt: Date }>`
    WITH given AS (
      SELECT * FROM unnest(
        ${unique.map((s) => s.frontierUrl)}::text[], ${unique.map((s) => s.url)}::text[],
        ${unique.map((s) => s.status)}::int[], ${unique.map((s) => JSON.stringify(s.headers))}::jsonb[],
        ${unique.map((s) => s.contentType)}::text[], ${unique.map((s) => s.blob)}::text[],
        ${unique.map((s) => s.bytes)}::int[], ${unique.map((s) => s.via)}::text[],
        ${unique.map((s) => s.fetchedAt)}::timestamptz[])
      WITH ORDINALITY AS g (frontier_url, url, status, headers, content_type, blob, bytes, via, fetched_at, place)
    ), added AS (
      INSERT INTO snapshots (frontier_id, url, status, headers, content_type, blob, bytes, via, fetched_at)
      SELECT f.id, g.url, g.status, g.headers, g.content_type, g.blob, g.bytes, g.via, g.fetched_at
      FROM given g JOIN frontier f ON f.url = g.frontier_url
      WHERE NOT EXISTS (
        SELECT 1 FROM snapshots s WHERE s.frontier_id = f.id AND s.fetched_at = g.fetched_at AND s.blob = g.blob)
      ORDER BY g.place
      RETURNING id, frontier_id, blob, fetched_at
    )
    SELECT a.id::text AS "snapshotId", f.id::text AS "frontierId", f.url AS "frontierUrl", a.blob,
      a.fetched_at AS "fetchedAt"
    FROM added a JOIN frontier f ON f.id = a.frontier_id`.execute(tx);
  const added = new Map(rows.map((row) => [identityOf(row), row]));
  return snapshots.map((snapshot) => {
    const identity = identityOf(snapshot);
    const row = added.get(identity) ?? null;
    // The same once more is one that was imported before.
    added.delete(identity);
    return row;
  });
}

const identityOf = (s: {
  readonly frontierUrl: string;
  readonly blob: string;
  readonly fetchedAt: Date;
}): string => `${s.fetchedAt.getTime()} ${s.blob} ${s.frontierUrl}`;

export interface ImportEnd {
  readonly row: ImportedRow;
  readonly snapshot: Pick<ImportedSnapshot, 'status' | 'fetchedAt'>;
  readonly outcome: Outcome;
  readonly failure?: Failure;
  readonly articleId?: ArticleId;
  readonly revision?: number;
}

/** Records what imported snapshots became, as the visits of their day. Of a URL at rest the newest is its outcome. */
export async function recordImportEnds(tx: Tx, ends: readonly ImportEnd[]): Promise<void> {
  if (ends.length === 0) return;
  await tx
    .insertInto('visits')
    .values(
      ends.map(({ row, snapshot, outcome, failure, articleId, revision }) => ({
        frontier_id: row.frontierId,
        snapshot_id: row.snapshotId,
        crawl_id: null,
        started_at: snapshot.fetchedAt,
        http_status: snapshot.status,
        outcome,
        class: failure?.class ?? null,
        code: failure?.code ?? null,
        message: failure?.message.slice(0, MAX_MESSAGE) ?? null,
        article_id: articleId ?? null,
        revision: revision ?? null,
      })),
    )
    .execute();
  await sql`
    UPDATE frontier f SET snapshot_id = newest.snapshot_id, outcome = newest.outcome, outcome_code = newest.code,
      outcome_at = now(), visits = f.visits + 1
    FROM (
      SELECT DISTINCT ON (s.frontier_id) s.frontier_id, s.id AS snapshot_id, s.fetched_at, e.outcome, e.code
      FROM unnest(${ends.map((e) => e.row.snapshotId)}::bigint[], ${ends.map((e) => e.outcome)}::text[],
        ${ends.map((e) => e.failure?.code ?? null)}::text[]) AS e (snapshot_id, outcome, code)
      JOIN snapshots s ON s.id = e.snapshot_id
      ORDER BY s.frontier_id, s.fetched_at DESC, s.id DESC) newest
    WHERE f.id = newest.frontier_id AND f.state = 'resting' AND NOT EXISTS (
      SELECT 1 FROM snapshots last WHERE last.id = f.snapshot_id AND last.fetched_at > newest.fetched_at)`.execute(
    tx,
  );
}
