/**
 * Under which account the embedded server runs and where its files lie.
 *
 * An ordinary user runs it as itself, with everything below its own data folder. PostgreSQL refuses
 * to run as root, and root's data folder may lie where only root can go; so root gives the files to
 * an unprivileged account, in a folder which that account can reach.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NewsmillError } from '../../errors.ts';
import { makeFolder } from '../../make-folder.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Place {
  /** Undefined: the account newsmill itself runs under. */
  readonly account: Account | undefined;
  /** Locks and the register of clients; always below the data folder. */
  readonly controlFolder: string;
  /** Holds the server's log. Only newsmill's own user can change it. */
  readonly home: string;
  /** Holds the data folder of each major version, and half-made ones. The account can write here. */
  readonly dataHome: string;
  /** PostgreSQL's data folder. */
  readonly dataFolder: string;
  /** Holds the unix socket, whose whole path must fit into about 100 bytes (unix(7)). */
  readonly socketFolder: string;
  /** Where root puts the copy of the programs; undefined for an ordinary user. */
  readonly sharedFolder: string | undefined;
  readonly passwordFile: string;
}

const UNUSABLE: Readonly<Record<string, string>> = {
  EACCES: 'it belongs to another user',
  EPERM: 'it belongs to another user',
  EROFS: 'it is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  // mkdir(2) says so of a link that leads nowhere, such as one to a disk that is not mounted.
  ENOENT: 'it is not there and cannot be made',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

const SHARED_FOLDER = '/var/lib/newsmill';
const SOCKET_NAME_BYTES = '/newsmill-0123456789abcdef/.s.PGSQL.5432'.length;

/**
 * Finds the place for `dataDir`, and makes what is missing of it.
 *
 * @param major the major version of PostgreSQL
 * @throws NewsmillError `database_unreachable` if this user cannot use the folder
 */
export function preparePlace(dataDir: string, major: string): Place {
  try {
    return prepare(dataDir, major);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const reason = UNUSABLE[code ?? ''];
    if (reason === undefined) throw error;
    throw new NewsmillError(
      'database_unreachable',
      `The embedded PostgreSQL cannot use ${path ?? dataDir}: ${reason}. Choose another DATA_DIR, or set DATABASE_URL`,
      { cause: error },
    );
  }
}

function prepare(dataDir: string, major: string): Place {
  makeFolder(dataDir);
  const realDataDir = realpathSync(dataDir);
  const controlFolder = join(realDataDir, 'postgres');
  mkdirSync(controlFolder, { recursive: true, mode: 0o700 });
  accessSync(controlFolder, constants.W_OK | constants.X_OK);
  const passwordFile = join(controlFolder, 'password');

  const isRoot = process.getuid?.() === 0;
  const ownData = join(controlFolder, 'data');
  if (!isRoot) {
    mkdirSync(ownData, { recursive: true, mode: 0o700 });
    return {
      account: undefined,
      controlFolder,
      home: controlFolder,
      dataHome: ownData,
      dataFolder: join(ownData, major),
      socketFolder: socketFolderFor(instanceId(realDataDir), realDataDir),
      sharedFolder: undefined,
      passwordFile,
    };
  }

  const sharedFolder = prepareSharedFolder();
  // Data that an ordinary user made here stay that user's, also when root comes along once.
  const owner = existsSync(ownData) ? statSync(ownData) : undefined;
  if (owner !== undefined && owner.uid !== 0) {
    return {
      account: { uid: owner.uid, gid: owner.gid },
      controlFolder,
      home: controlFolder,
      dataHome: ownData,
      dataFolder: join(ownData, major),
      socketFolder: socketFolderFor(instanceId(realDataDir), realDataDir),
      sharedFolder,
      passwordFile,
    };
  }

  const account = unprivilegedAccount();
  const { id, home } = claimHome(realDataDir, sharedFolder);
  const dataHome = join(home, 'data');
  mkdirSync(dataHome, { recursive: true, mode: 0o700 });
  chownSync(dataHome, account.uid, account.gid);
  return {
    account,
    controlFolder,
    home,
    dataHome,
    dataFolder: join(dataHome, major),
    socketFolder: socketFolderFor(id, realDataDir),
    sharedFolder,
    passwordFile,
  };
}

/** Made once for each data folder, so that a new checkout at an old path does not find old data. */
function instanceId(dataDir: string): string {
  return keepOnce(join(dataDir, 'instance-id'), randomUUID);
}

/** Reads a file, or makes it with what `make` gives; all processes that race for it get the same. */
export function keepOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const own = `${file}.${randomUUID()}`;
    writeFileSync(own, make(), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(own);
    }
  }
  return readFileSync(file, 'utf8');
}

/** The account `nobody`, which initdb must find by its number. */
function unprivilegedAccount(): Account {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m);
  if (line === null) {
    throw new NewsmillError(
      'database_unreachable',
      'PostgreSQL does not run as root, and /etc/passwd has no user nobody to run it as. Start newsmill as an ordinary user, or set DATABASE_URL',
    );
  }
  // macOS writes nobody as -2; chown(2) wants it unsigned.
  return { uid: Number(line[1]) >>> 0, gid: Number(line[2]) >>> 0 };
}

function prepareSharedFolder(): string {
  try {
    return rootOwnedFolder(SHARED_FOLDER);
  } catch (error) {
    if (error instanceof NewsmillError) throw error;
    return rootOwnedFolder(join(tmpdir(), 'newsmill-root'));
  }
}

/** A folder anybody can enter and only root can change: programs are run from it. */
function rootOwnedFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== 0) {
    throw new NewsmillError(
      'database_unreachable',
      `${folder} is not a folder that belongs to root. Remove it, or set DATABASE_URL`,
    );
  }
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Root's data folders lie side by side in one place. A checkout that was copied brings a copied
 * instance id along; the file `owner` tells the copy from the one that was moved.
 */
function claimHome(dataDir: string, sharedFolder: string): { id: string; home: string } {
  const idFile = join(dataDir, 'instance-id');
  for (;;) {
    const id = instanceId(dataDir);
    const home = join(sharedFolder, id);
    mkdirSync(home, { recursive: true, mode: 0o755 });
    const ownerFile = join(home, 'owner');
    const owner = keepOnce(ownerFile, () => dataDir);
    if (owner === dataDir) return { id, home };
    if (!hasInstance(owner, id)) {
      writeFileSync(ownerFile, dataDir);
      return { id, home };
    }
    rmSync(idFile);
  }
}

function hasInstance(dataDir: string, id: string): boolean {
  const file = join(dataDir, 'instance-id');
  return existsSync(file) && readFileSync(file, 'utf8') === id;
}

function socketFolderFor(id: string, dataDir: string): string {
  const name = createHash('sha256').update(`${id} ${dataDir}`).digest('hex').slice(0, 16);
  const parent = Buffer.byteLength(tmpdir()) + SOCKET_NAME_BYTES < 100 ? tmpdir() : '/tmp';
  return join(parent, `newsmill-${name}`);
}

/**
 * Makes the folder of the socket for nobody but the server's account (and root).
 *
 * @throws NewsmillError `database_unreachable` if somebody else made it first
 */
export function makeSocketFolder({ socketFolder, account }: Place): void {
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(socketFolder);
  const isOurs = stat.isDirectory() && [account?.uid, process.getuid?.()].includes(stat.uid);
  if (!isOurs) {
    throw new NewsmillError(
      'database_unreachable',
      `${socketFolder} belongs to somebody else. Remove it, or set DATABASE_URL`,
    );
  }
  if (account !== undefined) chownSync(socketFolder, account.uid, account.gid);
  chmodSync(socketFolder, 0o700);
}
