/**
 * Connections by way of a proxy: HTTP CONNECT (RFC 9110 §9.3.6) or SOCKS5 (RFC 1928, RFC 1929).
 *
 * The target's name is resolved and judged here, and the proxy is told the address, so that what was judged is what is
 * connected to, whatever the proxy's own resolver says. The proxy's address is judged too.
 */
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import { type AddressGuard, guardedLookup } from './address-guard.ts';
import type { DispatcherOptions } from './dispatcher.ts';

/** A proxy and what the guard says of its own address. */
export interface ProxyTarget {
  readonly name: string;
  /** `http:`, `https:` or `socks5:`, with userinfo where the proxy wants it. */
  readonly url: URL;
  /** The guard for the proxy itself, whose port is free. */
  readonly guard: AddressGuard;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'socks5:': 1080 };

/** Longest answer to CONNECT, in bytes. */
const MAX_ANSWER_BYTES = 16_384;

/** Opens connections to hosts; what comes back is connected. @throws NewsmillError */
export type Tunnel = (hostname: string, port: number) => Promise<Socket>;

/** @param guard judges the targets */
export function proxyTunnel(
  proxy: ProxyTarget,
  guard: AddressGuard,
  { connectTimeoutMs: timeout, ca }: DispatcherOptions,
): Tunnel {
  const proxyPort = Number(proxy.url.port) || (DEFAULT_PORTS[proxy.url.protocol] ?? 80);
  const proxyHost = proxy.url.hostname;
  const toProxy = buildConnector({
    allowH2: false,
    timeout,
    lookup: guardedLookup(proxy.guard, proxyPort),
    autoSelectFamily: true,
    ...(ca === undefined ? {} : { ca }),
  });

  const reachProxy = (): Promise<Socket> =>
    new Promise((resolve, reject) => {
      proxy.guard.checkLiteral(proxyHost, proxyPort);
      const protocol = proxy.url.protocol === 'https:' ? 'https:' : 'http:';
      const target = { hostname: proxyHost, host: proxyHost, protocol, port: String(proxyPort) };
      toProxy(target, (error, socket) => (error === null ? resolve(socket) : reject(error)));
    });

  return async (hostname, port) => {
    const [address] = await guard.permittedAddresses(hostname.replace(/^\[|\]$/g, ''), port);
    if (address === undefined) throw new NewsmillError('unknown_host', `${hostname} has no address`);
    let socket: Socket;
    try {
      socket = await reachProxy();
    } catch (cause) {
      if (cause instanceof NewsmillError) throw cause;
      const reason = asNewsmillError(cause).message;
      throw new NewsmillError('proxy_failed', `The proxy ${proxy.name} cannot be reached: ${reason}`, {
        cause,
      });
    }
    const limit = setTimeout(() => socket.destroy(failed(proxy, `said nothing for ${timeout} ms`)), timeout);
    try {
      if (proxy.url.protocol === 'socks5:') await askSocks(socket, proxy, address, port);
      else await askHttp(socket, proxy, address, port);
      return socket;
    } catch (error) {
      socket.destroy();
      throw error;
    } finally {
      clearTimeout(limit);
    }
  };
}

/** @param guard judges the targets */
export function proxyConnector(
  proxy: ProxyTarget,
  guard: AddressGuard,
  options: DispatcherOptions,
): buildConnector.connector {
  const { connectTimeoutMs: timeout, ca } = options;
  const tunnelTo = proxyTunnel(proxy, guard, options);
  const secure = buildConnector({ allowH2: true, timeout, ...(ca === undefined ? {} : { ca }) });
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    tunnelTo(target.hostname, port).then(
      (socket) => {
        if (target.protocol !== 'https:') callback(null, socket);
        else secure({ ...target, httpSocket: socket }, callback);
      },
      (error: Error) => callback(error, null),
    );
  };
}

async function askHttp(socket: Socket, proxy: ProxyTarget, address: string, port: number): Promise<void> {
  const authority = `${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
  const { user, password } = credentialsOf(proxy.url);
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  const auth = user === '' && password === '' ? '' : `Proxy-Authorization: Basic ${basic}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${auth}\r\n`);
  let answer = '';
  while (!answer.endsWith('\r\n\r\n')) {
    if (answer.length >= MAX_ANSWER_BYTES) throw failed(proxy, 'answers without end');
    // Byte by byte, so that nothing of the target's own bytes is taken.
    answer += (await read(socket, proxy, 1)).toString('latin1');
  }
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
  if (status === undefined) throw failed(proxy, 'does not speak HTTP');
  if (!status.startsWith('2')) throw failed(proxy, `answered HTTP ${status}`);
}

const SOCKS_VERSION = 5;
const NO_AUTHENTICATION = 0;
const BY_PASSWORD = 2;
/** The lengths of the bound address by its type (RFC 1928 §6); a name's own first byte is its length. */
const ADDRESS_BYTES: Readonly<Record<number, number>> = { 1: 4, 4: 16 };

async function askSocks(socket: Socket, proxy: ProxyTarget, address: string, port: number): Promise<void> {
  const { user, password } = credentialsOf(proxy.url);
  const methods = user === '' ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, BY_PASSWORD];
  socket.write(Buffer.from([SOCKS_VERSION, methods.length, ...methods]));
  const [version, method] = await read(socket, proxy, 2);
  if (version !== SOCKS_VERSION) throw failed(proxy, 'does not speak SOCKS5');
  if (method === BY_PASSWORD && user !== '') {
    const [name, secret] = [Buffer.from(user).subarray(0, 255), Buffer.from(password).subarray(0, 255)];
    socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]));
    if ((await read(socket, proxy, 2))[1] !== 0) throw failed(proxy, 'refuses the credentials');
  } else if (method !== NO_AUTHENTICATION) throw failed(proxy, 'wants another way to sign in');

  const bytes = ipaddr.parse(address).toByteArray();
  const type = bytes.length === 4 ? 1 : 4;
  socket.write(Buffer.from([SOCKS_VERSION, 1, 0, type, ...bytes, port >> 8, port & 255]));
  const [, reply, , boundType = 0] = await read(socket, proxy, 4);
  if (reply !== 0) throw failed(proxy, `cannot connect to ${address} (reply ${reply})`);
  const rest = ADDRESS_BYTES[boundType] ?? (await read(socket, proxy, 1))[0] ?? 0;
  await read(socket, proxy, rest + 2);
}

/** Exactly `count` bytes. */
async function read(socket: Socket, proxy: ProxyTarget, count: number): Promise<Buffer> {
  for (;;) {
    const bytes: Buffer | null = socket.read(count);
    if (bytes !== null && bytes.length === count) return bytes;
    if (bytes !== null || socket.destroyed || socket.readableEnded)
      throw socket.errored ?? failed(proxy, 'closed the connection');
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ['readable', 'end', 'close']) socket.off(event, done);
        resolve();
      };
      for (const event of ['readable', 'end', 'close']) socket.on(event, done);
    });
  }
}

function credentialsOf(url: URL): { readonly user: string; readonly password: string } {
  return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

function failed(proxy: ProxyTarget, what: string): NewsmillError {
  return new NewsmillError('proxy_failed', `The proxy ${proxy.name} ${what}`);
}
