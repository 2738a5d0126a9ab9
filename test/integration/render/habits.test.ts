/** What a host's pages teach: when new ones start in a browser, and when no more. */
import { describe, expect, it } from 'vitest';
import { hostKeyOf } from '../../../src/frontier/canonical-url.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { FrontierId } from '../../../src/ids.ts';
import { type Db, inTransaction, type Tx } from '../../../src/store/database.ts';
import {
  announceRenderer,
  findRenderHabit,
  mayAskBrowser,
  notePlainArticle,
  noteRenderedArticle,
  noteRenderedNothing,
  withdrawRenderer,
} from '../../../src/store/render-habits.ts';
import { openTestStore, paceOf } from '../../support/store.ts';

const SITE = 'https://harbour-light.example';
const host = hostKeyOf(`${SITE}/`);
const RENDERER = '0192f0aa-0000-7000-8000-000000000001';
const noId = FrontierId.parse('0');

/** How many of 400 new pages start in a browser. */
async function inBrowser(db: Db, name: string): Promise<number> {
  const pages = Array.from({ length: 400 }, (_, i) => ({
    url: `${SITE}/${name}/${i}`,
    kind: 'page' as const,
  }));
  await submitUrls(db, pages, { policyOf: paceOf(0), render: 'auto' });
  const rows = await db.selectFrom('frontier').select(['url', 'render']).execute();
  return rows.filter((row) => row.render && row.url.includes(`/${name}/`)).length;
}

const learn = async (db: Db, times: number, step: (tx: Tx) => Promise<void>): Promise<void> => {
  for (let i = 0; i < times; i += 1) await inTransaction(db, step);
};

describe('the habit of a host', () => {
  it('sends new pages to the browser after three in a row, but for probes, until a plain one succeeds', async () => {
    await using store = await openTestStore();
    const { db } = store;
    await announceRenderer(db, RENDERER);
    await learn(db, 2, (tx) => noteRenderedArticle(tx, host, true));
    await learn(db, 1, (tx) => notePlainArticle(tx, host));
    await learn(db, 2, (tx) => noteRenderedArticle(tx, host, true));
    expect(await inBrowser(db, 'early')).toBe(0);
    await learn(db, 1, (tx) => noteRenderedArticle(tx, host, true));
    expect(await findRenderHabit(db, host)).toMatchObject({ streak: 3, browserFirst: true });
    const first = await inBrowser(db, 'first');
    expect(first).toBeGreaterThan(350);
    expect(first).toBeLessThan(398);
    await learn(db, 1, (tx) => notePlainArticle(tx, host));
    expect(await inBrowser(db, 'back')).toBe(0);
  });

  it('leaves the browser when it does not help, and tries again with some pages only', async () => {
    await using store = await openTestStore();
    const { db } = store;
    await announceRenderer(db, RENDERER);
    await learn(db, 3, (tx) => noteRenderedArticle(tx, host, true));
    await learn(db, 2, (tx) => noteRenderedNothing(tx, host, noId));
    await learn(db, 1, (tx) => noteRenderedArticle(tx, host, false));
    await learn(db, 2, (tx) => noteRenderedNothing(tx, host, noId));
    expect(await findRenderHabit(db, host)).toMatchObject({ misses: 2, browserFirst: true });
    await learn(db, 1, (tx) => noteRenderedNothing(tx, host, noId));
    expect(await findRenderHabit(db, host)).toMatchObject({ misses: 3, browserFirst: false });
    expect(await inBrowser(db, 'left')).toBe(0);
    const asked = await inTransaction(db, async (tx) => {
      let count = 0;
      for (let i = 0; i < 400; i += 1) if (await mayAskBrowser(tx, host, `${SITE}/a/${i}`)) count += 1;
      return count;
    });
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThan(50);
  });

  it('counts for nothing while no process has a browser', async () => {
    await using store = await openTestStore();
    const { db } = store;
    await learn(db, 3, (tx) => noteRenderedArticle(tx, host, true));
    expect(await inBrowser(db, 'none')).toBe(0);
    const may = (): Promise<boolean> => inTransaction(db, (tx) => mayAskBrowser(tx, host, `${SITE}/x`));
    expect(await may()).toBe(false);
    await announceRenderer(db, RENDERER);
    expect(await may()).toBe(true);
    await withdrawRenderer(db, RENDERER);
    expect(await may()).toBe(false);
  });

  it('leaves pages of sources that want none, and all of it where it is switched off', async () => {
    await using store = await openTestStore();
    const { db } = store;
    await announceRenderer(db, RENDERER);
    await learn(db, 3, (tx) => noteRenderedArticle(tx, host, true));
    const pages = Array.from({ length: 60 }, (_, i) => ({ url: `${SITE}/no/${i}`, kind: 'page' as const }));
    await submitUrls(db, pages, { policyOf: paceOf(0), render: 'never' });
    const rows = await db.selectFrom('frontier').select('render').execute();
    expect(rows.map((row) => row.render)).toEqual(pages.map(() => false));
  });
});
