/** `newsmill reextract`: what today's extractor makes of the stored snapshots, before and when it is written. */

import { Command } from 'commander';
import { createExtractPool } from '../extract/pool.ts';
import { openBlobs } from '../fetch/open-blobs.ts';
import { canonicalUrl } from '../frontier/canonical-url.ts';
import { HostLinesBook } from '../pipeline/host-lines.ts';
import { isOtherwise, type Otherwise, type Reading, reextract } from '../pipeline/reextract.ts';
import { createContext } from './context.ts';
import { aDate } from './export.ts';
import { openStore } from './instance.ts';
import { knownSource } from './known-source.ts';
import { plain, print, printLine, say } from './output.ts';
import { startProgress } from './progress.ts';

interface ReextractOptions {
  readonly source?: string;
  readonly since?: Date;
  readonly url?: string;
  readonly write?: true;
  readonly json?: true;
}

/** Lines about single pages on a terminal; `--json` has all of them. */
const MOST_LINES = 100;
const SHOWN_CHARACTERS = 60;

export function reextractCommand(): Command {
  return new Command('reextract')
    .option('--source <id>', 'only pages of one source')
    .option('--since <date>', 'only pages fetched since, such as 2026-11-01', aDate)
    .option('--url <url>', 'only this page')
    .option('--write', 'store what changed; without it, it is only told')
    .option('--json', 'one JSON line a page that reads otherwise, with both states')
    .addHelpText(
      'after',
      `
Examples:
  newsmill reextract --source example-news --since 2026-11-01
  newsmill reextract --source example-news --since 2026-11-01 --write

Reads the snapshot behind each article's current revision, and those that gave no article, without a request. With
--write a page that reads otherwise becomes a revision of the kind “reextracted”; an article that would be lost stays.`,
    )
    .action(async (options: ReextractOptions, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'warn' });
      await using store = await openStore(context);
      const sourceId = await knownSource(store.database.db, options.source);
      await using pool = createExtractPool({
        spareThreads: 0,
        ...context.config.extract,
        onRuleReport: (message) => say(`newsmill: source rule: ${message}`),
      });
      using progress = startProgress('pages');
      const told = new Telling(options.json === true);
      await reextract(
        {
          db: store.database.db,
          blobs: openBlobs(context.config.snapshots, context.dataDir),
          pool,
          config: context.config,
          hostLines: new HostLinesBook(store.database.db),
        },
        {
          filter: {
            sourceId,
            since: options.since,
            url: options.url === undefined ? undefined : canonicalUrl(options.url).url,
          },
          write: options.write === true,
          onReading: (reading) => {
            told.add(reading);
            progress.update(told.pages, told.pages);
          },
        },
      );
      progress[Symbol.dispose]();
      await told.end(options.write === true);
    });
}

class Telling {
  pages = 0;
  readonly #json: boolean;
  readonly #counts = { same: 0, changed: 0, found: 0, lost: 0, failing: 0, missing: 0 };
  readonly #fields = new Map<string, number>();
  readonly #lines: string[] = [];
  #printed: Promise<void> = Promise.resolve();

  constructor(json: boolean) {
    this.#json = json;
  }

  add(reading: Reading): void {
    this.pages += 1;
    this.#counts[reading.is] += 1;
    if (!isOtherwise(reading)) return;
    if (reading.is === 'changed')
      for (const field of reading.fields) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    if (this.#json) this.#printed = this.#printed.then(() => print(`${JSON.stringify(reading)}\n`));
    else if (this.#lines.length < MOST_LINES) this.#lines.push(lineOf(reading));
  }

  async end(written: boolean): Promise<void> {
    await this.#printed;
    for (const line of this.#lines) await printLine(line);
    const { changed, found, lost } = this.#counts;
    const otherwise = changed + found + lost;
    if (!this.#json && otherwise > this.#lines.length)
      await printLine(`… and ${otherwise - this.#lines.length} more; --json has all of them`);
    const names = {
      changed: 'read otherwise',
      found: 'now articles',
      lost: 'no longer articles',
      failing: 'no articles as before',
      missing: 'without their bytes',
    };
    const parts = Object.entries(names).flatMap(([key, name]) => {
      const n = this.#counts[key as keyof typeof names];
      return n > 0 ? [`${n} ${name}`] : [];
    });
    say(
      `${this.pages} ${this.pages === 1 ? 'page' : 'pages'}: ${[`${this.#counts.same} the same`, ...parts].join(', ')}`,
    );
    const fields = [...this.#fields].sort(([, a], [, b]) => b - a);
    if (fields.length > 0) say(`fields: ${fields.map(([field, n]) => `${field} ${n}`).join(', ')}`);
    if (changed + found === 0) return;
    say(
      written
        ? 'Written as revisions of the kind “reextracted”.'
        : 'Nothing was written; run it again with --write to store it.',
    );
  }
}

function lineOf(reading: Otherwise): string {
  switch (reading.is) {
    case 'found':
      return plain(`${reading.url}  now an article: ${short(reading.after.title)}`);
    case 'lost':
      return plain(`${reading.url}  no longer an article: ${reading.failure.code}`);
    case 'changed': {
      const { before, after } = reading;
      const shown = reading.fields.map((field) => {
        if (field === 'title') return `title “${short(before.title)}” → “${short(after.title)}”`;
        if (field === 'text') return `text ${before.wordCount} → ${after.wordCount} words`;
        if (field === 'authors')
          return `authors ${before.authors.join(', ') || 'none'} → ${after.authors.join(', ') || 'none'}`;
        if (field === 'published')
          return `published ${before.published ?? 'none'} → ${after.published ?? 'none'}`;
        return field;
      });
      return plain(`${reading.url}  ${shown.join('; ')}`);
    }
  }
}

const short = (text: string): string =>
  text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS - 1)}…`;
