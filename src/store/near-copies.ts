/** Finding the articles whose text is nearly that of another, at any time and among concurrent writers. */
import { sql } from 'kysely';
import { sharedPassages, withFurniture } from '../dedupe/passages.ts';
import { type Comparable, type Verdict, verify } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { Target } from './clusters.ts';
import { WINDOW_SPANS } from './copy-keys.ts';
import type { Db } from './database.ts';
import type { Incoming } from './extraction.ts';
import type { HostPassage } from './host-passages.ts';
import { comparableOf, type KnownArticle } from './known-articles.ts';
import type { Workspace } from './workspace.ts';

/** Candidates compared at most; those that share most keys come first. */
const MOST_CANDIDATES = 16;
/** Texts with fewer keys are so short that one in common is worth a look. */
const FEW_KEYS = 12;
/** Edges kept of one text. */
const MOST_RELATED = 5;

export interface Related {
  readonly articleId: ArticleId;
  readonly verdict: Verdict;
}

export interface NearCopies {
  /** Clusters with a member that is a copy; best first. */
  readonly targets: readonly Target[];
  readonly related: readonly Related[];
}

/** The articles that a document is compared with, as far as keys are claimed now. */
function candidatesOf(work: Workspace, articleId: ArticleId | null, document: Incoming): ArticleId[] {
  const keys = document.copyKeys;
  return work.copyKeys.holders(keys, articleId, keys.length < FEW_KEYS ? 1 : 2, MOST_CANDIDATES);
}

/** What a document may have in common with an article because of their hosts: asked for where it would count. */
function passagesToLoad(document: Incoming, article: KnownArticle): HostPassage[] {
  const { text } = document;
  if (article.shown === null) return [];
  const other = comparableOf(article.shown);
  if (other.host !== text.host) {
    const verdict = document.verdicts.get(article.shown) ?? verify(text, other);
    document.verdicts.set(article.shown, verdict);
    if (verdict.outcome !== 'merged') return [];
  }
  return sharedPassages(text, other).flatMap((passage) =>
    [...new Set([text.host, other.host])].flatMap((host) => (host === null ? [] : [{ host, passage }])),
  );
}

function compare(work: Workspace, document: Incoming, article: KnownArticle): Verdict | null {
  const { shown } = article;
  if (shown === null) return null;
  const known = document.verdicts.get(shown);
  if (known !== undefined && known.outcome !== 'merged') return known;
  const verdict = verifyWithHosts(work, document.text, comparableOf(shown), known);
  document.verdicts.set(shown, verdict);
  return verdict;
}

/** The comparison without what either host prints in many of its articles. */
function verifyWithHosts(
  work: Workspace,
  one: Comparable,
  other: Comparable,
  without: Verdict | undefined,
): Verdict {
  const hosts = [...new Set([one.host, other.host])];
  const isFurniture = (passage: string): boolean =>
    hosts.some((host) => host !== null && work.passages.isFurniture(host, passage));
  const [a, b] = [withFurniture(one, isFurniture), withFurniture(other, isFurniture)];
  return without !== undefined && a === one && b === other ? without : verify(a, b);
}

/**
 * Claims the copy keys of several documents (with the article that each is an edit of, if any) and compares
 * each with those that had some of them before.
 * Gives the clusters that they will join by that, so that all can be locked in one order.
 */
export async function prepareNearCopies(
  work: Workspace,
  documents: readonly { readonly document: Incoming; readonly articleId: ArticleId | null }[],
): Promise<ClusterId[]> {
  await work.copyKeys.claim(
    documents.map(({ document }) => ({ keys: document.copyKeys, articleId: document.articleId })),
  );
  const candidates = documents.map(({ document, articleId }) => candidatesOf(work, articleId, document));
  const articles = await work.toCompare(candidates.flat());
  await work.passages.load(
    documents.flatMap(({ document }, i) =>
      (candidates[i] ?? []).flatMap((id) => {
        const article = articles.get(id);
        return article === undefined ? [] : passagesToLoad(document, article);
      }),
    ),
  );
  return documents.flatMap(({ document }, i) =>
    (candidates[i] ?? []).flatMap((id) => {
      const article = articles.get(id);
      return article !== undefined && compare(work, document, article)?.outcome === 'merged'
        ? [article.clusterId]
        : [];
    }),
  );
}

/**
 * Gives the document's keys to `articleId` and compares it with those that had some of them before. Of two
 * transactions that store copies at the same moment, the second waits for the first when it claims.
 */
export async function findNearCopies(
  work: Workspace,
  articleId: ArticleId,
  document: Incoming,
): Promise<NearCopies> {
  const keys = document.copyKeys;
  if (keys.length === 0) return { targets: [], related: [] };
  await work.copyKeys.claim([{ keys, articleId: document.articleId }]);
  work.copyKeys.give(keys, articleId);
  const articles = await work.toCompare(candidatesOf(work, articleId, document));
  const fresh = [...articles.values()].filter(({ shown }) => shown !== null && !document.verdicts.has(shown));
  await work.passages.load(fresh.flatMap((article) => passagesToLoad(document, article)));
  const judged = [...articles.values()].flatMap((article) => {
    const verdict = compare(work, document, article);
    return verdict === null ? [] : [{ article, verdict }];
  });
  // An article is counted once, not with each of its edits.
  if (articleId === document.articleId) learnPassages(work, document, judged);
  judged.sort((a, b) => b.verdict.score - a.verdict.score || (a.article.id < b.article.id ? -1 : 1));
  return {
    targets: judged
      .filter(({ verdict }) => verdict.outcome === 'merged')
      .map(({ article, verdict }) => ({
        clusterId: article.clusterId,
        membership: {
          rung: 'near',
          with: article.id,
          score: verdict.score,
          direction: verdict.direction,
          evidence: verdict.evidence,
        },
      })),
    related: judged
      .filter(({ verdict }) => verdict.outcome === 'related')
      .slice(0, MOST_RELATED)
      .map(({ article, verdict }) => ({ articleId: article.id, verdict })),
  };
}

/** What two articles of one host have in common without being one may be the host's. */
function learnPassages(
  work: Workspace,
  document: Incoming,
  judged: readonly { readonly article: KnownArticle; readonly verdict: Verdict }[],
): void {
  const { host } = document.text;
  if (host === null) return;
  const shared = judged.flatMap(({ article: { shown }, verdict }) => {
    const other = shown === null ? null : comparableOf(shown);
    return verdict.outcome === 'merged' || other?.host !== host ? [] : sharedPassages(document.text, other);
  });
  work.passages.meet(host, shared);
}

/** Keeps the edges of an article to those it derives from, or that share much with it. */
export function addRelated(work: Workspace, articleId: ArticleId, related: readonly Related[]): void {
  for (const { articleId: from, verdict } of related) work.rows.addDerivation({ articleId, from, verdict });
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
