/** Snapshots in a bucket: the same promises as in a folder, on an S3-compatible server with checked signatures. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBucketBlobStore } from '../../../src/fetch/bucket-blobs.ts';
import { type BlobStore, blobHashOf } from '../../../src/fetch/index.ts';
import { startBucket, type TestBucket } from '../../support/s3-server.ts';

let bucket: TestBucket;
let store: BlobStore;

beforeAll(async () => {
  bucket = await startBucket();
  store = createBucketBlobStore({ ...bucket, prefix: 'newsmill/' });
});
afterAll(() => bucket[Symbol.asyncDispose]());

const page = (text: string): Uint8Array => Buffer.from(`<p>${text}</p>`.repeat(500));

describe('blobs in a bucket', () => {
  it('gives back what was put, compressed in between', async () => {
    const bytes = page('tide tables');
    const { hash, storedBytes } = await store.put(bytes);
    expect(hash).toBe(blobHashOf(bytes));
    expect(storedBytes).toBeLessThan(bytes.byteLength / 10);
    expect(Buffer.from(await store.get(hash)).equals(Buffer.from(bytes))).toBe(true);
    expect(await store.has(hash)).toBe(true);
  });

  it('keeps the same bytes once', async () => {
    const bytes = page('twice');
    const first = await store.put(bytes);
    const before = bucket.seen.filter((line) => line.startsWith('PUT')).length;
    expect(await store.put(bytes)).toEqual(first);
    expect(bucket.seen.filter((line) => line.startsWith('PUT'))).toHaveLength(before);
  });

  it('takes bytes that no compression helps, and none at all', async () => {
    for (const bytes of [randomBytes(300_000), Buffer.alloc(0)]) {
      const { hash } = await store.put(bytes);
      expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
    }
  });

  it('removes a blob, and minds no blob that is not there', async () => {
    const { hash } = await store.put(page('short-lived'));
    await store.delete(hash);
    await store.delete(hash);
    expect(await store.has(hash)).toBe(false);
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'blob_missing' });
  });

  it('asks again where the bucket is busy, a few times', async () => {
    bucket.failNext(2);
    const { hash } = await store.put(page('patience'));
    expect(await store.has(hash)).toBe(true);
    bucket.failNext(3);
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'blob_unreachable', class: 'ours' });
  });

  it('says so when the key is wrong, or no bucket is there', async () => {
    const stranger = createBucketBlobStore({ ...bucket, secretAccessKey: 'another', prefix: '' });
    await expect(stranger.put(page('no'))).rejects.toMatchObject({ code: 'blob_unwritable' });
    const nowhere = createBucketBlobStore({ ...bucket, url: 'http://127.0.0.1:9/news', prefix: '' });
    await expect(nowhere.get(blobHashOf(page('no')))).rejects.toMatchObject({ code: 'blob_unreachable' });
  });

  it('is moved from a folder by copying its files', async () => {
    const { packBlob } = await import('../../../src/fetch/blob-frame.ts');
    const bytes = page('moved house');
    const hash = blobHashOf(bytes);
    const { S3mini } = await import('s3mini');
    const copy = new S3mini({ ...bucket, endpoint: bucket.url });
    await copy.putObject(
      `newsmill/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.zst`,
      await packBlob(bytes),
    );
    expect(Buffer.from(await store.get(hash)).equals(Buffer.from(bytes))).toBe(true);
  });
});
