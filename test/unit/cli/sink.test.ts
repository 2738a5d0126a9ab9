import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileSink } from '../../../src/cli/sink.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-sink-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (words: RegExp) =>
  expect.objectContaining({
    code: 'file_unwritable',
    class: 'ours',
    message: expect.stringMatching(new RegExp(`${words.source}.*Name a file in a folder that exists`)),
  });

it('says why an output cannot be opened, and what to do', async () => {
  await expect(fileSink(join(folder, 'none/deep/x'))).rejects.toEqual(
    refusal(/cannot be written: the folder \S+none\/deep does not exist\./),
  );
  await expect(fileSink(folder)).rejects.toEqual(refusal(/it is a folder, not a file\./));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(fileSink(join(file, 'x'))).rejects.toEqual(refusal(/file is a file, not a folder\./));
});

it('says that a disk is full', async () => {
  // Linux has a device that is always full; elsewhere a file that may not be written must do.
  const isLinux = existsSync('/dev/full');
  const path = isLinux ? '/dev/full' : join(folder, 'locked');
  if (!isLinux) {
    writeFileSync(path, '');
    chmodSync(path, 0o400);
  }
  const writing = (async () => {
    await using sink = await fileSink(path);
    await sink.write('a line\n');
  })();
  await expect(writing).rejects.toEqual(refusal(isLinux ? /the disk is full\./ : /this user may not\./));
});
