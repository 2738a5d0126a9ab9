/** Whether a Chromium is on this machine. In CI it must be: there a missing browser is an error. */
import { findChromium } from '../../src/fetch/browser/chromium.ts';

export async function haveChromium(): Promise<boolean> {
  const found = await findChromium(null);
  if (found === null && process.env.CI !== undefined)
    throw new Error('There is no Chromium, and CI must have one');
  return found !== null;
}

/** Settings of `render` for tests: Chromium's own sandbox does not work for root. */
export const noSandbox = process.getuid?.() === 0;
