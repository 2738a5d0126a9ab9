/** What a response's status says, as a failure of the taxonomy (RFC 9110 §15, RFC 6585 §4, RFC 7725 §3). */
import { type FailureCode, NewsmillError } from '../errors.ts';

/** Longest wait taken from a host: a day. What is longer is asked again then. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/** The part of a response that `failureOfStatus` reads. */
export interface StatusOfResponse {
  readonly status: number;
  readonly url: string;
  readonly location: string | null;
  readonly retryAfterSeconds: number | null;
}

/**
 * The failure a status means, or null where the response can be used: success, not modified, or a redirect
 * that names where to.
 */
export function failureOfStatus(response: StatusOfResponse): NewsmillError | null {
  const { status, url, retryAfterSeconds } = response;
  if ((status >= 200 && status < 300) || status === 304) return null;
  if (isRedirect(status)) {
    if (response.location !== null) return null;
    return new NewsmillError('bad_redirect', `${url} answered HTTP ${status} without a usable Location`);
  }
  const code = codeOfStatus(status, retryAfterSeconds);
  const wait = retryAfterSeconds === null ? '' : ` and asks for ${retryAfterSeconds} s of patience`;
  const detail = `${url} answered HTTP ${status}${wait}`;
  return new NewsmillError(code, detail, retryAfterSeconds === null ? {} : { retryAfterSeconds });
}

/** Whether the status sends the client elsewhere (RFC 9110 §15.4; 304, 305 and 306 do not). */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304 && status !== 305 && status !== 306;
}

function codeOfStatus(status: number, retryAfterSeconds: number | null): FailureCode {
  switch (status) {
    case 401:
    case 402:
    case 403:
      return 'access_denied';
    case 404:
      return 'http_not_found';
    case 408:
    case 421:
    case 425:
      // The client may simply ask again (RFC 9110 §15.5.9, §15.5.20; RFC 8470 §5.2).
      return 'http_server_error';
    case 410:
      return 'http_gone';
    case 429:
      return 'rate_limited';
    case 451:
      return 'legal_block';
    case 503:
      return retryAfterSeconds === null ? 'http_server_error' : 'rate_limited';
  }
  if (status >= 500 && status < 600) return 'http_server_error';
  return status >= 400 && status < 500 ? 'http_client_error' : 'protocol_error';
}

/**
 * Retry-After (RFC 9110 §10.2.3) in whole seconds from `now`: a number of seconds or an HTTP date. Null where
 * there is none or it cannot be read.
 */
export function retryAfterSeconds(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_RETRY_AFTER_SECONDS);
  const time = parseHttpDate(text);
  if (time === null) return null;
  const seconds = Math.ceil((time - now.getTime()) / 1000);
  return Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER_SECONDS);
}

/** An HTTP date in any of its three forms (RFC 9110 §5.6.7), as milliseconds since 1970; null for another text. */
export function parseHttpDate(text: string): number | null {
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return null;
  // asctime has no zone, and is GMT by definition.
  const time = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}
