/** What undici, node:net, node:tls and node:http2 throw, as failures of the taxonomy. */
import { type FailureCode, NewsmillError } from '../errors.ts';

const BY_CODE: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'unknown_host',
  ENODATA: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  EAI_FAIL: 'unknown_host',
  EAI_NODATA: 'unknown_host',
  EAI_NONAME: 'unknown_host',
  ECONNREFUSED: 'connect_failed',
  EHOSTUNREACH: 'connect_failed',
  EHOSTDOWN: 'connect_failed',
  ENETUNREACH: 'connect_failed',
  ENETDOWN: 'connect_failed',
  EADDRNOTAVAIL: 'connect_failed',
  EACCES: 'connect_failed',
  EPERM: 'connect_failed',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  UND_ERR_HEADERS_OVERFLOW: 'protocol_error',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection_lost',
  // GOAWAY, and streams that end before their response.
  UND_ERR_INFO: 'connection_lost',
  ERR_HTTP2_STREAM_ERROR: 'connection_lost',
  ERR_HTTP2_SESSION_ERROR: 'connection_lost',
  ERR_HTTP2_GOAWAY_SESSION: 'connection_lost',
  EMFILE: 'internal',
  ENFILE: 'internal',
};

/** OpenSSL's verification results (X509_V_ERR_*), as node:tls names them. */
const CERTIFICATE_CODE =
  /CERT|_CRL_|^UNABLE_TO_|^SELF_SIGNED|^INVALID_CA|^INVALID_PURPOSE|^HOSTNAME_MISMATCH|^PATH_LENGTH/;
const TLS_CODE = /^ERR_TLS_|^ERR_SSL_|^ERR_OSSL_|^EPROTO$/;

/**
 * A thrown value of the network layer as a `NewsmillError`, with the cause kept.
 *
 * @param url     what was asked for
 * @param reached whether the connection stood, so that a lost connection is told from a refused one
 */
export function networkFailure(thrown: unknown, url: string, reached: boolean): NewsmillError {
  if (thrown instanceof NewsmillError) return thrown;
  const code = codeOf(thrown);
  const failure = parserFailure(thrown) ?? failureCodeOf(code, reached);
  const message = messageOf(thrown);
  const what = code === '' || message.includes(code) ? message : `${message} (${code})`;
  return new NewsmillError(failure, `${url}: ${what}`, { cause: thrown });
}

/** undici's HTTP/1.1 parser errors are known by their name; the code they should carry is missing in 8.12. */
function parserFailure(thrown: unknown): FailureCode | null {
  if (!(thrown instanceof Error) || thrown.name !== 'HTTPParserError') return null;
  return thrown.message.includes('EOF state') ? 'connection_lost' : 'protocol_error';
}

function failureCodeOf(code: string, reached: boolean): FailureCode {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (TLS_CODE.test(code) || CERTIFICATE_CODE.test(code)) return 'tls_failed';
  if (code.startsWith('ERR_HTTP2_') || code.startsWith('NGHTTP2_')) return 'protocol_error';
  if (code === 'ETIMEDOUT') return reached ? 'connection_lost' : 'connect_timeout';
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
    return reached ? 'connection_lost' : 'connect_failed';
  }
  return 'internal';
}

/** What an error says; where several addresses were tried, node:net leaves that to the attempts themselves. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.message === '' && thrown instanceof AggregateError && thrown.errors.length > 0) {
    return thrown.errors.map(messageOf).join('; ');
  }
  return thrown.message || thrown.name;
}

/** The code of an error; of the first that has one where several addresses were tried. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  if (thrown instanceof AggregateError) {
    for (const inner of thrown.errors) {
      const code = codeOf(inner);
      if (code !== '') return code;
    }
  }
  return thrown.cause === undefined ? '' : codeOf(thrown.cause);
}
