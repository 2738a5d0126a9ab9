/** The HTTP client of newsmill: one request at a time, guarded and bounded, honest about who asks. */
import type { Agent } from 'undici';
import type { Config } from '../config/schema.ts';
import { NewsmillError } from '../errors.ts';
import { type AddressGuard, guardAt, guardOf, parseHttpUrl, portOf } from './address-guard.ts';
import { ACCEPTED_CODINGS } from './content-coding.ts';
import { CookieJars } from './cookies.ts';
import { createGuardedDispatcher } from './dispatcher.ts';
import type { Resolve } from './dns/name-resolver.ts';
import { exchange } from './exchange.ts';
import { PinnedDispatchers } from './pinned.ts';
import { type ProxyTarget, proxyTunnel, type Tunnel } from './proxy-connector.ts';
import type { FetchResponse, RequestOptions } from './response.ts';

/** The `fetch` section of the configuration. */
export type FetchConfig = Config['fetch'];

/** Parts of a fetcher that are not configuration. */
export interface FetcherOptions {
  /** How names become addresses, instead of by `fetch.nameServers`. */
  readonly resolve?: Resolve | undefined;
  /** Certificate authorities trusted instead of the built-in ones, PEM. */
  readonly ca?: string | undefined;
}

/** Connections straight to hosts or by one proxy: to whatever addresses their names have, and to single ones. */
interface Connections {
  readonly any: Agent;
  readonly pinned: PinnedDispatchers;
}

/** An HTTP client with its pools. Close it when done. */
export interface Fetcher extends AsyncDisposable {
  /**
   * Exactly one GET; redirects are answered, not followed, and every status is an answer
   * (`failureOfStatus` tells what it means).
   *
   * @throws NewsmillError `invalid_url`, `unsupported_scheme`, `address_refused`, `unknown_host`, `connect_failed`,
   *   `connect_timeout`, `proxy_failed`, `tls_failed`, `headers_timeout`, `body_timeout`, `connection_lost`, `protocol_error`,
   *   `too_large`, `bad_content_encoding`
   */
  request(url: string, options?: RequestOptions): Promise<FetchResponse>;
  readonly guard: AddressGuard;
  /**
   * Connections by one of `fetch.proxies`, to addresses that `guard` permits.
   *
   * @throws NewsmillError `proxy_failed` where there is none of that name
   */
  tunnelBy(proxy: string, guard: AddressGuard): Tunnel;
  /** Product token, version and contact, as sent. */
  readonly userAgent: string;
  /** Ends running requests and closes all connections. */
  close(): Promise<void>;
}

const ACCEPT_PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5';

/** @throws NewsmillError `config_invalid` where an exception of the address guard or the contact cannot be used */
export function createFetcher(config: FetchConfig, options: FetcherOptions = {}): Fetcher {
  const guard = guardOf(config, { resolve: options.resolve });
  const userAgent = userAgentOf(config);
  const jars = new CookieJars();
  const straight = connections(undefined);
  const proxies = new Map(config.proxies.map(({ name, url }) => [name, proxyOf(name, url)]));
  const byProxy = new Map([...proxies].map(([name, proxy]) => [name, connections(proxy)]));

  function proxyOf(name: string, text: string): ProxyTarget {
    const url = URL.parse(text);
    if (url === null) throw new NewsmillError('config_invalid', `fetch.proxies: the URL of ${name} is none`);
    return { name, url, guard: guardOf(config, { resolve: options.resolve, anyPort: true }) };
  }

  function connections(proxy: ProxyTarget | undefined): Connections {
    const make = (by: AddressGuard): Agent =>
      createGuardedDispatcher(by, { connectTimeoutMs: config.connectTimeoutMs, ca: options.ca, proxy });
    return { any: make(guard), pinned: new PinnedDispatchers((address) => make(guardAt(guard, address))) };
  }

  const dispatcherOf = ({ proxy, address }: RequestOptions): Agent => {
    const found = proxy == null ? straight : byProxy.get(proxy);
    if (found === undefined) throw noProxy(String(proxy));
    return address == null ? found.any : found.pinned.of(address);
  };

  const close = async (): Promise<void> => {
    const all = [straight, ...byProxy.values()];
    await Promise.all(all.flatMap(({ any, pinned }) => [any.destroy(), pinned.destroy()]));
  };

  return {
    guard,
    userAgent,
    tunnelBy(name, by) {
      const proxy = proxies.get(name);
      if (proxy === undefined) throw noProxy(name);
      return proxyTunnel(proxy, by, { connectTimeoutMs: config.connectTimeoutMs, ca: options.ca });
    },
    close,
    [Symbol.asyncDispose]: close,
    async request(url, request = {}) {
      const target = parseHttpUrl(url);
      target.hash = '';
      target.username = '';
      target.password = '';
      guard.checkLiteral(target.hostname, portOf(target));
      const limits = { ...config, maxBytes: Math.min(request.maxBytes ?? config.maxBytes, config.maxBytes) };
      const headers = requestHeaders(userAgent, request);
      const jar = request.cookies == null ? null : jars.of(request.cookies);
      const cookie = jar?.headerFor(target) ?? null;
      if (cookie !== null) headers.cookie = cookie;
      const response = await exchange(
        dispatcherOf(request),
        { url: target, headers, signal: request.signal, cut: request.cut ?? false },
        limits,
      );
      jar?.take(target, response.headers['set-cookie']?.split('\n') ?? []);
      return response;
    },
  };
}

function noProxy(name: string): NewsmillError {
  return new NewsmillError('proxy_failed', `There is no proxy ${name} under fetch.proxies`);
}

/** The User-Agent field: who asks, and where a publisher can complain (RFC 9110 §10.1.5). */
export function userAgentOf(config: Pick<FetchConfig, 'userAgent' | 'contact'>): string {
  const text = config.contact === null ? config.userAgent : `${config.userAgent} (+${config.contact})`;
  if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(text)) {
    throw new NewsmillError('config_invalid', 'fetch.userAgent and fetch.contact must be plain ASCII');
  }
  return text;
}

function requestHeaders(userAgent: string, request: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: request.accept ?? ACCEPT_PAGE,
    'accept-encoding': ACCEPTED_CODINGS,
  };
  if (request.etag != null) headers['if-none-match'] = request.etag;
  if (request.lastModified != null) headers['if-modified-since'] = request.lastModified;
  return headers;
}
