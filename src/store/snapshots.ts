/** Snapshots: the index of what was received. The bytes are blobs, outside the database. */
import { sql } from 'kysely';
import type { BlobHash, SnapshotId } from '../ids.ts';
import type { Db } from './database.ts';
import type { Via } from './tables.ts';

export interface Snapshot {
  readonly id: SnapshotId;
  /** The address that was read, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly blob: BlobHash;
  readonly bytes: number;
  readonly via: Via;
  readonly fetchedAt: Date;
}

export async function findSnapshot(db: Db, id: SnapshotId): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    SELECT id::text AS id, url, status, content_type AS "contentType", blob, bytes, via, fetched_at AS "fetchedAt"
    FROM snapshots WHERE id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/**
 * The newest snapshot of a page, asked for by any spelling of its address that the frontier may hold;
 * null where it was never received with success.
 */
export async function findNewestSnapshot(db: Db, urls: readonly string[]): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    SELECT s.id::text AS id, s.url, s.status, s.content_type AS "contentType", s.blob, s.bytes, s.via,
      s.fetched_at AS "fetchedAt"
    FROM frontier f JOIN snapshots s ON s.frontier_id = f.id
    WHERE f.url = ANY(${[...urls]}::text[]) AND s.status BETWEEN 200 AND 299
    ORDER BY s.id DESC LIMIT 1`.execute(db);
  return rows[0] ?? null;
}
