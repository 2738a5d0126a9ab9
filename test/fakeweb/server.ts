/** A web server on loopback whose every page a test decides, with an access log as the judge of politeness. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a path answers: data, or a function for what needs the raw response. */
export type Route =
  | Answer
  | ((
      request: IncomingMessage,
      response: ServerResponse,
    ) => Answer | undefined | Promise<Answer | undefined>);

export interface LogLine {
  readonly path: string;
  readonly host: string;
  /** Milliseconds on one monotonic clock. */
  readonly from: number;
  to: number;
  readonly headers: IncomingMessage['headers'];
  /** The port that the request came from. */
  readonly clientPort: number;
}

export interface FakeWeb extends AsyncDisposable {
  readonly base: string;
  readonly port: number;
  readonly log: LogLine[];
  /** Changes while the server runs; a path without a route is 404. */
  readonly routes: Map<string, Route>;
  page(path: string, html: string): void;
  /** Paths that were asked for, files about the host left out. */
  paths(): string[];
}

/**
 * @param address one of 127.0.0.0/8, each a host of its own
 * @param wantedPort a free one by default
 */
export async function startFakeWeb(address = '127.0.0.1', wantedPort = 0): Promise<FakeWeb> {
  const routes = new Map<string, Route>();
  const log: LogLine[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const line: LogLine = {
      path,
      host: request.headers.host ?? '',
      from: performance.now(),
      to: Number.NaN,
      headers: request.headers,
      clientPort: request.socket.remotePort ?? 0,
    };
    log.push(line);
    response.on('close', () => {
      line.to = performance.now();
    });
    void answer(routes.get(path), request, response);
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://${address}:${port}`,
    port,
    log,
    routes,
    page: (path, html) =>
      void routes.set(path, { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }),
    paths: () =>
      log.map((l) => l.path).filter((p) => p !== '/robots.txt' && p !== '/.well-known/tdmrep.json'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  route: Route | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const said =
    typeof route === 'function'
      ? await route(request, response)
      : (route ?? { status: 404, body: 'Not here' });
  if (said === undefined || response.headersSent) return;
  response.writeHead(said.status ?? 200, said.headers ?? {});
  response.end(said.body ?? '');
}
