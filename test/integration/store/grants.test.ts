import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { HostKey } from '../../../src/ids.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { countFrontier, recordRedirect, settle, useGrant } from '../../../src/store/frontier.ts';
import { type Grant, grantSlots, renewLostWork, untilNextGrant } from '../../../src/store/grants.ts';
import { settleRobots } from '../../../src/store/hosts.ts';
import { addPages, openTestStore, paceOf, type TestStore } from '../../support/store.ts';

const options = { limit: 100, leaseMs: 60_000, obeyRobots: false };
const pagesOf = (grants: readonly Grant[]) => grants.filter((g) => g.kind === 'page');

async function finish(store: TestStore, grant: Grant): Promise<boolean> {
  if (grant.kind !== 'page') throw new Error('not a page');
  const entry = await useGrant(store.db, grant.frontierId, grant.grantId);
  if (!entry) return false;
  const ended = await settle(
    store.db,
    entry,
    { grantId: grant.grantId, says: 'answered' },
    { outcome: 'unchanged', dueAt: null, homeHost: entry.host, attempts: 0, revisits: 0 },
  );
  return ended !== null;
}

describe('granting host slots', () => {
  it('never has two requests of one host under way, and keeps the pause after each', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'], {
      delayMs: 400,
    });
    const first = pagesOf(await grantSlots(store.db, options));
    expect(first.length).toBe(2);
    expect(await grantSlots(store.db, options)).toEqual([]);
    for (const grant of first) expect(await finish(store, grant)).toBe(true);
    expect(await grantSlots(store.db, options)).toEqual([]);
    const wait = (await untilNextGrant(store.db)) ?? Number.NaN;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(400);
    await sleep(wait + 10);
    expect(pagesOf(await grantSlots(store.db, options)).length).toBe(1);
  });

  it('gives each URL to one of many processes that grant at the same time', async () => {
    await using store = await openTestStore(20);
    await addPages(
      store.db,
      Array.from({ length: 300 }, (_, i) => `https://h${i}.example/p`),
    );
    const rounds = await Promise.all(
      Array.from({ length: 10 }, () => grantSlots(store.db, { ...options, limit: 60 })),
    );
    const ids = rounds.flat().map((g) => (g.kind === 'page' ? g.frontierId : g.host));
    expect(ids.length).toBe(300);
    expect(new Set(ids).size).toBe(300);
    expect((await countFrontier(store.db)).granted).toBe(300);
  });

  it('takes an outcome once: a job that comes twice finds its grant used', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/1']);
    const [grant] = await grantSlots(store.db, options);
    if (!grant) throw new Error('nothing granted');
    expect(await finish(store, grant)).toBe(true);
    expect(await finish(store, grant)).toBe(false);
    const { rows } = await sql<{ n: number }>`SELECT in_flight AS n FROM hosts`.execute(store.db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('asks for robots.txt first, and grants no page until it is known', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/1'], { delayMs: 0 });
    const obeying = { ...options, obeyRobots: true };
    const [robots] = await grantSlots(store.db, obeying);
    expect(robots?.kind).toBe('robots');
    expect(await grantSlots(store.db, obeying)).toEqual([]);
    if (robots?.kind !== 'robots') throw new Error('no robots grant');
    const outcome = {
      policy: { any: 'policy' },
      status: 200,
      crawlDelayMs: 300,
      expiresAt: new Date(Date.now() + 60_000),
      verdict: { says: 'answered' },
    } as const;
    expect(
      await inTransaction(store.db, (tx) =>
        settleRobots(tx, robots.host, robots.grantId, outcome, paceOf(0)),
      ),
    ).toBe(true);
    expect(await grantSlots(store.db, obeying)).toEqual([]);
    await sleep(320);
    expect((await grantSlots(store.db, obeying)).map((g) => g.kind)).toEqual(['page']);
  });

  it('grants the more urgent URL of a host first', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/backfill', 'https://a.example/breaking']);
    await sql`UPDATE frontier SET priority = 5 WHERE url LIKE '%breaking'`.execute(store.db);
    const [grant] = pagesOf(await grantSlots(store.db, options));
    const entry = grant ? await useGrant(store.db, grant.frontierId, grant.grantId) : null;
    expect(entry?.url).toBe('https://a.example/breaking');
  });

  it('follows a redirect under the pace of the host it leads to', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/old'], { delayMs: 0 });
    const [grant] = pagesOf(await grantSlots(store.db, options));
    const entry = grant ? await useGrant(store.db, grant.frontierId, grant.grantId) : null;
    if (!grant || !entry) throw new Error('nothing granted');
    const hop = { url: entry.fetchUrl, status: 301, location: 'https://b.example/new' };
    const host = HostKey.parse('b.example');
    await inTransaction(store.db, (tx) =>
      recordRedirect(tx, entry, grant.grantId, hop, { host, policyOf: paceOf(5000) }),
    );
    const [next] = pagesOf(await grantSlots(store.db, options));
    const moved = next ? await useGrant(store.db, next.frontierId, next.grantId) : null;
    expect(moved).toMatchObject({
      url: 'https://a.example/old',
      fetchUrl: 'https://b.example/new',
      host: 'b.example',
      hops: [hop],
    });
  });

  it('finds granted work again whose lease is over, and leaves running work alone', async () => {
    await using store = await openTestStore();
    await addPages(store.db, ['https://a.example/1', 'https://b.example/1']);
    const grants = pagesOf(await grantSlots(store.db, options));
    expect((await renewLostWork(store.db, { leaseMs: 60_000, limit: 10 })).lost).toEqual([]);
    await sql`UPDATE frontier SET lease_at = now() - interval '1 second' WHERE host = 'a.example'`.execute(
      store.db,
    );
    const { lost } = await renewLostWork(store.db, { leaseMs: 60_000, limit: 10 });
    const expected = grants.find((g) => g.frontierId === (lost[0] as { frontierId?: string }).frontierId);
    expect(lost).toEqual([expected]);
    expect((await renewLostWork(store.db, { leaseMs: 60_000, limit: 10 })).lost).toEqual([]);
  });
});

describe('a host’s due time', () => {
  it('misses no URL that is added while slots are granted and given back', async () => {
    await using store = await openTestStore(20);
    const hosts = Array.from({ length: 4 }, (_, i) => `h${i}.example`);
    const total = 240;
    let added = 0;
    const adders = hosts.map(async (host, h) => {
      for (let n = h; n < total; n += hosts.length) {
        await addPages(store.db, [`https://${host}/${n}`], { delayMs: 0 });
        added += 1;
      }
    });
    let done = 0;
    const workers = Array.from({ length: 6 }, async () => {
      const until = Date.now() + 40_000;
      while (done < total && Date.now() < until) {
        const grants = await grantSlots(store.db, { ...options, limit: 2 });
        for (const grant of grants) if (await finish(store, grant)) done += 1;
        if (grants.length === 0) await sleep(2);
      }
    });
    await Promise.all([...adders, ...workers]);
    expect(added).toBe(total);
    expect(done).toBe(total);
    const { rows } = await sql<{ n: number }>`SELECT sum(in_flight)::int AS n FROM hosts`.execute(store.db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
