/**
 * Queues in Redis (6.2 or newer), under keys that start with `newsmill:`.
 *
 * Connections of one process: one for all queue handles together and two for each worker, one of
 * which blocks while it waits for jobs. A process with all six workers holds 13.
 */
import { createRedisBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { NewsmillError } from '../errors.ts';
import type { QueueBackend, WorkerConnection } from './backend.ts';
import { onceInAWhile, type QueueLog } from './log.ts';

export const REDIS_PREFIX = 'newsmill';
const CONNECT_LIMIT_MS = 10_000;

const COMMON = {
  connectTimeout: CONNECT_LIMIT_MS,
  retryStrategy: (times: number) => Math.min(50 * 2 ** Math.min(times, 10), 5000),
} satisfies RedisOptions;

/**
 * Connects, and warns when Redis may throw jobs away to make room.
 *
 * @param url `redis://` or `rediss://`
 * @throws NewsmillError `queue_unreachable`
 */
export async function openRedisBackend(url: string, log: QueueLog): Promise<QueueBackend> {
  const address = addressOf(url);
  // A producer is told soon that Redis is away; its caller has the outcome in PostgreSQL anyway.
  const producer = new Redis(url, { ...COMMON, maxRetriesPerRequest: 3, lazyConnect: true });
  producer.on(
    'error',
    onceInAWhile((error: Error) => log.warn({ err: error }, 'the queue connection to Redis failed')),
  );
  try {
    await within(CONNECT_LIMIT_MS, producer.connect());
    await warnOfEviction(producer, address, log);
  } catch (error) {
    producer.disconnect();
    throw new NewsmillError(
      'queue_unreachable',
      `Redis at ${address} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= end(producer);
    return closing;
  };
  return {
    kind: 'redis',
    address,
    producerFactory: (name, opts, options) =>
      createRedisBackend(name, { ...opts, connection: producer }, options),
    workerConnection: () => workerConnection(url, log),
    // Each of BullMQ's operations is one script, and Redis runs one script at a time.
    exclusively: (_key, work) => work(),
    ping: async () => {
      await producer.ping();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function workerConnection(url: string, log: QueueLog): WorkerConnection {
  // A worker waits for as long as it takes: it has nothing else to do.
  const client = new Redis(url, { ...COMMON, maxRetriesPerRequest: null });
  client.on(
    'error',
    onceInAWhile((error: Error) => log.warn({ err: error }, 'a worker’s connection to Redis failed')),
  );
  return {
    factory: (name, opts, options) => createRedisBackend(name, { ...opts, connection: client }, options),
    release: () => end(client),
  };
}

async function end(client: Redis): Promise<void> {
  if (client.status === 'ready') await within(1000, client.quit()).catch(() => undefined); // cut off below
  client.disconnect();
}

async function warnOfEviction(client: Redis, address: string, log: QueueLog): Promise<void> {
  const policy = (await client.info('memory')).match(/^maxmemory_policy:(\S+)/m)?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  log.warn(
    { policy },
    `Redis at ${address} may drop jobs when its memory is full; set maxmemory-policy to noeviction`,
  );
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}
