/**
 * The change log. Writers append inside their own transaction; readers see committed entries in one
 * order that never gets an entry inserted before a place already read (see the table's comment).
 */
import { type RawBuilder, sql } from 'kysely';
import type { RevisionKind, Withdrawal } from '../article/revision-kind.ts';
import { NewsmillError } from '../errors.ts';
import type { ArticleId, ClusterId, Cursor } from '../ids.ts';
import type { Db, Tx } from './database.ts';
import { prepared } from './prepared.ts';
import type { ChangeType } from './tables.ts';

export interface Change {
  readonly cursor: Cursor;
  readonly type: ChangeType;
  readonly articleId: ArticleId;
  readonly revision: number | null;
  readonly clusterId: ClusterId | null;
  readonly at: Date;
  /** `article.revised`: what kind of change it was; else null. */
  readonly kinds: readonly RevisionKind[] | null;
  /** `article.withdrawn`: why; else null. */
  readonly withdrawal: Withdrawal | null;
}

export interface NewChange {
  readonly type: ChangeType;
  readonly articleId: ArticleId;
  readonly revision: number | null;
  readonly clusterId: ClusterId | null;
}

/** Appends changes; call it while holding the row lock of each article named. */
export async function appendChanges(tx: Tx, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`${prepared} ${insertChanges(changes)}`.execute(tx);
}

/** The statement that appends changes, in their order; for callers that write more in the same. */
export function insertChanges(changes: readonly NewChange[]): RawBuilder<unknown> {
  return sql`
    INSERT INTO change_intake (type, article_id, revision, cluster_id)
    SELECT * FROM unnest(${changes.map((c) => c.type)}::text[], ${changes.map((c) => c.articleId)}::uuid[],
      ${changes.map((c) => c.revision)}::integer[], ${changes.map((c) => c.clusterId)}::uuid[])`;
}

/** Entries given their place in one go; bounds the time the log's lock is held. */
const SEQUENCE_BATCH = 5000;

/** Gives committed entries their place. Cheap when there are none; returns how many got one. */
export async function sequenceChanges(db: Db): Promise<number> {
  const waiting = await sql`SELECT 1 FROM change_intake LIMIT 1`.execute(db);
  if (waiting.rows.length === 0) return 0;
  const { rows } = await sql<{ moved: number }>`SELECT sequence_changes(${SEQUENCE_BATCH}) AS moved`.execute(
    db,
  );
  return rows[0]?.moved ?? 0;
}

/** Changes after `after` (exclusive), oldest first. An empty answer means: nothing new yet. */
export async function readChanges(db: Db, after: Cursor, limit: number): Promise<Change[]> {
  await sequenceChanges(db);
  const { rows } = await sql<Change>`
    SELECT c.position::text AS cursor, c.type, c.article_id AS "articleId", c.revision, c.cluster_id AS "clusterId",
      c.at, r.kinds, w.withdrawal
    FROM changes c
    LEFT JOIN revisions r
      ON c.type = 'article.revised' AND r.article_id = c.article_id AND r.revision = c.revision
    LEFT JOIN withdrawals w
      ON c.type = 'article.withdrawn' AND w.article_id = c.article_id AND w.revision = c.revision
    WHERE c.position > ${after} ORDER BY c.position LIMIT ${limit}`.execute(db);
  return rows;
}

/** The first and last place that can be read; both "0" for an empty log that never had an entry. */
export async function changeBounds(db: Db): Promise<{ readonly first: Cursor; readonly last: Cursor }> {
  const { rows } = await sql<{ first: Cursor; last: Cursor }>`
    SELECT coalesce((SELECT min(position) FROM changes), last + 1)::text AS first, last::text AS last FROM change_position`.execute(
    db,
  );
  return rows[0] ?? { first: '0' as Cursor, last: '0' as Cursor };
}

/**
 * Refuses a cursor behind which changes were removed by their age, or which is of another database. "0"
 * is always good: it stands for what is kept.
 *
 * @throws NewsmillError `cursor_expired`
 */
export function refuseForeignCursor(
  after: Cursor,
  bounds: { readonly first: Cursor; readonly last: Cursor },
): void {
  const place = BigInt(after);
  if (place === 0n) return;
  if (place + 1n < BigInt(bounds.first))
    throw new NewsmillError(
      'cursor_expired',
      `Changes after ${after} were removed from the log, which begins at ${bounds.first}`,
    );
  if (place > BigInt(bounds.last))
    throw new NewsmillError(
      'cursor_expired',
      `The log ends at ${bounds.last}: ${after} is a cursor of another database, or of one before it was restored`,
    );
}

/**
 * Removes changes from before `before`, at most `most` at a time. Only the log's beginning is removed, up to the first
 * change that is to be kept: one that a long transaction appended early has its place behind later ones, and a hole
 * there would be skipped by readers, who know only where the log begins.
 */
export async function pruneChanges(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    WITH head AS (SELECT position, at FROM changes ORDER BY position LIMIT ${most})
    DELETE FROM changes WHERE position <= (SELECT max(position) FROM head)
      AND position < coalesce((SELECT min(position) FROM head WHERE at >= ${before}), 9223372036854775807)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
