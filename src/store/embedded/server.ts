/** One PostgreSQL server: making its data folder, starting it, knowing it again, ending it. */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { NewsmillError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { makeSocketFolder, type Place } from './place.ts';
import { commandLine, isLive, markOf, signal, waitUntilGone } from './processes.ts';

/** The user newsmill connects as, and its database. */
export const USER = 'newsmill';
/** There is no TCP port: the number only names the socket file. */
export const PORT = 5432;

const MAX_LOG_BYTES = 10 * 1024 * 1024;
const READY_LIMIT_MS = 300_000;
const FAST_SHUTDOWN_LIMIT_MS = 60_000;
const LAUNCHES = 40;

/** Never through a symbolic link: root writes where others may. */
const WRITE_HERE = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW;

const run = promisify(execFile);

export interface ServerOptions {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly password: string;
  /** False gives up safety against power cuts for speed. For tests only. */
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

/** A server that answers. */
export interface RunningServer {
  /** Of the postmaster; see processes.ts. */
  readonly mark: string;
  readonly socketFolder: string;
}

/** Makes the data folder unless it is there. It appears complete or not at all. */
export async function ensureDataFolder(options: ServerOptions): Promise<void> {
  const { place, binaries } = options;
  if (existsSync(join(place.dataFolder, 'PG_VERSION'))) return;
  options.log(`making a new PostgreSQL ${binaries.major} data folder in ${place.dataFolder}`);
  for (const name of readdirSync(place.dataHome)) {
    if (name.startsWith(`${basename(place.dataFolder)}.new-`))
      rmSync(join(place.dataHome, name), { recursive: true });
  }
  const fresh = `${place.dataFolder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${fresh}.password`;
  writeFileSync(passwordFile, options.password, { mode: 0o600, flag: 'wx' });
  if (place.account !== undefined) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    await run(
      join(binaries.root, 'bin', 'initdb'),
      [
        `--pgdata=${fresh}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own C.UTF-8: the same order and case rules on every machine.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...childOptions(options), timeout: 120_000 },
    );
    renameSync(fresh, place.dataFolder);
  } catch (error) {
    // Ctrl-C goes to every program in the terminal.
    if (wasInterrupted(error))
      throw new NewsmillError(
        'interrupted',
        'Interrupted while the embedded PostgreSQL was being made; nothing of it is left',
        { cause: error },
      );
    throw new NewsmillError(
      'database_unreachable',
      `The embedded PostgreSQL could not make its data folder: ${reasonOf(error)}. DATABASE_URL names another PostgreSQL`,
      { cause: error },
    );
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Finds the running server of this data folder, or starts it; returns when it answers. */
export async function ensureServer(options: ServerOptions): Promise<RunningServer> {
  const { place } = options;
  let lastWords = '';
  for (let launch = 0; launch < LAUNCHES; launch += 1) {
    const running = findServer(place.dataFolder);
    if (running !== undefined) {
      if (await answers(running, options)) return running;
      continue; // it ended while we waited
    }
    disownStalePid(place.dataFolder);
    const started = launchServer(options);
    lastWords = await untilRunningOrGone(started, options);
    // What is left of a killed server may hold its shared memory for a moment longer.
    if (findServer(place.dataFolder) === undefined) await sleep(250);
  }
  throw new NewsmillError(
    'database_unreachable',
    `The embedded PostgreSQL does not start: ${lastWords}. Its log is ${logFile(place)}`,
  );
}

/** The live server of a data folder, whether or not it answers yet. */
export function findServer(dataFolder: string): RunningServer | undefined {
  const lines = pidFileLines(dataFolder);
  const [pid, folder, socketFolder] = [Number(lines[0]), lines[1], lines[4]];
  if (!(pid > 0) || folder === undefined || socketFolder === undefined || socketFolder === '')
    return undefined;
  const mark = markOf(pid);
  return mark !== undefined && isPostmaster(pid, folder) && folder === dataFolder
    ? { mark, socketFolder }
    : undefined;
}

/** Fast shutdown: sessions are ended, everything is written, and the process is gone on return. */
export async function stopServer(server: RunningServer): Promise<void> {
  signal(server.mark, 'SIGINT');
  if (await waitUntilGone(server.mark, FAST_SHUTDOWN_LIMIT_MS)) {
    rmSync(server.socketFolder, { recursive: true, force: true });
    return;
  }
  signal(server.mark, 'SIGQUIT'); // immediate: the next start recovers from the write-ahead log
  await waitUntilGone(server.mark, 10_000);
}

function launchServer(options: ServerOptions): string | undefined {
  const { place, binaries, durable } = options;
  const file = logFile(place);
  const isFull = existsSync(file) && statSync(file).size > MAX_LOG_BYTES;
  const output = openSync(file, (isFull ? constants.O_TRUNC : constants.O_APPEND) | WRITE_HERE, 0o600);
  try {
    makeSocketFolder(place);
    const child = spawn(
      join(binaries.root, 'bin', 'postgres'),
      ['-D', place.dataFolder, ...settings(place, durable).flatMap((setting) => ['-c', setting])],
      { ...childOptions(options), detached: true, stdio: ['ignore', output, output] },
    );
    child.once('error', (error) => options.log(`the embedded PostgreSQL does not start: ${error.message}`));
    child.unref();
    return child.pid === undefined ? undefined : markOf(child.pid);
  } finally {
    closeSync(output);
  }
}

/**
 * The indexes that recognise copies are read at random: a sixteenth of the machine's memory, 128 MiB to 1 GiB, keeps
 * the more of them at hand. Only what is used is taken.
 */
function sharedBuffersMb(): number {
  return Math.round(Math.min(1024, Math.max(128, totalmem() / 1_048_576 / 16)));
}

function settings(place: Place, durable: boolean): string[] {
  return [
    'listen_addresses=',
    `port=${PORT}`,
    `unix_socket_directories="${place.socketFolder}"`,
    'unix_socket_permissions=0700',
    'max_connections=200',
    `shared_buffers=${sharedBuffersMb()}MB`,
    // After each checkpoint a page's first change writes the whole page to the log: fewer of them.
    'checkpoint_timeout=15min',
    'max_wal_size=2GB',
    // A container's /dev/shm is small, and parallel workers need it; one process per query is enough here.
    'max_parallel_workers_per_gather=0',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    // newsmill reports its own failed statements; the server's log keeps to the server's life.
    'log_min_messages=log',
    'log_checkpoints=off',
    'logging_collector=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}

/** Waits for the new server to write its pid file; if it ends first, what it said last. */
async function untilRunningOrGone(mark: string | undefined, options: ServerOptions): Promise<string> {
  while (mark !== undefined && isLive(mark)) {
    if (findServer(options.place.dataFolder) !== undefined) return '';
    await sleep(10);
  }
  const said = existsSync(logFile(options.place))
    ? readFileSync(logFile(options.place), 'utf8').trimEnd()
    : '';
  return said.split('\n').slice(-3).join(' ').slice(-600);
}

/** True when the server accepts a session, false if it ends before that. */
async function answers(server: RunningServer, options: ServerOptions): Promise<boolean> {
  const end = Date.now() + READY_LIMIT_MS;
  let told = false;
  for (;;) {
    const client = new pg.Client({
      host: server.socketFolder,
      port: PORT,
      user: USER,
      password: options.password,
      database: 'postgres',
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined); // the same error rejects connect() or query() below
    try {
      await client.connect();
      await ensureDatabase(client);
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      if (!isLive(server.mark)) return false;
      if (code === '28P01') {
        throw new NewsmillError(
          'database_unreachable',
          `The password in ${options.place.passwordFile} is not the one of the data in ${options.place.dataFolder}`,
          { cause: error },
        );
      }
      if (Date.now() > end) {
        throw new NewsmillError(
          'database_unreachable',
          `The embedded PostgreSQL runs but does not answer on ${server.socketFolder}: ${reasonOf(error)}`,
          { cause: error },
        );
      }
      if (code === '57P03' && !told && Date.now() > end - READY_LIMIT_MS + 3000) {
        options.log('PostgreSQL recovers what was written before it was last stopped');
        told = true;
      }
    } finally {
      await client.end().catch(() => undefined); // nothing was left to lose on this session
    }
    await sleep(25);
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [USER]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${USER}`);
}

/**
 * A pid file whose process id now belongs to something else keeps PostgreSQL from starting (it only
 * sees that the id is in use). The id is replaced by an impossible one and the rest is left, for
 * PostgreSQL checks by it that no process of the old server still holds the shared memory.
 */
function disownStalePid(dataFolder: string): void {
  const lines = pidFileLines(dataFolder);
  const pid = Number(lines[0]);
  if (!(pid > 0) || markOf(pid) === undefined || isPostmaster(pid, dataFolder)) return;
  const file = openSync(join(dataFolder, 'postmaster.pid'), constants.O_TRUNC | WRITE_HERE);
  try {
    writeFileSync(file, ['2147483646', ...lines.slice(1)].join('\n'));
  } finally {
    closeSync(file);
  }
}

function isPostmaster(pid: number, dataFolder: string): boolean {
  return commandLine(pid)?.includes(`-D ${dataFolder} `) ?? false;
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, listen address, shared memory, status. */
function pidFileLines(dataFolder: string): string[] {
  try {
    return readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function logFile(place: Place): string {
  return join(place.home, 'server.log');
}

function childOptions({ place, binaries }: ServerOptions) {
  return {
    ...(place.account ?? {}),
    cwd: '/',
    // Nothing of the caller's PGHOST, PGDATA or locale may reach the server.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(binaries.root, 'lib') },
  };
}

/** Whether a program, or one that it had started, was told to end: initdb then ends with 1 and says so. */
function wasInterrupted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const signalled = 'signal' in error && (error.signal === 'SIGINT' || error.signal === 'SIGTERM');
  const isTooLate = 'killed' in error && error.killed === true;
  return !isTooLate && (signalled || /caught signal|terminated by signal (2|15)\b/.test(reasonOf(error)));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return (said === '' ? error.message : said).slice(-600);
}
