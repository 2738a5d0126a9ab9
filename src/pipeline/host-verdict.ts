/** What a failed request says about its host, beside what it says about the URL. */

import type { Config } from '../config/schema.ts';
import type { FailureCode, NewsmillError } from '../errors.ts';
import type { Verdict } from '../store/hosts.ts';

/** The host cannot be reached, or has trouble that is not this URL's. They count towards its circuit. */
const HOST_FAILED: ReadonlySet<FailureCode> = new Set([
  'unknown_host',
  'connect_failed',
  'connect_timeout',
  'tls_failed',
  'headers_timeout',
  'body_timeout',
  'connection_lost',
  'protocol_error',
  'http_server_error',
  'rate_limited',
]);

/** No request was made, or it was newsmill that failed. */
const HOST_NOT_ASKED: ReadonlySet<FailureCode> = new Set([
  'address_refused',
  'robots_disallowed',
  'robots_unreachable',
  'host_unavailable',
]);

/** Statuses with which a host asks for a slower pace (RFC 6585 §4, RFC 9110 §15.6.4). */
const SLOW_DOWN: ReadonlySet<number> = new Set([429, 503]);

/**
 * The verdict of a failure. 429 and 503 slow the whole host, by Retry-After or, without it, by a pause that doubles.
 *
 * @param status the HTTP status; null where none came
 */
export function verdictOf(error: NewsmillError, settings: Config['fetch'], status: number | null): Verdict {
  const retryAfterMs = (error.retryAfterSeconds ?? 0) * 1000;
  const says = HOST_FAILED.has(error.code)
    ? 'failed'
    : error.class === 'ours' || HOST_NOT_ASKED.has(error.code)
      ? 'nothing'
      : 'answered';
  const slowed = status !== null && SLOW_DOWN.has(status) && error.retryAfterSeconds === undefined;
  const breaker = {
    failures: settings.breakerFailures,
    firstMs: settings.breakerFirstMs,
    mostMs: settings.breakerMostMs,
  };
  return { says, retryAfterMs, slowed, breaker };
}
