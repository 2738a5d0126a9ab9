import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { type FailureCode, NewsmillError } from '../../../src/errors.ts';
import { createFetcher, type Fetcher } from '../../../src/fetch/index.ts';
import { type HostileServer, PAGE, startHostileServer } from '../../support/hostile-server.ts';

const config = Config.parse({
  fetch: {
    allowAddresses: ['127.0.0.0/8'],
    connectTimeoutMs: 500,
    headersTimeoutMs: 1200,
    bodyTimeoutMs: 700,
    totalTimeoutMs: 2000,
    maxBytes: 4_194_304,
    contact: 'https://news.example/bot',
  },
}).fetch;

let server: HostileServer;
let fetcher: Fetcher;

beforeAll(async () => {
  server = await startHostileServer();
  fetcher = createFetcher(config);
});
afterAll(async () => {
  await fetcher.close();
  await server[Symbol.asyncDispose]();
});

/** The failure of a request, which must be one of the taxonomy. */
async function failureOf(url: string): Promise<NewsmillError> {
  const outcome = await fetcher.request(url).catch((error: unknown) => error);
  if (outcome instanceof NewsmillError) return outcome;
  throw new Error(`${url} did not fail with a NewsmillError: ${JSON.stringify(outcome)?.slice(0, 200)}`);
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a plain request', () => {
  it('answers status, headers, bytes and times', async () => {
    const response = await fetcher.request(server.url('/page#part'));
    expect(response).toMatchObject({
      url: server.url('/page'),
      status: 200,
      contentType: 'text/html; charset=utf-8',
      location: null,
      etag: null,
      truncated: false,
      bytesReceived: PAGE.length,
    });
    expect(text(response.bytes)).toBe(PAGE);
    expect(response.headers['content-length']).toBe(String(PAGE.length));
    expect(response.durationMs).toBeGreaterThanOrEqual(0);
  });

  it('says who asks and what it takes', async () => {
    await fetcher.request(server.url('/page'), { accept: 'application/rss+xml' });
    expect(server.log.at(-1)?.headers).toMatchObject({
      'user-agent': 'newsmill/0.1 (+https://news.example/bot)',
      accept: 'application/rss+xml',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  it('sends neither userinfo nor fragment', async () => {
    const response = await fetcher.request(server.url('/page?q=1#x').replace('127', 'user:pass@127'));
    expect(response.url).toBe(server.url('/page?q=1'));
    expect(server.log.at(-1)?.headers).not.toHaveProperty('authorization');
    expect(server.log.at(-1)?.target).toBe('/page?q=1');
  });

  it('owns the memory of its bytes', async () => {
    const { bytes } = await fetcher.request(server.url('/gzip'));
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});

describe('content codings', () => {
  it.each(['gzip', 'x-gzip', 'br', 'zstd', 'deflate', 'deflate-raw', 'chain', 'charset-as-coding'])(
    '%s comes out plain',
    async (kind) => {
      const response = await fetcher.request(server.url(`/${kind}`));
      expect(text(response.bytes)).toBe(PAGE);
      if (kind !== 'charset-as-coding') expect(response.bytesReceived).toBeLessThan(PAGE.length);
    },
  );

  it('an empty body needs no coding', async () => {
    expect((await fetcher.request(server.url('/empty'))).bytes).toHaveLength(0);
  });

  it('a damaged body of an error page does not hide the error', async () => {
    expect(await fetcher.request(server.url('/404-not-gzip'))).toMatchObject({
      status: 404,
      truncated: true,
    });
  });
});

describe('a body that may be cut', () => {
  it.each(['/endless', '/bomb-gzip', '/bomb-zstd', '/large-page'])('%s ends at the limit', async (path) => {
    const response = await fetcher.request(server.url(path), { maxBytes: 100_000, cut: true });
    expect(response).toMatchObject({ status: 200, truncated: true });
    expect(response.bytes).toHaveLength(100_000);
  });
});

describe('what goes wrong has a code', () => {
  const cases: [string, FailureCode][] = [
    ['/truncated-gzip', 'bad_content_encoding'],
    ['/truncated-br', 'bad_content_encoding'],
    ['/truncated-zstd', 'bad_content_encoding'],
    ['/not-gzip', 'bad_content_encoding'],
    ['/unknown-coding', 'bad_content_encoding'],
    ['/chain-of-four', 'bad_content_encoding'],
    ['/bomb-gzip', 'too_large'],
    ['/bomb-br', 'too_large'],
    ['/bomb-zstd', 'too_large'],
    ['/bomb-nested', 'too_large'],
    ['/bomb-hollow', 'too_large'],
    ['/endless', 'too_large'],
    ['/large', 'too_large'],
    ['/silent', 'headers_timeout'],
    ['/slow-headers', 'headers_timeout'],
    ['/slow-body', 'body_timeout'],
    ['/stalled-body', 'body_timeout'],
    ['/big-header', 'protocol_error'],
    ['/many-headers', 'protocol_error'],
    ['/too-long-length', 'connection_lost'],
    ['/two-lengths', 'connection_lost'],
    ['/early-close', 'connection_lost'],
    ['/close-at-once', 'connection_lost'],
    ['/reset', 'connection_lost'],
    ['/http09', 'protocol_error'],
    ['/garbage', 'protocol_error'],
    ['/bad-chunk', 'protocol_error'],
  ];
  it.each(cases)('%s is %s', async (path, code) => {
    const failure = await failureOf(server.url(path));
    expect(failure.code).toBe(code);
  });

  it('a body longer than its Content-Length ends there', async () => {
    expect((await fetcher.request(server.url('/too-short-length'))).bytes).toHaveLength(20);
  });
});
