import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = pathToFileURL(join(import.meta.dirname, '../../../scripts/setup-lock.mjs')).href;
let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-lock-'));
  lock = join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that writes `in` and `out` around its work, or a complaint when it is not alone. */
function worker(): Promise<number | null> {
  const code = `
    import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { withSetupLock } from ${JSON.stringify(module)};
    await withSetupLock(${JSON.stringify(lock)}, () => undefined, async () => {
      writeFileSync(${JSON.stringify(join(folder, 'inside'))}, '', { flag: 'wx' });
      await sleep(20);
      rmSync(${JSON.stringify(join(folder, 'inside'))});
      appendFileSync(${JSON.stringify(join(folder, 'done'))}, 'x');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', resolve));
}

async function runWorkers(count: number): Promise<void> {
  const codes = await Promise.all(Array.from({ length: count }, worker));
  expect(codes).toEqual(codes.map(() => 0));
  expect(readFileSync(join(folder, 'done'), 'utf8')).toBe('x'.repeat(count));
  expect(readdirSync(folder)).toEqual(['done']);
}

describe('withSetupLock', { timeout: 60_000 }, () => {
  it('lets one process in at a time, and leaves nothing behind', () => runWorkers(6));

  it('breaks the lock of a process that died, once', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(lock, `${pid} 0123456789abcdef ${hostname()}`);
    await runWorkers(6);
  });

  it('breaks a lock of another machine that nobody touches any more', async () => {
    writeFileSync(lock, `1 0123456789abcdef another-machine`);
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(lock, longAgo, longAgo);
    await runWorkers(2);
  });

  it('waits for a living holder', async () => {
    writeFileSync(lock, `${process.pid} 0123456789abcdef ${hostname()}`);
    const waiting = worker();
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 1500, 'waits'))]);
    expect(first).toBe('waits');
    expect(existsSync(join(folder, 'done'))).toBe(false);
    rmSync(lock);
    expect(await waiting).toBe(0);
  });
});
