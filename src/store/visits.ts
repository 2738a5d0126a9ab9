/** Visits: the record of every attempt and how it ended, kept for as long as config says. */
import { sql } from 'kysely';
import type { Failure } from '../errors.ts';
import type { ArticleId, CrawlId, SnapshotId } from '../ids.ts';
import type { Db } from './database.ts';
import type { Entry } from './frontier.ts';
import type { Outcome, Via } from './tables.ts';

export interface VisitEnd {
  readonly outcome: Outcome;
  readonly snapshotId?: SnapshotId | null;
  readonly httpStatus?: number | null;
  readonly failure?: Failure;
  readonly articleId?: ArticleId;
  readonly revision?: number;
  /** Of a failure without a snapshot: who made the request; null where none was made. */
  readonly via?: Via | null;
}

/** Longest sentence kept of a failure, in characters: a page's own text may be quoted in it. */
export const MAX_MESSAGE = 1000;

/** A visit's record in the words of `end_visits`. */
export function visitColumns(entry: Entry, end: VisitEnd) {
  return {
    crawl_id: entry.crawlId,
    visit_snapshot: end.snapshotId ?? null,
    started_at: entry.visitStarted,
    http_status: end.httpStatus ?? null,
    class: end.failure?.class ?? null,
    message: end.failure?.message.slice(0, MAX_MESSAGE).replaceAll('\u0000', '') ?? null,
    article_id: end.articleId ?? null,
    revision: end.revision ?? null,
    asked:
      end.failure === undefined || end.snapshotId != null
        ? null
        : { url: entry.fetchUrl, via: end.via ?? null, hops: entry.hops },
  };
}

export interface VisitRow {
  readonly id: string;
  readonly url: string;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly class: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly httpStatus: number | null;
  readonly articleId: ArticleId | null;
  readonly revision: number | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date;
}

/** The newest visits, of all URLs or those that match. */
export async function listVisits(
  db: Db,
  filter: {
    readonly crawlId?: CrawlId;
    readonly url?: string;
    readonly outcome?: Outcome;
    readonly limit: number;
  },
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    SELECT v.id::text AS id, f.url, f.kind, v.outcome, v.class, v.code, v.message, v.http_status AS "httpStatus",
      v.article_id AS "articleId", v.revision, v.started_at AS "startedAt", v.ended_at AS "endedAt"
    FROM visits v JOIN frontier f ON f.id = v.frontier_id
    WHERE (${filter.crawlId ?? null}::uuid IS NULL OR v.crawl_id = ${filter.crawlId ?? null}::uuid)
      AND (${filter.url ?? null}::text IS NULL OR f.url = ${filter.url ?? null})
      AND (${filter.outcome ?? null}::text IS NULL OR v.outcome = ${filter.outcome ?? null})
    ORDER BY v.id DESC LIMIT ${filter.limit}`.execute(db);
  return rows;
}

/** Removes visits that ended before `before`, at most `most` at a time. */
export async function pruneVisits(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM visits WHERE id IN (SELECT id FROM visits WHERE ended_at < ${before} ORDER BY ended_at LIMIT ${most})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}

export interface FailureCount {
  readonly class: string;
  readonly code: string;
  readonly count: number;
  /** The sentence of the newest of them. */
  readonly example: string;
}

/** Failed visits since a time, by code, the most frequent first. */
export async function failuresByCode(db: Db, since: Date): Promise<FailureCount[]> {
  const { rows } = await sql<FailureCount>`
    SELECT class, code, count(*)::int AS count, (array_agg(message ORDER BY id DESC))[1] AS example
    FROM visits WHERE ended_at >= ${since} AND outcome = 'failed' AND code IS NOT NULL
    GROUP BY class, code ORDER BY count DESC LIMIT 50`.execute(db);
  return rows;
}
