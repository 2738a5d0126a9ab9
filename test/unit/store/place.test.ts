import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preparePlace } from '../../../src/store/embedded/place.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'newsmill-place-'));
  symlinkSync(join(root, 'unmounted', 'disk'), join(root, 'nowhere'));
  symlinkSync(join(root, 'circle'), join(root, 'circle'));
  writeFileSync(join(root, 'file'), '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.runIf(process.platform === 'linux')('a folder where none can be made is named too', () => {
  // procfs says ENOENT although /proc is there, which Node's recursive mkdir repeats for ever.
  expect(() => preparePlace('/proc/newsmill-none/data', '18')).toThrow(
    /\/proc\/newsmill-none: it is not there and cannot/,
  );
});

it.each([
  ['nowhere', 'it is not there and cannot be made'],
  ['circle', 'its links lead in a circle'],
  ['file', 'a file is in the way'],
  ['x'.repeat(300), 'its name is too long'],
])('a data folder that cannot be used is named with the reason: %s', (name, reason) => {
  expect(() => preparePlace(join(root, name), '18')).toThrow(
    expect.objectContaining({
      code: 'database_unreachable',
      message: expect.stringContaining(`${join(root, name)}: ${reason}. Choose another DATA_DIR`),
    }),
  );
});
