import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepApiToken } from '../../../src/api/token.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsmill-token-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes a token once, for its owner only', () => {
  const dataDir = join(root, 'not/yet/there');
  const first = keepApiToken(null, dataDir);
  expect(first.file).toBe(join(dataDir, 'api-token'));
  expect(first.value).toMatch(/^[\w-]{32}$/);
  expect(keepApiToken(null, dataDir)).toEqual(first);
  expect(readFileSync(join(dataDir, 'api-token'), 'utf8').trim()).toBe(first.value);
  expect(statSync(join(dataDir, 'api-token')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['api-token']);
});

it('takes the configured one, and then makes none', () => {
  expect(keepApiToken('configured-by-somebody', root)).toEqual({
    value: 'configured-by-somebody',
    file: null,
  });
  expect(readdirSync(root)).toEqual([]);
});

it('refuses a file that holds no token', () => {
  writeFileSync(join(root, 'api-token'), '\n');
  expect(() => keepApiToken(null, root)).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  expect(() => keepApiToken(null, join(root, 'api-token'))).toThrow(
    expect.objectContaining({ code: 'file_unreadable' }),
  );
});

it('gives processes that start at the same time the same token', async () => {
  const module = fileURLToPath(new URL('../../../src/api/token.ts', import.meta.url));
  const script = `import { keepApiToken } from ${JSON.stringify(module)};
    console.log(keepApiToken(null, ${JSON.stringify(root)}).value);`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const outputs = await Promise.all(Array.from({ length: 5 }, run));
  expect(new Set(outputs.map((o) => o.stdout.trim())).size).toBe(1);
});
