/** Which Chromium is taken: the configured one or none, else Playwright's own, else the system's. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findChromium } from '../../../src/fetch/browser/chromium.ts';

let folder: string;
// Playwright looks at the environment once, when it is loaded.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-chromium-'));
  vi.stubEnv('PATH', join(folder, 'bin'));
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'browsers'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function put(path: string, mode = 0o755): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

it('takes the configured one, and no other in its place', async () => {
  const system = put(join(folder, 'bin', 'chromium'));
  const own = put(join(folder, 'my-chromium'));
  expect(await findChromium(own)).toBe(own);
  expect(await findChromium(join(folder, 'nowhere'))).toBeNull();
  expect(await findChromium(put(join(folder, 'no-program'), 0o644))).toBeNull();
  expect(await findChromium(null)).toBe(system);
});

it('takes Playwright’s own before those on the PATH, of which it knows the usual names', async () => {
  rmSync(join(folder, 'bin'), { recursive: true, force: true });
  const chrome = put(join(folder, 'bin', 'google-chrome'));
  expect(await findChromium(null)).toBe(chrome);
  const { chromium: playwright } = await import('playwright');
  const installed = playwright.executablePath();
  put(installed);
  expect(await findChromium(null)).toBe(installed);
});
