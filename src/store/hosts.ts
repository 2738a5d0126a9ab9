/** Hosts: what every request to one authority shares. Statements that move a host's slots. */
import { sql } from 'kysely';
import type { GrantId, HostKey } from '../ids.ts';
import type { Db, Tx } from './database.ts';

/** How a host may be visited. */
export interface HostPolicy {
  /** Least pause between two requests, in milliseconds. */
  readonly delayMs: number;
  /** Requests at once. */
  readonly concurrency: number;
  /** Whose slots it takes: its own, or those of the group it shares them with. */
  readonly lane: HostKey;
  /** Its lane is made of its address, which is looked up before anything is granted; until then `lane` is its own. */
  readonly isByAddress?: boolean;
}

/**
 * Makes rows for hosts not known yet, and holds the lanes of all until the transaction ends. Sorted, so that two
 * writers never wait for each other in a ring.
 */
export async function ensureHosts(
  tx: Tx,
  hosts: Iterable<HostKey>,
  policyOf: (host: HostKey) => HostPolicy,
): Promise<void> {
  const names = await addHosts(tx, hosts, policyOf);
  if (names.length === 0) return;
  await sql`SELECT 1 FROM hosts WHERE host = ANY(${names}::text[]) ORDER BY host FOR KEY SHARE`.execute(tx);
}

/** Makes rows for hosts not known yet, and for their lanes. @returns all of their names, sorted */
async function addHosts(
  tx: Tx,
  hosts: Iterable<HostKey>,
  policyOf: (host: HostKey) => HostPolicy,
): Promise<HostKey[]> {
  const wanted = new Map<HostKey, HostPolicy>();
  for (const host of new Set(hosts)) {
    const policy = policyOf(host);
    wanted.set(host, policy);
    if (!wanted.has(policy.lane)) wanted.set(policy.lane, policy);
  }
  const names = [...wanted.keys()].sort();
  if (names.length === 0) return names;
  const policies = names.map((name) => wanted.get(name));
  await sql`
    INSERT INTO hosts (host, delay_ms, concurrency, lane, addressing)
    SELECT n.host, n.delay_ms, n.concurrency, nullif(n.lane, n.host), CASE WHEN n.by_address THEN 'wanted' ELSE 'no' END
    FROM unnest(${names}::text[], ${policies.map((p) => p?.delayMs ?? 0)}::int[],
      ${policies.map((p) => p?.concurrency ?? 1)}::int[],
      ${names.map((name, i) => policies[i]?.lane ?? name)}::text[],
      ${names.map((name, i) => policies[i]?.isByAddress === true && policies[i]?.lane === name)}::boolean[]
    ) AS n (host, delay_ms, concurrency, lane, by_address)
    ON CONFLICT (host) DO NOTHING`.execute(tx);
  return names;
}

/**
 * Sets delay and slots of hosts; the pace asked for by robots.txt is kept beside them.
 *
 * @param options.onlySlower leaves hosts alone that have a longer delay already
 */
export async function setHostPace(
  db: Db,
  paces: ReadonlyMap<HostKey, { readonly delayMs: number; readonly concurrency: number }>,
  options: { readonly onlySlower?: boolean } = {},
): Promise<void> {
  const entries = [...paces].sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return;
  await sql`
    INSERT INTO hosts (host, delay_ms, concurrency)
    SELECT * FROM unnest(${entries.map(([host]) => host)}::text[], ${entries.map(([, p]) => p.delayMs)}::int[],
      ${entries.map(([, p]) => p.concurrency)}::int[])
    ON CONFLICT (host) DO UPDATE SET delay_ms = excluded.delay_ms, concurrency = excluded.concurrency
      WHERE hosts.delay_ms < excluded.delay_ms
        OR (NOT ${options.onlySlower ?? false}
          AND (hosts.delay_ms <> excluded.delay_ms OR hosts.concurrency <> excluded.concurrency))`.execute(
    db,
  );
}

/** A host and where its slots are. */
export interface HostLane {
  readonly host: HostKey;
  readonly lane: HostKey;
  /** Whether the lane is made of the host's address; `wanted`: which is not known yet. */
  readonly addressing: 'no' | 'wanted' | 'known';
}

/** Hosts in the order of their names, with the lane each is in. For going through all of them in pieces. */
export async function lanesAfter(db: Db, after: string, limit: number): Promise<HostLane[]> {
  const { rows } = await sql<HostLane>`
    SELECT host, coalesce(lane, host) AS lane, addressing FROM hosts WHERE host > ${after} ORDER BY host LIMIT ${limit}`.execute(
    db,
  );
  return rows;
}

/** The lanes of those of the hosts that are known. */
export async function lanesOf(db: Db, hosts: readonly HostKey[]): Promise<HostLane[]> {
  const { rows } = await sql<HostLane>`
    SELECT host, coalesce(lane, host) AS lane, addressing FROM hosts WHERE host = ANY(${[...hosts]}::text[]) ORDER BY host`.execute(
    db,
  );
  return rows;
}

/** Whether a host is where a policy wants it. One that is grouped by its address has the lane of that, whichever it is. */
export function isWhere({ lane, addressing }: HostLane, policy: HostPolicy): boolean {
  return policy.isByAddress === true ? addressing !== 'no' : addressing === 'no' && policy.lane === lane;
}

/**
 * Puts a host where a policy wants it. One that is to be grouped by its address waits on its own until
 * that was looked up; one that is grouped so already stays.
 */
export async function followPolicy(tx: Tx, { host, lane }: HostLane, policy: HostPolicy): Promise<void> {
  await sql`
    UPDATE hosts SET addressing = ${policy.isByAddress === true ? 'wanted' : 'no'}, address_until = NULL WHERE host = ${host}`.execute(
    tx,
  );
  if (policy.lane !== lane) await moveToLane(tx, host, policy);
}

/** Puts a host into another lane, with all of its URLs that wait. What is under way keeps the slot it has. */
export async function moveToLane(tx: Tx, host: HostKey, policy: HostPolicy): Promise<void> {
  // Without the lock that ensureHosts takes: two hosts that move to one lane would wait for each other.
  await addHosts(tx, [policy.lane], (lane) => ({ ...policy, lane, isByAddress: false }));
  await sql`SELECT 1 FROM hosts WHERE host = ANY(${[host, policy.lane]}::text[]) ORDER BY host FOR UPDATE`.execute(
    tx,
  );
  // What waits is found by the lane it is in. What rests is not looked for: it gets its host's lane when it is due again.
  await sql`
    UPDATE frontier f SET lane = nullif(${policy.lane}, f.host) FROM hosts h
    WHERE h.host = ${host} AND coalesce(f.lane, f.host) COLLATE "C" = coalesce(h.lane, h.host)
      AND f.host = h.host AND f.state = 'waiting'`.execute(tx);
  await sql`UPDATE hosts SET lane = nullif(${policy.lane}, host) WHERE host = ${host}`.execute(tx);
  await sql`UPDATE hosts SET robots_at = ${policy.lane} WHERE robots_at = ${host}`.execute(tx);
  await sql`
    UPDATE hosts h SET due_at = (SELECT min(w.due_at) FROM frontier w
      WHERE coalesce(w.lane, w.host) COLLATE "C" = h.host AND w.state = 'waiting')
    WHERE h.host = ANY(${[host, policy.lane]}::text[])`.execute(tx);
  await sql`
    UPDATE hosts SET due_at = least(due_at, now())
    WHERE host = ${policy.lane} AND EXISTS (SELECT 1 FROM hosts WHERE robots_at = ${policy.lane})`.execute(
    tx,
  );
}

/** Tells the lanes of hosts that some of their URLs became due now. @param priority of the most urgent of them */
export async function markHostsDue(tx: Tx, hosts: Iterable<HostKey>, priority: number): Promise<void> {
  const names = [...new Set(hosts)].sort();
  if (names.length === 0) return;
  await sql`
    UPDATE hosts SET due_at = least(due_at, now()), urgency = least(urgency, ${Math.floor((priority - 1) / 25)}::int)
    WHERE host IN (
      SELECT host FROM hosts
      WHERE host IN (SELECT coalesce(lane, host) FROM hosts WHERE host = ANY(${names}::text[]))
      ORDER BY host FOR NO KEY UPDATE)`.execute(tx);
}

/** What the way a request ended says about its host. */
export interface Verdict {
  /**
   * `answered`: the host answered, whatever it said. `failed`: it cannot be reached or has trouble.
   * `nothing`: no request was made, or what failed was not the host.
   */
  readonly says: 'answered' | 'failed' | 'nothing';
  /** What the host itself asked for (Retry-After), which then holds for all its URLs. */
  readonly retryAfterMs?: number;
  /** It asked for a slower pace and did not say how long. */
  readonly slowed?: boolean;
  /** When failures in a row open the circuit, and for how long. */
  readonly breaker?: Breaker;
}

/** Settings of the circuit breaker. */
export interface Breaker {
  readonly failures: number;
  /** How long the circuit stays open the first time; twice as long each time after. */
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Without settings the circuit never opens. */
const NO_BREAKER: Breaker = { failures: 2_147_483_647, firstMs: 0, mostMs: 0 };

/** A verdict in the words of `release_slot`. */
export function verdictColumns(verdict: Verdict) {
  const { failures, firstMs, mostMs } = verdict.breaker ?? NO_BREAKER;
  return {
    says: verdict.says,
    retry_after_ms: verdict.retryAfterMs ?? 0,
    slowed: verdict.slowed ?? false,
    opens_after: failures,
    first_ms: firstMs,
    most_ms: mostMs,
  };
}

/**
 * Gives the slot of a lane back: the pause before the next request begins now.
 *
 * @param host which of the lane's hosts was asked
 * @returns milliseconds until the lane's next slot
 */
export async function releaseSlot(
  tx: Tx,
  lane: HostKey,
  host: HostKey,
  verdict: Verdict & { readonly failure?: { readonly code: string; readonly message: string } },
): Promise<number> {
  const v = verdictColumns(verdict);
  const { rows } = await sql<{ pause: number | null }>`
    SELECT release_slot(${lane}, ${host}, ${v.says}, ${verdict.failure?.code ?? null}, ${verdict.failure?.message ?? null},
      ${v.retry_after_ms}::float8, ${v.slowed}, ${v.opens_after}::int, ${v.first_ms}::float8, ${v.most_ms}::float8) AS pause`.execute(
    tx,
  );
  return rows[0]?.pause ?? 0;
}

export interface HostRow {
  readonly host: HostKey;
  readonly delayMs: number;
  readonly robots: object | null;
  readonly robotsHop: object | null;
  readonly failuresInRow: number;
  /** The lane whose slot this request holds. */
  readonly robotsLane: HostKey;
  /** The address of any URL of the host: robots.txt is asked for with its scheme. */
  readonly anyUrl: string | null;
  /** The proxy that the source of a waiting URL names. */
  readonly proxy: string | null;
  /** Of the host that is asked, which may be another than this one after a redirect. */
  readonly askedHost: HostKey;
  readonly addressing: HostLane['addressing'];
  readonly isAddressOld: boolean;
}

/** A host whose robots.txt this grant may fetch; null if the grant is no longer valid. */
export async function hostForRobots(db: Db, host: HostKey, grantId: GrantId): Promise<HostRow | null> {
  const { rows } = await sql<HostRow>`
    SELECT h.host, h.delay_ms AS "delayMs", h.robots, h.robots_hop AS "robotsHop", h.failures_in_row AS "failuresInRow",
      coalesce(h.robots_lane, h.lane, h.host) AS "robotsLane",
      (SELECT f.fetch_url FROM frontier f WHERE coalesce(f.lane, f.host) COLLATE "C" = coalesce(h.lane, h.host)
        AND f.host = h.host AND f.state = 'waiting' LIMIT 1) AS "anyUrl",
      (SELECT s.definition->>'proxy' FROM frontier f JOIN sources s ON s.id = f.source_id
        WHERE coalesce(f.lane, f.host) COLLATE "C" = coalesce(h.lane, h.host)
          AND f.host = h.host AND f.state = 'waiting' LIMIT 1) AS proxy,
      a.host AS "askedHost", a.addressing, coalesce(a.address_until <= clock_timestamp(), false) AS "isAddressOld"
    FROM hosts h JOIN hosts a ON a.host = coalesce(h.robots_hop->>'host', h.host)
    WHERE h.host = ${host} AND h.robots_grant_id = ${grantId}`.execute(db);
  return rows[0] ?? null;
}

export interface RobotsOutcome {
  /** The parsed policy to keep; undefined keeps the one there is. */
  readonly policy?: object;
  readonly status: number | null;
  readonly crawlDelayMs: number | null;
  readonly expiresAt: Date;
  /** Set when the answer was a redirect: the next grant goes there. */
  readonly hop?: { readonly host: HostKey; readonly [field: string]: unknown } | null;
  readonly verdict: Verdict;
  readonly failure?: { readonly code: string; readonly message: string };
}

/**
 * Records what a robots request brought and gives its slot back. Where it led to another host, the next request waits
 * for that one's slot. False if the grant was no longer valid.
 */
export async function settleRobots(
  tx: Tx,
  host: HostKey,
  grantId: GrantId,
  outcome: RobotsOutcome,
  policyOf: (host: HostKey) => HostPolicy,
): Promise<boolean> {
  const policy = outcome.policy === undefined ? null : JSON.stringify(outcome.policy);
  const hop = outcome.hop ?? null;
  if (hop !== null) await ensureHosts(tx, [hop.host], policyOf);
  const { rows } = await sql<{ held: HostKey; asked: HostKey; at: HostKey | null }>`
    WITH before AS (
      SELECT host, coalesce(robots_lane, lane, host) AS held, coalesce(robots_at, host) AS asked FROM hosts
      WHERE host = ${host} AND robots_grant_id = ${grantId} FOR NO KEY UPDATE
    )
    UPDATE hosts h SET
      robots = coalesce(${policy}::jsonb, h.robots),
      robots_revision = h.robots_revision + 1,
      robots_status = ${outcome.status},
      robots_expires_at = ${hop === null ? outcome.expiresAt : null},
      robots_hop = ${hop === null ? null : JSON.stringify(hop)}::jsonb,
      robots_at = lane_of(${hop?.host ?? null}),
      crawl_delay_ms = CASE WHEN ${policy}::jsonb IS NULL THEN h.crawl_delay_ms ELSE ${outcome.crawlDelayMs} END,
      robots_grant_id = NULL, robots_lease_at = NULL, robots_lane = NULL
    FROM before WHERE h.host = before.host
    RETURNING before.held, before.asked, h.robots_at AS at`.execute(tx);
  const settled = rows[0];
  if (settled === undefined) return false;
  const { verdict, failure } = outcome;
  await releaseSlot(tx, settled.held, settled.asked, failure ? { ...verdict, failure } : verdict);
  if (settled.at !== null) await markHostsDue(tx, [settled.at], 1);
  return true;
}

/** A stored robots policy and which one it is; null for a host that is not known. */
export async function robotsOfHost(
  db: Db,
  host: HostKey,
): Promise<{ readonly robots: object | null; readonly revision: number } | null> {
  const { rows } = await sql<{ robots: object | null; revision: number }>`
    SELECT robots, robots_revision AS revision FROM hosts WHERE host = ${host}`.execute(db);
  return rows[0] ?? null;
}
