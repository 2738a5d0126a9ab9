/**
 * Cookies (RFC 6265) of the sources that ask for them: one bounded jar each, in memory, so that a host which wants its
 * own cookie back gets it, and no other source's requests carry it.
 */
import { isIP } from 'node:net';
import { getPublicSuffix } from 'tldts';
import { parseHttpDate } from './status-failure.ts';

/** Bounds of RFC 6265 §6.1: cookies of one jar, and bytes of one cookie's name and value. */
const MAX_COOKIES = 50;
const MAX_COOKIE_BYTES = 4096;

/** Jars kept; the one used longest ago makes room. */
const MAX_JARS = 1000;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  /** Milliseconds since 1970; infinite for a cookie of the session. */
  readonly expires: number;
}

/** The cookies of one source. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes the Set-Cookie fields of a response; what is no cookie, or not that host's to set, is passed over. */
  take(url: URL, fields: readonly string[]): void {
    for (const field of fields.slice(0, MAX_COOKIES)) {
      const cookie = parseSetCookie(field, url, this.#now());
      if (cookie === null) continue;
      const key = `${cookie.domain} ${cookie.path} ${cookie.name}`;
      this.#cookies.delete(key);
      if (cookie.expires <= this.#now()) continue;
      this.#cookies.set(key, cookie);
      const oldest = this.#cookies.keys().next();
      if (this.#cookies.size > MAX_COOKIES && oldest.done !== true) this.#cookies.delete(oldest.value);
    }
  }

  /** Value of the Cookie field for a request (RFC 6265 §5.4): longer paths first; null where there is none. */
  headerFor(url: URL): string | null {
    const now = this.#now();
    const fitting = [...this.#cookies.values()].filter(
      (cookie) =>
        cookie.expires > now &&
        (cookie.hostOnly ? url.hostname === cookie.domain : domainMatches(url.hostname, cookie.domain)) &&
        pathMatches(url.pathname, cookie.path) &&
        (!cookie.secure || url.protocol === 'https:'),
    );
    if (fitting.length === 0) return null;
    fitting.sort((a, b) => b.path.length - a.path.length);
    return fitting.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');
  }
}

/** The jars of a fetcher, by the name of whose they are. */
export class CookieJars {
  readonly #jars = new Map<string, CookieJar>();

  of(owner: string): CookieJar {
    const jar = this.#jars.get(owner) ?? new CookieJar();
    this.#jars.delete(owner);
    this.#jars.set(owner, jar);
    const oldest = this.#jars.keys().next();
    if (this.#jars.size > MAX_JARS && oldest.done !== true) this.#jars.delete(oldest.value);
    return jar;
  }
}

/** RFC 6265 §5.2 and §5.3. */
function parseSetCookie(field: string, url: URL, now: number): Cookie | null {
  const [pair = '', ...parts] = field.split(';');
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  const value = pair.slice(equals + 1).trim();
  const text = `${name}${value}`;
  if (text === '' || text.length > MAX_COOKIE_BYTES || !/^[\x20-\x7e\x80-\xff]*$/.test(text)) return null;

  const attributes = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const key = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
    attributes.set(key, at < 0 ? '' : part.slice(at + 1).trim());
  }
  const wanted = (attributes.get('domain') ?? '').toLowerCase().replace(/^\./, '');
  const hostOnly = wanted === '' || wanted === url.hostname;
  if (!hostOnly && (!domainMatches(url.hostname, wanted) || isPublicSuffix(wanted))) return null;
  const path = attributes.get('path') ?? '';
  return {
    name,
    value,
    domain: hostOnly ? url.hostname : wanted,
    hostOnly: hostOnly && (wanted === '' || isPublicSuffix(wanted)),
    path: path.startsWith('/') ? path : defaultPath(url.pathname),
    secure: attributes.has('secure'),
    expires: expiryOf(attributes, now),
  };
}

/** Max-Age goes before Expires; an unreadable one of either counts as none. */
function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number {
  const maxAge = attributes.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000;
  // Many write the date with hyphens (RFC 6265 §5.1.1 takes any marks between its parts).
  const expires = (attributes.get('expires') ?? '').replace(/(\d)-([a-z]{3})-(\d)/i, '$1 $2 $3');
  return parseHttpDate(expires) ?? Number.POSITIVE_INFINITY;
}

function isPublicSuffix(domain: string): boolean {
  return getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
}

/** RFC 6265 §5.1.3. */
function domainMatches(host: string, domain: string): boolean {
  return host === domain || (isIP(host) === 0 && !host.startsWith('[') && host.endsWith(`.${domain}`));
}

/** RFC 6265 §5.1.4. */
function pathMatches(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

function defaultPath(path: string): string {
  const last = path.lastIndexOf('/');
  return last <= 0 ? '/' : path.slice(0, last);
}
