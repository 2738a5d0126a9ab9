/** A host's own lines: learnt from its articles, left out of later ones, and no edit of those that have them. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createExtractPool } from '../../../src/extract/pool.ts';
import { createFetcher } from '../../../src/fetch/index.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import type { FrontierId, SnapshotId } from '../../../src/ids.ts';
import { extractPage } from '../../../src/pipeline/extract-page.ts';
import { type Reading, reextract } from '../../../src/pipeline/reextract.ts';
import { visitPage } from '../../../src/pipeline/visit-page.ts';
import { grantSlots } from '../../../src/store/grants.ts';
import { listArticles } from '../../../src/store/read-articles.ts';
import { startFakeWeb } from '../../fakeweb/server.ts';
import { openTestParts } from '../../support/parts.ts';
import { paceOf } from '../../support/store.ts';

const settings = { fetch: { delayMs: 0, robots: 'ignore', allowAddresses: ['127.0.0.0/8'] } };

const APPEAL = 'The friends of the harbour meet under the clock of the customs house every Sunday.';
const PLACES = ['north', 'south', 'east', 'west', 'upper', 'lower', 'old', 'new', 'far', 'near'];

/** A story of its own with the host's line in the middle. */
function storyOf(n: number, comment = ''): string {
  const place = `${PLACES[n]} quay`;
  const paragraphs = [
    `Cranes of the ${place} stood still on day ${n * 7} of the month while divers looked for chain number ${n * 131}.`,
    APPEAL,
    `Nobody at the ${place} had expected ${n * 17 + 3} barrels of herring to be there before breakfast, said a clerk.`,
    `It took ${n + 2} crews from the ${place} until the evening to bring boat ${n * 29} home through the fog.`,
  ];
  return `<!doctype html>${comment}<html lang=en><head><title>Quiet at the ${place}</title></head><body><article>
    <h1>Quiet at the ${place}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

it('are left out once the host is known for them, and what has them stays as it is', async () => {
  await using web = await startFakeWeb();
  await using parts = await openTestParts({ settings });
  await using fetcher = createFetcher(parts.config.fetch);
  await using pool = createExtractPool({ ...parts.config.extract, threads: 1, spareThreads: 0 });
  const { db } = parts.store;
  const urlOf = (n: number): string => `${web.base}/news/${n}`;

  /** Visits a page, and gives the lines and the revision of its article. */
  const visit = async (n: number, comment?: string) => {
    web.page(`/news/${n}`, storyOf(n, comment));
    await submitUrls(db, [{ url: urlOf(n), kind: 'page' }], { policyOf: paceOf(0) });
    await sql`UPDATE frontier SET state = 'waiting', due_at = now() WHERE url = ${urlOf(n)}`.execute(db);
    await sql`UPDATE hosts SET due_at = now(), next_at = now()`.execute(db);
    const [grant] = await grantSlots(db, { limit: 1, leaseMs: 60_000, obeyRobots: false });
    if (grant?.kind !== 'page') throw new Error('nothing granted');
    await visitPage({ ...parts, fetcher }, grant);
    const { rows } = await sql<{ id: FrontierId; snapshotId: SnapshotId }>`
      SELECT id::text AS id, snapshot_id::text AS "snapshotId" FROM frontier WHERE url = ${urlOf(n)}`.execute(
      db,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the page is not in the frontier');
    await extractPage({ ...parts, pool }, { frontierId: row.id, snapshotId: row.snapshotId });
    const [article] = await listArticles(db, { url: urlOf(n), limit: 1 });
    return { lines: article?.text.split('\n') ?? [], revision: article?.revision };
  };

  for (let n = 0; n < 9; n += 1) {
    const { lines } = await visit(n);
    if (n < 6) expect(lines).toContain(APPEAL);
  }
  expect((await visit(9)).lines).toHaveLength(3);

  const again = await visit(0, '<!-- another day -->');
  expect(again.lines).toContain(APPEAL);
  expect(again.revision).toBe(1);

  // What would be read of it today is told where that is asked for.
  const readings: Reading[] = [];
  await reextract(
    { ...parts, db, pool },
    { filter: { url: urlOf(0) }, write: false, onReading: (reading) => void readings.push(reading) },
  );
  const [told] = readings;
  expect(told?.is === 'changed' && told.after.text.split('\n')).toHaveLength(3);
});
