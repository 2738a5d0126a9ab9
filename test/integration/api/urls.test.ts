import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

async function frontier(): Promise<Record<string, unknown>[]> {
  const { rows } = await api.database.pool.query<Record<string, unknown>>(
    'SELECT url, kind, source_id, priority, state, due_at <= now() AS due FROM frontier ORDER BY url',
  );
  return rows;
}

it('takes what can be fetched and says why it does not take the rest', async () => {
  const urls = [
    'HTTPS://Post.example/a?utm_medium=x',
    'ftp://post.example/b',
    'notes',
    'https://post.example/c',
  ];
  const answer = await api.send('POST', '/v1/urls', { urls, priority: 3 });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({
    added: 2,
    known: 0,
    results: [
      { url: urls[0], canonicalUrl: 'https://post.example/a' },
      { url: urls[1], error: expect.objectContaining({ code: 'unsupported_scheme' }) },
      { url: urls[2], error: expect.objectContaining({ code: 'invalid_url' }) },
      { url: urls[3], canonicalUrl: 'https://post.example/c' },
    ],
  });
  expect(await frontier()).toMatchObject([
    {
      url: 'https://post.example/a',
      kind: 'seed',
      priority: 3,
      state: 'waiting',
      due: true,
      source_id: null,
    },
    { url: 'https://post.example/c', kind: 'seed' },
  ]);
});

it('makes a known URL due again, and knows it by any spelling', async () => {
  await api.send('POST', '/v1/urls', { urls: ['https://post.example/a'] });
  await api.database.pool.query(`UPDATE frontier SET state = 'resting', due_at = NULL`);
  const again = await api.send('POST', '/v1/urls', { urls: ['https://post.example/a#top'] });
  expect(await again.json()).toMatchObject({ added: 0, known: 1 });
  expect(await frontier()).toMatchObject([{ state: 'waiting', due: true }]);
});

it('refuses a request of which nothing can be fetched', async () => {
  const answer = await api.send('POST', '/v1/urls', { urls: ['mailto:a@post.example', 'x'] });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    error: {
      code: 'unsupported_scheme',
      fields: [{ path: 'body.urls.0' }, { path: 'body.urls.1' }],
    },
  });
  expect(await frontier()).toEqual([]);
});

it('connects URLs with a source that exists', async () => {
  const definition = { name: 'Post', feeds: ['https://post.example/feed'], every: '15m', delayMs: 5 };
  await api.send('POST', '/v1/sources', { id: 'post', definition });
  const urls = ['https://post.example/a'];
  expect((await api.send('POST', '/v1/urls', { urls, source: 'none' })).status).toBe(404);
  expect((await api.send('POST', '/v1/urls', { urls, source: 'post' })).status).toBe(202);
  expect(await frontier()).toMatchObject([{ source_id: 'post' }]);
});

it('shows how visits ended', async () => {
  await api.send('POST', '/v1/urls', { urls: ['https://post.example/a', 'https://post.example/b'] });
  await api.database.pool.query(
    `INSERT INTO visits (frontier_id, outcome, class, code, message, http_status)
     SELECT id, CASE WHEN url LIKE '%a' THEN 'failed' ELSE 'new' END, 'permanent', 'http_not_found', 'Gone.', 404 FROM frontier`,
  );
  const read = async (query: string): Promise<unknown[]> =>
    ((await (await api.get(`/v1/visits${query}`)).json()) as { visits: unknown[] }).visits;
  expect(await read('')).toHaveLength(2);
  expect(await read('?outcome=failed')).toMatchObject([
    {
      url: 'https://post.example/a',
      code: 'http_not_found',
      httpStatus: 404,
      endedAt: expect.stringMatching(/Z$/),
    },
  ]);
  expect(await read(`?url=${encodeURIComponent('https://POST.example/b#x')}`)).toMatchObject([
    { outcome: 'new' },
  ]);
  expect((await api.get('/v1/visits?outcome=odd')).status).toBe(400);
});
