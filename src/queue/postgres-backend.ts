/**
 * Queues in PostgreSQL, in a schema of their own beside newsmill's tables.
 *
 * Connections of one process: up to `PRODUCER_POOL` for all queue handles together, and for each
 * worker two to four for its queries and one that listens. A process with all six workers therefore
 * holds at most 4 + 6 × 5 = 34.
 */
import { type PgQueryResult, PostgresConnection, runMigrations } from 'bullmq';
import pg from 'pg';
import { NewsmillError } from '../errors.ts';
import type { QueueBackend, WorkerConnection } from './backend.ts';
import { BatchingBackend } from './batching-backend.ts';
import { onceInAWhile, type QueueLog } from './log.ts';
import { keepFunctions } from './postgres-functions.ts';

const SCHEMA = 'newsmill_queue';
const PRODUCER_POOL = 4;
const CONNECT_LIMIT_MS = 10_000;
const STATEMENT_LIMIT_MS = 30_000;

/**
 * Connects, and brings the queue's schema to the version this BullMQ needs (under its own advisory
 * lock, so that any number of processes may do so at once).
 *
 * @param connectionString `postgres://…`; a socket folder is given as `?host=/path`
 * @throws NewsmillError `queue_unreachable`
 */
export async function openPostgresBackend(connectionString: string, log: QueueLog): Promise<QueueBackend> {
  const config = poolConfig(connectionString);
  await migrateSchema(config);
  const producers = connect(config, PRODUCER_POOL, log);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= producers.close();
    return closing;
  };
  return {
    kind: 'postgres',
    address: addressOf(connectionString),
    producerFactory: (name, opts) =>
      new BatchingBackend(producers, name, { ...opts, connection: producers.pool }, 0),
    workerConnection: (concurrency) => workerConnection(config, concurrency, log),
    exclusively: inTurn((key, work) => underLock(producers, key, work)),
    ping: async () => {
      await producers.pool.query('SELECT 1');
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Holds an advisory lock, for as long as the work takes, on a connection that does nothing else. */
async function underLock<T>(connection: PostgresConnection, key: string, work: () => Promise<T>): Promise<T> {
  const client = await connection.pool.connect();
  let isBroken = false;
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`newsmill-queue ${key}`]);
    return await work();
  } finally {
    await client.query('COMMIT').catch(() => {
      isBroken = true; // the lock went with the session
    });
    client.release(isBroken);
  }
}

type Exclusively = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** One at a time in this process: locks that wait for each other must not use up the pool. */
function inTurn(exclusively: Exclusively): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => exclusively(key, work));
    last = turn.catch(() => undefined); // its caller is told
    return turn;
  };
}

function workerConnection(config: PoolConfig, concurrency: number, log: QueueLog): WorkerConnection {
  let connection: PostgresConnection | undefined;
  return {
    factory: (name, opts) => {
      connection = connect(config, Math.min(4, 1 + Math.ceil(concurrency / 4)), log);
      return new BatchingBackend(connection, name, { ...opts, connection: connection.pool }, concurrency);
    },
    release: async () => {
      await connection?.close();
    },
  };
}

type PoolConfig = ReturnType<typeof poolConfig>;

function poolConfig(connectionString: string) {
  // Options in the URL would replace the ones set here instead of adding to them.
  const url = new URL(connectionString);
  const own = url.searchParams.get('options');
  url.searchParams.delete('options');
  return {
    connectionString: url.href,
    // The queue is transport: what a crash of the server takes from the last half second is found
    // again by the reconciler, so no job waits for the disk.
    options: [own ?? '', '-c synchronous_commit=off'].join(' ').trim(),
    schema: SCHEMA,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: STATEMENT_LIMIT_MS,
    application_name: 'newsmill-queue',
  };
}

async function migrateSchema(config: PoolConfig): Promise<void> {
  const { schema, ...clientConfig } = config;
  const client = new pg.Client(clientConfig);
  client.on('error', () => undefined); // the same error rejects the call that was under way
  try {
    await client.connect();
    await runMigrations(client, schema);
    await keepFunctions(client, schema);
  } catch (error) {
    throw new NewsmillError(
      'queue_unreachable',
      `The queues in PostgreSQL at ${addressOf(config.connectionString)} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined); // nothing is left to lose on this session
  }
}

function connect(config: PoolConfig, max: number, log: QueueLog): PostgresConnection {
  const connection = new PostgresConnection({ ...config, max });
  connection.on(
    'error',
    onceInAWhile((error: Error) => {
      // A server that ends while the connection is being closed is no news.
      if (!connection.isClosing) log.warn({ err: error }, 'a queue connection to PostgreSQL failed');
    }),
  );
  // The schema was brought up to date when the backend was opened. BullMQ's own check keeps its first
  // failure for good, so a server that was away for a moment would be given up.
  connection.waitUntilReady = () => Promise.resolve();
  prepareStatements(connection);
  tellConnectionErrors(connection);
  return connection;
}

/** Statements of BullMQ that a session keeps prepared at most; it has about sixty. */
const MOST_PREPARED = 100;
const preparedNames = new Map<string, string>();

/**
 * Sessions parse BullMQ's statements once: all are calls of its functions, whose plans do not depend on their arguments.
 * (PostgreSQL manual, protocol §"Extended Query".)
 */
function prepareStatements(connection: PostgresConnection): void {
  const { pool } = connection;
  const plain = pool.query.bind(pool);
  // BullMQ knows the pool of node-postgres by a part of what it takes.
  const named = plain as unknown as <R>(config: pg.QueryConfig) => Promise<PgQueryResult<R>>;
  pool.query = async <R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> => {
    let name = preparedNames.get(text);
    if (name === undefined && params !== undefined && preparedNames.size < MOST_PREPARED) {
      name = `bullmq_${preparedNames.size}`;
      preparedNames.set(text, name);
    }
    if (name === undefined || params === undefined) return plain<R>(text, params);
    try {
      return await named<R>({ name, text, values: [...params] });
    } catch (error) {
      if (!isStale(error)) throw error;
      // A newer BullMQ has changed the tables since; nothing was run.
      return plain<R>(text, params);
    }
  };
}

/** "Cached plan must not change result type", which comes before anything is done. */
function isStale(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}

/**
 * BullMQ's workers wait and try again after a refused connection (ECONNREFUSED) and take any other
 * error as final: a server that restarts (57P01, ENOENT of its socket, …) would make them spin, and
 * finished jobs would be left to stall. So these errors get the one code that BullMQ knows.
 */
function tellConnectionErrors(connection: PostgresConnection): void {
  const { pool } = connection;
  const query = pool.query.bind(pool);
  pool.query = async <R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> => {
    try {
      return await query<R>(text, params);
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      throw Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNREFUSED' });
    }
  };
}

/** Errors of the socket, and the SQLSTATEs of class 08 and of a server that starts, stops or is full. */
const CONNECTION_CODES =
  /^(08...|57P0[1-3]|53300|ECONNRESET|ECONNREFUSED|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/;

function isConnectionError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    CONNECTION_CODES.test(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}

function addressOf(connectionString: string): string {
  const url = new URL(connectionString);
  return `${url.searchParams.get('host') ?? url.host}${url.pathname}`;
}
