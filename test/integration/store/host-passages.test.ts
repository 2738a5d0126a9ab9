import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storeExtraction } from '../../../src/store/articles.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { pruneHostPassages } from '../../../src/store/host-passages.ts';
import { contentOf, extractionOf, openTestStore } from '../../support/store.ts';
import { sentences } from '../../support/texts.ts';

const APPEAL = [
  'Our newsroom depends on readers like you to keep reporting from every corner of the county, so please consider a gift of any size to the fund that pays for our reporters and for the stories that they bring to you each day.',
  'The paper was founded in 1902 by a society of printers, and it is owned to this day by those who write it, which is why no advertiser has ever had a say in what it prints, and none ever will have one.',
  'You can write to the editors at the address below, and we print letters of up to two hundred words each Saturday, as long as they carry the name and the town of those who wrote them and have not been printed elsewhere.',
];
const TITLES = ['Bell', 'Regatta', 'Garden', 'Library', 'Orchestra', 'Whale', 'Bridge', 'Mill'];

const save = (db: Db, url: string, text: string, title: string) =>
  inTransaction(db, (tx) => storeExtraction(tx, extractionOf(contentOf(url, title, text))));

describe('passages that a host prints in many articles', () => {
  it.each([
    { where: 'below', page: (own: string[]) => [...own, ...APPEAL] },
    { where: 'above', page: (own: string[]) => [...APPEAL, ...own] },
  ])('merge nothing when they stand $where short reports, nor with a sister paper', async ({ page }) => {
    await using store = await openTestStore();
    const { db } = store;
    const clusters = new Set<string>();
    for (const [n, title] of TITLES.entries()) {
      const host = n < 5 ? 'county.example' : 'town.example';
      const text = page(sentences(n + 1, 2)).join('\n');
      clusters.add((await save(db, `https://${host}/reports/${title}`, text, title)).clusterId);
    }
    expect(clusters.size).toBe(TITLES.length);
  });

  it('do not keep a copy from its story', async () => {
    await using store = await openTestStore();
    const { db } = store;
    for (const [n, title] of TITLES.entries())
      await save(db, `https://county.example/${n}`, [...sentences(n + 1, 2), ...APPEAL].join('\n'), title);
    const wire = sentences(50, 12);
    const original = await save(db, 'https://wire.example/1', wire.join('\n'), 'The wire story');
    const copy = await save(
      db,
      'https://county.example/wire',
      [...wire, ...APPEAL].join('\n'),
      'As the wire has it',
    );
    expect(copy.clusterId).toBe(original.clusterId);
  });

  it('are forgotten when they are met no more', async () => {
    await using store = await openTestStore();
    const { db } = store;
    for (const n of [1, 2, 3])
      await save(
        db,
        `https://county.example/${n}`,
        [...sentences(n, 2), ...APPEAL].join('\n'),
        TITLES[n] ?? '',
      );
    const rows = async () =>
      (await sql<{ articles: number }>`SELECT articles FROM host_passages`.execute(db)).rows;
    expect(await rows()).toEqual(APPEAL.map(() => ({ articles: 3 })));
    expect(await pruneHostPassages(db, new Date(Date.now() - 60_000), 100)).toBe(0);
    expect(await pruneHostPassages(db, new Date(Date.now() + 60_000), 2)).toBe(2);
    expect(await rows()).toHaveLength(1);
  });
});
