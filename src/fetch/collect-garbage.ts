/**
 * Gives the memory of large bodies back soon. V8 counts it as outside of its heap, and lets 64 MiB of it pile up before
 * it looks which of it is still used.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of large bodies that may have passed since the last collection. */
const BETWEEN_COLLECTIONS = 8_388_608;

let passed = 0;
let isPlanned = false;
let collect: (() => void) | null = null;

/** Counts bytes of a large body that came by; now and then, they are cleared away. Small bodies need none of this. */
export function largeBodyPassed(bytes: number): void {
  passed += bytes;
  if (passed < BETWEEN_COLLECTIONS || isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    passed = 0;
    collect ??= exposedCollector();
    collect();
  });
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? () => void found() : () => undefined;
}
