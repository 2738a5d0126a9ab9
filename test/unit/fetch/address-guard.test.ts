import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import {
  checkAddress,
  createAddressGuard,
  createFetcher,
  fetchPage,
  guardOf,
} from '../../../src/fetch/index.ts';
import { type DnsServer, startDnsServer } from '../../support/dns-server.ts';
import { type HostileServer, PAGE, startHostileServer } from '../../support/hostile-server.ts';
import { REFUSED_URLS } from '../../support/refused-urls.ts';

const strict = createAddressGuard();
const verdictOf = async (url: string) => checkAddress(url, strict);

describe('literal addresses', () => {
  it.each(REFUSED_URLS)('%s is refused', async (_, url) => {
    const { allowed, reason } = await verdictOf(url);
    expect({ allowed, reason }).toEqual({
      allowed: false,
      reason: expect.stringContaining('not a public address'),
    });
    const fetcher = createFetcher(Config.parse({}).fetch);
    await expect(fetcher.request(url)).rejects.toMatchObject({ code: 'address_refused', class: 'permanent' });
    await fetcher.close();
  });

  it.each([
    'http://8.8.8.8/',
    'http://172.15.0.1/',
    'http://172.32.0.1/',
    'http://100.63.255.255/',
    'http://100.128.0.1/',
    'http://[2606:4700::1111]/',
    'http://134744072/',
  ])('%s is let through', async (url) => {
    expect(await verdictOf(url)).toMatchObject({ allowed: true, reason: null });
  });

  it('refuses every spelling of every private IPv4 address', async () => {
    const network = fc.constantFrom([10, 8], [127, 8], [0xa9fe, 16], [0xc0a8, 16], [0xac1, 12], [0xe, 4]);
    await fc.assert(
      fc.asyncProperty(
        network,
        fc.nat(0xffff_ffff),
        fc.nat(4),
        async ([prefix = 0, bits = 0], random, form) => {
          const value = (prefix * 2 ** (32 - bits) + (random % 2 ** (32 - bits))) >>> 0;
          const parts = [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
          const spelling = [
            parts.join('.'),
            String(value),
            `0x${value.toString(16)}`,
            parts.map((part) => `0${part.toString(8)}`).join('.'),
            `[::ffff:${parts.join('.')}]`,
          ][form];
          expect(await verdictOf(`http://${spelling}/`)).toMatchObject({ allowed: false });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('exceptions', () => {
  const cases: [string, string[], string, boolean][] = [
    ['an address', ['10.0.0.7'], 'http://10.0.0.7/', true],
    ['only that address', ['10.0.0.7'], 'http://10.0.0.8/', false],
    ['an address and port', ['10.0.0.7:8080'], 'http://10.0.0.7:8080/', true],
    ['not another port', ['10.0.0.7:8080'], 'http://10.0.0.7/', false],
    ['the default port', ['10.0.0.7:80'], 'http://10.0.0.7/', true],
    ['the default port of https', ['10.0.0.7:443'], 'https://10.0.0.7/', true],
    ['a range', ['10.0.0.0/8'], 'http://10.9.9.9:81/', true],
    ['not outside the range', ['10.0.0.0/9'], 'http://10.128.0.0/', false],
    ['an IPv6 address', ['fd00::7'], 'http://[fd00:0::7]/', true],
    ['an IPv6 address and port', ['[fd00::7]:8080'], 'http://[fd00::7]:8080/', true],
    ['an IPv6 range', ['fd00::/8'], 'http://[fd12::1]/', true],
    ['localhost by name', ['localhost'], 'http://localhost:3000/', true],
    ['localhost by name is not what is under it', ['localhost'], 'http://a.localhost/', false],
    ['a name and port', ['news.localhost:8081'], 'http://news.localhost:8081/', true],
    ['a name in capitals, with a dot', ['News.LocalHost.'], 'http://news.localhost/', true],
    ['localhost by address', ['127.0.0.1'], 'http://a.localhost/', true],
    ['NAT64 as such, of a public address', ['64:ff9b::/96'], 'http://[64:ff9b::8.8.8.8]/', true],
    ['NAT64 as such, of a private address', ['64:ff9b::/96'], 'http://[64:ff9b::10.0.0.1]/', false],
    ['NAT64 of an excepted address', ['64:ff9b::/96', '10.0.0.0/8'], 'http://[64:ff9b::10.0.0.1]/', true],
    ['an IPv4 range says nothing of mapped addresses', ['10.0.0.0/8'], 'http://[::ffff:10.0.0.1]/', false],
  ];
  it.each(cases)('%s', async (_, exceptions, url, allowed) => {
    expect(await checkAddress(url, createAddressGuard(exceptions))).toMatchObject({ allowed });
  });

  it.each([
    '',
    'http://10.0.0.1/',
    '10.0.0.0/33',
    'a/b',
    'user@host',
    'host:99999',
    'two words',
    '10.0.0.0/8/8',
  ])('“%s” is none', (entry) => {
    expect(() => createAddressGuard([entry])).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  });
});

describe('ports', () => {
  const guard = (allowAddresses: string[] = []) => guardOf(Config.parse({ fetch: { allowAddresses } }).fetch);

  it.each([22, 25, 81, 6379, 8080, 65_535])('%i of a public address is odd', async (port) => {
    expect(await checkAddress(`http://8.8.8.8:${port}/`, guard())).toMatchObject({
      allowed: false,
      reason: `Port ${port} of 8.8.8.8 is not among fetch.allowPorts`,
    });
    await using fetcher = createFetcher(Config.parse({}).fetch);
    await expect(fetcher.request(`http://8.8.8.8:${port}/`)).rejects.toMatchObject({
      code: 'address_refused',
    });
  });

  it('can be named, alone or with an exception', async () => {
    const allowed = async (url: string, exceptions: string[] = []): Promise<boolean> =>
      (await checkAddress(url, guard(exceptions))).allowed;
    expect(await allowed('http://8.8.8.8/')).toBe(true);
    expect(await allowed('http://8.8.8.8:443/')).toBe(true);
    expect(await allowed('http://8.8.8.8:8080/', ['8.8.8.8:8080'])).toBe(true);
    expect(await allowed('http://8.8.8.8:8081/', ['8.8.8.8:8080'])).toBe(false);
    expect(await allowed('http://10.0.0.1:8081/', ['10.0.0.0/8'])).toBe(true);
    expect(await allowed('http://[fd00::1]:8081/', ['fd00::/8'])).toBe(true);
    const config = Config.parse({ fetch: { allowPorts: [8080] } }).fetch;
    expect((await checkAddress('http://8.8.8.8:8080/', guardOf(config))).allowed).toBe(true);
    expect((await checkAddress('http://8.8.8.8/', guardOf(config))).allowed).toBe(false);
  });
});

describe('on the way to a server', () => {
  let server: HostileServer;
  let dns: DnsServer;
  beforeAll(async () => {
    server = await startHostileServer();
    dns = await startDnsServer({
      'private.example': [['10.0.0.1', '192.168.0.1']],
      'mixed.example': [['10.255.255.1', '127.0.0.1']],
      // Public when it is looked at, private when it is connected to.
      'turning.example': [['127.0.0.2'], ['127.0.0.1']],
    });
  });
  afterAll(async () => {
    await dns[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  /** A fetcher for which 127.0.0.2 stands for the public network, and the rest of loopback for the private one. */
  const fetcher = (allowAddresses = ['127.0.0.2']) =>
    createFetcher(Config.parse({ fetch: { allowAddresses, connectTimeoutMs: 1000 } }).fetch, {
      resolve: dns.resolve,
    });

  it('refuses a name that resolves to private addresses, and says which', async () => {
    await using client = fetcher();
    await expect(client.request('http://private.example/')).rejects.toMatchObject({
      code: 'address_refused',
      message: expect.stringContaining('10.0.0.1 (private), 192.168.0.1 (private)'),
    });
  });

  it('uses only the permitted addresses of a mixed answer', async () => {
    await using client = fetcher(['127.0.0.1']);
    const response = await client.request(server.url('/page', 'mixed.example'));
    expect(response.bytes).toHaveLength(PAGE.length);
  });

  it('is not fooled by an answer that turns from public to private', async () => {
    await using client = fetcher();
    const url = server.url('/page', 'turning.example');
    expect(await checkAddress(url, client.guard)).toMatchObject({ allowed: true });
    const before = server.log.length;
    await expect(client.request(url)).rejects.toMatchObject({ code: 'address_refused' });
    expect(server.log.length).toBe(before);
  });

  it('guards every redirect hop', async () => {
    await using client = fetcher();
    const { config } = { config: Config.parse({}).fetch };
    for (const target of [
      server.url('/page'),
      server.url('/page', 'private.example'),
      server.url('/page', 'localhost'),
      'http://169.254.169.254/',
      'http://[::1]:1/',
    ]) {
      const url = server.url(`/to/?url=${encodeURIComponent(target)}`, '127.0.0.2');
      const before = server.log.length;
      await expect(fetchPage(url, { config, fetcher: client })).rejects.toMatchObject({
        code: 'address_refused',
      });
      expect(server.log.length).toBe(before + 1);
    }
  });

  it.each(REFUSED_URLS)('refuses %s as the target of a redirect', async (_, target) => {
    await using client = fetcher();
    const url = server.url(`/to/?url=${encodeURIComponent(target)}`, '127.0.0.2');
    const before = server.log.length;
    await expect(fetchPage(url, { config: Config.parse({}).fetch, fetcher: client })).rejects.toMatchObject({
      code: 'address_refused',
    });
    expect(server.log.length).toBe(before + 1);
  });

  it('holds a port exception when the name is resolved', async () => {
    await using right = fetcher([`mixed.example:${server.port}`]);
    await using wrong = fetcher([`mixed.example:${server.port + 1}`]);
    await expect(right.request(server.url('/page', 'mixed.example'))).resolves.toMatchObject({ status: 200 });
    await expect(wrong.request(server.url('/page', 'mixed.example'))).rejects.toMatchObject({
      code: 'address_refused',
    });
  });

  it('knows localhost names without a resolver', async () => {
    await using client = fetcher(['127.0.0.0/8']);
    const before = dns.asked.length;
    await expect(client.request(server.url('/page', 'paper.localhost'))).resolves.toMatchObject({
      status: 200,
    });
    expect(dns.asked.length).toBe(before);
  });

  it('tells a name without an address from a refused one', async () => {
    await using client = fetcher();
    await expect(client.request('http://unknown.example/')).rejects.toMatchObject({
      code: 'unknown_host',
      class: 'transient',
    });
    await expect(client.request('http://nowhere.invalid/')).rejects.toMatchObject({ code: 'unknown_host' });
    expect(dns.asked).toContain('unknown.example');
    expect(dns.asked).not.toContain('nowhere.invalid');
  });
});
