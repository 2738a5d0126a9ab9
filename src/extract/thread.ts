/** What runs in a worker thread of the extraction pool: one page at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
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

/** What a thread is told when it starts. */
export interface ThreadData {
  /** False for threads that start when their first page waits for them already: it warms them just as well. */
  readonly warmsUp: boolean;
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

/** How often a fresh thread reads its own page, so that its first real page finds code and tables ready. */
const WARM_UPS = 4;

if (z.object({ warmsUp: z.boolean() }).parse(workerData).warmsUp) warmUp();

function warmUp(): void {
  const paragraph =
    '<p>The harbour master said on Monday that the <a href="/ferry">ferry</a> would leave at nine, and that ' +
    'nobody who had waited since the morning, whatever the weather, would be left behind on the quay.</p>';
  const html =
    '<!doctype html><html lang="en"><head><title>The ferry leaves at nine</title><meta name="author" content="A. Keeper">' +
    '<meta property="article:published_time" content="2024-05-01T09:00:00Z"></head><body><nav><a href="/">Home</a></nav>' +
    `<article><h1>The ferry leaves at nine</h1><figure><img src="/a.jpg"></figure>${paragraph.repeat(8)}</article></body></html>`;
  const input = {
    bytes: new TextEncoder().encode(html),
    url: 'https://page.invalid/2024/05/ferry.html',
    contentType: 'text/html',
    fetchedAt: Date.UTC(2024, 5, 1),
  };
  for (let i = 0; i < WARM_UPS; i++) extractPage(input);
}

/** @param task null asks only whether the thread is ready */
export default async function extractInThread(task: ThreadTask | null): Promise<ThreadAnswer | null> {
  if (task === null) return null;
  const dom = task.options.dom ?? 'own';
  await prepareDom(dom);
  // Reading the folders is no part of a page's time.
  const rules = rulesOf(task.rulesDirs);
  task.startedAt[0] = Date.now();
  const result = extractPage(task.input, { ...task.options, rules });
  // The page's bytes are this thread's own. Left to V8, many pages' would wait for a full collection, and bring it on.
  const { buffer } = task.input.bytes;
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
  // jsdom's windows are collected only after the event loop has turned.
  if (dom === 'jsdom') await nextTurn();
  return { result, reports: rules.takeReports() };
}
