import { describe, expect, it, vi } from 'vitest';
import type { ExtractionInput } from '../../../src/extract/extraction.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';

const PARAGRAPH =
  '<p>The lighthouse keeper counted the ships that passed in the night, and wrote their names into the large blue book on the table.</p>';

function pageOf(paragraphs: number, title = 'The keeper and his blue book'): ExtractionInput {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${PARAGRAPH.repeat(paragraphs)}</article></body></html>`;
  return {
    bytes: new TextEncoder().encode(html),
    url: 'https://beacon.example/keeper',
    contentType: 'text/html',
    fetchedAt: Date.UTC(2025, 0, 1),
  };
}

const defaults = { threads: 2, heapMb: 256, timeoutMs: 60_000, recycleAfter: 1000, spareThreads: 0 };

// Threads load their code first, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('createExtractPool', () => {
  it('reads pages in threads and leaves the bytes with the caller', async () => {
    await using pool = createExtractPool(defaults);
    const input = pageOf(8);
    const results = await Promise.all([pool.extract(input), pool.extract(input), pool.extract(input)]);
    expect(results.map((result) => result.content?.title)).toEqual(
      Array(3).fill('The keeper and his blue book'),
    );
    expect(input.bytes.byteLength).toBeGreaterThan(0);
  });

  it('moves the bytes when the caller gives them away', async () => {
    await using pool = createExtractPool(defaults);
    const input = pageOf(8);
    const result = await pool.extract(input, { transfer: true });
    expect(result.content?.wordCount).toBeGreaterThan(20);
    expect(input.bytes.byteLength).toBe(0);
  });

  it('ends a page that takes too long, replaces its thread and harms no neighbour', async () => {
    await using pool = createExtractPool({ ...defaults, heapMb: 1024, timeoutMs: 900 });
    await Promise.all([pool.extract(pageOf(8)), pool.extract(pageOf(8))]);
    const slow = pool.extract(pageOf(150_000));
    const neighbours = [pool.extract(pageOf(8)), pool.extract(pageOf(9)), pool.extract(pageOf(10))];
    expect((await slow).failure).toMatchObject({ code: 'extraction_timeout', class: 'permanent' });
    for (const neighbour of await Promise.all(neighbours)) expect(neighbour.failure).toBeUndefined();
    expect((await pool.extract(pageOf(8))).content?.title).toBe('The keeper and his blue book');
  });

  it('has a thread standing by when one is lost', async () => {
    const started: number[] = [];
    const count = (): void => {
      started.push(Date.now());
    };
    process.on('worker', count);
    try {
      await using pool = createExtractPool({ ...defaults, threads: 1, spareThreads: 1, timeoutMs: 900 });
      await Promise.all([pool.extract(pageOf(8)), pool.extract(pageOf(8))]);
      expect(started).toHaveLength(2);
      expect((await pool.extract(pageOf(150_000))).failure?.code).toBe('extraction_timeout');
      // Replaced before another page asks for it; the event comes with the next turn.
      await new Promise((resolve) => setImmediate(resolve));
      expect(started).toHaveLength(3);
      expect((await pool.extract(pageOf(8))).failure).toBeUndefined();
    } finally {
      process.off('worker', count);
    }
  });

  it('answers a page that needs too much memory with that reason', async () => {
    await using pool = createExtractPool({ ...defaults, heapMb: 64 });
    const greedy = pool.extract({ ...pageOf(1), bytes: pageOf(120_000).bytes });
    const neighbour = pool.extract(pageOf(8));
    expect((await greedy).failure).toMatchObject({ code: 'extraction_out_of_memory', class: 'permanent' });
    expect((await neighbour).content?.title).toBe('The keeper and his blue book');
  });

  it('goes on with fresh threads after the number of pages that recycles them', async () => {
    await using pool = createExtractPool({ ...defaults, threads: 1, recycleAfter: 2 });
    for (let i = 0; i < 7; i++) {
      expect((await pool.extract(pageOf(8, `Page number ${i} of the blue book`))).content?.title).toBe(
        `Page number ${i} of the blue book`,
      );
    }
  });

  it('lets every page that is being read end before its threads do', async () => {
    const pool = createExtractPool({ ...defaults, threads: 3 });
    const pages = [pageOf(6000), pageOf(8), pageOf(8)].map((input) => pool.extract(input));
    await pool.close();
    for (const page of pages) expect((await page).failure).toBeUndefined();
  });

  it('refuses what its queue cannot hold', async () => {
    await using pool = createExtractPool({ ...defaults, threads: 1, maxQueue: 1 });
    const first = pool.extract(pageOf(8));
    const second = pool.extract(pageOf(8));
    await expect(pool.extract(pageOf(8))).rejects.toMatchObject({ code: 'extraction_queue_full' });
    expect((await first).failure).toBeUndefined();
    expect((await second).failure).toBeUndefined();
  });

  it('lets a caller leave, while waiting and while being read', async () => {
    await using pool = createExtractPool({ ...defaults, threads: 1 });
    const reading = new AbortController();
    const waiting = new AbortController();
    const one = pool.extract(pageOf(40_000), { signal: reading.signal });
    const two = pool.extract(pageOf(8), { signal: waiting.signal });
    const three = pool.extract(pageOf(8));
    waiting.abort(new Error('no longer wanted'));
    reading.abort(new Error('shutting down'));
    await expect(two).rejects.toThrow('no longer wanted');
    await expect(one).rejects.toThrow('shutting down');
    expect((await three).failure).toBeUndefined();
  });

  it('gives what jsdom gives', async () => {
    await using own = createExtractPool({ ...defaults, threads: 1 });
    await using reference = createExtractPool({ ...defaults, threads: 1, dom: 'jsdom' });
    const input = pageOf(8);
    expect(await own.extract(input)).toEqual(await reference.extract(input));
  });
});
