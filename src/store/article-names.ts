/** Knowing an article again under an address it did not have before. */
import { sql } from 'kysely';
import { textKey } from '../dedupe/fingerprint.ts';
import { articleNames, plainHostOf } from '../dedupe/names.ts';
import { comparable, verify } from '../dedupe/verify.ts';
import type { ArticleId } from '../ids.ts';
import type { NewExtraction } from './articles.ts';
import type { Tx } from './database.ts';

/** Articles compared at most: names of one page that point to more say nothing. */
const MOST_OWNERS = 4;

/**
 * Claims the extraction's names for `candidate`, and gives the article that had one of them before, if it
 * carries the same text: exactly, or, on the same host, with small changes. Null: none.
 */
export async function findByName(
  tx: Tx,
  candidate: ArticleId,
  extraction: NewExtraction,
): Promise<ArticleId | null> {
  const names = articleNames(extraction.urls, extraction.publisherId ?? null);
  if (names.length === 0) return null;
  await sql`
    INSERT INTO article_ids (key, article_id)
    SELECT k, ${candidate}::uuid FROM unnest(${names}::uuid[]) AS k ORDER BY k
    ON CONFLICT (key) DO NOTHING`.execute(tx);
  const { rows } = await sql<{ id: ArticleId; url: string; title: string; text: string }>`
    SELECT a.id, r.content->>'url' AS url, r.content->>'title' AS title, r.content->>'text' AS text
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.withdrawn_at IS NULL AND a.id IN (
      SELECT DISTINCT article_id FROM article_ids WHERE key = ANY(${names}::uuid[]) AND article_id <> ${candidate})
    ORDER BY a.id LIMIT ${MOST_OWNERS}`.execute(tx);
  const known = rows.find((row) => isSame(row, extraction))?.id ?? null;
  if (known !== null)
    await sql`UPDATE article_ids SET article_id = ${known} WHERE article_id = ${candidate}`.execute(tx);
  return known;
}

function isSame(
  row: { readonly url: string; readonly title: string; readonly text: string },
  { content, textKey: key }: NewExtraction,
): boolean {
  if (textKey(row) === key) return true;
  // A phone's edition differs in small ways each time: taking it for an edit would make revisions to and fro.
  if (plainHostOf(row.url) !== plainHostOf(content.url)) return false;
  const { outcome, direction } = verify(comparable(row), comparable(content));
  return outcome === 'merged' && direction === 'both';
}
