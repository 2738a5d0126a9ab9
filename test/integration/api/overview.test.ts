import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { content, startApi, store, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

async function look(path = '/'): Promise<Document> {
  const answer = await api.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  return new JSDOM(await answer.text()).window.document;
}

const text = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((e) => e.textContent?.replace(/\s+/g, ' ').trim() ?? '');

it('says what to do while there is nothing', async () => {
  const page = await look();
  expect(page.title).toBe('newsmill');
  expect(text(page, '.empty').join(' ')).toContain('newsmill crawl URL');
});

it('shows the newest articles, the frontier and the queues', async () => {
  const body = 'The same wire copy, word for word. '.repeat(20).trim();
  for (let i = 0; i < 22; i += 1) {
    await store(api.database, content({ url: `https://post.example/${i}`, title: `Story ${i}` }));
  }
  const edited = { url: 'https://post.example/21', title: 'Story 21, edited', text: 'New text.' };
  await store(api.database, content(edited), { fetchedAt: new Date(Date.now() + 1000) });
  await store(
    api.database,
    content({ url: 'https://a.example/w', text: body, title: 'Wire', access: 'metered' }),
  );
  await store(
    api.database,
    content({ url: 'https://b.example/w', text: body, title: 'Wire copy', siteName: null }),
  );
  await api.send('POST', '/v1/urls', { urls: ['https://post.example/x', 'https://post.example/y'] });
  await api.queues.add('maintain', { name: 'prune', data: {}, id: 'p' });
  await api.database.pool.query(
    `INSERT INTO visits (frontier_id, outcome, class, code, message)
     SELECT id, 'failed', 'permanent', 'http_gone', 'It was removed.' FROM frontier WHERE url LIKE '%/y'`,
  );
  const page = await look();
  const tiles = Object.fromEntries(
    [...page.querySelectorAll('.tile')].map((t) => [
      t.querySelector('dt')?.textContent,
      t.querySelector('dd')?.textContent,
    ]),
  );
  expect(tiles).toMatchObject({ articles: '24', 'URLs waiting': '2', 'due now': '2', done: '0' });
  const titles = text(page, 'ol.articles .title');
  expect(titles).toHaveLength(20);
  expect(titles.slice(0, 4)).toEqual(['Wire copy', 'Wire', 'Story 21, edited', 'Story 20']);
  const items = text(page, 'ol.articles li');
  expect(items[0]).toMatch(/2 copies b\.example/);
  expect(items[1]).toMatch(/2 copies metered The Harbour Post 2026-03-01 06:30 UTC fetched \d+ s ago JSON/);
  expect(items[2]).toContain('revision 2');
  const rows = text(page, 'tbody tr');
  expect(rows).toContain('maintain 1 0 0 0'.replaceAll(' ', ''));
  expect(text(page, '.failures li')[0]).toMatch(/^http_gone \d+ s ago\s?https:\/\/post\.example\/y$/);
  const part = await look('/overview');
  expect(text(part, 'ol.articles .title')).toEqual(titles);
});

it('shows what pages say, and runs nothing of it', async () => {
  const evil = `</a><script>alert(1)</script><img src=x onerror=alert(1)>"'`;
  await store(
    api.database,
    content({
      url: `https://post.example/a?"'<script>`,
      title: evil,
      siteName: `<b>${evil}`,
      access: 'free',
    }),
  );
  const answer = await api.get('/');
  const page = new JSDOM(await answer.text()).window.document;
  expect(text(page, 'ol.articles .title')).toEqual([evil]);
  expect(page.querySelectorAll('main script, main img, main b')).toHaveLength(0);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
});
