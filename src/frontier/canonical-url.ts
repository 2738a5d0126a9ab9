/**
 * One spelling for each URL, so that the frontier holds a page once. Only changes that leave what a host
 * answers alone are made by default: the canonical URL is also the one that is fetched.
 *
 * Based on WHATWG URL parsing and RFC 3986 §6.2; each further change is a named rule.
 */
import { CANONICAL_RULES, type CanonicalRule, type CanonicalSettings } from '../config/canonical.ts';
import { NewsmillError } from '../errors.ts';
import { HostKey } from '../ids.ts';
import { isSessionParameter, isTrackingParameter, withoutSessionPath } from './url-parameters.ts';

export { CANONICAL_RULES, type CanonicalRule } from '../config/canonical.ts';

/** What a source may want otherwise. Parameter names are compared without regard to case. */
export interface CanonicalOptions {
  /** Rules not applied. Those that URL parsing itself makes cannot be left out. */
  readonly without?: ReadonlySet<CanonicalRule> | undefined;
  /** Whether a slash at the end of a path is dropped. Most hosts tell `/a` and `/a/` apart. */
  readonly trailingSlash?: 'keep' | 'remove' | undefined;
  /** Further query parameters that say nothing about the page; lower case. */
  readonly removeParameters?: ReadonlySet<string> | undefined;
  /** Query parameters that stay, whatever they look like; lower case. */
  readonly keepParameters?: ReadonlySet<string> | undefined;
}

/** The options that a source's `canonical` section stands for; none without one. */
export function canonicalOptionsOf(settings: CanonicalSettings | undefined): CanonicalOptions {
  if (settings === undefined) return {};
  const names = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((name) => name.toLowerCase()));
  return {
    without: new Set(settings.without),
    trailingSlash: settings.trailingSlash,
    removeParameters: names(settings.removeParameters),
    keepParameters: names(settings.keepParameters),
  };
}

/** A URL's canonical spelling and the rules that changed something. */
export interface CanonicalUrl {
  readonly url: string;
  readonly rules: CanonicalRule[];
}

/** Longest URL taken: the sitemap protocol's bound, and what a database index holds. */
export const MAX_URL_LENGTH = 2048;

/** Longest text looked at: tracking parameters may be far longer than the URL they hang on. */
const MAX_INPUT_LENGTH = 32_768;

/** Longest name DNS knows, in text form (RFC 1035 §2.3.4). */
const MAX_HOST_LENGTH = 253;

/**
 * The canonical spelling of `url`; applying it twice changes nothing more.
 *
 * @throws NewsmillError `invalid_url` where it is no absolute URL or too long, `unsupported_scheme`
 */
export function canonicalUrl(url: string, options: CanonicalOptions = {}): CanonicalUrl {
  const applied = new Set<CanonicalRule>();
  let current = url;
  // What one rule takes away can leave work for another: `/a/.;jsessionid=1` becomes a dot segment. Every round
  // but the first makes the URL shorter, so this ends.
  for (;;) {
    const next = applyOnce(current, options, applied);
    if (next === current) break;
    current = next;
  }
  if (current.length > MAX_URL_LENGTH) throw invalid(url, `is over ${MAX_URL_LENGTH} characters long`);
  return { url: current, rules: CANONICAL_RULES.filter((rule) => applied.has(rule)) };
}

function applyOnce(url: string, options: CanonicalOptions, applied: Set<CanonicalRule>): string {
  if (url.length > MAX_INPUT_LENGTH) throw invalid(url, `is over ${MAX_INPUT_LENGTH} characters long`);
  const parsed = parseAbsolute(url);
  for (const rule of rulesOfParsing(url, parsed)) applied.add(rule);
  const apply = (rule: CanonicalRule, before: string, change: (text: string) => string): string => {
    if (options.without?.has(rule) === true) return before;
    const after = change(before);
    if (after !== before) applied.add(rule);
    return after;
  };

  const hostname = apply('host-trailing-dot', parsed.hostname, (host) => host.replace(/\.+$/, ''));
  if (hostname === '' || hostname.length > MAX_HOST_LENGTH) throw invalid(url, 'has no usable host name');
  // An empty fragment is one too, though `hash` does not show it.
  const hash = parsed.hash === '' && parsed.href.endsWith('#') ? '#' : parsed.hash;
  const fragment = apply('fragment', hash, (text) => (text.startsWith('#!') ? text : ''));
  const path = canonicalPath(parsed.pathname, apply, options.trailingSlash ?? 'keep');
  const query = canonicalQuery(parsed, apply, options);
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  return `${parsed.protocol}//${hostname}${port}${path}${query}${fragment}`;
}

/**
 * The politeness unit of a URL: its authority, without a default port. HTTP and HTTPS of one host share it.
 *
 * @throws NewsmillError `invalid_url`, `unsupported_scheme`
 */
export function hostKeyOf(url: string): HostKey {
  const parsed = parseAbsolute(url);
  const hostname = parsed.hostname.replace(/\.+$/, '');
  if (hostname === '' || hostname.length > MAX_HOST_LENGTH) throw invalid(url, 'has no usable host name');
  return HostKey.parse(parsed.port === '' ? hostname : `${hostname}:${parsed.port}`);
}

type Apply = (rule: CanonicalRule, before: string, change: (text: string) => string) => string;

function canonicalPath(pathname: string, apply: Apply, trailingSlash: 'keep' | 'remove'): string {
  const steps: [CanonicalRule, (text: string) => string][] = [
    ['percent-encoding', normalisePercent],
    ['session-id', withoutSessionPath],
    // A URL inside a path keeps its two slashes: archives and image services need them.
    ['duplicate-slashes', (text) => text.replace(/(?<!:)\/{2,}/g, '/')],
  ];
  if (trailingSlash === 'remove') steps.push(['trailing-slash', (text) => text.replace(/(?<=.)\/+$/, '')]);
  const path = steps.reduce((text, [rule, change]) => apply(rule, text, change), pathname);
  return path === '' ? '/' : path;
}

function canonicalQuery(parsed: URL, apply: Apply, options: CanonicalOptions): string {
  const { removeParameters, keepParameters } = options;
  const without = (drop: (name: string, value: string) => boolean) => (query: string) =>
    query
      .split('&')
      .filter((pair) => keepParameters?.has(nameOf(pair)) === true || !drop(nameOf(pair), textOf(pair)))
      .join('&');
  let query = parsed.search.slice(1);
  query = apply('percent-encoding', query, normalisePercent);
  query = apply('session-id', query, without(isSessionParameter));
  query = apply(
    'tracking-parameters',
    query,
    without((name) => isTrackingParameter(name) || removeParameters?.has(name) === true),
  );
  query = apply('empty-query', query, (text) =>
    text
      .split('&')
      .filter((pair) => pair !== '')
      .join('&'),
  );
  query = apply('sorted-query', query, sortedQuery);
  return query === '' ? '' : `?${query}`;
}

/** Pairs by name; pairs of one name keep their order, which can mean something. So do pairs without a name. */
function sortedQuery(query: string): string {
  const pairs = query.split('&');
  if (!pairs.every((pair) => pair.includes('='))) return query;
  return pairs
    .map((pair) => ({ pair, name: nameOf(pair) }))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ pair }) => pair)
    .join('&');
}

function nameOf(pair: string): string {
  const end = pair.indexOf('=');
  return (end < 0 ? pair : pair.slice(0, end)).toLowerCase();
}

function textOf(pair: string): string {
  const end = pair.indexOf('=');
  return end < 0 ? '' : pair.slice(end + 1);
}

/**
 * RFC 3986 §6.2.2: upper-case digits, unreserved characters as themselves. A percent sign that escapes nothing
 * becomes %25, since decoding what follows it could make an escape that was not there.
 */
function normalisePercent(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})?/g, (escaped, digits: string | undefined) => {
    if (digits === undefined) return '%25';
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
  });
}

function parseAbsolute(url: string): URL {
  const parsed = URL.parse(url);
  if (parsed === null) throw invalid(url, 'is not an absolute URL');
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new NewsmillError(
      'unsupported_scheme',
      `“${shortened(url)}” has the scheme ${parsed.protocol.slice(0, -1)}`,
    );
  }
  return parsed;
}

/** Rules that `new URL` has carried out already, told from the text it was given. */
function rulesOfParsing(text: string, parsed: URL): CanonicalRule[] {
  const rules: CanonicalRule[] = [];
  const trimmed = text.replace(/^[\x00-\x20]+|[\x00-\x20]+$|[\t\n\r]/g, '');
  if (trimmed !== text) rules.push('whitespace');
  const parts = /^([^:]+):([\\/]*)([^\\/?#]*)([^?#]*)([^#]*)/.exec(trimmed);
  const [, scheme = '', slashes = '', authority = '', path = '', query = ''] = parts ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  if (slashes !== '//' || path.includes('\\')) rules.push('backslashes');
  if (scheme !== scheme.toLowerCase()) rules.push('scheme-case');
  if (/[A-Z]/.test(host)) rules.push('host-case');
  if (/[^\x00-\x7f]|%/.test(host)) rules.push('idn-to-ascii');
  if (/^\[|^[\d.]+$/.test(parsed.hostname) && host.toLowerCase() !== parsed.hostname)
    rules.push('ip-address');
  if (/:\d*$/.test(authority) && parsed.port === '') rules.push('default-port');
  if (authority.includes('@')) rules.push('userinfo');
  if (path === '') rules.push('empty-path');
  if (/[^\x21-\x7e]|["<>]/.test(path + query)) rules.push('percent-encoding');
  if (/[\\/](?:\.|%2e){1,2}(?:[\\/]|$)/i.test(path)) rules.push('dot-segments');
  if (parsed.search === '' && parsed.href.replace(/#.*$/s, '').endsWith('?')) rules.push('empty-query');
  return rules;
}

function invalid(url: string, why: string): NewsmillError {
  return new NewsmillError('invalid_url', `“${shortened(url)}” ${why}`);
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
