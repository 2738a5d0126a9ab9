import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/frontier/canonical-url.ts';
import { newsmill, temporaryFolder } from '../support/cli.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { type H2Kind, startHostileH2Server } from '../support/hostile-h2-server.ts';
import { type HostileServer, startHostileServer } from '../support/hostile-server.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { haveRedis, startRedis, type TestRedis } from '../support/redis.ts';
import { TEST_CERTIFICATE } from '../support/tls.ts';

const backends = [
  { backend: 'PostgreSQL', redis: false },
  { backend: 'Redis', redis: true },
] as const;

/** What a path of the hostile server ends as; each is asked for at a host of its own. */
const PATHS: Readonly<Record<string, string>> = {
  '/bomb-10g-gzip': 'too_large',
  '/bomb-10g-zstd': 'too_large',
  '/bomb-10g-nested': 'too_large',
  '/bomb-br': 'too_large',
  '/endless': 'too_large',
  '/large': 'too_large',
  '/slow-headers': 'headers_timeout',
  '/silent': 'headers_timeout',
  '/slow-body': 'body_timeout',
  '/stalled-body': 'body_timeout',
  '/big-header': 'protocol_error',
  '/many-headers': 'protocol_error',
  '/hops/20': 'too_many_redirects',
  '/loop': 'redirect_loop',
  '/self': 'redirect_loop',
  '/no-location': 'bad_redirect',
  '/chain-of-four': 'bad_content_encoding',
  '/not-gzip': 'bad_content_encoding',
  '/truncated-gzip': 'bad_content_encoding',
  '/too-long-length': 'connection_lost',
  '/two-lengths': 'connection_lost',
  '/early-close': 'connection_lost',
  '/reset': 'connection_lost',
  '/http09': 'protocol_error',
  '/bad-chunk': 'protocol_error',
  '/status/429?retry-after=100': 'rate_limited',
  '/status/451': 'legal_block',
};

/** What hosts that break HTTP/2 over good TLS end as. Floods are left to the client's own tests: they want a calm machine. */
const H2_KINDS: readonly (readonly [H2Kind, string])[] = [
  ['goaway', 'connection_lost'],
  ['reset-stream', 'connection_lost'],
  ['reset-in-body', 'connection_lost'],
  ['no-error-in-body', 'connection_lost'],
  ['close-in-body', 'connection_lost'],
  ['wrong-length', 'connection_lost'],
  ['http1', 'protocol_error'],
  ['big-header', 'protocol_error'],
  ['not-hpack', 'protocol_error'],
  ['silent', 'headers_timeout'],
  ['stalled-body', 'body_timeout'],
];

/** The network that stands for the public one; the rest of loopback stands for the private one. */
const PUBLIC = '127.0.2.';

describe.each(backends)('a web of hostile hosts, queues on $backend', ({ redis: wantsRedis }) => {
  let redis: TestRedis | undefined;
  let server: HostileServer;
  beforeAll(async () => {
    if (wantsRedis && haveRedis()) redis = await startRedis();
    server = await startHostileServer();
  });
  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });
  // Without a Redis server on a developer's machine there is nothing to test against; CI always has one.
  const on = it.skipIf(wantsRedis && !haveRedis());

  on(
    'every page ends with its code, and no request leaves for a private address',
    async () => {
      const turning = (turns: number): (readonly string[])[] => [
        ...Array.from({ length: turns }, () => [`${PUBLIC}200`]),
        ['127.0.0.1'],
      ];
      await using dns = await startDnsServer({
        'turns-at-robots.example': [['127.0.0.1']],
        'turns-at-page.example': turning(1),
        'turns-at-redirect.example': turning(2),
        'private.example': [['10.0.0.1'], ['127.0.0.1']],
        'other-name.example': [['127.0.0.1']],
      });
      await using h2 = new AsyncDisposableStack();
      await using store = await createTestDatabase();
      using folder = temporaryFolder();
      const config = join(folder.path, 'newsmill.yaml');
      writeFileSync(
        config,
        'fetch: { headersTimeoutMs: 1500, bodyTimeoutMs: 1500, totalTimeoutMs: 2500, maxRedirects: 5 }\n',
      );
      const expected = new Map<string, string>();
      for (const [index, [path, code]] of Object.entries(PATHS).entries())
        expected.set(server.url(path, `${PUBLIC}${index + 1}`), code);
      const secret = server.url('/page', '127.0.0.1');
      const refused = [
        server.url('/page', 'turns-at-robots.example'),
        server.url('/page', 'turns-at-page.example'),
        server.url('/to/?url=/page', 'turns-at-redirect.example'),
        server.url(`/to/?url=${encodeURIComponent(secret)}`, `${PUBLIC}100`),
        server.url('/page', 'private.example'),
        server.url('/page', 'localhost'),
        `http://2130706433:${server.port}/page`,
        `http://[::ffff:127.0.0.1]:${server.port}/page`,
        'http://169.254.169.254/latest/meta-data/',
        'http://8.8.8.8:6379/',
      ];
      for (const url of refused) expected.set(url, 'address_refused');
      const exceptions = [`${PUBLIC}0/24`];
      for (const [kind, code] of H2_KINDS) {
        const url = new URL(kind, h2.use(await startHostileH2Server(kind)).url).href;
        expected.set(url, code);
        exceptions.push(new URL(url).host);
      }
      const { port } = new URL(h2.use(await startHostileH2Server('page')).url);
      expected.set(`https://other-name.example:${port}/`, 'tls_failed');
      exceptions.push(`other-name.example:${port}`);
      const certificate = join(folder.path, 'certificate.pem');
      writeFileSync(certificate, TEST_CERTIFICATE);

      const run = await newsmill(['crawl', ...expected.keys(), '--json', '--config', config], {
        env: {
          DATABASE_URL: store.url,
          DATA_DIR: folder.path,
          FETCH_ALLOW_ADDRESSES: exceptions.join(),
          NODE_EXTRA_CA_CERTS: certificate,
          FETCH_NAME_SERVERS: dns.server,
          ...(redis ? { QUEUE_URL: redis.url } : {}),
        },
        limitMs: 150_000,
      });

      expect(run.code).not.toBe(0);
      const counts: Record<string, number> = {};
      for (const code of expected.values()) counts[code] = (counts[code] ?? 0) + 1;
      const summary: { failed: Record<string, number>; failures: { url: string; code: string }[] } =
        JSON.parse(run.stdout);
      const byUrl = new Map([...expected].map(([url, code]) => [canonicalUrl(url).url, code]));
      for (const { url, code } of summary.failures) expect([url, code]).toEqual([url, byUrl.get(url)]);
      expect(summary.failed).toEqual(counts);
      expect(dns.asked).toEqual(expect.arrayContaining(['turns-at-page.example', 'private.example']));
      expect(server.log.filter((request) => !request.to.includes(PUBLIC))).toEqual([]);
    },
    200_000,
  );
});
