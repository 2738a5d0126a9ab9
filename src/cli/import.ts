/** `newsmill import`: pages from a WARC file or a folder, through extraction and the store, without a request. */
import { stat } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { ArchiveEntry } from '../archive/archived-page.ts';
import { readFolder } from '../archive/folder-reader.ts';
import { readWarc } from '../archive/warc-reader.ts';
import { fromFailure } from '../errors.ts';
import { createExtractPool } from '../extract/pool.ts';
import { openBlobs } from '../fetch/open-blobs.ts';
import { unreadable } from '../file-fault.ts';
import { HostLinesBook } from '../pipeline/host-lines.ts';
import { importPages } from '../pipeline/import-pages.ts';
import type { ImportSummary } from '../pipeline/import-tally.ts';
import { createContext } from './context.ts';
import { EXIT } from './exit.ts';
import { openStore } from './instance.ts';
import { knownSource } from './known-source.ts';
import { fail, plain, printJson, printLine, say } from './output.ts';
import { startProgress } from './progress.ts';

interface ImportOptions {
  readonly baseUrl?: string;
  readonly source?: string;
  readonly json?: true;
}

export function importCommand(): Command {
  return new Command('import')
    .argument(
      '<path>',
      'a WARC file (.warc, .warc.gz), a folder of .html and .txt files (may be .gz), or one such file',
    )
    .option(
      '--base-url <url>',
      'the address of the folder; without it, pages state their own, or the folder is a mirror',
      webAddress,
    )
    .option('--source <id>', 'the source that the articles belong to')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      `
Examples:
  newsmill import CC-NEWS-20260101.warc.gz
  newsmill import mirror/                                  # mirror/news.example/2026/story.html
  newsmill import dump/ --base-url https://news.example/ --source example

Every page becomes a snapshot and goes through extraction and dedupe like one that was fetched. Running the same import
again changes nothing, so one that was stopped is simply run again. No address is visited, and none is scheduled.

Exit codes: 0 if any page was stored or known already, or there was none; 3 if every page failed; that of the failure
if the archive breaks off; 130 after Ctrl-C.`,
    )
    .action(async (path: string, options: ImportOptions, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'warn' });
      const entries = await entriesOf(path, options, context.config.fetch.maxBytes);
      await using store = await openStore(context);
      const { db } = store.database;
      const sourceId = (await knownSource(db, options.source)) ?? null;
      await using pool = createExtractPool({
        spareThreads: 0,
        ...context.config.extract,
        onRuleReport: (message) => say(`newsmill: source rule: ${message}`),
      });
      const blobs = openBlobs(context.config.snapshots, context.dataDir);
      using progress = startProgress('pages');
      using stop = stopAtSignal();
      const summary = await importPages(
        { db, blobs, pool, config: context.config, hostLines: new HostLinesBook(db) },
        entries,
        {
          sourceId,
          onProgress: (done) => progress.update(done, done),
          signal: stop.signal,
        },
      );
      progress[Symbol.dispose]();
      await (options.json === true ? printJson(summary) : printSummary(summary));
      process.exitCode = exitCodeOf(summary);
      if (summary.interrupted) {
        say(
          `Interrupted after ${summary.pages} ${summary.pages === 1 ? 'page' : 'pages'}, which are stored. The same command goes on where this one stopped.`,
        );
      } else if (summary.broken !== null) fail(fromFailure(summary.broken));
      else if (process.exitCode === EXIT.permanent) say('No page could be stored, so the exit code is 3.');
    });
}

function exitCodeOf(summary: ImportSummary): number {
  if (summary.interrupted) return EXIT.interrupted;
  const failed = Object.values(summary.failures).reduce((sum, n) => sum + n, 0);
  return failed > 0 && failed === summary.pages ? EXIT.permanent : EXIT.ok;
}

/** Aborted by the first Ctrl-C or SIGTERM, after which the pages under way end; a second one ends the process. */
function stopAtSignal(): Disposable & { readonly signal: AbortSignal } {
  const stop = new AbortController();
  const onSignal = (): void => {
    say('Stopping after the pages under way …');
    stop.abort();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return {
    signal: stop.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}

function webAddress(text: string): string {
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new InvalidArgumentError('Give an absolute http:// or https:// URL.');
  return parsed.href;
}

async function entriesOf(
  path: string,
  options: ImportOptions,
  maxBytes: number,
): Promise<AsyncIterable<ArchiveEntry>> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (cause: Error) => {
      throw unreadable(path, cause);
    },
  );
  if (isFolder || /\.(?:x?html?|txt)(?:\.gz)?$/i.test(path))
    return readFolder(path, {
      maxBytes,
      ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    });
  return readWarc(path, { maxBytes });
}

async function printSummary(summary: ImportSummary): Promise<void> {
  const counts = [
    [summary.new, 'new'],
    [summary.duplicate, summary.duplicate === 1 ? 'copy of a known text' : 'copies of known texts'],
    [summary.revised, summary.revised === 1 ? 'revision' : 'revisions'],
    [summary.unchanged, 'unchanged'],
    [summary.known, 'imported before'],
  ] as const;
  const told = counts.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : []));
  await printLine(
    `${summary.pages} ${summary.pages === 1 ? 'page' : 'pages'}: ${told.length > 0 ? told.join(', ') : 'nothing stored'}`,
  );
  for (const [code, n] of Object.entries(summary.failures).sort(([, a], [, b]) => b - a)) {
    await printLine(`  ${n} ended with ${code}`);
    const examples = summary.examples.filter(({ failure }) => failure.code === code);
    for (const { url, failure } of examples)
      await printLine(`    ${plain(url ?? 'a record without an address')}: ${plain(failure.message)}`);
    if (n > examples.length && examples.length > 0) await printLine(`    … and ${n - examples.length} more`);
  }
  for (const [why, n] of Object.entries(summary.skipped).sort(([, a], [, b]) => b - a))
    await printLine(`  ${n} passed over: ${why}`);
}
