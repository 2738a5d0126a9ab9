/** What is known of the lines that hosts repeat; `src/article/host-lines.ts` says what counts. */
import { sql } from 'kysely';
import { HostLines, learnLines, NO_LINES } from '../article/host-lines.ts';
import type { HostKey } from '../ids.ts';
import { type Db, inTransaction } from './database.ts';

/** Null where no article of the host was counted yet. */
export async function findHostLines(db: Db, host: HostKey): Promise<HostLines | null> {
  const { rows } = await sql<HostLines>`
    SELECT articles, counts FROM host_lines WHERE host = ${host}`.execute(db);
  return rows[0] === undefined ? null : HostLines.parse(rows[0]);
}

/** Counts an article's lines. Whoever meets another writer of the host leaves it to that one: it is a sample. */
export async function countHostLines(db: Db, host: HostKey, lines: readonly string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const made = await sql`
      INSERT INTO host_lines (host, articles, counts)
      VALUES (${host}, 1, ${JSON.stringify(learnLines(NO_LINES, lines).counts)}::jsonb)
      ON CONFLICT DO NOTHING`.execute(tx);
    if (made.numAffectedRows === 1n) return;
    const { rows } = await sql<HostLines>`
      SELECT articles, counts FROM host_lines WHERE host = ${host} FOR UPDATE SKIP LOCKED`.execute(tx);
    const [known] = rows;
    if (known === undefined) return;
    const { articles, counts } = learnLines(HostLines.parse(known), lines);
    await sql`
      UPDATE host_lines SET articles = ${articles}, counts = ${JSON.stringify(counts)}::jsonb
      WHERE host = ${host}`.execute(tx);
  });
}

/** The text of the article that is known under one of these addresses, as it stands; null where there is none. */
export async function storedText(db: Db, urls: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ text: string }>`
    SELECT r.content->>'text' AS text FROM article_urls u
    JOIN articles a ON a.id = u.article_id
    JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE u.url = ANY(${[...urls]}::text[]) LIMIT 1`.execute(db);
  return rows[0]?.text ?? null;
}
