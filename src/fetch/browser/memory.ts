/** How much memory a browser holds. */
import { readFile } from 'node:fs/promises';
import type { Browser as Chromium } from 'playwright';
import { z } from 'zod';

const ProcessInfo = z.object({ processInfo: z.array(z.object({ id: z.int().positive() })).max(10_000) });

/** The processes of a browser, as Chromium counts them (CDP `SystemInfo.getProcessInfo`). */
export async function processesOf(chromium: Chromium): Promise<number[]> {
  const session = await chromium.newBrowserCDPSession();
  try {
    return ProcessInfo.parse(await session.send('SystemInfo.getProcessInfo')).processInfo.map(({ id }) => id);
  } finally {
    await session.detach();
  }
}

/**
 * Bytes of memory that processes hold for themselves (`RssAnon` of proc(5), so that what they share is not
 * counted for each); null where the system does not tell.
 */
export async function memoryOf(pids: readonly number[]): Promise<number | null> {
  let bytes: number | null = null;
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''); // ended meanwhile, or no proc(5)
    const kib = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
    if (kib !== undefined) bytes = (bytes ?? 0) + Number(kib) * 1024;
  }
  return bytes;
}
