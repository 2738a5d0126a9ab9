/**
 * Articles without keys of their own. A key has one owner; a text that shares most of its keys with the owner and is
 * kept apart from it could hardly be found by a copy of its own. It lodges with the owner's cluster, under that
 * cluster's lock: of it and a copy that comes at the same moment, the second meets the first.
 */
import { sql } from 'kysely';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { Db, Tx } from './database.ts';

/** Lodgers of a cluster that are compared with: the newest. */
const MOST_LODGERS = 8;

/** The newest lodgers of clusters. */
export async function readLodgers(tx: Tx, clusterIds: readonly ClusterId[]): Promise<ArticleId[]> {
  if (clusterIds.length === 0) return [];
  const { rows } = await sql<{ id: ArticleId }>`
    SELECT l.article_id AS id FROM unnest(${[...clusterIds]}::uuid[]) AS w (id)
    CROSS JOIN LATERAL (
      SELECT article_id FROM copy_lodgers WHERE cluster_id = w.id ORDER BY article_id DESC LIMIT ${MOST_LODGERS}) AS l`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Makes an article a lodger of clusters, which must be locked and written. */
export async function addLodger(
  tx: Tx,
  articleId: ArticleId,
  clusterIds: readonly ClusterId[],
): Promise<void> {
  const ids = [...clusterIds].sort();
  await sql`
    WITH marked AS (UPDATE clusters SET has_lodgers = true WHERE id = ANY(${ids}::uuid[]) AND NOT has_lodgers)
    INSERT INTO copy_lodgers (cluster_id, article_id) SELECT unnest(${ids}::uuid[]), ${articleId}
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Moves the lodgers of a cluster that is merged into another; both must be locked. */
export async function moveLodgers(tx: Tx, from: ClusterId, into: ClusterId): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM copy_lodgers WHERE cluster_id = ${from} RETURNING article_id, created_at),
      moved AS (
        INSERT INTO copy_lodgers (cluster_id, article_id, created_at) SELECT ${into}, article_id, created_at FROM gone
        ON CONFLICT DO NOTHING)
    UPDATE clusters SET has_lodgers = true WHERE id = ${into} AND EXISTS (SELECT FROM gone)`.execute(tx);
}

/** Makes the lodgers of a cluster those of one that is split off it, too: either may own the keys. */
export async function copyLodgers(tx: Tx, from: ClusterId, to: ClusterId): Promise<void> {
  await sql`
    WITH copied AS (
      INSERT INTO copy_lodgers (cluster_id, article_id, created_at)
      SELECT ${to}, article_id, created_at FROM copy_lodgers WHERE cluster_id = ${from} RETURNING 1)
    UPDATE clusters SET has_lodgers = true WHERE id = ${to} AND EXISTS (SELECT FROM copied)`.execute(tx);
}

/** Removes lodgers that are older than any key that is still searched, at most `most` at a time. */
export async function pruneLodgers(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM copy_lodgers WHERE (cluster_id, article_id) IN (
      SELECT cluster_id, article_id FROM copy_lodgers WHERE created_at < ${before} ORDER BY created_at LIMIT ${most})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
