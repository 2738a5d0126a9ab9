/** Everything the store knows of one URL: what `newsmill explain` reads. */
import { sql } from 'kysely';
import type { ArticleId, BlobHash, SourceId } from '../ids.ts';
import type { Db } from './database.ts';
import type { Asked, FrontierKind, FrontierState, Hints, Hop, Outcome, Via } from './tables.ts';

/** The frontier's entry, with its host as it is now. */
export interface ExplainedEntry {
  readonly id: string;
  readonly url: string;
  /** The address that was asked for, where it moved to `url` for good; else null. */
  readonly movedFrom: string | null;
  readonly kind: FrontierKind;
  readonly state: FrontierState;
  readonly sourceId: SourceId | null;
  readonly sourceRender: string | null;
  readonly sourceRevisit: readonly string[] | null;
  readonly fetchUrl: string;
  readonly hops: readonly Hop[];
  readonly foundOn: string | null;
  readonly hints: Hints | null;
  readonly discoveredAt: Date;
  readonly priority: number;
  readonly render: boolean;
  readonly visits: number;
  readonly revisits: number;
  readonly attempts: number;
  readonly dueAt: Date | null;
  readonly leaseAt: Date | null;
  readonly visitStarted: Date | null;
  readonly via: Via | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeCode: string | null;
  readonly outcomeAt: Date | null;
  readonly host: string;
  readonly delayMs: number;
  readonly crawlDelayMs: number | null;
  readonly concurrency: number;
  readonly inFlight: number;
  readonly nextAt: Date;
  readonly failuresInRow: number;
  readonly robots: object | null;
  readonly robotsStatus: number | null;
  readonly robotsExpiresAt: Date | null;
  /** Whether the host's new pages go to a browser, and since when that is so or not so; null: never asked. */
  readonly browserFirst: boolean | null;
  readonly browserSince: Date | null;
  /** One of the pages that try the other way. */
  readonly isRenderProbe: boolean;
  /** URLs of the host, or of those it shares slots with, that are due before this one, counted up to 1,000. */
  readonly ahead: number;
}

/** One visit, with the response and the reading that belong to it; null where there was none. */
export interface ExplainedVisit {
  readonly startedAt: Date | null;
  readonly endedAt: Date;
  readonly httpStatus: number | null;
  readonly outcome: Outcome;
  readonly class: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly articleId: ArticleId | null;
  readonly revision: number | null;
  readonly snapshot: ExplainedSnapshot | null;
  /** What a failed one without a snapshot asked for; null for others, and for those before this was kept. */
  readonly asked: Asked | null;
  readonly extraction: {
    readonly at: Date;
    readonly extractor: string;
    readonly milliseconds: number;
  } | null;
  readonly discovery: { readonly at: Date; readonly found: number; readonly added: number } | null;
}

export interface ExplainedSnapshot {
  readonly id: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly blob: BlobHash;
  readonly bytes: number;
  readonly via: Via;
  readonly hops: readonly Hop[];
  readonly fetchedAt: Date;
}

/** The article that the URL leads to, as it stands. */
export interface ExplainedArticle {
  readonly id: ArticleId;
  readonly revision: number;
  readonly title: string;
  readonly type: string;
  readonly access: string;
  readonly cluster: string;
  readonly clusterSize: number;
  readonly membership: unknown;
  readonly rights: unknown;
  readonly withdrawn: Date | null;
  readonly urls: readonly string[];
}

/** The entry of any of these spellings, or the one it moved to for good; null where the frontier has none. */
export async function explainEntry(db: Db, urls: readonly string[]): Promise<ExplainedEntry | null> {
  const { rows } = await sql<ExplainedEntry>`
    SELECT f.id::text AS id, f.url, CASE WHEN asked.id <> f.id THEN asked.url END AS "movedFrom", f.kind, f.state, f.source_id AS "sourceId",
      s.definition->>'render' AS "sourceRender", s.definition->'revisit' AS "sourceRevisit",
      f.fetch_url AS "fetchUrl", f.hops, f.found_on AS "foundOn", f.hints, f.discovered_at AS "discoveredAt",
      f.priority, f.render, f.visits, f.revisits, f.attempts, f.due_at AS "dueAt", f.lease_at AS "leaseAt",
      f.visit_started AS "visitStarted", f.via, f.etag, f.last_modified AS "lastModified", f.outcome,
      f.outcome_code AS "outcomeCode", f.outcome_at AS "outcomeAt", h.host, h.delay_ms AS "delayMs",
      h.crawl_delay_ms AS "crawlDelayMs", h.concurrency, h.in_flight AS "inFlight", h.next_at AS "nextAt",
      h.failures_in_row AS "failuresInRow", h.robots, h.robots_status AS "robotsStatus",
      h.robots_expires_at AS "robotsExpiresAt", b.browser_first AS "browserFirst", b.since AS "browserSince",
      is_render_probe(f.url) AS "isRenderProbe",
      (SELECT count(*)::int FROM (
        -- In the order of frontier_shelf, which is by lanes.
        SELECT 1 FROM frontier w
        WHERE coalesce(w.lane, w.host) COLLATE "C" = coalesce(f.lane, f.host) AND w.state = 'waiting'
          AND w.priority <= f.priority AND w.id <> f.id
          AND f.state = 'waiting' AND w.due_at <= greatest(f.due_at, now())
          AND (w.priority, w.due_at) < (f.priority, f.due_at) LIMIT 1000) counted) AS ahead
    FROM frontier asked JOIN frontier f ON f.id = coalesce(asked.moved_to, asked.id)
      JOIN hosts h ON h.host = f.host LEFT JOIN sources s ON s.id = f.source_id
      LEFT JOIN render_habits b ON b.host = f.host
    WHERE asked.url = ANY(${[...urls]}::text[]) ORDER BY array_position(${[...urls]}::text[], asked.url) LIMIT 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The last visits of an entry, oldest first. */
export async function explainVisits(db: Db, frontierId: string, most: number): Promise<ExplainedVisit[]> {
  const { rows } = await sql<ExplainedVisit>`
    SELECT v.started_at AS "startedAt", v.ended_at AS "endedAt", v.http_status AS "httpStatus", v.outcome, v.class,
      v.code, v.message, v.article_id AS "articleId", v.revision, v.asked,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id::text, 'url', s.url, 'status', s.status,
        'headers', s.headers, 'contentType', s.content_type, 'blob', s.blob, 'bytes', s.bytes, 'via', s.via,
        'hops', s.hops, 'fetchedAt', s.fetched_at) END AS snapshot,
      (SELECT jsonb_build_object('at', e.at, 'extractor', e.extractor, 'milliseconds', e.milliseconds)
        FROM extractions e WHERE e.snapshot_id = v.snapshot_id ORDER BY e.id DESC LIMIT 1) AS extraction,
      (SELECT jsonb_build_object('at', d.at, 'found', d.found, 'added', d.added)
        FROM discoveries d WHERE d.snapshot_id = v.snapshot_id ORDER BY d.id DESC LIMIT 1) AS discovery
    FROM visits v LEFT JOIN snapshots s ON s.id = v.snapshot_id
    WHERE v.frontier_id = ${frontierId} ORDER BY v.id DESC LIMIT ${most}`.execute(db);
  return rows.reverse().map((row) => ({
    ...row,
    snapshot: row.snapshot && { ...row.snapshot, fetchedAt: new Date(row.snapshot.fetchedAt) },
    extraction: row.extraction && { ...row.extraction, at: new Date(row.extraction.at) },
    discovery: row.discovery && { ...row.discovery, at: new Date(row.discovery.at) },
  }));
}

/** The article that any of these addresses belongs to. */
export async function explainArticle(db: Db, urls: readonly string[]): Promise<ExplainedArticle | null> {
  const { rows } = await sql<ExplainedArticle>`
    SELECT a.id, a.revision, r.content->>'title' AS title, r.content->>'type' AS type, r.content->>'access' AS access,
      a.cluster_id AS cluster, a.membership, r.content->'rights' AS rights, a.withdrawn_at AS withdrawn,
      (SELECT count(*)::int FROM articles o WHERE o.cluster_id = a.cluster_id) AS "clusterSize",
      ARRAY(SELECT u.url FROM article_urls u WHERE u.article_id = a.id ORDER BY u.created_at, u.url LIMIT 50) AS urls
    FROM article_urls u JOIN articles a ON a.id = u.article_id
    JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE u.url = ANY(${[...urls]}::text[]) LIMIT 1`.execute(db);
  return rows[0] ?? null;
}
