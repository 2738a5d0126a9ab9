/** The token of an API whose configuration names none: made once, and kept in the data folder. */
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NewsmillError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

export interface ApiToken {
  readonly value: string;
  /** Where it is kept; null if it comes from the configuration. */
  readonly file: string | null;
}

const FILE = 'api-token';
const LEAST_LENGTH = 16;

/**
 * The configured token, or the one of the data folder. Processes that start at the same time on the
 * same folder end with the same token.
 *
 * @throws NewsmillError `config_invalid` when the file holds no token, `file_unreadable` when it cannot be used
 */
export function keepApiToken(configured: string | null, dataDir: string): ApiToken {
  if (configured !== null) return { value: configured, file: null };
  const file = join(dataDir, FILE);
  try {
    const value = read(file) ?? make(file, dataDir);
    if (value.length < LEAST_LENGTH) {
      throw new NewsmillError(
        'config_invalid',
        `${file} holds fewer than ${LEAST_LENGTH} characters. Remove it, and a new one is made`,
      );
    }
    return { value, file };
  } catch (error) {
    if (error instanceof NewsmillError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new NewsmillError('file_unreadable', `The API's token cannot be kept in ${file}: ${reason}`, {
      cause: error,
    });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and then linked: the file is never there half, and the first of two makers wins. */
function make(file: string, dataDir: string): string {
  makeFolder(dataDir);
  const value = randomBytes(24).toString('base64url');
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${value}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
    return value;
  } catch (error) {
    const existing = read(file);
    if (existing === undefined) throw error;
    return existing;
  } finally {
    rmSync(draft, { force: true });
  }
}
