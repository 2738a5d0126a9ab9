/** All articles as they are at one place of the change log: where a consumer begins. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Article } from '../article/article.ts';
import { NewsmillError } from '../errors.ts';
import type { ArticleId, Cursor, SourceId } from '../ids.ts';
import { sequenceChanges } from './changes.ts';
import { asDatabaseError, type Db } from './database.ts';
import { listArticles } from './read-articles.ts';

/** First the cursor to follow from, then the articles, newest first, some at a time. */
export type SnapshotPart = { readonly cursor: Cursor } | { readonly articles: readonly Article[] };

/** Articles read at once: bounds the memory. */
const PAGE = 25;
/** Each attempt takes about a millisecond, in which no other change must be committed. */
const ATTEMPTS = 500;

/**
 * Reads all articles in one read-only transaction at Repeatable Read whose view of the database holds every
 * change up to the cursor and none behind it: following from there, nothing is missed and nothing is met
 * twice. The transaction ends with the iteration; the pool's time limits hold for it.
 *
 * @throws NewsmillError `snapshot_busy` where changes come so fast that no such view was found
 */
export async function* articleSnapshot(
  db: Db,
  filter: { readonly source?: SourceId | undefined } = {},
): AsyncGenerator<SnapshotPart, void, undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await sequenceChanges(db);
    const tx = await db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute()
      .catch((error: unknown) => {
        throw asDatabaseError(error);
      });
    try {
      // The first statement fixes what the transaction sees.
      const { rows } = await sql<{ last: Cursor; pending: boolean }>`
        SELECT last::text AS last, EXISTS (SELECT FROM change_intake) AS pending FROM change_position`.execute(
        tx,
      );
      const seen = rows[0];
      // An article may show already what its entry, not placed yet, will tell: look again.
      if (seen === undefined || seen.pending) continue;
      yield { cursor: seen.last };
      let before: ArticleId | undefined;
      for (;;) {
        const articles = await listArticles(tx, { source: filter.source, before, limit: PAGE });
        if (articles.length > 0) yield { articles };
        before = articles.at(-1)?.id;
        if (articles.length < PAGE) return;
      }
    } catch (error) {
      throw asDatabaseError(error);
    } finally {
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
      if (attempt % 10 === 0) await sleep(Math.random() * attempt);
    }
  }
  throw new NewsmillError('snapshot_busy', 'Changes come too fast for a view between two of them');
}
