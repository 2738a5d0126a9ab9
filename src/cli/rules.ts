/** `newsmill rules`: which source rule a host has, and whether rules do what their files say. */
import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { NewsmillError } from '../errors.ts';
import type { Pattern, RuleNote, RuleTest, SourceRule } from '../extract/rules/index.ts';
import { listRuleFiles, openRuleBook, readRuleFile } from '../extract/rules/index.ts';
import { tryRule } from '../extract/rules/try-rule.ts';
import { openBlobs } from '../fetch/open-blobs.ts';
import { unreadable } from '../file-fault.ts';
import { canonicalUrl } from '../frontier/canonical-url.ts';
import { findNewestSnapshot } from '../store/snapshots.ts';
import { type Context, createContext } from './context.ts';
import { EXIT } from './exit.ts';
import { openStore } from './instance.ts';
import { plain, printJson, printLine } from './output.ts';

export function rulesCommand(): Command {
  return new Command('rules').addCommand(showCommand()).addCommand(testCommand());
}

function showCommand(): Command {
  return new Command('show')
    .description('the rule that is used for a host, and what is wrong in its file')
    .argument('<host>', 'host name, or any address on it')
    .option('--json', 'one JSON document')
    .action(async (given: string, options: { json?: true }, command: Command) => {
      const { config } = createContext(command, {}, { logLevel: 'error' });
      const host = URL.parse(given.includes('://') ? given : `https://${given}/`)?.hostname ?? '';
      const book = openRuleBook(config.extract.rulesDirs);
      const found = book.find(host);
      if (found === null) {
        const folders = config.extract.rulesDirs.join(', ') || 'extract.rulesDirs, which is empty';
        throw new NewsmillError('not_found_in_store', `There is no rule for ${plain(given)} in ${folders}.`);
      }
      const { notes } = readRuleFile(found.file);
      if (options.json) return printJson({ rule: asJson(found), notes });
      await printLine(found.file);
      for (const [name, value] of listed(found)) await printLine(`  ${name}: ${plain(value)}`);
      for (const note of notes) await printLine(`  ${described(note)}`);
    });
}

function asJson(rule: SourceRule): Record<string, unknown> {
  const bare = (list: readonly Pattern[]) =>
    list.map(({ xpath, condition }) => ({ xpath: xpath.pattern, onlyIf: condition?.pattern ?? null }));
  return Object.fromEntries(
    Object.entries(rule).map(([name, value]) => [name, isPatterns(value) ? bare(value) : value]),
  );
}

function isPatterns(value: unknown): value is readonly Pattern[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => Object.hasOwn(item, 'xpath'));
}

/** What the rule holds, line by line. */
function listed(rule: SourceRule): [string, string][] {
  return Object.entries(rule).flatMap(([name, value]): [string, string][] => {
    if (name === 'file' || name === 'tests') return [];
    if (isPatterns(value)) {
      const shown = ({ xpath, condition }: Pattern): string =>
        condition === null ? xpath.pattern : `${xpath.pattern}   where there is ${condition.pattern}`;
      return value.map((pattern) => [name, shown(pattern)]);
    }
    if (Array.isArray(value))
      return value.map((item) => [name, typeof item === 'string' ? item : JSON.stringify(item)]);
    return [[name, value === true ? 'yes' : 'no']];
  });
}

function described(note: RuleNote): string {
  const place = note.line === 0 ? '' : `line ${note.line}, `;
  return `${place}${note.kind}: ${plain(note.message)}`;
}

interface Outcome {
  readonly url: string;
  /** `failed` with what is wrong; `untested` where no snapshot of the page is stored. */
  readonly outcome: 'passed' | 'failed' | 'untested';
  readonly problems: readonly string[];
}

interface FileReport {
  readonly file: string;
  readonly notes: readonly RuleNote[];
  readonly tests: readonly Outcome[];
}

interface TestOptions {
  readonly snapshots: boolean;
  readonly json?: true;
}

function testCommand(): Command {
  return new Command('test')
    .description('run the tests in rule files (test_url, test_contains) on stored snapshots')
    .argument('[file...]', 'rule files; all files of extract.rulesDirs without one')
    .option('--snapshots', 'read the pages from the store', true)
    .option('--no-snapshots', 'only check that the files can be read; needs no database')
    .option('--json', 'one JSON document')
    .addHelpText(
      'after',
      `
A page without a stored snapshot is not tested; \`newsmill crawl URL\` fetches it. The exit code is 1 when a
file has a wrong line or a test fails.`,
    )
    .action(async (files: string[], options: TestOptions, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'warn' });
      const paths = files.length > 0 ? files.map((file) => resolve(file)) : allFiles(context);
      const reports = options.snapshots
        ? await testOnSnapshots(context, paths)
        : await testFiles(paths, null);
      if (options.json) await printJson({ files: reports });
      else await printReports(reports, options.snapshots);
      if (reports.some(isBad)) process.exitCode = EXIT.ours;
    });
}

function allFiles(context: Context): string[] {
  return context.config.extract.rulesDirs.flatMap((folder) => {
    try {
      return listRuleFiles(folder).map(({ path }) => path);
    } catch (cause) {
      throw new NewsmillError('file_unreadable', `${folder}: ${messageOf(cause)}`, { cause });
    }
  });
}

type Test = (rule: SourceRule, test: RuleTest) => Promise<Outcome>;

async function testOnSnapshots(context: Context, paths: readonly string[]): Promise<FileReport[]> {
  await using store = await openStore(context);
  const { db } = store.database;
  const blobs = openBlobs(context.config.snapshots, context.dataDir);
  // Awaited here: the store is closed when this function returns.
  return await testFiles(paths, async (rule, test) => {
    const snapshot = await findNewestSnapshot(db, spellings(test.url));
    if (snapshot === null) return { url: test.url, outcome: 'untested', problems: [] };
    const problems = tryRule(rule, test, {
      bytes: await blobs.get(snapshot.blob),
      contentType: snapshot.contentType,
      fetchedAt: snapshot.fetchedAt.getTime(),
    });
    return { url: test.url, outcome: problems.length === 0 ? 'passed' : 'failed', problems };
  });
}

/** A test's address as the frontier may hold it: files are old, and hosts have moved to https since. */
function spellings(url: string): string[] {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return [];
  return ['https:', 'http:'].map(
    (protocol) => canonicalUrl(protocol + url.slice(parsed.protocol.length)).url,
  );
}

async function testFiles(paths: readonly string[], test: Test | null): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of paths) {
    const { rule, notes } = parsed(file);
    const tests: Outcome[] = [];
    if (test !== null && rule !== null) for (const one of rule.tests) tests.push(await test(rule, one));
    reports.push({ file, notes, tests });
  }
  return reports;
}

/** A file's rule, or why there is none. */
function parsed(file: string): { readonly rule: SourceRule | null; readonly notes: readonly RuleNote[] } {
  try {
    return readRuleFile(file);
  } catch (thrown) {
    // What is no rule file by its nature or size is told in a sentence already.
    const message = thrown instanceof RangeError ? thrown.message : messageOf(unreadable(file, thrown));
    return { rule: null, notes: [{ line: 0, kind: 'problem', message }] };
  }
}

function isBad(report: FileReport): boolean {
  return (
    report.notes.some(({ kind }) => kind === 'problem') ||
    report.tests.some((test) => test.outcome === 'failed')
  );
}

async function printReports(reports: readonly FileReport[], tested: boolean): Promise<void> {
  const counts = { passed: 0, failed: 0, untested: 0 };
  let wrong = 0;
  let without = 0;
  for (const { file, notes, tests } of reports) {
    const problems = notes.filter(({ kind }) => kind === 'problem');
    wrong += problems.length;
    if (tests.length === 0) without++;
    for (const { outcome } of tests) counts[outcome]++;
    if (tests.length === 0 && problems.length === 0) continue;
    await printLine(basename(file));
    for (const note of problems) await printLine(`  ${described(note)}`);
    for (const { url, outcome, problems } of tests) {
      await printLine(`  ${outcome === 'untested' ? 'no snapshot' : outcome}  ${plain(url)}`);
      for (const problem of problems) await printLine(`    ${plain(problem)}`);
    }
  }
  const files = `${counted(reports.length, 'file')}, ${counted(wrong, 'wrong line')}`;
  const { passed, failed, untested } = counts;
  await printLine(
    tested
      ? `${files}; tests: ${passed} passed, ${failed} failed, ${untested} without a snapshot; ${counted(without, 'file')} without tests`
      : files,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
