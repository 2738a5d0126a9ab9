import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { listMigrations, migrate, pendingMigrations } from '../../../src/store/migrate.ts';
import { createTestDatabase } from '../../support/postgres.ts';

const child = fileURLToPath(new URL('../../support/migrate-child.ts', import.meta.url));

describe('migrations', () => {
  it('are applied once by ten processes that start at the same time', async () => {
    await using database = await createTestDatabase({ template: 'template0' });
    const applied = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const process = fork(child, [database.url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
        const [message] = (await once(process, 'message')) as [{ applied: number }];
        return message.applied;
      }),
    );
    expect(applied.toSorted()).toEqual([...Array(9).fill(0), listMigrations().length]);
  });

  it('refuse a database whose applied migration was changed, or which is newer', async () => {
    await using database = await createTestDatabase({ template: 'template0' });
    await migrate(database.url);
    const [first, ...rest] = listMigrations();
    if (!first) throw new Error('no migrations');
    await expect(migrate(database.url, [{ ...first, sha256: 'other' }, ...rest])).rejects.toThrow(
      /was changed after it had been applied/,
    );
    await expect(migrate(database.url, rest)).rejects.toThrow(/does not know. Run a newer newsmill/);
  });

  it('that fail leave the ones before applied and their own half undone', async () => {
    await using database = await createTestDatabase({ template: 'template0' });
    const broken = {
      name: '9999-broken.sql',
      sql: 'CREATE TABLE half (id int); SELECT nonsense;',
      sha256: 'x',
    };
    await expect(migrate(database.url, [...listMigrations(), broken])).rejects.toMatchObject({
      code: 'database_failed',
    });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      expect(await pendingMigrations(client)).toEqual([]);
      const half = await client.query(`SELECT to_regclass('half') AS half`);
      expect(half.rows).toEqual([{ half: null }]);
    } finally {
      await client.end();
    }
  });

  it('say that the database cannot be reached', async () => {
    await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'database_unreachable',
      class: 'ours',
    });
  });
});
