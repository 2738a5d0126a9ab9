/** Where a document belongs whose text two clusters carry that a person has told apart. */
import { sql } from 'kysely';
import { textKey } from '../dedupe/fingerprint.ts';
import { articleNames } from '../dedupe/names.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { Incoming } from './extraction.ts';
import type { Workspace } from './workspace.ts';

/** Articles looked at; a split is about a few. */
const MOST_MEMBERS = 500;
/** Revisions whose text is compared. */
const MOST_TEXTS = 40;

/**
 * The cluster, kept apart from `cluster`, with an article that carried the document's very text under one of its
 * addresses or names: an article that was split off and closed since (another story at its address, a 404) stays split
 * off when it comes back as a new one. Its text alone would lead to the cluster that has had the text longest.
 *
 * @param cluster held or locked
 * @returns null where there is none
 */
export async function splitHomeOf(
  work: Workspace,
  document: Incoming,
  cluster: ClusterId,
): Promise<ClusterId | null> {
  if (!work.clusters.isSplit(cluster)) return null;
  await work.flush();
  const names = [...document.names.keys()];
  const { rows } = await sql<{ id: ArticleId; urls: (string | null)[]; isNamed: boolean }>`
    SELECT a.id, array_agg(r.content->>'url') || array_agg(r.content->>'canonicalUrl') AS urls,
      EXISTS (SELECT 1 FROM article_ids i WHERE i.article_id = a.id AND i.key = ANY(${names}::uuid[])) AS "isNamed"
    FROM (SELECT id FROM articles WHERE cluster_id IN (
        SELECT high FROM cluster_apart WHERE low = ${cluster} UNION ALL SELECT low FROM cluster_apart WHERE high = ${cluster})
      ORDER BY id LIMIT ${MOST_MEMBERS}) a
    JOIN revisions r ON r.article_id = a.id GROUP BY a.id`.execute(work.tx);
  const itself = rows.filter(({ urls, isNamed }) => {
    const known = urls.filter((url) => url !== null);
    return (
      isNamed ||
      known.some((url) => document.addresses.includes(url)) ||
      [...articleNames(known).keys()].some((name) => document.names.has(name))
    );
  });
  if (itself.length === 0) return null;
  const texts = await sql<{ cluster: ClusterId; title: string; text: string }>`
    SELECT a.cluster_id AS cluster, r.content->>'title' AS title, r.content->>'text' AS text
    FROM articles a JOIN revisions r ON r.article_id = a.id
    WHERE a.id = ANY(${itself.map(({ id }) => id)}::uuid[])
    ORDER BY r.article_id DESC, r.revision DESC LIMIT ${MOST_TEXTS}`.execute(work.tx);
  const home = texts.rows.find((row) => textKey(row) === document.extraction.textKey);
  return home === undefined ? null : work.clusters.hold(home.cluster);
}
