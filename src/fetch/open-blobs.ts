/** The blob store that the configuration names. */
import { join } from 'node:path';
import type { Config } from '../config/schema.ts';
import { type BlobStore, createBlobStore } from './blobs.ts';
import { createBucketBlobStore } from './bucket-blobs.ts';

/**
 * The bucket of `snapshots.bucketUrl`, or `blobs` in the data folder.
 *
 * @param dataDir `dataDir` of the configuration, absolute
 */
export function openBlobs(config: Config['snapshots'], dataDir: string): BlobStore {
  const { bucketUrl: url, bucketRegion: region, bucketPrefix: prefix, accessKeyId, secretAccessKey } = config;
  if (url === null || accessKeyId === null || secretAccessKey === null)
    return createBlobStore(join(dataDir, 'blobs'));
  return createBucketBlobStore({ url, region, prefix, accessKeyId, secretAccessKey });
}
