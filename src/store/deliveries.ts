/** Deliveries: how far each receiver of the change log has got. */
import { sql } from 'kysely';
import type { Failure } from '../errors.ts';
import type { Cursor } from '../ids.ts';
import type { Db } from './database.ts';

export interface Delivery {
  readonly receiver: string;
  /** The last change it has taken. */
  readonly cursor: Cursor;
  readonly failures: number;
  readonly nextAt: Date;
  readonly lastCode: string | null;
  readonly lastMessage: string | null;
  /** Set when the receiver refused a change for good; nothing is sent until it is resumed. */
  readonly stopped: boolean;
}

const columns = sql`
  receiver, position::text AS cursor, failures, next_at AS "nextAt", last_code AS "lastCode",
  last_message AS "lastMessage", stopped`;

/** Makes a row for each receiver not known yet; it starts at the beginning of the log. */
export async function ensureDeliveries(db: Db, receivers: readonly string[]): Promise<void> {
  if (receivers.length === 0) return;
  await sql`INSERT INTO deliveries (receiver) SELECT unnest(${[...receivers].sort()}::text[]) ON CONFLICT DO NOTHING`.execute(
    db,
  );
}

export async function findDelivery(db: Db, receiver: string): Promise<Delivery | null> {
  const { rows } =
    await sql<Delivery>`SELECT ${columns} FROM deliveries WHERE receiver = ${receiver}`.execute(db);
  return rows[0] ?? null;
}

export async function listDeliveries(db: Db): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`SELECT ${columns} FROM deliveries ORDER BY receiver`.execute(db);
  return rows;
}

/** Receivers among `receivers` that are behind the log and may be sent to now. */
export async function deliveriesDue(db: Db, receivers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ receiver: string }>`
    SELECT receiver FROM deliveries
    WHERE receiver = ANY(${[...receivers]}::text[]) AND NOT stopped AND next_at <= now()
      AND position < (SELECT last FROM change_position)`.execute(db);
  return rows.map((row) => row.receiver);
}

/** Moves a receiver on. False if it stands elsewhere than `from`: another process has sent meanwhile. */
export async function advanceDelivery(db: Db, receiver: string, from: Cursor, to: Cursor): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE deliveries SET position = ${to}, failures = 0, last_code = NULL, last_message = NULL, next_at = now(), updated_at = now()
    WHERE receiver = ${receiver} AND position = ${from}`.execute(db);
  return numAffectedRows === 1n;
}

/** Records that a receiver did not take a change. @param pauseMs until the next try; null stops the receiver */
export async function failDelivery(
  db: Db,
  receiver: string,
  failure: Failure,
  pauseMs: number | null,
): Promise<void> {
  await sql`
    UPDATE deliveries SET failures = failures + 1, last_code = ${failure.code}, last_message = ${failure.message.slice(0, 1000)},
      stopped = ${pauseMs === null}, next_at = now() + make_interval(secs => ${pauseMs ?? 0} / 1000.0), updated_at = now()
    WHERE receiver = ${receiver}`.execute(db);
}

/** Lets a stopped receiver go on where it stopped, or where the log begins by now. False if there is no such receiver. */
export async function resumeDelivery(db: Db, receiver: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE deliveries SET stopped = false, failures = 0,
      position = greatest(position, (SELECT coalesce(min(c.position) - 1, 0) FROM changes c)), next_at = now(), updated_at = now() WHERE receiver = ${receiver}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}
