import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { readChanges } from '../../../src/store/changes.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { countArticles, findArticle, listRevisions } from '../../../src/store/read-articles.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';

const body =
  'The ferry to the outer islands will sail every hour from Monday on. The council voted for the new timetable late on Thursday evening, after three hours in which fishermen, teachers and the harbour master had their say about it.';

describe('storing an extraction', () => {
  it('makes one article, knows it again, and turns an edit into a revision', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const url = 'https://harbour.example/ferry';
    const save = (text: string) =>
      inTransaction(db, (tx) =>
        storeExtraction(tx, extractionOf(contentOf(url, 'Ferry sails hourly', text))),
      );
    const first = await save(body);
    const again = await save(body);
    const edited = await save(`${body} A boat for cars follows in May.`);
    expect([first.outcome, again.outcome, edited.outcome]).toEqual(['new', 'unchanged', 'revised']);
    expect(new Set([first.articleId, again.articleId, edited.articleId]).size).toBe(1);
    expect(edited.revision).toBe(2);
    expect((await findArticle(db, first.articleId, 1))?.text).toBe(body);
    expect((await findArticle(db, first.articleId))?.text).toContain('in May');
    expect((await listRevisions(db, first.articleId)).map((r) => r.revision)).toEqual([1, 2]);
    expect((await readChanges(db, Cursor.parse('0'), 10)).map((c) => c.type)).toEqual([
      'article.created',
      'article.revised',
    ]);
  });

  it('puts the same text from another host into the same cluster, as an article of its own', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const one = await inTransaction(db, (tx) =>
      storeExtraction(
        tx,
        extractionOf(contentOf('https://harbour.example/ferry', 'Ferry sails hourly', body)),
      ),
    );
    const two = await inTransaction(db, (tx) =>
      storeExtraction(
        tx,
        extractionOf(contentOf('https://valley.example/a/1', 'Hourly ferries', body.replaceAll(',', ' –'))),
      ),
    );
    expect(two.outcome).toBe('duplicate');
    expect(two.articleId).not.toBe(one.articleId);
    expect(two.clusterId).toBe(one.clusterId);
  });

  it('ends in one cluster when twenty copies of a story arrive at the same moment', async () => {
    await using store = await openTestStore(20);
    const { db } = store;
    for (let story = 0; story < 5; story += 1) {
      const text = `${body} This is story number ${story}.`;
      const stored = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          inTransaction(db, (tx) =>
            storeExtraction(
              tx,
              extractionOf(contentOf(`https://paper${i}.example/${story}`, 'Ferries', text)),
            ),
          ),
        ),
      );
      expect(new Set(stored.map((s) => s.clusterId)).size).toBe(1);
      expect(stored.filter((s) => s.outcome === 'new').length).toBe(1);
    }
    expect(await countArticles(db)).toBe(100);
  });

  it('ends in one article when the same page arrives many times at the same moment under two addresses', async () => {
    await using store = await openTestStore(20);
    const { db } = store;
    const stored = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const content = contentOf('https://harbour.example/ferry', 'Ferry sails hourly', body);
        const urls =
          i % 2 === 0
            ? [content.url, 'https://harbour.example/amp/ferry']
            : ['https://harbour.example/amp/ferry', content.url];
        return inTransaction(db, (tx) => storeExtraction(tx, { ...extractionOf(content), urls }));
      }),
    );
    expect(new Set(stored.map((s) => s.articleId)).size).toBe(1);
    expect(await countArticles(db)).toBe(1);
    expect((await findArticle(db, stored[0]?.articleId ?? ('' as never)))?.urls.length).toBe(2);
  });

  it('does not let a page that was fetched earlier overwrite what was fetched later', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const url = 'https://harbour.example/ferry';
    const newer = await inTransaction(db, (tx) =>
      storeExtraction(tx, extractionOf(contentOf(url, 'Ferry', `${body} Newer.`), new Date(2000))),
    );
    const older = await inTransaction(db, (tx) =>
      storeExtraction(tx, extractionOf(contentOf(url, 'Ferry', body), new Date(1000))),
    );
    expect(older).toMatchObject({ outcome: 'unchanged', revision: 1 });
    expect((await findArticle(db, newer.articleId))?.text).toContain('Newer.');
  });

  it('takes many different edits that arrive at the same moment, one after the other', async () => {
    await using store = await openTestStore(20);
    const { db } = store;
    const url = 'https://harbour.example/ferry';
    const edit = (n: number) =>
      extractionOf(contentOf(url, 'Ferry sails hourly', `${body} Edit ${n}.`), new Date(1000));
    const stored = await Promise.all(
      Array.from({ length: 12 }, (_, n) => inTransaction(db, (tx) => storeExtraction(tx, edit(n)))),
    );
    expect(stored.map((s) => s.revision).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
    expect(await countArticles(db)).toBe(1);
  });

  it('does not believe a canonical address that leads to another story', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const section = 'https://harbour.example/news/';
    const stories = [
      'The mill burns every autumn when the straw is dry',
      'A whale was seen off the northern pier',
      'Teachers ask for smaller classes in spring',
      'The orchestra tours the islands by boat',
    ];
    for (const [n, title] of stories.entries()) {
      const text = Array.from(
        { length: 12 },
        (_, i) => `${title}, says witness ${n * 100 + i} of street ${n}${i}.`,
      ).join(' ');
      const url = `https://harbour.example/news/${n}`;
      const content = { ...contentOf(url, title, text), canonicalUrl: section };
      const stored = await inTransaction(db, (tx) =>
        storeExtraction(tx, { ...extractionOf(content), urls: [section, url, url] }),
      );
      expect(stored).toMatchObject({ outcome: 'new', revision: 1 });
    }
    expect(await countArticles(db)).toBe(4);
  });

  it('never lets the teaser of a wall replace a good text', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const url = 'https://harbour.example/ferry';
    const full = contentOf(
      url,
      'Ferry sails hourly',
      [body, body.replace('ferry', 'steamer'), body.replace('council', 'office')].join('\n'),
    );
    const { articleId } = await inTransaction(db, (tx) =>
      storeExtraction(tx, extractionOf(full, new Date(1000))),
    );
    for (const stub of [
      contentOf(url, full.title, `${body.slice(0, 160)}\nSubscribe to read on.`),
      { ...contentOf(url, full.title, 'Only subscribers can read this.'), access: 'paywalled' as const },
    ]) {
      const refused = inTransaction(db, (tx) => storeExtraction(tx, extractionOf(stub, new Date(2000))));
      await expect(refused).rejects.toMatchObject({ code: 'paywall_stub', class: 'blocked' });
    }
    expect(await findArticle(db, articleId)).toMatchObject({ revision: 1, text: full.text });
  });

  it('leaves nothing behind when the transaction fails', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const broken = inTransaction(db, async (tx) => {
      await storeExtraction(tx, extractionOf(contentOf('https://harbour.example/ferry', 'Ferry', body)));
      throw new Error('the process died here');
    });
    await expect(broken).rejects.toThrow('the process died here');
    expect(await countArticles(db)).toBe(0);
    expect(await readChanges(db, Cursor.parse('0'), 10)).toEqual([]);
    for (const table of ['article_urls', 'clusters', 'cluster_keys', 'revisions'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
  });
});
