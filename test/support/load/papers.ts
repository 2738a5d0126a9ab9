/**
 * Many newspapers on addresses of 127.0.0.0/8, some of them misbehaving, in a process of their own that keeps the access
 * log. Started by `startPapers`; speaks with its parent over IPC.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage, fakeArticle } from '../../fakeweb/pages.ts';
import type { Access, PapersMessage, PapersOrder } from './papers-messages.ts';

/** What a host does with requests for pages. robots.txt is always answered. */
const MANNERS = {
  good(path: string, response: ServerResponse): void {
    const body = articlePage(fakeArticle(hashOf(path)));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  },
  /** A page of 150 KB, most of it markup around the text, as news pages are. */
  large(path: string, response: ServerResponse): void {
    const page = articlePage(fakeArticle(hashOf(path)));
    const room = 150_000 - Buffer.byteLength(page);
    const item = (n: number): string =>
      `<li class="item-${n}"><a href="/news/${n}${path}">Item ${n}</a></li>`;
    let filler = '';
    for (let n = 0; filler.length < room; n += 1) filler += item(n);
    const body = page.replace('</body>', `<ul>${filler}</ul></body>`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  },
  /** One byte a second, for as long as anybody listens. */
  tarpit(_path: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/html' });
    const drip = setInterval(() => response.write('.'), 1000);
    response.on('close', () => clearInterval(drip));
  },
  busy(_path: string, response: ServerResponse): void {
    response.writeHead(503, { 'retry-after': '2' }).end('busy');
  },
  silent(): void {
    // Never answers; the client gives up.
  },
} as const;

function hashOf(text: string): number {
  let hash = 17;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

const log: Access[] = [];

function serve(host: string, manner: keyof typeof MANNERS, port: number): Promise<number> {
  const server = createServer({ keepAliveTimeout: 5000 }, (request: IncomingMessage, response) => {
    const path = request.url ?? '/';
    const access: Access = { host, path: `${host}${path}`, start: performance.now(), end: null };
    log.push(access);
    response.on('close', () => {
      access.end = performance.now();
    });
    if (path === '/robots.txt') response.writeHead(404).end();
    else MANNERS[manner](path, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

const send = (message: PapersMessage): void => void process.send?.(message);

process.on('message', async (order: PapersOrder) => {
  if (order.is === 'log') return send({ is: 'log', log });
  let port = 0;
  for (const { host, manner } of order.hosts) port = await serve(host, manner, port);
  send({ is: 'listening', port });
});
process.on('disconnect', () => process.exit(0));
