/**
 * What one transaction knows while it takes documents in, and what it has still to write. Documents are
 * decided one after the other in memory, as if each had been stored before the next; `flush` writes.
 */
import { NewsmillError } from '../errors.ts';
import type { ArticleId, ClusterId } from '../ids.ts';
import { ADDRESSES, Claims, NAMES, TEXTS } from './claims.ts';
import { CopyKeys } from './copy-keys.ts';
import type { Tx } from './database.ts';
import { HostPassages } from './host-passages.ts';
import {
  type EarlierText,
  type KnownArticle,
  lockArticles,
  readArticles,
  readClustersOf,
  readEarlier,
  readMembers,
  type Shown,
} from './known-articles.ts';
import { PendingRows } from './pending-rows.ts';
import { WorkingClusters } from './working-clusters.ts';

export class Workspace {
  readonly tx: Tx;
  readonly addresses: Claims<ArticleId>;
  readonly names: Claims<ArticleId>;
  readonly texts: Claims<ClusterId>;
  readonly copyKeys: CopyKeys;
  readonly passages: HostPassages;
  readonly clusters: WorkingClusters;
  readonly rows: PendingRows;
  readonly #locked = new Map<ArticleId, KnownArticle>();
  /** Articles that are only compared with. */
  readonly #others = new Map<ArticleId, KnownArticle>();
  /** Texts before the revision that is named. */
  readonly #earlier = new Map<
    ArticleId,
    { readonly revision: number; readonly texts: readonly EarlierText[] }
  >();

  constructor(tx: Tx) {
    this.tx = tx;
    this.addresses = new Claims(tx, ADDRESSES);
    this.names = new Claims(tx, NAMES);
    this.texts = new Claims(tx, TEXTS);
    this.copyKeys = new CopyKeys(tx);
    this.passages = new HostPassages(tx);
    this.clusters = new WorkingClusters(tx);
    this.rows = new PendingRows(tx);
  }

  /** Locks stored articles and reads them; `unlike` as for `readArticles`. */
  async lock(ids: readonly ArticleId[], unlike: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#locked.has(id));
    if (unknown.length === 0) return;
    await lockArticles(this.tx, unknown);
    for (const article of await readArticles(this.tx, unknown, unlike)) this.#locked.set(article.id, article);
  }

  /** An article that is locked, or was made by this transaction. */
  article(id: ArticleId): KnownArticle {
    const found = this.#locked.get(id);
    if (!found) throw new NewsmillError('database_failed', `Article ${id} has no current revision`);
    return found;
  }

  isLocked(id: ArticleId): boolean {
    return this.#locked.has(id);
  }

  /** What an article's current revision says, read now if it was left out. */
  async showing(article: KnownArticle): Promise<Shown> {
    const { shown } =
      article.shown === null ? ((await this.toCompare([article.id])).get(article.id) ?? article) : article;
    if (shown === null)
      throw new NewsmillError('database_failed', `Article ${article.id} has no current revision`);
    return shown;
  }

  setArticle(article: KnownArticle): void {
    this.#locked.set(article.id, article);
  }

  /** Articles to compare with, with their texts; ids without an article are left out. */
  async toCompare(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, KnownArticle>> {
    const missing = [...new Set(ids)].filter((id) => {
      const known = this.#locked.get(id) ?? this.#others.get(id);
      return known === undefined || known.shown === null;
    });
    if (missing.length > 0)
      for (const read of await readArticles(this.tx, missing)) {
        const locked = this.#locked.get(read.id);
        if (locked === undefined) this.#others.set(read.id, read);
        else this.#locked.set(read.id, { ...locked, shown: read.shown });
      }
    return new Map(
      ids.flatMap((id) => {
        const known = this.#locked.get(id) ?? this.#others.get(id);
        return known === undefined ? [] : [[id, known] as const];
      }),
    );
  }

  /** What articles showed before their current revision; what is pending is written first. */
  async earlier(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly EarlierText[]>> {
    const stale = [...new Set(ids)].filter((id) => {
      const known = this.#locked.get(id) ?? this.#others.get(id);
      return this.#earlier.get(id)?.revision !== known?.revision;
    });
    if (stale.length > 0) {
      await this.flush();
      const read = await readEarlier(this.tx, stale);
      for (const id of stale) {
        const { revision } = this.#locked.get(id) ?? this.#others.get(id) ?? { revision: 0 };
        this.#earlier.set(id, { revision, texts: read.get(id) ?? [] });
      }
    }
    return new Map(ids.map((id) => [id, this.#earlier.get(id)?.texts ?? []]));
  }

  /** The oldest articles of clusters, at most `most` of each; what is pending is written first. */
  async members(
    clusterIds: readonly ClusterId[],
    most: number,
  ): Promise<ReadonlyMap<ClusterId, readonly ArticleId[]>> {
    await this.flush();
    return readMembers(this.tx, clusterIds, most);
  }

  /** Whether a locked article has an address, also one that no document of this transaction has. */
  async hasAddress(id: ArticleId, url: string): Promise<boolean> {
    if (this.addresses.isClaimed(url)) return this.addresses.ownerOf(url) === id;
    const rows = await ADDRESSES.find(this.tx, [url]);
    return rows[0]?.owner === id;
  }

  /** The cluster of an article that was read. */
  clusterOf(id: ArticleId): ClusterId | undefined {
    return (this.#locked.get(id) ?? this.#others.get(id))?.clusterId;
  }

  /**
   * Locks clusters in sorted order and gives for each the one that it is now. What a person has split off while the
   * locks were waited for is looked up once more: articles that were read, and the texts of `textKeys`. They may be
   * in clusters then that are not locked.
   */
  async lockClusters(
    ids: readonly ClusterId[],
    textKeys: readonly string[] = [],
  ): Promise<ReadonlyMap<ClusterId, ClusterId>> {
    const fresh = new Set(ids.filter((id) => !this.clusters.isLocked(id)));
    const locked = await this.clusters.lock(ids);
    if (fresh.size === 0) return locked;
    await this.texts.refresh(textKeys.filter((key) => this.texts.isWritten(key)));
    const members = [...this.#others.values()].filter(({ clusterId }) => fresh.has(clusterId));
    for (const { id, clusterId } of await readClustersOf(
      this.tx,
      members.map(({ id }) => id),
    )) {
      const known = this.#others.get(id);
      if (known !== undefined) this.#others.set(id, { ...known, clusterId });
    }
    return locked;
  }

  /** Holds the cluster that has a text, which somebody must have, and gives it. */
  async holdText(key: string, owner: ClusterId): Promise<ClusterId> {
    if (this.clusters.isKnown(owner) || !this.texts.isWritten(key)) return this.clusters.hold(owner);
    const held = await this.clusters.hold(owner, key);
    this.texts.give(key, held);
    return held;
  }

  /** Both clusters must be locked. What is pending is written first: the merge moves all members. */
  async mergeClusters(from: ClusterId, into: ClusterId): Promise<void> {
    await this.flush();
    this.rows.addChanges(await this.clusters.merge(from, into));
    this.texts.giveAll(from, into);
    for (const articles of [this.#locked, this.#others])
      for (const [id, article] of articles)
        if (article.clusterId === from) articles.set(id, { ...article, clusterId: into });
  }

  /** Writes what is pending. `isLast`: claims that no document got are given up. */
  async flush(isLast = false): Promise<void> {
    await this.rows.flush();
    await this.addresses.flush(isLast);
    await this.names.flush(isLast);
    await this.texts.flush(isLast);
    await this.copyKeys.flush(isLast);
    await this.passages.flush();
  }
}
