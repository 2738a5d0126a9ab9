/** What people decide about clusters: recorded, carried out in one transaction, and kept ever after. */
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { textKey } from '../dedupe/fingerprint.ts';
import { NewsmillError } from '../errors.ts';
import { type ArticleId, ClusterId } from '../ids.ts';
import { appendChanges, type NewChange } from './changes.ts';
import { addMemberships, lockClusters, mergeInto } from './clusters.ts';
import { type Db, inTransaction, type Tx } from './database.ts';
import { copyLodgers } from './lodgers.ts';

interface Member {
  readonly id: ArticleId;
  readonly revision: number;
}

/**
 * Takes articles out of a cluster into one of their own. Nothing but `mergeClusters` brings the two
 * together again, whatever is stored later.
 *
 * @returns the cluster that was founded
 * @throws NewsmillError `not_found_in_store` for no such cluster, `state_conflict` when an article is not
 *   in it or none would stay behind
 */
export async function splitCluster(
  db: Db,
  id: ClusterId,
  articleIds: readonly ArticleId[],
  note: string | null,
): Promise<{ readonly cluster: ClusterId; readonly founded: ClusterId }> {
  return inTransaction(db, async (tx) => {
    const cluster = await lockOne(tx, id);
    const members = await lockMembers(tx, cluster);
    const wanted = new Set(articleIds);
    const moved = members.filter((member) => wanted.has(member.id));
    const stranger = articleIds.find((article) => !members.some((member) => member.id === article));
    if (stranger !== undefined)
      throw new NewsmillError('state_conflict', `The article ${stranger} is not in cluster ${cluster}`);
    if (moved.length === 0 || moved.length === members.length)
      throw new NewsmillError(
        'state_conflict',
        `A split must move some of the ${members.length} articles of cluster ${cluster}, not all of them`,
      );
    const founded = ClusterId.parse(uuidv7());
    await tx.insertInto('clusters').values({ id: founded }).execute();
    const ids = moved.map((member) => member.id);
    await sql`UPDATE articles SET cluster_id = ${founded}, updated_at = now() WHERE id = ANY(${ids}::uuid[])`.execute(
      tx,
    );
    await moveKeys(tx, cluster, founded);
    await copyLodgers(tx, cluster, founded);
    await sql`
      INSERT INTO cluster_apart (low, high)
      VALUES (least(${cluster}::uuid, ${founded}::uuid), greatest(${cluster}::uuid, ${founded}::uuid))`.execute(
      tx,
    );
    // Whom the old cluster was kept apart from, its articles stay apart from.
    await sql`
      INSERT INTO cluster_apart (low, high, at)
      SELECT least(${founded}::uuid, other), greatest(${founded}::uuid, other), at FROM (
        SELECT CASE WHEN low = ${cluster}::uuid THEN high ELSE low END AS other, at FROM cluster_apart
        WHERE low = ${cluster}::uuid OR high = ${cluster}::uuid) AS kept
      WHERE other <> ${founded}::uuid ON CONFLICT DO NOTHING`.execute(tx);
    await record(tx, 'split', cluster, founded, ids, note);
    await appendChanges(
      tx,
      moved.flatMap(({ id: articleId, revision }): NewChange[] => [
        { type: 'cluster.left', articleId, revision, clusterId: cluster },
        { type: 'cluster.joined', articleId, revision, clusterId: founded },
      ]),
    );
    return { cluster, founded };
  });
}

/**
 * Makes one cluster of two; the older one stays.
 *
 * @throws NewsmillError `not_found_in_store` for no such cluster, `state_conflict` when they are one already
 */
export async function mergeClusters(
  db: Db,
  one: ClusterId,
  other: ClusterId,
  note: string | null,
): Promise<ClusterId> {
  return inTransaction(db, async (tx) => {
    const { now: locked } = await lockClusters(tx, [one, other]);
    await refuseUnknown(tx, [one, other]);
    const [into, from] = [locked.get(one) ?? one, locked.get(other) ?? other].toSorted();
    if (into === undefined || from === undefined || into === from)
      throw new NewsmillError('state_conflict', `The clusters ${one} and ${other} are one already`);
    const members = await lockMembers(tx, from);
    await sql`DELETE FROM cluster_apart WHERE low = ${into}::uuid AND high = ${from}::uuid`.execute(tx);
    const changes = await mergeInto(tx, from, into);
    await record(
      tx,
      'merge',
      into,
      from,
      members.map((member) => member.id),
      note,
    );
    await appendChanges(tx, changes);
    return into;
  });
}

async function lockOne(tx: Tx, id: ClusterId): Promise<ClusterId> {
  const { now: locked } = await lockClusters(tx, [id]);
  await refuseUnknown(tx, [id]);
  return locked.get(id) ?? id;
}

async function refuseUnknown(tx: Tx, ids: readonly ClusterId[]): Promise<void> {
  const { rows } = await sql<{ id: ClusterId }>`
    SELECT id FROM clusters WHERE id = ANY(${[...ids]}::uuid[])`.execute(tx);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw new NewsmillError('not_found_in_store', `There is no cluster ${missing}`);
}

async function lockMembers(tx: Tx, cluster: ClusterId): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT id, revision FROM articles WHERE cluster_id = ${cluster} ORDER BY id FOR UPDATE`.execute(tx);
  return rows;
}

/** Gives the new cluster the texts that only its own articles carry, so that exact copies of them go there. */
async function moveKeys(tx: Tx, from: ClusterId, to: ClusterId): Promise<void> {
  const keysOf = async (cluster: ClusterId): Promise<Set<string>> => {
    const { rows } = await sql<{ title: string; text: string }>`
      SELECT r.content->>'title' AS title, r.content->>'text' AS text
      FROM articles a JOIN revisions r ON r.article_id = a.id WHERE a.cluster_id = ${cluster}`.execute(tx);
    return new Set(rows.map(textKey));
  };
  const staying = await keysOf(from);
  const moving = [...(await keysOf(to))].filter((key) => !staying.has(key)).sort();
  await sql`
    UPDATE cluster_keys SET cluster_id = ${to}
    WHERE cluster_id = ${from} AND key = ANY(${moving}::text[])`.execute(tx);
}

async function record(
  tx: Tx,
  decision: 'split' | 'merge',
  cluster: ClusterId,
  other: ClusterId,
  articleIds: readonly ArticleId[],
  note: string | null,
): Promise<void> {
  await sql`
    INSERT INTO cluster_decisions (kind, cluster_id, other_cluster, article_ids, note)
    VALUES (${decision}, ${cluster}, ${other}, ${[...articleIds]}::uuid[], ${note})`.execute(tx);
  for (const id of articleIds) await addMemberships(tx, id, [{ rung: 'manual', decision, note }]);
}
