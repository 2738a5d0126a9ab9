import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { readChanges } from '../../../src/store/changes.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { findArticle, listRevisions } from '../../../src/store/read-articles.ts';
import { contentOf, extractionOf, openTestStore, type TestStore } from '../../support/store.ts';
import { report } from '../../support/texts.ts';

const url = 'https://harbour.example/ferry-accident';
const title = 'Ferry sinks off Weststrand';
const text = `The ferry sank on Monday and 14 people died in the cold water off the pier.\n${report(7, 6)}`;
const elsewhere = Array.from(
  { length: 12 },
  (_, i) => `Concert number ${i + 20} was sold out long before the violins had been tuned for it.`,
).join('\n');
const NOTICE = 'This article has been removed at the request of the family.';

function saver(store: TestStore) {
  let clock = 0;
  return (body: string, headline = title) => {
    clock += 1000;
    return inTransaction(store.db, (tx) =>
      storeExtraction(tx, extractionOf(contentOf(url, headline, body), new Date(clock))),
    );
  };
}

const changesOf = (store: TestStore) => readChanges(store.db, Cursor.parse('0'), 100);

describe('kinds of revisions', () => {
  it('are kept with the revision and told by the change log', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(text);
    await save(text.replace('14 people', '16 people'));
    await save(text.replace('14 people', '16 people'), 'Sixteen dead off Weststrand');
    await save(
      `${text.replace('14 people', '17 people')}\nCorrection: an earlier version of this article gave a wrong number.`,
      'Sixteen dead off Weststrand',
    );
    const kinds = (await listRevisions(store.db, articleId)).map((r) => r.kinds.map((k) => k.kind));
    expect(kinds).toEqual([[], ['figure'], ['headline'], ['correction', 'figure']]);
    expect((await findArticle(store.db, articleId, 2))?.revisionKinds).toMatchObject([
      { kind: 'figure', figures: [{ before: '14', after: '16' }] },
    ]);
    const changes = await changesOf(store);
    expect(changes.map((c) => [c.type, c.kinds?.map((k) => k.kind) ?? null])).toEqual([
      ['article.created', null],
      ['article.revised', ['figure']],
      ['article.revised', ['headline']],
      ['article.revised', ['correction', 'figure']],
    ]);
  });

  it('make no revision of white space, a counter and the time of an update', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    await save(`Updated 5 min ago\n12 comments\n${text}`);
    for (const same of [
      `Updated 9 min ago\n31 comments\n${text}`,
      text,
      `${text.replaceAll(' ', '  ')}\n1,024 views`,
    ])
      expect(await save(same)).toMatchObject({ outcome: 'unchanged', revision: 1 });
  });
});

describe('a text that was taken down', () => {
  it('is withdrawn with the notice, once, and comes back with its text', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(text);
    expect(await save(NOTICE)).toMatchObject({ articleId, outcome: 'revised', revision: 2 });
    expect(await save(NOTICE)).toMatchObject({ outcome: 'unchanged', revision: 2 });
    expect(await save('This story is no longer available.')).toMatchObject({ outcome: 'unchanged' });
    const gone = await findArticle(store.db, articleId);
    expect(gone?.revisionKinds).toEqual([{ kind: 'takedown', notice: NOTICE }]);
    expect(gone?.withdrawn).not.toBeNull();
    expect((await findArticle(store.db, articleId, 1))?.text).toBe(text);
    expect(await save(text)).toMatchObject({ articleId, outcome: 'revised', revision: 3 });
    expect(await findArticle(store.db, articleId)).toMatchObject({
      withdrawn: null,
      text,
      revisionKinds: [{ kind: 'restored' }],
    });
    const changes = await changesOf(store);
    expect(changes.map((c) => [c.type, c.revision])).toEqual([
      ['article.created', 1],
      ['article.withdrawn', 2],
      ['article.revised', 3],
    ]);
    expect(changes[1]?.withdrawal).toEqual({ reason: 'takedown', notice: NOTICE });
    expect((await listRevisions(store.db, articleId)).map((r) => r.withdrawal?.reason ?? null)).toEqual([
      null,
      'takedown',
      null,
    ]);
  });

  it('is not one whose public part tells of something withdrawn', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const lead = 'The report was withdrawn by the ministry on Tuesday, the third this year.';
    const { articleId } = await save(`${lead}\n${text}`);
    await expect(save(`${lead}\nSubscribe to read on.`)).rejects.toMatchObject({ code: 'paywall_stub' });
    expect((await findArticle(store.db, articleId))?.withdrawn).toBeNull();
  });

  it('gives its address to the story that is told there next', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(text);
    await save(NOTICE);
    const next = await save(elsewhere, 'Orchestra tours the islands');
    expect(next).toMatchObject({ outcome: 'new', revision: 1 });
    expect(next.articleId).not.toBe(articleId);
    expect((await changesOf(store)).map((c) => c.type)).toEqual([
      'article.created',
      'article.withdrawn',
      'article.created',
    ]);
  });

  it('is told from an address that was given to another story', async () => {
    await using store = await openTestStore();
    const save = saver(store);
    const { articleId } = await save(text);
    const next = await save(elsewhere, 'Orchestra tours the islands');
    const [, withdrawn] = await changesOf(store);
    expect(withdrawn).toMatchObject({
      type: 'article.withdrawn',
      articleId,
      withdrawal: { reason: 'address-reused', successor: next.articleId },
    });
  });
});
