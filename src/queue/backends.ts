/** Chooses where the queues live. */
import { NewsmillError } from '../errors.ts';
import type { QueueBackend } from './backend.ts';
import { type QueueLog, silentLog } from './log.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import { openRedisBackend } from './redis-backend.ts';

export interface BackendOptions {
  /** `queueUrl` of the configuration: `redis://`, `rediss://`, `postgres://`, or null for the database. */
  readonly queueUrl: string | null;
  /** Connection string of newsmill's database, embedded or not. */
  readonly database: string;
  readonly log?: QueueLog;
}

/**
 * Connects to the place where the queues live.
 *
 * @throws NewsmillError `queue_unreachable`, or `config_invalid` for a URL of another kind
 */
export function queueBackendFrom(options: BackendOptions): Promise<QueueBackend> {
  const { queueUrl, database, log = silentLog } = options;
  const url = queueUrl ?? database;
  if (/^rediss?:\/\//.test(url)) return openRedisBackend(url, log);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgresBackend(url, log);
  throw new NewsmillError('config_invalid', 'QUEUE_URL must start with redis://, rediss:// or postgres://');
}
