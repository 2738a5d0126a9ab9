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
