/** What extraction is told of the lines that a host repeats, and what it learns of them. */
import { type HostLines, repeatedLines } from '../article/host-lines.ts';
import { lineKeys } from '../extract/body/host-lines.ts';
import type { HostKey } from '../ids.ts';
import type { Db } from '../store/database.ts';
import { countHostLines, findHostLines, storedText } from '../store/host-lines.ts';

/** How long what was read of a host is good for; other processes learn too. */
const FRESH_MS = 60_000;
const MOST_HOSTS = 2000;
/** Of the first articles of a host each is counted, later one in `ONE_IN`: most of it is known then. */
const COUNTED_ALL = 50;
const ONE_IN = 4;

interface Known {
  readonly lines: readonly string[];
  readonly articles: number;
  readonly readAt: number;
}

/** A process' view of the lines that hosts repeat: bounded, and a minute old at most. */
export class HostLinesBook {
  readonly #db: Db;
  readonly #hosts = new Map<HostKey, Known>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** The keys of the lines that are the host's. */
  async of(host: HostKey): Promise<readonly string[]> {
    return (await this.#known(host)).lines;
  }

  /**
   * Of the lines that were dropped, those that stand in the article as it is stored: it must not change for what was
   * learnt since.
   */
  async stored(dropped: readonly string[], urls: readonly string[]): Promise<readonly string[]> {
    if (dropped.length === 0) return [];
    const text = await storedText(this.#db, urls);
    if (text === null) return [];
    const there = new Set(lineKeys(text));
    return dropped.filter((line) => there.has(line));
  }

  /** Counts a new article's lines, those among them that were dropped for the host's. */
  async learn(host: HostKey, text: string, dropped: readonly string[]): Promise<void> {
    const { articles } = await this.#known(host);
    if (articles >= COUNTED_ALL && Math.random() * ONE_IN >= 1) return;
    await countHostLines(this.#db, host, [...lineKeys(text), ...dropped]);
    // Little is known of a new host, and each article tells much.
    if (articles < COUNTED_ALL) this.#hosts.delete(host);
  }

  async #known(host: HostKey): Promise<Known> {
    const known = this.#hosts.get(host);
    if (known !== undefined && Date.now() - known.readAt < FRESH_MS) return known;
    const found: HostLines | null = await findHostLines(this.#db, host);
    const fresh = {
      lines: found === null ? [] : repeatedLines(found),
      articles: found?.articles ?? 0,
      readAt: Date.now(),
    };
    this.#hosts.delete(host);
    this.#hosts.set(host, fresh);
    if (this.#hosts.size > MOST_HOSTS) {
      const [oldest] = this.#hosts.keys();
      if (oldest !== undefined) this.#hosts.delete(oldest);
    }
    return fresh;
  }
}
