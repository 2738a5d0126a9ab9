import { hostname } from 'node:os';
import pg from 'pg';
import { expect, it } from 'vitest';
import { announcePresence } from '../../../src/store/presence.ts';
import { createTestDatabase } from '../../support/postgres.ts';

it('tells who runs on a database, until they end, and on that database only', async () => {
  await using database = await createTestDatabase();
  await using elsewhere = await createTestDatabase();
  {
    await using first = await announcePresence(database.url, [0, 1, 6]);
    expect(first.others).toEqual([]);
    await using second = await announcePresence(database.url, [3]);
    const { others } = second;
    expect(others).toEqual([
      { pid: process.pid, host: expect.any(String), roles: [0, 1, 6], since: expect.any(Date) },
    ]);
    expect(hostname().startsWith(others[0]?.host.slice(0, 3) ?? '?')).toBe(true);
    await using apart = await announcePresence(elsewhere.url, [3]);
    expect(apart.others).toEqual([]);
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'newsmill-at%'",
  );
  await client.end();
  expect(rows).toEqual([]);
});

it('says that the database is away', async () => {
  await expect(announcePresence('postgres://nobody@127.0.0.1:1/none', [0])).rejects.toMatchObject({
    code: 'database_unreachable',
  });
});
