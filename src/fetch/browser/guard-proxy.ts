/**
 * The browser's only way out: a forward proxy on loopback whose every connection goes through the
 * address guard, so that scripts, frames and redirects in the browser meet the same rules as the
 * plain client, checked on the address that is connected to.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type AddressGuard, guardedLookup } from '../address-guard.ts';
import type { Tunnel } from '../proxy-connector.ts';

export interface GuardProxy extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly url: string;
}

/** Connections of one browser at once; more wait or fail in the browser, not in newsmill. */
const MAX_CONNECTIONS = 256;
const IDLE_MS = 30_000;

/** How connections are made: straight to what the guard permits, or by another proxy's tunnel, which asks it too. */
interface Way {
  readonly guard: AddressGuard;
  readonly tunnel: Tunnel | null;
}

/**
 * Starts a proxy for one browser, or for one page of it. Only this machine's loopback can reach it.
 *
 * @param through opens all connections, instead of straight ones
 */
export async function startGuardProxy(
  guard: AddressGuard,
  through: Tunnel | null = null,
): Promise<GuardProxy> {
  const way: Way = { guard, tunnel: through };
  const server = createServer((incoming, outgoing) => void forward(way, incoming, outgoing));
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = IDLE_MS;
  server.on('connect', (incoming, socket: Socket, head) => void tunnel(way, incoming, socket, head));
  // What a page sends that is no HTTP ends its own connection only.
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Header fields that are between two neighbours only (RFC 9110 §7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'proxy-connection',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Plain HTTP: the request line holds the whole URL (RFC 9112 §3.2.2). */
async function forward(way: Way, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { guard } = way;
  const target = URL.parse(incoming.url ?? '');
  if (target === null || target.protocol !== 'http:') {
    refuse(outgoing, 400);
    return;
  }
  const hostname = target.hostname.replace(/^\[|\]$/g, '');
  const port = Number(target.port) || 80;
  try {
    guard.checkLiteral(hostname, port);
  } catch {
    refuse(outgoing, 403);
    return;
  }
  let own: Socket | null = null;
  try {
    own = (await way.tunnel?.(hostname, port)) ?? null;
  } catch {
    refuse(outgoing, 502);
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).filter(([name]) => !HOP_BY_HOP.has(name)),
  );
  const upstream = request(
    {
      hostname,
      port,
      path: `${target.pathname}${target.search}`,
      method: incoming.method,
      headers,
      ...(own === null ? { lookup: guardedLookup(guard, port) } : { createConnection: () => own }),
      timeout: IDLE_MS,
    },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    },
  );
  upstream.on('timeout', () => upstream.destroy());
  // An answer of the proxy's own would be taken for the host's: Chromium is to see that there was none.
  upstream.on('error', () => outgoing.destroy());
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function refuse(outgoing: ServerResponse, status: number): void {
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(status, { connection: 'close' }).end();
}

/** HTTPS and WebSockets: bytes are passed on unread (RFC 9110 §9.3.6). */
async function tunnel(
  { guard, tunnel: through }: Way,
  incoming: IncomingMessage,
  socket: Socket,
  head: Buffer,
): Promise<void> {
  const target = URL.parse(`tcp://${incoming.url ?? ''}`);
  const port = Number(target?.port) || 443;
  const hostname = target?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const close = (status: string): void => {
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
  };
  socket.on('error', () => socket.destroy());
  try {
    if (hostname === '') throw new TypeError('no host');
    guard.checkLiteral(hostname, port);
  } catch {
    close('403 Forbidden');
    return;
  }
  const join = (upstream: Socket): void => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  };
  let upstream: Socket;
  try {
    upstream =
      through === null
        ? connect({ host: hostname, port, lookup: guardedLookup(guard, port) })
        : await through(hostname, port);
  } catch {
    close('502 Bad Gateway');
    return;
  }
  upstream.setTimeout(IDLE_MS, () => upstream.destroy());
  upstream.on('error', () => close('502 Bad Gateway'));
  socket.on('close', () => upstream.destroy());
  if (socket.destroyed) upstream.destroy();
  else if (through === null) upstream.once('connect', () => join(upstream));
  else join(upstream);
}
