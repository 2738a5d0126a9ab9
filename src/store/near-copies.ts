/** Finding the articles whose text is nearly that of another, at any time and among concurrent writers. */
import { sql } from 'kysely';
import { candidateKeys } from '../dedupe/shingles.ts';
import { type Comparable, comparable, type Verdict, verify } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { Target } from './clusters.ts';
import type { Db, Tx } from './database.ts';

/** Spans of seven days that are searched, the present one included: copies appear within four weeks. */
export const WINDOW_SPANS = 5;
/** Candidates compared at most; those that share most keys come first. */
const MOST_CANDIDATES = 16;
/** Texts with fewer keys are so short that one in common is worth a look. */
const FEW_KEYS = 12;
/** Edges kept of one text. */
const MOST_RELATED = 5;

interface CandidateRow {
  readonly articleId: ArticleId;
  readonly clusterId: ClusterId;
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

export interface Related {
  readonly articleId: ArticleId;
  readonly verdict: Verdict;
}

export interface NearCopies {
  /** Clusters with a member that is a copy; best first. */
  readonly targets: readonly Target[];
  readonly related: readonly Related[];
}

export function hostOf(url: string): string | null {
  return URL.parse(url)?.host ?? null;
}

/**
 * Claims the text's keys for `articleId` and compares it with those that had some of them before. Of two
 * transactions that store copies at the same moment, the second waits here for the first.
 */
export async function findNearCopies(tx: Tx, articleId: ArticleId, text: Comparable): Promise<NearCopies> {
  const keys = candidateKeys(text.body);
  if (keys.length === 0) return { targets: [], related: [] };
  const fewest = keys.length < FEW_KEYS ? 1 : 2;
  const { rows } = await sql<CandidateRow>`
    SELECT article_id AS "articleId", cluster_id AS "clusterId", url, title, body AS text
    FROM claim_copy_keys(${articleId}, ${keys}::integer[], ${WINDOW_SPANS}, ${fewest}, ${MOST_CANDIDATES})`.execute(
    tx,
  );
  const judged = rows.map((row) => ({
    row,
    verdict: verify(text, comparable({ title: row.title, text: row.text, host: hostOf(row.url) })),
  }));
  judged.sort((a, b) => b.verdict.score - a.verdict.score || (a.row.articleId < b.row.articleId ? -1 : 1));
  return {
    targets: judged
      .filter(({ verdict }) => verdict.outcome === 'merged')
      .map(({ row, verdict }) => ({
        clusterId: row.clusterId,
        membership: {
          rung: 'near',
          with: row.articleId,
          score: verdict.score,
          direction: verdict.direction,
          evidence: verdict.evidence,
        },
      })),
    related: judged
      .filter(({ verdict }) => verdict.outcome === 'related')
      .slice(0, MOST_RELATED)
      .map(({ row, verdict }) => ({ articleId: row.articleId, verdict })),
  };
}

const DIRECTIONS = { 'a-in-b': 'in', 'b-in-a': 'contains', both: 'both' } as const;

/** Keeps the edges of an article to those it derives from, or that share much with it. */
export async function recordRelated(
  tx: Tx,
  articleId: ArticleId,
  related: readonly Related[],
): Promise<void> {
  for (const { articleId: from, verdict } of related) {
    const evidence = JSON.stringify({ guard: verdict.guard, ...verdict.evidence });
    await sql`
      INSERT INTO derivations (article_id, from_article_id, score, direction, evidence)
      VALUES (${articleId}, ${from}, ${verdict.score}, ${DIRECTIONS[verdict.direction]}, ${evidence}::jsonb)
      ON CONFLICT (article_id, from_article_id)
      DO UPDATE SET score = EXCLUDED.score, direction = EXCLUDED.direction, evidence = EXCLUDED.evidence, at = now()`.execute(
      tx,
    );
  }
}

/** Makes the next span's partition ahead of its time, and drops those searched no more; gives how many. */
export async function turnSpans(db: Db): Promise<number> {
  await sql`SELECT ensure_copy_span(copy_span(now())), ensure_copy_span(copy_span(now()) + 1)`.execute(db);
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'copy_keys'::regclass
      AND substring(c.relname FROM '[0-9]+$')::integer <= copy_span(now()) - ${WINDOW_SPANS}::integer`.execute(
    db,
  );
  for (const { name } of rows) await sql`DROP TABLE IF EXISTS ${sql.id(name)}`.execute(db);
  return rows.length;
}
