import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FAILURES } from '../../../src/errors.ts';
import { createExtractPool, type ExtractPool } from '../../../src/extract/pool.ts';
import { HOSTILE_PAGES, type HostilePage, inputOf, ordinaryPage } from '../../hostile/pages.ts';

// Half a thousand pages, some of tens of megabytes, on what may be a busy machine of two cores.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

/** What a page may end as when its bounds are met: its own fault, never ours. */
const OURS = new Set(
  Object.entries(FAILURES)
    .filter(([, { class: failureClass }]) => failureClass === 'ours')
    .map(([code]) => code),
);
/** A page that meets the time or memory bound takes its thread with it. */
const LOSES_THREAD = new Set(['extraction_timeout', 'extraction_out_of_memory']);

let pool: ExtractPool;
let threadsStarted = 0;
const count = (): void => {
  threadsStarted++;
};

beforeAll(async () => {
  pool = createExtractPool({ threads: 2, heapMb: 512, timeoutMs: 5000, recycleAfter: 100_000 });
  process.on('worker', count);
  await Promise.all([pool.extract(ordinaryPage()), pool.extract(ordinaryPage())]);
});

afterAll(async () => {
  process.off('worker', count);
  await pool.close();
});

describe.each(Object.entries(HOSTILE_PAGES))('hostile %s', (_, pages) => {
  it('each end as an article or a coded failure, cost a thread at most, and harm no page beside them', async () => {
    for (const page of pages) await attack(page);
  });
});

async function attack(page: HostilePage): Promise<void> {
  const before = threadsStarted;
  const hostile = pool.extract(inputOf(page), { transfer: true });
  const beside = await Promise.all([pool.extract(ordinaryPage()), pool.extract(ordinaryPage())]);
  const { content, failure } = await hostile;
  for (const { content: neighbour } of beside)
    expect(neighbour?.title, `beside ${page.name}`).toBe('The ferry and the log');
  if (failure === undefined) {
    expect(content.text.isWellFormed() && content.title.isWellFormed(), page.name).toBe(true);
  } else expect(OURS, `${page.name}: ${failure.message}`).not.toContain(failure.code);
  if (page.isArticle === true) expect(failure?.code, page.name).toBeUndefined();
  // The page after a lost thread has its replacement started, so the next one starts none.
  const after = await pool.extract(ordinaryPage());
  expect(after.failure, `after ${page.name}`).toBeUndefined();
  const lost = failure !== undefined && LOSES_THREAD.has(failure.code) ? 1 : 0;
  expect(threadsStarted - before, `threads started around ${page.name}`).toBeLessThanOrEqual(lost + 1);
}
