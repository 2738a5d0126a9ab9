/** A source that a command was given by name. */
import { NewsmillError } from '../errors.ts';
import { SourceId } from '../ids.ts';
import type { Db } from '../store/database.ts';
import { findSource } from '../store/sources.ts';
import { plain } from './output.ts';

/**
 * Its id, or undefined where none was given.
 *
 * @throws NewsmillError `not_found_in_store`
 */
export async function knownSource(db: Db, name: string | undefined): Promise<SourceId | undefined> {
  if (name === undefined) return undefined;
  const id = SourceId.safeParse(name);
  if (!id.success || !(await findSource(db, id.data))) throw unknownSource(name);
  return id.data;
}

/**
 * A name that a source can have, or undefined where none was given. For what outlives its source: articles do.
 *
 * @throws NewsmillError `not_found_in_store` for what no source can be called
 */
export function sourceIdOf(name: string | undefined): SourceId | undefined {
  if (name === undefined) return undefined;
  const id = SourceId.safeParse(name);
  if (!id.success) throw unknownSource(name);
  return id.data;
}

export function unknownSource(name: string): NewsmillError {
  return new NewsmillError(
    'not_found_in_store',
    `There is no source ${plain(name)}; \`newsmill sources list\` shows them`,
  );
}
