/**
 * Grants: the right to make one request to one host. Given out and taken back in PostgreSQL only, so
 * that all processes together keep a host's pace (invariant 2).
 */
import { sql } from 'kysely';
import type { FrontierId, GrantId, HostKey, SnapshotId } from '../ids.ts';
import type { Db } from './database.ts';

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
 * Grants at most `limit` slots, at most one a host, to hosts that are ready (something due, a slot free,
 * the pause over). A host whose robots.txt is unknown or stale is granted that request first.
 * Any number of processes may call this at once: each row is taken by one of them.
 */
export async function grantSlots(
  db: Db,
  options: { readonly limit: number; readonly leaseMs: number; readonly obeyRobots: boolean },
): Promise<Grant[]> {
  const { rows } = await sql<GrantRow>`
    SELECT host, grant_id AS "grantId", frontier_id::text AS "frontierId", render, priority
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
    SELECT (extract(epoch FROM (min(ready_at) - clock_timestamp())) * 1000)::float8 AS wait
    FROM hosts WHERE ready_at IS NOT NULL`.execute(db);
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

interface LostRow {
  id: FrontierId;
  state: 'granted' | 'fetched';
  kind: string;
  next: 'extract' | 'discover' | null;
  grantId: GrantId | null;
  snapshotId: SnapshotId | null;
  via: 'fetch' | 'render' | null;
  priority: number;
}

/**
 * Finds work whose lease is over and renews the lease. The caller enqueues each again: a job that is
 * still live is a duplicate and nothing happens, a lost one comes back.
 *
 * @param everything also renews leases that still run; for the first look after a start
 */
export async function renewLostWork(
  db: Db,
  options: { readonly leaseMs: number; readonly limit: number; readonly everything?: boolean },
): Promise<Lost[]> {
  const lease = sql`clock_timestamp() + make_interval(secs => ${options.leaseMs} / 1000.0)`;
  const until = options.everything
    ? sql`clock_timestamp() + make_interval(secs => ${options.leaseMs} / 1000.0) - interval '1 second'`
    : sql`clock_timestamp()`;
  const pages = await sql<LostRow>`
    UPDATE frontier SET lease_at = ${lease}
    WHERE id IN (
      SELECT id FROM frontier WHERE state IN ('granted', 'fetched') AND lease_at <= ${until}
      ORDER BY lease_at LIMIT ${options.limit} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id::text AS id, state, kind, next_stage AS next, grant_id AS "grantId",
      snapshot_id::text AS "snapshotId", via, priority`.execute(db);
  const robots = await sql<{ host: HostKey; grantId: GrantId }>`
    UPDATE hosts SET robots_lease_at = ${lease}
    WHERE host IN (
      SELECT host FROM hosts WHERE robots_grant_id IS NOT NULL AND robots_lease_at <= ${until}
      ORDER BY robots_lease_at LIMIT ${options.limit} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING host, robots_grant_id AS "grantId"`.execute(db);
  const lost: Lost[] = robots.rows.map((row) => ({ kind: 'robots', host: row.host, grantId: row.grantId }));
  for (const row of pages.rows) {
    if (row.state === 'granted' && row.grantId !== null) {
      lost.push({
        kind: 'page',
        frontierId: row.id,
        grantId: row.grantId,
        render: row.via === 'render',
        priority: row.priority,
      });
    } else if (row.snapshotId !== null) {
      lost.push({
        kind: row.next === 'discover' ? 'read-entry' : 'extract',
        frontierId: row.id,
        snapshotId: row.snapshotId,
      });
    }
  }
  return lost;
}
