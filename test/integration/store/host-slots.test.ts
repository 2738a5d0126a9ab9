/** What slots promise beyond their pace: turns for everybody, groups, circuits, robots.txt on other hosts. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { type FrontierId, HostKey, SourceId } from '../../../src/ids.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { type GrantedEntry, moveEntry, settle, useGrant } from '../../../src/store/frontier.ts';
import { type Grant, grantSlots } from '../../../src/store/grants.ts';
import { hostsInTrouble, tryHostNow } from '../../../src/store/host-health.ts';
import { settleRobots, type Verdict } from '../../../src/store/hosts.ts';
import { openTestStore, paceOf, type TestStore } from '../../support/store.ts';

const options = { limit: 100, leaseMs: 60_000, obeyRobots: false };
const DAY_MS = 86_400_000;

async function addSource(store: TestStore, id: string): Promise<SourceId> {
  await sql`INSERT INTO sources (id, definition, origin) VALUES (${id}, '{}', 'api')`.execute(store.db);
  return SourceId.parse(id);
}

interface Filling {
  readonly priority: number;
  readonly sourceId?: SourceId;
  readonly delayMs?: number;
  readonly lane?: string;
  readonly concurrency?: number;
}

async function add(store: TestStore, urls: readonly string[], filling: Filling): Promise<void> {
  const { priority, sourceId = null, delayMs = 0, concurrency = 1 } = filling;
  await submitUrls(
    store.db,
    urls.map((url) => ({ url, kind: 'page' })),
    {
      priority,
      sourceId,
      policyOf: (host) => ({ delayMs, concurrency, lane: HostKey.parse(filling.lane ?? host) }),
    },
  );
}

const urlsOf = (host: string, name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `https://${host}/${name}/${i}`);

async function take(store: TestStore, grant: Grant): Promise<GrantedEntry> {
  const entry = grant.kind === 'page' ? await useGrant(store.db, grant.frontierId, grant.grantId) : null;
  if (entry === null) throw new Error('no page was granted');
  return entry;
}

async function end(
  store: TestStore,
  grant: Grant,
  entry: GrantedEntry,
  verdict: Verdict = { says: 'answered' },
): Promise<void> {
  await settle(
    store.db,
    entry,
    { grantId: grant.grantId, ...verdict },
    { outcome: 'unchanged', dueAt: null, homeHost: entry.host, attempts: 0, revisits: 0 },
  );
}

/** The URLs of all hosts in the order in which they are granted, `limit` at a time, each ended before the next. */
async function drain(store: TestStore, limit: number, rounds: number): Promise<string[][]> {
  const order: string[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const granted: string[] = [];
    for (const grant of await grantSlots(store.db, { ...options, limit })) {
      const entry = await take(store, grant);
      granted.push(entry.url);
      await end(store, grant, entry);
    }
    order.push(granted);
  }
  return order;
}

describe('turns of one host', () => {
  it('let every priority and every source come up, however much is due before them', async () => {
    await using store = await openTestStore();
    const [big, small] = [await addSource(store, 'big'), await addSource(store, 'small')];
    await add(store, urlsOf('a.example', 'breaking', 150), { priority: 5, sourceId: big });
    await add(store, urlsOf('a.example', 'backfill', 150), { priority: 90, sourceId: big });
    await add(store, urlsOf('a.example', 'small', 4), { priority: 90, sourceId: small });
    const order = (await drain(store, 1, 110)).flat();
    const places = (name: string): number[] =>
      order.flatMap((url, i) => (url.includes(`/${name}/`) ? [i] : []));
    // Three shelves, one turn of four: the k-th URL of a shelf is granted within 12 k turns.
    expect(places('small').length).toBe(4);
    places('small').forEach((place, k) => {
      expect(place).toBeLessThan(12 * (k + 1));
    });
    expect(places('backfill').length).toBeGreaterThanOrEqual(Math.floor(110 / 12));
    // And what is urgent has at least its three turns of four.
    expect(places('breaking').length).toBeGreaterThanOrEqual(Math.floor((110 * 3) / 4) - 1);
  });

  it('go from source to source where they are equally urgent', async () => {
    await using store = await openTestStore();
    const sources = [
      await addSource(store, 'one'),
      await addSource(store, 'two'),
      await addSource(store, 'six'),
    ];
    for (const [i, count] of [120, 6, 6].entries()) {
      const sourceId = sources[i];
      if (sourceId !== undefined)
        await add(store, urlsOf('a.example', sourceId, count), { priority: 50, sourceId });
    }
    const order = (await drain(store, 1, 24)).flat();
    expect(order.filter((url) => url.includes('/two/')).length).toBe(6);
    expect(order.filter((url) => url.includes('/six/')).length).toBe(6);
  });

  it('bring a breaking URL in among a backfill at once', async () => {
    await using store = await openTestStore();
    await add(store, urlsOf('a.example', 'backfill', 50), { priority: 90 });
    await drain(store, 1, 7);
    await add(store, ['https://a.example/breaking'], { priority: 1 });
    expect((await drain(store, 1, 2)).flat()).toContain('https://a.example/breaking');
  });
});

describe('turns of hosts, where fewer slots are given than hosts are ready', () => {
  it('prefer urgent hosts and pass over none', async () => {
    await using store = await openTestStore();
    for (let h = 0; h < 6; h += 1) await add(store, urlsOf(`urgent${h}.example`, 'p', 60), { priority: 5 });
    for (let h = 0; h < 20; h += 1) await add(store, urlsOf(`calm${h}.example`, 'p', 60), { priority: 80 });
    const order = await drain(store, 2, 60);
    const hosts = order.flat().map((url) => new URL(url).host);
    const urgent = hosts.filter((host) => host.startsWith('urgent')).length;
    expect(urgent / hosts.length).toBeGreaterThan(0.6);
    expect(new Set(hosts).size).toBe(26);
  });
});

describe('a group of hosts', () => {
  it('shares slots and turns, and asks each host for its own robots.txt', async () => {
    await using store = await openTestStore();
    const lane = 'group.example';
    await add(store, urlsOf('a.group.example', 'p', 3), { priority: 50, lane });
    await add(store, urlsOf('b.group.example', 'p', 3), { priority: 50, lane });
    const asked: string[] = [];
    const visited: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const grants = await grantSlots(store.db, { ...options, obeyRobots: true });
      expect(grants.length).toBeLessThanOrEqual(1);
      const [grant] = grants;
      if (grant === undefined) break;
      // Nothing more is granted in the group while this one is under way.
      expect(await grantSlots(store.db, { ...options, obeyRobots: true })).toEqual([]);
      if (grant.kind === 'robots') {
        asked.push(grant.host);
        await answerRobots(store, grant);
      } else {
        const entry = await take(store, grant);
        visited.push(entry.host);
        await end(store, grant, entry);
      }
    }
    expect(asked.toSorted()).toEqual(['a.group.example', 'b.group.example']);
    expect(visited.toSorted()).toEqual([
      ...Array(3).fill('a.group.example'),
      ...Array(3).fill('b.group.example'),
    ]);
  });
});

async function answerRobots(
  store: TestStore,
  grant: Grant,
  hop?: { url: string; host: string },
): Promise<void> {
  if (grant.kind !== 'robots') throw new Error('no robots.txt was granted');
  const outcome = {
    ...(hop === undefined ? { policy: { any: 'policy' } } : {}),
    hop: hop === undefined ? null : { url: hop.url, count: 1, host: HostKey.parse(hop.host) },
    status: hop === undefined ? 200 : 302,
    crawlDelayMs: null,
    expiresAt: new Date(Date.now() + DAY_MS),
    verdict: { says: 'answered' as const },
  };
  const settled = await inTransaction(store.db, (tx) =>
    settleRobots(tx, grant.host, grant.grantId, outcome, paceOf(0)),
  );
  expect(settled).toBe(true);
}

describe('a robots.txt that leads to another host', () => {
  it('waits for that host’s slot', async () => {
    await using store = await openTestStore();
    const obeying = { ...options, obeyRobots: true };
    await add(store, ['https://a.example/1'], { priority: 50 });
    await add(store, ['https://b.example/1'], { priority: 50 });
    const first = await grantSlots(store.db, obeying);
    expect(first.map((g) => g.kind)).toEqual(['robots', 'robots']);
    const [ofA, ofB] = ['a.example', 'b.example'].map((name) =>
      first.find((g) => g.kind === 'robots' && g.host === name),
    );
    if (ofA === undefined || ofB === undefined) throw new Error('not both were granted');
    // While b's own request is under way, the one that leads there is not granted, nor a page of a.
    await answerRobots(store, ofA, { url: 'https://b.example/robots.txt', host: 'b.example' });
    expect(await grantSlots(store.db, obeying)).toEqual([]);
    await answerRobots(store, ofB);
    const [errand, ...others] = await grantSlots(store.db, obeying);
    expect(errand).toMatchObject({ kind: 'robots', host: 'a.example' });
    expect(others).toEqual([]);
    // And while it is under way, no page of b is.
    expect(await grantSlots(store.db, obeying)).toEqual([]);
    if (errand === undefined) throw new Error('nothing was granted');
    await answerRobots(store, errand);
    await sql`UPDATE hosts SET next_at = now()`.execute(store.db);
    const pages = await grantSlots(store.db, obeying);
    expect(pages.map((g) => g.kind)).toEqual(['page', 'page']);
    const { rows } = await sql`SELECT host FROM hosts WHERE in_flight <> 1`.execute(store.db);
    expect(rows).toEqual([]);
  });
});

describe('the circuit of a host', () => {
  const breaker = { failures: 3, firstMs: 60_000, mostMs: 150_000 };
  const failed: Verdict = { says: 'failed', breaker };
  const circuit = async (store: TestStore) => {
    const { rows } = await sql<{ circuit: string; opens: number; wait: number }>`
      SELECT circuit, circuit_opens AS opens, round(extract(epoch FROM next_at - now()))::int AS wait FROM hosts`.execute(
      store.db,
    );
    return rows[0];
  };
  const one = async (store: TestStore, verdict: Verdict): Promise<void> => {
    const [grant] = await grantSlots(store.db, options);
    if (grant === undefined) throw new Error('nothing was granted');
    await end(store, grant, await take(store, grant), verdict);
  };
  const later = (store: TestStore) => sql`UPDATE hosts SET next_at = now()`.execute(store.db);

  it('opens after failures in a row, tries one request at a time, stays open longer each time, and closes', async () => {
    await using store = await openTestStore();
    await add(store, urlsOf('a.example', 'p', 30), { priority: 50, concurrency: 3 });
    await one(store, failed);
    await one(store, { says: 'answered' });
    await one(store, failed);
    await one(store, failed);
    expect(await circuit(store)).toMatchObject({ circuit: 'closed' });
    await one(store, failed);
    expect(await circuit(store)).toMatchObject({ circuit: 'open', opens: 1, wait: 60 });
    expect(await grantSlots(store.db, options)).toEqual([]);
    expect(await hostsInTrouble(store.db, 10)).toMatchObject([
      { host: 'a.example', circuit: 'open', failuresInRow: 3, since: expect.any(Date) },
    ]);
    expect(await tryHostNow(store.db, HostKey.parse('nobody.example'))).toBe(false);
    for (const wait of [120, 150, 150]) {
      expect(await tryHostNow(store.db, HostKey.parse('a.example'))).toBe(true);
      const [probe] = await grantSlots(store.db, options);
      if (probe === undefined) throw new Error('no probe');
      expect(await circuit(store)).toMatchObject({ circuit: 'half-open' });
      expect(await grantSlots(store.db, options)).toEqual([]);
      await end(store, probe, await take(store, probe), failed);
      expect(await circuit(store)).toMatchObject({ circuit: 'open', wait });
    }
    await later(store);
    // What says nothing about the host leaves it as it is.
    await one(store, { says: 'nothing' });
    expect(await circuit(store)).toMatchObject({ circuit: 'half-open' });
    await one(store, { says: 'answered' });
    expect(await circuit(store)).toMatchObject({ circuit: 'closed', opens: 0 });
    for (let slots = 1; slots <= 3; slots += 1) expect((await grantSlots(store.db, options)).length).toBe(1);
    expect(await grantSlots(store.db, options)).toEqual([]);
  });

  it('slows a host that asks for it without a time, a little more each time', async () => {
    await using store = await openTestStore();
    await add(store, urlsOf('a.example', 'p', 5), { priority: 50 });
    for (const wait of [1, 2, 4]) {
      await one(store, { says: 'failed', slowed: true, breaker: { ...breaker, failures: 100 } });
      expect(await circuit(store)).toMatchObject({ circuit: 'closed', wait });
      await later(store);
    }
  });
});

describe('a URL that moved for good', () => {
  const frontier = async (store: TestStore) => {
    const { rows } = await sql<{ url: string; host: string; state: string; to: string | null }>`
      SELECT f.url, f.host, f.state, t.url AS "to" FROM frontier f LEFT JOIN frontier t ON t.id = f.moved_to
      ORDER BY f.url`.execute(store.db);
    return rows;
  };
  const idOf = async (store: TestStore, url: string): Promise<FrontierId> => {
    const { rows } = await sql<{
      id: FrontierId;
    }>`SELECT id::text AS id FROM frontier WHERE url = ${url}`.execute(store.db);
    if (rows[0] === undefined) throw new Error(`no ${url}`);
    return rows[0].id;
  };
  const move = async (store: TestStore, from: string, to: string): Promise<void> => {
    const id = await idOf(store, from);
    await inTransaction(store.db, (tx) => moveEntry(tx, id, to, HostKey.parse(new URL(to).host)));
  };
  const [a, b] = ['https://a.example/1', 'https://b.example/1'];

  it('goes on at its new address and host, and its old address adds nothing', async () => {
    await using store = await openTestStore();
    await add(store, [a, 'https://b.example/other'], { priority: 50 });
    await move(store, a, b);
    await add(store, [a], { priority: 50 });
    expect(await frontier(store)).toEqual([
      { url: a, host: 'a.example', state: 'resting', to: b },
      { url: b, host: 'b.example', state: 'waiting', to: null },
      { url: 'https://b.example/other', host: 'b.example', state: 'waiting', to: null },
    ]);
    const visited = (await drain(store, 5, 3)).flat();
    expect(visited.toSorted()).toEqual([b, 'https://b.example/other']);
    await move(store, b, a);
    expect((await frontier(store)).slice(0, 2)).toEqual([
      { url: a, host: 'a.example', state: 'resting', to: null },
      { url: b, host: 'b.example', state: 'resting', to: a },
    ]);
  });

  it('leaves the visits to the entry that is there already', async () => {
    await using store = await openTestStore();
    await add(store, [a, b, 'https://a.example/0'], { priority: 50 });
    await move(store, 'https://a.example/0', a);
    await move(store, a, b);
    expect(await frontier(store)).toEqual([
      { url: 'https://a.example/0', host: 'a.example', state: 'resting', to: b },
      { url: a, host: 'a.example', state: 'resting', to: b },
      { url: b, host: 'b.example', state: 'waiting', to: null },
    ]);
  });
});
