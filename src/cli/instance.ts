/** An opened newsmill: its database (the embedded one where none is configured), queues and blobs. */
import type { BlobStore } from '../fetch/blobs.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Parts } from '../pipeline/parts.ts';
import type { Queues } from '../queue/queues.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { startEmbeddedPostgres } from '../store/embedded/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';
import type { Context } from './context.ts';

export interface Store extends AsyncDisposable {
  readonly database: Database;
  readonly connectionString: string;
  /** Where the embedded PostgreSQL keeps its data; null for a database of one's own. */
  readonly embeddedFolder: string | null;
  readonly migrationsApplied: number;
}

/** Opens the database and brings it to the newest schema. */
export async function openStore(
  context: Context,
  say: (line: string) => void = () => undefined,
): Promise<Store> {
  await using opening = new AsyncDisposableStack();
  let connectionString = context.config.databaseUrl;
  let embeddedFolder: string | null = null;
  if (connectionString === null) {
    say('Opening the embedded PostgreSQL …');
    const embedded = opening.use(await startEmbeddedPostgres({ dataDir: context.dataDir, log: say }));
    connectionString = embedded.connectionString;
    embeddedFolder = embedded.dataFolder;
  }
  const { applied } = await migrate(connectionString);
  if (applied > 0)
    say(
      `Brought the database to the newest schema (${applied} ${applied === 1 ? 'migration' : 'migrations'}).`,
    );
  const database = opening.use(
    openDatabase({
      connectionString,
      poolSize: context.config.databasePool,
      onError: (error) => context.log.warn({ err: error }, 'An idle database connection was lost'),
    }),
  );
  const held = opening.move();
  return {
    database,
    connectionString,
    embeddedFolder,
    migrationsApplied: applied,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

export interface Instance extends Store {
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly metrics: Metrics;
  readonly parts: Parts;
}

/** Opens everything that a process with workers, or one that enqueues, needs. */
export async function openInstance(context: Context, say?: (line: string) => void): Promise<Instance> {
  await using opening = new AsyncDisposableStack();
  const store = opening.use(await openStore(context, say));
  // Loaded here, because most commands read tables only and need neither BullMQ nor a Redis client.
  const { openParts } = await import('./open-parts.ts');
  const parts = opening.use(await openParts(context, store));
  const { queues, blobs, metrics } = parts;
  const held = opening.move();
  return { ...store, queues, blobs, metrics, parts, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
