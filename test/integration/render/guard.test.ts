import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { type AddressGuard, createAddressGuard } from '../../../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../../../src/fetch/browser/browser.ts';
import { createNameResolver } from '../../../src/fetch/index.ts';
import { type FakeWeb, startFakeWeb } from '../../fakeweb/server.ts';
import { haveChromium, noSandbox } from '../../support/chromium.ts';
import { startDnsServer } from '../../support/dns-server.ts';
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
});
