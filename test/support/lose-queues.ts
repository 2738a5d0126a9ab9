/** Empties the queues behind newsmill's back, as a flushed Redis does. */
import { Redis } from 'ioredis';
import type { TestParts } from './parts.ts';
import type { TestRedis } from './redis.ts';

/** SQLSTATE of a deadlock: the workers' own statements go on meanwhile and may meet this one. */
const DEADLOCK = '40P01';

/** @param redis where the queues are; in the test's database without one */
export async function loseQueues(parts: TestParts, redis: TestRedis | undefined): Promise<void> {
  if (redis) {
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    return;
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      await parts.store.database.pool.query(
        'TRUNCATE newsmill_queue.job, newsmill_queue.scheduler, newsmill_queue.dedup CASCADE',
      );
      return;
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === DEADLOCK;
      if (!isDeadlock || attempt === 10) throw error;
    }
  }
}
