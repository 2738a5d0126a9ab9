/** Clusters as one transaction knows them: which it has locked, what became of them, who is kept apart. */
import { sql } from 'kysely';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { NewChange } from './changes.ts';
import { holdCluster, lockClusters, mergeInto } from './clusters.ts';
import type { Tx } from './database.ts';
import { addLodger, readLodgers } from './lodgers.ts';

const pairOf = (a: ClusterId, b: ClusterId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export class WorkingClusters {
  readonly #tx: Tx;
  /** What each locked cluster is now: itself, or the one it was merged into. */
  readonly #locked = new Map<ClusterId, ClusterId>();
  /** The same for those that only cannot be merged away. */
  readonly #held = new Map<ClusterId, ClusterId>();
  #apart = new Set<string>();
  /** Locked clusters that have lodgers. */
  readonly #lodged = new Set<ClusterId>();
  /** Clusters that are kept apart from any other. */
  readonly #split = new Set<ClusterId>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** A cluster that this transaction founds: nobody else knows it. */
  found(id: ClusterId): void {
    this.#locked.set(id, id);
  }

  /** Locks clusters in sorted order, and gives for each the one that it is now. */
  async lock(ids: readonly ClusterId[]): Promise<ReadonlyMap<ClusterId, ClusterId>> {
    const unknown = [...new Set(ids)].filter((id) => !this.#locked.has(id));
    if (unknown.length > 0) {
      const { now: locked, lodged } = await lockClusters(this.#tx, unknown);
      for (const [id, now] of locked) {
        this.#locked.set(id, now);
        this.#locked.set(now, now);
      }
      for (const id of lodged) this.#lodged.add(id);
      await this.#readApart();
    }
    return new Map(ids.map((id) => [id, this.#locked.get(id) ?? id]));
  }

  /** Whether nobody else can merge or split a cluster until the transaction ends. */
  isLocked(id: ClusterId): boolean {
    return this.#locked.has(id);
  }

  /** Whether a cluster is locked or held: who is in it cannot change any more. */
  isKnown(id: ClusterId): boolean {
    return this.#locked.has(id) || this.#held.has(id);
  }

  /** Keeps a cluster from being merged away or split until the transaction ends; gives the one that it is now. */
  async hold(id: ClusterId, textKey: string | null = null): Promise<ClusterId> {
    const known = this.#locked.get(id) ?? this.#held.get(id);
    if (known !== undefined) return known;
    const { id: now, isApart } = await holdCluster(this.#tx, id, textKey);
    this.#held.set(now, now);
    // With a text, the answer is where the text is: that says nothing about this cluster.
    if (textKey === null) this.#held.set(id, now);
    if (isApart) this.#split.add(now);
    return now;
  }

  /** Whether a person keeps a cluster, held or locked, apart from any other. */
  isSplit(id: ClusterId): boolean {
    return this.#split.has(id);
  }

  /** Whether a person has told `id` apart from one of `others`. All must be locked. */
  isApart(id: ClusterId, others: readonly ClusterId[]): boolean {
    return others.some((other) => this.#apart.has(pairOf(id, other)));
  }

  /** The lodgers of those clusters that have some. All must be locked. */
  async lodgersOf(ids: readonly ClusterId[]): Promise<readonly ArticleId[]> {
    return readLodgers(
      this.#tx,
      ids.filter((id) => this.#lodged.has(id)),
    );
  }

  /** Makes an article a lodger of clusters that are locked and written. */
  async addLodger(articleId: ArticleId, ids: readonly ClusterId[]): Promise<void> {
    await addLodger(this.#tx, articleId, ids);
    for (const id of ids) this.#lodged.add(id);
  }

  /** Merges `from` into `into`, both locked and written; gives the changes to append. */
  async merge(from: ClusterId, into: ClusterId): Promise<readonly NewChange[]> {
    const changes = await mergeInto(this.#tx, from, into);
    for (const known of [this.#locked, this.#held])
      for (const [id, now] of known) if (now === from) known.set(id, into);
    if (this.#lodged.has(from)) this.#lodged.add(into);
    await this.#readApart();
    return changes;
  }

  async #readApart(): Promise<void> {
    const ids = [...new Set(this.#locked.values())];
    const { rows } = await sql<{ low: ClusterId; high: ClusterId }>`
      SELECT low, high FROM cluster_apart WHERE low = ANY(${ids}::uuid[]) OR high = ANY(${ids}::uuid[])`.execute(
      this.#tx,
    );
    this.#apart = new Set(rows.map(({ low, high }) => pairOf(low, high)));
    for (const { low, high } of rows) this.#split.add(low).add(high);
  }
}
