/** Making folders, also where the system says odd things of them. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it, unless it is there. Node's own recursive mkdir never ends where a folder cannot be
 * made although the one above it is there (ENOENT, as procfs says), on the calling thread.
 *
 * @param mode of the folder itself, where it is made
 * @throws the system's error
 */
export function makeFolder(folder: string, mode?: number): void {
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Through links: of one that leads nowhere this says so.
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    const above = dirname(folder);
    if (code !== 'ENOENT' || existsSync(above)) throw error;
    makeFolder(above);
    makeFolder(folder, mode);
  }
}
