/** robots.txt and tdmrep.json as the fetch role asks for them: slots, redirects, validators, outages. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createFetcher } from '../../../src/fetch/fetcher.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { HostRobots } from '../../../src/pipeline/host-robots.ts';
import { visitRobots } from '../../../src/pipeline/visit-robots.ts';
import { grantSlots } from '../../../src/store/grants.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { openTestParts } from '../../support/parts.ts';
import { paceOf } from '../../support/store.ts';

type Parts = Awaited<ReturnType<typeof openTestParts>>;

/** Makes the requests that the host's robots.txt takes, until a page would be granted. */
async function readHostFiles(
  parts: Parts,
): Promise<{ robots: HostRobots; status: number | null; hours: number }> {
  const { db } = parts.database;
  await using fetcher = createFetcher(parts.config.fetch);
  await sql`UPDATE hosts SET robots_expires_at = now()`.execute(db);
  for (let round = 0; round < 20; round++) {
    await sql`UPDATE hosts SET next_at = now()`.execute(db);
    const granted = await grantSlots(db, { limit: 1, leaseMs: 60_000, obeyRobots: true });
    const [grant] = granted;
    if (grant?.kind !== 'robots') break;
    await visitRobots({ ...parts, fetcher }, grant);
    const { rows } = await sql<{ over: boolean }>`SELECT robots_hop IS NULL AS over FROM hosts`.execute(db);
    if (rows[0]?.over === true) break;
  }
  const { rows } = await sql<{ robots: unknown; status: number | null; hours: number }>`
    SELECT robots, robots_status AS status,
      round(extract(epoch FROM robots_expires_at - now()) / 3600)::int AS hours FROM hosts`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no host');
  return { ...row, robots: HostRobots.parse(row.robots) };
}

async function withPage(
  settings: object = {},
): Promise<{ parts: Parts; web: Awaited<ReturnType<typeof startFakeWeb>> }> {
  const web = await startFakeWeb();
  const parts = await openTestParts({ settings });
  await submitUrls(parts.database.db, [{ url: `${web.base}/news/a`, kind: 'page' }], { policyOf: paceOf(0) });
  return { parts, web };
}

it('asks again with validators after a day, keeps what a 304 confirms, and reads tdmrep.json after it', async () => {
  const { parts, web } = await withPage();
  await using _parts = parts;
  await using _web = web;
  web.routes.set('/robots.txt', (request) =>
    request.headers['if-none-match'] === '"one"'
      ? { status: 304 }
      : { headers: { etag: '"one"' }, body: 'User-agent: *\nDisallow: /private\nCrawl-delay: 3' },
  );
  web.routes.set('/.well-known/tdmrep.json', { status: 302, headers: { location: '/rights.json' } });
  web.routes.set('/rights.json', { body: '[{"location": "/news/", "tdm-reservation": 1}]' });
  const first = await readHostFiles(parts);
  expect(first).toMatchObject({ status: 200, hours: 24 });
  expect(first.robots).toMatchObject({
    failure: null,
    etag: '"one"',
    tdm: [{ location: '/news/', reserved: true, policy: null }],
  });
  const again = await readHostFiles(parts);
  expect(again).toMatchObject({ status: 304, hours: 24 });
  expect(again.robots.policy).toEqual(first.robots.policy);
  expect(web.log.map((line) => [line.path, line.headers['if-none-match']])).toEqual([
    ['/robots.txt', undefined],
    ['/.well-known/tdmrep.json', undefined],
    ['/rights.json', undefined],
    ['/robots.txt', '"one"'],
    ['/.well-known/tdmrep.json', undefined],
    ['/rights.json', undefined],
  ]);
  const { rows } = await sql<{ delay: number }>`SELECT crawl_delay_ms AS delay FROM hosts`.execute(
    parts.database.db,
  );
  expect(rows).toEqual([{ delay: 3000 }]);
});

it('follows five redirects and takes a sixth for no file; a host without tdmrep.json reserves nothing by it', async () => {
  const { parts, web } = await withPage();
  await using _parts = parts;
  await using _web = web;
  web.routes.set('/robots.txt', { status: 301, headers: { location: '/r1' } });
  for (let i = 1; i < 5; i++) web.routes.set(`/r${i}`, { status: 302, headers: { location: `/r${i + 1}` } });
  web.routes.set('/r5', { body: 'User-agent: *\nDisallow: /' });
  expect((await readHostFiles(parts)).robots).toMatchObject({
    policy: { access: 'rules', rules: [{ pattern: '/' }] },
  });
  // What robots.txt forbids is not asked for.
  expect(web.log.at(-1)?.path).toBe('/r5');
  web.routes.set('/r5', { status: 302, headers: { location: '/r6' } });
  web.routes.set('/r6', { body: 'User-agent: *\nDisallow: /' });
  expect((await readHostFiles(parts)).robots).toMatchObject({ policy: { access: 'all' }, tdm: null });
  expect(web.log.at(-1)?.path).toBe('/.well-known/tdmrep.json');
  expect(web.log.map((line) => line.path)).not.toContain('/r6');
});

it('allows nothing while the file cannot be read, and counts it as missing after 30 days of that', async () => {
  const { parts, web } = await withPage({ rights: { tdmrep: false } });
  await using _parts = parts;
  await using _web = web;
  const { db } = parts.database;
  web.routes.set('/robots.txt', { status: 503 });
  const down = await readHostFiles(parts);
  expect(down).toMatchObject({ status: 503, hours: 0 });
  expect(down.robots).toMatchObject({ policy: { access: 'none' }, failure: { code: 'robots_unreachable' } });
  const since = down.robots.unreachableSince;
  expect((await readHostFiles(parts)).robots.unreachableSince).toBe(since);
  await sql`UPDATE hosts SET robots = jsonb_set(robots, '{unreachableSince}',
    to_jsonb(to_char(now() AT TIME ZONE 'UTC' - interval '31 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))`.execute(
    db,
  );
  expect((await readHostFiles(parts)).robots).toMatchObject({ policy: { access: 'all' }, failure: null });
  web.routes.set('/robots.txt', { body: 'User-agent: *\nDisallow: /x' });
  expect((await readHostFiles(parts)).robots).toMatchObject({
    policy: { access: 'rules' },
    failure: null,
    unreachableSince: null,
  });
  expect(web.log.every((line) => line.path === '/robots.txt')).toBe(true);
});

it('an older record of a host is read as it was written', () => {
  const policy = { access: 'all', rules: [], crawlDelaySeconds: null, sitemaps: [] };
  expect(HostRobots.parse({ policy, failure: null })).toMatchObject({ tdm: null, policy: { signals: [] } });
});
