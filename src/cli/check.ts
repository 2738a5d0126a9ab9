/** `newsmill check`: what the workers would decide about a robots.txt, an address, a URL or a document. */
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadSources } from '../config/sources-dir.ts';
import { unreadable } from '../file-fault.ts';
import { addressQuestion } from './check/address.ts';
import { answerBatch, type Question } from './check/batch.ts';
import { canonicalQuestion } from './check/canonical.ts';
import { charsetQuestion } from './check/charset.ts';
import { rightsQuestion } from './check/rights.ts';
import { robotsQuestion } from './check/robots.ts';
import { type Context, createContext } from './context.ts';
import { EXIT } from './exit.ts';
import { fail, printJson, say } from './output.ts';
import { refuseSameFile } from './same-file.ts';
import { fileSink, stdoutSink } from './sink.ts';

interface BatchOptions {
  readonly batch?: string;
  readonly out?: string;
}

/** Options of all kinds; each has those it names. */
interface CheckOptions extends BatchOptions {
  readonly file?: string;
  readonly agent?: string;
  readonly status?: number;
  readonly addresses?: readonly string[];
  readonly source?: string;
  readonly contentType?: string;
  readonly url?: string;
  readonly header?: readonly string[];
  readonly robots?: string;
  readonly tdmrep?: string;
}

/** One kind of check: its single form, and what a line of its batch form holds. */
interface Kind {
  readonly name: string;
  readonly description: string;
  /** What its argument is, if it has one. */
  readonly argument?: string;
  readonly options: readonly (readonly [
    flags: string,
    description: string,
    parse?: (text: string, before: unknown) => unknown,
  ])[];
  readonly line: string;
  readonly answer: string;
  question(context: Context): Question;
  /** What the single form still lacks, as a sentence about what was typed; null where it asks a whole question. */
  lacks(argument: string | undefined, options: CheckOptions): string | null;
  /** What the single form asks, as a line of the batch form would. */
  single(argument: string | undefined, options: CheckOptions): Record<string, unknown>;
}

const needsUrl = (argument: string | undefined): string | null =>
  argument === undefined ? 'give the URL to check' : null;
const needsFile = ({ file }: CheckOptions): string | null =>
  file === undefined ? 'name the file to read with --file' : null;

const KINDS: readonly Kind[] = [
  {
    name: 'robots',
    description: 'whether a robots.txt lets a URL be fetched, and which line says so',
    argument: 'the URL; only its path and query count',
    options: [
      ['--file <robots.txt>', 'the robots.txt'],
      ['--agent <token>', 'product token it is read for; default: that of fetch.userAgent'],
      ['--status <code>', 'HTTP status the file came with (default 200)', statusCode],
    ],
    line: '{"robotstxt" (or "file", "base64"), "agent", "url"[, "status"]}',
    answer: '{"allowed", "line"}',
    question: ({ config }) => robotsQuestion(config.fetch.userAgent),
    lacks: (url, options) => needsUrl(url) ?? needsFile(options),
    single: (url, { file, agent, status }) => ({
      url,
      file,
      agent,
      ...(status === undefined ? {} : { status }),
    }),
  },
  {
    name: 'address',
    description: 'whether the address guard lets a URL be asked for',
    argument: 'the URL',
    options: [
      [
        '--addresses <list>',
        'what a resolver would answer, comma-separated, instead of asking one',
        listOfAddresses,
      ],
    ],
    line: '{"url"[, "addresses": ["192.0.2.1", …] or, one answer after the other, [[…], […]]]}',
    answer: '{"allowed", "reason", "code", "addresses"}',
    question: ({ config }) => addressQuestion(config.fetch),
    lacks: needsUrl,
    single: (url, { addresses }) => ({ url, addresses }),
  },
  {
    name: 'canonical',
    description: 'the one spelling of a URL, and the rules that made it',
    argument: 'the URL',
    options: [['--source <id>', 'a source file’s, whose canonical section is followed']],
    line: '{"url"[, "source" or "options"]}',
    answer: '{"canonical", "rules"}',
    question: ({ sourcesDir }) => canonicalQuestion(settingsOfSources(sourcesDir)),
    lacks: needsUrl,
    single: (url, { source }) => ({ url, source }),
  },
  {
    name: 'charset',
    description: 'which encoding a document is read in, and what told it',
    options: [
      ['--file <file>', 'the document'],
      ['--content-type <type>', 'the Content-Type header it came with'],
    ],
    line: '{"file" (or "base64")[, "contentType"]}',
    answer: '{"charset", "from"}; from: bom, header, meta, detection or default',
    question: () => charsetQuestion,
    lacks: (_, options) => needsFile(options),
    single: (_, { file, contentType }) => ({ file, contentType }),
  },
  {
    name: 'rights',
    description: 'what a publisher reserves: TDM, Content-Signal, X-Robots-Tag and robots meta elements',
    options: [
      ['--file <page.html>', 'the page'],
      ['--header <lines...>', 'response headers, as “Name: value”', headerLine],
      ['--robots <robots.txt>', 'the host’s robots.txt'],
      ['--tdmrep <tdmrep.json>', 'the host’s tdmrep.json'],
      ['--url <url>', 'the page’s address, for what is limited to paths', webAddress],
      ['--agent <token>', 'product token; default: that of fetch.userAgent'],
    ],
    line: '{["url", "headers", "html" or "file", "robotstxt", "tdmrep", "agent"]}',
    answer: '{"reserved", "tdm", "robots", "signals", "evidence"}',
    question: ({ config }) => rightsQuestion(config.fetch.userAgent),
    lacks: (_, { file, header, robots, tdmrep }) =>
      [file, header, robots, tdmrep].every((part) => part === undefined)
        ? 'name what to read: --file, --header, --robots or --tdmrep'
        : null,
    single: (_, { file, header, robots, tdmrep, url, agent }) => ({
      url,
      file,
      agent,
      headers: header === undefined ? undefined : headersOf(header),
      robotstxt: robots === undefined ? undefined : readText(robots),
      tdmrep: tdmrep === undefined ? undefined : readText(tdmrep),
    }),
  },
];

export function checkCommand(): Command {
  const command = new Command('check').addHelpText(
    'after',
    `
Examples:
  newsmill check robots --file robots.txt --agent newsmill https://news.example/story
  newsmill check address http://0x7f.1/
  newsmill check canonical 'https://News.example:443/a?utm_source=x#part'
  newsmill check charset --file page.html --content-type 'text/html; charset=utf-8'
  newsmill check robots --batch in.jsonl --out answers.jsonl

Answers are JSON, from the code that the workers run. With --batch each line gets one line, in order, with its "id" and its number, "inputLine";
a line that cannot be answered gets {"error": {"class", "code", "message"}}, and the exit code is then 3.`,
  );
  for (const entry of KINDS) command.addCommand(commandOf(entry));
  return command;
}

function commandOf(entry: Kind): Command {
  const command = new Command(entry.name).description(entry.description);
  if (entry.argument !== undefined) command.argument('[url]', entry.argument);
  for (const [flags, description, parse] of entry.options) {
    const option = new Option(flags, description);
    command.addOption(parse === undefined ? option : option.argParser(parse));
  }
  return command
    .option(
      '--batch <in.jsonl>',
      `many: lines of ${entry.line}, each with an "id" if wanted; - for standard input`,
    )
    .option('--out <out.jsonl>', `with --batch: where the answers go; standard output without it`)
    .addHelpText('after', `\nAnswer: ${entry.answer}`)
    .action(async (...given: unknown[]) => {
      const self = given.at(-1) as Command;
      const options = self.opts<CheckOptions>();
      const argument = entry.argument === undefined ? undefined : (given[0] as string | undefined);
      if (options.batch !== undefined && argument !== undefined)
        self.error('error: give one to check or --batch, not both', { exitCode: EXIT.usage });
      if (options.batch === undefined && options.out !== undefined)
        self.error('error: --out goes with --batch', { exitCode: EXIT.usage });
      const lacking = options.batch === undefined ? entry.lacks(argument, options) : null;
      if (lacking !== null) self.error(`error: ${lacking}, or many with --batch`, { exitCode: EXIT.usage });
      const question = entry.question(createContext(self, {}, { logLevel: 'silent' }));
      if (options.batch === undefined) await checkOne(question, () => entry.single(argument, options));
      else await checkBatch(question, options.batch, options.out);
    });
}

/** A single check of what the command line names; the answer may be a refusal, which is no failure. */
async function checkOne(question: Question, ask: () => Record<string, unknown>): Promise<void> {
  try {
    const answer = await question.answer(ask());
    await printJson(answer);
    if ('error' in answer) process.exitCode = EXIT.permanent;
  } catch (thrown) {
    fail(thrown);
  }
}

async function checkBatch(question: Question, batch: string, out: string | undefined): Promise<void> {
  try {
    if (batch !== '-') await stat(batch);
    await refuseSameFile(batch, out);
    const input = batch === '-' ? process.stdin : createReadStream(batch);
    await using output = out === undefined ? stdoutSink() : await fileSink(out);
    const { lines, errors } = await answerBatch(input, output, question);
    if (out !== undefined || errors > 0)
      say(`${lines} ${lines === 1 ? 'line' : 'lines'} answered, ${errors} with an error`);
    process.exitCode = errors > 0 ? EXIT.permanent : EXIT.ok;
  } catch (thrown) {
    fail(unreadable(batch, thrown));
  }
}

function statusCode(text: string): number {
  if (!/^[1-5]\d\d$/.test(text)) throw new InvalidArgumentError('Write an HTTP status, such as 200 or 404.');
  return Number(text);
}

function webAddress(text: string): string {
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new InvalidArgumentError('Give an absolute http:// or https:// URL.');
  return parsed.href;
}

function listOfAddresses(text: string): readonly string[] {
  const addresses = text.split(',').map((address) => address.trim());
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong !== undefined)
    throw new InvalidArgumentError(`“${wrong}” is no IP address. Write some, such as 192.0.2.1,2001:db8::1.`);
  return addresses;
}

function headerLine(text: string, before: unknown): readonly string[] {
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+\s*:/i.test(text))
    throw new InvalidArgumentError('Write “Name: value”, such as “X-Robots-Tag: noai”.');
  return [...(Array.isArray(before) ? before : []), text];
}

/** “Name: value” lines by name. */
function headersOf(lines: readonly string[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = (colon < 0 ? line : line.slice(0, colon)).trim().toLowerCase();
    headers[name] = [...(headers[name] ?? []), colon < 0 ? '' : line.slice(colon + 1).trim()];
  }
  return headers;
}

/** A small file that an option names. @throws NewsmillError `file_unreadable` */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    throw unreadable(path, thrown);
  }
}

/** The `canonical` sections of source files, read once, when the first is asked for. */
function settingsOfSources(folder: string): Parameters<typeof canonicalQuestion>[0] {
  let sources: ReturnType<typeof loadSources>['sources'] | null = null;
  return (id) => {
    sources ??= loadSources(folder).sources;
    const source = sources.find((s) => s.id === id);
    return source === undefined ? null : source.definition.canonical;
  };
}
