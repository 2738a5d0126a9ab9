/** Hosts that are left alone: since when, why, until when. */
import { sql } from 'kysely';
import type { CrawlId, HostKey } from '../ids.ts';
import type { Db } from './database.ts';

/** Most hosts that a crawl is told of at once. */
const MOST_HOLDING_UP = 100;

export interface HostHealth {
  readonly host: HostKey;
  readonly circuit: 'closed' | 'open' | 'half-open';
  /** When the circuit opened; null while it is closed. */
  readonly since: Date | null;
  /** When the next request may go out. */
  readonly nextAt: Date;
  readonly failuresInRow: number;
  /** How the last request failed; null after one that was answered. */
  readonly code: string | null;
  readonly message: string | null;
}

/** Hosts whose circuit is not closed, those that have been in trouble longest first. */
export async function hostsInTrouble(db: Db, limit: number): Promise<HostHealth[]> {
  const { rows } = await sql<HostHealth>`
    SELECT host, circuit, circuit_since AS since, next_at AS "nextAt", failures_in_row AS "failuresInRow",
      failure_code AS code, failure_message AS message
    FROM hosts WHERE circuit <> 'closed' ORDER BY circuit_since LIMIT ${limit}`.execute(db);
  return rows;
}

/** Hosts that keep a crawl waiting: its URLs there are due, and the next request may go out only after `patienceMs`. */
export async function hostsHoldingUp(db: Db, crawlId: CrawlId, patienceMs: number): Promise<HostHealth[]> {
  const { rows } = await sql<HostHealth>`
    SELECT host, circuit, circuit_since AS since, next_at AS "nextAt", failures_in_row AS "failuresInRow",
      failure_code AS code, failure_message AS message
    FROM hosts WHERE next_at > clock_timestamp() + make_interval(secs => ${patienceMs} / 1000.0)
      AND host IN (
        SELECT coalesce(lane, host) FROM frontier
        WHERE crawl_id = ${crawlId} AND crawl_open AND state = 'waiting' AND due_at <= clock_timestamp())
    ORDER BY host LIMIT ${MOST_HOLDING_UP}`.execute(db);
  return rows;
}

/** Lets a host be tried now instead of when its circuit lets it. False if there is no such host. */
export async function tryHostNow(db: Db, host: HostKey): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE hosts SET next_at = now(), robots_expires_at = CASE WHEN robots->'failure' <> 'null' THEN now() ELSE robots_expires_at END
    WHERE host = lane_of(${host})`.execute(db);
  return numAffectedRows === 1n;
}
