/** An embedded PostgreSQL of a bench's own with fresh, migrated databases; gone on dispose. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import { postmasterOf } from './cpu.ts';

export interface Scratch extends AsyncDisposable {
  readonly postmaster: number;
  /** The connection string of a new database. */
  create(name: string): Promise<string>;
}

/** With the settings of the embedded database as it runs for users; `durable: false` saves the waiting for the disk. */
export async function startScratch({ durable = true } = {}): Promise<Scratch> {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable });
  return {
    postmaster: postmasterOf(postgres.dataFolder),
    async create(name) {
      const client = new pg.Client({ connectionString: postgres.connectionString });
      await client.connect();
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      await client.end();
      const url = new URL(postgres.connectionString);
      url.pathname = `/${name}`;
      await migrate(url.href);
      return url.href;
    },
    async [Symbol.asyncDispose]() {
      await postgres.stop();
      await removeEmbeddedPostgres(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
