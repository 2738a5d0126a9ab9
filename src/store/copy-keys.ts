/** The sampled shingles of texts, as one transaction claims and sees them. See `copy_keys` for the table. */
import { sql } from 'kysely';
import type { ArticleId } from '../ids.ts';
import type { Tx } from './database.ts';

/** Spans of seven days that are searched, the present one included: copies appear within four weeks. */
export const WINDOW_SPANS = 5;

/** What is claimed: keys, ascending, under an id that no stored article has. */
export interface WantedKeys {
  readonly keys: readonly number[];
  readonly articleId: ArticleId;
}

interface OpenSpan {
  readonly span: number;
  readonly rows: Map<number, ArticleId>;
  readonly owners: Map<number, ArticleId>;
}

/**
 * Like `Claims`, for keys that have an owner in each span. A transaction that begins just after a span has
 * ended claims in the ended one too, where it meets those that began just before.
 */
export class CopyKeys {
  readonly #tx: Tx;
  /** The spans that are claimed in, oldest first; undefined until the first claim. */
  #open: readonly OpenSpan[] | undefined;
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
    const fresh = wanted.filter(({ articleId }) => !this.#claimed.has(articleId));
    if (fresh.length === 0) return;
    const open = await this.#spans();
    const names = new Map<number, ArticleId>();
    for (const { keys, articleId } of fresh) {
      this.#claimed.add(articleId);
      for (const key of keys) if (!names.has(key)) names.set(key, articleId);
    }
    const keys = [...names.keys()].sort((a, b) => a - b);
    if (keys.length === 0) return;
    for (const span of open) await this.#claimIn(span, keys, names);
    const newest = open.at(-1)?.span ?? 0;
    const isOpen = new Set(open.map(({ span }) => span));
    const searched = Array.from({ length: WINDOW_SPANS }, (_, i) => newest - i).filter((s) => !isOpen.has(s));
    // One branch a span: each is planned for one partition, whatever their number.
    const branches = searched.map(
      (span) =>
        sql`SELECT key, article_id FROM copy_keys WHERE span = ${span} AND key = ANY(${keys}::integer[])`,
    );
    const { rows } = await sql<{ key: number; owner: ArticleId }>`
      SELECT key, article_id AS owner FROM (${sql.join(branches, sql` UNION ALL `)}) AS older`.execute(
      this.#tx,
    );
    for (const { key, owner } of rows) {
      const known = this.#older.get(key);
      if (known === undefined) this.#older.set(key, [owner]);
      else if (!known.includes(owner)) known.push(owner);
    }
  }

  async #claimIn(
    { span, rows, owners }: OpenSpan,
    keys: readonly number[],
    names: ReadonlyMap<number, ArticleId>,
  ): Promise<void> {
    const unknown = keys.filter((key) => !rows.has(key));
    const ids = unknown.map((key) => names.get(key));
    await sql`
      INSERT INTO copy_keys (span, key, article_id)
      SELECT ${span}::integer, k, a FROM unnest(${unknown}::integer[], ${ids}::uuid[]) AS t (k, a)
      ON CONFLICT DO NOTHING`.execute(this.#tx);
    for (const [i, key] of unknown.entries()) {
      const id = ids[i];
      if (id !== undefined) rows.set(key, id);
    }
    const own = [...new Set(ids)];
    const found = await sql<{ key: number; owner: ArticleId }>`
      SELECT key, article_id AS owner FROM copy_keys
      WHERE span = ${span} AND key = ANY(${unknown}::integer[]) AND article_id <> ALL(${own}::uuid[])`.execute(
      this.#tx,
    );
    for (const { key, owner } of found.rows) {
      rows.set(key, owner);
      owners.set(key, owner);
    }
  }

  async #spans(): Promise<readonly OpenSpan[]> {
    if (this.#open !== undefined) return this.#open;
    const { rows } = await sql<{ before: number; now: number }>`
      SELECT s.before, s.now, ensure_copy_span(s.before), ensure_copy_span(s.now)
      FROM (SELECT copy_span(now() - interval '10 minutes') AS before, copy_span(now()) AS now) AS s`.execute(
      this.#tx,
    );
    const spans = new Set(rows.flatMap(({ before, now }) => [before, now]));
    this.#open = [...spans].map((span) => ({ span, rows: new Map(), owners: new Map() }));
    return this.#open;
  }

  /** Gives an article those of its keys that nobody has. */
  give(keys: readonly number[], articleId: ArticleId): void {
    for (const { owners } of this.#open ?? [])
      for (const key of keys) if (!owners.has(key)) owners.set(key, articleId);
  }

  /**
   * The articles that have at least `fewest` of the keys, `articleId` left out: those with most first, at
   * most `most`.
   */
  holders(keys: readonly number[], articleId: ArticleId | null, fewest: number, most: number): ArticleId[] {
    const shared = new Map<ArticleId, number>();
    for (const key of keys) {
      const holders = new Set(this.#older.get(key));
      for (const { owners } of this.#open ?? []) {
        const owner = owners.get(key);
        if (owner !== undefined) holders.add(owner);
      }
      for (const holder of holders)
        if (holder !== articleId) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    return [...shared]
      .filter(([, count]) => count >= fewest)
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .slice(0, most)
      .map(([id]) => id);
  }

  /** Makes the rows say who has their keys. `isLast`: what nobody has got is given up. */
  async flush(isLast: boolean): Promise<void> {
    for (const { span, rows, owners } of this.#open ?? []) {
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
