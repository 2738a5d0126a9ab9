/** Storing extractions: one within a caller's transaction, or many in transactions of their own. */
import { asNewsmillError, NewsmillError } from '../errors.ts';
import type { ArticleId } from '../ids.ts';
import type { Claims } from './claims.ts';
import { type Db, inTransaction, type Tx } from './database.ts';
import { ownerOf, storeDocument } from './decide.ts';
import { Incoming, type NewExtraction, type StoredExtraction } from './extraction.ts';
import { prepareNearCopies } from './near-copies.ts';
import { Workspace } from './workspace.ts';

export type { NewExtraction, StoredExtraction } from './extraction.ts';

/** What became of one document of many. */
export type StoreResult =
  | { readonly stored: StoredExtraction }
  /** `articleId`: the article that has its address, which stays as it was; null where none has. */
  | { readonly refused: NewsmillError; readonly articleId: ArticleId | null };

/** Documents of one transaction: more make it no cheaper, and its locks are held for longer. */
const PIECE = 64;
/** Characters of the texts of one transaction: bounds the memory and the time that it takes. */
const PIECE_CHARACTERS = 4_000_000;

/**
 * Stores one extraction within the caller's transaction; see `storeExtractions` for the locks.
 *
 * @throws NewsmillError `paywall_stub` where the page is a teaser of a text that is stored (invariant 6)
 */
export async function storeExtraction(tx: Tx, extraction: NewExtraction): Promise<StoredExtraction> {
  const [result] = await storeTogether(tx, [extraction]);
  if (result === undefined) throw new NewsmillError('internal', 'Nothing came of a document');
  if ('refused' in result) throw result.refused;
  return result.stored;
}

/**
 * Stores many extractions, in their order, with the results that storing one after the other would have,
 * in transactions of some dozens each. The results stand in the same order: what became of a document, or
 * why it was refused. Documents before a failure of the database stay stored.
 *
 * Locks are taken in one order everywhere (addresses, names, articles, texts, copy keys, clusters; sorted
 * within each), so writers of the same stories queue up. What can still meet the other way round is run
 * again by `inTransaction`.
 *
 * @throws NewsmillError of class `ours` or `transient` when the database fails
 */
export async function storeExtractions(
  db: Db,
  extractions: readonly NewExtraction[],
): Promise<StoreResult[]> {
  const results: StoreResult[] = [];
  while (results.length < extractions.length)
    results.push(...(await storeOrSingly(db, nextPiece(extractions, results.length))));
  return results;
}

function nextPiece(extractions: readonly NewExtraction[], from: number): readonly NewExtraction[] {
  let characters = 0;
  let to = from;
  while (to < extractions.length && to - from < PIECE && (to === from || characters < PIECE_CHARACTERS)) {
    characters += extractions[to]?.content.text.length ?? 0;
    to += 1;
  }
  return extractions.slice(from, to);
}

/** A document that the database itself refuses must not take others with it. */
async function storeOrSingly(db: Db, piece: readonly NewExtraction[]): Promise<StoreResult[]> {
  try {
    return await inTransaction(db, (tx) => storeTogether(tx, piece));
  } catch (thrown) {
    const error = asNewsmillError(thrown);
    if (piece.length === 1 || error.code !== 'database_failed') throw error;
    const results: StoreResult[] = [];
    for (const extraction of piece)
      results.push(...(await inTransaction(db, (tx) => storeTogether(tx, [extraction]))));
    return results;
  }
}

/**
 * Stores some extractions, in their order, within the caller’s transaction; see `storeExtractions`.
 * At most some dozens should come at once: what they claim is locked until the transaction ends.
 */
export async function storeTogether(tx: Tx, extractions: readonly NewExtraction[]): Promise<StoreResult[]> {
  const work = new Workspace(tx);
  const documents = extractions.map((extraction) => new Incoming(extraction));
  await prepare(work, documents);
  const results: StoreResult[] = [];
  for (const document of documents) {
    try {
      results.push({ stored: await storeDocument(work, document) });
    } catch (error) {
      if (!(error instanceof NewsmillError) || error.code === 'database_failed') throw error;
      results.push({ refused: error, articleId: ownerOf(work, document) });
    }
  }
  await work.flush(true);
  return results;
}

/**
 * Claims and reads what the documents will need, a statement a kind. Too much is claimed rather than too
 * little: what a document needs and is missing is fetched when it comes to it, out of the order of locks.
 */
async function prepare(work: Workspace, documents: readonly Incoming[]): Promise<void> {
  await work.addresses.claim(
    firstOf(
      documents,
      (d) => d.addresses,
      (d) => d.articleId,
    ),
  );
  const isNew = (d: Incoming): boolean =>
    d.addresses.every((url) => work.addresses.ownerOf(url) === undefined);
  // A canonical address that somebody has may not be believed.
  const mayBeNew = (d: Incoming): boolean =>
    d.ownAddresses.every((url) => work.addresses.ownerOf(url) === undefined);
  await work.names.claim(
    firstOf(
      documents.filter(mayBeNew),
      (d) => [...d.names.keys()],
      (d) => d.articleId,
    ),
  );
  await lockOwners(work, documents);
  const changed = documents.filter((d) => {
    const owners = ownersOf(work, d);
    return owners.length === 0 || owners.some((id) => hashOf(work, id) !== d.extraction.content.contentHash);
  });
  await work.texts.claim(
    firstOf(
      changed,
      (d) => [d.extraction.textKey],
      (d) => d.clusterId,
    ),
  );
  const seen = new Set<string>();
  const unlike = changed.filter((d) => {
    const { textKey } = d.extraction;
    const isFirst = work.texts.ownerOf(textKey) === undefined && !seen.has(textKey);
    seen.add(textKey);
    return isFirst || !isNew(d);
  });
  const clusters = await prepareNearCopies(
    work,
    unlike.map((document) => ({ document, articleId: ownerOf(work, document) })),
  );
  // One document that has its text's cluster need not keep others from it.
  if (documents.length === 1) return;
  await work.lockClusters(
    [...clusters, ...changed.flatMap((d) => work.texts.ownerOf(d.extraction.textKey) ?? [])],
    changed.map((d) => d.extraction.textKey).filter((key) => work.texts.ownerOf(key) !== undefined),
  );
}

function firstOf<Owner extends string>(
  documents: readonly Incoming[],
  keysOf: (document: Incoming) => readonly string[],
  nameOf: (document: Incoming) => Owner,
): Map<string, Owner> {
  const wanted = new Map<string, Owner>();
  for (const document of documents)
    for (const key of keysOf(document)) if (!wanted.has(key)) wanted.set(key, nameOf(document));
  return wanted;
}

const ownersOf = (work: Workspace, d: Incoming) => [
  ...d.addresses.flatMap((url) => work.addresses.ownerOf(url) ?? []),
  ...[...d.names.keys()].flatMap((name) => work.names.ownerOf(name) ?? []),
];

const hashOf = (work: Workspace, id: ArticleId): string => work.article(id).contentHash;

/** An address may be given to another article while its owner's lock is waited for: then that is locked too. */
async function lockOwners(work: Workspace, documents: readonly Incoming[]): Promise<void> {
  const hashes = documents.map((d) => d.extraction.content.contentHash);
  for (;;) {
    const fresh = documents.flatMap((d) => ownersOf(work, d)).filter((id) => !work.isLocked(id));
    if (fresh.length === 0) return;
    await work.lock(fresh, hashes);
    const waitedFor = new Set(fresh);
    const ofThose = (claims: Claims<ArticleId>, keys: readonly string[]): string[] =>
      keys.filter((key) => {
        const owner = claims.ownerOf(key);
        return owner !== undefined && waitedFor.has(owner);
      });
    await work.addresses.refresh(documents.flatMap((d) => ofThose(work.addresses, d.addresses)));
    await work.names.refresh(documents.flatMap((d) => ofThose(work.names, [...d.names.keys()])));
  }
}
