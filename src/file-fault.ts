/** What the system said about a file, in words, and as an error with the right code. */
import { dirname } from 'node:path';
import { asNewsmillError, NewsmillError } from './errors.ts';

/** Sentences for errno names (POSIX.1-2024, <errno.h>); the others keep the system's own words. */
const WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: () => 'there is no such file or folder',
  EISDIR: () => 'it is a folder, not a file',
  ENOTDIR: (path) => `${dirname(path)} is a file, not a folder`,
  EACCES: () => 'this user may not',
  EPERM: () => 'this user may not',
  EROFS: () => 'its file system is read-only',
  ENOSPC: () => 'the disk is full',
  EDQUOT: () => 'the quota of this user is used up',
  EFBIG: () => 'it is as large as a file may be there',
  EMFILE: () => 'this process has too many files open',
  ENAMETOOLONG: () => 'its name is too long',
};

/** The errno name of an error that the system gave, such as `ENOENT`; null for every other error. */
function errnoOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' && /^E[A-Z0-9]+$/.test(thrown.code) ? thrown.code : null;
}

/** Why a file cannot be read or written, without its name; for what the system did not say, the error's own words. */
export function wordsFor(thrown: unknown, path: string): string {
  const words = WORDS[errnoOf(thrown) ?? ''];
  if (words !== undefined) return words(path);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** `file_unwritable` for an output that cannot be opened or written, whatever was thrown. */
export function unwritable(path: string, thrown: unknown): NewsmillError {
  if (thrown instanceof NewsmillError) return thrown;
  const why =
    errnoOf(thrown) === 'ENOENT' ? `the folder ${dirname(path)} does not exist` : wordsFor(thrown, path);
  return new NewsmillError('file_unwritable', `${path} cannot be written: ${why}`, { cause: thrown });
}

/** `file_unreadable` for what the system or zlib said of an input; every other error as it is. */
export function unreadable(path: string, thrown: unknown): NewsmillError {
  const isZlib = thrown instanceof Error && 'code' in thrown && /^Z_[A-Z_]+$/.test(String(thrown.code));
  if (errnoOf(thrown) === null && !isZlib) return asNewsmillError(thrown);
  return new NewsmillError('file_unreadable', `${path} cannot be read: ${wordsFor(thrown, path)}`, {
    cause: thrown,
  });
}
