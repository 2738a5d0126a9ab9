/** Holds back repeated warnings: a host that is down makes one line a minute, not one a request. */
import type { Log } from './log.ts';

export interface Repeats extends Disposable {
  /** Logs at level warn, unless `key` has had its share in this window; then it is only counted. */
  warn(key: string, fields: object, message: string): void;
  /** Says now how many were left out, and starts a new window. */
  flush(): void;
}

export interface RepeatOptions {
  /** Lines of one key in one window. */
  readonly perWindow?: number;
  readonly windowMs?: number;
  /** Keys told apart in one window; all others count as one. */
  readonly maxKeys?: number;
}

interface Seen {
  count: number;
  leftOut: number;
  message: string;
}

const OTHERS = '(others)';

/** At each window's end one line per key says how many were left out. */
export function limitRepeats(log: Log, options: RepeatOptions = {}): Repeats {
  const { perWindow = 3, windowMs = 60_000, maxKeys = 1000 } = options;
  let seen = new Map<string, Seen>();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const ended = seen;
    seen = new Map();
    for (const [key, { leftOut, message }] of ended) {
      if (leftOut > 0) log.warn({ key, leftOut }, `${message} (${leftOut} more like this were left out)`);
    }
  };

  const warn = (key: string, fields: object, message: string): void => {
    const known = seen.has(key) || seen.size < maxKeys ? key : OTHERS;
    const entry = seen.get(known) ?? { count: 0, leftOut: 0, message };
    seen.set(known, entry);
    timer ??= setTimeout(flush, windowMs).unref();
    entry.count += 1;
    entry.message = message;
    if (entry.count > perWindow) entry.leftOut += 1;
    else log.warn(fields, message);
  };

  return { warn, flush, [Symbol.dispose]: flush };
}
