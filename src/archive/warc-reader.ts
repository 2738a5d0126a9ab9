/** Pages out of a WARC file (ISO 28500:2017, "WARC 1.1"; 1.0 is read as well), plain or gzipped, as a stream. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { NewsmillError } from '../errors.ts';
import { BodyDecoder, parseContentCodings } from '../fetch/content-coding.ts';
import { sniffDocument } from '../fetch/sniff.ts';
import type { ArchivedPage, ArchiveEntry } from './archived-page.ts';
import { splitHttpResponse } from './http-response.ts';

export interface WarcLimits {
  /** Largest body, as stored and after decompression. */
  readonly maxBytes: number;
}

/** Longest header of a record. Real ones have one or two kilobytes. */
const MAX_HEADER_BYTES = 1_048_576;
const PIECE_BYTES = 262_144;

/**
 * Yields an entry for each `response` and `resource` record; the other types describe those. Records are read one at a
 * time: what is in memory is one page.
 *
 * @throws NewsmillError `archive_unreadable` where the file is no WARC, or is damaged so that no next record can be found;
 *   what came before was yielded
 */
export async function* readWarc(path: string, limits: WarcLimits): AsyncGenerator<ArchiveEntry> {
  let file: Readable | undefined;
  try {
    file = await openFile(path);
    const source = new Source(file);
    const parser = new WARCParser(source.chunks(), { keepHeadersCase: true, parseHttp: false });
    let records = 0;
    for (;;) {
      source.expectHeader();
      const record = await parser.parse();
      if (record === null) break;
      if (!/^WARC\/1\.[01]$/.test(record.warcHeaders.statusline.trim()))
        throw new NewsmillError(
          'archive_unreadable',
          records === 0
            ? `${path} is no WARC file`
            : `${path} is damaged after its record ${records}; what came before is read`,
        );
      records += 1;
      source.expectBody();
      const body = new RecordBody(record);
      const entry = await entryOf(record, body, limits);
      await body.drain();
      if (entry !== null) yield entry;
      // The parser would look for the rest of a record for ever.
      if (body.isCut)
        throw new NewsmillError('archive_unreadable', `${path} ends within its record ${records}`);
    }
    if (records === 0) throw new NewsmillError('archive_unreadable', `${path} holds no WARC record`);
  } catch (thrown) {
    if (thrown instanceof NewsmillError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    const isOfSystem = file === undefined;
    throw new NewsmillError(isOfSystem ? 'file_unreadable' : 'archive_unreadable', `${path}: ${why}`, {
      cause: thrown,
    });
  } finally {
    file?.destroy();
  }
}

/** The file's bytes without gzip. zlib takes members one after the other, which is how WARC files are compressed. */
async function openFile(path: string): Promise<Readable> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  const plain = createReadStream(path, { highWaterMark: PIECE_BYTES });
  if (bytesRead < 2 || buffer.readUInt16BE(0) !== 0x1f8b) return plain;
  // An error of the file is passed on to the stream that is read, which then throws it.
  return pipeline(plain, createGunzip({ chunkSize: PIECE_BYTES }), () => undefined);
}

/** Counts what the parser takes while it looks for a header, which it would otherwise gather without end. */
class Source {
  readonly #input: Readable;
  #left = Number.POSITIVE_INFINITY;

  constructor(input: Readable) {
    this.#input = input;
  }

  expectHeader(): void {
    this.#left = MAX_HEADER_BYTES;
  }

  expectBody(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#input as AsyncIterable<Buffer>) {
      yield chunk;
      this.#left -= chunk.byteLength;
      if (this.#left < 0) throw new Error(`no record header within ${MAX_HEADER_BYTES} bytes`);
    }
  }
}

/** The bytes of one record, which must all be taken before the next header is looked for. */
class RecordBody {
  readonly #record: WARCRecord;
  #taken = 0;

  constructor(record: WARCRecord) {
    this.#record = record;
  }

  get isCut(): boolean {
    return this.#taken < this.#record.warcContentLength;
  }

  /** @throws NewsmillError `too_large`, without reading; `bad_content_encoding` where the file ends before it */
  async read(maxBytes: number): Promise<Uint8Array> {
    const length = this.#record.warcContentLength;
    if (!(length <= maxBytes))
      throw new NewsmillError('too_large', `The record has ${length} bytes, more than ${maxBytes}`);
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#pieces()) pieces.push(piece);
    if (this.isCut) throw new NewsmillError('bad_content_encoding', 'The file ends within this record');
    return Buffer.concat(pieces);
  }

  async drain(): Promise<void> {
    for await (const _ of this.#pieces());
  }

  async *#pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#record.reader as AsyncIterable<Uint8Array>) {
      this.#taken += piece.byteLength;
      yield piece;
    }
  }
}

async function entryOf(
  record: WARCRecord,
  body: RecordBody,
  limits: WarcLimits,
): Promise<ArchiveEntry | null> {
  const type = record.warcType;
  if (type !== 'response' && type !== 'resource') return null;
  const url = addressOf(record);
  const truncated = record.warcHeader('WARC-Truncated');
  // Half a page may hold half an article, which would be taken for an edit of the whole one.
  if (truncated) return { skipped: 'truncated', url };
  const kind = record.warcHeader('WARC-Newsmill-Kind');
  if (kind && kind !== 'page') return { skipped: 'list of articles', url };
  if (url === null || !/^https?:/i.test(url)) return { skipped: 'no web page', url };
  try {
    const fetchedAt = dateOf(record);
    const block = await body.read(limits.maxBytes + MAX_HEADER_BYTES);
    if (type === 'resource') {
      const contentType = record.warcContentType ?? null;
      const via = record.warcHeader('WARC-Newsmill-Via') === 'render' ? 'render' : 'fetch';
      return pageOrSkip({ url, status: 200, headers: {}, contentType, bytes: block, fetchedAt, via });
    }
    const { status, headers, body: coded } = splitHttpResponse(block);
    if (status < 200 || status > 299) return { skipped: `status ${status}`, url };
    const bytes = await decodeBody(coded, headers, limits.maxBytes);
    const contentType = headers['content-type'] ?? null;
    return pageOrSkip({ url, status, headers, contentType, bytes, fetchedAt, via: 'fetch' });
  } catch (thrown) {
    // Anything else is the file's own fault and ends the reading.
    if (thrown instanceof NewsmillError) return { failure: thrown.toFailure(), url };
    throw thrown;
  }
}

/** Some writers put the address in angle brackets, as WARC 1.0's grammar had it. */
function addressOf(record: WARCRecord): string | null {
  return record.warcTargetURI?.trim().replace(/^<(.*)>$/, '$1') ?? null;
}

function pageOrSkip(page: ArchivedPage): ArchiveEntry {
  const kind = sniffDocument(page.bytes, page.contentType);
  // As in a crawl: a site's front page lists articles.
  if (kind === 'html' && URL.parse(page.url)?.pathname === '/')
    return { skipped: 'list of articles', url: page.url };
  if (kind === 'html' || kind === 'text') return { page };
  return { skipped: kind === 'empty' ? 'empty' : 'no web page', url: page.url };
}

function dateOf(record: WARCRecord): Date {
  const date = new Date(record.warcDate ?? '');
  if (Number.isNaN(date.getTime()))
    throw new NewsmillError('invalid_input', `A record has the WARC-Date “${record.warcDate ?? ''}”`);
  return date;
}

/** Undoes chunking (RFC 9112 §7.1) and content codings. Archives often hold bodies that have none of what their header says. */
async function decodeBody(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Uint8Array> {
  let bytes = body;
  if (/\bchunked\b/i.test(headers['transfer-encoding'] ?? '')) {
    const pieces: Uint8Array[] = [];
    for await (const piece of new AsyncIterReader([body], null, true)) pieces.push(piece);
    bytes = Buffer.concat(pieces);
  }
  const codings = parseContentCodings(headers['content-encoding']);
  if (codings.length > 0 && !isMarkupStart(bytes)) bytes = await undo(bytes, codings, maxBytes);
  if (bytes.byteLength > maxBytes)
    throw new NewsmillError('too_large', `The body has ${bytes.byteLength} bytes, more than ${maxBytes}`);
  return bytes;
}

/** No coding's first byte is white space or “<”, so a body that starts so was decoded when it was archived. */
function isMarkupStart(bytes: Uint8Array): boolean {
  const start = bytes[0];
  return start === 0x3c || start === 0x20 || start === 0x09 || start === 0x0a || start === 0x0d;
}

function undo(
  bytes: Uint8Array,
  codings: ReturnType<typeof parseContentCodings>,
  maxBytes: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const decoder = new BodyDecoder(codings, maxBytes, {
      onData: (piece) => {
        pieces.push(Buffer.from(piece));
        return true;
      },
      onDrain: () => undefined,
      onEnd: () => resolve(Buffer.concat(pieces)),
      onError: reject,
    });
    decoder.write(bytes);
    decoder.end();
  });
}
