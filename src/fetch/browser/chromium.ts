/** Finds a Chromium on this machine. */
import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
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
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    await playwrightsOwn(),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ];
  for (const candidate of candidates) {
    if (candidate !== '' && (await isExecutable(candidate))) return candidate;
  }
  return null;
}

/** Where `playwright install` puts browsers unless PLAYWRIGHT_BROWSERS_PATH names another place. */
const PLAYWRIGHT_FOLDERS = [
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
];

/** Playwright takes 0.3 s to load: it is asked for its Chromium only where it may have installed one. */
async function playwrightsOwn(): Promise<string> {
  const isElsewhere = (process.env.PLAYWRIGHT_BROWSERS_PATH ?? '') !== '';
  const mayBeHere = isElsewhere || PLAYWRIGHT_FOLDERS.some((folder) => existsSync(folder));
  return mayBeHere ? (await import('playwright')).chromium.executablePath() : '';
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
