/** Hosts: what every request to one authority shares. Statements that move a host's slots. */
import { sql } from 'kysely';
import type { GrantId, HostKey } from '../ids.ts';
import type { Db, Tx } from './database.ts';

/** Makes rows for hosts not known yet. Sorted, so that two writers never wait for each other in a ring. */
export async function ensureHosts(tx: Tx, hosts: Iterable<HostKey>, delayMs: number): Promise<void> {
  const names = [...new Set(hosts)].sort();
  if (names.length === 0) return;
  await sql`
    INSERT INTO hosts (host, delay_ms) SELECT unnest(${names}::text[]), ${delayMs}
    ON CONFLICT (host) DO NOTHING`.execute(tx);
}

/**
 * Sets the configured delay of hosts; the pace asked for by robots.txt is kept beside it.
 *
 * @param options.onlySlower leaves hosts alone that have a longer delay already
 */
export async function setHostDelays(
  db: Db,
  delays: ReadonlyMap<HostKey, number>,
  options: { readonly onlySlower?: boolean } = {},
): Promise<void> {
  const entries = [...delays].sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return;
  await sql`
    INSERT INTO hosts (host, delay_ms)
    SELECT * FROM unnest(${entries.map(([host]) => host)}::text[], ${entries.map(([, delay]) => delay)}::int[])
    ON CONFLICT (host) DO UPDATE SET delay_ms = excluded.delay_ms
      WHERE hosts.delay_ms < excluded.delay_ms OR (hosts.delay_ms <> excluded.delay_ms AND NOT ${options.onlySlower ?? false})`.execute(
    db,
  );
}

/** Tells hosts that some of their URLs became due now. */
export async function markHostsDue(tx: Tx, hosts: Iterable<HostKey>): Promise<void> {
  const names = [...new Set(hosts)].sort();
  if (names.length === 0) return;
  await sql`
    UPDATE hosts SET due_at = least(due_at, now())
    WHERE host IN (SELECT host FROM hosts WHERE host = ANY(${names}::text[]) ORDER BY host FOR NO KEY UPDATE)`.execute(
    tx,
  );
}

/**
 * Gives a slot back: the pause before the next request begins now.
 *
 * @param retryAfterMs what the host itself asked for (Retry-After), which then holds for all its URLs
 */
export async function releaseSlot(
  tx: Tx,
  host: HostKey,
  options: { readonly failed: boolean; readonly retryAfterMs?: number },
): Promise<void> {
  await sql`SELECT release_slot(${host}, ${options.failed}, ${options.retryAfterMs ?? 0}::float8)`.execute(
    tx,
  );
}

/** Records when a waiting URL of this host is due, without touching its slots. */
export async function noteDue(tx: Tx, host: HostKey, dueAt: Date): Promise<void> {
  await sql`UPDATE hosts SET due_at = least(due_at, ${dueAt}) WHERE host = ${host}`.execute(tx);
}

export interface HostRow {
  readonly host: HostKey;
  readonly delayMs: number;
  readonly robots: object | null;
  readonly robotsHop: object | null;
  readonly failuresInRow: number;
  /** The address of any URL of the host: robots.txt is asked for with its scheme. */
  readonly anyUrl: string | null;
  /** The proxy that the source of a waiting URL names. */
  readonly proxy: string | null;
}

/** A host whose robots.txt this grant may fetch; null if the grant is no longer valid. */
export async function hostForRobots(db: Db, host: HostKey, grantId: GrantId): Promise<HostRow | null> {
  const { rows } = await sql<HostRow>`
    SELECT host, delay_ms AS "delayMs", robots, robots_hop AS "robotsHop", failures_in_row AS "failuresInRow",
      (SELECT fetch_url FROM frontier f WHERE f.host = h.host AND f.state = 'waiting' LIMIT 1) AS "anyUrl",
      (SELECT s.definition->>'proxy' FROM frontier f JOIN sources s ON s.id = f.source_id
        WHERE f.host = h.host AND f.state = 'waiting' LIMIT 1) AS proxy
    FROM hosts h WHERE host = ${host} AND robots_grant_id = ${grantId}`.execute(db);
  return rows[0] ?? null;
}

export interface RobotsOutcome {
  /** The parsed policy to keep; undefined keeps the one there is. */
  readonly policy?: object;
  readonly status: number | null;
  readonly crawlDelayMs: number | null;
  readonly expiresAt: Date;
  /** Set when the answer was a redirect: the next grant goes there. */
  readonly hop?: object | null;
  readonly failed: boolean;
  readonly retryAfterMs?: number;
}

/** Records what a robots request brought and gives its slot back. False if the grant was no longer valid. */
export async function settleRobots(
  tx: Tx,
  host: HostKey,
  grantId: GrantId,
  outcome: RobotsOutcome,
): Promise<boolean> {
  const policy = outcome.policy === undefined ? null : JSON.stringify(outcome.policy);
  const hop = outcome.hop ? JSON.stringify(outcome.hop) : null;
  const { numAffectedRows } = await sql`
    UPDATE hosts SET
      robots = coalesce(${policy}::jsonb, robots),
      robots_status = ${outcome.status},
      robots_expires_at = ${outcome.hop ? null : outcome.expiresAt},
      robots_hop = ${hop}::jsonb,
      crawl_delay_ms = CASE WHEN ${policy}::jsonb IS NULL THEN crawl_delay_ms ELSE ${outcome.crawlDelayMs} END,
      robots_grant_id = NULL, robots_lease_at = NULL
    WHERE host = ${host} AND robots_grant_id = ${grantId}`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await releaseSlot(tx, host, outcome);
  return true;
}
