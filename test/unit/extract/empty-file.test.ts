import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFileBytes, readPageFile } from '../../../src/extract/page-file.ts';

const BOUND = { maxBytes: 1000, code: 'file_too_large' } as const;

it('an empty file is no page, but may be a robots.txt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-empty-'));
  try {
    const file = join(folder, 'robots.txt');
    writeFileSync(file, '');
    expect(await readFileBytes(file, BOUND)).toHaveLength(0);
    await expect(readPageFile(file)).rejects.toMatchObject({ code: 'empty_file' });
    writeFileSync(file, ' \n\n');
    await expect(readPageFile(file)).rejects.toMatchObject({ code: 'empty_file' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a device without an end is read up to the limit only', async () => {
  await expect(readFileBytes('/dev/zero', BOUND)).rejects.toMatchObject({
    code: 'file_too_large',
    message: '/dev/zero has more than 1000 bytes. No setting lifts this bound; give a smaller file.',
  });
  expect(await readFileBytes('/dev/null', BOUND)).toHaveLength(0);
});

it('a page that is too large is no matter of fetch.maxBytes', async () => {
  await expect(readPageFile('/dev/zero')).rejects.toMatchObject({
    code: 'page_too_large',
    message: expect.not.stringContaining('fetch.maxBytes'),
  });
});
