/** Content codings (RFC 9110 §8.4.1) undone as a stream, with a bound on what comes out. */
import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { NewsmillError } from '../errors.ts';

/** A coding newsmill can undo. */
export type ContentCoding = 'gzip' | 'deflate' | 'br' | 'zstd';

/** Value of Accept-Encoding. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br, zstd';

/** Codings on one body; more than one is a mistake, more than this an attack. */
const MAX_CODINGS = 3;

const CODINGS: ReadonlyMap<string, ContentCoding> = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['zstd', 'zstd'],
]);

/** Registered codings (IANA HTTP Content Coding Registry) that newsmill does not ask for and cannot undo. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'aes128gcm',
  'compress',
  'dcb',
  'dcz',
  'exi',
  'pack200-gzip',
  'x-compress',
]);

/**
 * Codings of a Content-Encoding header in the order they were applied. Words that name no coding at all
 * (hosts write charsets there) are passed over, as browsers do.
 *
 * @throws NewsmillError `bad_content_encoding`
 */
export function parseContentCodings(header: string | undefined): ContentCoding[] {
  const codings: ContentCoding[] = [];
  for (const item of (header ?? '').split(',')) {
    const name = item.trim().toLowerCase();
    if (UNSUPPORTED.has(name)) {
      throw new NewsmillError('bad_content_encoding', `The content coding ${name} was not asked for`);
    }
    const coding = CODINGS.get(name);
    if (coding !== undefined) codings.push(coding);
  }
  if (codings.length > MAX_CODINGS) {
    throw new NewsmillError(
      'bad_content_encoding',
      `The body has ${codings.length} content codings one over another`,
    );
  }
  return codings;
}

/** Where a decoder's output goes. After `onEnd` or `onError` nothing more is called. */
export interface DecoderSink {
  /** @returns false where no more should come until `BodyDecoder.resume` */
  onData(chunk: Uint8Array): boolean;
  /** Room again after `write` returned false. */
  onDrain(): void;
  onEnd(): void;
  onError(error: NewsmillError): void;
}

/**
 * Undoes `codings`, last applied first. Output of every stage is counted: a stage that yields more than
 * `maxBytes` ends the decoding with `too_large`, so that nested bombs burn no more than plain ones.
 */
export class BodyDecoder {
  readonly #stages: Stage[] = [];
  readonly #sink: DecoderSink;
  #over = false;

  constructor(codings: readonly ContentCoding[], maxBytes: number, sink: DecoderSink) {
    this.#sink = sink;
    let next: StageSink = {
      write: (chunk) => sink.onData(chunk),
      end: () => this.#settle(() => sink.onEnd()),
    };
    // Built from the plain text backwards, so each stage knows where its output goes.
    for (const coding of codings) {
      const stage = new Stage(coding, maxBytes, next, {
        onDrain: () => this.#drained(stage),
        onError: (error) => this.#settle(() => sink.onError(error)),
      });
      this.#stages.unshift(stage);
      next = stage;
    }
  }

  /** @returns false where the caller should pause until `onDrain` */
  write(chunk: Uint8Array): boolean {
    return this.#over || (this.#stages[0]?.write(chunk) ?? true);
  }

  end(): void {
    if (!this.#over) this.#stages[0]?.end();
  }

  /** Lets plain text come again after `onData` returned false. */
  resume(): void {
    if (!this.#over) this.#stages.at(-1)?.resume();
  }

  destroy(): void {
    this.#over = true;
    for (const stage of this.#stages) stage.destroy();
  }

  #settle(report: () => void): void {
    if (this.#over) return;
    this.destroy();
    report();
  }

  #drained(stage: Stage): void {
    const index = this.#stages.indexOf(stage);
    const previous = this.#stages[index - 1];
    if (previous === undefined) this.#sink.onDrain();
    else previous.resume();
  }
}

interface StageSink {
  write(chunk: Uint8Array): boolean;
  end(): void;
}

interface StageEvents {
  onDrain(): void;
  onError(error: NewsmillError): void;
}

/** One coding being undone. The stream is made with the first byte, because deflate needs a look at it. */
class Stage implements StageSink {
  readonly #coding: ContentCoding;
  readonly #maxBytes: number;
  readonly #next: StageSink;
  readonly #events: StageEvents;
  #stream: Transform | null = null;
  #produced = 0;

  constructor(coding: ContentCoding, maxBytes: number, next: StageSink, events: StageEvents) {
    this.#coding = coding;
    this.#maxBytes = maxBytes;
    this.#next = next;
    this.#events = events;
  }

  write(chunk: Uint8Array): boolean {
    const first = chunk[0];
    if (first === undefined) return true;
    this.#stream ??= this.#open(first);
    return this.#stream.write(chunk);
  }

  end(): void {
    // A body of no bytes is an empty body, whatever coding its header names.
    if (this.#stream === null) this.#next.end();
    else if (!this.#stream.writableEnded) this.#stream.end();
  }

  resume(): void {
    this.#stream?.resume();
  }

  destroy(): void {
    this.#stream?.destroy();
  }

  #open(first: number): Transform {
    const stream = createDecompressor(this.#coding, first);
    stream.on('data', (chunk: Uint8Array) => {
      const room = this.#maxBytes - this.#produced;
      this.#produced += chunk.length;
      if (chunk.length > room) {
        this.#next.write(chunk.subarray(0, Math.max(room, 0)));
        this.#events.onError(
          new NewsmillError('too_large', `The body is over ${this.#maxBytes} bytes when decompressed`),
        );
      } else if (!this.#next.write(chunk)) {
        stream.pause();
      }
    });
    stream.on('drain', () => this.#events.onDrain());
    stream.on('end', () => this.#next.end());
    stream.on('error', (cause: Error) => {
      const detail = `The body is not whole, valid ${this.#coding}: ${cause.message}`;
      this.#events.onError(new NewsmillError('bad_content_encoding', detail, { cause }));
    });
    return stream;
  }
}

const CHUNK_BYTES = 65_536;

/** Largest window a zstd body may ask for: 8 MiB (RFC 9659 §3), as a power of two. */
const ZSTD_WINDOW_LOG = 23;

function createDecompressor(coding: ContentCoding, firstByte: number): Transform {
  const chunkSize = CHUNK_BYTES;
  switch (coding) {
    case 'gzip':
      return createGunzip({ chunkSize });
    case 'br':
      return createBrotliDecompress({ chunkSize });
    case 'zstd':
      return createZstdDecompress({
        chunkSize,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
    case 'deflate':
      // The coding is zlib's format (RFC 9110 §8.4.1.2), but some hosts send the bare deflate stream.
      // A zlib header's low four bits name the method, 8 (RFC 1950 §2.2).
      return (firstByte & 0x0f) === 8 ? createInflate({ chunkSize }) : createInflateRaw({ chunkSize });
  }
}
