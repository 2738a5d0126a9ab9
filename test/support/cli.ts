/** Runs the real command line in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/newsmill', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<Run>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** The process is killed after this long, which fails the test that waits for its exit code. */
  readonly limitMs?: number;
}

/** Settings of a newsmill that knows only its test: no demo, no sources, loopback allowed. */
export function testEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    DEMO: 'false',
    SOURCES_DIR: join(tmpdir(), 'newsmill-no-sources'),
    FETCH_ALLOW_ADDRESSES: '127.0.0.0/8',
    FETCH_DELAY_MS: '0',
    ...extra,
  };
}

export function startNewsmill(args: readonly string[], options: RunOptions = {}): Running {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|VITEST.*|LOG_.*)$/.test(name)),
  );
  const child = spawn(BIN, args, {
    env: { ...inherited, ...testEnvironment(), ...options.env },
    cwd: options.cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined); // a process that ends early does not read its input
  child.stdin.end(options.input ?? '');
  const limit = setTimeout(() => child.kill('SIGKILL'), options.limitMs ?? 50_000);
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { process: child, stdout: () => stdout, stderr: () => stderr, ended };
}

export function newsmill(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return startNewsmill(args, options).ended;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'newsmill-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Waits until `check` gives something, and fails with `what` after `limitMs`. */
export async function eventually<T>(
  what: string,
  check: () => T | Promise<T>,
  limitMs = 30_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== null && value !== false) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
