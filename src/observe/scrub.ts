/** What may stand in a log line: no passwords, no endless strings, no endless trees. */

/** Longest string of a log line, in characters. Pages, URLs and server messages are quoted there. */
export const MAX_TEXT = 2000;
const MAX_DEPTH = 5;
const MAX_ENTRIES = 50;

const HIDDEN = '***';

/** Userinfo of a URL (RFC 3986 §3.2.1), which holds passwords. */
const USERINFO = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@"'<>]{1,512}@/gi;
/** Query parameters that commonly carry a secret. */
const SECRET_PARAMETER =
  /([?&](?:access_token|api_?key|auth|key|password|secret|sig|signature|token)=)[^&\s#"'<>]+/gi;
const SECRET_NAME =
  /^(?:.*token|.*secret|.*password|authorization|proxy-authorization|cookie|set-cookie|api_?key)$/i;

/** Text without passwords and cut to its limit. */
export function scrubText(text: string, limit = MAX_TEXT): string {
  // Cut first: the patterns then never run over a whole page. What follows the cut is not shown.
  const cut = text.length > limit ? `${text.slice(0, limit)}… (${text.length - limit} more)` : text;
  return cut.replace(USERINFO, `$1${HIDDEN}@`).replace(SECRET_PARAMETER, `$1${HIDDEN}`);
}

/** A value as it may be logged. Errors stay as they are; `describeError` is for them. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof URL) return scrubText(value.href);
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (depth >= MAX_DEPTH) return '(deeper)';
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ENTRIES).map((item) => scrub(item, depth + 1));
    return value.length > MAX_ENTRIES ? [...items, `(${value.length - MAX_ENTRIES} more)`] : items;
  }
  return scrubRecord(value, depth);
}

/** The fields of a log line, or of an object in one. */
export function scrubRecord(record: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(record).slice(0, MAX_ENTRIES);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      SECRET_NAME.test(name) && value !== null && value !== undefined ? HIDDEN : scrub(value, depth + 1),
    ]),
  );
}

const MAX_CAUSES = 4;

/** An error as log fields: class and code of the taxonomy, message, stack, and what caused it. */
export function describeError(thrown: unknown, depth = 0): unknown {
  if (!(thrown instanceof Error)) return scrub(thrown);
  const { name, message, stack, cause } = thrown;
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  const failureClass = 'class' in thrown ? String(thrown.class) : undefined;
  return {
    type: name,
    ...(failureClass === undefined ? {} : { class: failureClass }),
    ...(code === undefined ? {} : { code }),
    message: scrubText(message),
    ...(stack === undefined ? {} : { stack: scrubText(stack, 2 * MAX_TEXT) }),
    ...(cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
