/** Sources: PostgreSQL is their truth, schedule included; files and API calls write here. */
import { sql } from 'kysely';
import { SourceDefinition } from '../config/source.ts';
import { NewsmillError } from '../errors.ts';
import type { SourceId } from '../ids.ts';
import type { Db } from './database.ts';

export type SourceOrigin = 'file' | 'api' | 'demo';

export interface StoredSource {
  readonly id: SourceId;
  readonly definition: SourceDefinition;
  readonly origin: SourceOrigin;
  readonly paused: boolean;
  readonly lastDueAt: Date | null;
  readonly nextDueAt: Date | null;
}

interface SourceRow extends Omit<StoredSource, 'definition'> {
  definition: unknown;
}

const columns = sql`id, definition, origin, paused, last_due_at AS "lastDueAt", next_due_at AS "nextDueAt"`;

function toSource(row: SourceRow): StoredSource {
  const definition = SourceDefinition.safeParse(row.definition);
  if (!definition.success) {
    throw new NewsmillError(
      'database_failed',
      `The stored source ${row.id} is not what this version expects: ${definition.error.message}`,
    );
  }
  return { ...row, definition: definition.data };
}

/** Every source that was not removed, by id. */
export async function listSources(db: Db): Promise<StoredSource[]> {
  const { rows } =
    await sql<SourceRow>`SELECT ${columns} FROM sources WHERE removed_at IS NULL ORDER BY id`.execute(db);
  return rows.map(toSource);
}

export async function findSource(db: Db, id: SourceId): Promise<StoredSource | null> {
  const { rows } =
    await sql<SourceRow>`SELECT ${columns} FROM sources WHERE id = ${id} AND removed_at IS NULL`.execute(db);
  return rows[0] ? toSource(rows[0]) : null;
}

/**
 * Adds or changes a source. A pause is kept; a changed definition is due at once.
 *
 * @returns what happened; `taken` when the id belongs to a source of another origin
 */
export async function upsertSource(
  db: Db,
  id: SourceId,
  definition: SourceDefinition,
  origin: SourceOrigin,
): Promise<'added' | 'changed' | 'same' | 'taken'> {
  const { rows } = await sql<{ inserted: boolean }>`
    INSERT INTO sources (id, definition, origin, next_due_at)
    VALUES (${id}, ${JSON.stringify(definition)}::jsonb, ${origin}, now())
    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, origin = excluded.origin,
      removed_at = NULL, next_due_at = now(), updated_at = now()
      WHERE (sources.definition <> excluded.definition OR sources.removed_at IS NOT NULL)
        AND (sources.origin = excluded.origin OR sources.removed_at IS NOT NULL)
    RETURNING (xmax = 0) AS inserted`.execute(db);
  if (rows[0]) return rows[0].inserted ? 'added' : 'changed';
  const existing = await sql<{ origin: SourceOrigin }>`SELECT origin FROM sources WHERE id = ${id}`.execute(
    db,
  );
  return existing.rows[0]?.origin === origin ? 'same' : 'taken';
}

/** Stops scheduling a source for good; its articles stay. False if there is no such source. */
export async function removeSource(db: Db, id: SourceId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE sources SET removed_at = now(), next_due_at = NULL WHERE id = ${id} AND removed_at IS NULL`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/** Pauses or resumes; a resumed source is due at once. False if there is no such source. */
export async function setPaused(db: Db, id: SourceId, paused: boolean): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE sources SET paused = ${paused}, next_due_at = CASE WHEN ${paused} THEN NULL ELSE now() END, updated_at = now()
    WHERE id = ${id} AND removed_at IS NULL`.execute(db);
  return numAffectedRows === 1n;
}

/** Ids of sources from files that are not in `present`; they are to be removed. */
export async function sourcesWithoutFile(
  db: Db,
  origin: SourceOrigin,
  present: readonly SourceId[],
): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`
    SELECT id FROM sources WHERE origin = ${origin} AND removed_at IS NULL AND id <> ALL(${[...present]}::text[])`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/**
 * Claims one turn of a source: sets when the next one is and returns true, unless the turn was claimed
 * already (a scheduler that fires twice, or two processes at once) or the source is not to run.
 *
 * @param slackMs how much too early a scheduler may fire and still mean this turn
 */
export async function claimTurn(
  db: Db,
  id: SourceId,
  turn: { readonly now: Date; readonly nextDueAt: Date; readonly slackMs: number },
): Promise<boolean> {
  const upTo = new Date(turn.now.getTime() + turn.slackMs);
  const { numAffectedRows } = await sql`
    UPDATE sources SET last_due_at = ${turn.now}, next_due_at = ${turn.nextDueAt}
    WHERE id = ${id} AND removed_at IS NULL AND NOT paused AND next_due_at <= ${upTo}`.execute(db);
  return numAffectedRows === 1n;
}

/** Makes a source due now. False if there is no such source, or it is paused. */
export async function makeSourceDue(db: Db, id: SourceId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE sources SET next_due_at = now() WHERE id = ${id} AND removed_at IS NULL AND NOT paused`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/** Sources whose time has come: what the schedulers should have fired by now. */
export async function sourcesDue(db: Db, limit: number): Promise<SourceId[]> {
  const { rows } = await sql<{ id: SourceId }>`
    SELECT id FROM sources WHERE removed_at IS NULL AND NOT paused AND next_due_at <= now()
      AND (definition->>'enabled')::boolean
    ORDER BY next_due_at LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
