/** Finds a Chromium on this machine. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The executable to use: the configured one, else Playwright's own if it was installed, else the
 * system's. Null when there is none, or the configured one cannot be run.
 */
export async function findChromium(configured: string | null): Promise<string | null> {
  if (configured !== null) return (await isExecutable(configured)) ? configured : null;
  const { chromium } = await import('playwright');
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    chromium.executablePath(),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ];
  for (const candidate of candidates) {
    if (candidate !== '' && (await isExecutable(candidate))) return candidate;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
