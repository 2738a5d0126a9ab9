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

/** Hostile pages that are read at the same time; a third thread reads the pages beside them. */
const AT_ONCE = 2;
const THREADS = AT_ONCE + 1;
/** One more stands by. */
const STARTED_AT_FIRST = THREADS + 1;

let pool: ExtractPool;
let threadsStarted = 0;
let threadsLost = 0;
const count = (): void => {
  threadsStarted++;
};

beforeAll(async () => {
  process.on('worker', count);
  pool = createExtractPool({ threads: THREADS, heapMb: 512, timeoutMs: 5000, recycleAfter: 100_000 });
  await Promise.all([pool.extract(ordinaryPage()), pool.extract(ordinaryPage())]);
  expect(threadsStarted).toBe(STARTED_AT_FIRST);
});

afterAll(async () => {
  process.off('worker', count);
  await pool.close();
});

describe.each(Object.entries(HOSTILE_PAGES))('hostile %s', (_, pages) => {
  it('each end as an article or a coded failure, cost a thread at most, and harm no page beside them', async () => {
    for (let i = 0; i < pages.length; i += AT_ONCE) await attack(pages.slice(i, i + AT_ONCE));
  });
});

async function attack(pages: readonly HostilePage[]): Promise<void> {
  const names = pages.map(({ name }) => name).join(', ');
  const hostile = pages.map((page) => pool.extract(inputOf(page), { transfer: true }));
  const beside = await Promise.all([pool.extract(ordinaryPage()), pool.extract(ordinaryPage())]);
  for (const { content } of beside) expect(content?.title, `beside ${names}`).toBe('The ferry and the log');
  for (const [i, { content, failure }] of (await Promise.all(hostile)).entries()) {
    const name = pages[i]?.name;
    if (failure === undefined) {
      expect(content.text.isWellFormed() && content.title.isWellFormed(), name).toBe(true);
    } else expect(OURS, `${name}: ${failure.message}`).not.toContain(failure.code);
    if (pages[i]?.isArticle === true) expect(failure?.code, name).toBeUndefined();
    if (failure !== undefined && LOSES_THREAD.has(failure.code)) threadsLost++;
  }
  const after = await pool.extract(ordinaryPage());
  expect(after.failure, `after ${names}`).toBeUndefined();
  expect(threadsStarted, `threads started up to ${names}`).toBeLessThanOrEqual(
    STARTED_AT_FIRST + threadsLost,
  );
}
