/**
 * The address guard: which network addresses a request may go to.
 *
 * A URL of the open web can name, or resolve to, an address inside the network newsmill runs in. Only
 * public unicast addresses are let through, by the range names of ipaddr.js (which follow the IANA
 * special-purpose registries, RFC 6890), unless the configuration names an exception. The check is made on
 * the addresses a connection is about to use, so a name whose answer changes between two look-ups gains
 * nothing.
 */
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { NewsmillError } from '../errors.ts';
import { type Exceptions, parseExceptions } from './address-exceptions.ts';
import { createNameResolver, type Resolve } from './dns/name-resolver.ts';

/**
 * What the guard says of one address. `range` is ipaddr.js's name, or why an embedded address counts; `oddPort` is the
 * port where that alone is refused.
 */
export interface AddressVerdict {
  readonly address: string;
  readonly range: string;
  readonly allowed: boolean;
  readonly oddPort?: number;
}

/** What the guard says of one URL, for `newsmill check address`. `reason` is null where it is allowed. */
export interface UrlVerdict {
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly addresses: readonly AddressVerdict[];
}

/** Decides on addresses; see `createAddressGuard`. */
export interface AddressGuard {
  /**
   * Addresses of `hostname` that a connection to `port` may use, at least one.
   * `hostname` is a name or a literal address, without brackets.
   *
   * @throws NewsmillError `address_refused` where none may be used, `unknown_host` where there is none
   */
  permittedAddresses(hostname: string, port: number): Promise<readonly string[]>;
  /**
   * As `permittedAddresses`, at once, for a host that is a literal address; null for a name.
   *
   * @throws NewsmillError `address_refused`
   */
  checkLiteral(hostname: string, port: number): AddressVerdict | null;
  /** Verdict on one address reached under `hostname`. */
  judge(address: string, hostname: string, port: number): AddressVerdict;
  /** Resolves `hostname` without judging; localhost names are answered here (RFC 6761 §6.3). */
  resolve: Resolve;
}

/**
 * Azure's platform agent answers on a public unicast address, so no range name covers it; it hands out
 * secrets of the machine like other clouds' link-local metadata addresses.
 */
const AZURE_PLATFORM_ADDRESS = '168.63.129.16';

/** Addresses one name may have; the rest of a longer answer is not looked at. */
const MAX_ADDRESSES = 32;

/** Parts of a guard that are not exceptions. */
export interface GuardOptions {
  /** How names become addresses; newsmill's own questions to the system's name servers by default. */
  readonly resolve?: Resolve | undefined;
  /** Ports that may be asked; any where it is not given. */
  readonly ports?: readonly number[] | undefined;
}

/** The settings a guard is made of. */
export interface GuardConfig {
  readonly allowAddresses: readonly string[];
  readonly allowPorts: readonly number[];
  readonly nameServers: readonly string[];
}

/**
 * The guard of the configuration's `fetch` section.
 *
 * @param options.resolve instead of `fetch.nameServers`
 * @param options.anyPort for addresses that the configuration itself names, such as webhooks
 * @throws NewsmillError `config_invalid`
 */
export function guardOf(
  config: GuardConfig,
  options: { readonly resolve?: Resolve | undefined; readonly anyPort?: boolean } = {},
): AddressGuard {
  return createAddressGuard(config.allowAddresses, {
    resolve: options.resolve ?? createNameResolver({ nameServers: config.nameServers }),
    ports: options.anyPort === true ? undefined : config.allowPorts,
  });
}

/**
 * A guard with the exceptions of `fetch.allowAddresses`, whose ports are free.
 *
 * @param allowAddresses host names, `host:port`, addresses, `address:port` or CIDR ranges
 * @throws NewsmillError `config_invalid` where an exception is none of these
 */
export function createAddressGuard(
  allowAddresses: readonly string[] = [],
  options: GuardOptions = {},
): AddressGuard {
  const exceptions = parseExceptions(allowAddresses);
  const resolve = specialNamesFirst(options.resolve ?? createNameResolver());
  const ports = options.ports === undefined ? null : new Set(options.ports);

  const judge = (text: string, hostname: string, port: number): AddressVerdict => {
    const { verdict, isExcepted } = judgeAddress(text, nameKey(hostname), port, exceptions);
    if (!verdict.allowed || isExcepted || ports === null || ports.has(port)) return verdict;
    return { ...verdict, allowed: false, oddPort: port };
  };

  const checkLiteral = (hostname: string, port: number): AddressVerdict | null => {
    const literal = unbracketed(hostname);
    if (isIP(literal) === 0) return null;
    const verdict = judge(literal, literal, port);
    if (!verdict.allowed) throw refused(hostname, [verdict]);
    return verdict;
  };

  return {
    judge,
    checkLiteral,
    resolve,
    async permittedAddresses(hostname, port) {
      const literal = checkLiteral(hostname, port);
      if (literal !== null) return [literal.address];
      const verdicts = (await resolveName(resolve, hostname)).map((address) =>
        judge(address, hostname, port),
      );
      const permitted = verdicts.filter((verdict) => verdict.allowed);
      if (permitted.length === 0) throw refused(hostname, verdicts);
      return permitted.map((verdict) => verdict.address);
    },
  };
}

/**
 * A guard under which names have one address, which is judged as under `guard`.
 *
 * @param only the one name that this holds for, instead of all
 */
export function guardAt(guard: AddressGuard, address: string, only?: string): AddressGuard {
  const isOther = (hostname: string): boolean => only !== undefined && nameKey(hostname) !== nameKey(only);
  return {
    ...guard,
    resolve: (hostname) => (isOther(hostname) ? guard.resolve(hostname) : Promise.resolve([address])),
    async permittedAddresses(hostname, port) {
      if (isOther(hostname)) return guard.permittedAddresses(hostname, port);
      const verdict = guard.judge(address, hostname, port);
      if (!verdict.allowed) throw refused(hostname, [verdict]);
      return [address];
    },
  };
}

/**
 * The guard as `lookup` of `net.connect` and `tls.connect`: what it answers is what is connected to.
 *
 * @param port port of the connection, which `host:port` exceptions need and `lookup` is not told
 */
export function guardedLookup(guard: AddressGuard, port: number): LookupFunction {
  return (hostname, options, callback) => {
    guard.permittedAddresses(hostname, port).then(
      (addresses) => {
        const entries = addresses.map((address) => ({ address, family: isIP(address) }));
        const usable =
          options.family === 4 || options.family === 6
            ? entries.filter((entry) => entry.family === options.family)
            : entries;
        const first = usable[0];
        if (first === undefined) {
          callback(
            new NewsmillError('unknown_host', `${hostname} has no IPv${options.family} address`),
            '',
            0,
          );
        } else if (options.all === true) {
          callback(null, usable);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NewsmillError) => callback(error, '', 0),
    );
  };
}

/**
 * What the guard would do with a URL, and why. Resolves names, connects nowhere.
 *
 * @throws NewsmillError `invalid_url`, `unsupported_scheme`, `unknown_host`
 */
export async function checkAddress(url: string, guard: AddressGuard): Promise<UrlVerdict> {
  const parsed = parseHttpUrl(url);
  const hostname = unbracketed(parsed.hostname);
  const port = portOf(parsed);
  const found = isIP(hostname) === 0 ? await resolveName(guard.resolve, hostname) : [hostname];
  const addresses = found.map((address) => guard.judge(address, hostname, port));
  const allowed = addresses.some((verdict) => verdict.allowed);
  return { allowed, reason: allowed ? null : refusalSentence(parsed.hostname, addresses), addresses };
}

/**
 * A URL the fetcher can ask for. Decimal, octal, hexadecimal and short IPv4 forms come out as dotted quads
 * (WHATWG URL, host parsing), so what follows sees real addresses.
 *
 * @throws NewsmillError `invalid_url`, `unsupported_scheme`
 */
export function parseHttpUrl(url: string, base?: string): URL {
  const parsed = URL.parse(url, base);
  if (parsed === null) throw new NewsmillError('invalid_url', `“${shortened(url)}” is not an absolute URL`);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new NewsmillError(
      'unsupported_scheme',
      `“${shortened(url)}” has the scheme ${parsed.protocol.slice(0, -1)}`,
    );
  }
  return parsed;
}

/** Port a URL is asked on, its scheme's default included. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** A verdict on the address alone, and whether an exception of the configuration gave it. */
interface Judged {
  readonly verdict: AddressVerdict;
  readonly isExcepted: boolean;
}

function judgeAddress(text: string, hostname: string, port: number, exceptions: Exceptions): Judged {
  if (!ipaddr.isValid(text)) {
    return { verdict: { address: text, range: 'unparsable', allowed: false }, isExcepted: false };
  }
  const address = ipaddr.parse(text);
  const range = rangeOf(address);
  if (exceptions.coversHost(hostname, port) || exceptions.coversAddress(address, port)) {
    return { verdict: { address: text, range, allowed: true }, isExcepted: true };
  }
  const embedded = address.kind() === 'ipv6' ? embeddedIPv4(address as ipaddr.IPv6) : null;
  const inRange = exceptions.coversRange(address);
  const formAllowed = range === 'unicast' || inRange;
  if (embedded === null || !formAllowed) {
    return { verdict: { address: text, range, allowed: formAllowed }, isExcepted: inRange };
  }
  const inner = judgeAddress(embedded.toString(), hostname, port, exceptions);
  const whole = `${range} of ${inner.verdict.range} ${inner.verdict.address}`;
  return {
    verdict: { address: text, range: whole, allowed: inner.verdict.allowed },
    isExcepted: inner.isExcepted,
  };
}

/** ipaddr.js's range name, with the forms it counts as unicast but which stand for something else. */
function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === 'ipv4') {
    return address.toString() === AZURE_PLATFORM_ADDRESS ? 'cloudPlatform' : address.range();
  }
  const range = address.range();
  return range === 'unicast' && isIPv4Compatible(address as ipaddr.IPv6) ? 'ipv4Compatible' : range;
}

/**
 * The IPv4 address an IPv6 address stands for: mapped (RFC 4291 §2.5.5.2), compatible (§2.5.5.1),
 * translated (RFC 6145, RFC 6052 with a /96 prefix), 6to4 (RFC 3056 §2), Teredo's client (RFC 4380 §4),
 * ISATAP (RFC 5214 §6.1).
 */
function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  const range = address.range() as string;
  if (range === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  if (range === 'teredo') return new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff));
  const isatap = (address.parts[4] === 0 || address.parts[4] === 0x200) && address.parts[5] === 0x5efe;
  const inLastBits =
    range === 'ipv4Mapped' || range === 'rfc6145' || range === 'rfc6052' || isIPv4Compatible(address);
  return inLastBits || isatap ? new ipaddr.IPv4(bytes.slice(12)) : null;
}

function isIPv4Compatible(address: ipaddr.IPv6): boolean {
  return address.parts.slice(0, 6).every((part) => part === 0) && address.range() === 'unicast';
}

/** Names that hosts files of the usual systems give to this machine. */
const LOCAL_NAMES: ReadonlySet<string> = new Set([
  'localhost',
  'localhost.localdomain',
  'localhost4',
  'localhost4.localdomain4',
  'localhost6',
  'localhost6.localdomain6',
  'ip6-localhost',
  'ip6-loopback',
]);

/**
 * Names that never reach a resolver: localhost and what is under it are loopback (RFC 6761 §6.3), and
 * nothing is under invalid (§6.4).
 */
function specialNamesFirst(resolve: Resolve): Resolve {
  return async (hostname) => {
    const key = nameKey(hostname);
    if (LOCAL_NAMES.has(key) || key.endsWith('.localhost')) return ['127.0.0.1', '::1'];
    if (key === 'invalid' || key.endsWith('.invalid')) return [];
    return (await resolve(hostname)).slice(0, MAX_ADDRESSES);
  };
}

async function resolveName(resolve: Resolve, hostname: string): Promise<readonly string[]> {
  let addresses: readonly string[];
  try {
    addresses = await resolve(hostname);
  } catch (error) {
    if (error instanceof NewsmillError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new NewsmillError('unknown_host', `The host name ${hostname} has no address${code}`, {
      cause: error,
    });
  }
  if (addresses.length === 0)
    throw new NewsmillError('unknown_host', `The host name ${hostname} has no address`);
  return addresses;
}

function refused(hostname: string, verdicts: readonly AddressVerdict[]): NewsmillError {
  return new NewsmillError('address_refused', refusalSentence(hostname, verdicts));
}

function refusalSentence(hostname: string, verdicts: readonly AddressVerdict[]): string {
  const odd = verdicts.find((verdict) => verdict.oddPort !== undefined);
  if (odd !== undefined) return `Port ${odd.oddPort} of ${hostname} is not among fetch.allowPorts`;
  const list = verdicts.map((verdict) => `${verdict.address} (${verdict.range})`).join(', ');
  return `${hostname} is ${list}, which is not a public address`;
}

function nameKey(hostname: string): string {
  return unbracketed(hostname.toLowerCase().replace(/\.$/, ''));
}

function unbracketed(hostname: string): string {
  return hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
