/**
 * newsmill's own PostgreSQL, for when no DATABASE_URL is given: a real server, shared by all
 * processes of one data folder, on a unix socket only.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NewsmillError } from '../../errors.ts';
import { copyBinaries, findBinaries } from './binaries.ts';
import { countLive, register, unregister } from './clients.ts';
import { withLock } from './lock.ts';
import { keepOnce, type Place, preparePlace } from './place.ts';
import {
  ensureDataFolder,
  ensureServer,
  findServer,
  PORT,
  type RunningServer,
  stopServer,
  USER,
} from './server.ts';
import { endWatchdog, ensureWatchdog } from './watchdog.ts';

export interface EmbeddedPostgresOptions {
  /** newsmill's data folder (`dataDir` of the configuration); made if missing. */
  readonly dataDir: string;
  /** Told, in sentences, what takes time or went a roundabout way. */
  readonly log?: (line: string) => void;
  /** Default true. False gives up safety against power cuts for speed: for tests only. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** As node-postgres takes it: `host` is the folder of the unix socket. */
  readonly url: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** The same as one string, `postgresql://user:password@localhost:5432/newsmill?host=<folder>`. */
  readonly connectionString: string;
  /** Where PostgreSQL keeps its data. */
  readonly dataFolder: string;
  /** Takes this user off; the server ends if no other process uses it. May be called twice. */
  stop(): Promise<void>;
}

/** Longest wait for another process that is making or starting the server, crash recovery included. */
const LOCK_LIMIT_MS = 360_000;

/**
 * Joins the embedded server of a data folder, starting it (and making it) where needed.
 *
 * @throws NewsmillError `database_unreachable` if it cannot run here; the sentence says why
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => undefined, durable = true } = options;
  const packaged = await findBinaries();
  const place = preparePlace(dataDir, packaged.major);
  const binaries =
    place.sharedFolder === undefined ? packaged : await copyBinaries(packaged, place.sharedFolder);
  const password = keepOnce(place.passwordFile, () => randomBytes(24).toString('base64url'));
  const clients = join(place.controlFolder, 'clients');
  const client = register(clients);
  try {
    const server = await withLock(join(place.controlFolder, 'lock'), LOCK_LIMIT_MS, async () => {
      const serverOptions = { place, binaries, password, durable, log };
      await ensureDataFolder(serverOptions);
      const running = await ensureServer(serverOptions);
      ensureWatchdog(place.controlFolder, running.mark);
      countLive(clients); // removes what killed processes left
      return running;
    });
    return handle(place, server, password, client);
  } catch (error) {
    unregister(client);
    throw error;
  }
}

/**
 * Removes the embedded database of a data folder with everything in it.
 *
 * @throws NewsmillError `invalid_input` while its server runs
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const { major } = await findBinaries();
  const place = preparePlace(dataDir, major);
  await withLock(join(place.controlFolder, 'lock'), LOCK_LIMIT_MS, async () => {
    if (findServer(place.dataFolder) !== undefined) {
      throw new NewsmillError('invalid_input', `The embedded PostgreSQL of ${dataDir} is running`);
    }
    rmSync(place.socketFolder, { recursive: true, force: true });
    rmSync(place.home, { recursive: true, force: true });
    rmSync(place.controlFolder, { recursive: true, force: true });
    rmSync(join(dataDir, 'instance-id'), { force: true });
  });
}

function handle(place: Place, server: RunningServer, password: string, client: string): EmbeddedPostgres {
  const url = { host: server.socketFolder, port: PORT, user: USER, password, database: USER };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= leave(place, server, client);
    return stopping;
  };
  return {
    url,
    connectionString: `postgresql://${USER}:${password}@localhost:${PORT}/${USER}?host=${encodeURIComponent(server.socketFolder)}`,
    dataFolder: place.dataFolder,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function leave(place: Place, server: RunningServer, client: string): Promise<void> {
  unregister(client);
  if (!existsSync(place.controlFolder)) return stopServer(server); // the data folder was deleted under us
  await withLock(join(place.controlFolder, 'lock'), LOCK_LIMIT_MS, async () => {
    if (countLive(join(place.controlFolder, 'clients')) > 0) return;
    // After a crash another process may have started a new one in the meantime.
    await stopServer(findServer(place.dataFolder) ?? server);
    endWatchdog(place.controlFolder);
  });
}
