/** Writing articles: one extraction becomes a new article, a revision, a copy, or nothing new. */
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Access, ArticleContent } from '../article/article.ts';
import { isAnotherStory, isSameStory } from '../dedupe/story.ts';
import { isTeaserOf } from '../dedupe/teaser.ts';
import { isTrivialChange } from '../dedupe/trivial.ts';
import { type Comparable, comparable } from '../dedupe/verify.ts';
import { NewsmillError } from '../errors.ts';
import { ArticleId, ClusterId, type SnapshotId, type SourceId } from '../ids.ts';
import { findByName } from './article-names.ts';
import { appendChanges } from './changes.ts';
import {
  addMemberships,
  claimClusterKey,
  findOrFoundCluster,
  type Joined,
  joinClusters,
  type Target,
} from './clusters.ts';
import type { Tx } from './database.ts';
import { findNearCopies, hostOf, type Related, recordRelated } from './near-copies.ts';

export interface NewExtraction {
  readonly content: ArticleContent;
  /** The addresses the page is known by, canonical form; the one most worth believing first. */
  readonly urls: readonly string[];
  /** `textKey` of the content. */
  readonly textKey: string;
  /** The id that the publisher states for the article, in its page or feed. */
  readonly publisherId?: string | null;
  readonly sourceId: SourceId | null;
  readonly snapshotId: SnapshotId | null;
  readonly fetchedAt: Date;
}

export interface StoredExtraction {
  /**
   * - `new`: an article with a text not seen before, also where its address told another story before
   * - `duplicate`: a new article that carries a text already known, or one more address of a known article
   * - `revised`: a known article, whose content has changed
   * - `unchanged`: a known article with the content it had
   */
  readonly outcome: 'new' | 'duplicate' | 'revised' | 'unchanged';
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly clusterId: ClusterId;
}

interface CurrentRow {
  clusterId: ClusterId;
  revision: number;
  contentHash: string;
  fetchedAt: Date;
  access: Access;
  /** Null where the content is the same. */
  title: string | null;
  text: string | null;
}

/**
 * Stores one extraction within the caller's transaction. Locks are taken in one order everywhere
 * (addresses sorted, names sorted, article, text key, copy keys sorted, clusters sorted), so writers of the same story
 * queue up. Only a merge of two clusters can meet a revision of one of their members the other way round;
 * `inTransaction` runs that again.
 *
 * @throws NewsmillError `paywall_stub` where the page is a teaser of a text that is stored (invariant 6)
 */
export async function storeExtraction(tx: Tx, extraction: NewExtraction): Promise<StoredExtraction> {
  const candidate = ArticleId.parse(uuidv7());
  const claim = await claimUrls(tx, extraction.urls, candidate);
  if (claim.owner === candidate) {
    const known = await findByName(tx, candidate, extraction);
    if (known === null) return createArticle(tx, candidate, extraction);
    const moved = await lockCurrent(tx, known, extraction.content.contentHash);
    await sql`UPDATE article_urls SET article_id = ${known} WHERE article_id = ${candidate}`.execute(tx);
    return updateArticle(tx, known, moved, extraction, true);
  }
  const current = await lockCurrent(tx, claim.owner, extraction.content.contentHash);
  // A canonical address is the page's own word. One that leads to another story (a section's front page,
  // a template's leftover) is not believed, and the page keeps the address it was found under.
  if (!claim.byOwnAddress && tellsAnotherStory(current, extraction.content)) {
    return createArticle(tx, candidate, extraction);
  }
  if (claim.newAddress) {
    await sql`UPDATE article_urls SET article_id = ${claim.owner} WHERE article_id = ${candidate}`.execute(
      tx,
    );
  }
  return updateArticle(tx, claim.owner, current, extraction, claim.newAddress);
}

interface Claim {
  /** The article that has one of the addresses already; else the candidate. */
  readonly owner: ArticleId;
  /** Whether it has one that the page was really found under, not only the one it names as canonical. */
  readonly byOwnAddress: boolean;
  /** Whether an address was not known before; it is the candidate's for now. */
  readonly newAddress: boolean;
}

/** Finds the article that owns one of the addresses; those without an owner become the candidate's. */
async function claimUrls(tx: Tx, urls: readonly string[], candidate: ArticleId): Promise<Claim> {
  const sorted = [...new Set(urls)].sort();
  await sql`
    INSERT INTO article_urls (url, article_id)
    SELECT u, ${candidate}::uuid FROM unnest(${sorted}::text[]) AS u ORDER BY u
    ON CONFLICT (url) DO NOTHING`.execute(tx);
  const { rows } = await sql<{ url: string; articleId: ArticleId }>`
    SELECT url, article_id AS "articleId" FROM article_urls WHERE url = ANY(${sorted}::text[])`.execute(tx);
  const owners = new Map(rows.map((row) => [row.url, row.articleId]));
  const owner =
    urls.map((url) => owners.get(url)).find((id) => id !== undefined && id !== candidate) ?? candidate;
  const own = urls.length > 1 ? urls.slice(1) : urls;
  return {
    owner,
    byOwnAddress: own.some((url) => owners.get(url) === owner),
    newAddress: rows.some((row) => row.articleId === candidate),
  };
}

/**
 * Locks an article, then reads its current revision in a statement of its own: one statement that waits
 * for the lock would still look for the revision that was current before the wait.
 */
async function lockCurrent(tx: Tx, articleId: ArticleId, contentHash: string): Promise<CurrentRow> {
  await sql`SELECT 1 FROM articles WHERE id = ${articleId} FOR UPDATE`.execute(tx);
  const { rows } = await sql<CurrentRow>`
    SELECT a.cluster_id AS "clusterId", a.revision, r.content_hash AS "contentHash", r.fetched_at AS "fetchedAt",
      r.content->>'access' AS access,
      CASE WHEN r.content_hash <> ${contentHash} THEN r.content->>'title' END AS title,
      CASE WHEN r.content_hash <> ${contentHash} THEN r.content->>'text' END AS text
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    WHERE a.id = ${articleId}`.execute(tx);
  const current = rows[0];
  if (!current) throw new NewsmillError('database_failed', `Article ${articleId} has no current revision`);
  return current;
}

function tellsAnotherStory(current: CurrentRow, content: ArticleContent): boolean {
  if (current.title === null || current.text === null) return false;
  const before = comparableOf({ title: current.title, text: current.text, url: content.url });
  return !isSameStory(before, comparableOf(content));
}

async function createArticle(
  tx: Tx,
  articleId: ArticleId,
  extraction: NewExtraction,
): Promise<StoredExtraction> {
  const { content } = extraction;
  const place = await placeArticle(tx, articleId, extraction);
  await tx
    .insertInto('articles')
    .values({
      id: articleId,
      source_id: extraction.sourceId,
      cluster_id: place.clusterId,
      revision: 1,
      published: content.published,
      membership: JSON.stringify(place.memberships),
    })
    .execute();
  await insertRevision(tx, articleId, 1, extraction);
  await recordRelated(tx, articleId, place.related);
  const { clusterId } = place;
  const duplicate = place.memberships.length > 0;
  await appendChanges(tx, [
    { type: 'article.created', articleId, revision: 1, clusterId },
    ...(duplicate ? [{ type: 'cluster.joined' as const, articleId, revision: 1, clusterId }] : []),
    ...place.changes,
  ]);
  return { outcome: duplicate ? 'duplicate' : 'new', articleId, revision: 1, clusterId };
}

/** The cluster of a new article: that of its exact text, else those of its near copies, else its own. */
async function placeArticle(
  tx: Tx,
  articleId: ArticleId,
  extraction: NewExtraction,
): Promise<Joined & { readonly related: readonly Related[] }> {
  const own = ClusterId.parse(uuidv7());
  const { clusterId, founded } = await findOrFoundCluster(tx, extraction.textKey, own);
  if (!founded) {
    return { clusterId, memberships: [{ rung: 'text', cluster: clusterId }], changes: [], related: [] };
  }
  const { targets, related } = await findNearCopies(tx, articleId, comparableOf(extraction.content));
  if (targets.length === 0) return { clusterId: own, memberships: [], changes: [], related };
  const joined = await joinClusters(tx, own, targets, { isNew: true });
  return { ...joined, related };
}

const comparableOf = (content: Pick<ArticleContent, 'title' | 'text' | 'url'>): Comparable =>
  comparable({ ...content, host: hostOf(content.url) });

async function updateArticle(
  tx: Tx,
  articleId: ArticleId,
  current: CurrentRow,
  extraction: NewExtraction,
  newAddress: boolean,
): Promise<StoredExtraction> {
  // A page that was fetched earlier but extracted later says nothing about the present.
  const outdated = extraction.fetchedAt < current.fetchedAt;
  const { title, text } = current;
  if (outdated || title === null || text === null || isTrivialChange({ title, text }, extraction.content)) {
    // A page that a person or another source found first is this source's from now on.
    await sql`
      UPDATE articles SET source_id = ${extraction.sourceId} WHERE id = ${articleId} AND source_id IS NULL`.execute(
      tx,
    );
    return {
      outcome: newAddress ? 'duplicate' : 'unchanged',
      articleId,
      revision: current.revision,
      clusterId: current.clusterId,
    };
  }
  if (isTeaserOf({ access: current.access, text }, extraction.content)) {
    throw new NewsmillError(
      'paywall_stub',
      `The page shows a part only of what revision ${current.revision} of article ${articleId} holds`,
    );
  }
  const before = comparableOf({ title, text, url: extraction.content.url });
  const after = comparableOf(extraction.content);
  if (isAnotherStory(before, after)) return replaceArticle(tx, articleId, current, extraction);
  return reviseArticle(tx, articleId, current, extraction, after);
}

/** The address tells another story now: its article is closed as it was, and a new one takes the addresses. */
async function replaceArticle(
  tx: Tx,
  articleId: ArticleId,
  current: CurrentRow,
  extraction: NewExtraction,
): Promise<StoredExtraction> {
  const successor = ArticleId.parse(uuidv7());
  await sql`UPDATE articles SET withdrawn_at = now(), updated_at = now() WHERE id = ${articleId}`.execute(tx);
  await sql`UPDATE article_urls SET article_id = ${successor} WHERE article_id = ${articleId}`.execute(tx);
  await sql`UPDATE article_ids SET article_id = ${successor} WHERE article_id = ${articleId}`.execute(tx);
  const { revision, clusterId } = current;
  await appendChanges(tx, [{ type: 'article.withdrawn', articleId, revision, clusterId }]);
  return createArticle(tx, successor, extraction);
}

async function reviseArticle(
  tx: Tx,
  articleId: ArticleId,
  current: CurrentRow,
  extraction: NewExtraction,
  text: Comparable,
): Promise<StoredExtraction> {
  const revision = current.revision + 1;
  await insertRevision(tx, articleId, revision, extraction);
  await sql`
    UPDATE articles SET revision = ${revision}, published = ${extraction.content.published},
      source_id = coalesce(source_id, ${extraction.sourceId}), updated_at = now()
    WHERE id = ${articleId}`.execute(tx);
  const owner = await claimClusterKey(tx, extraction.textKey, current.clusterId);
  const { targets, related } = await findNearCopies(tx, articleId, text);
  const exact: Target[] =
    owner === current.clusterId
      ? []
      : [{ clusterId: owner, membership: { rung: 'text', cluster: owner } as const }];
  const elsewhere = [...exact, ...targets.filter((t) => t.clusterId !== current.clusterId)];
  const joined: Joined =
    elsewhere.length === 0
      ? { clusterId: current.clusterId, memberships: [], changes: [] }
      : await joinClusters(tx, current.clusterId, elsewhere);
  await addMemberships(tx, articleId, joined.memberships);
  await recordRelated(tx, articleId, related);
  const { clusterId } = joined;
  await appendChanges(tx, [{ type: 'article.revised', articleId, revision, clusterId }, ...joined.changes]);
  return { outcome: 'revised', articleId, revision, clusterId };
}

async function insertRevision(
  tx: Tx,
  articleId: ArticleId,
  revision: number,
  extraction: NewExtraction,
): Promise<void> {
  await tx
    .insertInto('revisions')
    .values({
      article_id: articleId,
      revision,
      content: JSON.stringify(extraction.content),
      content_hash: extraction.content.contentHash,
      snapshot_id: extraction.snapshotId,
      fetched_at: extraction.fetchedAt,
    })
    .execute();
}
