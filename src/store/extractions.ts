/** Extractions and discoveries: what was read from each snapshot. */
import { sql } from 'kysely';
import type { Failure } from '../errors.ts';
import type { ArticleId, FrontierId, SnapshotId } from '../ids.ts';
import type { Db, Tx } from './database.ts';

export interface ExtractionRecord {
  readonly snapshotId: SnapshotId;
  /** Version of the extractor, to know what a newer one might read differently. */
  readonly extractor: string;
  readonly milliseconds: number;
  /** The article's revision that it became or confirmed, or why it became none. */
  readonly result: { readonly articleId: ArticleId; readonly revision: number } | Failure;
}

export function recordExtraction(tx: Tx, record: ExtractionRecord): Promise<void> {
  return recordExtractions(tx, [record]);
}

export async function recordExtractions(tx: Tx, records: readonly ExtractionRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx
    .insertInto('extractions')
    .values(
      records.map(({ snapshotId, extractor, milliseconds, result }) => {
        const isArticle = 'articleId' in result;
        return {
          snapshot_id: snapshotId,
          extractor,
          milliseconds: Math.round(milliseconds),
          article_id: isArticle ? result.articleId : null,
          revision: isArticle ? result.revision : null,
          class: isArticle ? null : result.class,
          code: isArticle ? null : result.code,
        };
      }),
    )
    .execute();
}

/** Records one reading of a feed, sitemap or hub page. */
export async function recordDiscovery(
  tx: Tx,
  discovery: {
    readonly frontierId: FrontierId;
    readonly snapshotId: SnapshotId;
    readonly found: number;
    readonly added: number;
  },
): Promise<void> {
  await tx
    .insertInto('discoveries')
    .values({
      frontier_id: discovery.frontierId,
      snapshot_id: discovery.snapshotId,
      found: discovery.found,
      added: discovery.added,
    })
    .execute();
}

/** Removes records from before `before`, at most `most` of each kind at a time; answers the larger number. */
export async function pruneReadings(db: Db, before: Date, most: number): Promise<number> {
  const extractions = await sql`
    DELETE FROM extractions WHERE id IN (SELECT id FROM extractions WHERE at < ${before} ORDER BY at LIMIT ${most})`.execute(
    db,
  );
  const discoveries = await sql`
    DELETE FROM discoveries WHERE id IN (SELECT id FROM discoveries WHERE at < ${before} ORDER BY at LIMIT ${most})`.execute(
    db,
  );
  return Math.max(Number(extractions.numAffectedRows ?? 0n), Number(discoveries.numAffectedRows ?? 0n));
}
