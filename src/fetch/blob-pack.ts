/** How a blob is named, packed and placed, for any thread: loads nothing of the project. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { constants, type ZstdOptions } from 'node:zlib';

/** Quick levels shrink web pages nearly as far as the slow ones. */
const PARAMS = { [constants.ZSTD_c_compressionLevel]: 3 };

/** Room for most pages' frames in one piece: each further one is another call. */
const CHUNK_BYTES = 65_536;

/** Lower-case hex SHA-256: a blob's name. */
export function blobName(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** For `zstdCompress` and its sister: tables as large as the bytes need, not as the level allows (a third less CPU). */
export function packOptions(bytes: Uint8Array): ZstdOptions {
  return { params: PARAMS, pledgedSrcSize: bytes.byteLength, chunkSize: CHUNK_BYTES };
}

/** Where a folder keeps the blob of that name. */
export function blobPath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name.slice(2, 4), `${name}.zst`);
}
