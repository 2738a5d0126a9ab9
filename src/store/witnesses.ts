/**
 * What else may show that a document is a copy, where the article that its keys lead to does not: what that article
 * showed before it was edited, and its fellows in its cluster. A key has one owner, so copies of a text that its
 * owner shows no more, and copies of a copy, are found by these.
 */
import type { Verdict } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { EarlierText, KnownArticle, Shown } from './known-articles.ts';
import type { Workspace } from './workspace.ts';

/** Candidates of one document whose earlier revisions are looked at. */
const MOST_EDITED = 4;
/** Clusters of one document whose members are looked at, and how many of each. */
const MOST_CLUSTERS = 2;
export const MOST_MEMBERS = 8;

/** An article with a text of its own to compare with. */
export interface Witness {
  readonly article: KnownArticle;
  readonly shown: Shown;
  /** The revision that has the text, where it is an earlier one. */
  readonly revision: number | null;
}

/** An article that a document was compared with. */
export interface Judged {
  readonly article: KnownArticle;
  readonly verdict: Verdict;
  readonly revision: number | null;
  /** Whether most of the document's copy keys are that article's. */
  readonly hasItsKeys: boolean;
}

/** A document, and the article and the cluster that it belongs to already, which are no witnesses. */
export interface Looked {
  readonly articleId: ArticleId | null;
  readonly judged: readonly Judged[];
}

export const isMerged = ({ verdict }: Judged): boolean => verdict.outcome === 'merged';

/** Whether the text is much like the document's, but for a reason that a fellow elsewhere may not give. */
const isNear = ({ verdict }: Judged): boolean =>
  verdict.outcome === 'related' || verdict.guard === 'same-host' || verdict.guard === 'same-host-brief';

/** The articles of which earlier revisions may be what the document is a copy of. */
function editedOf({ judged }: Looked): ArticleId[] {
  return judged
    .filter((one) => !isMerged(one) && one.article.revision > 1)
    .slice(0, MOST_EDITED)
    .map(({ article }) => article.id);
}

/** The clusters with members that the document may be a copy of. */
function clustersOf(work: Workspace, { articleId, judged }: Looked): ClusterId[] {
  const own = articleId === null ? undefined : work.clusterOf(articleId);
  const joined = new Set(judged.filter(isMerged).map(({ article }) => article.clusterId));
  const near = judged.filter((one) => !isMerged(one) && isNear(one)).map(({ article }) => article.clusterId);
  return [...new Set(near)].filter((id) => id !== own && !joined.has(id)).slice(0, MOST_CLUSTERS);
}

/** The witnesses of each of some documents, in their order. Most documents need none, which costs nothing. */
export async function witnessesOf(work: Workspace, documents: readonly Looked[]): Promise<Witness[][]> {
  const edited = documents.map(editedOf);
  const clusters = documents.map((document) => clustersOf(work, document));
  const earlier = edited.some((ids) => ids.length > 0)
    ? await work.earlier(edited.flat())
    : new Map<ArticleId, readonly EarlierText[]>();
  const members = clusters.some((ids) => ids.length > 0)
    ? await work.members([...new Set(clusters.flat())], MOST_MEMBERS)
    : new Map<ClusterId, readonly ArticleId[]>();
  const fellows = documents.map(({ articleId, judged }, i) => {
    const known = new Set([articleId, ...judged.map(({ article }) => article.id)]);
    return (clusters[i] ?? []).flatMap((id) => members.get(id) ?? []).filter((id) => !known.has(id));
  });
  const read = await work.toCompare(fellows.flat());
  return documents.map(({ judged }, i) => [
    ...(edited[i] ?? []).flatMap((id) => {
      const article = judged.find((one) => one.article.id === id)?.article;
      return article === undefined
        ? []
        : (earlier.get(id) ?? []).map(({ shown, revision }): Witness => ({ article, shown, revision }));
    }),
    ...(fellows[i] ?? []).flatMap((id): Witness[] => {
      const article = read.get(id);
      return article === undefined || article.shown === null
        ? []
        : [{ article, shown: article.shown, revision: null }];
    }),
  ]);
}
