/** Walking over stored snapshots, in the order they were recorded. */
import { type RawBuilder, sql } from 'kysely';
import type { FrontierId, SourceId } from '../ids.ts';
import type { Db } from './database.ts';
import type { Snapshot } from './snapshots.ts';
import type { FrontierKind, Hints } from './tables.ts';

export interface SnapshotFilter {
  readonly sourceId?: SourceId | undefined;
  /** Fetched at this time or later. */
  readonly since?: Date | undefined;
  /** Of this frontier URL (canonical form). */
  readonly url?: string | undefined;
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

/** What is read of a snapshot `s` and its frontier entry `f`. */
export const walkedColumns = sql`
  s.id::text AS id, s.url, s.status, s.content_type AS "contentType", s.blob, s.bytes, s.via,
  s.fetched_at AS "fetchedAt", s.headers, f.id::text AS "frontierId", f.url AS "frontierUrl", f.kind,
  f.source_id AS "sourceId", f.hints`;

/** Whether a snapshot `s` and its frontier entry `f` match. */
export function matches(filter: SnapshotFilter): RawBuilder<unknown> {
  const [sourceId, since, url] = [filter.sourceId ?? null, filter.since ?? null, filter.url ?? null];
  return sql`(${sourceId}::text IS NULL OR f.source_id = ${sourceId})
    AND (${since}::timestamptz IS NULL OR s.fetched_at >= ${since})
    AND (${url}::text IS NULL OR f.url = ${url})`;
}

/** Reads pieces of `size` rows, each behind the last row of the one before, until one is short. */
export async function* inPieces<Row extends { readonly id: string }>(
  size: number,
  read: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after = '0';
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.id;
  }
}

/** Yields the snapshots that match; those recorded meanwhile may or may not be among them. */
export function walkSnapshots(db: Db, filter: SnapshotFilter): AsyncGenerator<WalkedSnapshot> {
  return inPieces(PIECE, async (after) => {
    const { rows } = await sql<WalkedSnapshot>`
      SELECT ${walkedColumns} FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
      WHERE s.id > ${after}::bigint AND ${matches(filter)}
      ORDER BY s.id LIMIT ${PIECE}`.execute(db);
    return rows;
  });
}
