/** Snapshots that a newer extractor may read otherwise: those behind current revisions, and those that gave no article. */
import { sql } from 'kysely';
import { ArticleContent } from '../article/article.ts';
import type { ArticleId } from '../ids.ts';
import type { Db } from './database.ts';
import {
  inPieces,
  matches,
  type SnapshotFilter,
  type WalkedSnapshot,
  walkedColumns,
} from './read-snapshots.ts';

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
export async function* walkReextractable(db: Db, filter: SnapshotFilter): AsyncGenerator<Reextractable> {
  const rows = inPieces(PIECE, async (after) => {
    const read = await sql<Row>`
      SELECT ${walkedColumns}, a.id AS "articleId", r.revision, r.content
      FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
      LEFT JOIN revisions r ON r.snapshot_id = s.id
      LEFT JOIN articles a ON a.id = r.article_id AND a.revision = r.revision
      WHERE s.id > ${after}::bigint AND ${matches(filter)}
        AND CASE WHEN r.article_id IS NOT NULL THEN a.id IS NOT NULL AND a.withdrawn_at IS NULL
          ELSE f.snapshot_id = s.id AND f.kind = 'page' AND f.part_of IS NULL
            AND EXISTS (SELECT 1 FROM extractions e WHERE e.snapshot_id = s.id AND e.code IS NOT NULL) END
      ORDER BY s.id LIMIT ${PIECE}`.execute(db);
    return read.rows;
  });
  for await (const { articleId, revision, content, ...snapshot } of rows)
    yield {
      ...snapshot,
      article:
        articleId === null || revision === null
          ? null
          : { id: articleId, revision, content: ArticleContent.parse(content) },
    };
}
