/**
 * One embedded PostgreSQL for a whole test run, with a migrated template that each test's database
 * is copied from. Every vitest project that needs it runs this; they share the one server.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { silentLog } from '../src/queue/log.ts';
import { openPostgresBackend } from '../src/queue/postgres-backend.ts';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/store/embedded/embedded-postgres.ts';
import { migrate } from '../src/store/migrate.ts';
import { TEMPLATE, withDatabase } from './support/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test run's server; its database is nobody's. */
    postgresUrl: string;
  }
}

interface Shared {
  readonly dataDir: string;
  readonly postgres: EmbeddedPostgres;
}

// Each project loads this module anew; what they share lies beside all modules.
const holder = globalThis as {
  newsmillTestPostgres?: { users: number; server: Promise<Shared> } | undefined;
};

export async function setup(project: TestProject): Promise<void> {
  holder.newsmillTestPostgres ??= { users: 0, server: startShared() };
  holder.newsmillTestPostgres.users += 1;
  const { postgres } = await holder.newsmillTestPostgres.server;
  project.provide('postgresUrl', postgres.connectionString);
}

export async function teardown(): Promise<void> {
  const shared = holder.newsmillTestPostgres;
  if (shared === undefined) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  holder.newsmillTestPostgres = undefined;
  await stopShared(await shared.server);
}

async function startShared(): Promise<Shared> {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    await makeTemplate(postgres.connectionString);
  } catch (error) {
    await stopShared({ dataDir, postgres });
    throw error;
  }
  return { dataDir, postgres };
}

async function stopShared({ dataDir, postgres }: Shared): Promise<void> {
  await postgres.stop();
  await removeEmbeddedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(withDatabase(serverUrl, TEMPLATE));
    // BullMQ's schema too, which takes longer to make than the rest of many a test.
    await (await openPostgresBackend(withDatabase(serverUrl, TEMPLATE), silentLog)).close();
    await client.query(`ALTER DATABASE ${TEMPLATE} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
