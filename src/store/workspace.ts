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
import { type KnownArticle, lockArticles, readArticles, type Shown } from './known-articles.ts';
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

  /** Whether a locked article has an address, also one that no document of this transaction has. */
  async hasAddress(id: ArticleId, url: string): Promise<boolean> {
    if (this.addresses.isClaimed(url)) return this.addresses.ownerOf(url) === id;
    const rows = await ADDRESSES.find(this.tx, [url]);
    return rows[0]?.owner === id;
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
