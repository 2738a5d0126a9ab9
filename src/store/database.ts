/** Opens the store. One `Database` a process; every transaction of the project goes through it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { NewsmillError } from '../errors.ts';
import { PreparingClient } from './prepared.ts';
import type { Tables } from './tables.ts';

/** What statements run on: the pool, or one transaction. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database extends AsyncDisposable {
  readonly db: Db;
  /** For callers that need a session of their own (LISTEN, advisory locks). */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `postgres://…`; `host` may be a socket folder given as `?host=/path`. */
  readonly connectionString: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /** Told of errors on idle connections, which pg reports outside any call. */
  readonly onError?: (error: Error) => void;
}

/** Opens the pool. Nothing is connected until the first statement. */
export function openDatabase(options: OpenOptions): Database {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: options.connectionString,
    max: options.poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'newsmill',
  });
  let closing: Promise<void> | undefined;
  // Once the pool is being closed, a server that ends at the same moment is no news.
  pool.on('error', (error) => {
    if (closing === undefined) options.onError?.(error);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const closePool = async (): Promise<void> => {
    await db.destroy();
    // Kysely leaves a pool alone that it was never asked to use; its idle connections would hold the process for long.
    if (!pool.ending) await pool.end();
  };
  const close = (): Promise<void> => {
    closing ??= closePool();
    return closing;
  };
  return { db, pool, close, [Symbol.asyncDispose]: close };
}

const ATTEMPTS = 8;
const PAUSE_MS = 20;
/** SQLSTATEs after which the same transaction may simply run again (PostgreSQL manual, appendix A). */
const RERUN = new Set(['40001', '40P01']);
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
]);

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

/** A driver's error as one of the taxonomy; NewsmillErrors pass through. */
export function asDatabaseError(error: unknown): NewsmillError {
  if (error instanceof NewsmillError) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const unreachable =
    (code !== undefined && CONNECTION_CODES.has(code)) ||
    /timeout exceeded when trying to connect|Connection terminated/i.test(text);
  return new NewsmillError(
    unreachable ? 'database_unreachable' : 'database_failed',
    code ? `${text} (${code})` : text,
    {
      cause: error,
    },
  );
}

/**
 * Runs `work` in one transaction at Read Committed. A deadlock or serialisation failure runs it again
 * (at most eight times in all, after a short pause); any other error rolls back and is thrown as a NewsmillError.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !RERUN.has(codeOf(error) ?? '')) throw asDatabaseError(error);
      // Those who met must not meet again.
      await sleep(Math.random() * attempt * PAUSE_MS);
    }
  }
}
