/** Withdrawing articles of pages that are gone. */
import { sql } from 'kysely';
import type { Withdrawal } from '../article/revision-kind.ts';
import type { ArticleId, ClusterId, FrontierId } from '../ids.ts';
import { appendChanges } from './changes.ts';
import type { Tx } from './database.ts';

interface ArticleState {
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly clusterId: ClusterId;
}

/** Withdraws an article whose lock is held. Its revisions and its place in its cluster stay. */
async function withdraw(tx: Tx, article: ArticleState, withdrawal: Withdrawal): Promise<void> {
  const { articleId, revision, clusterId } = article;
  await sql`UPDATE articles SET withdrawn_at = now(), updated_at = now() WHERE id = ${articleId}`.execute(tx);
  await sql`
    INSERT INTO withdrawals (article_id, revision, withdrawal)
    VALUES (${articleId}, ${revision}, ${JSON.stringify(withdrawal)}::jsonb)
    ON CONFLICT (article_id, revision) DO UPDATE SET withdrawal = EXCLUDED.withdrawal, at = now()`.execute(
    tx,
  );
  await appendChanges(tx, [{ type: 'article.withdrawn', articleId, revision, clusterId }]);
}

/**
 * Withdraws the article of a page that is gone. Where the page was only one of its addresses (a phone's
 * edition, an old one), the article stays as long as another address was good at its last visit.
 *
 * @returns the article, or null where there is none or it stays
 */
export async function withdrawGone(
  tx: Tx,
  page: { readonly id: FrontierId; readonly url: string },
  httpStatus: number | null,
): Promise<ArticleId | null> {
  const locked = await sql<{ id: ArticleId }>`
    SELECT a.id FROM articles a JOIN article_urls u ON u.article_id = a.id WHERE u.url = ${page.url}
    FOR UPDATE OF a`.execute(tx);
  const articleId = locked.rows[0]?.id;
  if (articleId === undefined) return null;
  const { rows } = await sql<Omit<ArticleState, 'articleId'>>`
    SELECT a.revision, a.cluster_id AS "clusterId"
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.id = ${articleId} AND a.withdrawn_at IS NULL AND (
      r.content->>'canonicalUrl' = ${page.url} OR NOT EXISTS (
        SELECT 1 FROM article_urls u JOIN frontier f ON f.url = u.url
        WHERE u.article_id = a.id AND f.id <> ${page.id}
          AND f.outcome IN ('new', 'revised', 'unchanged', 'duplicate')))`.execute(tx);
  const state = rows[0];
  if (!state) return null;
  await withdraw(
    tx,
    { articleId, ...state },
    { reason: 'gone', ...(httpStatus === null ? {} : { httpStatus }) },
  );
  return articleId;
}
