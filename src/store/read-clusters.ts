/** Reading clusters: who is in one, why, and which member is the original. */
import { sql } from 'kysely';
import { z } from 'zod';
import { PublishedPrecision, StatedInstant } from '../article/article.ts';
import { wireCredit } from '../dedupe/credit.ts';
import { primaryOf } from '../dedupe/primary.ts';
import { ArticleId, ClusterId } from '../ids.ts';
import type { Db } from './database.ts';

const Instant = z.iso.datetime({ precision: 3 });

export const ClusterMember = z.object({
  article: ArticleId,
  url: z.string(),
  siteName: z.string().nullable(),
  title: z.string(),
  published: StatedInstant.nullable(),
  seen: Instant.describe('When newsmill first had it'),
  withdrawn: Instant.nullable(),
  credit: z
    .object({ agency: z.string(), stated: z.enum(['dateline', 'byline', 'closing']) })
    .nullable()
    .describe('The news agency that the text credits'),
  membership: z
    .array(z.record(z.string(), z.unknown()))
    .describe('Why it is here, one entry a decision, oldest first; empty for the founder'),
});
export type ClusterMember = z.infer<typeof ClusterMember>;

export const RelatedText = z.object({
  article: ArticleId,
  member: ArticleId,
  cluster: ClusterId,
  later: z.boolean().describe('Whether the member came after the related article'),
  score: z.number().min(0).max(1),
  direction: z
    .enum(['in', 'contains', 'both'])
    .describe('Whether the later text is part of the earlier one, contains it, or both'),
  evidence: z.record(z.string(), z.unknown()),
});
export type RelatedText = z.infer<typeof RelatedText>;

export const Cluster = z.object({
  id: ClusterId,
  size: z.int().nonnegative(),
  primary: ArticleId.nullable().describe('The original, as far as its members tell'),
  members: z.array(ClusterMember).describe('Oldest first, at most 500'),
  related: z.array(RelatedText).describe('Texts that share much with a member and were not merged'),
  apart: z.array(ClusterId).describe('Clusters that a person has told apart from this one'),
});
export type Cluster = z.infer<typeof Cluster>;

const MOST_MEMBERS = 500;
const MOST_RELATED = 100;
/** Characters of the beginning and the end of a text in which credits are looked for. */
const EDGE = 200;

interface MemberRow {
  id: string;
  url: string;
  siteName: string | null;
  title: string;
  edges: string;
  authors: unknown;
  organisations: unknown;
  published: string | null;
  precision: string | null;
  seen: Date;
  withdrawn: Date | null;
  membership: unknown;
}

/** A cluster, or the one that it was merged into. Null if there is none. */
export async function findCluster(db: Db, wanted: ClusterId): Promise<Cluster | null> {
  const { rows: found } = await sql<{ id: string; size: number }>`
    WITH RECURSIVE way AS (
      SELECT id, merged_into FROM clusters WHERE id = ${wanted}
      UNION SELECT c.id, c.merged_into FROM clusters c JOIN way w ON c.id = w.merged_into)
    SELECT w.id, (SELECT count(*)::int FROM articles a WHERE a.cluster_id = w.id) AS size
    FROM way w WHERE w.merged_into IS NULL`.execute(db);
  const cluster = found[0];
  if (!cluster) return null;
  const { rows } = await sql<MemberRow>`
    SELECT a.id, r.content->>'url' AS url, r.content->>'siteName' AS "siteName", r.content->>'title' AS title,
      left(r.content->>'text', ${EDGE}) || E'\n' || right(r.content->>'text', ${EDGE}) AS edges,
      r.content->'authors' AS authors, r.content->'organisations' AS organisations, r.content->>'published' AS published,
      r.content->>'publishedPrecision' AS precision, a.created_at AS seen, a.withdrawn_at AS withdrawn, a.membership
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.cluster_id = ${cluster.id} ORDER BY a.id LIMIT ${MOST_MEMBERS}`.execute(db);
  const members = rows.map((row) => {
    const names = z.array(z.string()).catch([]);
    const text = {
      text: row.edges,
      authors: names.parse(row.authors),
      organisations: names.parse(row.organisations),
    };
    return {
      shown: {
        article: row.id,
        url: row.url,
        siteName: row.siteName,
        title: row.title,
        published: row.published,
        seen: row.seen.toISOString(),
        withdrawn: row.withdrawn?.toISOString() ?? null,
        credit: wireCredit(text),
        membership: row.membership,
      },
      judged: {
        ...text,
        articleId: row.id,
        url: row.url,
        published: row.published,
        publishedPrecision: PublishedPrecision.nullable().catch(null).parse(row.precision),
        seen: row.seen,
        withdrawn: row.withdrawn !== null,
      },
    };
  });
  return Cluster.parse({
    id: cluster.id,
    size: cluster.size,
    primary: primaryOf(members.map((m) => m.judged)),
    members: members.map((m) => m.shown),
    related: await relatedTo(db, cluster.id),
    apart: await apartOf(db, cluster.id),
  });
}

async function relatedTo(db: Db, cluster: string): Promise<unknown[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT d.from_article_id AS article, d.article_id AS member, o.cluster_id AS cluster, true AS later,
      d.score, d.direction, d.evidence
    FROM articles a JOIN derivations d ON d.article_id = a.id JOIN articles o ON o.id = d.from_article_id
    WHERE a.cluster_id = ${cluster} AND o.cluster_id <> ${cluster}
    UNION ALL
    SELECT d.article_id, d.from_article_id, o.cluster_id, false, d.score, d.direction, d.evidence
    FROM articles a JOIN derivations d ON d.from_article_id = a.id JOIN articles o ON o.id = d.article_id
    WHERE a.cluster_id = ${cluster} AND o.cluster_id <> ${cluster}
    ORDER BY score DESC, article LIMIT ${MOST_RELATED}`.execute(db);
  return rows;
}

async function apartOf(db: Db, cluster: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT CASE WHEN low = ${cluster}::uuid THEN high ELSE low END AS id FROM cluster_apart
    WHERE low = ${cluster}::uuid OR high = ${cluster}::uuid ORDER BY at, id`.execute(db);
  return rows.map((row) => row.id);
}
