/** Writes blobs by a thread, one for the process, which is started with the first blob. */
import { Worker } from 'node:worker_threads';
import { NewsmillError } from '../errors.ts';
import type { WriteAnswer, WriteTask } from './blob-thread.ts';

/** A blob that is on the disk. */
export interface WrittenBlob {
  /** Hash of its bytes. */
  readonly name: string;
  readonly storedBytes: number;
}

interface Call {
  readonly folder: string;
  readonly resolve: (written: WrittenBlob) => void;
  readonly reject: (error: NewsmillError) => void;
}

/** The thread's own heap: bodies are outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 3 };

let thread: Worker | null = null;
let nextId = 0;
const calls = new Map<number, Call>();

/**
 * Writes `bytes` into `folder` under the hash of them, unless they are there. Durable when it returns.
 *
 * @param transfer whether the bytes may be taken away from the caller, which saves a copy
 * @throws NewsmillError `blob_unwritable`
 */
export function writeBlob(folder: string, bytes: Uint8Array, transfer: boolean): Promise<WrittenBlob> {
  return new Promise((resolve, reject) => {
    const own = transfer && ownsBuffer(bytes) ? bytes : new Uint8Array(bytes);
    nextId += 1;
    const task: WriteTask = { id: nextId, folder, bytes: own };
    calls.set(task.id, { folder, resolve, reject });
    thread ??= start();
    // A process does not end before what it writes is written, and does not wait for an idle thread.
    thread.ref();
    thread.postMessage(task, [own.buffer]);
  });
}

/** Whether an `ArrayBuffer` holds these bytes and nothing else. */
function ownsBuffer(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
}

function start(): Worker {
  const started = new Worker(new URL('./blob-thread.ts', import.meta.url), { resourceLimits: LIMITS });
  started.on('message', (answers: readonly WriteAnswer[]) => {
    for (const answer of answers) settle(answer);
    if (calls.size === 0) started.unref();
  });
  const end = (why: string): void => {
    if (thread !== started) return;
    thread = null;
    const lost = [...calls.values()];
    calls.clear();
    for (const { folder, reject } of lost) reject(unwritable(folder, why));
  };
  started.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  started.on('exit', (code) => end(`the thread that writes it ended (${code})`));
  return started;
}

function settle({ id, name, path, storedBytes, failure }: WriteAnswer): void {
  const call = calls.get(id);
  calls.delete(id);
  if (failure === null) call?.resolve({ name, storedBytes });
  else call?.reject(unwritable(path, failure));
}

function unwritable(path: string, why: string): NewsmillError {
  return new NewsmillError('blob_unwritable', `${path} cannot be written: ${why}`);
}
