/** A TLS server on loopback that speaks HTTP/2 (RFC 9113) frame by frame, so that it can break it. */
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { TEST_CERTIFICATE, TEST_KEY } from './tls.ts';

const TYPE = {
  data: 0,
  headers: 1,
  rstStream: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goAway: 7,
  continuation: 9,
};
const END_STREAM = 0x1;
const ACK = 0x1;
const END_HEADERS = 0x4;
const PREFACE_BYTES = 24;

/** One frame (RFC 9113 §4.1). */
function frame(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** HPACK (RFC 7541): entry 8 of the static table is `:status: 200`. */
const STATUS_200 = Buffer.from([0x88]);

/** A field with a new name, not indexed, without Huffman coding (RFC 7541 §6.2.2); up to 126 bytes each. */
function field(name: string, value: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, name.length]),
    Buffer.from(name),
    Buffer.from([value.length]),
    Buffer.from(value),
  ]);
}

type Behaviour = (socket: TLSSocket, stream: number) => void;

/** Writes pieces as fast as they are taken, until the socket closes. */
function flood(socket: TLSSocket, next: () => Buffer): void {
  const more = (): void => {
    while (!socket.destroyed && socket.writable) if (!socket.write(next())) return;
  };
  socket.on('drain', more);
  more();
}

const headers = (stream: number, flags = END_HEADERS): Buffer =>
  frame(TYPE.headers, flags, stream, STATUS_200);

const BEHAVIOURS = {
  page: (socket, stream) =>
    socket.write(
      Buffer.concat([headers(stream), frame(TYPE.data, END_STREAM, stream, Buffer.from('a page'))]),
    ),
  goaway: (socket) => socket.end(frame(TYPE.goAway, 0, 0, Buffer.concat([number(0), number(0)]))),
  'goaway-error': (socket) => socket.end(frame(TYPE.goAway, 0, 0, Buffer.concat([number(0), number(11)]))),
  'reset-stream': (socket, stream) => socket.write(frame(TYPE.rstStream, 0, stream, number(2))),
  'refused-stream': (socket, stream) => socket.write(frame(TYPE.rstStream, 0, stream, number(7))),
  'reset-in-body': (socket, stream) =>
    socket.write(
      Buffer.concat([
        headers(stream),
        frame(TYPE.data, 0, stream, Buffer.from('half')),
        frame(TYPE.rstStream, 0, stream, number(8)),
      ]),
    ),
  'no-error-in-body': (socket, stream) =>
    socket.write(
      Buffer.concat([
        headers(stream),
        frame(TYPE.data, 0, stream, Buffer.from('half')),
        frame(TYPE.rstStream, 0, stream, number(0)),
      ]),
    ),
  'no-error-after-page': (socket, stream) =>
    socket.write(
      Buffer.concat([
        headers(stream),
        frame(TYPE.data, END_STREAM, stream, Buffer.from('a page')),
        frame(TYPE.rstStream, 0, stream, number(0)),
      ]),
    ),
  'reset-socket': (socket) => socket.destroy(),
  'close-in-body': (socket, stream) =>
    socket.end(Buffer.concat([headers(stream), frame(TYPE.data, 0, stream, Buffer.from('half'))])),
  'settings-flood': (socket) => flood(socket, () => frame(TYPE.settings, 0, 0)),
  'ping-flood': (socket) => flood(socket, () => frame(TYPE.ping, 0, 0, Buffer.alloc(8))),
  'empty-data-flood': (socket, stream) => {
    socket.write(headers(stream));
    flood(socket, () => frame(TYPE.data, 0, stream));
  },
  'continuation-flood': (socket, stream) => {
    socket.write(frame(TYPE.headers, 0, stream, STATUS_200));
    flood(socket, () => frame(TYPE.continuation, 0, stream, field('x-more', 'x'.repeat(100))));
  },
  'big-header': (socket, stream) => {
    const fields = Array.from({ length: 9000 }, (_, n) => field(`x-${n}`, 'x'.repeat(110)));
    socket.write(frame(TYPE.headers, 0, stream, STATUS_200));
    for (const one of fields) socket.write(frame(TYPE.continuation, 0, stream, one));
    socket.write(frame(TYPE.continuation, END_HEADERS | END_STREAM, stream));
  },
  'hpack-bomb': (socket, stream) => {
    // One large entry in the dynamic table, named ten thousand times by one byte each (RFC 7541 §7.3).
    const entry = Buffer.concat([Buffer.from([0x40, 1, 0x78, 0x7f, 0xa1, 0x1e]), Buffer.alloc(4000, 0x78)]);
    const block = Buffer.concat([STATUS_200, entry, Buffer.alloc(10_000, 0xbe)]);
    socket.write(frame(TYPE.headers, END_HEADERS | END_STREAM, stream, block));
  },
  'not-hpack': (socket, stream) =>
    socket.write(frame(TYPE.headers, END_HEADERS, stream, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))),
  push: (socket, stream) =>
    socket.write(frame(TYPE.pushPromise, END_HEADERS, stream, Buffer.concat([number(2), STATUS_200]))),
  // Kept open: whether the answer or the end of the connection is seen first would be chance.
  http1: (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
  silent: () => undefined,
  'stalled-body': (socket, stream) =>
    socket.write(Buffer.concat([headers(stream), frame(TYPE.data, 0, stream, Buffer.from('half'))])),
  endless: (socket, stream) => {
    // Past the flow control window, which a client of good faith would have answered with an error.
    socket.write(headers(stream));
    flood(socket, () => frame(TYPE.data, 0, stream, Buffer.alloc(16_384, 0x78)));
  },
  'wrong-length': (socket, stream) =>
    socket.write(
      Buffer.concat([
        frame(TYPE.headers, END_HEADERS, stream, Buffer.concat([STATUS_200, field('content-length', '400')])),
        frame(TYPE.data, END_STREAM, stream, Buffer.from('short')),
      ]),
    ),
} satisfies Record<string, Behaviour>;

/** A way to break HTTP/2. */
export type H2Kind = keyof typeof BEHAVIOURS;

export interface HostileH2Server extends AsyncDisposable {
  readonly url: string;
}

/** Starts a server that answers every request in one way. */
export async function startHostileH2Server(kind: H2Kind): Promise<HostileH2Server> {
  const behaviour: Behaviour = BEHAVIOURS[kind];
  const sockets = new Set<TLSSocket>();
  const server = createServer({ key: TEST_KEY, cert: TEST_CERTIFICATE, ALPNProtocols: ['h2'] }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let bytes: Buffer = Buffer.alloc(0);
    let greeted = false;
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!greeted) {
        if (bytes.length < PREFACE_BYTES) return;
        bytes = bytes.subarray(PREFACE_BYTES);
        greeted = true;
        socket.write(frame(TYPE.settings, 0, 0));
      }
      bytes = readFrames(bytes, (type, flags, stream) => {
        if (type === TYPE.settings && (flags & ACK) === 0) socket.write(frame(TYPE.settings, ACK, 0));
        if (type === TYPE.headers) behaviour(socket, stream);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Hands out whole frames; what is left of an unfinished one is given back. */
function readFrames(bytes: Buffer, take: (type: number, flags: number, stream: number) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 9) {
    const length = bytes.readUIntBE(at, 3);
    if (bytes.length - at - 9 < length) break;
    const stream = bytes.readUInt32BE(at + 5) & 0x7fff_ffff;
    take(bytes[at + 3] ?? 0, bytes[at + 4] ?? 0, stream);
    at += 9 + length;
  }
  return bytes.subarray(at);
}
