/** Calls that come while a statement runs go together into the next one: what a busy process does costs less each. */
import { asDatabaseError, type Db, inTransaction } from './database.ts';

/** Most calls in one statement: it holds the locks of all until it commits. */
const MOST = 32;
/** Statements of one kind at once, where the first is held up; otherwise two would only be smaller. */
const AT_ONCE = 2;
/** How long calls wait for the statement before theirs. */
const HELD_UP_MS = 25;
/**
 * Least time between the beginnings of two statements. What a statement costs by itself (its start, its commit, the wait
 * for the disk) is several times what a row in it costs; a process that is not busy waits for nothing. Longer pauses cost
 * more than they save: with 15 ms a process granted 1,000 slots a second instead of 3,000.
 */
const PACE_MS = 3;

interface Call<A, R> {
  readonly argument: A;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

interface Line<A, R> {
  readonly calls: Call<A, R>[];
  running: number;
  heldUp: NodeJS.Timeout | null;
  /** Until when the next statement waits for more calls; epoch of `performance.now`. */
  notBefore: number;
  paced: NodeJS.Timeout | null;
}

/**
 * A function of one argument from one of many. In a transaction it runs alone and at once; outside,
 * together with the other calls that wait. Where a statement for many fails, each is run alone, so that a call fails
 * for its own reasons only.
 *
 * @param run one statement; answers as many results as it is given arguments, in their order
 */
export function batched<A, R>(
  run: (db: Db, items: readonly A[]) => Promise<readonly R[]>,
): (db: Db, item: A) => Promise<R> {
  const lines = new WeakMap<Db, Line<A, R>>();

  const runOne = async (db: Db, argument: A): Promise<R> => {
    const [result] = await run(db, [argument]);
    return result as R;
  };

  const runAll = async (db: Db, calls: readonly Call<A, R>[]): Promise<void> => {
    try {
      const results = await run(
        db,
        calls.map((call) => call.argument),
      );
      calls.forEach((call, i) => {
        call.resolve(results[i] as R);
      });
    } catch (thrown) {
      const error = asDatabaseError(thrown);
      for (const call of calls) {
        if (error.code === 'database_unreachable') call.reject(error);
        else await inTransaction(db, (tx) => runOne(tx, call.argument)).then(call.resolve, call.reject);
      }
    }
  };

  const go = (db: Db, line: Line<A, R>, atOnce = 1): void => {
    while (line.running < atOnce && line.calls.length > 0) {
      const now = performance.now();
      if (now < line.notBefore && line.calls.length < MOST) {
        line.paced ??= setTimeout(() => {
          line.paced = null;
          go(db, line);
        }, line.notBefore - now);
        return;
      }
      line.notBefore = now + PACE_MS;
      line.running += 1;
      void runAll(db, line.calls.splice(0, MOST)).finally(() => {
        line.running -= 1;
        go(db, line);
      });
    }
    if (line.calls.length === 0 || line.heldUp !== null) return;
    line.heldUp = setTimeout(() => {
      line.heldUp = null;
      go(db, line, AT_ONCE);
    }, HELD_UP_MS);
  };

  return (db, argument) => {
    if (db.isTransaction) return runOne(db, argument);
    let line = lines.get(db);
    if (line === undefined) {
      line = { calls: [], running: 0, heldUp: null, notBefore: 0, paced: null };
      lines.set(db, line);
    }
    const { calls } = line;
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    calls.push({ argument, resolve, reject });
    // Calls of the same turn of the event loop go together.
    const whole = line;
    queueMicrotask(() => go(db, whole));
    return promise;
  };
}
