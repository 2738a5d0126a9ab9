/** Articles on several addresses: which entry has the first page, and what there is of the further ones. */
import { sql } from 'kysely';
import type { FailureCode } from '../errors.ts';
import type { FrontierId, SnapshotId, SourceId } from '../ids.ts';
import type { Db, Tx } from './database.ts';
import { findSnapshot, type Snapshot } from './snapshots.ts';
import type { Hints } from './tables.ts';

/** The first page's entry, with what was received of it last. */
export interface FirstPage {
  readonly id: FrontierId;
  readonly url: string;
  readonly sourceId: SourceId | null;
  readonly hints: Hints | null;
  readonly snapshot: Snapshot;
}

/** The first page that an entry is a part of; null where it is none, or nothing is kept of the first. */
export async function firstPageOf(db: Db, part: FrontierId): Promise<FirstPage | null> {
  const { rows } = await sql<Omit<FirstPage, 'snapshot'> & { snapshotId: SnapshotId }>`
    SELECT f.id::text AS id, f.url, f.source_id AS "sourceId", f.hints, f.snapshot_id::text AS "snapshotId"
    FROM frontier p JOIN frontier f ON f.id = p.part_of
    WHERE p.id = ${part} AND f.snapshot_id IS NOT NULL`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { snapshotId, ...entry } = row;
  const snapshot = await findSnapshot(db, snapshotId);
  return snapshot === null ? null : { ...entry, snapshot };
}

/** A part no longer: the page stands for itself. */
export async function leaveFirstPage(db: Db, part: FrontierId): Promise<void> {
  await sql`UPDATE frontier SET part_of = NULL WHERE id = ${part}`.execute(db);
}

/** What there is of a page: its last snapshot, why its last visit failed for good, or neither. */
export interface KnownPage {
  readonly snapshot: Snapshot | null;
  readonly failed: FailureCode | null;
}

/** @param url canonical form; null where the frontier does not have it */
export async function findPage(db: Db, url: string): Promise<KnownPage | null> {
  const { rows } = await sql<{ snapshotId: SnapshotId | null; failed: FailureCode | null }>`
    SELECT t.snapshot_id::text AS "snapshotId",
      CASE WHEN t.outcome = 'failed' THEN t.outcome_code END AS failed
    FROM frontier f JOIN frontier t ON t.id = coalesce(f.moved_to, f.id) WHERE f.url = ${url}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    snapshot: row.snapshotId === null ? null : await findSnapshot(db, row.snapshotId),
    failed: row.failed,
  };
}

/** Makes entries parts of a first page's. One that has parts itself, or is another's, stays what it is. */
export async function markParts(tx: Tx, first: FrontierId, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) return;
  await sql`
    UPDATE frontier f SET part_of = ${first}
    WHERE f.url = ANY(${[...urls]}::text[]) AND f.part_of IS NULL AND f.id <> ${first}
      AND NOT EXISTS (SELECT 1 FROM frontier o WHERE o.part_of = f.id)`.execute(tx);
}
