import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArticleDiff } from '../../../src/deliver/article-diff.ts';
import { content, startApi, store, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const url = 'https://post.example/a/1';
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 7, minute));
const states = [
  'The ferry sank with 14 people.\nThe captain was saved.',
  'The ferry sank with 16 people.\nThe captain was saved.',
  'The ferry sank with 16 people.\nThe captain was <script>alert(1)</script> saved & well.',
];

async function stored(): Promise<string> {
  let id = '';
  for (const [i, text] of states.entries())
    id = (await store(api.database, content({ url, text }), { fetchedAt: at(i) })).articleId;
  return id;
}

describe('GET /v1/articles/:id/revisions/:a..:b', () => {
  it('gives the words that changed, in either direction', async () => {
    const id = await stored();
    const diff = ArticleDiff.parse(await (await api.get(`/v1/articles/${id}/revisions/1..2`)).json());
    expect(diff).toMatchObject({
      article: id,
      from: { revision: 1, fetched: at(0).toISOString() },
      to: { revision: 2 },
      words: { removed: 1, added: 1 },
      kinds: [{ kind: 'figure', figures: [{ before: '14', after: '16' }] }],
    });
    expect(diff.text.filter((passage) => passage.op !== 'same')).toEqual([
      { op: 'removed', text: '14' },
      { op: 'added', text: '16' },
    ]);
    const back = ArticleDiff.parse(await (await api.get(`/v1/articles/${id}/revisions/2..1`)).json());
    expect(back.text.filter((passage) => passage.op === 'added')).toEqual([{ op: 'added', text: '14' }]);
    const same = ArticleDiff.parse(await (await api.get(`/v1/articles/${id}/revisions/2..2`)).json());
    expect(same).toMatchObject({ kinds: [], words: { removed: 0, added: 0 } });
  });

  it('gives plain text, and a page in which nothing of the article is markup', async () => {
    const id = await stored();
    const text = await api.get(`/v1/articles/${id}/revisions/1..2?format=text`);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await text.text()).toContain('The ferry sank with [-14-]{+16+} people.');
    const page = await api.get(`/v1/articles/${id}/revisions/1..3?format=html`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('<del>14</del><ins>16</ins>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  it('says what is not there', async () => {
    const id = await stored();
    for (const [path, status] of [
      [`/v1/articles/${id}/revisions/1..9`, 404],
      [`/v1/articles/${id}/revisions/0..1`, 400],
      [`/v1/articles/${id}/revisions/1..99999999999`, 400],
      [`/v1/articles/${id}/revisions/1..2?format=pdf`, 400],
      [`/v1/articles/${id}/revisions/a..b`, 404],
    ] as const)
      expect(`${path} ${(await api.get(path)).status}`).toBe(`${path} ${status}`);
  });

  it('stands in the list of revisions and in the change log', async () => {
    const id = await stored();
    const { revisions } = (await (await api.get(`/v1/articles/${id}/revisions`)).json()) as {
      revisions: { kinds: { kind: string }[]; withdrawal: unknown }[];
    };
    expect(revisions.map((r) => r.kinds.map((k) => k.kind))).toEqual([[], ['figure'], ['silent']]);
    const { changes } = (await (await api.get('/v1/changes')).json()) as {
      changes: { kinds: { kind: string }[] | null; withdrawal: unknown }[];
    };
    expect(changes.map((c) => c.kinds?.map((k) => k.kind) ?? null)).toEqual([null, ['figure'], ['silent']]);
  });
});

describe('GET /v1/articles/:id/addresses', () => {
  it('says how an article was known again', async () => {
    const text = 'The ferry sank off the pier of Weststrand and everybody was saved. '.repeat(6).trim();
    const { articleId } = await store(
      api.database,
      content({ url: 'http://post.example/n/48213-ferry', text }),
    );
    await store(api.database, content({ url: 'https://post.example/n/48213-boat', text }));
    const answer = await api.get(`/v1/articles/${articleId}/addresses`);
    expect(await answer.json()).toMatchObject({
      addresses: [
        { url: 'http://post.example/n/48213-ferry', evidence: null },
        {
          url: 'https://post.example/n/48213-boat',
          evidence: { rung: 'name', names: ['number', 'publication-time'], text: 'same' },
        },
      ],
    });
    const none = await api.get('/v1/articles/01890000-0000-7000-8000-000000000000/addresses');
    expect(none.status).toBe(404);
  });
});
