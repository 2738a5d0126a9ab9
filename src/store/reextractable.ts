/** Snapshots that a newer extractor may read otherwise: those behind current revisions, and those that gave no article. */
import { sql } from 'kysely';
import { ArticleContent } from '../article/article.ts';
import type { ArticleId, SnapshotId, SourceId } from '../ids.ts';
import type { Db } from './database.ts';
import type { WalkedSnapshot } from './read-snapshots.ts';

export interface ReextractFilter {
  readonly sourceId?: SourceId | undefined;
  /** Fetched at this time or later. */
  readonly since?: Date | undefined;
  /** Of this frontier URL (canonical form). */
  readonly url?: string | undefined;
}

export interface Reextractable extends WalkedSnapshot {
  /** The article whose current revision was read from it, and what that says; null where it gave no article. */
  readonly article: {
    readonly id: ArticleId;
    readonly revision: number;
    readonly content: ArticleContent;
  } | null;
}

type Row = WalkedSnapshot & { articleId: ArticleId | null; revision: number | null; content: unknown };

const PIECE = 100;

/**
 * Yields them in the order they were recorded. Withdrawn articles, states that a later revision has replaced, and
 * failures that a later snapshot of the URL has made past are left out.
 */
export async function* walkReextractable(db: Db, filter: ReextractFilter): AsyncGenerator<Reextractable> {
  let after: SnapshotId | string = '0';
  for (;;) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      SELECT s.id::text AS id, s.url, s.status, s.content_type AS "contentType", s.blob, s.bytes, s.via,
        s.fetched_at AS "fetchedAt", s.headers, f.id::text AS "frontierId", f.url AS "frontierUrl", f.kind,
        f.source_id AS "sourceId", f.hints, a.id AS "articleId", r.revision, r.content
      FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
      LEFT JOIN revisions r ON r.snapshot_id = s.id
      LEFT JOIN articles a ON a.id = r.article_id AND a.revision = r.revision
      WHERE s.id > ${after}::bigint
        AND (${filter.sourceId ?? null}::text IS NULL OR f.source_id = ${filter.sourceId ?? null})
        AND (${filter.since ?? null}::timestamptz IS NULL OR s.fetched_at >= ${filter.since ?? null})
        AND (${filter.url ?? null}::text IS NULL OR f.url = ${filter.url ?? null})
        AND CASE WHEN r.article_id IS NOT NULL THEN a.id IS NOT NULL AND a.withdrawn_at IS NULL
          ELSE f.snapshot_id = s.id AND f.kind = 'page'
            AND EXISTS (SELECT 1 FROM extractions e WHERE e.snapshot_id = s.id AND e.code IS NOT NULL) END
      ORDER BY s.id LIMIT ${PIECE}`.execute(db);
    for (const { articleId, revision, content, ...snapshot } of rows)
      yield {
        ...snapshot,
        article:
          articleId === null || revision === null
            ? null
            : { id: articleId, revision, content: ArticleContent.parse(content) },
      };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PIECE) return;
    after = last.id;
  }
}
