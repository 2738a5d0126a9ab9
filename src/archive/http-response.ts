/** An HTTP/1.1 response as one block of bytes (RFC 9112 §2.1), which is what a WARC response record holds. */
import { NewsmillError } from '../errors.ts';
import { APART } from '../fetch/response.ts';

export interface HttpResponseBlock {
  readonly status: number;
  /** Names in lower case; fields that came twice are joined as a fetched response's are. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Most header fields that are read. */
const MAX_FIELDS = 1000;
/** Fields that tell how a body was coded; a snapshot's body has none of it left. */
const CODING_FIELDS: ReadonlySet<string> = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
]);

/**
 * Splits a block at its empty line. Bare line feeds are taken for line ends, as RFC 9112 §2.2 allows.
 *
 * @throws NewsmillError `invalid_input` where it does not begin with a status line
 */
export function splitHttpResponse(block: Uint8Array): HttpResponseBlock {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.indexOf('\n\n');
  const [end, gap] =
    strict >= 0 && (loose < 0 || strict < loose) ? [strict, 4] : loose >= 0 ? [loose, 2] : [bytes.length, 0];
  const lines = bytes.toString('latin1', 0, end).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/i.exec(lines[0] ?? '')?.[1];
  if (status === undefined)
    throw new NewsmillError('invalid_input', 'The record does not begin with an HTTP status line');
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of lines.slice(1, MAX_FIELDS)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] =
      headers[name] === undefined ? value : headers[name] + (APART.has(name) ? '\n' : ', ') + value;
  }
  return { status: Number(status), headers: { ...headers }, body: bytes.subarray(end + gap) };
}

/**
 * Header fields for a body whose codings are undone: those that named them are kept under the names that archives use
 * for this, and Content-Length is the body's own.
 */
export function headersOfDecoded(
  headers: Readonly<Record<string, string>>,
  bodyBytes: number,
): [string, string][] {
  const fields = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (APART.has(name)) return value.split(/[\r\n]+/).map((field) => [name, field]);
    const clean = value.replace(/[\r\n]+/g, ' ');
    if (!CODING_FIELDS.has(name)) return [[name, clean]];
    return [[`x-crawler-${name}`, clean]];
  });
  return [...fields, ['content-length', String(bodyBytes)]];
}
