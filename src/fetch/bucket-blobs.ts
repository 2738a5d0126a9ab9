/** Blobs in a bucket of any store that speaks Amazon's S3 API, signed with AWS Signature Version 4. */
import { S3mini } from 's3mini';
import { NewsmillError } from '../errors.ts';
import { BlobHash } from '../ids.ts';
import { blobHashOf, MAX_BLOB_BYTES, packBlob, unpackBlob } from './blob-frame.ts';
import type { BlobStore } from './blobs.ts';

/** A bucket and who may use it. */
export interface Bucket {
  /** Address of the bucket: `https://s3.eu-central-1.amazonaws.com/news` or `https://news.s3.example`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Put before every key, such as `snapshots/`. */
  readonly prefix: string;
}

/** Longest a single request to the bucket may take, in milliseconds. */
const TIMEOUT_MS = 60_000;
/** Tries of a request that the bucket did not answer, or answered with 429 or 5xx. */
const TRIES = 3;
const FIRST_PAUSE_MS = 200;

/**
 * A store in a bucket: `prefix` + `ab/cd/abcd….zst`, the same frames as in a folder, so that either may be copied into
 * the other. `put` asks first whether the key is there. The address is the operator's own word and is not guarded.
 */
export function createBucketBlobStore(bucket: Bucket): BlobStore {
  const client = new S3mini({
    endpoint: bucket.url,
    region: bucket.region,
    accessKeyId: bucket.accessKeyId,
    secretAccessKey: bucket.secretAccessKey,
    requestAbortTimeout: TIMEOUT_MS,
  });
  const keyOf = (hash: BlobHash): string =>
    `${bucket.prefix}${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.zst`;
  const placeOf = (hash: BlobHash): string => `${bucket.url.replace(/\/$/, '')}/${keyOf(hash)}`;

  return {
    async put(bytes) {
      const hash = blobHashOf(bytes);
      return write(`${placeOf(hash)} cannot be written`, async () => {
        if ((await client.objectExists(keyOf(hash))) === true)
          return { hash, storedBytes: await client.getContentLength(keyOf(hash)) };
        const packed = await packBlob(bytes);
        await client.putObject(keyOf(hash), packed, 'application/zstd');
        return { hash, storedBytes: packed.byteLength };
      });
    },

    async get(hash) {
      const key = keyOf(BlobHash.parse(hash));
      let stored: ArrayBuffer | null;
      try {
        stored = await withTries(() => client.getObjectArrayBuffer(key));
      } catch (cause) {
        throw new NewsmillError('blob_unreachable', `${placeOf(hash)} cannot be read: ${messageOf(cause)}`, {
          cause,
        });
      }
      if (stored === null) throw new NewsmillError('blob_missing', `${placeOf(hash)} is not there`);
      if (stored.byteLength > MAX_BLOB_BYTES)
        throw new NewsmillError('blob_missing', `${placeOf(hash)} is larger than any blob`);
      return unpackBlob(new Uint8Array(stored), hash, placeOf(hash));
    },

    async has(hash) {
      const key = keyOf(BlobHash.parse(hash));
      try {
        return (await withTries(() => client.objectExists(key))) === true;
      } catch (cause) {
        throw new NewsmillError(
          'blob_unreachable',
          `${placeOf(hash)} cannot be looked at: ${messageOf(cause)}`,
          { cause },
        );
      }
    },

    async delete(hash) {
      const key = keyOf(BlobHash.parse(hash));
      // S3 answers the same whether the key was there or not.
      await write(`${placeOf(hash)} cannot be removed`, () => client.deleteObject(key));
    },
  };
}

async function write<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withTries(work);
  } catch (cause) {
    throw new NewsmillError('blob_unwritable', `${what}: ${messageOf(cause)}`, { cause });
  }
}

async function withTries<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried >= TRIES || !isWorthAnother(error)) throw error;
      const pause = FIRST_PAUSE_MS * 2 ** (tried - 1) * (0.5 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether the bucket may answer differently in a moment: no answer at all, 429, or 5xx. */
function isWorthAnother(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : Number.NaN;
  return Number.isNaN(status) || status === 0 || status === 429 || status >= 500;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
