/**
 * Claims: rows of which each key has one owner, the first that came. A transaction inserts all keys that
 * its documents may want, sorted and under a name of each document's own, and looks up who has them. From
 * then on it knows their owners, and no other writer can take one, until it ends. Who gets a key is decided
 * in memory, document after document; the rows are put right at the end.
 */
import { sql } from 'kysely';
import type { ArticleId, ClusterId } from '../ids.ts';
import type { Tx } from './database.ts';
import { prepared } from './prepared.ts';

/** The statements of one table of claims. Arrays belong together by place. */
export interface ClaimTable<Owner extends string> {
  /** Inserts what is missing, waiting for others who insert it, and gives the owners of all keys. */
  claim(
    tx: Tx,
    keys: readonly string[],
    owners: readonly Owner[],
  ): Promise<readonly { readonly key: string; readonly owner: Owner }[]>;
  find(tx: Tx, keys: readonly string[]): Promise<readonly { readonly key: string; readonly owner: Owner }[]>;
  move(tx: Tx, keys: readonly string[], owners: readonly Owner[]): Promise<unknown>;
  drop(tx: Tx, keys: readonly string[]): Promise<unknown>;
}

export class Claims<Owner extends string> {
  readonly #tx: Tx;
  readonly #table: ClaimTable<Owner>;
  /** What the row of each key says. */
  readonly #rows = new Map<string, Owner>();
  /** Who has each key, as far as documents were taken in. */
  readonly #owners = new Map<string, Owner>();

  constructor(tx: Tx, table: ClaimTable<Owner>) {
    this.#tx = tx;
    this.#table = table;
  }

  /** Makes the keys ours or learns whose they are. Waits for other writers that hold one of them. */
  async claim(wanted: ReadonlyMap<string, Owner>): Promise<void> {
    const keys = [...wanted.keys()].filter((key) => !this.#rows.has(key)).sort();
    if (keys.length === 0) return;
    const names = keys.map((key) => wanted.get(key)).filter((name) => name !== undefined);
    for (const { key, owner } of await this.#table.claim(this.#tx, keys, names)) {
      this.#rows.set(key, owner);
      if (owner !== wanted.get(key)) this.#owners.set(key, owner);
    }
  }

  /** Looks up once more who has keys that are others' rows. */
  async refresh(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const { key, owner } of await this.#table.find(this.#tx, keys)) {
      this.#rows.set(key, owner);
      this.#owners.set(key, owner);
    }
  }

  isClaimed(key: string): boolean {
    return this.#rows.has(key);
  }

  ownerOf(key: string): Owner | undefined {
    return this.#owners.get(key);
  }

  /** Whether the row of a key says who has it; otherwise that is only decided here so far. */
  isWritten(key: string): boolean {
    return this.#rows.get(key) === this.#owners.get(key);
  }

  give(key: string, owner: Owner): void {
    this.#owners.set(key, owner);
  }

  /** All that `from` has is `to`'s, and the rows say so already. */
  giveAll(from: Owner, to: Owner): void {
    for (const keys of [this.#owners, this.#rows])
      for (const [key, owner] of keys) if (owner === from) keys.set(key, to);
  }

  /** Makes the rows say who has their keys. `isLast`: what nobody has got is given up. */
  async flush(isLast: boolean): Promise<void> {
    const [keys, owners, unused]: [string[], Owner[], string[]] = [[], [], []];
    for (const [key, row] of this.#rows) {
      const owner = this.#owners.get(key);
      if (owner === undefined) unused.push(key);
      else if (owner !== row) {
        keys.push(key);
        owners.push(owner);
        this.#rows.set(key, owner);
      }
    }
    if (keys.length > 0) await this.#table.move(this.#tx, keys, owners);
    if (isLast && unused.length > 0) await this.#table.drop(this.#tx, unused);
  }
}

/** Addresses of articles. */
export const ADDRESSES: ClaimTable<ArticleId> = {
  claim: async (tx, keys, owners) => {
    const { rows } = await sql<{ key: string; owner: ArticleId }>`
      ${prepared} SELECT key, owner FROM claim_addresses(${keys}::text[], ${owners}::uuid[])`.execute(tx);
    return rows;
  },
  find: async (tx, keys) => {
    const { rows } = await sql<{ key: string; owner: ArticleId }>`
      SELECT url AS key, article_id AS owner FROM article_urls WHERE url = ANY(${keys}::text[])`.execute(tx);
    return rows;
  },
  move: (tx, keys, owners) =>
    sql`
      UPDATE article_urls u SET article_id = m.owner
      FROM unnest(${keys}::text[], ${owners}::uuid[]) AS m (key, owner) WHERE u.url = m.key`.execute(tx),
  drop: (tx, keys) => sql`DELETE FROM article_urls WHERE url = ANY(${keys}::text[])`.execute(tx),
};

/** Other names of articles; see `articleNames`. */
export const NAMES: ClaimTable<ArticleId> = {
  claim: async (tx, keys, owners) => {
    const { rows } = await sql<{ key: string; owner: ArticleId }>`
      ${prepared} SELECT key, owner FROM claim_names(${keys}::uuid[], ${owners}::uuid[])`.execute(tx);
    return rows;
  },
  find: async (tx, keys) => {
    const { rows } = await sql<{ key: string; owner: ArticleId }>`
      SELECT key, article_id AS owner FROM article_ids WHERE key = ANY(${keys}::uuid[])`.execute(tx);
    return rows;
  },
  move: (tx, keys, owners) =>
    sql`
      UPDATE article_ids i SET article_id = m.owner
      FROM unnest(${keys}::uuid[], ${owners}::uuid[]) AS m (key, owner) WHERE i.key = m.key`.execute(tx),
  drop: (tx, keys) => sql`DELETE FROM article_ids WHERE key = ANY(${keys}::uuid[])`.execute(tx),
};

/** Exact texts of clusters; see `textKey`. */
export const TEXTS: ClaimTable<ClusterId> = {
  claim: async (tx, keys, owners) => {
    const { rows } = await sql<{ key: string; owner: ClusterId }>`
      ${prepared} SELECT key, owner FROM claim_texts(${keys}::text[], ${owners}::uuid[])`.execute(tx);
    return rows;
  },
  find: async (tx, keys) => {
    const { rows } = await sql<{ key: string; owner: ClusterId }>`
      SELECT key, cluster_id AS owner FROM cluster_keys WHERE key = ANY(${keys}::text[])`.execute(tx);
    return rows;
  },
  move: (tx, keys, owners) =>
    sql`
      UPDATE cluster_keys k SET cluster_id = m.owner
      FROM unnest(${keys}::text[], ${owners}::uuid[]) AS m (key, owner) WHERE k.key = m.key`.execute(tx),
  drop: (tx, keys) => sql`DELETE FROM cluster_keys WHERE key = ANY(${keys}::text[])`.execute(tx),
};
