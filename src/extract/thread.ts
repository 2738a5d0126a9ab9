/** What runs in a worker thread of the extraction pool: one page at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { extractPage } from './extract.ts';
import type { ExtractionInput, ExtractionResult } from './extraction.ts';
import type { ExtractOptions } from './options.ts';
import { prepareDom } from './page/parse.ts';

export interface ThreadTask {
  readonly input: ExtractionInput;
  readonly options: ExtractOptions;
  /** One shared number: when this page's turn began (epoch milliseconds), 0 before. */
  readonly startedAt: Float64Array<SharedArrayBuffer>;
}

export default async function extractInThread(task: ThreadTask): Promise<ExtractionResult> {
  const dom = task.options.dom ?? 'own';
  await prepareDom(dom);
  task.startedAt[0] = Date.now();
  const result = extractPage(task.input, task.options);
  // jsdom's windows are collected only after the event loop has turned.
  if (dom === 'jsdom') await nextTurn();
  return result;
}
