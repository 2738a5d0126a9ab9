/** Rules in the pool's threads: read there, used there, and what is wrong with them told once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createExtractPool } from '../../../../src/extract/pool.ts';

const page = readFileSync(new URL('../../../fixtures/extract/rules/story.html', import.meta.url));

it('uses a folder’s rules in every thread and reports a wrong line once', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-rules-'));
  try {
    writeFileSync(join(folder, '.news.example.txt'), 'title: //h1\nstrip: //[');
    const reports: string[] = [];
    await using pool = createExtractPool({
      spareThreads: 0,
      threads: 2,
      heapMb: 256,
      timeoutMs: 30_000,
      recycleAfter: 1,
      rulesDirs: [folder],
      onRuleReport: (message) => reports.push(message),
    });
    const read = (host: string) =>
      pool.extract({
        bytes: page,
        url: `https://${host}/x`,
        contentType: 'text/html',
        fetchedAt: Date.now(),
      });
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((name) => read(`${name}.news.example`)));
    for (const { content } of results) {
      expect(content?.title).toBe('The evening ferry was late again');
      expect(content?.provenance.title).toBe('rule');
    }
    expect((await read('news.example')).content?.provenance.title).not.toBe('rule');
    expect(reports).toEqual([expect.stringMatching(/\.news\.example\.txt:2: “\/\/\[” is no XPath/)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
