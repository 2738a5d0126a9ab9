import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type ClusterId, Cursor } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { readChanges } from '../../../src/store/changes.ts';
import { mergeClusters, splitCluster } from '../../../src/store/cluster-decisions.ts';
import { WINDOW_SPANS } from '../../../src/store/copy-keys.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { turnSpans } from '../../../src/store/near-copies.ts';
import { findArticle } from '../../../src/store/read-articles.ts';
import { findCluster } from '../../../src/store/read-clusters.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { report, sentences } from '../../support/texts.ts';

const save = (db: Db, url: string, text: string, title = 'What happened at the harbour') =>
  inTransaction(db, (tx) => storeExtraction(tx, extractionOf(contentOf(url, title, text))));

/** A copy as outlets make it: lines of its own around the text, and a sentence left out. */
const copyOf = (text: string, n: number): string =>
  [
    `Seen by our man in town ${n}, Ole Brekke.`,
    ...text.split('\n').toSpliced(3 + (n % 5), 1),
    `Page ${n}.`,
  ].join('\n');

/** Another story than any `report`. */
const weather = [
  'Mild air from the south brings sunshine to most valleys today, with haze over rivers until ten.',
  'Hikers should take water along, since springs above Kaltental have dried up this year already.',
  'Tomorrow clouds arrive, and by evening thunder is likely near Rauhberg and around Lake Mirow.',
].join('\n');

const clusterOf = async (db: Db, id: Parameters<typeof findArticle>[1]): Promise<ClusterId | undefined> =>
  (await findArticle(db, id))?.cluster;

describe('near copies', () => {
  it('join the cluster of what they are a copy of, with the evidence', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(1, 20);
    const original = await save(db, 'https://wire.example/1', text);
    const copy = await save(db, 'https://paper.example/1', copyOf(text, 1));
    const other = await save(db, 'https://paper.example/2', report(2, 20));
    expect([original.outcome, copy.outcome, other.outcome]).toEqual(['new', 'duplicate', 'new']);
    expect(copy.clusterId).toBe(original.clusterId);
    expect(other.clusterId).not.toBe(original.clusterId);
    const cluster = await findCluster(db, original.clusterId);
    expect(cluster?.members.map((m) => m.article)).toEqual([original.articleId, copy.articleId]);
    expect(cluster?.primary).toBe(original.articleId);
    expect(cluster?.members[1]?.membership).toMatchObject([{ rung: 'near', with: original.articleId }]);
  });

  it('that only share a passage are related, not merged', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const passage = sentences(3, 8);
    const one = await save(db, 'https://a.example/1', [...passage, ...sentences(4, 10)].join('\n'));
    const two = await save(db, 'https://b.example/1', [...sentences(5, 10), ...passage].join('\n'));
    expect(two.clusterId).not.toBe(one.clusterId);
    expect((await findCluster(db, one.clusterId))?.related).toMatchObject([
      { article: two.articleId, member: one.articleId, later: false },
    ]);
    expect((await findCluster(db, two.clusterId))?.related).toMatchObject([
      { article: one.articleId, member: two.articleId, later: true },
    ]);
  });

  it('merge two clusters when a new document belongs to both, and the log tells it in order', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = sentences(6, 30);
    const head = await save(db, 'https://a.example/1', text.slice(0, 16).join('\n'));
    const tail = await save(db, 'https://b.example/1', text.slice(14).join('\n'));
    expect(tail.clusterId).not.toBe(head.clusterId);
    const whole = await save(db, 'https://c.example/1', text.join('\n'), text.slice(0, 2).join(' '));
    expect(whole.clusterId).toBe(head.clusterId);
    const changes = await readChanges(db, Cursor.parse('0'), 20);
    const last = changes.slice(2).map((c) => [c.type, c.articleId, c.clusterId]);
    // The second half does not begin as the whole does: it is a part of it, and stays what it is.
    expect(await clusterOf(db, tail.articleId)).toBe(tail.clusterId);
    expect(last).toEqual([
      ['article.created', whole.articleId, head.clusterId],
      ['cluster.joined', whole.articleId, head.clusterId],
    ]);
    const bridge = await save(
      db,
      'https://b.example/1',
      `${text.join('\n')}\nNow with all the rest.`,
      'Whole',
    );
    expect(bridge.outcome).toBe('revised');
    expect(bridge.clusterId).toBe(head.clusterId);
    const after = (await readChanges(db, Cursor.parse('0'), 20)).slice(4);
    expect(after.map((c) => [c.type, c.articleId, c.clusterId])).toEqual([
      ['article.revised', tail.articleId, head.clusterId],
      ['cluster.left', tail.articleId, tail.clusterId],
      ['cluster.joined', tail.articleId, head.clusterId],
    ]);
    // The old id is a signpost.
    expect((await findCluster(db, tail.clusterId))?.id).toBe(head.clusterId);
  });

  it('end in one cluster in whatever order they come', async () => {
    const text = report(7, 24);
    const versions = [text, copyOf(text, 1), copyOf(text, 2), text.split('\n').slice(0, 18).join('\n')];
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [1, 3, 0, 2],
    ];
    for (const order of orders) {
      await using store = await openTestStore();
      const { db } = store;
      const ids = [];
      for (const n of order)
        ids.push((await save(db, `https://p${n}.example/1`, versions[n] ?? '')).articleId);
      const clusters = await Promise.all(ids.map((id) => clusterOf(db, id)));
      expect(new Set(clusters).size, order.join()).toBe(1);
    }
  });

  it('end in one cluster when eight writers store them at the same moment', async () => {
    await using store = await openTestStore(8);
    const { db } = store;
    const stories = 25;
    const jobs: { story: number; run: () => ReturnType<typeof save> }[] = [];
    for (let story = 0; story < stories; story += 1) {
      const text = report(100 + story, 18);
      for (let n = 0; n < 4; n += 1)
        jobs.push({
          story,
          run: () => save(db, `https://p${n}.example/${story}`, n === 0 ? text : copyOf(text, n)),
        });
    }
    const found = new Map<number, Set<string>>();
    let next = 0;
    const ids: { story: number; id: Parameters<typeof findArticle>[1] }[] = [];
    const writer = async (): Promise<void> => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++])
        ids.push({ story: job.story, id: (await job.run()).articleId });
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    for (const { story, id } of ids) {
      const clusters = found.get(story) ?? new Set();
      found.set(story, clusters.add((await clusterOf(db, id)) ?? ''));
    }
    expect(ids.length).toBe(stories * 4);
    expect([...found.values()].map((clusters) => clusters.size)).toEqual(Array(stories).fill(1));
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(DISTINCT cluster_id)::int AS n FROM articles`.execute(db);
    expect(rows[0]?.n).toBe(stories);
  });

  it('are found by what an article showed before it was edited', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(22, 20);
    const first = await save(db, 'https://wire.example/1', text);
    const edited = [...text.split('\n').slice(0, 5), ...report(23, 14).split('\n')].join('\n');
    const revised = await save(db, 'https://wire.example/1', edited);
    expect(revised).toMatchObject({ articleId: first.articleId, outcome: 'revised' });
    const [exact, near, now] = [
      await save(db, 'https://a.example/1', text),
      await save(db, 'https://b.example/1', copyOf(text, 3)),
      await save(db, 'https://c.example/1', copyOf(edited, 3)),
    ];
    for (const copy of [exact, near, now]) expect(copy.clusterId).toBe(first.clusterId);
    const cluster = await findCluster(db, first.clusterId);
    const reasons = cluster?.members.find((m) => m.article === near.articleId)?.membership;
    expect(reasons).toContainEqual(expect.objectContaining({ with: first.articleId, revision: 1 }));
    expect((await save(db, 'https://d.example/1', report(24, 20))).clusterId).not.toBe(first.clusterId);
  });

  it('are looked for in a window whose old spans are dropped whole', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(8, 20);
    const old = await save(db, 'https://wire.example/1', text);
    await sql`SELECT ensure_copy_span(copy_span(now()) - ${WINDOW_SPANS}::integer)`.execute(db);
    await sql`UPDATE copy_keys SET span = span - ${WINDOW_SPANS}::integer`.execute(db);
    const late = await save(db, 'https://paper.example/1', copyOf(text, 1));
    expect(late.clusterId).not.toBe(old.clusterId);
    expect(await turnSpans(db)).toBe(1);
    expect(await turnSpans(db)).toBe(0);
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM copy_keys`.execute(db);
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});

describe('an address that tells another story', () => {
  it('closes the old article as it was and makes a new one', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const url = 'https://paper.example/today';
    const first = await save(db, url, report(9, 10), 'Today');
    const second = await save(db, url, weather, 'Today');
    expect(second.outcome).toBe('new');
    expect(second.articleId).not.toBe(first.articleId);
    const closed = await findArticle(db, first.articleId);
    expect(closed).toMatchObject({ revision: 1, text: report(9, 10), urls: [] });
    expect(closed?.withdrawn).not.toBeNull();
    expect(await findArticle(db, second.articleId)).toMatchObject({ urls: [url], withdrawn: null });
    const again = await save(db, url, weather, 'Today');
    expect(again).toMatchObject({ outcome: 'unchanged', articleId: second.articleId });
    expect((await readChanges(db, Cursor.parse('0'), 10)).map((c) => [c.type, c.articleId])).toEqual([
      ['article.created', first.articleId],
      ['article.withdrawn', first.articleId],
      ['article.created', second.articleId],
    ]);
  });
});

describe('an article that moves', () => {
  it('is known again by scheme, prefix, number and slug, if it still says the same', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(13, 12);
    const first = await save(db, 'http://paper.example/news/bell-rings-48213', text);
    const moved = [
      await save(db, 'https://paper.example/news/bell-rings-48213', text),
      await save(db, 'https://www.paper.example/news/bell-rings-at-last-48213', text, 'At last'),
      await save(db, 'https://m.paper.example/news/bell-rings-48213', text, 'At last'),
    ];
    expect(new Set(moved.map((m) => m.articleId))).toEqual(new Set([first.articleId]));
    expect(moved.map((m) => m.outcome)).toEqual(['duplicate', 'revised', 'duplicate']);
    expect((await findArticle(db, first.articleId))?.urls.length).toBe(4);
    // The number alone proves nothing, and neither does an id that a feed gives to all its items.
    const other = await save(db, 'https://paper.example/news/other-48213', report(14, 12));
    expect(other).toMatchObject({ outcome: 'new' });
    const shared = (url: string, n: number) =>
      inTransaction(db, (tx) =>
        storeExtraction(tx, { ...extractionOf(contentOf(url, 'T', report(n, 12))), publisherIds: ['feed'] }),
      );
    const one = await shared('https://radio.example/one', 15);
    const two = await shared('https://radio.example/two', 16);
    expect(two.articleId).not.toBe(one.articleId);
    const again = await shared('https://radio.example/uno', 15);
    expect(again.articleId).toBe(one.articleId);
  });
});

describe('what a person decides', () => {
  it('stays: a split is not undone by any later document', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(10, 20);
    const one = await save(db, 'https://a.example/1', text);
    const two = await save(db, 'https://b.example/1', copyOf(text, 1));
    expect(two.clusterId).toBe(one.clusterId);
    const { founded } = await splitCluster(db, one.clusterId, [two.articleId], 'not the same');
    expect(await clusterOf(db, two.articleId)).toBe(founded);
    // The same page again, an edit of it, exact and near copies of either.
    await save(db, 'https://b.example/1', copyOf(text, 1));
    await save(db, 'https://b.example/1', `${copyOf(text, 1)}\nOne line more.`);
    await save(db, 'https://a.example/1', `${text}\nAnother line more.`);
    const exact = await save(db, 'https://c.example/1', copyOf(text, 1));
    expect(exact.clusterId).toBe(founded);
    const near = await save(db, 'https://d.example/1', copyOf(text, 2));
    expect([one.clusterId, founded]).toContain(near.clusterId);
    expect(await clusterOf(db, one.articleId)).toBe(one.clusterId);
    expect(await clusterOf(db, two.articleId)).toBe(founded);
    const cluster = await findCluster(db, one.clusterId);
    expect(cluster?.apart).toEqual([founded]);
    // A merge takes the split back.
    expect(await mergeClusters(db, founded, one.clusterId, null)).toBe(one.clusterId);
    expect(await clusterOf(db, two.articleId)).toBe(one.clusterId);
    expect((await findCluster(db, founded))?.apart).toEqual([]);
  });

  it('stays: an article that was split off comes back under its address or its number where it was', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const text = report(30, 20);
    const one = await save(db, 'https://a.example/1', text);
    const two = await save(db, 'https://b.example/news/48213-bell', text);
    const { founded } = await splitCluster(db, one.clusterId, [two.articleId], 'not the same');
    // Its address tells another story for a while.
    const other = await save(db, 'https://b.example/news/48213-bell', weather, 'Whales seen');
    expect(other.articleId).not.toBe(two.articleId);
    const back = await save(db, 'https://b.example/news/48213-bell', text);
    expect(back.clusterId).toBe(founded);
    expect([one.articleId, two.articleId, other.articleId]).not.toContain(back.articleId);
    // Gone, and back under another slug: the same article.
    await sql`UPDATE articles SET withdrawn_at = now() WHERE id = ${back.articleId}`.execute(db);
    const moved = await save(db, 'https://b.example/news/48213-chime', text);
    expect(moved).toMatchObject({ outcome: 'revised', articleId: back.articleId, clusterId: founded });
    // A copy elsewhere goes where the text is.
    expect((await save(db, 'https://c.example/1', text)).clusterId).toBe(one.clusterId);
  });

  it('stays: clusters that were merged by hand are one for what comes later', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const [text, rewritten] = [report(20, 20), report(21, 20)];
    const one = await save(db, 'https://a.example/1', text);
    const two = await save(db, 'https://b.example/1', rewritten);
    expect(two.clusterId).not.toBe(one.clusterId);
    expect(await mergeClusters(db, one.clusterId, two.clusterId, 'a rewritten wire story')).toBe(
      one.clusterId,
    );
    await save(db, 'https://b.example/1', rewritten);
    await save(db, 'https://b.example/1', `${rewritten}\nOne line more stands at its end.`);
    await save(db, 'https://a.example/1', `${text}\nAnother line more stands at its end.`);
    const exact = await save(db, 'https://c.example/1', rewritten);
    const near = await save(db, 'https://d.example/1', copyOf(rewritten, 2));
    for (const id of [one.articleId, two.articleId, exact.articleId, near.articleId])
      expect(await clusterOf(db, id)).toBe(one.clusterId);
    const log = await readChanges(db, Cursor.parse('0'), 100);
    const ofTwo = log.filter((change) => change.articleId === two.articleId);
    expect(ofTwo.map((change) => [change.type, change.clusterId])).toEqual([
      ['article.created', two.clusterId],
      ['cluster.left', two.clusterId],
      ['cluster.joined', one.clusterId],
      ['article.revised', one.clusterId],
    ]);
    const membership = (await findCluster(db, two.clusterId))?.members.find(
      (m) => m.article === two.articleId,
    );
    expect(membership?.membership).toMatchObject([{ rung: 'manual', decision: 'merge' }]);
  });

  it('is refused where it makes no sense', async () => {
    await using store = await openTestStore();
    const { db } = store;
    const one = await save(db, 'https://a.example/1', report(11, 20));
    const other = await save(db, 'https://b.example/1', report(12, 20));
    await expect(splitCluster(db, one.clusterId, [one.articleId], null)).rejects.toMatchObject({
      code: 'state_conflict',
    });
    await expect(splitCluster(db, one.clusterId, [other.articleId], null)).rejects.toMatchObject({
      code: 'state_conflict',
    });
    await expect(mergeClusters(db, one.clusterId, one.clusterId, null)).rejects.toMatchObject({
      code: 'state_conflict',
    });
    const nowhere = '01a20000-0000-7000-8000-000000000000' as ClusterId;
    await expect(mergeClusters(db, one.clusterId, nowhere, null)).rejects.toMatchObject({
      code: 'not_found_in_store',
    });
  });
});
