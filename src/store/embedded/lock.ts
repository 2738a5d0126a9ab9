/**
 * A lock between processes of one machine: a symbolic link whose target is the holder's mark, so
 * that the lock and its holder's name come into being in one step.
 */
import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { NewsmillError } from '../../errors.ts';
import { isLive, markOf } from './processes.ts';

/**
 * Runs `work` while holding the lock at `path`. A lock whose holder died is taken over.
 *
 * @param limitMs how long to wait for a living holder
 * @throws NewsmillError `database_unreachable` if the holder keeps it for longer
 */
export async function withLock<T>(path: string, limitMs: number, work: () => Promise<T>): Promise<T> {
  const own = markOf(process.pid);
  if (own === undefined)
    throw new NewsmillError('internal', 'This process cannot see itself in the process table');
  const end = Date.now() + limitMs;
  while (!take(path, own)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isLive(holder)) {
      breakLock(path, holder);
      continue;
    }
    if (Date.now() > end) {
      throw new NewsmillError(
        'database_unreachable',
        `Process ${Number.parseInt(holder ?? '0', 10)} has been starting or stopping the embedded PostgreSQL for ${Math.round(limitMs / 1000)} s (lock ${path})`,
      );
    }
    await sleep(15 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string, own: string): boolean {
  try {
    symlinkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Moves a dead holder's lock aside. Two processes may do so at once; the one that finds it has moved
 * a living holder's lock puts it back.
 */
function breakLock(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.${Date.now()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved !== undefined && moved !== dead) take(path, moved);
  rmSync(aside, { force: true });
}
