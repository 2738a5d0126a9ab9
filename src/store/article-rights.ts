/** What is known of an article's rights, where its page was looked at again and its content is as it was. */
import { sql } from 'kysely';
import type { Rights } from '../article/rights.ts';
import type { ArticleId } from '../ids.ts';
import type { Tx } from './database.ts';

/**
 * Writes rights that have changed into the revision that stands. Rights are statements about the page, not part of what
 * it tells, so they make no revision of their own.
 */
export async function refreshRights(
  tx: Tx,
  articleId: ArticleId,
  revision: number,
  rights: Rights | null,
): Promise<void> {
  const value = JSON.stringify(rights);
  await sql`
    UPDATE revisions SET content = jsonb_set(content, '{rights}', ${value}::jsonb)
    WHERE article_id = ${articleId} AND revision = ${revision}
      AND content->'rights' IS DISTINCT FROM ${value}::jsonb`.execute(tx);
}
