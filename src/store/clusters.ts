/** Clusters: articles that carry the same text. */
import { sql } from 'kysely';
import type { ClusterId } from '../ids.ts';
import type { Tx } from './database.ts';

/**
 * The cluster that owns `key`, founded as `candidate` if there is none. Two transactions with the same
 * key end in the same cluster: the second insert waits for the first to commit (invariant 5).
 */
export async function findOrFoundCluster(
  tx: Tx,
  key: string,
  candidate: ClusterId,
): Promise<{ readonly clusterId: ClusterId; readonly founded: boolean }> {
  await tx.insertInto('clusters').values({ id: candidate }).execute();
  await sql`INSERT INTO cluster_keys (key, cluster_id) VALUES (${key}, ${candidate}) ON CONFLICT (key) DO NOTHING`.execute(
    tx,
  );
  const { rows } = await sql<{ clusterId: ClusterId }>`
    SELECT cluster_id AS "clusterId" FROM cluster_keys WHERE key = ${key}`.execute(tx);
  const clusterId = rows[0]?.clusterId ?? candidate;
  const founded = clusterId === candidate;
  if (!founded) await tx.deleteFrom('clusters').where('id', '=', candidate).execute();
  return { clusterId, founded };
}

/** Lets later copies of a text find `clusterId`; a key that another cluster owns stays there. */
export async function addClusterKey(tx: Tx, key: string, clusterId: ClusterId): Promise<void> {
  await sql`INSERT INTO cluster_keys (key, cluster_id) VALUES (${key}, ${clusterId}) ON CONFLICT (key) DO NOTHING`.execute(
    tx,
  );
}
