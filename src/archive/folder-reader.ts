/** Pages out of a folder of HTML and text files, as a mirroring tool or a database dump leaves them. */
import { opendir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Parser } from 'htmlparser2';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { readPageFile } from '../extract/page-file.ts';
import type { ArchiveEntry } from './archived-page.ts';

export interface FolderOptions {
  /** Largest file, after decompression. */
  readonly maxBytes: number;
  /** Address of the folder itself; files have theirs below it. */
  readonly baseUrl?: string;
}

const PAGE_NAME = /\.(?:x?html?|txt)(?:\.gz)?$/i;
/** Deepest folder that is looked into. */
const MAX_DEPTH = 64;
/** How far into a page its own address is looked for: the head. */
const HEAD_CHARACTERS = 262_144;

/**
 * Yields an entry for each file with the name of a page, folders in the order of their names; symbolic links are not
 * followed. A page's address is, in this order: below `baseUrl`, what the page itself states (rel=canonical, og:url),
 * or its path where the first folder is a host's name, as `wget --mirror` writes them.
 *
 * @param path a folder, or a single file
 */
export async function* readFolder(path: string, options: FolderOptions): AsyncGenerator<ArchiveEntry> {
  for await (const file of filesBelow(path, 0)) {
    const inside = file === path ? basename(file) : relative(path, file);
    yield await entryOf(file, inside.split(sep).join('/'), options);
  }
}

async function* filesBelow(path: string, depth: number): AsyncGenerator<string> {
  let names: { readonly name: string; readonly folder: boolean }[];
  try {
    if ((await stat(path)).isFile()) {
      yield path;
      return;
    }
    names = [];
    for await (const item of await opendir(path))
      if (item.isDirectory() || (item.isFile() && PAGE_NAME.test(item.name)))
        names.push({ name: item.name, folder: item.isDirectory() });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NewsmillError('file_unreadable', `${path} cannot be read: ${why}`, { cause });
  }
  for (const { name, folder } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!folder) yield join(path, name);
    else if (depth < MAX_DEPTH) yield* filesBelow(join(path, name), depth + 1);
  }
}

async function entryOf(file: string, inside: string, options: FolderOptions): Promise<ArchiveEntry> {
  try {
    const { bytes, contentType } = await readPageFile(file, {
      maxBytes: options.maxBytes,
      code: 'too_large',
    });
    const { mtime } = await stat(file);
    const url = addressOf(inside, bytes, options.baseUrl);
    if (url === null)
      throw new NewsmillError(
        'invalid_input',
        `${file} has no address: it states none itself, its first folder is no host's name, and no --base-url was given`,
      );
    const page = {
      url,
      status: 200,
      headers: {},
      contentType,
      bytes,
      fetchedAt: mtime,
      via: 'fetch' as const,
    };
    return { page, file };
  } catch (thrown) {
    return { failure: asNewsmillError(thrown).toFailure(), url: file };
  }
}

function addressOf(inside: string, bytes: Uint8Array, baseUrl: string | undefined): string | null {
  const path = inside.replace(/\.gz$/i, '').split('/').map(encodeURIComponent).join('/');
  if (baseUrl !== undefined)
    return URL.parse(path, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`)?.href ?? null;
  const stated = statedAddress(bytes);
  if (stated !== null) return stated;
  const host = inside.split('/').length > 1 ? (inside.split('/')[0] ?? '') : '';
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i.test(host)
    ? (URL.parse(`https://${path}`)?.href ?? null)
    : null;
}

/** The absolute web address that a page gives itself; rel=canonical before og:url. */
function statedAddress(bytes: Uint8Array): string | null {
  const found = { canonical: '', openGraph: '' };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ''))
        found.canonical ||= attributes.href ?? '';
      else if (name === 'meta' && attributes.property?.toLowerCase() === 'og:url')
        found.openGraph ||= attributes.content ?? '';
    },
  });
  // Addresses are ASCII in every encoding that pages use.
  parser.write(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_CHARACTERS)).toString(
      'latin1',
    ),
  );
  parser.end();
  for (const text of [found.canonical, found.openGraph]) {
    const parsed = URL.parse(text.trim());
    if (parsed !== null && /^https?:$/.test(parsed.protocol)) return parsed.href;
  }
  return null;
}
