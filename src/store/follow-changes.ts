/** Following the change log as it grows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NewsmillError } from '../errors.ts';
import type { Cursor } from '../ids.ts';
import { type Change, changeBounds, readChanges, refuseForeignCursor } from './changes.ts';
import type { Database } from './database.ts';

export interface FollowOptions {
  /** The place behind which to begin. */
  readonly after: Cursor;
  /** Changes given at once, at most. */
  readonly limit?: number;
  /** Longest time until a change is noticed that no other reader has met before. */
  readonly pollMs?: number;
  /** Ends the following. */
  readonly signal?: AbortSignal;
}

const LIMIT = 500;
const POLL_MS = 200;

/**
 * Gives the changes behind `after`, and then those that come, each once and in order, until the signal.
 * Takes one connection of the pool for listening: where another reader has given entries their place, this
 * one is told; else it looks by itself every `pollMs`.
 *
 * @throws NewsmillError `cursor_expired` where changes behind the cursor were removed by their age
 */
export async function* followChanges(
  database: Database,
  { after, limit = LIMIT, pollMs = POLL_MS, signal }: FollowOptions,
): AsyncGenerator<readonly Change[], void, undefined> {
  refuseForeignCursor(after, await changeBounds(database.db));
  let cursor = after;
  let wake: () => void = () => undefined;
  const listener = await database.pool.connect();
  const onNotice = (): void => wake();
  // Without its connection it still looks by itself.
  const onError = (): void => undefined;
  listener.on('notification', onNotice).on('error', onError);
  signal?.addEventListener('abort', onNotice);
  try {
    await listener.query('LISTEN newsmill_changes');
    while (signal?.aborted !== true) {
      const noticed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const changes = await readChanges(database.db, cursor, limit);
      const [first, last] = [changes[0], changes.at(-1)];
      if (first === undefined || last === undefined) {
        const timer = new AbortController();
        await Promise.race([noticed, sleep(pollMs, null, { signal: timer.signal }).catch(() => null)]);
        timer.abort();
        continue;
      }
      // Places have no gaps: one behind the cursor means that the log was pruned meanwhile.
      if (cursor !== '0' && BigInt(first.cursor) !== BigInt(cursor) + 1n)
        throw new NewsmillError(
          'cursor_expired',
          `Changes after ${cursor} were removed from the log meanwhile`,
        );
      cursor = last.cursor;
      yield changes;
    }
  } finally {
    signal?.removeEventListener('abort', onNotice);
    listener.off('notification', onNotice);
    await listener.query('UNLISTEN newsmill_changes').catch(() => undefined);
    listener.off('error', onError);
    listener.release();
  }
}
