/** A fresh PostgreSQL database for one test. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** The migrated database that test databases are copied from (see test/global-setup.ts). */
export const TEMPLATE = 'newsmill_template';

export interface TestDatabase extends AsyncDisposable {
  /** Connection string for node-postgres; the host is the folder of a unix socket. */
  readonly url: string;
  readonly name: string;
}

/**
 * Makes a database with a name of its own, which is dropped on dispose whoever is still connected.
 *
 * @param options.template what it is a copy of: by default the migrated template; `template0` is empty
 */
export async function createTestDatabase(options: { template?: string } = {}): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${options.template ?? TEMPLATE}`);
  return {
    url: withDatabase(serverUrl, name),
    name,
    [Symbol.asyncDispose]: () => administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The same server, another database. */
export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
