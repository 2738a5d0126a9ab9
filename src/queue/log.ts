/** What the queue layer needs of a logger; a pino logger is one. */
export interface QueueLog {
  child(bindings: Record<string, unknown>): QueueLog;
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For callers that want to hear nothing. */
export const silentLog: QueueLog = {
  child: () => silentLog,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const SAME_ERROR_PAUSE_MS = 10_000;

/** Passes the same error on at most every ten seconds: a server that is away makes many a second. */
export function onceInAWhile(tell: (error: Error) => void): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (told.get(error.message) ?? 0) < SAME_ERROR_PAUSE_MS) return;
    if (told.size > 100) told.clear();
    told.set(error.message, now);
    tell(error);
  };
}
