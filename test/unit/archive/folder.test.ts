/** Folders of pages: which files are read, and what address each has. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArchiveEntry } from '../../../src/archive/archived-page.ts';
import { readFolder } from '../../../src/archive/folder-reader.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function read(baseUrl?: string, path = folder): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const options = { maxBytes: 100_000, ...(baseUrl === undefined ? {} : { baseUrl }) };
  for await (const entry of readFolder(path, options)) entries.push(entry);
  return entries;
}

const addresses = (entries: readonly ArchiveEntry[]): unknown[] =>
  entries.map((e) => ('page' in e ? e.page.url : 'failure' in e ? e.failure.code : null));

it('takes pages by their names, in order, and follows no link out', async () => {
  write('b.htm', '<p>b');
  write('a/2.html', '<p>2');
  write('a/1.txt.gz', gzipSync('one'));
  write('style.css', 'p{}');
  symlinkSync('/etc', join(folder, 'link'));
  expect(addresses(await read('https://n.example/old'))).toEqual([
    'https://n.example/old/a/1.txt',
    'https://n.example/old/a/2.html',
    'https://n.example/old/b.htm',
  ]);
});

it('believes a page about its own address, then the mirror’s folder', async () => {
  write(
    'n.example/1.html',
    '<link rel="alternate canonical" href="https://www.n.example/one"><meta property="og:url" content="https://x.example/">',
  );
  write('n.example/2.html', '<meta property=og:url content=https://www.n.example/two>');
  write('n.example/3 x.html', '<link rel=canonical href="/relative">');
  expect(addresses(await read())).toEqual([
    'https://www.n.example/one',
    'https://www.n.example/two',
    'https://n.example/3%20x.html',
  ]);
});

it('says which file has no address, is too large or no gzip', async () => {
  write('loose.html', '<p>no address');
  write('n.example/big.html', 'x'.repeat(100_001));
  write('n.example/bad.html.gz', 'no gzip');
  expect(addresses(await read())).toEqual(['invalid_input', 'bad_content_encoding', 'too_large']);
});

it('takes a single file', async () => {
  write('one.html', '<p>1');
  expect(addresses(await read('https://n.example/', join(folder, 'one.html')))).toEqual([
    'https://n.example/one.html',
  ]);
  await expect(read(undefined, join(folder, 'absent'))).rejects.toMatchObject({ code: 'file_unreadable' });
});
