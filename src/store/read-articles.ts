/** Reading articles, as downstream sees them. Stored JSON is checked on its way out. */
import { sql } from 'kysely';
import { Article, ArticleContent } from '../article/article.ts';
import type { RevisionKind, Withdrawal } from '../article/revision-kind.ts';
import { Rights } from '../article/rights.ts';
import { NewsmillError } from '../errors.ts';
import type { ArticleId, SourceId } from '../ids.ts';
import type { Db } from './database.ts';

interface ArticleRow {
  id: string;
  source: string | null;
  cluster: string;
  revision: number;
  content: unknown;
  kinds: unknown;
  fetched: Date;
  withdrawn: Date | null;
  urls: string[];
}

/** Stored beside the content, in the same value; articles from before it was recorded have none. */
const StoredContent = ArticleContent.extend({ rights: Rights.nullable().default(null) });

const articleColumns = sql`
  a.id, a.source_id AS source, a.cluster_id AS cluster, r.revision, r.content, r.kinds, r.fetched_at AS fetched,
  a.withdrawn_at AS withdrawn,
  ARRAY(SELECT u.url FROM article_urls u WHERE u.article_id = a.id ORDER BY u.created_at, u.url) AS urls`;

function toArticle(row: ArticleRow): Article {
  const content = StoredContent.safeParse(row.content);
  if (!content.success) {
    throw new NewsmillError(
      'database_failed',
      `The stored content of article ${row.id} is not what this version expects: ${content.error.message}`,
    );
  }
  return Article.parse({
    ...content.data,
    id: row.id,
    urls: row.urls,
    source: row.source,
    fetched: row.fetched.toISOString(),
    revision: row.revision,
    revisionKinds: row.kinds,
    cluster: row.cluster,
    withdrawn: row.withdrawn?.toISOString() ?? null,
  });
}

/** An article at its current revision, or at the one named. Null if there is none. */
export async function findArticle(db: Db, id: ArticleId, revision?: number): Promise<Article | null> {
  const { rows } = await sql<ArticleRow>`
    SELECT ${articleColumns} FROM articles a
    JOIN revisions r ON r.article_id = a.id AND r.revision = ${revision ?? sql`a.revision`}
    WHERE a.id = ${id}`.execute(db);
  return rows[0] ? toArticle(rows[0]) : null;
}

/** Several articles at their current revisions, in the order of `ids`; ids without an article are left out. */
export async function findArticles(db: Db, ids: readonly ArticleId[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ArticleRow>`
    SELECT ${articleColumns} FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.id = ANY(${[...ids]}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toArticle(row)] : [];
  });
}

export interface ArticleFilter {
  readonly source?: SourceId | undefined;
  readonly url?: string | undefined;
  readonly cluster?: string | undefined;
  /** Id of the last article of the page before; ids grow with time. */
  readonly before?: ArticleId | undefined;
  readonly limit: number;
}

/** Articles at their current revisions, newest first. */
export async function listArticles(db: Db, filter: ArticleFilter): Promise<Article[]> {
  const { rows } = await sql<ArticleRow>`
    SELECT ${articleColumns} FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE (${filter.source ?? null}::text IS NULL OR a.source_id = ${filter.source ?? null})
      AND (${filter.cluster ?? null}::uuid IS NULL OR a.cluster_id = ${filter.cluster ?? null}::uuid)
      AND (${filter.url ?? null}::text IS NULL OR a.id = (SELECT article_id FROM article_urls WHERE url = ${filter.url ?? null}))
      AND (${filter.before ?? null}::uuid IS NULL OR a.id < ${filter.before ?? null}::uuid)
    ORDER BY a.id DESC LIMIT ${filter.limit}`.execute(db);
  return rows.map(toArticle);
}

/** A row `w` of `withdrawals` as JSON; null where there is none. */
const withdrawalColumn = sql`
  CASE WHEN w.at IS NOT NULL THEN w.withdrawal ||
    jsonb_build_object('at', to_char(w.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END`;

export interface RevisionHead {
  readonly revision: number;
  readonly title: string;
  readonly contentHash: string;
  readonly fetched: Date;
  readonly kinds: readonly RevisionKind[];
  /** Set where the article was withdrawn while it was at this revision. */
  readonly withdrawal: (Withdrawal & { readonly at: string }) | null;
}

/** The revisions of an article, oldest first, without their bodies. */
export async function listRevisions(db: Db, id: ArticleId): Promise<RevisionHead[]> {
  const { rows } = await sql<RevisionHead>`
    SELECT r.revision, r.content->>'title' AS title, r.content_hash AS "contentHash", r.fetched_at AS fetched,
      r.kinds, ${withdrawalColumn} AS withdrawal
    FROM revisions r LEFT JOIN withdrawals w ON w.article_id = r.article_id AND w.revision = r.revision
    WHERE r.article_id = ${id} ORDER BY r.revision`.execute(db);
  return rows;
}

export async function countArticles(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM articles`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The article that an address belongs to, with its current revision. */
export async function articleOfUrl(
  db: Db,
  url: string,
): Promise<{ readonly articleId: ArticleId; readonly revision: number } | null> {
  const { rows } = await sql<{ articleId: ArticleId; revision: number }>`
    SELECT a.id AS "articleId", a.revision FROM article_urls u JOIN articles a ON a.id = u.article_id
    WHERE u.url = ${url}`.execute(db);
  return rows[0] ?? null;
}
