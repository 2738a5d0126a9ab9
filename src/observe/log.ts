/**
 * The log: one line an event, JSON for programs or pretty for people, on standard error (standard
 * output belongs to a command's result).
 */
import pino from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config/schema.ts';
import { describeError, scrubRecord, scrubText } from './scrub.ts';

export type Log = pino.Logger;

export interface LogOptions {
  /** Where lines go; by default standard error. */
  readonly destination?: pino.DestinationStream;
  /** Whether `destination` is a terminal, which `auto` asks; by default whether standard error is one. */
  readonly isTerminal?: boolean;
}

/** Makes the log of a process. `log.child({ role })`, `{ host }`, `{ frontierId }` narrow it. */
export function createLog(config: Config['log'], options: LogOptions = {}): Log {
  const isTerminal = options.isTerminal ?? process.stderr.isTTY === true;
  const people = config.format === 'pretty' || (config.format === 'auto' && isTerminal);
  const destination = options.destination ?? pino.destination({ fd: 2, sync: true });
  const log = pino(
    {
      level: config.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError, error: describeError },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => scrubRecord(fields),
      },
      hooks: {
        logMethod(args, method) {
          const scrubbed = args.map((arg: unknown) => (typeof arg === 'string' ? scrubText(arg) : arg));
          method.apply(this, scrubbed as Parameters<typeof method>);
        },
      },
    },
    people ? prettyStream(destination, isTerminal) : destination,
  );
  // pino's formatters do not see a child's fields. Children inherit this method from their parent.
  const { child } = log;
  log.child = function (this: Log, bindings, childOptions) {
    return child.call(this, scrubRecord(bindings), childOptions) as ReturnType<typeof log.child>;
  } as typeof log.child;
  return log;
}

/** A log that says nothing, for commands that were asked to be quiet and for tests. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}

function prettyStream(destination: pino.DestinationStream, isTerminal: boolean): pino.DestinationStream {
  const format = pretty.prettyFactory({
    colorize: isTerminal,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'role',
    singleLine: true,
    messageFormat: (line, messageKey) => {
      const message = String(line[messageKey] ?? '');
      return line.role === undefined ? message : `${String(line.role)}: ${message}`;
    },
    errorLikeObjectKeys: ['err', 'error'],
  });
  return { write: (line) => destination.write(format(line) ?? line) };
}
