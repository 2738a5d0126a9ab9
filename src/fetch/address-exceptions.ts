/** Exceptions from the address guard, as `fetch.allowAddresses` writes them. */
import ipaddr from 'ipaddr.js';
import { NewsmillError } from '../errors.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What the exceptions cover. A named host or a single address is trusted whole; a range is not. */
export interface Exceptions {
  /** A host excepted by name. `hostname` is lower-case, without a trailing dot. */
  coversHost(hostname: string, port: number): boolean;
  /** An address excepted by itself, or an IPv4 address in an excepted range. */
  coversAddress(address: Address, port: number): boolean;
  /** An address in an excepted range; an IPv4 address embedded in it is still to be judged. */
  coversRange(address: Address): boolean;
}

interface Entry {
  readonly host: string;
  readonly port: number | null;
}

/**
 * Reads exceptions: `name`, `name:port`, `10.0.0.7`, `10.0.0.7:8080`, `[fd00::7]:8080`, `fd00::7`,
 * `10.0.0.0/8`, `fd00::/8`.
 *
 * @throws NewsmillError `config_invalid`
 */
export function parseExceptions(entries: readonly string[]): Exceptions {
  const hosts: Entry[] = [];
  const addresses: { readonly address: Address; readonly port: number | null }[] = [];
  const ranges: [Address, number][] = [];
  for (const raw of entries) {
    const text = raw.trim().toLowerCase();
    if (text.includes('/')) {
      if (!ipaddr.isValidCIDR(text)) throw badException(raw);
      ranges.push(ipaddr.parseCIDR(text));
      continue;
    }
    const entry = parseHostPort(text, raw);
    if (ipaddr.isValid(entry.host)) addresses.push({ address: ipaddr.parse(entry.host), port: entry.port });
    else hosts.push(entry);
  }

  const coversRange = (address: Address): boolean =>
    ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

  return {
    coversRange,
    coversHost: (hostname, port) => hosts.some((entry) => entry.host === hostname && fits(entry.port, port)),
    coversAddress: (address, port) =>
      addresses.some((entry) => sameAddress(entry.address, address) && fits(entry.port, port)) ||
      (address.kind() === 'ipv4' && coversRange(address)),
  };
}

/** A plain IPv6 address has colons too, so it gets the brackets that a URL's host needs. */
function parseHostPort(text: string, raw: string): Entry {
  const authority = ipaddr.IPv6.isValid(text) ? `[${text}]` : text;
  const url = URL.parse(`http://${authority}/`);
  if (url === null || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw badException(raw);
  }
  const port = /:(\d+)$/.exec(authority)?.[1];
  return {
    host: url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, ''),
    port: port === undefined ? null : Number(port),
  };
}

function sameAddress(one: Address, other: Address): boolean {
  return one.kind() === other.kind() && one.toNormalizedString() === other.toNormalizedString();
}

function fits(excepted: number | null, port: number): boolean {
  return excepted === null || excepted === port;
}

function badException(raw: string): NewsmillError {
  return new NewsmillError(
    'config_invalid',
    `fetch.allowAddresses: “${raw}” is not a host name, host:port, address or CIDR range`,
  );
}
