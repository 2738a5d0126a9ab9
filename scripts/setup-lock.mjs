/**
 * A lock between set-ups of one checkout. Plain JavaScript without dependencies, like setup.mjs.
 *
 * The lock is a file made with O_EXCL. Its holder touches it every second; one that was not touched for a
 * minute, or whose holder on this machine is dead, is broken. Only one process can break a given lock, because
 * it must first make the file `<lock>.broken-<mark>`, named after that lock's own mark.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  futimesSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const TOUCH_MS = 1000;
const STALE_MS = 60_000;
const POLL_MS = 200;
const LONGEST_WAIT_MS = 20 * 60_000;

/** Why the set-up did not come about, in words for a person. */
export class SetupFailure extends Error {
  /** @param {string} sentence @param {number} exitCode of the set-up */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/**
 * Runs `work` while no other process does under the same lock.
 *
 * @template T
 * @param {string} path
 * @param {(sentence: string) => void} say told once when another process has the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(path, say, work) {
  const mark = randomBytes(8).toString('hex');
  const own = `${process.pid} ${mark} ${hostname()}`;
  const end = Date.now() + LONGEST_WAIT_MS;
  let isTold = false;
  let file = create(path, own);
  while (file === undefined) {
    const holder = read(path);
    if (holder !== undefined && isDead(path, holder)) {
      breakLock(path, holder);
    } else if (holder !== undefined) {
      if (!isTold) say(`another set-up of this checkout is running (process ${holder.pid}); waiting for it`);
      isTold = true;
      if (Date.now() > end) {
        throw new SetupFailure(
          `process ${holder.pid} has been setting this checkout up for 20 minutes. End it, or remove ${path}.`,
        );
      }
      await sleep(POLL_MS);
    }
    file = create(path, own);
  }
  const held = file;
  const touch = setInterval(() => futimesSync(held, new Date(), new Date()), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    closeSync(held);
    // A set-up that was suspended for long has lost its lock to another.
    if (read(path)?.mark === mark) rmSync(path);
  }
}

/**
 * Makes the file, if it is not there.
 *
 * @param {string} path
 * @param {string} content
 * @returns {number | undefined} its descriptor
 */
function create(path, content) {
  let file;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
  writeFileSync(file, content);
  return file;
}

/** @param {string} path */
function read(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const [pid = '', mark = 'unfinished', host = ''] = text.split(' ');
  return { pid: Number(pid), mark, host };
}

/** @param {string} path @param {{ pid: number, host: string }} holder */
function isDead(path, holder) {
  if (holder.host === hostname() && !isRunning(holder.pid)) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > STALE_MS;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} path @param {{ mark: string }} holder */
function breakLock(path, holder) {
  const ticket = `${path}.broken-${holder.mark}`;
  const file = create(ticket, '');
  if (file !== undefined) {
    closeSync(file);
    if (read(path)?.mark === holder.mark) rmSync(path);
    rmSync(ticket);
  } else if (existsSync(ticket) && Date.now() - statSync(ticket).mtimeMs > STALE_MS) {
    // Its maker died between the two steps above.
    rmSync(ticket, { force: true });
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}
