/** Adds that come while another is under way go together into the next one: one round trip for all of them. */

/** Most jobs in one round trip. */
const MOST = 64;
/** Least time between the beginnings of two round trips, whose own cost is that of several jobs. */
const PACE_MS = 15;

interface Call<Entry, Result> {
  readonly entry: Entry;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A function of one entry from one of many. At most one round trip is under way; where it fails, it fails for all that
 * were in it.
 *
 * @param send   one round trip; answers as many results as it is given entries, in their order
 * @param enough entries that wait for no more
 */
export function together<Entry, Result>(
  send: (entries: readonly Entry[]) => Promise<readonly Result[]>,
  { enough = MOST }: { readonly enough?: number } = {},
): (entry: Entry) => Promise<Result> {
  const waiting: Call<Entry, Result>[] = [];
  let running = false;
  let begun = Number.NEGATIVE_INFINITY;
  let endPause: (() => void) | null = null;

  const paused = async (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    endPause = resolve;
    await promise;
    endPause = null;
    clearTimeout(timer);
  };

  const sendAll = async (): Promise<void> => {
    // Calls of the same turn of the event loop go together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const pause = begun + PACE_MS - performance.now();
      if (pause > 0 && waiting.length < enough) await paused(pause);
      begun = performance.now();
      const calls = waiting.splice(0, MOST);
      try {
        const results = await send(calls.map((call) => call.entry));
        calls.forEach((call, i) => {
          call.resolve(results[i] as Result);
        });
      } catch (error) {
        for (const call of calls) call.reject(error);
      }
    }
    running = false;
  };

  return (entry) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ entry, resolve, reject });
    if (waiting.length >= enough) endPause?.();
    if (!running) {
      running = true;
      void sendAll();
    }
    return promise;
  };
}
