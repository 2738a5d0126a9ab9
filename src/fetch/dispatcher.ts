/** undici's connection pools behind the address guard. */
import { Agent, buildConnector } from 'undici';
import { type AddressGuard, guardedLookup } from './address-guard.ts';
import { type ProxyTarget, proxyConnector } from './proxy-connector.ts';

/** Limits of the connections a dispatcher opens. */
export interface DispatcherOptions {
  /** Limit for DNS, TCP and TLS, in milliseconds. */
  readonly connectTimeoutMs: number;
  /** Certificate authorities trusted instead of the built-in ones, PEM. */
  readonly ca?: string | undefined;
  /** A proxy that all connections go by. */
  readonly proxy?: ProxyTarget | undefined;
}

/** Largest response header block, in bytes; RFC 9110 §5.4 sets none, and no honest host comes near it. */
export const MAX_HEADER_BYTES = 65_536;

/** Connections to one origin at once. A host's concurrency is its slots' business; this is only a bound. */
const MAX_CONNECTIONS_PER_ORIGIN = 32;

/** Idle time after which a connection is closed; above the usual delay between requests to one host. */
const KEEP_ALIVE_MS = 5_000;
const KEEP_ALIVE_MOST_MS = 15_000;

/**
 * A dispatcher, pooled per origin, HTTP/1.1 and HTTP/2, whose every connection goes to an address the guard
 * permits. For any HTTP client of the project: pages, robots files, feeds, webhooks.
 *
 * Its own header and body timers are off: the caller has finer ones.
 */
export function createGuardedDispatcher(guard: AddressGuard, options: DispatcherOptions): Agent {
  return new Agent({
    connect:
      options.proxy === undefined
        ? guardedConnector(guard, options)
        : proxyConnector(options.proxy, guard, options),
    allowH2: true,
    connections: MAX_CONNECTIONS_PER_ORIGIN,
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MOST_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Sockets only to permitted addresses: literals are judged here, names when they are resolved. */
function guardedConnector(guard: AddressGuard, options: DispatcherOptions): buildConnector.connector {
  // One connector per port, because `lookup` is not told the port and `host:port` exceptions need it.
  const connectors = new Map<number, buildConnector.connector>();
  const connectorOf = (port: number): buildConnector.connector => {
    const known = connectors.get(port);
    if (known !== undefined) return known;
    const made = buildConnector({
      allowH2: true,
      timeout: options.connectTimeoutMs,
      lookup: guardedLookup(guard, port),
      autoSelectFamily: true,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    });
    connectors.set(port, made);
    return made;
  };

  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    try {
      guard.checkLiteral(target.hostname, port);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connectorOf(port)(target, callback);
  };
}
