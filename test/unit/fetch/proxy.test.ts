import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { createFetcher, type Fetcher } from '../../../src/fetch/index.ts';
import { startDnsServer } from '../../support/dns-server.ts';
import { type HostileServer, PAGE, startHostileServer } from '../../support/hostile-server.ts';
import { startTestProxy } from '../../support/proxy-server.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../../support/tls.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** 127.0.0.2 stands for the public network; the proxy is the only address excepted beside it. */
function fetcherBy(url: string, proxyPort: number, nameServer?: string, also: string[] = []): Fetcher {
  const { fetch } = Config.parse({
    fetch: {
      allowAddresses: ['127.0.0.2', `127.0.0.1:${proxyPort}`, ...also],
      nameServers: nameServer === undefined ? [] : [nameServer],
      proxies: [{ name: 'exit', url }],
      connectTimeoutMs: 2000,
    },
  });
  return createFetcher(fetch, { ca: TEST_CERTIFICATE });
}

describe.each(['http', 'socks5'])('a proxy by %s', (scheme) => {
  it('is told the address that was judged, and signed in to', async () => {
    await using proxy = await startTestProxy('mill:a b:c');
    await using dns = await startDnsServer({ 'paper.example': [['127.0.0.2'], ['127.0.0.1']] });
    await using fetcher = fetcherBy(
      `${scheme}://mill:a%20b%3Ac@127.0.0.1:${proxy.port}`,
      proxy.port,
      dns.server,
    );
    const url = server.url('/page', 'paper.example');
    expect((await fetcher.request(url, { proxy: 'exit' })).bytes).toHaveLength(PAGE.length);
    expect(proxy.asked).toEqual([`127.0.0.2:${server.port}`]);
    await expect(fetcher.request(url, { proxy: 'exit' })).rejects.toMatchObject({ code: 'address_refused' });
    for (const private_ of ['127.0.0.1', '10.0.0.1', 'localhost', '[::1]'])
      await expect(fetcher.request(server.url('/page', private_), { proxy: 'exit' })).rejects.toMatchObject({
        code: 'address_refused',
      });
    expect(proxy.asked).toHaveLength(1);
  });

  it('carries HTTP/2 over TLS end to end', async () => {
    await using proxy = await startTestProxy();
    const secure = createSecureServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (request, response) => {
      response.end(`HTTP/${request.httpVersion} for ${request.authority}`);
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const { port } = secure.address() as AddressInfo;
    {
      await using fetcher = fetcherBy(`${scheme}://127.0.0.1:${proxy.port}`, proxy.port, undefined, [
        `news.localhost:${port}`,
        `other.localhost:${port}`,
      ]);
      const { bytes } = await fetcher.request(`https://news.localhost:${port}/`, { proxy: 'exit' });
      expect(new TextDecoder().decode(bytes)).toBe(`HTTP/2.0 for news.localhost:${port}`);
      // The certificate is not for this name: it is held against the name asked for, not the address.
      await expect(
        fetcher.request(`https://other.localhost:${port}/`, { proxy: 'exit' }),
      ).rejects.toMatchObject({ code: 'tls_failed' });
    }
    expect(proxy.asked).toEqual([`127.0.0.1:${port}`, `127.0.0.1:${port}`]);
    secure.close();
  });

  it('that refuses, or is not there, or whose address is refused is no fault of the host', async () => {
    const proxy = await startTestProxy();
    const url = server.url('/page', '127.0.0.2');
    const at = `${scheme}://127.0.0.1:${proxy.port}`;
    {
      await using fetcher = fetcherBy(at, proxy.port);
      proxy.refuse(403);
      await expect(fetcher.request(url, { proxy: 'exit' })).rejects.toMatchObject({
        code: 'proxy_failed',
        class: 'ours',
      });
      await expect(fetcher.request(url, { proxy: 'nowhere' })).rejects.toMatchObject({
        code: 'proxy_failed',
      });
      expect((await fetcher.request(url)).status).toBe(200);
    }
    await proxy[Symbol.asyncDispose]();
    await using gone = fetcherBy(at, proxy.port);
    await expect(gone.request(url, { proxy: 'exit' })).rejects.toMatchObject({ code: 'proxy_failed' });
    await using strict = fetcherBy(at, proxy.port + 1);
    await expect(strict.request(url, { proxy: 'exit' })).rejects.toMatchObject({ code: 'address_refused' });
  });
});
