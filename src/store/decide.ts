/** Deciding articles: one extraction becomes a new article, a revision, a copy, or nothing new. */
import type { ArticleContent } from '../article/article.ts';
import type { RevisionKind, Withdrawal } from '../article/revision-kind.ts';
import { revisionKinds, takedownOf } from '../dedupe/revision/kinds.ts';
import { isAnotherStory, isSameStory } from '../dedupe/story.ts';
import { isTeaserOf } from '../dedupe/teaser.ts';
import { isTrivialChange } from '../dedupe/trivial.ts';
import { NewsmillError } from '../errors.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import { findByName } from './article-names.ts';
import { addMemberships, joinClusters, type Membership, type Target } from './clusters.ts';
import type { Incoming, StoredExtraction } from './extraction.ts';
import { comparableOf, type KnownArticle } from './known-articles.ts';
import { addRelated, findNearCopies, type Related } from './near-copies.ts';
import type { Recognition } from './recognitions.ts';
import { splitHomeOf } from './split-homes.ts';
import { takeOver } from './take-over.ts';
import type { Workspace } from './workspace.ts';

/**
 * Decides what one document becomes. Nothing is given away or left to be written before the last thing
 * that can refuse it, so a refused document leaves no trace in the workspace.
 *
 * @throws NewsmillError `paywall_stub` where the page is a teaser of a text that is stored (invariant 6)
 */
export async function storeDocument(work: Workspace, document: Incoming): Promise<StoredExtraction> {
  const owner = await believedOwner(work, document);
  if (owner === null) {
    const known = await findByName(work, document);
    if (known === null) {
      giveAddresses(work, document, document.articleId);
      giveNames(work, document, document.articleId);
      return createArticle(work, document.articleId, document);
    }
    const moved = work.article(known.articleId);
    const step = await judge(work, moved, document);
    const { articleId, ...evidence } = known;
    recognise(work, document, articleId, { rung: 'name', ...evidence });
    giveAddresses(work, document, articleId);
    giveNames(work, document, articleId);
    return updateArticle(work, moved, step, document, true);
  }
  const current = work.article(owner);
  const step = await judge(work, current, document);
  if (step.is === 'another story') return replaceArticle(work, current, document);
  const newAddress = document.addresses.some((url) => work.addresses.ownerOf(url) === undefined);
  recognise(work, document, owner, { rung: 'address' });
  giveAddresses(work, document, owner);
  return updateArticle(work, current, step, document, newAddress);
}

/** The article that has one of the document's addresses, by the one most worth believing; null: none. */
export function ownerOf(work: Workspace, { addresses }: Incoming): ArticleId | null {
  return addresses.map((url) => work.addresses.ownerOf(url)).find((id) => id !== undefined) ?? null;
}

/**
 * The article that a document belongs to by its addresses. A canonical address is the page's own word: one
 * that leads to another story (a section's front page, a template's leftover) is not believed, and the
 * addresses that the page was really found under count. Null: none.
 */
async function believedOwner(work: Workspace, document: Incoming): Promise<ArticleId | null> {
  const named = ownerOf(work, document);
  const own = document.ownAddresses.map((url) => work.addresses.ownerOf(url));
  if (named === null || own.includes(named)) return named;
  const { content } = document.extraction;
  if (!(await tellsAnotherStory(work, work.article(named), content))) return named;
  return own.find((id) => id !== undefined) ?? null;
}

/** Those of the document's addresses that nobody has. */
function giveAddresses(work: Workspace, { addresses }: Incoming, to: ArticleId): void {
  for (const url of addresses) if (work.addresses.ownerOf(url) === undefined) work.addresses.give(url, to);
}

/** Notes how an article was known again under addresses that nobody had; call it before they are given. */
function recognise(
  work: Workspace,
  { addresses }: Incoming,
  articleId: ArticleId,
  evidence: Recognition['evidence'],
): void {
  for (const url of addresses)
    if (work.addresses.ownerOf(url) === undefined) work.rows.addRecognition({ articleId, url, evidence });
}

function giveNames(work: Workspace, { names }: Incoming, to: ArticleId): void {
  for (const name of names.keys()) if (work.names.ownerOf(name) === undefined) work.names.give(name, to);
}

async function tellsAnotherStory(
  work: Workspace,
  current: KnownArticle,
  content: ArticleContent,
): Promise<boolean> {
  if (current.contentHash === content.contentHash) return false;
  return !isSameStory(
    comparableOf({ ...(await work.showing(current)), url: content.url }),
    comparableOf(content),
  );
}

/** What a document is to the article whose address it has. */
type Step =
  | { readonly is: 'nothing' | 'another story' }
  | { readonly is: 'revision'; readonly kinds: readonly RevisionKind[] }
  | { readonly is: 'takedown'; readonly notice: string };

async function judge(work: Workspace, current: KnownArticle, { extraction }: Incoming): Promise<Step> {
  const { content } = extraction;
  // A page that was fetched earlier but extracted later says nothing about the present.
  if (extraction.fetchedAt < current.fetchedAt) return { is: 'nothing' };
  if (extraction.reextracted !== undefined) return judgeReextracted(current, extraction);
  const sameContent = current.contentHash === content.contentHash;
  if (sameContent && (!current.withdrawn || current.takenDown)) return { is: 'nothing' };
  const shown = await work.showing(current);
  // Before a takedown: what a subscriber reads on may begin with news of something that was withdrawn.
  if (isTeaserOf(shown, content))
    throw new NewsmillError(
      'paywall_stub',
      `The page shows a part only of what revision ${current.revision} of article ${current.id} holds`,
    );
  const notice = takedownOf(shown, content);
  if (notice !== null) return current.withdrawn ? { is: 'nothing' } : { is: 'takedown', notice };
  if (sameContent || isTrivialChange(shown, content))
    return current.withdrawn ? { is: 'revision', kinds: [{ kind: 'restored' }] } : { is: 'nothing' };
  const before = comparableOf({ ...shown, url: content.url });
  if (isAnotherStory(before, comparableOf(content))) return { is: 'another story' };
  const kinds = revisionKinds(shown, content);
  return { is: 'revision', kinds: current.withdrawn ? [{ kind: 'restored' }, ...kinds] : kinds };
}

/** Whoever was withdrawn, or revised by a page fetched since, is left as it is. */
function judgeReextracted(current: KnownArticle, { reextracted, fetchedAt }: Incoming['extraction']): Step {
  const isOfThisPage = current.fetchedAt.getTime() === fetchedAt.getTime();
  if (reextracted === undefined || current.withdrawn || !isOfThisPage) return { is: 'nothing' };
  const { fields, extractor } = reextracted;
  return { is: 'revision', kinds: [{ kind: 'reextracted', fields: [...fields], extractor }] };
}

async function createArticle(
  work: Workspace,
  articleId: ArticleId,
  document: Incoming,
): Promise<StoredExtraction> {
  const { extraction } = document;
  const place = await placeArticle(work, articleId, document);
  const { clusterId, memberships } = place;
  work.rows.addArticle({
    id: articleId,
    sourceId: extraction.sourceId,
    clusterId,
    published: extraction.content.published,
    membership: memberships,
  });
  setRevision(
    work,
    { id: articleId, clusterId, sourceId: extraction.sourceId, withdrawn: false },
    1,
    document,
    [],
  );
  addRelated(work, articleId, place.related);
  const duplicate = memberships.length > 0;
  work.rows.addChanges([
    { type: 'article.created', articleId, revision: 1, clusterId },
    ...(duplicate ? [{ type: 'cluster.joined' as const, articleId, revision: 1, clusterId }] : []),
  ]);
  for (const from of place.merged) await work.mergeClusters(from, clusterId);
  return { outcome: duplicate ? 'duplicate' : 'new', articleId, revision: 1, clusterId };
}

interface Place {
  readonly clusterId: ClusterId;
  readonly memberships: readonly Membership[];
  readonly merged: readonly ClusterId[];
  readonly related: readonly Related[];
}

/** The cluster of a new article: that of its exact text, else those of its near copies, else its own. */
async function placeArticle(work: Workspace, articleId: ArticleId, document: Incoming): Promise<Place> {
  const { textKey } = document.extraction;
  await work.texts.claim(new Map([[textKey, document.clusterId]]));
  const owner = work.texts.ownerOf(textKey);
  if (owner !== undefined) {
    const held = await work.holdText(textKey, owner);
    const clusterId = (await splitHomeOf(work, document, held)) ?? held;
    return { clusterId, memberships: [{ rung: 'text', cluster: clusterId }], merged: [], related: [] };
  }
  const { targets, related } = await findNearCopies(work, articleId, document);
  const joined =
    targets.length === 0
      ? { clusterId: null, memberships: [], merged: [] }
      : await joinClusters(work, null, targets);
  const clusterId = joined.clusterId ?? document.clusterId;
  if (joined.clusterId === null) {
    work.clusters.found(clusterId);
    work.rows.addCluster(clusterId);
  }
  work.texts.give(textKey, clusterId);
  return { ...joined, clusterId, related };
}

async function updateArticle(
  work: Workspace,
  current: KnownArticle,
  step: Step,
  document: Incoming,
  newAddress: boolean,
): Promise<StoredExtraction> {
  if (step.is === 'another story') return replaceArticle(work, current, document);
  if (step.is === 'revision') return reviseArticle(work, current, document, step.kinds);
  if (step.is === 'takedown') return takeDown(work, current, document, step.notice);
  const { id, revision, clusterId } = current;
  const { sourceId } = document.extraction;
  // A page that a person or another source found first is this source's from now on.
  if (current.sourceId === null && sourceId !== null) {
    work.rows.patchArticle(id, { sourceId });
    work.setArticle({ ...current, sourceId });
  }
  return { outcome: newAddress ? 'duplicate' : 'unchanged', articleId: id, revision, clusterId };
}

/**
 * The address tells another story now: a new article takes it over. The one that had it is closed as it was,
 * unless its story has an address of its own still.
 */
async function replaceArticle(
  work: Workspace,
  current: KnownArticle,
  document: Incoming,
): Promise<StoredExtraction> {
  const { isLeft } = await takeOver(work, current, document);
  if (isLeft && !current.withdrawn)
    withdraw(work, current, { reason: 'address-reused', successor: document.articleId });
  if (isLeft) work.setArticle({ ...work.article(current.id), withdrawn: true });
  giveAddresses(work, document, document.articleId);
  giveNames(work, document, document.articleId);
  return createArticle(work, document.articleId, document);
}

/** A notice stands where the text was: kept as a revision like any other, and the article is withdrawn. */
function takeDown(
  work: Workspace,
  current: KnownArticle,
  document: Incoming,
  notice: string,
): StoredExtraction {
  const { id: articleId, clusterId, shown } = current;
  const revision = current.revision + 1;
  work.rows.patchArticle(articleId, { revision, published: document.extraction.content.published });
  setRevision(work, { ...current, withdrawn: true }, revision, document, [{ kind: 'takedown', notice }]);
  work.setArticle({ ...work.article(articleId), takenDown: true, shown });
  withdraw(work, { ...current, revision }, { reason: 'takedown', notice });
  return { outcome: 'revised', articleId, revision, clusterId };
}

function withdraw(
  work: Workspace,
  { id: articleId, revision, clusterId }: KnownArticle,
  withdrawal: Withdrawal,
): void {
  work.rows.patchArticle(articleId, { withdrawn: true });
  work.rows.addWithdrawal({ articleId, revision, withdrawal });
  work.rows.addChanges([{ type: 'article.withdrawn', articleId, revision, clusterId }]);
}

async function reviseArticle(
  work: Workspace,
  current: KnownArticle,
  document: Incoming,
  kinds: readonly RevisionKind[],
): Promise<StoredExtraction> {
  const { id: articleId, clusterId: own } = current;
  const { extraction } = document;
  const revision = current.revision + 1;
  const sourceId = current.sourceId ?? extraction.sourceId;
  work.rows.patchArticle(articleId, {
    revision,
    published: extraction.content.published,
    ...(sourceId === current.sourceId ? {} : { sourceId }),
    ...(current.withdrawn ? { withdrawn: false } : {}),
  });
  setRevision(work, { ...current, sourceId, withdrawn: false }, revision, document, kinds);
  await work.texts.claim(new Map([[extraction.textKey, document.clusterId]]));
  const owner = work.texts.ownerOf(extraction.textKey) ?? own;
  work.texts.give(extraction.textKey, owner);
  const { targets, related } = await findNearCopies(work, articleId, document);
  const exact: Target[] =
    owner === own
      ? []
      : [{ clusterId: owner, textKey: extraction.textKey, membership: { rung: 'text', cluster: owner } }];
  const elsewhere = [...exact, ...targets.filter((t) => t.clusterId !== own)];
  const joined = elsewhere.length === 0 ? null : await joinClusters(work, own, elsewhere);
  const clusterId = joined?.clusterId ?? own;
  addRelated(work, articleId, related);
  work.rows.addChanges([{ type: 'article.revised', articleId, revision, clusterId }]);
  for (const from of joined?.merged ?? []) await work.mergeClusters(from, clusterId);
  if (joined !== null && joined.memberships.length > 0) {
    await work.flush();
    await addMemberships(work.tx, articleId, joined.memberships);
  }
  return { outcome: 'revised', articleId, revision, clusterId };
}

/** Adds a revision and makes it what the workspace knows of the article. */
function setRevision(
  work: Workspace,
  article: Pick<KnownArticle, 'id' | 'clusterId' | 'sourceId' | 'withdrawn'>,
  revision: number,
  { extraction }: Incoming,
  kinds: readonly RevisionKind[],
): void {
  work.rows.addRevision(article.id, revision, extraction, kinds);
  work.setArticle({
    ...article,
    takenDown: false,
    revision,
    contentHash: extraction.content.contentHash,
    fetchedAt: extraction.fetchedAt,
    shown: extraction.content,
  });
}
