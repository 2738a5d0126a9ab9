/**
 * Brings a database to the newest schema.
 *
 * Files `NNNN-name.sql` in `migrations/` are applied in order, each in a transaction of its own, by
 * one process at a time (advisory lock). A landed file is never edited: its SHA-256 is kept beside
 * its name and compared at every start.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { NewsmillError } from '../errors.ts';
import { asDatabaseError } from './database.ts';

/** Any constant, the same for all processes of newsmill ("newsmill" on a telephone's keys). */
const LOCK_KEY = 63_976_455;
const OLDEST_SERVER = 150_000;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The migrations shipped with this version, in order. */
export function listMigrations(
  folder = fileURLToPath(new URL('./migrations/', import.meta.url)),
): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is missing. Safe when many processes call it at once: all wait for the one that works.
 *
 * @throws NewsmillError `database_unreachable`, or `database_failed` when the database was made by a
 *   newer newsmill or an applied file has changed
 */
export async function migrate(
  connectionString: string,
  migrations = listMigrations(),
): Promise<{ applied: number }> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: 'newsmill-migrate',
  });
  try {
    await client.connect();
    await refuseOldServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    return { applied: await applyMissing(client, migrations) };
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    // Ending the session also gives the advisory lock back.
    await client.end().catch(() => undefined);
  }
}

/** How many migrations `connectionString` lacks; `doctor` and `/readyz` ask. */
export async function pendingMigrations(client: Pick<pg.ClientBase | pg.Pool, 'query'>): Promise<string[]> {
  const known = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS exists`,
  );
  const all = listMigrations().map((m) => m.name);
  if (!known.rows[0]?.exists) return all;
  const done = await client.query<{ name: string }>('SELECT name FROM schema_migrations');
  const names = new Set(done.rows.map((row) => row.name));
  return all.filter((name) => !names.has(name));
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  const version = Number(rows[0]?.server_version_num);
  if (version < OLDEST_SERVER) {
    throw new NewsmillError(
      'database_failed',
      `This PostgreSQL is version ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    );
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<number> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS schema_migrations (
       name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM schema_migrations',
  );
  const shipped = new Map(migrations.map((m) => [m.name, m]));
  for (const row of rows) {
    const file = shipped.get(row.name);
    if (!file) {
      throw new NewsmillError(
        'database_failed',
        `The database has migration ${row.name}, which this version does not know. Run a newer newsmill on it.`,
      );
    }
    if (file.sha256 !== row.sha256) {
      throw new NewsmillError(
        'database_failed',
        `Migration ${row.name} was changed after it had been applied. Restore the file and add a new one.`,
      );
    }
  }
  const done = new Set(rows.map((row) => row.name));
  const missing = migrations.filter((m) => !done.has(m.name));
  for (const migration of missing) {
    await client.query('BEGIN');
    try {
      await client.query(migration.sql);
      await client.query('INSERT INTO schema_migrations (name, sha256) VALUES ($1, $2)', [
        migration.name,
        migration.sha256,
      ]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  }
  return missing.length;
}
