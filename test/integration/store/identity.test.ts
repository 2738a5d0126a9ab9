import { describe, expect, it } from 'vitest';
import { storeExtraction } from '../../../src/store/articles.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { countArticles, findArticle } from '../../../src/store/read-articles.ts';
import { listAddresses } from '../../../src/store/recognitions.ts';
import { contentOf, extractionOf, openTestStore, type TestStore } from '../../support/store.ts';
import { report, sentences } from '../../support/texts.ts';

const site = 'https://harbour.example';
const title = 'Ferry sinks off Weststrand';
const text = report(1, 12);
const brief =
  'The ferry sank on Monday off the pier of Weststrand and 14 people were saved by a fishing boat.';

function saver(store: TestStore) {
  let clock = 0;
  return (
    url: string,
    body = text,
    options: { title?: string; ids?: string[]; canonical?: string; found?: string } = {},
  ) => {
    clock += 1000;
    const content = contentOf(url, options.title ?? title, body);
    const urls = [options.canonical ?? url, url, ...(options.found === undefined ? [] : [options.found])];
    return inTransaction(store.db, (tx) =>
      storeExtraction(tx, {
        ...extractionOf(content, new Date(clock)),
        urls,
        publisherIds: options.ids ?? [],
      }),
    );
  };
}

describe('an article whose address changed', () => {
  it.each([
    { what: 'http became https', before: 'http://harbour.example/news/ferry', after: `${site}/news/ferry` },
    {
      what: 'the host lost its www',
      before: 'https://www.harbour.example/n/ferry',
      after: `${site}/n/ferry`,
    },
    { what: 'it is the AMP page', before: `${site}/news/ferry`, after: `${site}/news/ferry/amp` },
    {
      what: 'the slug changed behind a number',
      before: `${site}/n/48213-ferry`,
      after: `${site}/n/48213-boat`,
    },
  ])('is the same one where $what', async ({ before, after }) => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(before);
    expect(await save(after)).toMatchObject({ articleId, outcome: 'duplicate', revision: 1 });
    expect(await listAddresses(store.db, articleId)).toMatchObject([
      { url: before, evidence: null },
      { url: after, evidence: { rung: 'name', text: 'same' } },
    ]);
  });

  it('is known by the id that its publisher states, edited or not, and only by that', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(`${site}/news/ferry-sinks`, brief, { ids: ['cms-7731'] });
    const edited = brief.replace('14', '16');
    expect(await save(`${site}/news/ferry-disaster`, edited, { ids: ['cms-7731'] })).toMatchObject({
      articleId,
      outcome: 'revised',
      revision: 2,
    });
    expect((await findArticle(store.db, articleId))?.revisionKinds).toMatchObject([{ kind: 'figure' }]);
    expect((await listAddresses(store.db, articleId))[1]?.evidence).toEqual({
      rung: 'name',
      names: ['publisher-id'],
      text: 'edited',
    });
    // Without the id it is another report in the same words.
    expect((await save(`${site}/news/ferry-again`, brief.replace('14', '17'))).articleId).not.toBe(articleId);
  });

  it('is known by a redirect and by its canonical address', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(`${site}/ferry`);
    const redirected = await save(`${site}/ferry`, text, { found: 'https://short.example/x1' });
    expect(redirected.articleId).toBe(articleId);
    const amp = await save('https://amp.cdn.example/c/ferry', text, { canonical: `${site}/ferry` });
    expect(amp.articleId).toBe(articleId);
    expect((await listAddresses(store.db, articleId)).map((a) => a.evidence)).toEqual([
      null,
      { rung: 'address' },
      { rung: 'address' },
    ]);
  });
});

describe('articles that only look like one', () => {
  it('stay apart when a feed gives all its items one id', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    for (let n = 1; n <= 6; n += 1)
      await save(`${site}/news/${n}`, report(n, 8), { ids: ['https://harbour.example/feed'], title: 'News' });
    // Forms under one title, too.
    for (let day = 1; day <= 4; day += 1)
      await save(
        `${site}/weather/2026-03-0${day}`,
        `On the coast it will be ${day * 3} degrees with wind from the west, and ${day * 5} millimetres of rain fall until the evening.`,
        { ids: ['https://harbour.example/feed'], title: 'Weather for the coast' },
      );
    expect(await countArticles(store.db)).toBe(10);
  });

  it('stay apart when every page states the same canonical address or the id of a template', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    for (let n = 1; n <= 4; n += 1)
      await save(`${site}/story/${n}`, sentences(n, 10).join('\n'), {
        canonical: `${site}/`,
        ids: ['template-1'],
        title: ['Bells', 'Whales', 'Mills', 'Violins'][n - 1] ?? '',
      });
    expect(await countArticles(store.db)).toBe(4);
  });
});
