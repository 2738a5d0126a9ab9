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
import { comparableOf, type Shown } from './known-articles.ts';
import { isMerged, type Judged, MOST_MEMBERS, type Witness, witnessesOf } from './witnesses.ts';
import type { Workspace } from './workspace.ts';

/** Candidates compared at most; those that share most keys come first. */
const MOST_CANDIDATES = 16;
/** Texts with fewer keys are so short that one in common is worth a look. */
const FEW_KEYS = 12;
/** Share of its keys that another article must have for a text to be hardly found by those that are left. */
const MOST_KEYS = 0.5;
/** Articles with its keys beside which a text lodges, at most. */
const MOST_HOSTS = 2;
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
function candidatesOf(
  work: Workspace,
  articleId: ArticleId | null,
  document: Incoming,
): ReadonlyMap<ArticleId, number> {
  const keys = document.copyKeys;
  return work.copyKeys.holders(keys, articleId, keys.length < FEW_KEYS ? 1 : 2, MOST_CANDIDATES);
}

/** What a document may have in common with a text because of their hosts: asked for where it would count. */
function passagesToLoad(document: Incoming, shown: Shown): HostPassage[] {
  const { text } = document;
  const other = comparableOf(shown);
  if (other.host !== text.host) {
    const verdict = document.verdicts.get(shown) ?? verify(text, other);
    document.verdicts.set(shown, verdict);
    if (verdict.outcome !== 'merged') return [];
  }
  return sharedPassages(text, other).flatMap((passage) =>
    [...new Set([text.host, other.host])].flatMap((host) => (host === null ? [] : [{ host, passage }])),
  );
}

function compare(work: Workspace, document: Incoming, shown: Shown): Verdict {
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

/** A document, with the article that it is an edit of, if any. */
interface Wanted {
  readonly document: Incoming;
  readonly articleId: ArticleId | null;
}

/**
 * Compares documents with the articles that have some of their keys, and with those articles' witnesses. One entry an
 * article, in the order of the documents: what it shows now, if nothing else of it is what the document is a copy of.
 */
async function judge(work: Workspace, wanted: readonly Wanted[]): Promise<Judged[][]> {
  const candidates = wanted.map(({ document, articleId }) => candidatesOf(work, articleId, document));
  const articles = await work.toCompare(candidates.flatMap((shared) => [...shared.keys()]));
  const texts = candidates.map((shared) =>
    [...shared.keys()].flatMap((id): Witness[] => {
      const article = articles.get(id);
      return article === undefined || article.shown === null
        ? []
        : [{ article, shown: article.shown, revision: null }];
    }),
  );
  const compared = await compareAll(work, wanted, texts);
  const judged = compared.map((of, i) => {
    const most = (wanted[i]?.document.copyKeys.length ?? 0) * MOST_KEYS;
    return of.map((one) => ({ ...one, hasItsKeys: (candidates[i]?.get(one.article.id) ?? 0) >= most }));
  });
  const witnesses = await witnessesOf(
    work,
    wanted.map(({ articleId }, i) => ({ articleId, judged: judged[i] ?? [] })),
  );
  const more = await compareAll(work, wanted, witnesses);
  return judged.map((of, i) => {
    const copies = new Map<ArticleId, Judged>();
    for (const one of more[i] ?? []) {
      const best = copies.get(one.article.id);
      if (one.verdict.outcome === 'merged' && one.verdict.score > (best?.verdict.score ?? 0))
        copies.set(one.article.id, one);
    }
    return [...of.filter(({ article }) => !copies.has(article.id)), ...copies.values()];
  });
}

async function compareAll(
  work: Workspace,
  wanted: readonly Wanted[],
  texts: readonly (readonly Witness[])[],
): Promise<Judged[][]> {
  await work.passages.load(
    wanted.flatMap(({ document }, i) =>
      (texts[i] ?? []).flatMap(({ shown }) =>
        document.verdicts.has(shown) ? [] : passagesToLoad(document, shown),
      ),
    ),
  );
  return wanted.map(({ document }, i) =>
    (texts[i] ?? []).map(({ article, shown, revision }) => ({
      article,
      revision,
      verdict: compare(work, document, shown),
      hasItsKeys: false,
    })),
  );
}

/**
 * Claims the copy keys of several documents (with the article that each is an edit of, if any) and compares
 * each with those that had some of them before.
 * Gives the clusters that they will join by that, so that all can be locked in one order.
 */
export async function prepareNearCopies(work: Workspace, wanted: readonly Wanted[]): Promise<ClusterId[]> {
  await work.copyKeys.claim(
    wanted.map(({ document }) => ({ keys: document.copyKeys, articleId: document.articleId })),
  );
  const judged = await judge(work, wanted);
  return judged.flat().flatMap((one) => (isMerged(one) || one.hasItsKeys ? one.article.clusterId : []));
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
  const found = (await judge(work, [{ document, articleId }])).flat();
  const judged = [...found, ...(await meetLodgers(work, articleId, document, found))];
  // An article is counted once, not with each of its edits.
  if (articleId === document.articleId) learnPassages(work, document, judged);
  judged.sort((a, b) => b.verdict.score - a.verdict.score || (a.article.id < b.article.id ? -1 : 1));
  return {
    targets: judged
      .filter(({ verdict }) => verdict.outcome === 'merged')
      .map(({ article, verdict, revision }) => ({
        clusterId: article.clusterId,
        membership: {
          rung: 'near',
          with: article.id,
          ...(revision === null ? {} : { revision }),
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

/**
 * The copies among those that lodge where the document's keys are, or where it would lodge itself; then it does. Under
 * the locks of these clusters, so that of two that come at the same moment one meets the other.
 */
async function meetLodgers(
  work: Workspace,
  articleId: ArticleId,
  document: Incoming,
  judged: readonly Judged[],
): Promise<Judged[]> {
  const own = articleId === document.articleId ? undefined : work.clusterOf(articleId);
  const clustersOf = (of: readonly Judged[]): ClusterId[] =>
    [...new Set(of.map(({ article }) => work.clusterOf(article.id) ?? article.clusterId))].filter(
      (id) => id !== own,
    );
  const hosts = judged.filter((one) => !isMerged(one) && one.hasItsKeys).slice(0, MOST_HOSTS);
  const relevant = [...judged.filter(isMerged), ...hosts];
  const wanted = clustersOf(relevant);
  if (wanted.length === 0) return [];
  const locked = await work.lockClusters(wanted);
  const now = (ids: readonly ClusterId[]): ClusterId[] => [...new Set(ids.map((id) => locked.get(id) ?? id))];
  const lodgers = await work.clusters.lodgersOf(now(wanted));
  const hosting = now(clustersOf(hosts));
  const members =
    hosting.length === 0 ? [] : [...(await work.members(hosting, MOST_MEMBERS)).values()].flat();
  const known = new Set([articleId, ...judged.map(({ article }) => article.id)]);
  const others = [...new Set([...lodgers, ...members])].filter((id) => !known.has(id));
  const articles = await work.toCompare(others);
  const witnesses = others.flatMap((id): Witness[] => {
    const article = articles.get(id);
    return article === undefined || article.shown === null
      ? []
      : [{ article, shown: article.shown, revision: null }];
  });
  const compared = await compareAll(work, [{ document, articleId }], [witnesses]);
  const copies = compared.flat().filter(isMerged);
  const homes = new Set(now(clustersOf([...judged.filter(isMerged), ...copies])));
  const lodging = hosting.filter((id) => !homes.has(id));
  if (lodging.length > 0) {
    await work.flush();
    await work.clusters.addLodger(articleId, lodging);
  }
  return copies;
}

/** What two articles of one host have in common without being one may be the host's. */
function learnPassages(work: Workspace, document: Incoming, judged: readonly Judged[]): void {
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
