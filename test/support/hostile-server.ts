/**
 * A web server on loopback that misbehaves on request: each path is one way to do it. It speaks raw bytes, so
 * that it can break HTTP itself.
 */
import { createServer, type Socket } from 'node:net';
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';

/** One request as it came. */
export interface LoggedRequest {
  readonly target: string;
  /** The address it came in at. */
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HostileServer extends AsyncDisposable {
  readonly port: number;
  /** Requests in the order they came. */
  readonly log: readonly LoggedRequest[];
  /** Bytes written for the latest request to `/endless` or a bomb. */
  readonly bytesSent: () => number;
  /** Absolute URL of a path, on `host` (127.0.0.1 by default). */
  url(path: string, host?: string): string;
}

export const PAGE = `<!doctype html><html><head><title>Harbour</title></head><body><p>${'The harbour opens at dawn. '.repeat(40)}</p></body></html>`;

type Behaviour = (socket: Socket, request: LoggedRequest, url: URL) => void;

const respond = (
  socket: Socket,
  status: number,
  headers: Record<string, string | number>,
  body: string | Uint8Array = '',
): void => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const fields = { 'content-length': bytes.length, connection: 'close', ...headers };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`, 'latin1');
  socket.end(bytes);
};

const page = (socket: Socket, coding: string, bytes: Uint8Array): void =>
  respond(socket, 200, { 'content-type': 'text/html', 'content-encoding': coding }, bytes);

const repeat = (socket: Socket, everyMs: number, piece: string): void => {
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
};

const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);

/** Sends the same compressed MiB of zeros ten thousand times, as members one after another: 10 GB in 10 MB. */
async function tenGigabytes(
  socket: Socket,
  coding: string,
  member: Uint8Array,
  times = 10_000,
): Promise<void> {
  socket.write(
    `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: ${coding}\r\nconnection: close\r\n\r\n`,
  );
  for (let sent = 0; sent < times && !socket.destroyed; sent += 1) {
    if (!socket.write(member)) {
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', () => resolve());
      });
    }
  }
  socket.end();
}

/** 200 MiB in 200 KiB: members of one MiB, one after another (RFC 1952 §2.2). */
const gzipBomb = (): Buffer => {
  const member = gzipSync(zeros(1), { level: 9 });
  return Buffer.concat(Array.from({ length: 200 }, () => member));
};

function behaviours(sent: (bytes: number) => void): Record<string, Behaviour> {
  const bomb = (coding: string, make: () => Uint8Array): Behaviour => {
    // Making one takes a while, so it is made when first asked for.
    let bytes: Uint8Array | null = null;
    return (socket) => {
      bytes ??= make();
      sent(bytes.length);
      page(socket, coding, bytes);
    };
  };
  return {
    '/page': (socket) => respond(socket, 200, { 'content-type': 'text/html; charset=utf-8' }, PAGE),
    '/empty': (socket) => respond(socket, 200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
    '/gzip': (socket) => page(socket, 'gzip', gzipSync(PAGE)),
    '/x-gzip': (socket) => page(socket, 'x-gzip', gzipSync(PAGE)),
    '/br': (socket) => page(socket, 'br', brotliCompressSync(PAGE)),
    '/zstd': (socket) => page(socket, 'zstd', zstdCompressSync(PAGE)),
    '/deflate': (socket) => page(socket, 'deflate', deflateSync(PAGE)),
    '/deflate-raw': (socket) => page(socket, 'deflate', deflateRawSync(PAGE)),
    '/chain': (socket) => page(socket, 'gzip, br', brotliCompressSync(gzipSync(PAGE))),
    '/chain-of-four': (socket) => page(socket, 'gzip, gzip, gzip, gzip', gzipSync(PAGE)),
    '/charset-as-coding': (socket) => page(socket, 'utf-8', Buffer.from(PAGE)),
    '/unknown-coding': (socket) => page(socket, 'compress', Buffer.from(PAGE)),
    '/truncated-gzip': (socket) => page(socket, 'gzip', gzipSync(PAGE).subarray(0, 60)),
    '/truncated-br': (socket) => page(socket, 'br', brotliCompressSync(PAGE).subarray(0, 40)),
    '/truncated-zstd': (socket) => page(socket, 'zstd', zstdCompressSync(PAGE).subarray(0, 40)),
    '/not-gzip': (socket) => page(socket, 'gzip', Buffer.from(PAGE)),
    '/404-not-gzip': (socket) => respond(socket, 404, { 'content-encoding': 'gzip' }, 'plain after all'),
    '/bomb-gzip': bomb('gzip', gzipBomb),
    '/bomb-br': bomb('br', () =>
      brotliCompressSync(zeros(32), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ),
    '/bomb-zstd': bomb('zstd', () => zstdCompressSync(zeros(32))),
    '/bomb-nested': bomb('gzip, gzip', () => gzipSync(gzipBomb())),
    // Empty gzip members: nothing comes out at the end, but the stage before it never stops.
    '/bomb-hollow': bomb('gzip, gzip', () => gzipSync(Buffer.alloc(8_000_000, gzipSync('')), { level: 1 })),
    '/bomb-10g-gzip': (socket) => void tenGigabytes(socket, 'gzip', gzipSync(zeros(1), { level: 9 })),
    '/bomb-10g-zstd': (socket) => void tenGigabytes(socket, 'zstd', zstdCompressSync(zeros(1))),
    '/bomb-10g-nested': (socket) => {
      // 10 GB in 10 MB in 10 kB: a member of the outer stream holds ten thousand of the inner one.
      const inner = Buffer.alloc(1_048_576, gzipSync(zeros(1), { level: 9 }));
      void tenGigabytes(socket, 'gzip, gzip', gzipSync(inner, { level: 9 }), 10);
    },
    '/endless': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n');
      let total = 0;
      const more = (): void => {
        do {
          total += 65_536;
          sent(total);
        } while (socket.writable && socket.write('x'.repeat(65_536)));
      };
      socket.on('drain', more);
      more();
    },
    '/large': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 104857600\r\nconnection: close\r\n\r\nbeginning');
    },
    '/large-page': (socket) => respond(socket, 200, { 'content-type': 'text/html' }, 'x'.repeat(2_000_000)),
    '/large-404': (socket) => respond(socket, 404, { 'content-type': 'text/html' }, 'x'.repeat(2_000_000)),
    '/silent': () => undefined,
    '/slow-headers': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      repeat(socket, 20, 'x-drip: drop\r\n');
    },
    '/slow-body': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
      repeat(socket, 20, 'x');
    },
    '/stalled-body': (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nbeginning');
    },
    '/big-header': (socket) => respond(socket, 200, { 'x-big': 'x'.repeat(1_048_576) }, PAGE),
    '/many-headers': (socket) => {
      const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`x-${i}`, 'x'.repeat(40)]));
      respond(socket, 200, fields, PAGE);
    },
    '/too-long-length': (socket) => respond(socket, 200, { 'content-length': PAGE.length + 500 }, PAGE),
    '/too-short-length': (socket) => respond(socket, 200, { 'content-length': 20 }, PAGE),
    '/two-lengths': (socket) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 9\r\n\r\nbody body`),
    '/early-close': (socket) => {
      socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1000\r\nonly the beginning');
    },
    '/close-at-once': (socket) => socket.destroy(),
    '/reset': (socket) => socket.resetAndDestroy(),
    '/http09': (socket) => socket.end('<html>no status line at all</html>'),
    '/garbage': (socket) => socket.end(Buffer.from([0x16, 0x03, 0x01, 0x00, 0x02, 0x02, 0x0a, 0xff, 0xfe])),
    '/bad-chunk': (socket) => {
      socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nnot a size\r\n0\r\n\r\n');
    },
    '/loop': (socket) => respond(socket, 302, { location: '/loop-back' }),
    '/loop-back': (socket) => respond(socket, 302, { location: '/loop#again' }),
    '/self': (socket) => respond(socket, 301, { location: '/self' }),
    '/no-location': (socket) => respond(socket, 302, {}),
    '/bad-location': (socket) => respond(socket, 302, { location: 'http://[nonsense' }),
    '/utf8-location': (socket) => {
      respond(socket, 301, { location: Buffer.from('/häfen/öl').toString('latin1') });
    },
    '/conditional': (socket, request) => {
      const validators = { etag: '"v1"', 'last-modified': 'Sun, 06 Nov 1994 08:49:37 GMT' };
      const known =
        request.headers['if-none-match'] === '"v1"' ||
        request.headers['if-modified-since'] === validators['last-modified'];
      if (known) socket.end(`HTTP/1.1 304 Not Modified\r\netag: "v1"\r\nconnection: close\r\n\r\n`);
      else respond(socket, 200, { ...validators, 'content-type': 'text/html' }, PAGE);
    },
  };
}

/** Answers paths that carry a parameter. */
function parametric(socket: Socket, url: URL): void {
  const [, kind, value = ''] = url.pathname.split('/');
  if (kind === 'status') {
    const headers: Record<string, string> = {};
    const retryAfter = url.searchParams.get('retry-after');
    if (retryAfter !== null) headers['retry-after'] = retryAfter;
    respond(socket, Number(value), headers, `status ${value}`);
  } else if (kind === 'hops') {
    const left = Number(value);
    if (left === 0) respond(socket, 200, { 'content-type': 'text/html' }, PAGE);
    else respond(socket, 302, { location: `/hops/${left - 1}` });
  } else if (kind === 'to') {
    const location = Buffer.from(url.searchParams.get('url') ?? '', 'utf8').toString('latin1');
    respond(socket, 302, { location });
  } else {
    respond(socket, 404, {}, 'nothing here');
  }
}

/** Starts the server on a free port of every loopback address of IPv4. */
export async function startHostileServer(): Promise<HostileServer> {
  const log: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  let sent = 0;
  const known = behaviours((bytes) => {
    sent = bytes;
  });

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Clients that give up reset the connection; that is what they are tested for.
    socket.on('error', () => undefined);
    let head = '';
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const request = { ...parseHead(head), to: socket.localAddress ?? '' };
      head = '';
      log.push(request);
      const url = new URL(request.target, 'http://server.invalid');
      const behaviour = known[url.pathname];
      if (behaviour === undefined) parametric(socket, url);
      else behaviour(socket, request, url);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;

  return {
    port,
    log,
    bytesSent: () => sent,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function parseHead(head: string): Omit<LoggedRequest, 'to'> {
  const [first = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { target: first.split(' ')[1] ?? '/', headers };
}
