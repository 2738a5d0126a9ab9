/** Passages that hosts repeat, as one transaction knows and learns them. See `host_passages` for the table. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** A passage met in so many articles of one host is the host's, not the articles'. */
const FURNITURE_FROM = 3;
/** Passages learnt from one document at most. */
const MOST_LEARNT = 100;

export interface HostPassage {
  readonly host: string;
  /** As `sharedPassages` gives it. */
  readonly passage: string;
}

const nameOf = ({ host, passage }: HostPassage): string => `${host} ${passage}`;

interface Known {
  readonly articles: number;
  /** Met long enough ago that it should be said again that it is in use. */
  readonly stale: boolean;
}

/**
 * Only what a document has in common with an article that it might be merged with comes here: most
 * documents ask nothing. A passage is written until it is known and then once a day, so that writers of one host do not
 * wait for each other.
 */
export class HostPassages {
  readonly #tx: Tx;
  readonly #known = new Map<string, Known>();
  #met = new Map<string, { readonly host: string; readonly passage: string; more: number }>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Reads what is known of passages, where that is not known yet. */
  async load(passages: readonly HostPassage[]): Promise<void> {
    const wanted = new Map(passages.map((p) => [nameOf(p), p]));
    for (const name of wanted.keys()) if (this.#known.has(name)) wanted.delete(name);
    if (wanted.size === 0) return;
    const [hosts, keys] = [
      [...wanted.values()].map((p) => p.host),
      [...wanted.values()].map((p) => p.passage),
    ];
    const { rows } = await sql<Known & HostPassage>`
      SELECT p.host, p.passage::text AS passage, p.articles, p.seen_at < now() - interval '1 day' AS stale
      FROM unnest(${hosts}::text[], ${keys}::bigint[]) AS wanted (host, passage)
      JOIN host_passages p USING (host, passage)`.execute(this.#tx);
    for (const name of wanted.keys()) this.#known.set(name, { articles: 0, stale: false });
    for (const row of rows) this.#known.set(nameOf(row), row);
  }

  isFurniture(host: string, passage: string): boolean {
    return (this.#known.get(nameOf({ host, passage }))?.articles ?? 0) >= FURNITURE_FROM;
  }

  /** Notes that a new article has passages that other articles of its host have; they must be loaded. */
  meet(host: string, passages: readonly string[]): void {
    for (const passage of [...new Set(passages)].slice(0, MOST_LEARNT)) {
      const name = nameOf({ host, passage });
      const { articles, stale } = this.#known.get(name) ?? { articles: 0, stale: false };
      if (articles >= FURNITURE_FROM && !stale) continue;
      // The first meeting is of two articles at once.
      const more = articles === 0 ? 2 : 1;
      this.#known.set(name, { articles: articles + more, stale: false });
      const met = this.#met.get(name);
      this.#met.set(name, { host, passage, more: (met?.more ?? 0) + more });
    }
  }

  /** Writes what was met, in sorted order: writers wait for each other, never in a circle. */
  async flush(): Promise<void> {
    if (this.#met.size === 0) return;
    const rows = [...this.#met.values()];
    this.#met = new Map();
    await sql`
      INSERT INTO host_passages (host, passage, articles)
      SELECT host, passage, least(more, ${FURNITURE_FROM}) FROM unnest(
        ${rows.map((row) => row.host)}::text[], ${rows.map((row) => row.passage)}::bigint[],
        ${rows.map((row) => row.more)}::integer[]) AS met (host, passage, more)
      ORDER BY host, passage
      ON CONFLICT (host, passage) DO UPDATE
      SET articles = least(host_passages.articles + EXCLUDED.articles, ${FURNITURE_FROM}), seen_at = now()`.execute(
      this.#tx,
    );
  }
}

/** Removes passages that were not met since `before`, at most `most` at a time. */
export async function pruneHostPassages(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM host_passages WHERE (host, passage) IN (
      SELECT host, passage FROM host_passages WHERE seen_at < ${before} ORDER BY seen_at LIMIT ${most})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
