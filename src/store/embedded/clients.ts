/**
 * Who uses the embedded server: one empty file per user, named `<pid>.<start>.<random>`. A file
 * whose process is gone counts for nothing, so a killed process need not clean up after itself.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NewsmillError } from '../../errors.ts';
import { isLive, markOf } from './processes.ts';

/** Registers this process in `folder` and returns the file that says so. */
export function register(folder: string): string {
  const mark = markOf(process.pid);
  if (mark === undefined)
    throw new NewsmillError('internal', 'This process cannot see itself in the process table');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${mark}.${randomBytes(4).toString('hex')}`);
  writeFileSync(file, '');
  return file;
}

/** Takes back what `register` returned. */
export function unregister(file: string): void {
  rmSync(file, { force: true });
}

/** How many users live. Files of dead ones are removed. */
export function countLive(folder: string): number {
  let live = 0;
  for (const name of namesIn(folder)) {
    if (isLive(name.slice(0, name.lastIndexOf('.')))) live += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return live;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
