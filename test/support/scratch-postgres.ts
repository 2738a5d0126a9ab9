/** An embedded PostgreSQL for tests of projects without a shared one; migrated, gone on dispose. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';

export async function startScratchPostgres(): Promise<
  AsyncDisposable & { readonly connectionString: string }
> {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-scratch-'));
  const remove = async (): Promise<void> => {
    await removeEmbeddedPostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
    await migrate(postgres.connectionString);
    return {
      connectionString: postgres.connectionString,
      async [Symbol.asyncDispose]() {
        await postgres.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
