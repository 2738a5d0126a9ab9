/** A Redis server of one test file, on a loopback port of its own, without persistence. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TestRedis extends AsyncDisposable {
  /** `redis://127.0.0.1:<port>` */
  readonly url: string;
}

/** Whether `redis-server` is on the PATH. In CI it must be: there a missing server is an error. */
export function haveRedis(): boolean {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'redis-server'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found && process.env.CI !== undefined)
    throw new Error('redis-server is not on the PATH, and CI must have it');
  return found;
}

/** Starts a server that never evicts; it is killed and its folder removed on dispose. */
export async function startRedis(): Promise<TestRedis> {
  // Another process may take the port between the asking and the binding; then the next one is tried.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-redis-'));
    const settings = {
      port,
      bind: '127.0.0.1',
      dir: folder,
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const dispose = async (): Promise<void> => {
      await kill(child);
      rmSync(folder, { recursive: true, force: true });
    };
    if (await saysReady(child)) return { url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: dispose };
    await dispose();
  }
  throw new Error('redis-server did not start');
}

async function saysReady(child: ChildProcess): Promise<boolean> {
  if (child.stdout === null) return false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) {
      child.stdout.resume(); // what nobody reads would block the server one day
      return true;
    }
  }
  return false;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
