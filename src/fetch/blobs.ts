/** Bodies of responses, kept once each under the hash of their bytes. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NewsmillError } from '../errors.ts';
import { BlobHash } from '../ids.ts';
import { blobHashOf, packBlob, unpackBlob } from './blob-frame.ts';

/** What `put` did. */
export interface StoredBlob {
  readonly hash: BlobHash;
  /** Size as stored, compressed. */
  readonly storedBytes: number;
}

/** Content-addressed bytes: a folder here, or a bucket (`bucket-blobs.ts`). */
export interface BlobStore {
  /**
   * Keeps `bytes`; what is there already is not written again. When it returns, the blob survives a power cut.
   *
   * @throws NewsmillError `blob_unwritable`
   */
  put(bytes: Uint8Array): Promise<StoredBlob>;
  /** @throws NewsmillError `blob_missing`, also where the stored bytes no longer have this hash */
  get(hash: BlobHash): Promise<Uint8Array>;
  has(hash: BlobHash): Promise<boolean>;
  /** Removes a blob; one that is not there is no error. */
  delete(hash: BlobHash): Promise<void>;
}

export { blobHashOf } from './blob-frame.ts';

/**
 * A store in `folder`, made when first written to: `ab/cd/abcd….zst`, one zstd frame each. Any number of processes may
 * share it: a file is written aside, synced and renamed, so whoever sees it sees all of it.
 */
export function createBlobStore(folder: string): BlobStore {
  const pathOf = (hash: BlobHash): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.zst`);

  return {
    async put(bytes) {
      const hash = blobHashOf(bytes);
      const path = pathOf(hash);
      const known = await sizeOf(path);
      if (known !== null) return { hash, storedBytes: known };
      const compressed = await packBlob(bytes);
      try {
        await writeWhole(path, compressed);
      } catch (cause) {
        throw new NewsmillError('blob_unwritable', `${path} cannot be written: ${messageOf(cause)}`, {
          cause,
        });
      }
      return { hash, storedBytes: compressed.length };
    },

    async get(hash) {
      const path = pathOf(BlobHash.parse(hash));
      let stored: Uint8Array;
      try {
        stored = await readFile(path);
      } catch (cause) {
        throw new NewsmillError('blob_missing', `${path} cannot be read: ${messageOf(cause)}`, { cause });
      }
      return unpackBlob(stored, hash, path);
    },

    async has(hash) {
      return (await sizeOf(pathOf(BlobHash.parse(hash)))) !== null;
    },

    async delete(hash) {
      try {
        await unlink(pathOf(BlobHash.parse(hash)));
      } catch (cause) {
        if (!isMissing(cause))
          throw new NewsmillError('blob_unwritable', `A blob cannot be removed: ${messageOf(cause)}`, {
            cause,
          });
      }
    },
  };
}

/** Size of a file; null where there is none. An empty file is none: a file system may leave one after a power cut. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const { size } = await stat(path);
    return size === 0 ? null : size;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw new NewsmillError('blob_unwritable', `${path} cannot be looked at: ${messageOf(cause)}`, { cause });
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const aside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await openNew(aside, folder);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    // The first error is the one to report; a leftover file is only untidy.
    await unlink(aside).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Opens a file that is not there yet; its folder is made where it is the first in it. */
async function openNew(path: string, folder: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await mkdir(folder, { recursive: true });
  return open(path, 'wx');
}

/** Makes the rename itself durable. Some systems cannot open folders; there it is up to them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
