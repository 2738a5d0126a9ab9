/**
 * Grants: the right to make one request to one host. Given out and taken back in PostgreSQL only, so
 * that all processes together keep a host's pace (invariant 2).
 */
import { sql } from 'kysely';
import type { FrontierId, GrantId, HostKey, SnapshotId } from '../ids.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** A granted slot: its job can be enqueued. */
export type Grant =
  | {
      readonly kind: 'page';
      readonly frontierId: FrontierId;
      readonly grantId: GrantId;
      readonly render: boolean;
      readonly priority: number;
    }
  | { readonly kind: 'robots'; readonly host: HostKey; readonly grantId: GrantId };

interface GrantRow {
  host: HostKey;
  grantId: GrantId;
  frontierId: FrontierId | null;
  render: boolean | null;
  priority: number | null;
}

/**
 * Grants at most `limit` slots, at most one a lane, to lanes that are ready (something due, a slot free, the pause
 * over): the urgent first, but a share goes round all (`grant_slots` says how). A host whose robots.txt is unknown or
 * stale is granted that request first.
 * Any number of processes may call this at once: each row is taken by one of them.
 */
export async function grantSlots(
  db: Db,
  options: { readonly limit: number; readonly leaseMs: number; readonly obeyRobots: boolean },
): Promise<Grant[]> {
  const { rows } = await sql<GrantRow>`
    ${prepared} SELECT host, grant_id AS "grantId", frontier_id::text AS "frontierId", render, priority
    FROM grant_slots(${options.limit}::int, make_interval(secs => ${options.leaseMs} / 1000.0), ${options.obeyRobots})`.execute(
    db,
  );
  return rows.map((row) =>
    row.frontierId === null
      ? { kind: 'robots', host: row.host, grantId: row.grantId }
      : {
          kind: 'page',
          frontierId: row.frontierId,
          grantId: row.grantId,
          render: row.render ?? false,
          priority: row.priority ?? 50,
        },
  );
}

/** Milliseconds until some host may be granted a slot; null if nothing waits. */
export async function untilNextGrant(db: Db): Promise<number | null> {
  const { rows } = await sql<{ wait: number | null }>`
    SELECT (extract(epoch FROM (min(first.ready_at) - clock_timestamp())) * 1000)::float8 AS wait
    FROM generate_series(0, 3) AS c CROSS JOIN LATERAL (
      SELECT ready_at FROM hosts WHERE urgency = c AND ready_at IS NOT NULL ORDER BY ready_at LIMIT 1) first`.execute(
    db,
  );
  const wait = rows[0]?.wait;
  return wait === null || wait === undefined ? null : Math.max(0, wait);
}

/** Work that PostgreSQL knows of and that may have lost its job. */
export type Lost =
  | Grant
  | {
      readonly kind: 'extract' | 'read-entry';
      readonly frontierId: FrontierId;
      readonly snapshotId: SnapshotId;
    };

/** Work that was enqueued again so often that it is given up. */
export interface Stuck {
  readonly frontierId: FrontierId;
  readonly held: { readonly grantId: GrantId } | { readonly snapshotId: SnapshotId };
}

export interface LostWork {
  readonly lost: readonly Lost[];
  readonly stuck: readonly Stuck[];
}

interface LostRow {
  id: FrontierId;
  state: 'granted' | 'fetched';
  next: 'extract' | 'discover' | null;
  grantId: GrantId | null;
  snapshotId: SnapshotId | null;
  via: 'fetch' | 'render' | null;
  priority: number;
  renewals: number;
}

/** Leases in a row without an outcome, after which a visit is given up: an hour at the default lease. */
const MOST_RENEWALS = 40;

/**
 * Finds work whose lease is over and renews the lease. The caller enqueues each again: a job that is
 * still live is a duplicate and nothing happens, a lost one comes back.
 *
 * @param options.until leases that end before it are taken for over; by default now. A later time, for the
 *   first look after a start, takes in work whose lease still runs, each entry once
 */
export async function renewLostWork(
  db: Db,
  options: { readonly leaseMs: number; readonly limit: number; readonly until?: Date },
): Promise<LostWork> {
  const lease = sql`clock_timestamp() + make_interval(secs => ${options.leaseMs} / 1000.0)`;
  const until = options.until ? sql`${options.until}::timestamptz` : sql`clock_timestamp()`;
  const pages = await sql<LostRow>`
    UPDATE frontier SET lease_at = ${lease},
      renewals = renewals + CASE WHEN lease_at <= clock_timestamp() THEN 1 ELSE 0 END
    WHERE id IN (
      SELECT id FROM frontier WHERE state IN ('granted', 'fetched') AND lease_at <= ${until}
      ORDER BY lease_at LIMIT ${options.limit} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id::text AS id, state, next_stage AS next, grant_id AS "grantId",
      snapshot_id::text AS "snapshotId", via, priority, renewals`.execute(db);
  const robots = await sql<{ host: HostKey; grantId: GrantId }>`
    UPDATE hosts SET robots_lease_at = ${lease}
    WHERE host IN (
      SELECT host FROM hosts WHERE robots_grant_id IS NOT NULL AND robots_lease_at <= ${until}
      ORDER BY robots_lease_at LIMIT ${options.limit} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING host, robots_grant_id AS "grantId"`.execute(db);
  const lost: Lost[] = robots.rows.map((row) => ({ kind: 'robots', host: row.host, grantId: row.grantId }));
  const stuck: Stuck[] = [];
  for (const row of pages.rows) {
    const { id: frontierId, grantId, snapshotId } = row;
    if (row.state === 'granted' && grantId !== null) {
      if (row.renewals > MOST_RENEWALS) stuck.push({ frontierId, held: { grantId } });
      else
        lost.push({
          kind: 'page',
          frontierId,
          grantId,
          render: row.via === 'render',
          priority: row.priority,
        });
    } else if (snapshotId !== null) {
      const kind = row.next === 'discover' ? 'read-entry' : 'extract';
      if (row.renewals > MOST_RENEWALS) stuck.push({ frontierId, held: { snapshotId } });
      else lost.push({ kind, frontierId, snapshotId });
    }
  }
  return { lost, stuck };
}

/** The database's clock: the one that leases are written by. */
export async function databaseTime(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(db);
  return rows[0]?.now ?? new Date();
}
