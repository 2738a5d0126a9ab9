import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { prepared } from '../../../src/store/prepared.ts';
import { createTestDatabase } from '../../support/postgres.ts';

describe('marked statements', () => {
  it('are parsed once by a session; others leave nothing there', async () => {
    await using scratch = await createTestDatabase();
    await using database = openDatabase({ connectionString: scratch.url, poolSize: 1 });
    const { db } = database;
    for (const n of [1, 2]) {
      const { rows } = await sql<{ n: number }>`${prepared} SELECT ${n}::integer AS n`.execute(db);
      expect(rows).toEqual([{ n }]);
    }
    await sql`SELECT ${3}::integer AS n`.execute(db);
    const { rows } = await sql<{ statement: string; calls: number }>`
      SELECT statement, (generic_plans + custom_plans)::integer AS calls FROM pg_prepared_statements`.execute(
      db,
    );
    expect(rows).toEqual([{ statement: '/* prepared */ SELECT $1::integer AS n', calls: 2 }]);
  });

  it('that fail are as good as before the next time', async () => {
    await using scratch = await createTestDatabase();
    await using database = openDatabase({ connectionString: scratch.url, poolSize: 1 });
    const divide = (by: number) =>
      sql<{ n: number }>`${prepared} SELECT 6 / ${by}::integer AS n`.execute(database.db);
    await expect(divide(0)).rejects.toThrow(/division by zero/);
    expect((await divide(3)).rows).toEqual([{ n: 2 }]);
  });
});

it('a pool that was asked past kysely only is closed with the database, and holds no process', async () => {
  await using scratch = await createTestDatabase();
  const database = openDatabase({ connectionString: scratch.url, poolSize: 1 });
  await database.pool.query('SELECT 1');
  expect(database.pool.totalCount).toBe(1);
  await database.close();
  expect(database.pool.totalCount).toBe(0);
});
