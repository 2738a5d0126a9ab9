/**
 * What runs in the thread that writes a process's blobs into folders. Calls that wait for nothing but the kernel are made
 * at once, and what came together waits for the disk together: with each call handed to the pool of threads, a page took
 * twice the CPU.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fdatasync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { zstdCompressSync } from 'node:zlib';
import { blobName, blobPath, packOptions } from './blob-pack.ts';

/** One blob to be written. Its bytes are given away. */
export interface WriteTask {
  readonly id: number;
  readonly folder: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What came of it: the blob's name and size on disk, or why it is not there. */
export interface WriteAnswer {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly storedBytes: number;
  readonly failure: string | null;
}

/** Most blobs that wait for the disk together; it bounds the files that are open. */
const MOST = 32;

const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);

/** A blob on its way to its place. */
interface Draft {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  storedBytes: number;
  /** Written aside, and still open; null where the blob was there already. */
  aside: { readonly path: string; file: number | null } | null;
  failure: string | null;
}

const waiting: WriteTask[] = [];
let running = false;

parentPort?.on('message', (task: WriteTask) => {
  waiting.push(task);
  if (running) return;
  running = true;
  // What comes in the same turn goes together.
  setImmediate(() => void writeAll());
});

async function writeAll(): Promise<void> {
  while (waiting.length > 0) {
    const drafts = await write(waiting.splice(0, MOST));
    parentPort?.postMessage(
      drafts.map(({ id, name, path, storedBytes, failure }) => ({ id, name, path, storedBytes, failure })),
    );
  }
  running = false;
}

async function write(tasks: readonly WriteTask[]): Promise<Draft[]> {
  const drafts = tasks.map(draft);
  const fresh = drafts.filter(({ aside }) => aside !== null);
  await Promise.all(fresh.map(place));
  // After the renames: they are what the folders have to keep.
  const folders = new Set(fresh.map(({ path }) => dirname(path)));
  const failures = new Map<string, string>();
  await Promise.all(
    [...folders].map((folder) => syncFolder(folder).catch((error) => failures.set(folder, messageOf(error)))),
  );
  for (const one of fresh) one.failure ??= failures.get(dirname(one.path)) ?? null;
  return drafts;
}

/** Names and packs the bytes and writes them beside their place, unless they are there already. */
function draft({ id, folder, bytes }: WriteTask): Draft {
  const name = blobName(bytes);
  const path = blobPath(folder, name);
  const one: Draft = { id, name, path, storedBytes: 0, aside: null, failure: null };
  try {
    // An empty file is none: a file system may leave one after a power cut.
    one.storedBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (one.storedBytes > 0) return one;
    const packed = zstdCompressSync(bytes, packOptions(bytes));
    one.storedBytes = packed.byteLength;
    const file = openAside(path);
    one.aside = file;
    writeFileSync(file.file, packed);
  } catch (error) {
    fail(one, error);
  } finally {
    // At once: for a garbage collector it would be growth of the heap.
    bytes.buffer.transfer(0);
  }
  return one;
}

/** Opens a file that is not there yet; its folder is made where it is the first in it. */
function openAside(path: string): { readonly path: string; readonly file: number } {
  const aside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    return { path: aside, file: openSync(aside, 'wx') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(dirname(path), { recursive: true });
  return { path: aside, file: openSync(aside, 'wx') };
}

/** Makes the bytes durable and gives them their name. */
async function place(one: Draft): Promise<void> {
  const { aside } = one;
  if (aside === null || aside.file === null) return;
  try {
    await syncData(aside.file);
    close(aside);
    renameSync(aside.path, one.path);
  } catch (error) {
    fail(one, error);
  }
}

/** Makes renames durable. Some systems cannot open folders; there it is up to them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    await syncAll(handle);
  } finally {
    closeSync(handle);
  }
}

function close(aside: { file: number | null }): void {
  const { file } = aside;
  // Forgotten first: the number may be another file's as soon as it is closed.
  aside.file = null;
  if (file !== null) closeSync(file);
}

/** The first error is the one to report; a leftover file is only untidy. */
function fail(one: Draft, error: unknown): void {
  one.failure = messageOf(error);
  const { aside } = one;
  one.aside = null;
  if (aside === null) return;
  for (const tidy of [() => close(aside), () => unlinkSync(aside.path)]) {
    try {
      tidy();
    } catch {
      // It is gone, or stays as it is.
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
