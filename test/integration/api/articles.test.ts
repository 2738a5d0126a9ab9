import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Article } from '../../../src/article/article.ts';
import { SourceDefinition } from '../../../src/config/source.ts';
import { SourceId } from '../../../src/ids.ts';
import { upsertSource } from '../../../src/store/sources.ts';
import { content, startApi, store, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const page = (n: number): string => `https://post.example/a/${n}`;

async function list(query = ''): Promise<{ articles: Article[]; next: string | null }> {
  const answer = await api.get(`/v1/articles${query}`);
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { articles: unknown[]; next: string | null };
  return { articles: body.articles.map((a) => Article.parse(a)), next: body.next };
}

describe('GET /v1/articles', () => {
  it('gives all of them, newest first, page by page, each once', async () => {
    for (let i = 0; i < 7; i += 1) await store(api.database, content({ url: page(i), title: `Story ${i}` }));
    const titles: string[] = [];
    let next: string | null = null;
    do {
      const answer = await list(`?limit=3${next === null ? '' : `&before=${next}`}`);
      titles.push(...answer.articles.map((a) => a.title));
      next = answer.next;
    } while (next !== null);
    expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Story ${i}`));
  });

  it('filters by source, address and cluster', async () => {
    const definition = SourceDefinition.parse({ name: 'P', feeds: ['https://post.example/f'], every: '1h' });
    const sourceId = SourceId.parse('post');
    await upsertSource(api.database.db, sourceId, definition, 'api');
    const text = 'The same wire copy, word for word. '.repeat(20).trim();
    await store(api.database, content({ url: page(1), text }), { sourceId });
    const copy = await store(api.database, content({ url: page(2), text }));
    await store(api.database, content({ url: page(3) }));
    expect((await list('?source=post')).articles.map((a) => a.url)).toEqual([page(1)]);
    expect((await list(`?cluster=${copy.clusterId}`)).articles.map((a) => a.url)).toEqual([page(2), page(1)]);
    // Written otherwise, and with a tracking parameter: newsmill knows it by one name.
    const written = encodeURIComponent('HTTPS://Post.example:443/a/3?utm_source=x#top');
    expect((await list(`?url=${written}`)).articles.map((a) => a.url)).toEqual([page(3)]);
    expect((await list('?url=https%3A%2F%2Fpost.example%2Fnone')).articles).toEqual([]);
  });

  it('ends a page early where articles are very long, and goes on behind it', async () => {
    const text = 'x'.repeat(3 * 1024 * 1024);
    for (let i = 0; i < 2; i += 1) {
      await store(api.database, content({ url: page(i), text: `${i}${text}`, markdown: text, html: text }));
    }
    const first = await list('?limit=100');
    expect(first.articles).toHaveLength(1);
    expect(first.next).toBe(first.articles[0]?.id);
    const second = await list(`?limit=100&before=${first.next}`);
    expect(second.articles[0]?.url).toBe(page(0));
  });

  it('names each parameter that is wrong', async () => {
    const answer = await api.get('/v1/articles?limit=1000&before=x&sauce=a');
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as { error: { code: string; fields: { path: string }[] } };
    expect(error.code).toBe('invalid_input');
    expect(error.fields.map((f) => f.path).sort()).toEqual([
      'querystring',
      'querystring.before',
      'querystring.limit',
    ]);
    expect(JSON.stringify(error)).toContain('sauce');
    expect((await api.get('/v1/articles?url=notes')).status).toBe(400);
  });
});

describe('GET /v1/articles/:id', () => {
  it('gives the article, its revisions, and what it said at each', async () => {
    const url = page(1);
    const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 7, minute));
    const { articleId } = await store(api.database, content({ url, text: 'First.' }), { fetchedAt: at(1) });
    await store(api.database, content({ url, text: 'Second.', title: 'Ferry delayed' }), {
      fetchedAt: at(2),
    });
    const current = Article.parse(await (await api.get(`/v1/articles/${articleId}`)).json());
    expect(current).toMatchObject({ id: articleId, revision: 2, text: 'Second.', urls: [url] });
    const { revisions } = (await (await api.get(`/v1/articles/${articleId}/revisions`)).json()) as {
      revisions: unknown[];
    };
    expect(revisions).toMatchObject([
      { revision: 1, title: 'Ferry returns to the old pier', fetched: at(1).toISOString() },
      { revision: 2, title: 'Ferry delayed', fetched: at(2).toISOString() },
    ]);
    const first = Article.parse(await (await api.get(`/v1/articles/${articleId}/revisions/1`)).json());
    expect(first).toMatchObject({ revision: 1, text: 'First.' });
  });

  it('says what is not there, and what cannot be', async () => {
    const cases: [string, number, string][] = [
      ['/v1/articles/01890000-0000-7000-8000-000000000000', 404, 'not_found_in_store'],
      ['/v1/articles/01890000-0000-7000-8000-000000000000/revisions', 404, 'not_found_in_store'],
      ['/v1/articles/01890000-0000-7000-8000-000000000000/revisions/1', 404, 'not_found_in_store'],
      ['/v1/articles/01890000-0000-7000-8000-000000000000/revisions/0', 400, 'invalid_input'],
      ['/v1/articles/01890000-0000-7000-8000-000000000000/revisions/99999999999', 400, 'invalid_input'],
      ['/v1/articles/7', 400, 'invalid_input'],
      ['/v1/nothing', 404, 'unknown_route'],
    ];
    for (const [path, status, code] of cases) {
      const answer = await api.get(path);
      expect(`${path} ${answer.status}`).toBe(`${path} ${status}`);
      expect(await answer.json()).toMatchObject({ error: { class: 'permanent', code } });
    }
  });
});

it('gives all articles at one place of the log as lines, with the cursor to follow from', async () => {
  const tell = (n: number) =>
    store(api.database, content({ url: `https://post.example/s/${n}`, text: `Said ${n}.` }));
  for (let n = 0; n < 60; n += 1) await tell(n);
  const answer = await api.get('/v1/articles/snapshot');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  const lines = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { cursor?: string; article?: { url: string }; end?: unknown });
  expect(lines.length).toBe(62);
  expect(new Set(lines.flatMap((line) => line.article?.url ?? [])).size).toBe(60);
  expect(lines.at(-1)).toEqual({ end: { articles: 60 } });
  await tell(61);
  const after = await api.get(`/v1/changes?after=${lines[0]?.cursor}`);
  expect(((await after.json()) as { changes: unknown[] }).changes).toHaveLength(1);
  expect((await api.get('/v1/articles/snapshot?source=nobody')).status).toBe(200);
});
