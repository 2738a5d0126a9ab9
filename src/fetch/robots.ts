/**
 * robots.txt by RFC 9309: what a host lets newsmill fetch.
 *
 * A policy is plain data, so that it can be kept in the database and used without the file. Where RFC 9309 and the
 * most used parser (Google's, open source) read a line differently, the reading that forbids more is taken.
 */
import { z } from 'zod';
import { parseRobotsLines, type RobotsLine } from './robots-lines.ts';

/** One Allow or Disallow line. */
export const RobotsRule = z.strictObject({
  allow: z.boolean(),
  /** Path pattern with `*` and a final `$`; everything outside ASCII percent-encoded, digits upper-case. */
  pattern: z.string(),
  /** Line of the file, from 1. */
  line: z.int().positive(),
});
export type RobotsRule = z.infer<typeof RobotsRule>;

/** One Content-Signal or Content-Usage line: what pages may be used for (see `src/rights`). */
export const RobotsSignal = z.strictObject({
  name: z.enum(['content-signal', 'content-usage']),
  /** Path pattern it is limited to, as a rule's; null: all of the host. */
  pattern: z.string().nullable(),
  value: z.string(),
  line: z.int().positive(),
});
export type RobotsSignal = z.infer<typeof RobotsSignal>;

/** What one robots.txt says to one product. */
export const RobotsPolicy = z.strictObject({
  /**
   * `rules`: the file's rules decide. `all`: there is no file (RFC 9309 §2.3.1.3).
   * `none`: the file cannot be had, so nothing may be fetched (§2.3.1.4).
   */
  access: z.enum(['rules', 'all', 'none']),
  /** Rules of every group for the product; of every `*` group where there is none. */
  rules: z.array(RobotsRule),
  /** Seconds between two requests the file asks for; not in the RFC, but widely used. */
  crawlDelaySeconds: z.number().nonnegative().nullable(),
  /** Absolute URLs of Sitemap lines, wherever they stand. */
  sitemaps: z.array(z.string()),
  /** Signals of the group that is read, and those outside any group. */
  signals: z.array(RobotsSignal).default([]),
});
export type RobotsPolicy = z.infer<typeof RobotsPolicy>;

/** A decision and the line it rests on; null where no line says anything about the URL. */
export interface RobotsDecision {
  readonly allowed: boolean;
  readonly line: number | null;
}

/** Largest part of a file that is read (RFC 9309 §2.5 asks for at least this much): 500 KiB. */
export const MAX_ROBOTS_BYTES = 512_000;

/** Redirects followed to a robots.txt (RFC 9309 §2.3.1.2); after more there is none. */
export const MAX_ROBOTS_REDIRECTS = 5;

const MAX_SITEMAPS = 500;
const MAX_SIGNALS = 100;
const MAX_SIGNAL_LENGTH = 500;
const MAX_CRAWL_DELAY_SECONDS = 30 * 86_400;

/**
 * Reads the answer to a request for robots.txt.
 *
 * @param body   the file; bytes past 500 KiB are not looked at
 * @param status HTTP status at the end of redirects; null where no answer came
 * @param productToken name of the crawler, as in `User-agent` lines, without version
 */
export function parseRobots(
  body: string | Uint8Array,
  status: number | null,
  productToken: string,
): RobotsPolicy {
  const access = accessOf(status);
  if (access !== 'rules') return { access, rules: [], crawlDelaySeconds: null, sitemaps: [], signals: [] };
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  return readLines(parseRobotsLines(bytes.subarray(0, MAX_ROBOTS_BYTES)), productToken.toLowerCase());
}

/**
 * RFC 9309 §2.3.1. 429 is no word about the file, only about the moment, so it counts as unreachable. A redirect that
 * leads nowhere within five hops counts as no file.
 */
function accessOf(status: number | null): RobotsPolicy['access'] {
  if (status === null || status === 429 || status >= 500 || status < 200) return 'none';
  return status < 300 ? 'rules' : 'all';
}

/** Rules and delay gathered for one kind of group: the product's own, or the one for everybody. */
interface Group {
  seen: boolean;
  readonly rules: RobotsRule[];
  readonly signals: RobotsSignal[];
  crawlDelaySeconds: number | null;
}

/** Groups for one product are read as one (RFC 9309 §2.2.1). */
function readLines(lines: Iterable<RobotsLine>, product: string): RobotsPolicy {
  const own: Group = { seen: false, rules: [], signals: [], crawlDelaySeconds: null };
  const everybody: Group = { seen: false, rules: [], signals: [], crawlDelaySeconds: null };
  const outside: RobotsSignal[] = [];
  const sitemaps = new Set<string>();
  const current = new Set<Group>();
  let inRules = false;
  // A signal ends a run of User-agent lines too, but for signals only: to others it is a line they do not know.
  const signalled = new Set<Group>();
  let inSignals = false;
  let inGroup = false;

  for (const line of lines) {
    switch (line.kind) {
      case 'user-agent': {
        // Only rules end a run of User-agent lines; other lines between them mean nothing.
        if (inRules) current.clear();
        if (inRules || inSignals) signalled.clear();
        inSignals = false;
        inRules = false;
        inGroup = true;
        const group = isEverybody(line.value) ? everybody : names(line.value, product) ? own : null;
        if (group !== null) {
          group.seen = true;
          current.add(group);
          signalled.add(group);
        }
        break;
      }
      case 'allow':
      case 'disallow':
        if (current.size === 0) break;
        inRules = true;
        for (const group of current) group.rules.push(...rulesOf(line));
        break;
      case 'crawl-delay':
        for (const group of current) group.crawlDelaySeconds ??= parseDelay(line.value);
        break;
      case 'content-signal':
      case 'content-usage': {
        const signal = signalOf(line.kind, line);
        if (!inGroup) outside.push(signal);
        inSignals = true;
        for (const group of signalled) group.signals.push(signal);
        break;
      }
      case 'sitemap':
        if (sitemaps.size < MAX_SITEMAPS) for (const url of sitemapOf(line.value)) sitemaps.add(url);
        break;
    }
  }

  const group = own.seen ? own : everybody;
  return {
    access: 'rules',
    rules: group.rules,
    crawlDelaySeconds: group.crawlDelaySeconds,
    sitemaps: [...sitemaps],
    signals: [...outside, ...group.signals].slice(0, MAX_SIGNALS),
  };
}

/** A path before the pairs limits a signal to it (draft-ietf-aipref-attach). */
function signalOf(name: RobotsSignal['name'], { value, number }: RobotsLine): RobotsSignal {
  const text = value.slice(0, MAX_SIGNAL_LENGTH);
  const [, path, pairs] = /^(\/\S*)\s+(.*)$/.exec(text) ?? [];
  return {
    name,
    pattern: path === undefined ? null : encodePattern(path),
    value: pairs ?? text,
    line: number,
  };
}

/** The signals that hold for `url`, in the order of the file. */
export function robotsSignalsFor(policy: RobotsPolicy, url: string): RobotsSignal[] {
  return policy.signals.filter(({ pattern }) => pattern === null || pathPatternCovers(pattern, url));
}

/** Whether a path pattern in the words of robots.txt covers a URL, needless escapes on either side undone. */
export function pathPatternCovers(pattern: string, url: string): boolean {
  const path = upperCaseEscapes(pathOf(url));
  const bytes = Buffer.from(pattern, 'utf8').toString('latin1');
  return matchesPattern(unreserved(encodePattern(bytes)), unreserved(path));
}

/** `*`, also with words after it. */
function isEverybody(value: string): boolean {
  return /^\*(?:\s|$)/.test(value);
}

/**
 * Whether a User-agent line names the product. A product token is letters, `_` and `-` (RFC 9309 §2.2.1), so what comes
 * after is no part of it; but a product with digits or dots in its own name is found by them too.
 */
function names(value: string, product: string): boolean {
  const beginning = (pattern: RegExp): string | undefined => pattern.exec(value)?.[0].toLowerCase();
  return product !== '' && (beginning(/^[a-z_-]+/i) === product || beginning(/^[\w.-]+/) === product);
}

function rulesOf(line: RobotsLine): RobotsRule[] {
  const pattern = encodePattern(line.value);
  if (pattern === '') return [];
  const allow = line.kind === 'allow';
  const rules: RobotsRule[] = [{ allow, pattern, line: line.number }];
  // A folder's index page and the folder are the same page to whoever writes the line.
  const index = /^(.*\/)index\.html?[^/]*$/.exec(pattern);
  if (allow && index !== null) rules.push({ allow, pattern: `${index[1]}$`, line: line.number });
  return rules;
}

/** Bytes outside ASCII become escapes, escapes get upper-case digits (RFC 9309 §2.2.2). */
function encodePattern(value: string): string {
  const escaped = value.replace(
    /[\x80-\xff]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return upperCaseEscapes(escaped);
}

function parseDelay(value: string): number | null {
  const number = /^\d+(?:\.\d+)?/.exec(value)?.[0];
  return number === undefined ? null : Math.min(Number(number), MAX_CRAWL_DELAY_SECONDS);
}

function sitemapOf(value: string): string[] {
  const url = URL.parse(Buffer.from(value, 'latin1').toString('utf8'));
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? [url.href] : [];
}

/**
 * Whether the policy lets `url` be fetched. The longest matching pattern decides, Allow among equals; robots.txt itself
 * is always allowed (RFC 9309 §2.2.2).
 */
export function robotsAllows(policy: RobotsPolicy, url: string): RobotsDecision {
  const path = upperCaseEscapes(pathOf(url));
  if (policy.access === 'all' || path === '/robots.txt') return { allowed: true, line: null };
  if (policy.access === 'none') return { allowed: false, line: null };
  const spellings = spellingsOf(path);
  let best: RobotsRule | null = null;
  for (const rule of policy.rules) {
    const length = best === null ? -1 : best.pattern.length;
    const wins =
      rule.pattern.length > length || (rule.pattern.length === length && rule.allow && best?.allow === false);
    if (wins && matches(rule, spellings)) best = rule;
  }
  return best === null ? { allowed: true, line: null } : { allowed: best.allow, line: best.line };
}

/** The spellings of a path that patterns are held against. */
interface Spellings {
  /** As it is, and with its own `*` and `$` escaped, so that a pattern can name them (RFC 9309 §2.2.3). */
  readonly written: readonly string[];
  readonly plain: string;
}

function spellingsOf(path: string): Spellings {
  const written = [path];
  if (/[*$]/.test(path)) written.push(path.replaceAll('*', '%2A').replaceAll('$', '%24'));
  return { written, plain: unreserved(path) };
}

/**
 * An Allow line must match as it is written; a Disallow line may also match when needless escapes on either side are
 * undone, as the RFC asks (§2.2.2), so that `%7E` does not open what `~` closes.
 */
function matches(rule: RobotsRule, spellings: Spellings): boolean {
  if (spellings.written.some((path) => matchesPattern(rule.pattern, path))) return true;
  if (rule.allow || (spellings.plain === spellings.written[0] && !rule.pattern.includes('%'))) return false;
  return matchesPattern(unreserved(rule.pattern), spellings.plain);
}

/** `*` stands for any run of characters, a final `$` for the end; without it the pattern is a beginning. */
function matchesPattern(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const star = pattern.indexOf('*');
  const text = anchored ? pattern.slice(0, -1) : pattern;
  if (star < 0) return anchored ? path === text : path.startsWith(text);
  if (!path.startsWith(text.slice(0, star))) return false;
  const pieces = text.split('*');
  const last = pieces.length - 1;
  // The leftmost place for each piece leaves the most room for the rest, so no other place need be tried.
  let position = star;
  for (const piece of pieces.slice(1, anchored ? last : undefined)) {
    const found = path.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  const ending = pieces[last] ?? '';
  return !anchored || (path.length - ending.length >= position && path.endsWith(ending));
}

/** Path and query of a URL as written, without its fragment; the URL need not be well-formed. */
function pathOf(url: string): string {
  const found = /^(?:(?:[^/?;]*:)?\/\/)?[^/?;]*([/?;].*)$/s.exec(url.replace(/#.*$/s, ''))?.[1] ?? '';
  return found.startsWith('/') ? found : `/${found}`;
}

function upperCaseEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

/** Escapes of letters, digits, `-`, `.`, `_` and `~` undone (RFC 3986 §2.3), and what is not ASCII escaped. */
function unreserved(text: string): string {
  return text
    .replace(/%([0-9A-F]{2})/g, (code, digits: string) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return /[\w.~-]/.test(character) ? character : code;
    })
    .replace(/[^\x00-\x7f]+/g, (characters) => encodeURIComponent(characters.toWellFormed()));
}

/** Where the robots.txt for a URL lies (RFC 9309 §2.3). */
export function robotsUrlOf(url: string): string {
  return new URL('/robots.txt', url).href;
}

/** The name robots.txt lines are read for: a User-Agent up to its first space or slash. */
export function productTokenOf(userAgent: string): string {
  return /^[^\s/]*/.exec(userAgent)?.[0] ?? '';
}
