/** `newsmill articles diff`: what an edit changed, word by word. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { diffPage } from '../api/page/diff-page.ts';
import { diffArticles } from '../deliver/article-diff.ts';
import { formatDiff } from '../deliver/diff-text.ts';
import { NewsmillError } from '../errors.ts';
import { findArticle } from '../store/read-articles.ts';
import { parseArticleId } from './article-id.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { print, printJson, printLine } from './output.ts';

interface DiffOptions {
  readonly revisions?: readonly [from: number, to: number];
  readonly format: 'text' | 'json' | 'html';
}

export function diffCommand(): Command {
  return new Command('diff')
    .description('what changed between two revisions, word by word')
    .argument('<id>', 'id of the article')
    .option('--revisions <a..b>', 'from one to another; the last edit without it', revisionRange)
    .addOption(
      new Option('--format <format>', 'text is coloured on a terminal (not with NO_COLOR), html is a page')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .action(async (text: string, options: DiffOptions, command: Command) => {
      const id = parseArticleId(text);
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const { db } = store.database;
      const current = await findArticle(db, id);
      if (current === null) throw new NewsmillError('not_found_in_store', `There is no article ${id}`);
      // Nothing has gone wrong where nothing was edited: programs get an empty comparison.
      if (options.revisions === undefined && current.revision === 1 && options.format === 'text')
        return printLine(`Article ${id} has one revision: nothing was changed since it was first stored.`);
      const [a, b] = options.revisions ?? [Math.max(1, current.revision - 1), current.revision];
      const [from, to] = await Promise.all([findArticle(db, id, a), findArticle(db, id, b)]);
      if (from === null || to === null) {
        const what = `revision ${from === null ? a : b} of article ${id}, which is at ${current.revision}`;
        throw new NewsmillError('not_found_in_store', `There is no ${what}`);
      }
      const diff = diffArticles(from, to);
      if (options.format === 'json') return printJson(diff);
      await print(options.format === 'html' ? diffPage(diff) : formatDiff(diff, wantsColour()));
    });
}

/** `2..5`, as an option's value. */
function revisionRange(text: string): readonly [number, number] {
  const match = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  if (!(from >= 1 && to >= 1)) throw new InvalidArgumentError('Write two revisions like 1..3.');
  return [from, to];
}

/** Colours for people at a terminal only, and not against their word (no-color.org). */
function wantsColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
}
