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

export interface Options {
  /** Entries that wait for no more of them. */
  readonly enough?: number;
  /** Most round trips at once; a further one begins when there are enough for it. */
  readonly atOnce?: number;
}

/**
 * A function of one entry from one of many. Where a round trip fails, it fails for all that were in it.
 *
 * @param send one round trip; answers as many results as it is given entries, in their order
 */
export function together<Entry, Result>(
  send: (entries: readonly Entry[]) => Promise<readonly Result[]>,
  { enough = MOST, atOnce = 1 }: Options = {},
): (entry: Entry) => Promise<Result> {
  const waiting: Call<Entry, Result>[] = [];
  const endPauses = new Set<() => void>();
  let running = 0;
  let begun = Number.NEGATIVE_INFINITY;

  const paused = async (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    endPauses.add(resolve);
    await promise;
    endPauses.delete(resolve);
    clearTimeout(timer);
  };

  const sendAll = async (): Promise<void> => {
    // Calls of the same turn of the event loop go together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const pause = begun + PACE_MS - performance.now();
      if (pause > 0 && waiting.length < enough) {
        await paused(pause);
        // What was waited for may have gone with another round trip.
        continue;
      }
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
    running -= 1;
  };

  return (entry) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ entry, resolve, reject });
    const isEnough = waiting.length >= enough;
    if (isEnough) for (const endPause of endPauses) endPause();
    if (running === 0 || (isEnough && running < atOnce)) {
      running += 1;
      void sendAll();
    }
    return promise;
  };
}
