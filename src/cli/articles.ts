import { Command, InvalidArgumentError, Option } from 'commander';
import type { Article } from '../article/article.ts';
import { NewsmillError } from '../errors.ts';
import { articleSnapshot } from '../store/article-snapshot.ts';
import { findArticle, listArticles, listRevisions } from '../store/read-articles.ts';
import { type Address, listAddresses } from '../store/recognitions.ts';
import { parseArticleId } from './article-id.ts';
import { diffCommand } from './articles-diff.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { sourceIdOf } from './known-source.ts';
import { plain, print, printJson, printLine, say, table } from './output.ts';
import { fileSink, stdoutSink } from './sink.ts';

export function articlesCommand(): Command {
  const articles = new Command('articles');
  articles
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(diffCommand())
    .addCommand(exportCommand());
  return articles;
}

/** A whole number of at least one, as an option's value. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Write a whole number of at least 1.');
  return value;
}

interface ListOptions {
  readonly source?: string;
  readonly url?: string;
  readonly limit: number;
  readonly json?: true;
}

function listCommand(): Command {
  return new Command('list')
    .description('newest first')
    .option('--source <id>', 'only those of one source')
    .option('--url <url>', 'the one found under this address (canonical form)')
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .option('--json', 'one JSON document instead of a table')
    .action(async (options: ListOptions, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const found = await listArticles(store.database.db, {
        source: sourceIdOf(options.source),
        url: options.url,
        limit: options.limit,
      });
      if (options.json) return printJson({ articles: found });
      if (found.length === 0 && (options.source !== undefined || options.url !== undefined))
        return printLine('No article matches. `newsmill articles list` shows them all.');
      if (found.length === 0)
        return printLine(
          'No articles yet. `newsmill start` runs the sources, `newsmill crawl URL` takes a page.',
        );
      const rows = found.map((a) => [
        a.id,
        (a.published ?? a.fetched).slice(0, 16).replace('T', ' '),
        `r${a.revision}`,
        plain(a.siteName ?? new URL(a.url).host),
        plain(a.title),
      ]);
      return printLine(table(rows));
    });
}

type Format = 'json' | 'text' | 'markdown' | 'html';
const formatOption = (): Option =>
  new Option('--format <format>', 'how to show it')
    .choices(['json', 'text', 'markdown', 'html'])
    .default('text');

function showCommand(): Command {
  return new Command('show')
    .description('one article; --revision for an older state')
    .argument('<id>', 'id of the article')
    .option('--revision <n>', 'a revision other than the current one', wholeNumber)
    .option('--revisions', 'list the revisions instead')
    .option('--addresses', 'list the addresses instead, with why each is its own')
    .addOption(formatOption())
    .action(
      async (
        text: string,
        options: { revision?: number; revisions?: true; addresses?: true; format: Format },
        command: Command,
      ) => {
        const id = parseArticleId(text);
        await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
        const { db } = store.database;
        const article = await findArticle(db, id, options.revision);
        if (!article) {
          const what =
            options.revision === undefined
              ? `article ${id}`
              : `revision ${options.revision} of article ${id}`;
          throw new NewsmillError('not_found_in_store', `There is no ${what}`);
        }
        if (options.addresses) {
          const addresses = await listAddresses(db, id);
          return printLine(table(addresses.map((a) => [a.since, reasonOf(a), plain(a.url)])));
        }
        if (options.revisions) {
          const revisions = await listRevisions(db, id);
          return printLine(
            table(
              revisions.map((r) => [
                `r${r.revision}`,
                r.fetched.toISOString(),
                r.kinds.map((kind) => kind.kind).join(', ') || '-',
                r.withdrawal === null ? '-' : `withdrawn: ${r.withdrawal.reason}`,
                plain(r.title),
              ]),
            ),
          );
        }
        await print(await formatArticle(article, options.format));
      },
    );
}

function reasonOf({ evidence }: Address): string {
  if (evidence === null) return 'first';
  return evidence.rung === 'address' ? 'address' : `${evidence.names.join('+')}, ${evidence.text} text`;
}

async function formatArticle(article: Article, format: Format): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(article, null, 2)}\n`;
    case 'markdown':
      return `# ${article.title}\n\n${article.markdown.trimEnd()}\n`;
    case 'html':
      return `${article.html.trimEnd()}\n`;
    case 'text': {
      const facts = [
        article.siteName,
        article.authors.join(', '),
        article.published,
        `revision ${article.revision}`,
        article.url,
        `cluster ${article.cluster}`,
      ];
      return `${article.title}\n${facts.filter(Boolean).join(' · ')}\n\n${article.text.split('\n').join('\n\n')}\n`;
    }
  }
}

interface ExportOptions {
  readonly out?: string;
  readonly source?: string;
  readonly cursor?: string;
}

function exportCommand(): Command {
  return new Command('export')
    .description('all articles as NDJSON, one article a line, newest first, as they are at one moment')
    .option('--out <file>', 'write there instead of to standard output')
    .option('--source <id>', 'only those of one source')
    .option('--cursor <file>', 'write there the cursor to follow from: `newsmill changes --after CURSOR`')
    .action(async (options: ExportOptions, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const source = sourceIdOf(options.source);
      await using out = options.out === undefined ? stdoutSink() : await fileSink(options.out);
      await using cursorFile = options.cursor === undefined ? null : await fileSink(options.cursor);
      let count = 0;
      let cursor = '0';
      for await (const part of articleSnapshot(store.database.db, { source })) {
        if ('cursor' in part) {
          cursor = part.cursor;
          continue;
        }
        for (const article of part.articles) await out.write(`${JSON.stringify(article)}\n`);
        count += part.articles.length;
      }
      // Last, so that a cursor is there only where all articles are.
      await cursorFile?.write(`${cursor}\n`);
      say(
        `${count} ${count === 1 ? 'article' : 'articles'} exported, as they are at cursor ${cursor} of the change log.`,
      );
    });
}
