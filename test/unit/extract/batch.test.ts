import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runBatch } from '../../../src/extract/batch.ts';
import { createExtractPool } from '../../../src/extract/pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-batch-'));
const page = readFileSync(
  fileURLToPath(new URL('../../fixtures/extract/harbour/page.html', import.meta.url)),
);

beforeAll(() => {
  writeFileSync(join(folder, 'plain.html'), page);
  writeFileSync(join(folder, 'packed.html.gz'), gzipSync(page));
  writeFileSync(join(folder, 'cut.html.gz'), gzipSync(page).subarray(0, 500));
  writeFileSync(join(folder, 'empty.html'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  lines: readonly string[],
): Promise<{ answers: Record<string, unknown>[]; progress: number[] }> {
  const out: string[] = [];
  const progress: number[] = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      out.push(String(chunk));
      done();
    },
  });
  await using pool = createExtractPool({
    threads: 2,
    heapMb: 256,
    timeoutMs: 60_000,
    recycleAfter: 1000,
    spareThreads: 0,
  });
  await runBatch({
    input: Readable.from([lines.join('\n')]),
    output,
    pool,
    onProgress: (done) => progress.push(done),
  });
  return {
    answers: out
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    progress,
  };
}

const line = (id: string | number, file: string, more: object = {}): string =>
  JSON.stringify({
    id,
    url: 'https://quaycourier.example/region/night-ferry-vote/',
    file: join(folder, file),
    ...more,
  });

vi.setConfig({ testTimeout: 120_000 });

describe('runBatch', () => {
  it('answers every line in order, each bad one with its own error', async () => {
    const { answers, progress } = await run([
      line('a', 'plain.html'),
      'this is no JSON',
      line(2, 'packed.html.gz'),
      line('c', 'missing.html'),
      '',
      line('d', 'cut.html.gz'),
      line('e', 'empty.html'),
      JSON.stringify({ id: 'f' }),
      line('g', 'plain.html', { contentType: 'application/pdf' }),
      line('h', 'plain.html', { url: 'just a label' }),
      '[]',
    ]);
    expect(answers.map((answer) => [answer.id, answer.article === null])).toEqual([
      ['a', false],
      [null, true],
      [2, false],
      ['c', true],
      ['d', true],
      ['e', true],
      [null, true],
      ['g', false],
      ['h', false],
      [null, true],
    ]);
    const codes = answers.map((answer) => (answer.error as { code: string } | undefined)?.code);
    expect(codes.filter((code) => code !== undefined)).toEqual([
      'invalid_input',
      'file_unreadable',
      'bad_content_encoding',
      'empty_file',
      'invalid_input',
      'invalid_input',
    ]);
    const sentences = answers.map((answer) => (answer.error as { message: string } | undefined)?.message);
    expect(sentences[6]).toMatch(/^Line 8: file: \S/);
    expect(sentences[9]).toMatch(/^Line 11: Invalid input/);
    expect(answers.map((answer) => answer.inputLine)).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 11]);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('reads a text without a headline by what a feed said of it', async () => {
    const lines = page.toString('utf8').match(/<p>[^<]{100,}<\/p>/g) ?? [];
    writeFileSync(join(folder, 'item.html'), lines.join('\n'));
    const hints = { title: 'The night ferry', authors: ['Ada Keeper'], published: '2024-05-01T08:00:00Z' };
    const { answers } = await run([
      line('fed', 'item.html', { hints }),
      line('bare', 'item.html'),
      line('wrong', 'item.html', { hints: { titel: 'x' } }),
    ]);
    expect(answers).toMatchObject([
      {
        article: { title: 'The night ferry', authors: ['Ada Keeper'], published: '2024-05-01T08:00:00.000Z' },
      },
      { error: { code: 'no_article' } },
      { error: { code: 'invalid_input' } },
    ]);
  });

  it('loses a line without an end, and no other', async () => {
    const { answers } = await run([
      line('a', 'plain.html'),
      `{"id":"b","file":"${'x'.repeat(200_000)}"}`,
      line('c\u2028d', 'plain.html'),
    ]);
    expect(answers).toMatchObject([
      { id: 'a', inputLine: 1, article: { title: expect.any(String) } },
      {
        id: null,
        inputLine: 2,
        article: null,
        error: {
          code: 'invalid_input',
          message: expect.stringMatching(/^Line 2 has more than 65536 bytes\./),
        },
      },
      { id: 'c\u2028d', inputLine: 3, article: { title: expect.any(String) } },
    ]);
  });

  it('keeps the order over many more pages than threads', async () => {
    const { answers } = await run(
      Array.from({ length: 60 }, (_, i) => line(i, i % 2 === 0 ? 'plain.html' : 'packed.html.gz')),
    );
    expect(answers.map((answer) => answer.id)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });
});
