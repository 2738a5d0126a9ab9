/** Whether this process can do its work: asked by /readyz and by `newsmill doctor`. */
import type pg from 'pg';
import { asDatabaseError } from '../store/database.ts';
import { pendingMigrations } from '../store/migrate.ts';
import { withTimeout } from './limits.ts';
import { scrubText } from './scrub.ts';

export interface Check {
  readonly name: 'database' | 'migrations' | 'queue';
  readonly ok: boolean;
  /** What was found, as a sentence. */
  readonly message: string;
  /** The command or change that mends it; null when nothing is wrong. */
  readonly mend: string | null;
}

export interface HealthParts {
  readonly pool: Pick<pg.Pool, 'query'>;
  /** Anything that answers when the queues' server does. */
  readonly queues: { ping(): Promise<void> };
}

const LIMIT_MS = 3000;

/** All checks at once, each bounded in time. Never throws. */
export async function checkReadiness(parts: HealthParts): Promise<Check[]> {
  const [database, migrations, queue] = await Promise.all([
    checkDatabase(parts.pool),
    checkMigrations(parts.pool),
    checkQueue(parts.queues),
  ]);
  return [database, migrations, queue];
}

async function checkDatabase(pool: HealthParts['pool']): Promise<Check> {
  const name = 'database';
  try {
    const answer = pool.query<{ server_version: string }>('SHOW server_version');
    const { rows } = await withTimeout(answer, LIMIT_MS);
    return { name, ok: true, message: `PostgreSQL ${rows[0]?.server_version} answers.`, mend: null };
  } catch (error) {
    const mend = 'Check DATABASE_URL and that PostgreSQL runs.';
    return { name, ok: false, message: `PostgreSQL does not answer: ${reasonOf(error)}.`, mend };
  }
}

async function checkMigrations(pool: HealthParts['pool']): Promise<Check> {
  const name = 'migrations';
  try {
    const missing = await withTimeout(pendingMigrations(pool), LIMIT_MS);
    if (missing.length === 0)
      return { name, ok: true, message: 'The database has the newest schema.', mend: null };
    const message = `The database lacks ${missing.length} migrations, the first is ${missing[0]}.`;
    return { name, ok: false, message, mend: 'newsmill migrate' };
  } catch (error) {
    const mend = 'Mend the database first.';
    return { name, ok: false, message: `The schema cannot be read: ${reasonOf(error)}.`, mend };
  }
}

async function checkQueue(queues: HealthParts['queues']): Promise<Check> {
  const name = 'queue';
  try {
    await withTimeout(queues.ping(), LIMIT_MS);
    return { name, ok: true, message: 'The queues answer.', mend: null };
  } catch (error) {
    const mend = 'Check QUEUE_URL and that its server runs.';
    return { name, ok: false, message: `The queues do not answer: ${reasonOf(error)}.`, mend };
  }
}

/** The driver's own words, without what they may quote of a connection string. */
function reasonOf(error: unknown): string {
  const { cause, message } = asDatabaseError(error);
  const text = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return scrubText(text, 300).replace(/\.$/, '');
}
