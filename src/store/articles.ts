/** Writing articles: one extraction becomes a new article, a revision, a copy, or nothing new. */
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ArticleContent } from '../article/article.ts';
import { ArticleId, ClusterId, type SnapshotId, type SourceId } from '../ids.ts';
import { appendChanges } from './changes.ts';
import { addClusterKey, findOrFoundCluster } from './clusters.ts';
import type { Tx } from './database.ts';

export interface NewExtraction {
  readonly content: ArticleContent;
  /** The addresses the page is known by, canonical form; the one most worth believing first. */
  readonly urls: readonly string[];
  /** `textKey` of the content. */
  readonly textKey: string;
  readonly sourceId: SourceId | null;
  readonly snapshotId: SnapshotId | null;
  readonly fetchedAt: Date;
}

export interface StoredExtraction {
  /**
   * - `new`: an article with a text not seen before
   * - `duplicate`: a new article that carries a text already known, or one more address of a known article
   * - `revised`: a known article, whose content has changed
   * - `unchanged`: a known article with the content it had
   */
  readonly outcome: 'new' | 'duplicate' | 'revised' | 'unchanged';
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly clusterId: ClusterId;
}

interface CurrentRow {
  clusterId: ClusterId;
  revision: number;
  contentHash: string;
  fetchedAt: Date;
}

/**
 * Stores one extraction within the caller's transaction. Locks are taken in one order everywhere
 * (addresses sorted, article, cluster key), so writers of the same story queue up and none deadlocks.
 */
export async function storeExtraction(tx: Tx, extraction: NewExtraction): Promise<StoredExtraction> {
  const candidate = ArticleId.parse(uuidv7());
  const { owner, newAddress } = await claimUrls(tx, extraction.urls, candidate);
  return owner === candidate
    ? createArticle(tx, candidate, extraction)
    : updateArticle(tx, owner, extraction, newAddress);
}

/** Finds the article that owns one of the addresses; those without an owner become its own. */
async function claimUrls(
  tx: Tx,
  urls: readonly string[],
  candidate: ArticleId,
): Promise<{ readonly owner: ArticleId; readonly newAddress: boolean }> {
  const sorted = [...new Set(urls)].sort();
  await sql`
    INSERT INTO article_urls (url, article_id)
    SELECT u, ${candidate}::uuid FROM unnest(${sorted}::text[]) AS u ORDER BY u
    ON CONFLICT (url) DO NOTHING`.execute(tx);
  const { rows } = await sql<{ url: string; articleId: ArticleId }>`
    SELECT url, article_id AS "articleId" FROM article_urls WHERE url = ANY(${sorted}::text[])`.execute(tx);
  const owners = new Map(rows.map((row) => [row.url, row.articleId]));
  const owner =
    urls.map((url) => owners.get(url)).find((id) => id !== undefined && id !== candidate) ?? candidate;
  const newAddress = rows.some((row) => row.articleId === candidate);
  if (owner !== candidate && newAddress) {
    await sql`UPDATE article_urls SET article_id = ${owner} WHERE article_id = ${candidate}`.execute(tx);
  }
  return { owner, newAddress };
}

async function createArticle(
  tx: Tx,
  articleId: ArticleId,
  extraction: NewExtraction,
): Promise<StoredExtraction> {
  const { clusterId, founded } = await findOrFoundCluster(tx, extraction.textKey, ClusterId.parse(uuidv7()));
  await tx
    .insertInto('articles')
    .values({
      id: articleId,
      source_id: extraction.sourceId,
      cluster_id: clusterId,
      revision: 1,
      published: extraction.content.published,
    })
    .execute();
  await insertRevision(tx, articleId, 1, extraction);
  await appendChanges(tx, [
    { type: 'article.created', articleId, revision: 1, clusterId },
    ...(founded ? [] : [{ type: 'cluster.joined' as const, articleId, revision: 1, clusterId }]),
  ]);
  return { outcome: founded ? 'new' : 'duplicate', articleId, revision: 1, clusterId };
}

async function updateArticle(
  tx: Tx,
  articleId: ArticleId,
  extraction: NewExtraction,
  newAddress: boolean,
): Promise<StoredExtraction> {
  const { rows } = await sql<CurrentRow>`
    SELECT a.cluster_id AS "clusterId", a.revision, r.content_hash AS "contentHash", r.fetched_at AS "fetchedAt"
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.id = ${articleId} FOR UPDATE OF a`.execute(tx);
  const current = rows[0];
  if (!current) throw new Error(`article ${articleId} has no current revision`);
  const { clusterId } = current;
  // A page that was fetched earlier but extracted later says nothing about the present.
  const outdated = extraction.fetchedAt < current.fetchedAt;
  if (outdated || current.contentHash === extraction.content.contentHash) {
    return {
      outcome: newAddress ? 'duplicate' : 'unchanged',
      articleId,
      revision: current.revision,
      clusterId,
    };
  }
  const revision = current.revision + 1;
  await insertRevision(tx, articleId, revision, extraction);
  await sql`
    UPDATE articles SET revision = ${revision}, published = ${extraction.content.published},
      source_id = coalesce(source_id, ${extraction.sourceId}), updated_at = now()
    WHERE id = ${articleId}`.execute(tx);
  await addClusterKey(tx, extraction.textKey, clusterId);
  await appendChanges(tx, [{ type: 'article.revised', articleId, revision, clusterId }]);
  return { outcome: 'revised', articleId, revision, clusterId };
}

async function insertRevision(
  tx: Tx,
  articleId: ArticleId,
  revision: number,
  extraction: NewExtraction,
): Promise<void> {
  await tx
    .insertInto('revisions')
    .values({
      article_id: articleId,
      revision,
      content: JSON.stringify(extraction.content),
      content_hash: extraction.content.contentHash,
      snapshot_id: extraction.snapshotId,
      fetched_at: extraction.fetchedAt,
    })
    .execute();
}
