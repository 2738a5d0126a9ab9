/** What runs in a worker thread of the extraction pool: one page at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { extractPage } from './extract.ts';
import type { ExtractionInput, ExtractionResult } from './extraction.ts';
import type { ExtractOptions } from './options.ts';
import { prepareDom } from './page/parse.ts';
import { openRuleBook, type RuleBook } from './rules/index.ts';

export interface ThreadTask {
  readonly input: ExtractionInput;
  readonly options: Omit<ExtractOptions, 'rules'>;
  /** Folders of source rules, absolute; own ones first. */
  readonly rulesDirs: readonly string[];
  /** One shared number: when this page's turn began (epoch milliseconds), 0 before. */
  readonly startedAt: Float64Array<SharedArrayBuffer>;
}

export interface ThreadAnswer {
  readonly result: ExtractionResult;
  /** What is wrong with source rules that this thread met for the first time. */
  readonly reports: readonly string[];
}

/** One pool's threads get the same folders with every page: they are read when the first one comes. */
let book: { readonly key: string; readonly rules: RuleBook } | undefined;

function rulesOf(folders: readonly string[]): RuleBook {
  const key = folders.join('\n');
  if (book?.key !== key) book = { key, rules: openRuleBook(folders) };
  return book.rules;
}

export default async function extractInThread(task: ThreadTask): Promise<ThreadAnswer> {
  const dom = task.options.dom ?? 'own';
  await prepareDom(dom);
  // Reading the folders is no part of a page's time.
  const rules = rulesOf(task.rulesDirs);
  task.startedAt[0] = Date.now();
  const result = extractPage(task.input, { ...task.options, rules });
  // jsdom's windows are collected only after the event loop has turned.
  if (dom === 'jsdom') await nextTurn();
  return { result, reports: rules.takeReports() };
}
