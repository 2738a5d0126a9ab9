/** Short reads for people who look at newsmill: article heads without their bodies. */
import { sql } from 'kysely';
import type { ArticleId } from '../ids.ts';
import type { Db } from './database.ts';

export interface ArticleHead {
  readonly id: ArticleId;
  readonly title: string;
  readonly url: string;
  readonly siteName: string | null;
  readonly source: string | null;
  readonly access: string;
  readonly revision: number;
  readonly published: Date | null;
  readonly fetched: Date;
  /** Articles with the same text, itself included. */
  readonly copies: number;
}

/** The newest articles. */
export async function listArticleHeads(db: Db, limit: number): Promise<ArticleHead[]> {
  const { rows } = await sql<ArticleHead>`
    SELECT a.id, r.content->>'title' AS title, r.content->>'url' AS url, r.content->>'siteName' AS "siteName",
      a.source_id AS source, r.content->>'access' AS access, a.revision, a.published, r.fetched_at AS fetched,
      (SELECT count(*)::int FROM articles c WHERE c.cluster_id = a.cluster_id) AS copies
    FROM (SELECT * FROM articles ORDER BY id DESC LIMIT ${limit}) a
    JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    ORDER BY a.id DESC`.execute(db);
  return rows;
}

/** How many sources there are. */
export async function countSources(db: Db): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`SELECT count(*)::int AS n FROM sources WHERE removed_at IS NULL`.execute(db);
  return rows[0]?.n ?? 0;
}
