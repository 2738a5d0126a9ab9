/** Stored articles as a transaction sees them while it takes documents in. */
import { sql } from 'kysely';
import type { Access, ArticleContent } from '../article/article.ts';
import { type Comparable, comparable } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId, SourceId } from '../ids.ts';
import type { Tx } from './database.ts';

/** What a revision says, as far as documents are compared with it. */
export interface Shown {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly text: string;
  readonly access: Access;
}

/** An article at its current revision. */
export interface KnownArticle {
  readonly id: ArticleId;
  readonly clusterId: ClusterId;
  readonly sourceId: SourceId | null;
  readonly revision: number;
  readonly contentHash: string;
  readonly fetchedAt: Date;
  readonly withdrawn: boolean;
  /** The current revision is a notice in the place of the text; `shown` is what stood there before. */
  readonly takenDown: boolean;
  /** Null where it was left out because a document has the same content hash; `Workspace.showing` reads it. */
  readonly shown: Shown | null;
}

interface Row extends Omit<KnownArticle, 'shown'> {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly access: Access | null;
}

/** Locks articles in the order of their ids. */
export async function lockArticles(tx: Tx, ids: readonly ArticleId[]): Promise<void> {
  await sql`SELECT 1 FROM articles WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
}

/**
 * Reads articles. After `lockArticles` in a statement of its own: one that waits for the locks would still
 * look for the revisions that were current before the wait.
 *
 * @param unlike content hashes of which the texts are not wanted
 */
export async function readArticles(
  tx: Tx,
  ids: readonly ArticleId[],
  unlike: readonly string[] = [],
): Promise<KnownArticle[]> {
  // As one record: each `->>` would decompress the content anew.
  const { rows } = await sql<Row>`
    SELECT a.id, a.cluster_id AS "clusterId", a.source_id AS "sourceId", a.revision,
      r.content_hash AS "contentHash", r.fetched_at AS "fetchedAt", a.withdrawn_at IS NOT NULL AS withdrawn,
      b.revision <> r.revision AS "takenDown", c.url, c."canonicalUrl", c.title, c.text, c.access
    FROM articles a
    JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    JOIN revisions b ON b.article_id = r.article_id
      AND b.revision = r.revision - (r.kinds @> '[{"kind":"takedown"}]')::integer
    CROSS JOIN LATERAL jsonb_to_record(
      CASE WHEN r.content_hash = ANY(${[...unlike]}::text[]) THEN '{}' ELSE b.content END
    ) AS c (url text, "canonicalUrl" text, title text, text text, access text)
    WHERE a.id = ANY(${[...ids]}::uuid[])`.execute(tx);
  return rows.map(({ url, canonicalUrl, title, text, access, ...article }) => ({
    ...article,
    shown:
      url === null || canonicalUrl === null || title === null || text === null || access === null
        ? null
        : { url, canonicalUrl, title, text, access },
  }));
}

/** An earlier revision of an article, as far as documents are compared with it. */
export interface EarlierText {
  readonly revision: number;
  readonly shown: Shown;
}

/** Earlier revisions looked at of one article: the first and the newest of the others. */
const MOST_EARLIER = 5;

/** What articles showed before, as far as it was no notice in the place of the text. */
export async function readEarlier(
  tx: Tx,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly EarlierText[]>> {
  const { rows } = await sql<Shown & { id: ArticleId; revision: number }>`
    SELECT a.id, r.revision, c.url, c."canonicalUrl", c.title, c.text, c.access
    FROM articles a
    CROSS JOIN LATERAL (
      SELECT e.revision, e.content FROM revisions e
      WHERE e.article_id = a.id AND e.revision < a.revision AND NOT e.kinds @> '[{"kind":"takedown"}]'
      ORDER BY e.revision = 1 DESC, e.revision DESC LIMIT ${MOST_EARLIER}) AS r
    CROSS JOIN LATERAL jsonb_to_record(r.content)
      AS c (url text, "canonicalUrl" text, title text, text text, access text)
    WHERE a.id = ANY(${[...ids]}::uuid[]) ORDER BY a.id, r.revision DESC`.execute(tx);
  const earlier = new Map<ArticleId, EarlierText[]>();
  for (const { id, revision, ...shown } of rows)
    earlier.set(id, [...(earlier.get(id) ?? []), { revision, shown }]);
  return earlier;
}

/** The oldest articles of clusters, at most `most` of each. */
export async function readMembers(
  tx: Tx,
  clusterIds: readonly ClusterId[],
  most: number,
): Promise<ReadonlyMap<ClusterId, readonly ArticleId[]>> {
  const { rows } = await sql<{ cluster: ClusterId; ids: ArticleId[] }>`
    SELECT w.id AS cluster, ARRAY(SELECT a.id FROM articles a WHERE a.cluster_id = w.id ORDER BY a.id LIMIT ${most}) AS ids
    FROM unnest(${[...clusterIds]}::uuid[]) AS w (id)`.execute(tx);
  return new Map(rows.map(({ cluster, ids }) => [cluster, ids]));
}

/** The clusters that articles are in. */
export async function readClustersOf(
  tx: Tx,
  ids: readonly ArticleId[],
): Promise<readonly { readonly id: ArticleId; readonly clusterId: ClusterId }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: ArticleId; clusterId: ClusterId }>`
    SELECT id, cluster_id AS "clusterId" FROM articles WHERE id = ANY(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export function hostOf(url: string): string | null {
  return URL.parse(url)?.host ?? null;
}

const comparables = new WeakMap<object, Comparable>();

/** A text ready to be compared; made once for each object. */
export function comparableOf(content: Pick<ArticleContent, 'title' | 'text' | 'url'>): Comparable {
  const made = comparables.get(content) ?? comparable({ ...content, host: hostOf(content.url) });
  comparables.set(content, made);
  return made;
}
