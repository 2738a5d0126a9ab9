import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { FrontierId } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { countArticles, findArticle } from '../../../src/store/read-articles.ts';
import { listAddresses } from '../../../src/store/recognitions.ts';
import { withdrawGone } from '../../../src/store/withdrawals.ts';
import { addPages, contentOf, extractionOf, openTestStore, type TestStore } from '../../support/store.ts';
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
    options: { title?: string; ids?: string[]; canonical?: string; found?: string; published?: string } = {},
  ) => {
    clock += 1000;
    const content = {
      ...contentOf(url, options.title ?? title, body),
      canonicalUrl: options.canonical ?? url,
      ...(options.published === undefined ? {} : { published: options.published }),
    };
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

  it('is known by its folder and the moment of its publication, with the text it had or nearly', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const published = '2026-03-04T09:41:00.000Z';
    const { articleId, clusterId } = await save(`${site}/2026/ferry-sinks`, text, { published });
    const near = `${text}\nThe pier of Weststrand stays closed until Friday, as the office of the harbour told its guests.`;
    expect(
      await save(`${site}/2026/ferry-disaster`, near, { title: 'Three dead at Weststrand', published }),
    ).toMatchObject({ articleId, outcome: 'revised', revision: 2 });
    expect((await listAddresses(store.db, articleId))[1]?.evidence).toEqual({
      rung: 'name',
      names: ['publication-time'],
      text: 'near',
    });
    // Elsewhere, at another moment, or on a full hour, it is a copy under an address of its own.
    const elsewhere = [
      [`${site}/sport/ferry`, published],
      [`${site}/2026/ferry`, '2026-03-04T09:42:00.000Z'],
      ['https://tower.example/2026/ferry', published],
    ] as const;
    for (const [url, at] of elsewhere) {
      const copy = await save(url, near, { published: at });
      expect(copy).toMatchObject({ outcome: 'duplicate', clusterId });
      expect(copy.articleId).not.toBe(articleId);
    }
  });

  it('is another one that came out in the same folder at the same moment', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const published = '2026-03-04T09:41:00.000Z';
    const first = await save(`${site}/2026/ferry`, brief, { published });
    const other = await save(`${site}/2026/bridge`, report(2, 12), { title: 'A bridge', published });
    const filled = brief.replace('14 people', '19 people').replace('Monday', 'Tuesday');
    const third = await save(`${site}/2026/ferry-2`, filled, { published });
    expect(new Set([first, other, third].map(({ articleId }) => articleId)).size).toBe(3);
    // Many come out on a full hour: there it takes the very text.
    const hour = '2026-03-04T09:00:00.000Z';
    const fourth = await save(`${site}/news/a`, report(3, 12), { published: hour });
    const near = `${report(3, 11)}\nThe pier of Weststrand stays closed until Friday, as the office of the harbour told its guests.`;
    const fifth = await save(`${site}/news/b`, near, { published: hour });
    expect(fifth).toMatchObject({ outcome: 'duplicate', clusterId: fourth.clusterId });
    expect(fifth.articleId).not.toBe(fourth.articleId);
    const sixth = await save(`${site}/news/c`, report(3, 12), { published: hour });
    expect(sixth).toMatchObject({ outcome: 'duplicate', articleId: fourth.articleId });
    expect((await listAddresses(store.db, fourth.articleId))[1]?.evidence).toEqual({
      rung: 'name',
      names: ['text'],
      text: 'same',
    });
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

/** Stories with nothing in common. */
const bells = {
  title: 'Bells ring over the old town',
  text: Array.from(
    { length: 14 },
    (_, i) => `Ringer Holm pulls rope ${100 + i} before every service of tower ${7 * i + 2000}.`,
  ).join('\n'),
};
const whales = {
  title: 'Whales seen off the northern pier',
  text: Array.from(
    { length: 14 },
    (_, i) => `Skipper Aune counted ${300 + i} backs behind each wave in bay ${9 * i + 5000}.`,
  ).join('\n'),
};

describe('an address that tells another story', () => {
  const latest = `${site}/latest`;

  it('takes from an article nothing but that address where it is not the main one', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const show = (path: string, story: typeof bells, found?: string) =>
      save(`${site}${path}`, story.text, { title: story.title, ...(found === undefined ? {} : { found }) });
    const a = await show('/n/bells', bells, latest);
    const b = await show('/n/whales', whales, latest);
    expect(b).toMatchObject({ outcome: 'new' });
    for (let day = 0; day < 2; day += 1) {
      expect(await show('/n/bells', bells)).toMatchObject({ articleId: a.articleId, outcome: 'unchanged' });
      expect(await show('/n/whales', whales, latest)).toMatchObject({ articleId: b.articleId });
      expect(await show('/n/bells', bells, latest)).toMatchObject({ articleId: a.articleId });
    }
    expect(await countArticles(store.db)).toBe(2);
    for (const { articleId } of [a, b])
      expect(await findArticle(store.db, articleId)).toMatchObject({ withdrawn: null, revision: 1 });
    expect((await listAddresses(store.db, a.articleId)).map((x) => x.url)).toEqual([`${site}/n/bells`]);
  });

  it('leaves an article whose page was served in its place under its canonical address', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const serve = (story: typeof bells, canonical: string) =>
      save(latest, story.text, { title: story.title, canonical });
    const { articleId } = await serve(bells, `${site}/n/bells`);
    await serve(whales, `${site}/n/whales`);
    expect(await save(`${site}/n/bells`, bells.text, { title: bells.title })).toMatchObject({
      articleId,
      outcome: 'unchanged',
    });
    expect(await countArticles(store.db)).toBe(2);
  });

  it('does not double the article that has moved there and is told under its old address again', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const [x, y] = [`${site}/x`, `${site}/y`];
    const { articleId } = await save(x, bells.text, { title: bells.title });
    await save(y, bells.text, { title: bells.title, found: x });
    const next = await save(y, whales.text, { title: whales.title });
    expect(next).toMatchObject({ outcome: 'new' });
    expect(await save(x, bells.text, { title: bells.title })).toMatchObject({
      articleId,
      outcome: 'unchanged',
    });
    expect(await save(y, whales.text, { title: whales.title })).toMatchObject({ articleId: next.articleId });
    expect(await findArticle(store.db, articleId)).toMatchObject({ withdrawn: null, revision: 1 });
    expect(await countArticles(store.db)).toBe(2);
  });

  it('closes the article that it was the main one of, which comes back under its other address', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const [x, y] = [`${site}/x`, `${site}/y`];
    const { articleId } = await save(x, bells.text, { title: bells.title });
    const edited = `${bells.text}\nThe bells of the chapel on the hill answered them until the evening came.`;
    await save(y, edited, { title: bells.title, found: x });
    const next = await save(y, whales.text, { title: whales.title });
    expect((await findArticle(store.db, articleId))?.withdrawn).not.toBeNull();
    expect(await save(x, edited, { title: bells.title })).toMatchObject({ articleId, outcome: 'revised' });
    expect((await findArticle(store.db, articleId))?.revisionKinds).toEqual([{ kind: 'restored' }]);
    // Both addresses lead there now: nothing is left of the first.
    const last = await save(x, whales.text, { title: whales.title });
    expect((await findArticle(store.db, articleId))?.withdrawn).not.toBeNull();
    expect(await listAddresses(store.db, articleId)).toEqual([]);
    expect(last.clusterId).toBe(next.clusterId);
  });

  it('closes the article that has moved there for good, which is told under no address any more', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const [x, y] = [`${site}/x`, `${site}/y`];
    await addPages(store.db, [x, y]);
    const { articleId } = await save(x, bells.text, { title: bells.title });
    await save(y, bells.text, { title: bells.title, found: x });
    await sql`UPDATE frontier SET moved_to = (SELECT id FROM frontier WHERE url = ${y}) WHERE url = ${x}`.execute(
      store.db,
    );
    const next = await save(y, whales.text, { title: whales.title });
    expect(next).toMatchObject({ outcome: 'new', revision: 1 });
    const closed = await findArticle(store.db, articleId);
    expect(closed).toMatchObject({ revision: 1, text: bells.text, urls: [] });
    expect(closed?.withdrawn).not.toBeNull();
    expect((await listAddresses(store.db, next.articleId)).map((a) => a.url).sort()).toEqual([x, y]);
    expect(await save(y, whales.text, { title: whales.title })).toMatchObject({
      articleId: next.articleId,
      outcome: 'unchanged',
    });
  });

  it('takes a canonical address along under which nothing was ever seen', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const canonical = `${site}/live`;
    const serve = (story: typeof bells) =>
      save(`${site}/live?id=1`, story.text, { title: story.title, canonical });
    const { articleId } = await serve(bells);
    const next = await serve(whales);
    expect((await findArticle(store.db, articleId))?.withdrawn).not.toBeNull();
    expect((await listAddresses(store.db, next.articleId)).map((a) => a.url).sort()).toEqual([
      canonical,
      `${site}/live?id=1`,
    ]);
  });
});

describe('a page with a wrong canonical address', () => {
  it('is one article at every visit, and keeps its other names', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const canonical = `${site}/news`;
    const front = await save(canonical, bells.text, { title: bells.title });
    const options = { title: whales.title, canonical, ids: ['cms-2'] };
    const first = await save(`${site}/news/w`, whales.text, options);
    expect(first.outcome).toBe('new');
    for (let visit = 0; visit < 3; visit += 1)
      expect(await save(`${site}/news/w`, whales.text, options)).toMatchObject({
        articleId: first.articleId,
        outcome: 'unchanged',
      });
    const moved = await save(`${site}/news/whales`, whales.text, options);
    expect(moved).toMatchObject({ articleId: first.articleId, outcome: 'duplicate' });
    expect(await countArticles(store.db)).toBe(2);
    expect(await findArticle(store.db, front.articleId)).toMatchObject({ withdrawn: null, revision: 1 });
  });
});

describe('an article whose old address is gone', () => {
  it.each([
    { what: 'gone', notice: null },
    { what: 'taken down', notice: 'This article has been removed for legal reasons.' },
  ])('comes back under its new one when it was $what', async ({ notice }) => {
    await using store = await openTestStore();
    const save = saver(store);
    const [before, after] = [`${site}/n/48213-ferry`, `${site}/n/48213-boat`];
    const { articleId } = await save(before, text, { ids: ['cms-1'] });
    if (notice !== null) await save(before, notice, { ids: ['cms-1'] });
    else
      await inTransaction(store.db, (tx) =>
        withdrawGone(tx, { id: FrontierId.parse('1'), url: before }, 404),
      );
    expect((await findArticle(store.db, articleId))?.withdrawn).not.toBeNull();
    expect(await save(after, text, { ids: ['cms-1'] })).toMatchObject({ articleId, outcome: 'revised' });
    expect(await findArticle(store.db, articleId)).toMatchObject({
      withdrawn: null,
      revisionKinds: [{ kind: 'restored' }],
    });
    expect(await countArticles(store.db)).toBe(1);
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
