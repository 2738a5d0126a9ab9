/** A page from a file: plain or gzipped, bounded. */
import { type FileHandle, open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { NewsmillError } from '../errors.ts';
import { unreadable } from '../file-fault.ts';
import { DEFAULT_LIMITS } from './options.ts';
import { isBlank } from './page/sniff.ts';

const inflate = promisify(gunzip);

export interface PageFile {
  readonly bytes: Uint8Array;
  /** By the file's name; null when it says nothing. */
  readonly contentType: string | null;
}

/** How much of a file is read at most, and the code of the failure where there is more. */
export interface FileBound {
  readonly maxBytes: number;
  /** `too_large` only where the bound is `fetch.maxBytes`. */
  readonly code: 'file_too_large' | 'page_too_large' | 'too_large';
}

const WHOLE_PAGE: FileBound = { maxBytes: DEFAULT_LIMITS.maxBytes, code: 'page_too_large' };

/** @throws NewsmillError `file_unreadable`, `empty_file`, the bound's code, `bad_content_encoding` */
export async function readPageFile(path: string, bound: FileBound = WHOLE_PAGE): Promise<PageFile> {
  const bytes = await readFileBytes(path, bound);
  refuseBlank(bytes, path);
  return { bytes, contentType: typeByName(path.replace(GZIPPED, '')) };
}

/**
 * A file without content is not mended by trying again, as a host's answer may be.
 * @param name what it is called in the sentence
 * @throws NewsmillError `empty_file`
 */
export function refuseBlank(bytes: Uint8Array, name: string): void {
  if (!isBlank(bytes)) return;
  const what = bytes.byteLength === 0 ? 'is empty' : `holds ${bytes.byteLength} bytes of white space`;
  throw new NewsmillError('empty_file', `${name} ${what}.`);
}

const GZIPPED = /\.gz$/i;

/**
 * What a file holds, which may be nothing: an empty robots.txt says that all is allowed.
 *
 * @throws NewsmillError `file_unreadable`, the bound's code, `bad_content_encoding`
 */
export async function readFileBytes(path: string, bound: FileBound): Promise<Uint8Array> {
  const raw = await readBounded(path, bound);
  return GZIPPED.test(path) ? gunzipBounded(raw, path, bound) : raw;
}

async function readBounded(path: string, bound: FileBound): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    const about = await file.stat();
    if (!about.isFile()) return await readEndless(file, path, bound);
    if (about.size > bound.maxBytes) throw tooLarge(path, `has ${about.size} bytes, more than`, bound);
    return await file.readFile();
  } catch (cause) {
    if (cause instanceof NewsmillError) throw cause;
    throw unreadable(path, cause);
  }
}

/** A pipe or a device says nothing of its size beforehand, and may have no end. */
async function readEndless(file: FileHandle, path: string, bound: FileBound): Promise<Uint8Array> {
  // `end` is the last byte that is read: one more than may come shows that there is more.
  const bytes = await buffer(file.createReadStream({ end: bound.maxBytes, autoClose: false }));
  if (bytes.byteLength > bound.maxBytes) throw tooLarge(path, 'has more than', bound);
  return bytes;
}

/** @throws NewsmillError the bound's code, `bad_content_encoding` */
async function gunzipBounded(bytes: Uint8Array, name: string, bound: FileBound): Promise<Uint8Array> {
  try {
    return await inflate(bytes, { maxOutputLength: bound.maxBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(name, 'inflates to more than', bound);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NewsmillError('bad_content_encoding', `${name} is no whole gzip file: ${why}`, { cause });
  }
}

function tooLarge(name: string, how: string, bound: FileBound): NewsmillError {
  return new NewsmillError(bound.code, `${name} ${how} ${bound.maxBytes} bytes.`);
}

function typeByName(path: string): string | null {
  if (/\.txt$/i.test(path)) return 'text/plain';
  return /\.x?html?$/i.test(path) ? 'text/html' : null;
}
