/** What a blob looks like where it is kept: one zstd frame (RFC 8878), named by the hash of what is in it. */
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { NewsmillError } from '../errors.ts';
import { BlobHash } from '../ids.ts';
import { blobName, packOptions } from './blob-pack.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Nothing larger was ever put (fetch.maxBytes is at most 256 MiB), so a frame that says so is damaged. */
export const MAX_BLOB_BYTES = 268_435_456;

/** Lower-case hex SHA-256 of `bytes`. */
export function blobHashOf(bytes: Uint8Array): BlobHash {
  return BlobHash.parse(blobName(bytes));
}

/** Compresses a blob for its store. */
export function packBlob(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, packOptions(bytes));
}

/**
 * Undoes `packBlob` and checks that the bytes are those that `hash` names.
 *
 * @param place where they came from, for the sentence
 * @throws NewsmillError `blob_missing`
 */
export async function unpackBlob(stored: Uint8Array, hash: BlobHash, place: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await decompress(stored, { maxOutputLength: MAX_BLOB_BYTES });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NewsmillError('blob_missing', `${place} cannot be read: ${why}`, { cause });
  }
  if (blobHashOf(bytes) !== hash)
    throw new NewsmillError('blob_missing', `${place} no longer holds what it was named for`);
  return bytes;
}
