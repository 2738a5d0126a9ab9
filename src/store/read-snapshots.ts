/** Walking over stored snapshots, in the order they were recorded. */
import { sql } from 'kysely';
import type { FrontierId, SnapshotId, SourceId } from '../ids.ts';
import type { Db } from './database.ts';
import type { Snapshot } from './snapshots.ts';
import type { FrontierKind, Hints } from './tables.ts';

export interface SnapshotFilter {
  readonly sourceId?: SourceId | undefined;
  /** Fetched at this time or later. */
  readonly since?: Date | undefined;
  /** Of this frontier URL (canonical form). */
  readonly url?: string | undefined;
  /** Only pages, and of each only the last one received: what its article was read from. */
  readonly lastOfPage?: boolean;
}

export interface WalkedSnapshot extends Snapshot {
  readonly frontierId: FrontierId;
  readonly frontierUrl: string;
  readonly kind: FrontierKind;
  readonly sourceId: SourceId | null;
  readonly hints: Hints | null;
  readonly headers: Readonly<Record<string, string>>;
}

const PIECE = 500;

/** Yields the snapshots that match; those recorded meanwhile may or may not be among them. */
export async function* walkSnapshots(db: Db, filter: SnapshotFilter): AsyncGenerator<WalkedSnapshot> {
  let after: SnapshotId | string = '0';
  for (;;) {
    const { rows }: { rows: WalkedSnapshot[] } = await sql<WalkedSnapshot>`
      SELECT s.id::text AS id, s.url, s.status, s.content_type AS "contentType", s.blob, s.bytes, s.via,
        s.fetched_at AS "fetchedAt", s.headers, f.id::text AS "frontierId", f.url AS "frontierUrl", f.kind,
        f.source_id AS "sourceId", f.hints
      FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
      WHERE s.id > ${after}::bigint
        AND (${filter.sourceId ?? null}::text IS NULL OR f.source_id = ${filter.sourceId ?? null})
        AND (${filter.since ?? null}::timestamptz IS NULL OR s.fetched_at >= ${filter.since ?? null})
        AND (${filter.url ?? null}::text IS NULL OR f.url = ${filter.url ?? null})
        AND (NOT ${filter.lastOfPage ?? false} OR (f.kind IN ('page', 'seed') AND s.status BETWEEN 200 AND 299
          AND NOT EXISTS (SELECT 1 FROM snapshots later WHERE later.frontier_id = s.frontier_id AND later.id > s.id)))
      ORDER BY s.id LIMIT ${PIECE}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PIECE) return;
    after = last.id;
  }
}
