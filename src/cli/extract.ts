/** `newsmill extract`: one page, or many, to articles, without a database or a queue. */
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { asNewsmillError, fromFailure, NewsmillError } from '../errors.ts';
import { asGiven, type GivenArticle } from '../extract/addressless.ts';
import { runBatch } from '../extract/batch.ts';
import { type ExtractionInput, type ExtractionResult, NO_ADDRESS } from '../extract/extraction.ts';
import { DEFAULT_LIMITS, type DomChoice } from '../extract/options.ts';
import { readPageFile, refuseBlank } from '../extract/page-file.ts';
import { createExtractPool, type ExtractPoolOptions } from '../extract/pool.ts';
import { unreadable, unwritable } from '../file-fault.ts';
import { createContext } from './context.ts';
import { EXIT, exitCodeFor } from './exit.ts';
import { fail, print, printJson, printLine, say } from './output.ts';
import { startProgress } from './progress.ts';
import { refuseSameFile } from './same-file.ts';

const FORMATS = ['json', 'text', 'markdown', 'html'] as const;
type Format = (typeof FORMATS)[number];

interface ExtractCommandOptions {
  readonly url?: string;
  readonly format: Format;
  readonly contentType?: string;
  readonly dom?: DomChoice;
  readonly json?: true;
  readonly explain?: true;
  readonly batch?: string;
  readonly out?: string;
}

export function extractCommand(): Command {
  return new Command('extract')
    .argument(
      '[page...]',
      'a file (may be gzipped), an http(s) URL, or - for standard input; several files are the pages of one article',
    )
    .option(
      '--url <base>',
      'the address the page came from; without it, the one that the page states',
      webAddress,
    )
    .addOption(new Option('--format <format>', 'what is printed').choices(FORMATS).default('json'))
    .option('--content-type <type>', 'the Content-Type the page came with, where the file name does not tell')
    .addOption(
      new Option('--dom <dom>', 'own is fast; jsdom is the slow reference').choices(['own', 'jsdom']),
    )
    .option(
      '--explain',
      'print why: candidates, fields with their alternatives, each block kept or dropped (text, or --format html)',
    )
    .option(
      '--json',
      'print {"article", "error"}, for programs, as the lines of --batch always are; the exit code tells as well',
    )
    .option(
      '--batch <in.jsonl>',
      'many pages: lines of {"id", "url", "file"[, "contentType"][, "hints"]}, or - for standard input',
    )
    .option(
      '--out <out.jsonl>',
      'with --batch: where lines of {"id", "inputLine", "article", "error"} go; standard output without it',
    )
    .addHelpText(
      'after',
      `
Examples:
  newsmill extract page.html --url https://news.example/story
  newsmill extract https://news.example/story --format markdown
  newsmill extract part1.html part2.html --url https://news.example/story
  curl -s https://news.example/story | newsmill extract - --url https://news.example/story --format text
  newsmill extract --batch pages.jsonl --out articles.jsonl

Needs no database and no queue. Pages on the web are fetched once, behind the same guards as in a crawl; an article
that goes on on further pages (a source rule’s links, rel=next) is joined, one page a second, 20 at most.`,
    )
    .action(async (pages: readonly string[], options: ExtractCommandOptions, command: Command) => {
      const [page, ...further] = pages;
      if (options.batch !== undefined && page !== undefined)
        command.error('error: give a page or --batch, not both', { exitCode: EXIT.usage });
      if (options.batch === undefined && options.out !== undefined)
        command.error('error: --out goes with --batch; one page goes to standard output', {
          exitCode: EXIT.usage,
        });
      if (options.batch !== undefined) refuseForOnePage(options, command);
      if (options.explain === true && (options.json === true || options.format === 'markdown'))
        command.error('error: --explain gives text, or a page with --format html', { exitCode: EXIT.usage });
      if (options.batch !== undefined) await extractBatch(options.batch, options, command);
      else if (page === undefined)
        command.error('error: give a file, a URL, - or --batch (newsmill extract --help)', {
          exitCode: EXIT.usage,
        });
      else if (
        further.length > 0 &&
        (options.explain === true || pages.some((name) => name === '-' || isWebAddress(name)))
      )
        command.error('error: several pages are files, and are not explained', { exitCode: EXIT.usage });
      else if (options.explain === true) await explainOne(page, options, command);
      else await extractOne(page, further, options, command);
    });
}

/** With --batch each line has its own address and type, and each answer is the `{"article", "error"}` of --json. */
function refuseForOnePage(options: ExtractCommandOptions, command: Command): void {
  const given = [
    ...(options.format === 'json' ? [] : [`--format ${options.format}`]),
    ...(options.explain === true ? ['--explain'] : []),
    ...(options.url === undefined ? [] : ['--url']),
    ...(options.contentType === undefined ? [] : ['--content-type']),
  ];
  if (given.length > 0)
    command.error(
      `error: ${given.join(', ')} goes with one page; --batch reads address and type of each line, and writes JSON lines`,
      { exitCode: EXIT.usage },
    );
}

function webAddress(text: string): string {
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new InvalidArgumentError('Give an absolute http:// or https:// URL.');
  return parsed.href;
}

function poolOptions(command: Command, options: ExtractCommandOptions, threads: number): ExtractPoolOptions {
  const { extract } = createContext(command, { 'extract.dom': options.dom }, { logLevel: 'error' }).config;
  return {
    ...extract,
    threads,
    spareThreads: 0,
    onRuleReport: (message) => say(`newsmill: source rule: ${message}`),
  };
}

function isWebAddress(page: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(page);
}

async function extractOne(
  page: string,
  further: readonly string[],
  options: ExtractCommandOptions,
  command: Command,
): Promise<void> {
  const result = await resultOf(page, further, options, command);
  if (result.failure !== undefined) {
    if (options.json === true) await printJson({ article: null, error: result.failure });
    fail(fromFailure(result.failure));
    return;
  }
  const article = asGiven(result.content);
  await (options.json === true ? printJson({ article, error: null }) : printAs(article, options.format));
}

async function explainOne(page: string, options: ExtractCommandOptions, command: Command): Promise<void> {
  try {
    const input = await inputOf(page, options, command);
    const { extract } = createContext(command, { 'extract.dom': options.dom }, { logLevel: 'error' }).config;
    const { dom, maxDepth, maxNodes } = extract;
    // Explaining reads the page in this thread; all else leaves the extractor to the pool's.
    const [{ explainPage }, { explanationAsHtml, explanationAsText }, { prepareDom }, { openRuleBook }] =
      await Promise.all([
        import('../extract/explain.ts'),
        import('../extract/explain-format.ts'),
        import('../extract/page/parse.ts'),
        import('../extract/rules/index.ts'),
      ]);
    await prepareDom(dom);
    const rules = openRuleBook(extract.rulesDirs);
    const explanation = explainPage(input, { dom, rules, limits: { maxDepth, maxNodes } });
    for (const message of rules.takeReports()) say(`newsmill: source rule: ${message}`);
    await (options.format === 'html'
      ? print(explanationAsHtml(explanation))
      : printLine(explanationAsText(explanation)));
    if (explanation.failure !== null) process.exitCode = exitCodeFor(explanation.failure.class);
  } catch (thrown) {
    fail(asNewsmillError(thrown));
  }
}

async function resultOf(
  page: string,
  further: readonly string[],
  options: ExtractCommandOptions,
  command: Command,
): Promise<ExtractionResult> {
  try {
    const input = await inputOf(page, options, command);
    await using pool = createExtractPool(poolOptions(command, options, 1));
    const first = await pool.extract(input, { transfer: true });
    if (first.failure !== undefined) return first;
    if (further.length === 0 && !isWebAddress(page)) return first;
    const { joinFiles, joinPages } = await import('./join-pages.ts');
    if (further.length > 0) return await joinFiles(first, further, pool, options.contentType);
    const { config } = createContext(command, {}, { logLevel: 'error' });
    return await joinPages(first, pool, config.fetch);
  } catch (thrown) {
    return { failure: asNewsmillError(thrown).toFailure() };
  }
}

async function inputOf(
  page: string,
  options: ExtractCommandOptions,
  command: Command,
): Promise<ExtractionInput> {
  if (isWebAddress(page)) {
    const { config } = createContext(command, {}, { logLevel: 'error' });
    const { fetchOnce } = await import('../fetch/index.ts'); // a file needs no HTTP client
    const fetched = await fetchOnce(page, { config: config.fetch });
    return {
      bytes: fetched.bytes,
      url: options.url ?? fetched.finalUrl,
      contentType: options.contentType ?? fetched.contentType,
      fetchedAt: fetched.fetchedAt.getTime(),
    };
  }
  const read =
    page === '-' ? { bytes: await readStandardInput(), contentType: null } : await readPageFile(page);
  refuseBlank(read.bytes, 'Standard input');
  return {
    bytes: read.bytes,
    url: options.url ?? NO_ADDRESS,
    contentType: options.contentType ?? read.contentType,
    fetchedAt: Date.now(),
  };
}

async function readStandardInput(): Promise<Uint8Array> {
  return buffer(bounded(process.stdin));
}

async function* bounded(input: Readable): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    total += chunk.byteLength;
    if (total > DEFAULT_LIMITS.maxBytes) {
      throw new NewsmillError(
        'page_too_large',
        `Standard input has more than ${DEFAULT_LIMITS.maxBytes} bytes.`,
      );
    }
    yield chunk;
  }
}

async function printAs(article: GivenArticle, format: Format): Promise<void> {
  switch (format) {
    case 'text':
      return printLine(`${article.title}\n\n${article.text.replaceAll('\n', '\n\n')}`);
    case 'markdown':
      return printLine(`# ${article.title}\n\n${article.markdown}`);
    case 'html':
      return print(`${article.html}\n`);
    default:
      return printJson(article);
  }
}

async function extractBatch(batch: string, options: ExtractCommandOptions, command: Command): Promise<void> {
  try {
    await refuseSameFile(batch, options.out);
    // Looked at first, so that an input that is not there does not empty the output.
    if (batch !== '-') await access(batch, constants.R_OK);
  } catch (thrown) {
    return fail(unreadable(batch, thrown));
  }
  const input: Readable = batch === '-' ? process.stdin : createReadStream(batch);
  const output: Writable = options.out === undefined ? process.stdout : createWriteStream(options.out);
  using progress = startProgress('pages');
  try {
    const total = batch === '-' || !process.stderr.isTTY ? 0 : await countLines(batch);
    await using pool = createExtractPool(poolOptions(command, options, availableParallelism()));
    // An output that cannot be written ends the run; without this its error would end the process unexplained.
    const broken = Promise.withResolvers<never>();
    output.once('error', (cause) => broken.reject(unwritable(options.out ?? 'standard output', cause)));
    const run = runBatch({
      input,
      output,
      pool,
      onProgress: (done) => progress.update(done, Math.max(done, total)),
    });
    const summary = await Promise.race([run, broken.promise]);
    if (output !== process.stdout) {
      output.end();
      await finished(output);
      say(
        `${summary.pages} pages: ${summary.articles} articles, ${summary.failures} failures, in ${options.out}`,
      );
    }
    process.exitCode = summary.articles === 0 && summary.failures > 0 ? EXIT.permanent : EXIT.ok;
  } catch (thrown) {
    fail(unreadable(batch, thrown));
  }
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 0x0a) lines++;
  }
  return lines;
}
