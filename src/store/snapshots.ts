/** Snapshots: the index of what was received. The bytes are blobs, outside the database. */
import { sql } from 'kysely';
import type { BlobHash, SnapshotId } from '../ids.ts';
import { type Db, inTransaction } from './database.ts';
import type { Via } from './tables.ts';

export interface Snapshot {
  readonly id: SnapshotId;
  /** The address that was read, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string | null;
  /** Of the response, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly blob: BlobHash;
  readonly bytes: number;
  readonly via: Via;
  readonly fetchedAt: Date;
}

export async function findSnapshot(db: Db, id: SnapshotId): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    SELECT id::text AS id, url, status, content_type AS "contentType", headers, blob, bytes, via, fetched_at AS "fetchedAt"
    FROM snapshots WHERE id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/**
 * The newest snapshot of a page, asked for by any spelling of its address that the frontier may hold;
 * null where it was never received with success.
 */
export async function findNewestSnapshot(db: Db, urls: readonly string[]): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    SELECT s.id::text AS id, s.url, s.status, s.content_type AS "contentType", s.headers, s.blob, s.bytes, s.via,
      s.fetched_at AS "fetchedAt"
    FROM frontier f JOIN snapshots s ON s.frontier_id = f.id
    WHERE f.url = ANY(${[...urls]}::text[]) AND s.status BETWEEN 200 AND 299
    ORDER BY s.id DESC LIMIT 1`.execute(db);
  return rows[0] ?? null;
}

/** Until when snapshots are kept: those fetched before are old. */
export interface SnapshotAges {
  /** Of snapshots that no revision came of and that are not the last of their URL. */
  readonly plain: Date;
  /** The same for single sources, by id; `plain` for the others. */
  readonly plainOfSource: ReadonlyMap<string, Date>;
  /** Of all others; null keeps them. */
  readonly revised: Date | null;
}

/**
 * Removes old snapshots, at most `most` at a time. A snapshot that is being extracted stays.
 *
 * @returns how many went, and the blobs that no snapshot names any more
 */
export async function pruneSnapshots(
  db: Db,
  before: SnapshotAges,
  most: number,
): Promise<{ readonly removed: number; readonly blobs: readonly BlobHash[] }> {
  const ages = [...before.plainOfSource];
  const latest = new Date(Math.max(before.plain.getTime(), ...ages.map(([, age]) => age.getTime())));
  const plain = sql`
    SELECT s.id FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
    LEFT JOIN unnest(${ages.map(([id]) => id)}::text[], ${ages.map(([, age]) => age)}::timestamptz[])
      AS own (source_id, before) ON own.source_id = f.source_id
    WHERE s.fetched_at < ${latest} AND s.fetched_at < coalesce(own.before, ${before.plain})
      AND f.snapshot_id IS DISTINCT FROM s.id
      AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.snapshot_id = s.id)
    ORDER BY s.fetched_at LIMIT ${most}`;
  const revised = sql`
    SELECT s.id FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
    WHERE s.fetched_at < ${before.revised} AND NOT (f.state = 'fetched' AND f.snapshot_id = s.id)
    ORDER BY s.fetched_at LIMIT ${most}`;
  const { rows } = await inTransaction(db, async (tx) => {
    const old = await sql<{ id: string }>`${plain}`.execute(tx);
    const older = before.revised === null ? [] : (await sql<{ id: string }>`${revised}`.execute(tx)).rows;
    const ids = [...new Set([...old.rows, ...older].map((row) => row.id))].slice(0, most);
    await sql`UPDATE frontier SET snapshot_id = NULL WHERE snapshot_id = ANY(${ids}::bigint[])`.execute(tx);
    return sql<{
      blob: BlobHash;
    }>`DELETE FROM snapshots WHERE id = ANY(${ids}::bigint[]) RETURNING blob`.execute(tx);
  });
  const gone = [...new Set(rows.map((row) => row.blob))];
  if (gone.length === 0) return { removed: 0, blobs: [] };
  const kept = await sql<{
    blob: BlobHash;
  }>`SELECT DISTINCT blob FROM snapshots WHERE blob = ANY(${gone}::text[])`.execute(db);
  const named = new Set(kept.rows.map((row) => row.blob));
  return { removed: rows.length, blobs: gone.filter((blob) => !named.has(blob)) };
}
