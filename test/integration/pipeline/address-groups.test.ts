/** Hosts grouped by address: judged by what the servers at those addresses saw. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/fetch/browser/browser.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { hostPolicies } from '../../../src/frontier/host-policy.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { regroupHosts } from '../../../src/pipeline/sync-sources.ts';
import { startFetch } from '../../../workers/fetch.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { startRender } from '../../../workers/render.ts';
import { haveChromium, noSandbox } from '../../support/chromium.ts';
import { eventually } from '../../support/cli.ts';
import { startDnsServer } from '../../support/dns-server.ts';
import { openTestParts, type TestParts } from '../../support/parts.ts';

const DELAY_MS = 40;
const ANSWER_MS = 30;

interface Access {
  readonly address: string;
  readonly host: string;
  readonly path: string;
  readonly start: number;
  end: number;
}

/** One server on several addresses of loopback, at one port. */
async function startServers(addresses: readonly string[]) {
  const log: Access[] = [];
  const servers = addresses.map((address) =>
    createServer((request, response) => {
      const path = request.url ?? '/';
      const host = request.headers.host ?? '';
      const access: Access = { address, host, path, start: performance.now(), end: Number.POSITIVE_INFINITY };
      log.push(access);
      response.on('close', () => {
        access.end = performance.now();
      });
      const status = path.startsWith('/page/') ? 200 : 404;
      setTimeout(() => response.writeHead(status, { 'content-type': 'text/html' }).end(path), ANSWER_MS);
    }),
  );
  let port = 0;
  for (const [i, server] of servers.entries()) {
    await new Promise<void>((resolve) => server.listen(port, addresses[i], resolve));
    port = (server.address() as AddressInfo).port;
  }
  return {
    port,
    log,
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** Requests to one address that began before the pause after the one before was over. */
function hurried(log: readonly Access[]): Access[] {
  return [...Map.groupBy(log, (access) => access.address).values()].flatMap((accesses) =>
    accesses.filter((access, i) => i > 0 && access.start < (accesses[i - 1]?.end ?? 0) + DELAY_MS - 1),
  );
}

const submit = (parts: TestParts, port: number, hosts: readonly string[], from: number, count: number) =>
  submitUrls(
    parts.store.db,
    hosts.flatMap((host) =>
      Array.from({ length: count }, (_, n) => ({
        url: `http://${host}:${port}/page/${from + n}`,
        kind: 'page' as const,
      })),
    ),
    { policyOf: hostPolicies(parts.config) },
  );

/** Visits of a host that a browser made. */
async function rendersOf({ store }: TestParts, host: string): Promise<number> {
  return eventually('the renders', async () => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM snapshots s JOIN frontier f ON f.id = s.frontier_id
      WHERE f.host = ${host} AND s.via = 'render'`.execute(store.db);
    return (rows[0]?.n ?? 0) >= 3 ? rows[0]?.n : undefined;
  });
}

describe('hosts grouped by address', () => {
  // CI always has a browser (see haveChromium); a developer's machine without one has all pages asked for plainly.
  it('share one slot where their names have one address, in the browser too, before and after one of them moves', async () => {
    await using servers = await startServers(['127.0.0.1', '127.0.0.2']);
    const { port, log } = servers;
    await using dns = await startDnsServer(
      {
        'a.test': [['127.0.0.1']],
        'b.test': [['127.0.0.2', '127.0.0.1']],
        'mover.test': [['127.0.0.1'], ['127.0.0.2']],
        'other.test': [['127.0.0.2']],
      },
      { ttl: 0 },
    );
    const settings = {
      fetch: {
        delayMs: DELAY_MS,
        groupHosts: 'address',
        allowAddresses: ['127.0.0.0/8'],
        nameServers: [dns.server],
      },
      rights: { tdmrep: false },
      maintain: { reconcileIntervalMs: 60_000, grantIntervalMs: 20 },
    };
    await using parts = await openTestParts({ settings });
    await using fetcher = createFetcher(parts.config.fetch);
    const seen = (host: string) =>
      log.filter((one) => one.host.startsWith(host) && one.path !== '/robots.txt');
    const all = (count: number, hosts: readonly string[]) =>
      eventually('all pages', async () => hosts.every((host) => seen(host).length >= count) || undefined);
    const { db } = parts.store;

    await submit(parts, port, ['a.test', 'b.test', 'mover.test', 'nowhere.test', '127.0.0.1'], 0, 3);
    const rendered = await haveChromium();
    if (rendered) await sql`UPDATE frontier SET render = true WHERE host = ${`b.test:${port}`}`.execute(db);
    const { guard, userAgent } = fetcher;
    const config = { ...parts.config.render, noSandbox };
    await using browser = createBrowser({ config, guard, userAgent, maxBytes: 1_000_000 });
    await using _render = await startRender({ ...parts, browser });
    await using _fetch = startFetch({ ...parts, fetcher });
    await using _maintain = await startMaintain(parts, { schedules: false });
    await all(3, ['a.test', 'b.test', 'mover.test', '127.0.0.1']);
    expect(new Set(log.map((access) => access.address))).toEqual(new Set(['127.0.0.1']));
    expect(hurried(log)).toEqual([]);
    if (rendered) expect(await rendersOf(parts, `b.test:${port}`)).toBe(3);
    const lost = await eventually('the name without an address', async () => {
      const { rows } = await sql<{ code: string }>`
        SELECT code FROM visits v JOIN frontier f ON f.id = v.frontier_id WHERE f.host = ${`nowhere.test:${port}`}`.execute(
        db,
      );
      return rows[0];
    });
    expect(['unknown_host', 'robots_unreachable']).toContain(lost.code);

    await sql`UPDATE hosts SET address_until = now() WHERE host = ${`mover.test:${port}`}`.execute(db);
    await submit(parts, port, ['mover.test', 'other.test', 'a.test'], 3, 5);
    await all(8, ['mover.test', 'a.test']);
    await all(5, ['other.test']);
    expect(hurried(log)).toEqual([]);
    expect(seen('mover.test').at(-1)?.address).toBe('127.0.0.2');
    expect(seen('other.test').every((access) => access.address === '127.0.0.2')).toBe(true);

    // Settings that group nothing any more put each host into its own lane again.
    await regroupHosts(db, { ...parts.config, hosts: [{ host: `a.test:${port}`, group: 'host' }] });
    const { rows } = await sql<{ lane: string | null; addressing: string }>`
      SELECT lane, addressing FROM hosts WHERE host = ${`a.test:${port}`}`.execute(db);
    expect(rows).toEqual([{ lane: null, addressing: 'no' }]);
  });
});
