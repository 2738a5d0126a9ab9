import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFileBytes, readPageFile } from '../../../src/extract/page-file.ts';

it('an empty file is no page, but may be a robots.txt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-empty-'));
  try {
    const file = join(folder, 'robots.txt');
    writeFileSync(file, '');
    expect(await readFileBytes(file, 10)).toHaveLength(0);
    await expect(readPageFile(file)).rejects.toMatchObject({ code: 'empty_file' });
    writeFileSync(file, ' \n\n');
    await expect(readPageFile(file)).rejects.toMatchObject({ code: 'empty_file' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a device without an end is read up to the limit only', async () => {
  await expect(readFileBytes('/dev/zero', 1000)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringContaining('/dev/zero has more than 1000 bytes'),
  });
  expect(await readFileBytes('/dev/null', 1000)).toHaveLength(0);
});
