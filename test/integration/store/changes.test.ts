import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { raceChanges } from '../../../bench/support/change-race.ts';
import { ArticleId, Cursor } from '../../../src/ids.ts';
import { appendChanges, changeBounds, pruneChanges, readChanges } from '../../../src/store/changes.ts';
import { openTestStore } from '../../support/store.ts';

const start = Cursor.parse('0');
const revisionOf = (articleId: ArticleId, revision: number) => ({
  type: 'article.revised' as const,
  articleId,
  revision,
  clusterId: null,
});

describe('the change log', () => {
  it('shows an entry that commits late after those that committed first, and skips none', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const [early, late] = [ArticleId.parse(uuidv7()), ArticleId.parse(uuidv7())];
    let letCommit = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letCommit = resolve;
    });
    let appended = (): void => undefined;
    const isAppended = new Promise<void>((resolve) => {
      appended = resolve;
    });
    const slow = db.transaction().execute(async (tx) => {
      await appendChanges(tx, [revisionOf(late, 1)]);
      appended();
      await held;
    });
    await isAppended;
    await db.transaction().execute((tx) => appendChanges(tx, [revisionOf(early, 1)]));

    const first = await readChanges(db, start, 10);
    expect(first.map((c) => c.articleId)).toEqual([early]);
    letCommit();
    await slow;
    const cursor = first[0]?.cursor ?? start;
    expect((await readChanges(db, cursor, 10)).map((c) => c.articleId)).toEqual([late]);
  });

  it('gives every reader each committed change once and in order while many write, wait and roll back', async () => {
    await using store = await openTestStore(20);
    const { db } = store;
    const articles = Array.from({ length: 6 }, () => ArticleId.parse(uuidv7()));
    await sql`CREATE TABLE counters (article uuid PRIMARY KEY, n int NOT NULL)`.execute(db);
    for (const id of articles) await sql`INSERT INTO counters VALUES (${id}, 0)`.execute(db);
    const committed = new Set<string>();
    let writing = true;
    const writer = async (seed: number): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        const id = articles[(seed * 7 + i * 5) % articles.length];
        if (!id) throw new Error('no article');
        const rollsBack = (seed + i) % 7 === 0;
        try {
          const revision = await db.transaction().execute(async (tx) => {
            const row = await sql<{
              n: number;
            }>`UPDATE counters SET n = n + 1 WHERE article = ${id} RETURNING n`.execute(tx);
            const n = row.rows[0]?.n ?? 0;
            await appendChanges(tx, [revisionOf(id, n)]);
            await sleep((seed * 13 + i * 31) % 9);
            if (rollsBack) throw new Error('rolled back on purpose');
            return n;
          });
          committed.add(`${id}:${revision}`);
        } catch (error) {
          if (!rollsBack) throw error;
        }
      }
    };
    const reader = async (): Promise<string[]> => {
      const seen: string[] = [];
      let cursor = start;
      for (;;) {
        const last = !writing;
        const changes = await readChanges(db, cursor, 17);
        seen.push(...changes.map((c) => `${c.articleId}:${c.revision}`));
        cursor = changes.at(-1)?.cursor ?? cursor;
        if (changes.length === 0 && last) return seen;
        await sleep(3);
      }
    };
    const readers = [reader(), reader(), reader()];
    await Promise.all(Array.from({ length: 8 }, (_, seed) => writer(seed)));
    writing = false;
    for (const seen of await Promise.all(readers)) {
      expect(seen.length).toBe(committed.size);
      expect(new Set(seen)).toEqual(committed);
      for (const id of articles) {
        const revisions = seen.filter((s) => s.startsWith(id)).map((s) => Number(s.split(':')[1]));
        expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      }
    }
  });

  it('is the same for readers who follow while processes write and one is killed', async () => {
    await using store = await openTestStore(2);
    const report = await raceChanges({
      connectionString: store.url,
      writers: 9,
      processes: 2,
      readers: 2,
      changes: 600,
    });
    expect(report.committed).toBeGreaterThanOrEqual(600);
    const right = { seen: report.committed, missed: 0, twice: 0, phantoms: 0, outOfOrder: 0 };
    expect(report.readers).toMatchObject([right, right]);
  });

  it('prunes by age and says where the log begins', async () => {
    await using store = await openTestStore();
    const { db } = store;
    for (let i = 1; i <= 5; i += 1)
      await db.transaction().execute((tx) => appendChanges(tx, [revisionOf(ArticleId.parse(uuidv7()), i)]));
    await readChanges(db, start, 10);
    await sql`UPDATE changes SET at = now() - interval '10 days' WHERE position <= 3`.execute(db);
    expect(await pruneChanges(db, new Date(Date.now() - 86_400_000), 100)).toBe(3);
    expect(await changeBounds(db)).toEqual({ first: '4', last: '5' });
  });

  it('prunes no change that has its place behind one that is kept', async () => {
    await using store = await openTestStore();
    const { db } = store;
    for (let i = 1; i <= 6; i += 1)
      await db.transaction().execute((tx) => appendChanges(tx, [revisionOf(ArticleId.parse(uuidv7()), i)]));
    await readChanges(db, start, 10);
    // The fourth was appended first, by a transaction that committed after others.
    await sql`UPDATE changes SET at = now() - interval '10 days' WHERE position IN (1, 2, 4)`.execute(db);
    const limit = new Date(Date.now() - 86_400_000);
    expect(await pruneChanges(db, limit, 1)).toBe(1);
    expect(await pruneChanges(db, limit, 100)).toBe(1);
    expect(await pruneChanges(db, limit, 100)).toBe(0);
    expect(await changeBounds(db)).toEqual({ first: '3', last: '6' });
    const kept = await readChanges(db, Cursor.parse('2'), 10);
    expect(kept.map((c) => c.cursor)).toEqual(['3', '4', '5', '6']);
  });
});
