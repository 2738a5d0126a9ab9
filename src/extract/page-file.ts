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

/** @throws NewsmillError `file_unreadable`, `empty_file`, `too_large`, `bad_content_encoding` */
export async function readPageFile(
  path: string,
  maxBytes: number = DEFAULT_LIMITS.maxBytes,
): Promise<PageFile> {
  const bytes = await readFileBytes(path, maxBytes);
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
 * @throws NewsmillError `file_unreadable`, `too_large`, `bad_content_encoding`
 */
export async function readFileBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  const raw = await readBounded(path, maxBytes);
  return GZIPPED.test(path) ? gunzipBounded(raw, path, maxBytes) : raw;
}

async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    const about = await file.stat();
    if (!about.isFile()) return await readEndless(file, path, maxBytes);
    if (about.size > maxBytes) throw tooLarge(path, `has ${about.size} bytes, more than`, maxBytes);
    return await file.readFile();
  } catch (cause) {
    if (cause instanceof NewsmillError) throw cause;
    throw unreadable(path, cause);
  }
}

/** A pipe or a device says nothing of its size beforehand, and may have no end. */
async function readEndless(file: FileHandle, path: string, maxBytes: number): Promise<Uint8Array> {
  // `end` is the last byte that is read: one more than may come shows that there is more.
  const bytes = await buffer(file.createReadStream({ end: maxBytes, autoClose: false }));
  if (bytes.byteLength > maxBytes) throw tooLarge(path, 'has more than', maxBytes);
  return bytes;
}

/** @throws NewsmillError `too_large`, `bad_content_encoding` */
async function gunzipBounded(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  try {
    return await inflate(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(name, 'inflates to more than', maxBytes);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NewsmillError('bad_content_encoding', `${name} is no whole gzip file: ${why}`, { cause });
  }
}

function tooLarge(name: string, how: string, maxBytes: number): NewsmillError {
  return new NewsmillError('too_large', `${name} ${how} ${maxBytes} bytes.`);
}

function typeByName(path: string): string | null {
  if (/\.txt$/i.test(path)) return 'text/plain';
  return /\.x?html?$/i.test(path) ? 'text/html' : null;
}
