/** How articles were known again under addresses they did not have before. */
import { sql } from 'kysely';
import { z } from 'zod';
import { ArticleId } from '../ids.ts';
import type { Db, Tx } from './database.ts';

export const RecognitionEvidence = z.discriminatedUnion('rung', [
  z
    .object({ rung: z.literal('address') })
    .describe('It shares another of its addresses: a redirect, the canonical address, an AMP page'),
  z
    .object({
      rung: z.literal('name'),
      names: z.array(z.enum(['path', 'number', 'publisher-id', 'publication-time', 'text'])).readonly(),
      text: z.enum(['same', 'near', 'edited']).describe('What the texts say about it'),
    })
    .describe('It has a name of the article, and the same text'),
]);

export interface Recognition {
  readonly articleId: ArticleId;
  readonly url: string;
  readonly evidence: z.infer<typeof RecognitionEvidence>;
}

export async function insertRecognitions(tx: Tx, recognitions: readonly Recognition[]): Promise<void> {
  if (recognitions.length === 0) return;
  await sql`
    INSERT INTO recognitions (article_id, url, evidence)
    SELECT r."articleId", r.url, r.evidence
    FROM jsonb_to_recordset(${JSON.stringify(recognitions)}::jsonb)
      AS r ("articleId" uuid, url text, evidence jsonb)
    ON CONFLICT (article_id, url) DO NOTHING`.execute(tx);
}

export const Address = z.object({
  url: z.string(),
  evidence: RecognitionEvidence.nullable().describe('null: it was first found under this address'),
  since: z.iso.datetime(),
});
export type Address = z.infer<typeof Address>;

/** The addresses of an article, oldest first, with why each is its own. */
export async function listAddresses(db: Db, articleId: ArticleId): Promise<Address[]> {
  const { rows } = await sql<{ url: string; evidence: unknown; since: Date }>`
    SELECT u.url, r.evidence, u.created_at AS since
    FROM article_urls u LEFT JOIN recognitions r ON r.article_id = u.article_id AND r.url = u.url
    WHERE u.article_id = ${ArticleId.parse(articleId)} ORDER BY u.created_at, u.url`.execute(db);
  return rows.map((row) => Address.parse({ ...row, since: row.since.toISOString() }));
}
