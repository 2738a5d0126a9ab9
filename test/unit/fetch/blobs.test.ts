import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlobStore, blobHashOf, createBlobStore } from '../../../src/fetch/index.ts';

let folder: string;
let store: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsmill-blobs-'));
  store = createBlobStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const page = new TextEncoder().encode('<p>The harbour opens at dawn.</p>'.repeat(500));
const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('a blob store in a folder', () => {
  it('gives back what it was given, by the hash of the bytes', async () => {
    const { hash, storedBytes } = await store.put(page);
    // Computed with sha256sum.
    expect((await store.put(new TextEncoder().encode('abc'))).hash).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(Buffer.from(await store.get(hash)).equals(page)).toBe(true);
    expect(storedBytes).toBeLessThan(page.length / 20);
    expect(await store.has(hash)).toBe(true);
  });

  it('keeps the same bytes once, also when many write at once', async () => {
    const stores = Array.from({ length: 8 }, () => createBlobStore(folder));
    const results = await Promise.all(stores.map((one) => one.put(page)));
    expect(new Set(results.map((result) => result.hash)).size).toBe(1);
    expect(new Set(results.map((result) => result.storedBytes)).size).toBe(1);
    expect(await files()).toEqual([`${results[0]?.hash}.zst`]);
  });

  it('keeps an empty body too', async () => {
    const { hash } = await store.put(new Uint8Array());
    expect(await store.get(hash)).toHaveLength(0);
  });

  it('says when a blob is gone, and forgetting one twice is no error', async () => {
    const { hash } = await store.put(page);
    await store.delete(hash);
    await store.delete(hash);
    expect(await store.has(hash)).toBe(false);
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'blob_missing' });
  });

  it('notices that a file was changed, cut or emptied, and heals when the bytes come again', async () => {
    const { hash } = await store.put(page);
    const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.zst`);
    const other = await store.put(new TextEncoder().encode('other'));
    const otherPath = join(folder, other.hash.slice(0, 2), other.hash.slice(2, 4), `${other.hash}.zst`);
    const { readFile } = await import('node:fs/promises');

    await writeFile(path, await readFile(otherPath));
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'blob_missing' });
    await writeFile(path, (await readFile(otherPath)).subarray(0, 6));
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'blob_missing' });
    await writeFile(path, '');
    expect(await store.has(hash)).toBe(false);
    await store.put(page);
    expect(Buffer.from(await store.get(hash)).equals(page)).toBe(true);
  });

  it('says when it cannot write', async () => {
    await writeFile(join(folder, 'file'), 'not a folder');
    const blocked = createBlobStore(join(folder, 'file'));
    await expect(blocked.put(page)).rejects.toMatchObject({ code: 'blob_unwritable', class: 'ours' });
  });

  it('takes no path for a hash', async () => {
    const bad = '../../etc/passwd' as ReturnType<typeof blobHashOf>;
    await expect(store.get(bad)).rejects.toThrow();
    await expect(store.delete(bad)).rejects.toThrow();
    expect(blobHashOf(page)).toMatch(/^[0-9a-f]{64}$/);
  });
});
