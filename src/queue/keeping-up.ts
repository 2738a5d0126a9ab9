/**
 * How many jobs a worker may run at once, as its process keeps up.
 *
 * A process that gets too little CPU answers late, holds every job long, and takes more of them all the same while its
 * limit allows it; whatever it holds when it dies has to be taken up a second time. So a worker begins with few jobs,
 * gets more while the event loop is on time, and fewer while it is late, as senders do with packets in a network
 * (congestion control, RFC 5681). BullMQ heeds a higher limit when the next job ends.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** A worker always may run so many jobs, if its own limit is not lower. */
export const LEAST_JOBS = 4;
/** How often the limit is looked at. */
const LOOK_MS = 250;
/** The event loop is late where its timers were so late on average, beyond the rhythm of the measurement. */
const LATE_MS = 25;
const RESOLUTION_MS = 10;
/** A job that runs so many times as long as is usual waits for a slow host; it must not keep others from being taken. */
const LONG_TIMES = 4;
/** Bounds of that: what is slow for one process is usual for one that gets too little CPU. */
const LEAST_LONG_MS = 1000;
const MOST_LONG_MS = 5000;
/** How much one job moves the estimate. */
const STEP = 1.1;

/**
 * The next limit.
 *
 * @param allowed jobs allowed so far
 * @param lateMs  how late the event loop was on average
 * @param running jobs that run, those that are long left out
 * @param most    the worker's own limit
 */
export function nextAllowed(allowed: number, lateMs: number, running: number, most: number): number {
  const least = Math.min(LEAST_JOBS, most);
  if (lateMs <= LATE_MS) return Math.min(most, allowed + Math.max(1, Math.ceil(allowed / 4)));
  // From what is in use: a limit that was far away would take many rounds to be felt.
  return Math.max(least, Math.floor(Math.min(allowed, running) * 0.7));
}

/**
 * How long the jobs of a worker usually run: their median, followed by steps up and down (as in stochastic
 * approximation), so that it does not matter how slow the slow ones are while they are fewer than the others.
 */
export class UsualTime {
  #medianMs = LEAST_LONG_MS / LONG_TIMES;

  /** A job that runs for longer waits for a slow host, in milliseconds. */
  get longMs(): number {
    return this.#medianMs * LONG_TIMES;
  }

  /** A job ended after `ms`. */
  ended(ms: number): void {
    const next = ms > this.#medianMs ? this.#medianMs * STEP : this.#medianMs / STEP;
    this.#medianMs = Math.min(MOST_LONG_MS, Math.max(LEAST_LONG_MS, next * LONG_TIMES)) / LONG_TIMES;
  }
}

/** Follows one process's event loop for one worker. */
export interface KeepingUp extends Disposable {
  /** A job begins; the answer ends it. */
  begin(): () => void;
}

/** @param apply gets each new limit, the first one at once */
export function keepUp(most: number, apply: (concurrency: number) => void): KeepingUp {
  if (most <= LEAST_JOBS) return { begin: () => () => undefined, [Symbol.dispose]: () => undefined };
  const begun = new Map<symbol, number>();
  const usual = new UsualTime();
  let allowed = LEAST_JOBS;
  let applied = allowed;
  apply(applied);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const timer = setInterval(() => {
    const lateMs = Number.isFinite(delay.mean) ? delay.mean / 1e6 - RESOLUTION_MS : 0;
    delay.reset();
    const now = performance.now();
    let long = 0;
    for (const since of begun.values()) if (now - since > usual.longMs) long += 1;
    allowed = nextAllowed(allowed, lateMs, begun.size - long, most);
    const next = Math.min(most, allowed + long);
    if (next === applied) return;
    applied = next;
    apply(next);
  }, LOOK_MS);
  timer.unref();
  return {
    begin() {
      const job = Symbol();
      const since = performance.now();
      begun.set(job, since);
      return () => {
        if (begun.delete(job)) usual.ended(performance.now() - since);
      };
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
