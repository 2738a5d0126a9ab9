/** A small load of `bench/loads.ts`: hosts are never hurried, nothing is lost or done twice, while processes are killed. */
import { expect, it } from 'vitest';
import { runLoad } from '../support/load/load.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { haveRedis, startRedis } from '../support/redis.ts';

it.for([
  ['PostgreSQL', false],
  ['Redis', true],
] as const)(
  'every URL ends once and no host is hurried while workers are killed (queues on %s)',
  { timeout: 200_000 },
  async ([, onRedis], { skip }) => {
    if (onRedis && !haveRedis()) skip('redis-server is not installed');
    await using database = await createTestDatabase();
    await using redis = onRedis ? await startRedis() : null;
    const result = await runLoad({
      databaseUrl: database.url,
      queueUrl: redis?.url ?? null,
      hosts: 12,
      urls: 5,
      misbehaving: [
        { manner: 'tarpit', urls: 2 },
        { manner: 'busy', urls: 2 },
        { manner: 'silent', urls: 2 },
      ],
      delayMs: 700,
      processes: 2,
      killEveryMs: 7000,
      limitMs: 150_000,
    });
    expect(result, result.said).toMatchObject({
      done: true,
      outcomes: { 1: 60 },
      articles: 60,
      verdict: { overlaps: 0, tooSoon: 0 },
    });
    expect(Object.keys(result.outcomes)).toEqual(['1']);
  },
);
