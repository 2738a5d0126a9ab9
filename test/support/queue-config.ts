/** Queue settings with short times, for tests. */
import { Config } from '../../src/config/schema.ts';

export function queueConfig(changes: Partial<Config['queue']> = {}): Config['queue'] {
  return { ...Config.parse({}).queue, lockMs: 1000, backoffMs: 20, attempts: 3, ...changes };
}
