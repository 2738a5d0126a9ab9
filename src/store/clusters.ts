/**
 * Clusters: articles that carry the same text. Every change of who is in which cluster is made here,
 * under the locks of the clusters concerned.
 */
import { sql } from 'kysely';
import type { Evidence, Verdict } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { NewChange } from './changes.ts';
import type { Tx } from './database.ts';
import type { Workspace } from './workspace.ts';

/** Why an article is in its cluster. */
export type Membership =
  | { readonly rung: 'text'; readonly cluster: ClusterId }
  | {
      readonly rung: 'near';
      readonly with: ArticleId;
      readonly score: number;
      readonly direction: Verdict['direction'];
      readonly evidence: Evidence;
    }
  | { readonly rung: 'manual'; readonly decision: 'split' | 'merge'; readonly note: string | null };

/**
 * Keeps a cluster from being merged away until the transaction ends, and follows it where that has
 * happened already. Several may hold one cluster at once. Says, too, whether a person keeps it apart from others.
 */
export async function holdCluster(
  tx: Tx,
  clusterId: ClusterId,
): Promise<{ readonly id: ClusterId; readonly isApart: boolean }> {
  const { rows } = await sql<{ mergedInto: ClusterId | null; isApart: boolean }>`
    SELECT merged_into AS "mergedInto", EXISTS (SELECT 1 FROM cluster_apart WHERE low = c.id)
      OR EXISTS (SELECT 1 FROM cluster_apart WHERE high = c.id) AS "isApart"
    FROM clusters c WHERE id = ${clusterId} FOR KEY SHARE OF c`.execute(tx);
  const next = rows[0]?.mergedInto ?? null;
  return next === null ? { id: clusterId, isApart: rows[0]?.isApart ?? false } : holdCluster(tx, next);
}

/**
 * Locks clusters for merging or splitting, in sorted order, and follows those merged away meanwhile.
 * Gives for each id the cluster that it is now.
 */
export async function lockClusters(
  tx: Tx,
  ids: readonly ClusterId[],
): Promise<ReadonlyMap<ClusterId, ClusterId>> {
  let wanted = [...new Set(ids)].sort();
  const next = new Map<ClusterId, ClusterId | null>();
  while (wanted.length > 0) {
    const { rows } = await sql<{ id: ClusterId; mergedInto: ClusterId | null }>`
      SELECT id, merged_into AS "mergedInto" FROM clusters WHERE id = ANY(${wanted}::uuid[])
      ORDER BY id FOR UPDATE`.execute(tx);
    for (const row of rows) next.set(row.id, row.mergedInto);
    wanted = [...new Set(rows.flatMap((row) => row.mergedInto ?? []))].filter((id) => !next.has(id)).sort();
  }
  const resolve = (id: ClusterId): ClusterId => {
    const to = next.get(id) ?? null;
    return to === null ? id : resolve(to);
  };
  return new Map(ids.map((id) => [id, resolve(id)]));
}

/**
 * Merges `from` into `into` with all that points to it; both must be locked. Members move in the order of
 * their ids; the changes to append are given back, so that the caller puts them in their place.
 */
export async function mergeInto(tx: Tx, from: ClusterId, into: ClusterId): Promise<NewChange[]> {
  const { rows } = await sql<{ id: ArticleId; revision: number }>`
    WITH members AS (SELECT id FROM articles WHERE cluster_id = ${from} ORDER BY id FOR UPDATE)
    UPDATE articles a SET cluster_id = ${into}, updated_at = now() FROM members m WHERE a.id = m.id
    RETURNING a.id, a.revision`.execute(tx);
  await sql`UPDATE cluster_keys SET cluster_id = ${into} WHERE cluster_id = ${from}`.execute(tx);
  await sql`
    INSERT INTO cluster_apart (low, high, at)
    SELECT least(${into}::uuid, other), greatest(${into}::uuid, other), at FROM (
      SELECT CASE WHEN low = ${from}::uuid THEN high ELSE low END AS other, at FROM cluster_apart
      WHERE low = ${from}::uuid OR high = ${from}::uuid) AS kept
    WHERE other <> ${into}::uuid ORDER BY 1, 2 ON CONFLICT DO NOTHING`.execute(tx);
  await sql`DELETE FROM cluster_apart WHERE low = ${from}::uuid OR high = ${from}::uuid`.execute(tx);
  await sql`UPDATE clusters SET merged_into = ${into} WHERE id = ${from}`.execute(tx);
  return rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, revision }) => [
      { type: 'cluster.left' as const, articleId: id, revision, clusterId: from },
      { type: 'cluster.joined' as const, articleId: id, revision, clusterId: into },
    ]);
}

/** A cluster that an article belongs to by its text, best first. */
export interface Target {
  readonly clusterId: ClusterId;
  readonly membership: Membership;
}

export interface Joined {
  readonly clusterId: ClusterId | null;
  readonly memberships: readonly Membership[];
  /** Clusters that are to be merged into this one. */
  readonly merged: readonly ClusterId[];
}

/**
 * Makes one cluster of `own` and the targets, the oldest of them. What a person has told apart stays
 * apart: then the better target counts.
 *
 * @param own null for an article that has no cluster yet
 * @returns the cluster, null where no target counts
 */
export async function joinClusters(
  work: Workspace,
  own: ClusterId | null,
  targets: readonly Target[],
): Promise<Joined> {
  const ids = targets.map((target) => target.clusterId);
  const locked = await work.clusters.lock(own === null ? ids : [own, ...ids]);
  const group: ClusterId[] = own === null ? [] : [locked.get(own) ?? own];
  const memberships: Membership[] = [];
  for (const target of targets) {
    const clusterId = locked.get(target.clusterId) ?? target.clusterId;
    if (!group.includes(clusterId)) {
      if (work.clusters.isApart(clusterId, group)) continue;
      group.push(clusterId);
    }
    memberships.push(target.membership);
  }
  // UUIDv7: the smallest is the oldest.
  const [into = null, ...others] = group.toSorted();
  if (into === null) return { clusterId: null, memberships, merged: [] };
  return { clusterId: into, memberships, merged: others };
}

/** Entries kept of an article's membership. */
const MOST_MEMBERSHIPS = 20;

export async function addMemberships(
  tx: Tx,
  articleId: ArticleId,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await sql`
    UPDATE articles SET membership = (
      SELECT coalesce(jsonb_agg(entry ORDER BY place), '[]') FROM (
        SELECT entry, place FROM jsonb_array_elements(membership || ${JSON.stringify(memberships)}::jsonb)
          WITH ORDINALITY AS e (entry, place) ORDER BY place DESC LIMIT ${MOST_MEMBERSHIPS}) AS newest)
    WHERE id = ${articleId}`.execute(tx);
}
