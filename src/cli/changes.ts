/** `newsmill changes`: the change log as NDJSON, from a cursor on. */
import { Command, InvalidArgumentError } from 'commander';
import { Cursor } from '../ids.ts';
import { changeBounds, readChanges, refuseForeignCursor } from '../store/changes.ts';
import type { Database } from '../store/database.ts';
import { followChanges } from '../store/follow-changes.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { print } from './output.ts';

const PAGE = 500;

interface ChangesOptions {
  readonly after: Cursor;
  readonly follow?: true;
}

export function changesCommand(): Command {
  return new Command('changes')
    .option('--after <cursor>', 'only those behind this cursor; 0: all that are kept', parseCursor, ZERO)
    .option('--follow', 'stay and print what comes, until Ctrl-C')
    .addHelpText(
      'after',
      `
Example: begin with all articles, then follow what happens to them
  newsmill articles export --out articles.ndjson --cursor cursor.txt
  newsmill changes --after "$(cat cursor.txt)" --follow

Each line has the cursor to go on with. Changes older than maintain.keepChangesDays are removed: a cursor
from before that is refused with cursor_expired, and the way out is to begin anew.`,
    )
    .action(async (options: ChangesOptions, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      await (options.follow ? follow(store.database, options.after) : list(store.database, options.after));
    });
}

const ZERO = Cursor.parse('0');

function parseCursor(text: string): Cursor {
  const cursor = Cursor.safeParse(text.trim());
  if (!cursor.success)
    throw new InvalidArgumentError('A cursor is a whole number, as an earlier answer gave it.');
  return cursor.data;
}

const lines = (changes: readonly unknown[]): string =>
  changes.map((change) => `${JSON.stringify(change)}\n`).join('');

async function list({ db }: Database, after: Cursor): Promise<void> {
  let cursor = after;
  for (;;) {
    const changes = await readChanges(db, cursor, PAGE);
    // After reading: entries removed meanwhile are then noticed, and not taken for read.
    refuseForeignCursor(cursor, await changeBounds(db));
    await print(lines(changes));
    cursor = changes.at(-1)?.cursor ?? cursor;
    if (changes.length < PAGE) return;
  }
}

async function follow(database: Database, after: Cursor): Promise<void> {
  const ending = new AbortController();
  const onSignal = (): void => ending.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    for await (const changes of followChanges(database, { after, signal: ending.signal }))
      await print(lines(changes));
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
