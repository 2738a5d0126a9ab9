import { createSecureServer } from 'node:http2';
import { type AddressInfo, createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import {
  createFetcher,
  type Fetcher,
  failureOfStatus,
  fetchOnce,
  fetchPage,
  retryAfterSeconds,
} from '../../../src/fetch/index.ts';
import { type HostileServer, PAGE, startHostileServer } from '../../support/hostile-server.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../../support/tls.ts';

const config = Config.parse({
  fetch: { allowAddresses: ['127.0.0.0/8'], connectTimeoutMs: 1000, headersTimeoutMs: 1000, maxRedirects: 3 },
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

describe('redirects', () => {
  it('are recorded hop by hop', async () => {
    const page = await fetchPage(server.url('/hops/3'), { config, fetcher });
    expect(page).toMatchObject({ status: 200, finalUrl: server.url('/hops/0'), contentType: 'text/html' });
    expect(page.hops).toEqual(
      [3, 2, 1].map((left) => ({
        url: server.url(`/hops/${left}`),
        status: 302,
        location: server.url(`/hops/${left - 1}`),
      })),
    );
    expect(page.bytes).toHaveLength(PAGE.length);
  });

  it('are answered, not followed, by a single request', async () => {
    const before = server.log.length;
    const response = await fetcher.request(server.url('/hops/2'));
    expect(response).toMatchObject({ status: 302, location: server.url('/hops/1') });
    expect(failureOfStatus(response)).toBeNull();
    expect(server.log.length).toBe(before + 1);
  });

  it.each([
    ['/hops/4', 'too_many_redirects'],
    ['/loop', 'redirect_loop'],
    ['/self', 'redirect_loop'],
    ['/no-location', 'bad_redirect'],
    ['/bad-location', 'bad_redirect'],
    ['/to/?url=ftp%3A%2F%2Fnews.example%2F', 'bad_redirect'],
    ['/to/?url=javascript%3Aalert(1)', 'bad_redirect'],
    ['/to/?url=http%3A%2F%2Fnowhere.invalid%2F', 'unknown_host'],
  ])('%s ends as %s', async (path, code) => {
    await expect(fetchPage(server.url(path), { config, fetcher })).rejects.toMatchObject({ code });
  });

  it('reads a Location of unescaped UTF-8', async () => {
    const response = await fetcher.request(server.url('/utf8-location'));
    expect(response.location).toBe(server.url('/h%C3%A4fen/%C3%B6l'));
  });

  it('needs no fetcher of one’s own', async () => {
    expect((await fetchOnce(server.url('/page'), { config })).bytes).toHaveLength(PAGE.length);
  });
});

describe('what a status means', () => {
  it.each([
    [200, null, null],
    [204, null, null],
    [400, 'http_client_error', 'permanent'],
    [401, 'access_denied', 'blocked'],
    [402, 'access_denied', 'blocked'],
    [403, 'access_denied', 'blocked'],
    [404, 'http_not_found', 'permanent'],
    [405, 'http_client_error', 'permanent'],
    [408, 'http_server_error', 'transient'],
    [410, 'http_gone', 'permanent'],
    [418, 'http_client_error', 'permanent'],
    [425, 'http_server_error', 'transient'],
    [429, 'rate_limited', 'transient'],
    [451, 'legal_block', 'blocked'],
    [500, 'http_server_error', 'transient'],
    [502, 'http_server_error', 'transient'],
    [503, 'http_server_error', 'transient'],
    [522, 'http_server_error', 'transient'],
    [999, 'protocol_error', 'permanent'],
  ])('%i', async (status, code, failureClass) => {
    const failure = failureOfStatus(await fetcher.request(server.url(`/status/${status}`)));
    expect([failure?.code ?? null, failure?.class ?? null]).toEqual([code, failureClass]);
  });

  it.each([429, 503])('%i with Retry-After in seconds', async (status) => {
    const failure = failureOfStatus(await fetcher.request(server.url(`/status/${status}?retry-after=120`)));
    expect(failure).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 120 });
  });

  it('429 with Retry-After as a date', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const response = await fetcher.request(server.url(`/status/429?retry-after=${encodeURIComponent(date)}`));
    const { retryAfterSeconds: seconds } = failureOfStatus(response) ?? {};
    expect(seconds).toBeGreaterThan(3500);
    expect(seconds).toBeLessThanOrEqual(3600);
  });

  it('takes Retry-After in every form RFC 9110 knows, bounded', () => {
    const now = new Date('1994-11-06T08:49:00Z');
    expect(retryAfterSeconds('Sun, 06 Nov 1994 08:49:37 GMT', now)).toBe(37);
    expect(retryAfterSeconds('Sunday, 06-Nov-94 08:49:37 GMT', now)).toBe(37);
    expect(retryAfterSeconds('Sun Nov  6 08:49:37 1994', now)).toBe(37);
    expect(retryAfterSeconds('Sun, 06 Nov 1994 08:48:00 GMT', now)).toBe(0);
    expect(retryAfterSeconds('0', now)).toBe(0);
    expect(retryAfterSeconds('99999999999999999999', now)).toBe(86_400);
    for (const text of [undefined, '', 'soon', '-5', '1.5', 'Sun, 99 Foo 1994'])
      expect(retryAfterSeconds(text, now)).toBeNull();
  });

  it('keeps the beginning of a large error page', async () => {
    const response = await fetcher.request(server.url('/large-404'));
    expect(failureOfStatus(response)?.code).toBe('http_not_found');
    expect(response).toMatchObject({ status: 404, truncated: true });
    expect(response.bytes.length).toBeLessThanOrEqual(262_144);
  });
});

describe('conditional requests', () => {
  it('answer 304 to the validators of the first answer', async () => {
    const first = await fetcher.request(server.url('/conditional'));
    expect(first).toMatchObject({ status: 200, etag: '"v1"', lastModified: 'Sun, 06 Nov 1994 08:49:37 GMT' });
    const byTag = await fetcher.request(server.url('/conditional'), { etag: first.etag });
    const byDate = await fetcher.request(server.url('/conditional'), { lastModified: first.lastModified });
    const without = await fetcher.request(server.url('/conditional'), { etag: null, lastModified: null });
    expect([byTag.status, byTag.bytes.length, byDate.status, without.status]).toEqual([304, 0, 304, 200]);
    expect(failureOfStatus(byTag)).toBeNull();
  });
});

describe('what is not asked for', () => {
  it.each([
    ['nonsense', 'invalid_url'],
    ['', 'invalid_url'],
    ['/page', 'invalid_url'],
    ['http://', 'invalid_url'],
    ['http://[::1', 'invalid_url'],
    ['ftp://news.example/', 'unsupported_scheme'],
    ['file:///etc/passwd', 'unsupported_scheme'],
    ['data:text/html,x', 'unsupported_scheme'],
  ])('“%s” is %s', async (url, code) => {
    await expect(fetcher.request(url)).rejects.toMatchObject({ code });
  });

  it('a caller who gives up is told its own reason, and the connection is dropped', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(fetcher.request(server.url('/page'), { signal })).rejects.toBe(reason);
    const controller = new AbortController();
    const running = fetcher.request(server.url('/slow-body'), { signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  it('nobody listens: connect_failed', async () => {
    const gone = await startHostileServer();
    await gone[Symbol.asyncDispose]();
    await expect(fetcher.request(gone.url('/page'))).rejects.toMatchObject({ code: 'connect_failed' });
  });

  it('names of the client are plain ASCII', () => {
    expect(() => createFetcher({ ...config, contact: 'https://bücher.example\r\nx: y' })).toThrow(
      expect.objectContaining({ code: 'config_invalid' }),
    );
  });
});

describe('TLS', () => {
  it('speaks HTTP/2 where the host does', async () => {
    const secure = createSecureServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`over HTTP/${request.httpVersion}`);
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const { port } = secure.address() as AddressInfo;
    await using client = createFetcher(config, { ca: TEST_CERTIFICATE });
    const { bytes } = await client.request(`https://news.localhost:${port}/`);
    expect(new TextDecoder().decode(bytes)).toBe('over HTTP/2.0');
    await expect(fetcher.request(`https://news.localhost:${port}/`)).rejects.toMatchObject({
      code: 'tls_failed',
    });
    await expect(client.request(`https://other.localhost:${port}/`)).rejects.toMatchObject({
      code: 'tls_failed',
    });
    secure.close();
  });

  it('a host without TLS is tls_failed', async () => {
    await expect(fetcher.request(server.url('/garbage').replace('http:', 'https:'))).rejects.toMatchObject({
      code: expect.stringMatching(/^(tls_failed|connect_timeout|connect_failed)$/),
    });
  });

  it('a host that takes the connection and never answers its handshake is connect_timeout', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await using client = createFetcher({ ...config, connectTimeoutMs: 200 });
    await expect(client.request(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'connect_timeout',
    });
    await client.close();
    silent.close();
  });

  it('an old protocol is tls_failed', async () => {
    const old = createTlsServer({
      key: TEST_KEY,
      cert: TEST_CERTIFICATE,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
    });
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
    const { port } = old.address() as AddressInfo;
    await expect(fetcher.request(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'tls_failed' });
    old.close();
  });
});

describe('memory', () => {
  it('stays flat while bombs are refused', async () => {
    await using small = createFetcher({ ...config, maxBytes: 1_048_576 });
    const bombs = ['/bomb-gzip', '/bomb-br', '/bomb-zstd', '/bomb-nested', '/endless'];
    await Promise.all(bombs.map((path) => small.request(server.url(path)).catch(() => undefined)));
    const peakOf = (): number => process.memoryUsage().rss;
    const before = peakOf();
    let peak = before;
    const sampler = setInterval(() => {
      peak = Math.max(peak, peakOf());
    }, 5);
    for (let round = 0; round < 5; round++) {
      for (const path of bombs)
        await expect(small.request(server.url(path))).rejects.toMatchObject({ code: 'too_large' });
    }
    clearInterval(sampler);
    expect((peak - before) / 1_048_576).toBeLessThan(64);
    // Nothing like the whole of an endless body was taken.
    expect(server.bytesSent()).toBeLessThan(64 * 1_048_576);
  });
});
