/** The sampled shingles of texts, as one transaction claims and sees them. See `copy_keys` for the table. */
import { sql } from 'kysely';
import type { ArticleId } from '../ids.ts';
import type { Tx } from './database.ts';
import { prepared } from './prepared.ts';

/** Spans of seven days that are searched, the present one included: copies appear within four weeks. */
export const WINDOW_SPANS = 5;

/** What is claimed: keys, ascending, under an id that no stored article has. */
export interface WantedKeys {
  readonly keys: readonly number[];
  readonly articleId: ArticleId;
}

interface OpenSpan {
  readonly rows: Map<number, ArticleId>;
  readonly owners: Map<number, ArticleId>;
}

/**
 * Like `Claims`, for keys that have an owner in each span. A transaction that begins just after a span has
 * ended claims in the ended one too, where it meets those that began just before.
 */
export class CopyKeys {
  readonly #tx: Tx;
  /** The spans that are claimed in, once something was. */
  readonly #open = new Map<number, OpenSpan>();
  readonly #known = new Set<number>();
  /** Owners in spans that are over. */
  readonly #older = new Map<number, ArticleId[]>();
  readonly #claimed = new Set<ArticleId>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /**
   * Claims the keys of several documents and learns who had them before. Insert, then look up: the insert
   * waits for every writer that holds one of the keys, so the second of two that store copies at the same
   * moment finds the first. Keys go in sorted order: writers wait for each other, never in a circle.
   */
  async claim(wanted: readonly WantedKeys[]): Promise<void> {
    const names = new Map<number, ArticleId>();
    for (const { keys, articleId } of wanted) {
      if (this.#claimed.has(articleId)) continue;
      this.#claimed.add(articleId);
      for (const key of keys) if (!this.#known.has(key)) names.set(key, names.get(key) ?? articleId);
    }
    const keys = [...names.keys()].sort((a, b) => a - b);
    if (keys.length === 0) return;
    const { rows } = await sql<{ span: number; key: number | null; owner: ArticleId }>`
      ${prepared} SELECT span, key, owner
      FROM claim_copy_keys(${keys}::integer[], ${keys.map((key) => names.get(key))}::uuid[], ${WINDOW_SPANS})`.execute(
      this.#tx,
    );
    // The first rows name the spans that are open.
    for (const { span, key } of rows)
      if (key === null && !this.#open.has(span)) this.#open.set(span, { rows: new Map(), owners: new Map() });
    for (const key of keys) this.#known.add(key);
    for (const { rows: ours } of this.#open.values()) for (const [key, name] of names) ours.set(key, name);
    for (const { span, key, owner } of rows) {
      if (key === null) continue;
      const open = this.#open.get(span);
      if (open !== undefined) {
        open.rows.set(key, owner);
        open.owners.set(key, owner);
        continue;
      }
      const older = this.#older.get(key);
      if (older === undefined) this.#older.set(key, [owner]);
      else if (!older.includes(owner)) older.push(owner);
    }
  }

  /** Gives an article those of its keys that nobody has. */
  give(keys: readonly number[], articleId: ArticleId): void {
    for (const { owners } of this.#open.values())
      for (const key of keys) if (!owners.has(key)) owners.set(key, articleId);
  }

  /**
   * The articles that have at least `fewest` of the keys, `articleId` left out, and how many each has: those with
   * most first, at most `most`.
   */
  holders(
    keys: readonly number[],
    articleId: ArticleId | null,
    fewest: number,
    most: number,
  ): ReadonlyMap<ArticleId, number> {
    const shared = new Map<ArticleId, number>();
    for (const key of keys) {
      const holders = new Set(this.#older.get(key));
      for (const { owners } of this.#open.values()) {
        const owner = owners.get(key);
        if (owner !== undefined) holders.add(owner);
      }
      for (const holder of holders)
        if (holder !== articleId) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    const found = [...shared]
      .filter(([, count]) => count >= fewest)
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .slice(0, most);
    return new Map(found);
  }

  /** Makes the rows say who has their keys. `isLast`: what nobody has got is given up. */
  async flush(isLast: boolean): Promise<void> {
    for (const [span, { rows, owners }] of this.#open) {
      const [keys, ids, unused]: [number[], ArticleId[], number[]] = [[], [], []];
      for (const [key, row] of rows) {
        const owner = owners.get(key);
        if (owner === undefined) unused.push(key);
        else if (owner !== row) {
          keys.push(key);
          ids.push(owner);
          rows.set(key, owner);
        }
      }
      if (keys.length > 0)
        await sql`
          UPDATE copy_keys c SET article_id = m.owner
          FROM unnest(${keys}::integer[], ${ids}::uuid[]) AS m (key, owner)
          WHERE c.span = ${span} AND c.key = m.key`.execute(this.#tx);
      if (isLast && unused.length > 0)
        await sql`DELETE FROM copy_keys WHERE span = ${span} AND key = ANY(${unused}::integer[])`.execute(
          this.#tx,
        );
    }
  }
}
