import { afterEach, beforeEach, expect, it } from 'vitest';
import { pruneChanges } from '../../../src/store/changes.ts';
import { content, startApi, store, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

interface Answer {
  changes: {
    cursor: string;
    type: string;
    revision: number;
    articleId: string;
    article?: { text: string } | null;
  }[];
  next: string;
  more: boolean;
}

async function read(query: string): Promise<Answer> {
  const answer = await api.get(`/v1/changes${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

const page = (n: number): string => `https://post.example/a/${n}`;
const tell = (n: number, text: string, minute: number) =>
  store(api.database, content({ url: page(n), text }), {
    fetchedAt: new Date(Date.UTC(2026, 2, 1, 7, minute)),
  });

it('gives nothing, and a cursor to go on with, before anything happened', async () => {
  expect(await read('')).toEqual({ changes: [], next: '0', more: false });
  expect(await read('?after=0')).toEqual({ changes: [], next: '0', more: false });
});

it('gives every change once, in order, over pages', async () => {
  for (let i = 0; i < 5; i += 1) await tell(i, `Text ${i}.`, 0);
  await tell(2, 'Text 2, edited.', 1);
  const seen: string[] = [];
  let after = '0';
  for (;;) {
    const answer = await read(`?after=${after}&limit=2`);
    seen.push(...answer.changes.map((c) => `${c.type} ${c.revision}`));
    after = answer.next;
    expect(answer.changes.length).toBeLessThanOrEqual(2);
    if (!answer.more) break;
  }
  expect(seen).toEqual([...Array(5).fill('article.created 1'), 'article.revised 2']);
  expect(await read(`?after=${after}`)).toEqual({ changes: [], next: after, more: false });
  await tell(9, 'Later.', 2);
  expect((await read(`?after=${after}`)).changes).toHaveLength(1);
});

it('brings the articles along when asked', async () => {
  await tell(1, 'One.', 0);
  await tell(2, 'Two.', 0);
  await tell(1, 'One, edited.', 1);
  const { changes } = await read('?include=article');
  expect(changes.map((c) => [c.type, c.article?.text])).toEqual([
    ['article.created', 'One, edited.'],
    ['article.created', 'Two.'],
    ['article.revised', 'One, edited.'],
  ]);
  expect((await read('')).changes[0]).not.toHaveProperty('article');
});

it('ends an answer early where the articles are very long, and loses none', async () => {
  const long = 'x'.repeat(3 * 1024 * 1024);
  for (let i = 0; i < 2; i += 1) {
    await store(api.database, content({ url: page(i), text: `${i}${long}`, markdown: long, html: long }));
  }
  const urls: string[] = [];
  let answer: Answer = { changes: [], next: '0', more: true };
  while (answer.more) {
    answer = await read(`?include=article&after=${answer.next}`);
    urls.push(...answer.changes.map((c) => c.articleId));
    expect(answer.changes.length).toBe(1);
  }
  expect(new Set(urls).size).toBe(2);
});

it('answers 410 with the way out when the cursor is from before what is kept', async () => {
  for (let i = 0; i < 4; i += 1) await tell(i, `Text ${i}.`, 0);
  const { changes, next: last } = await read('?limit=4');
  const [first, second, third] = changes.map((c) => c.cursor);
  await api.database.pool.query(`UPDATE changes SET at = now() - interval '1 year' WHERE position <= $1`, [
    second,
  ]);
  await pruneChanges(api.database.db, new Date(Date.now() - 86_400_000), 100);
  const gone = await api.get(`/v1/changes?after=${first}`);
  expect(gone.status).toBe(410);
  const { error } = (await gone.json()) as { error: { code: string; message: string } };
  expect(error.code).toBe('cursor_expired');
  expect(error.message).toContain('GET /v1/articles/snapshot');
  // The reader who had read exactly up to the gap has missed nothing.
  expect((await read(`?after=${second}`)).changes.map((c) => c.cursor)).toEqual([third, last]);
  expect((await read('?after=0')).changes.map((c) => c.cursor)).toEqual([third, last]);
});

it('answers 410 when all changes are gone that a reader had not read', async () => {
  for (let i = 0; i < 3; i += 1) await tell(i, `Text ${i}.`, 0);
  const { changes, next } = await read('');
  await api.database.pool.query(`UPDATE changes SET at = now() - interval '1 year'`);
  await pruneChanges(api.database.db, new Date(), 100);
  expect((await api.get(`/v1/changes?after=${changes[0]?.cursor}`)).status).toBe(410);
  expect(await read(`?after=${next}`)).toEqual({ changes: [], next, more: false });
});

it('does not take the cursor of another database for one that has read everything', async () => {
  await tell(1, 'One.', 0);
  const answer = await api.get('/v1/changes?after=123456');
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain('cursor of another database');
});

it('refuses what is no cursor', async () => {
  const cursors = [
    'abc',
    '-1',
    '1.5',
    '',
    '99999999999999999999',
    '9999999999999999999',
    '9223372036854775808',
  ];
  for (const after of cursors) {
    const answer = await api.get(`/v1/changes?after=${after}`);
    expect([400, 410], after).toContain(answer.status);
    expect(await answer.json()).toMatchObject({ error: { class: 'permanent' } });
  }
});
