/**
 * Which newsmills run on a database, told by PostgreSQL itself: each holds one connection with a name of its own
 * (application_name, at most 63 bytes), which is gone with its process however that ends.
 */
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { asDatabaseError } from './database.ts';

const MARK = 'newsmill-at';
/** So that the name fits whatever the host is called. */
const MAX_HOST = 24;
const RECONNECT_MS = 5000;

export interface Present {
  readonly pid: number;
  /** The machine or container, cut after 24 characters. */
  readonly host: string;
  /** Positions in `ROLES` of what it does. */
  readonly roles: readonly number[];
  readonly since: Date;
}

export interface Presence extends AsyncDisposable {
  /** Those that were there before, oldest first. */
  readonly others: readonly Present[];
}

const Row = z.object({ application_name: z.string(), backend_start: z.date() });

/**
 * Says that this process runs the roles, until it is disposed, and who else is there.
 *
 * @param roles positions in `ROLES`; each is below 10
 * @throws NewsmillError `database_unreachable`, for the first connection; a later one that is lost is made again
 */
export async function announcePresence(
  connectionString: string,
  roles: readonly number[],
): Promise<Presence> {
  const host = hostname()
    .replace(/[^A-Za-z0-9.-]/g, '-')
    .slice(0, MAX_HOST);
  const name = [MARK, process.pid, host, roles.join('')].join(' ');
  const stop = new AbortController();
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString,
      application_name: name,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('error', () => undefined); // its end follows, which is acted on
    await client.connect();
    client.once('end', () => void again());
    return client;
  };
  const again = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sleep(RECONNECT_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      if (stop.signal.aborted) return;
      try {
        client = await connect();
        return;
      } catch {
        // The database is away, which every other part of this process reports.
      }
    }
  };
  let client: pg.Client;
  try {
    client = await connect();
    const { rows } = await client.query(
      `SELECT application_name, backend_start FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE $1
       ORDER BY backend_start LIMIT 100`,
      [`${MARK} %`],
    );
    const others = z.array(Row).parse(rows).flatMap(presentOf);
    return {
      others,
      async [Symbol.asyncDispose]() {
        stop.abort();
        await client.end().catch(() => undefined); // gone already
      },
    };
  } catch (thrown) {
    stop.abort();
    throw asDatabaseError(thrown);
  }
}

function presentOf(row: z.infer<typeof Row>): Present[] {
  const parts = /^\S+ (\d+) (\S+) (\d+)$/.exec(row.application_name);
  if (parts === null) return [];
  const [, pid, host = '', roles = ''] = parts;
  return [{ pid: Number(pid), host, roles: [...roles].map(Number), since: row.backend_start }];
}
