/** Bodies of responses, kept once each under the hash of their bytes. */
import { readFile, stat, unlink } from 'node:fs/promises';
import { NewsmillError } from '../errors.ts';
import { BlobHash } from '../ids.ts';
import { unpackBlob } from './blob-frame.ts';
import { blobPath } from './blob-pack.ts';
import { writeBlob } from './blob-writer.ts';

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
   * @param options.transfer the caller gives the bytes away: they may be empty here afterwards
   * @throws NewsmillError `blob_unwritable`
   */
  put(bytes: Uint8Array, options?: { readonly transfer?: boolean }): Promise<StoredBlob>;
  /** @throws NewsmillError `blob_missing`, also where the stored bytes no longer have this hash */
  get(hash: BlobHash): Promise<Uint8Array>;
  has(hash: BlobHash): Promise<boolean>;
  /** Removes a blob; one that is not there is no error. */
  delete(hash: BlobHash): Promise<void>;
}

export { blobHashOf } from './blob-frame.ts';

/**
 * A store in `folder`, made when first written to: `ab/cd/abcd….zst`, one zstd frame each. Any number of processes may
 * share it: a file is written aside, synced and renamed (`blob-thread.ts`), so whoever sees it sees all of it.
 */
export function createBlobStore(folder: string): BlobStore {
  const pathOf = (hash: BlobHash): string => blobPath(folder, hash);

  return {
    async put(bytes, { transfer = false } = {}) {
      const { name, storedBytes } = await writeBlob(folder, bytes, transfer);
      return { hash: BlobHash.parse(name), storedBytes };
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
