/** Crawls: one `newsmill crawl` run, its limit and its summary. */
import { sql } from 'kysely';
import type { ArticleId, CrawlId } from '../ids.ts';
import type { Db } from './database.ts';

export interface CrawlLimits {
  /** Most pages that documents may add. */
  readonly pages?: number | undefined;
  /** How often a page is tried that fails in a way that is worth another try. */
  readonly tries?: number | undefined;
}

export async function createCrawl(db: Db, id: CrawlId, { pages, tries }: CrawlLimits): Promise<void> {
  await db
    .insertInto('crawls')
    .values({ id, page_limit: pages ?? null, tries: tries ?? null })
    .execute();
}

/** How often a crawl's pages are tried; null where the crawl does not say. */
export async function triesOfCrawl(db: Db, id: CrawlId): Promise<number | null> {
  const row = await db.selectFrom('crawls').select('tries').where('id', '=', id).executeTakeFirst();
  return row?.tries ?? null;
}

export interface CrawlSummary {
  readonly new: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly duplicate: number;
  /** Pages that ended without an article, by code. */
  readonly failed: Record<string, number>;
}

/** The last outcome of each page of a crawl, counted. Feeds, sitemaps and hubs count only when they failed. */
export async function summarizeCrawl(db: Db, id: CrawlId): Promise<CrawlSummary> {
  const { rows } = await sql<{ outcome: string; code: string | null; n: number }>`
    SELECT outcome, code, count(*)::int AS n FROM (
      SELECT DISTINCT ON (frontier_id) outcome, code FROM visits
      WHERE crawl_id = ${id} ORDER BY frontier_id, id DESC) last
    GROUP BY outcome, code`.execute(db);
  const count = (outcome: string): number =>
    rows.filter((r) => r.outcome === outcome).reduce((sum, r) => sum + r.n, 0);
  const failed: Record<string, number> = {};
  for (const row of rows) {
    if (row.outcome === 'failed' || row.outcome === 'retried') failed[row.code ?? 'internal'] = row.n;
  }
  return {
    new: count('new'),
    unchanged: count('unchanged'),
    revised: count('revised'),
    duplicate: count('duplicate'),
    failed,
  };
}

/** Articles that a crawl made, revised, or met again, in the order of their visits. */
export async function articlesOfCrawl(db: Db, id: CrawlId): Promise<ArticleId[]> {
  const { rows } = await sql<{ id: ArticleId }>`
    SELECT article_id AS id FROM (
      SELECT article_id, min(id) AS first FROM visits WHERE crawl_id = ${id} AND article_id IS NOT NULL GROUP BY article_id) seen
    ORDER BY first`.execute(db);
  return rows.map((row) => row.id);
}

export interface CrawlProgress {
  /** URLs whose visit has not ended for good. Zero: the crawl is drained. */
  readonly pending: number;
  readonly ended: number;
}

export async function progressOfCrawl(db: Db, id: CrawlId): Promise<CrawlProgress> {
  const { rows } = await sql<CrawlProgress>`
    SELECT count(*) FILTER (WHERE crawl_open)::int AS pending, count(*) FILTER (WHERE NOT crawl_open)::int AS ended
    FROM frontier WHERE crawl_id = ${id}`.execute(db);
  return rows[0] ?? { pending: 0, ended: 0 };
}
