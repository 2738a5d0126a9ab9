/** Worker processes of newsmill, some of which are killed again and again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../../bin/newsmill', import.meta.url));

export interface FleetOptions {
  readonly processes: number;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Every so many milliseconds one process is killed with SIGKILL and another started. */
  readonly killEveryMs?: number | null;
}

export interface Fleet extends AsyncDisposable {
  /** The processes that run now. */
  readonly pids: () => number[];
  readonly killed: () => number;
  /** What the processes wrote to standard error, the newest part. */
  readonly said: () => string;
}

const MAX_SAID = 20_000;

export function startFleet(options: FleetOptions): Fleet {
  let said = '';
  let killed = 0;
  let next = 0;
  const start = (): ChildProcess => {
    const child = spawn(BIN, options.args, {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MAX_SAID);
    });
    return child;
  };
  const members = Array.from({ length: options.processes }, start);
  const killing =
    options.killEveryMs == null
      ? undefined
      : setInterval(() => {
          const at = next % members.length;
          next += 1;
          members[at]?.kill('SIGKILL');
          killed += 1;
          members[at] = start();
        }, options.killEveryMs);
  return {
    pids: () => members.flatMap((child) => child.pid ?? []),
    killed: () => killed,
    said: () => said,
    async [Symbol.asyncDispose]() {
      clearInterval(killing);
      await Promise.all(
        members.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'close');
          child.kill('SIGTERM');
          const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
          await ended;
          clearTimeout(limit);
        }),
      );
    },
  };
}
