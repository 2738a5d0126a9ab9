/**
 * Statements that a session parses and plans once. Planning anew each time was over a quarter of PostgreSQL's
 * work for a stored document; but a plan that is kept may have been made while its tables were empty. So only
 * statements are marked whose plan cannot depend on that: inserts of given rows, and calls of functions, which
 * see to their own plans.
 */
import { sql } from 'kysely';
import pg from 'pg';

const MARK = '/* prepared */';

/** Put into a statement (at its front, or as `modifyEnd`), has it prepared. Its text must be one of few. */
export const prepared = sql.raw(MARK);

/** Statements prepared in a process at most; others are planned each time. Bounds the memory of sessions. */
const MOST = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `newsmill_${names.size}`;
  names.set(text, name);
  return name;
}

/** A session that prepares marked statements under a name (PostgreSQL manual, protocol §"Extended Query"). */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    const named = (...args: unknown[]): unknown => {
      const [text, values, ...rest] = args;
      if (typeof text !== 'string' || !Array.isArray(values) || !text.includes(MARK)) return query(...args);
      const name = nameOf(text);
      return name === undefined ? query(...args) : query({ name, text, values }, ...rest);
    };
    this.query = named as typeof this.query;
  }
}
