/** Shows from outside that a process's event loop still turns. */
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

const BEAT_MS = 5000;
const LATE_MS = 30_000;

/** Touches a file every five seconds until disposed. */
export function startHeartbeat(file: string): Disposable {
  writeFileSync(file, `${process.pid}\n`);
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, BEAT_MS);
  beat.unref();
  return {
    [Symbol.dispose]() {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

/** Milliseconds since the last beat when that is too long, or the file is missing (Infinity); null when all is well. */
export function lateHeartbeat(file: string): number | null {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    return age > LATE_MS ? age : null;
  } catch {
    // No file: the process has not started its workers, or has ended.
    return Number.POSITIVE_INFINITY;
  }
}
