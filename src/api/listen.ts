/** Takes a port. */
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/schema.ts';
import { NewsmillError } from '../errors.ts';
import type { Log } from '../observe/log.ts';
import type { Api } from './parts.ts';

/** Ports tried, the configured one included, when nobody asked for that one. */
const PORTS_TRIED = 20;

/**
 * Listens on api.host and api.port.
 *
 * @returns the URL to open on this machine
 * @param explicitPort whether somebody chose the port. If so and it is taken, that is an error; if not,
 *   the next free one is used and the log says so
 * @throws NewsmillError `port_in_use`, or `config_invalid` when the address is not of this machine
 */
export async function listen(
  api: Api,
  config: Config['api'],
  explicitPort: boolean,
  log: Log,
): Promise<string> {
  const { host, port } = config;
  const last = explicitPort || port === 0 ? port : Math.min(port + PORTS_TRIED - 1, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    try {
      await api.listen({ host, port: candidate });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE') continue;
      throw asListenError(error, host, candidate);
    }
    const bound = (api.server.address() as AddressInfo).port;
    if (port !== 0 && bound !== port)
      log.warn({ port: bound }, `port ${port} is taken, so the API uses ${bound}`);
    return `http://${shownHost(host)}:${bound}`;
  }
  const taken = last === port ? `Port ${port}` : `Every port from ${port} to ${last}`;
  throw new NewsmillError('port_in_use', `${taken} on ${host} is taken`);
}

function asListenError(error: unknown, host: string, port: number): NewsmillError {
  const reason = error instanceof Error ? error.message : String(error);
  return new NewsmillError('config_invalid', `The API cannot listen on ${host}:${port}: ${reason}`, {
    cause: error,
  });
}

/** An address a browser on this machine can open: all addresses (0.0.0.0, ::) include loopback. */
function shownHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
