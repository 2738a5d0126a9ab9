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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
