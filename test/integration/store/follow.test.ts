import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { Cursor } from '../../../src/ids.ts';
import { articleSnapshot } from '../../../src/store/article-snapshot.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { type Change, pruneChanges, readChanges } from '../../../src/store/changes.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { followChanges } from '../../../src/store/follow-changes.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { report } from '../../support/texts.ts';

const save = (db: Db, n: number, edit: number) =>
  inTransaction(db, (tx) =>
    storeExtraction(
      tx,
      extractionOf(
        contentOf(`https://p.example/${n}`, 'The bell', `${report(300 + n, 4)}\n${report(400 + edit, 2)}`),
        new Date(Date.UTC(2026, 2, 1, 12, edit)),
      ),
    ),
  );

it('a snapshot and what follows it tell every state once, while others write', async () => {
  await using store = await openTestStore(8);
  const { db, database } = store;
  for (let n = 0; n < 30; n += 1) await save(db, n, 0);
  let last: ReturnType<typeof save> | undefined;
  const writer = async (own: number): Promise<void> => {
    for (let edit = 1; edit < 15; edit += 1) {
      await save(db, (own * 13 + edit * 7) % 30, edit);
      await save(db, 100 * own + edit, 0);
    }
  };
  const writers = [1, 2, 3].map(writer);
  // What a consumer keeps: each article's revision, from the snapshot and then from the log.
  const consume = async (): Promise<Map<string, number>> => {
    const kept = new Map<string, number>();
    let cursor = Cursor.parse('0');
    for await (const part of articleSnapshot(db)) {
      if ('cursor' in part) cursor = part.cursor;
      else for (const article of part.articles) kept.set(article.id, article.revision);
    }
    for await (const changes of followChanges(database, { after: cursor, pollMs: 20 })) {
      for (const { type, articleId, revision } of changes) {
        if (type === 'article.created') {
          // Had it been in the snapshot, it would be met twice.
          expect(kept.has(articleId)).toBe(false);
          kept.set(articleId, 1);
        }
        if (type === 'article.revised') {
          expect(revision).toBe((kept.get(articleId) ?? Number.NaN) + 1);
          kept.set(articleId, revision ?? 0);
        }
      }
      // The last change of all is that of the last article.
      const end = (await last)?.articleId;
      if (changes.some((change) => change.articleId === end)) return kept;
    }
    return kept;
  };
  const consumers = [consume(), consume()];
  await Promise.all(writers);
  last = save(db, 999, 0);
  await last;
  const { rows } = await sql<{ id: string; revision: number }>`SELECT id, revision FROM articles`.execute(db);
  for (const kept of await Promise.all(consumers))
    expect(kept).toEqual(new Map(rows.map((row) => [row.id, row.revision])));
});

it('following refuses a cursor from before what is kept, and one of another database', async () => {
  await using store = await openTestStore();
  const { db, database } = store;
  for (let n = 0; n < 3; n += 1) await save(db, n, 0);
  const [first] = await readChanges(db, Cursor.parse('0'), 10);
  await sql`UPDATE changes SET at = now() - interval '1 year' WHERE position < 3`.execute(db);
  await pruneChanges(db, new Date(Date.now() - 86_400_000), 10);
  const follow = async (after: Cursor): Promise<readonly Change[]> => {
    for await (const changes of followChanges(database, { after })) return changes;
    return [];
  };
  await expect(follow(first?.cursor ?? Cursor.parse('0'))).rejects.toMatchObject({ code: 'cursor_expired' });
  await expect(follow(Cursor.parse('77'))).rejects.toMatchObject({ code: 'cursor_expired' });
  expect((await follow(Cursor.parse('2'))).map((change) => change.cursor)).toEqual(['3']);
});

it('following ends when it is told to, also while nothing happens', async () => {
  await using store = await openTestStore();
  const ending = new AbortController();
  setTimeout(() => ending.abort(), 50);
  const seen = [];
  const options = { after: Cursor.parse('0'), pollMs: 600_000, signal: ending.signal };
  for await (const changes of followChanges(store.database, options)) seen.push(changes);
  expect(seen).toEqual([]);
});
