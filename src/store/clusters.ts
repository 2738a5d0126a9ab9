/**
 * Clusters: articles that carry the same text. Every change of who is in which cluster is made here,
 * under the locks of the clusters concerned.
 */
import { sql } from 'kysely';
import type { Evidence, Verdict } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { NewChange } from './changes.ts';
import type { Tx } from './database.ts';
import { moveLodgers } from './lodgers.ts';
import type { Workspace } from './workspace.ts';

/** Why an article is in its cluster. */
export type Membership =
  | { readonly rung: 'text'; readonly cluster: ClusterId }
  | {
      readonly rung: 'near';
      readonly with: ArticleId;
      /** The revision of that article which was compared, where it is not what it shows now. */
      readonly revision?: number;
      readonly score: number;
      readonly direction: Verdict['direction'];
      readonly evidence: Evidence;
    }
  | { readonly rung: 'manual'; readonly decision: 'split' | 'merge'; readonly note: string | null };

/**
 * Keeps a cluster from being merged away or split until the transaction ends, and follows it where that has
 * happened already. Several may hold one cluster at once. Says, too, whether a person keeps it apart from others.
 *
 * @param textKey where the cluster is wanted for a text: the one that has it counts, should a split have moved it
 */
export async function holdCluster(
  tx: Tx,
  clusterId: ClusterId,
  textKey: string | null,
): Promise<{ readonly id: ClusterId; readonly isApart: boolean }> {
  const { rows } = await sql<{ id: ClusterId; isApart: boolean }>`
    SELECT cluster AS id, is_apart AS "isApart" FROM hold_cluster(${clusterId}::uuid, ${textKey}::text)`.execute(
    tx,
  );
  return rows[0] ?? { id: clusterId, isApart: false };
}

export interface LockedClusters {
  /** For each id that was asked for, the cluster that it is now. */
  readonly now: ReadonlyMap<ClusterId, ClusterId>;
  /** Those of them that have lodgers. */
  readonly lodged: readonly ClusterId[];
}

/** Locks clusters for merging or splitting, in sorted order, and follows those merged away meanwhile. */
export async function lockClusters(tx: Tx, ids: readonly ClusterId[]): Promise<LockedClusters> {
  let wanted = [...new Set(ids)].sort();
  const next = new Map<ClusterId, ClusterId | null>();
  const lodged: ClusterId[] = [];
  while (wanted.length > 0) {
    const { rows } = await sql<{ id: ClusterId; mergedInto: ClusterId | null; hasLodgers: boolean }>`
      SELECT id, merged_into AS "mergedInto", has_lodgers AS "hasLodgers" FROM clusters WHERE id = ANY(${wanted}::uuid[])
      ORDER BY id FOR UPDATE`.execute(tx);
    for (const row of rows) {
      next.set(row.id, row.mergedInto);
      if (row.hasLodgers && row.mergedInto === null) lodged.push(row.id);
    }
    wanted = [...new Set(rows.flatMap((row) => row.mergedInto ?? []))].filter((id) => !next.has(id)).sort();
  }
  const resolve = (id: ClusterId): ClusterId => {
    const to = next.get(id) ?? null;
    return to === null ? id : resolve(to);
  };
  return { now: new Map(ids.map((id) => [id, resolve(id)])), lodged };
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
  await moveLodgers(tx, from, into);
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
  /** The text that both have, word for word. */
  readonly textKey?: string;
}

/** What the cluster of a target is, as far as the transaction knows now. */
function clusterNow(work: Workspace, { clusterId, membership, textKey }: Target): ClusterId {
  if (textKey !== undefined) return work.texts.ownerOf(textKey) ?? clusterId;
  return membership.rung === 'near' ? (work.clusterOf(membership.with) ?? clusterId) : clusterId;
}

/** Locks the clusters of targets, also of those that a split moved while the locks were waited for. */
async function lockTargets(
  work: Workspace,
  own: ClusterId | null,
  targets: readonly Target[],
): Promise<ReadonlyMap<ClusterId, ClusterId>> {
  const wanted = (): ClusterId[] => [
    ...(own === null ? [] : [own]),
    ...targets.map((target) => clusterNow(work, target)),
  ];
  for (;;) {
    const ids = wanted();
    const locked = await work.lockClusters(
      ids,
      targets.flatMap(({ textKey }) => textKey ?? []),
    );
    if (wanted().every((id) => locked.has(id))) return locked;
  }
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
  const locked = await lockTargets(work, own, targets);
  const group: ClusterId[] = own === null ? [] : [locked.get(own) ?? own];
  const memberships: Membership[] = [];
  for (const target of targets) {
    const now = clusterNow(work, target);
    const clusterId = locked.get(now) ?? now;
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
