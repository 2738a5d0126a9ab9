/** Where commands write lines of NDJSON to, with back-pressure. */
import { type FileHandle, open } from 'node:fs/promises';
import { unwritable } from '../file-fault.ts';
import { print } from './output.ts';

export interface Sink extends AsyncDisposable {
  write(text: string): Promise<void>;
}

export function stdoutSink(): Sink {
  return { write: print, [Symbol.asyncDispose]: async () => undefined };
}

/**
 * Opens a file for writing, at once, so that a path that cannot be written is told before the work.
 * What was in the file is replaced.
 *
 * @throws NewsmillError `file_unwritable`, here and from `write`
 */
export async function fileSink(path: string): Promise<Sink> {
  let file: FileHandle;
  try {
    file = await open(path, 'w');
  } catch (error) {
    throw unwritable(path, error);
  }
  return {
    write: async (text) => {
      try {
        await file.appendFile(text);
      } catch (error) {
        throw unwritable(path, error);
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
