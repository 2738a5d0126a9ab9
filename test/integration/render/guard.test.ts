import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { type AddressGuard, createAddressGuard } from '../../../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../../../src/fetch/browser/browser.ts';
import { createFetcher, createNameResolver } from '../../../src/fetch/index.ts';
import { type FakeWeb, startFakeWeb } from '../../fakeweb/server.ts';
import { haveChromium, noSandbox } from '../../support/chromium.ts';
import { startDnsServer } from '../../support/dns-server.ts';
import { startTestProxy } from '../../support/proxy-server.ts';
import { REFUSED_URLS } from '../../support/refused-urls.ts';

/** A guard that notes which hosts it was asked about and refused, however it was asked. */
function noting(guard: AddressGuard, refused: Set<string>): AddressGuard {
  return {
    ...guard,
    checkLiteral(hostname, port) {
      try {
        return guard.checkLiteral(hostname, port);
      } catch (error) {
        refused.add(hostname);
        throw error;
      }
    },
    async permittedAddresses(hostname, port) {
      try {
        return await guard.permittedAddresses(hostname, port);
      } catch (error) {
        refused.add(hostname);
        throw error;
      }
    },
  };
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

// A developer's machine may have no browser; CI always has one (see haveChromium).
describe.skipIf(!(await haveChromium()))('the address guard in the browser', () => {
  let web: FakeWeb;
  beforeAll(async () => {
    web = await startFakeWeb('127.0.0.2');
  });
  afterAll(() => web[Symbol.asyncDispose]());

  const open = (guard: AddressGuard): Browser =>
    createBrowser({
      config: Config.parse({ render: { noSandbox } }).render,
      guard,
      userAgent: 'newsmill-test/1',
      maxBytes: 1_000_000,
    });

  it('refuses every spelling, asked for by an address, a script and a frame, and on a redirect', async () => {
    const refused = new Set<string>();
    await using browser = open(noting(createAddressGuard(['127.0.0.2']), refused));
    const urls = REFUSED_URLS.map(([, url]) => url);
    for (const url of urls)
      await expect(browser.load(url)).rejects.toMatchObject({ code: 'address_refused' });
    refused.clear();
    for (const [index, url] of urls.entries())
      web.routes.set(`/hop-${index}`, {
        status: 302,
        headers: { location: Buffer.from(url).toString('latin1') },
      });
    // A few addresses a page, so that a busy machine asks for all before the page counts as at rest.
    for (let from = 0; from < urls.length; from += 20) {
      const some = urls.slice(from, from + 20);
      const paths = some.map((_, index) => `/hop-${from + index}`);
      web.page(
        '/story',
        `<!doctype html><title>asking</title><body><iframe src="${some[0]}"></iframe><script>
          for (const url of ${JSON.stringify([...some, ...paths])})
            fetch(url, { mode: 'no-cors', cache: 'no-store' }).catch(() => undefined);
        </script></body>`,
      );
      await browser.load(`${web.base}/story`);
    }
    expect(urls.map(hostOf).filter((host) => !refused.has(host))).toEqual([]);
    const hops = new Set(web.paths().filter((path) => path.startsWith('/hop-')));
    expect(hops.size).toBe(urls.length);
  });

  it('is not fooled by a name that turns from public to private between two connections', async () => {
    await using inside = await startFakeWeb('127.0.0.1', web.port);
    await using dns = await startDnsServer({
      'turning.example': [['127.0.0.2'], ['127.0.0.2'], ['127.0.0.1']],
    });
    const resolve = createNameResolver({ nameServers: [dns.server] });
    await using browser = open(createAddressGuard(['127.0.0.2'], { resolve }));
    const url = `http://turning.example:${web.port}`;
    web.routes.set('/turning', {
      headers: { 'content-type': 'text/html', connection: 'close' },
      body: `<!doctype html><title>asking</title><body><script>
        fetch('/secret', { cache: 'no-store' }).then((r) => { document.title = 'status ' + r.status; }, () => { document.title = 'failed'; });
      </script></body>`,
    });
    const response = await browser.load(`${url}/turning`);
    expect(Buffer.from(response.bytes).toString('utf8')).toMatch(
      /<title>(status 50[0-9]|status 403|failed)<\/title>/,
    );
    await expect(browser.load(`${url}/secret`)).rejects.toMatchObject({ code: 'address_refused' });
    expect(dns.asked.length).toBeGreaterThanOrEqual(4);
    expect(inside.log).toEqual([]);
  });

  it('takes a host that cannot be reached for that, not for one that answered', async () => {
    const gone = await startFakeWeb('127.0.0.2');
    await using browser = open(createAddressGuard(['127.0.0.2']));
    const url = `${gone.base}/gone`;
    await gone[Symbol.asyncDispose]();
    await expect(browser.load(url)).rejects.toMatchObject({ code: 'connect_failed' });
  });

  it('asks the page’s own host at the one address it is told, and other hosts wherever they are', async () => {
    await using other = await startFakeWeb('127.0.0.3', web.port);
    const both = [['127.0.0.2', '127.0.0.3']];
    await using dns = await startDnsServer({ 'both.example': both, 'cdn.example': [['127.0.0.2']] });
    const resolve = createNameResolver({ nameServers: [dns.server] });
    await using browser = open(createAddressGuard(['127.0.0.2', '127.0.0.3'], { resolve }));
    const headers = { connection: 'close', 'content-type': 'text/html', 'access-control-allow-origin': '*' };
    const script = `for (const url of ['/own-1', '/own-2', 'http://cdn.example:${web.port}/else']) fetch(url);`;
    for (const one of [web, other]) {
      one.routes.set('/pinned', { headers, body: `<title>x</title><body><script>${script}</script></body>` });
      for (const path of ['/own-1', '/own-2', '/else']) one.routes.set(path, { headers });
    }
    const url = `http://both.example:${web.port}/pinned`;
    for (const [address, asked, left] of [
      ['127.0.0.3', other, web],
      ['127.0.0.2', web, other],
    ] as const) {
      for (const one of [web, other]) one.log.length = 0;
      expect((await browser.load(url, { address })).status).toBe(200);
      const own = (one: FakeWeb): string[] => one.paths().filter((path) => path !== '/else');
      expect(own(asked).sort()).toEqual(['/own-1', '/own-2', '/pinned']);
      expect(own(left)).toEqual([]);
      expect(web.paths()).toContain('/else');
    }
    await expect(browser.load(url, { address: '127.0.0.9' })).rejects.toMatchObject({
      code: 'address_refused',
    });
  });

  it('asks for all of a page by a proxy, which is told no address that is refused', async () => {
    await using inside = await startFakeWeb('127.0.0.9');
    await using proxy = await startTestProxy('mill:key');
    const { fetch } = Config.parse({
      fetch: {
        allowAddresses: ['127.0.0.2', `127.0.0.1:${proxy.port}`],
        proxies: [{ name: 'exit', url: `http://mill:key@127.0.0.1:${proxy.port}` }],
      },
    });
    await using fetcher = createFetcher(fetch);
    const { guard, userAgent, tunnelBy } = fetcher;
    const config = Config.parse({ render: { noSandbox } }).render;
    await using browser = createBrowser({ config, guard, userAgent, tunnelBy, maxBytes: 1_000_000 });
    web.log.length = 0;
    web.page(
      '/by-proxy',
      `<title>x</title><body><script>fetch('/more'); fetch('${inside.base}/secret', { mode: 'no-cors' });</script></body>`,
    );
    const url = `${web.base}/by-proxy`;
    expect((await browser.load(url, { proxy: 'exit' })).status).toBe(200);
    expect(web.paths().sort()).toEqual(['/by-proxy', '/more']);
    for (const { clientPort } of web.log) expect(proxy.ports).toContain(clientPort);
    expect(new Set(proxy.asked)).toEqual(new Set([`127.0.0.2:${web.port}`]));
    expect(inside.log).toEqual([]);
    proxy.refuse(403);
    await expect(browser.load(url, { proxy: 'exit' })).rejects.toMatchObject({ code: 'proxy_failed' });
    await expect(browser.load(url, { proxy: 'none' })).rejects.toMatchObject({ code: 'proxy_failed' });
  });
});
