/** Hosts whose lane is made of their address (`hosts.addressing`): which are to be looked up, and where they belong. */
import { sql } from 'kysely';
import type { HostKey } from '../ids.ts';
import type { Db, Tx } from './database.ts';
import { moveToLane } from './hosts.ts';

/** Hosts whose address is to be looked up. @param except those that are being looked up */
export async function hostsWithoutAddress(
  db: Db,
  limit: number,
  except: readonly HostKey[],
): Promise<HostKey[]> {
  const { rows } = await sql<{ host: HostKey }>`
    SELECT host FROM hosts
    WHERE addressing <> 'no' AND address_until IS NULL AND host <> ALL (${[...except]}::text[])
    ORDER BY host LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.host);
}

/** Has the address of a host looked up anew. @param didFail whether the one it has did not answer */
export async function askForAddress(db: Db, host: HostKey, didFail: boolean): Promise<void> {
  await sql`
    UPDATE hosts SET address_until = NULL, address_failed = address_failed OR ${didFail}
    WHERE host = ${host} AND addressing = 'known'`.execute(db);
}

/** Where a host is when its address was looked up. */
export interface PlacedHost {
  readonly lane: HostKey;
  /** Whether the address it has did not answer. */
  readonly didFail: boolean;
}

/**
 * Puts a host into the lane of its address, which so many hosts at once may be asked by as the most careful of them
 * allows. Null where it is not grouped by address any more.
 */
export async function placeHost(
  tx: Tx,
  host: HostKey,
  choose: (now: PlacedHost) => { readonly lane: HostKey; readonly keepMs: number },
): Promise<{ readonly from: HostKey; readonly to: HostKey } | null> {
  const { rows } = await sql<{ lane: HostKey; didFail: boolean; delayMs: number; concurrency: number }>`
    SELECT coalesce(lane, host) AS lane, address_failed AS "didFail", delay_ms AS "delayMs", concurrency
    FROM hosts WHERE host = ${host} AND addressing <> 'no' FOR UPDATE`.execute(tx);
  const now = rows[0];
  if (now === undefined) return null;
  const { lane, keepMs } = choose(now);
  await sql`
    UPDATE hosts SET addressing = 'known', address_failed = false,
      address_until = clock_timestamp() + make_interval(secs => ${keepMs} / 1000.0)
    WHERE host = ${host}`.execute(tx);
  if (lane === now.lane) return { from: lane, to: lane };
  await moveToLane(tx, host, { delayMs: now.delayMs, concurrency: now.concurrency, lane });
  await sql`
    UPDATE hosts SET concurrency = ${now.concurrency} WHERE host = ${lane} AND concurrency > ${now.concurrency}`.execute(
    tx,
  );
  return { from: now.lane, to: lane };
}
