/** One HTTP response as received, and how it was asked for. */
import { isRedirect, retryAfterSeconds } from './status-failure.ts';

/** One response to one request. Redirects are not followed in it. */
export interface FetchResponse {
  /** What was asked for, without fragment and userinfo. */
  readonly url: string;
  readonly status: number;
  /** Lower-case names; several fields of one name are joined with “, ” (RFC 9110 §5.3), Set-Cookie and X-Robots-Tag with newlines. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body with content codings undone. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the body was longer and cut. Only bodies of errors and redirects are. */
  readonly truncated: boolean;
  /** The Content-Type field as sent; null without one. */
  readonly contentType: string | null;
  /** Absolute target of a redirect; null where there is none or it cannot be resolved. */
  readonly location: string | null;
  /** Validators to send with the next request (RFC 9110 §8.8); null where unusable. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Retry-After from now on, in seconds. */
  readonly retryAfterSeconds: number | null;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Bytes of the body as they came over the wire. */
  readonly bytesReceived: number;
}

/** How a request is asked for. */
export interface RequestOptions {
  /** Validators of what is stored; a host that has nothing newer answers 304. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  /** Value of the Accept field; by default one for pages. */
  readonly accept?: string | undefined;
  /** Largest body, instead of the configuration's; never more than that. */
  readonly maxBytes?: number | undefined;
  /** A body longer than `maxBytes` is cut there instead of failing with `too_large`. */
  readonly cut?: boolean | undefined;
  /** Whose jar of cookies goes with the request and takes what the answer sets; none without. */
  readonly cookies?: string | null | undefined;
  /** The one address to connect to, whatever others the name has; judged like any other. */
  readonly address?: string | null | undefined;
  /** Name of one of `fetch.proxies` to go by. */
  readonly proxy?: string | null | undefined;
  /** Ends the request; `request` then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const MAX_VALIDATOR_LENGTH = 1024;
const MAX_HEADER_FIELDS = 200;

/** Fields whose values lose their meaning in one list: a crawler's name in X-Robots-Tag would hold for what follows. */
export const APART: ReadonlySet<string> = new Set(['set-cookie', 'x-robots-tag']);

/** undici's header record as plain strings. */
export function flatHeaders(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const headers: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined) continue;
    count += 1;
    if (count > MAX_HEADER_FIELDS) break;
    const key = name.toLowerCase();
    headers[key] = typeof value === 'string' ? value : value.join(APART.has(key) ? '\n' : ', ');
  }
  return headers;
}

/** The fields of a response that are read from its headers. */
export function readHeaders(
  url: URL,
  status: number,
  headers: Readonly<Record<string, string>>,
  now: Date,
): Pick<FetchResponse, 'contentType' | 'location' | 'etag' | 'lastModified' | 'retryAfterSeconds'> {
  return {
    contentType: headers['content-type'] ?? null,
    location: isRedirect(status) ? resolveLocation(headers.location, url) : null,
    etag: validator(headers.etag),
    lastModified: validator(headers['last-modified']),
    retryAfterSeconds: retryAfterSeconds(headers['retry-after'], now),
  };
}

/**
 * Location (RFC 9110 §10.2.2) against the request's URL. Hosts send UTF-8 there unescaped, which arrives as
 * Latin-1.
 */
function resolveLocation(header: string | undefined, base: URL): string | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return URL.parse(utf8.includes('\u{fffd}') ? text : utf8, base)?.href ?? null;
}

/** A validator is sent back as it came, so only what fits a header is kept. */
function validator(header: string | undefined): string | null {
  if (header === undefined || header === '' || header.length > MAX_VALIDATOR_LENGTH) return null;
  return /^[\x20-\x7e\x80-\xff]+$/.test(header) ? header : null;
}
