/** WARC files in and out: what newsmill writes, what other tools write, and what is damaged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArchivedPage, ArchiveEntry } from '../../../src/archive/archived-page.ts';
import { readWarc } from '../../../src/archive/warc-reader.ts';
import { warcInfo, warcRecord } from '../../../src/archive/warc-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-warc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HTML = '<!doctype html><html><body><p>The ferry sails at noon.</p></body></html>';
const DATE = '2026-03-01T08:00:00Z';
let files = 0;

const saved = (content: Uint8Array | string): string => {
  files += 1;
  const path = join(folder, `${files}.warc`);
  writeFileSync(path, content);
  return path;
};

const record = (type: string, url: string, block: string | Buffer, more: readonly string[] = []): Buffer => {
  const bytes = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${DATE}`,
    'WARC-Record-ID: <urn:uuid:6f2f0a4e-0000-4000-8000-000000000001>',
    'Content-Type: application/http; msgtype=response',
    ...more,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
};

const response = (body: string | Buffer, fields: readonly string[] = [], status = '200 OK'): Buffer =>
  Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, 'Content-Type: text/html', ...fields, '', ''].join('\r\n')),
    Buffer.from(body),
  ]);

async function read(content: Uint8Array | string, maxBytes = 1_000_000): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for await (const entry of readWarc(saved(content), { maxBytes })) entries.push(entry);
  return entries;
}

const textOf = (entry: ArchiveEntry | undefined): string | undefined =>
  entry !== undefined && 'page' in entry ? Buffer.from(entry.page.bytes).toString() : undefined;

const page = (url: string, via: ArchivedPage['via'] = 'fetch'): ArchivedPage => ({
  url,
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', etag: '"7"' },
  contentType: 'text/html; charset=utf-8',
  bytes: Buffer.from(HTML),
  fetchedAt: new Date('2026-03-01T08:00:00.123Z'),
  via,
});

describe('what newsmill writes', () => {
  it('is read back as it was, each record a gzip member of its own', async () => {
    const members = [
      await warcInfo('x.warc.gz', 'newsmill/0'),
      await warcRecord(page('https://a.example/1')),
    ];
    for (const member of members) expect(gunzipSync(member).toString()).toMatch(/^WARC\/1\.1\r\n/);
    const entries = await read(Buffer.concat(members));
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(textOf(entry)).toBe(HTML);
    expect(entry).toMatchObject({
      page: { url: 'https://a.example/1', status: 200, via: 'fetch', fetchedAt: page('').fetchedAt },
    });
  });

  it('names no coding that its body has not, and the length it has', async () => {
    const text = gunzipSync(await warcRecord(page('https://a.example/1'))).toString();
    expect(text).toContain('x-crawler-content-encoding: gzip\r\n');
    expect(text).not.toMatch(/\r\ncontent-encoding:/i);
    expect(text).toContain(`content-length: ${HTML.length}\r\n`);
  });

  it('keeps what a browser made apart from what a host sent', async () => {
    const bytes = await warcRecord(page('https://a.example/app', 'render'));
    expect(gunzipSync(bytes).toString()).toContain('WARC-Type: resource\r\n');
    expect(await read(bytes)).toMatchObject([{ page: { via: 'render', status: 200 } }]);
  });
});

describe('what others write', () => {
  it('is read plain and gzipped, as one member or many', async () => {
    const one = record('response', 'https://a.example/1', response(HTML));
    const two = record('response', '<https://a.example/2>', response(HTML));
    for (const file of [
      Buffer.concat([one, two]),
      gzipSync(Buffer.concat([one, two])),
      Buffer.concat([gzipSync(one), gzipSync(two)]),
    ])
      expect((await read(file)).map((e) => 'page' in e && e.page.url)).toEqual([
        'https://a.example/1',
        'https://a.example/2',
      ]);
  });

  it('has its chunks and content codings undone, and believed only where they are there', async () => {
    const half = HTML.length >> 1;
    const chunked = [HTML.slice(0, half), HTML.slice(half), '']
      .map((text) => `${text.length.toString(16)}\r\n${text}\r\n`)
      .join('');
    const bodies = [
      response(chunked, ['Transfer-Encoding: chunked']),
      response(gzipSync(HTML), ['Content-Encoding: gzip']),
      response(brotliCompressSync(HTML), ['Content-Encoding: br']),
      response(HTML, ['Content-Encoding: gzip']),
      response(HTML, ['Transfer-Encoding: chunked']),
    ];
    for (const body of bodies)
      expect(textOf((await read(record('response', 'https://a.example/1', body)))[0])).toBe(HTML);
  });

  it('is passed over where it is no page, with the reason', async () => {
    const file = Buffer.concat([
      record('request', 'https://a.example/', 'GET / HTTP/1.1\r\n\r\n'),
      record('response', 'https://a.example/moved', response('', ['Location: /'], '301 Moved')),
      record('response', 'https://a.example/cut', response(HTML), ['WARC-Truncated: length']),
      record('response', 'dns:a.example', 'a.example. 60 IN A 192.0.2.1'),
      record('response', 'https://a.example/p.png', response(Buffer.from('89504e470d0a1a0a00', 'hex'))),
      record('response', 'https://a.example/none', response('')),
      record('response', 'https://a.example/', response(HTML)),
      record('response', 'https://a.example/list', response(HTML), ['WARC-Newsmill-Kind: hub']),
    ]);
    expect((await read(file)).map((e) => 'skipped' in e && e.skipped)).toEqual([
      'status 301',
      'truncated',
      'no web page',
      'no web page',
      'empty',
      'list of articles',
      'list of articles',
    ]);
  });
});

describe('what is damaged or hostile', () => {
  it('costs the record, not the file', async () => {
    const file = Buffer.concat([
      record('response', 'https://a.example/1', 'no status line'),
      record(
        'response',
        'https://a.example/2',
        response(gzipSync(Buffer.alloc(9_000_000)), ['Content-Encoding: gzip']),
      ),
      record('response', 'https://a.example/3', response('x'.repeat(3_000_000))),
      record(
        'response',
        'https://a.example/4',
        response(gzipSync(HTML).subarray(0, 40), ['Content-Encoding: gzip']),
      ),
      record('response', 'https://a.example/5', response(HTML)),
    ]);
    const entries = await read(file);
    expect(entries.map((e) => ('failure' in e ? e.failure.code : 'page' in e))).toEqual([
      'invalid_input',
      'too_large',
      'too_large',
      'bad_content_encoding',
      true,
    ]);
  });

  it('ends with the reason where no next record can be found, after what came before', async () => {
    const whole = record('response', 'https://a.example/1', response(HTML));
    const broken = [
      Buffer.concat([whole, whole.subarray(0, whole.length - 30)]),
      gzipSync(Buffer.concat([whole, whole])).subarray(0, 200),
      Buffer.concat([gzipSync(whole), Buffer.from('not gzip')]),
      Buffer.concat([whole, Buffer.from(`WARC/1.0\r\nX: ${'y'.repeat(3_000_000)}`)]),
      Buffer.from('<html>no archive</html>'),
      Buffer.alloc(0),
    ];
    for (const file of broken) await expect(read(file)).rejects.toMatchObject({ code: 'archive_unreadable' });
    await expect(async () => {
      for await (const _ of readWarc(join(folder, 'absent.warc'), { maxBytes: 1 }));
    }).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});
