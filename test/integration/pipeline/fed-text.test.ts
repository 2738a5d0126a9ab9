/** What feeds say of pages that were known before the feed named them. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createBlobStore } from '../../../src/fetch/blobs.ts';
import { submitUrls } from '../../../src/frontier/intake.ts';
import { keepFedTexts } from '../../../src/pipeline/fed-text.ts';
import type { Hints } from '../../../src/store/tables.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { openTestStore, paceOf } from '../../support/store.ts';

const url = 'https://harbour.example/ferry';

it('a page that a sitemap named first gets the feed’s text and what else it lacks, once', async () => {
  await using store = await openTestStore();
  using folder = temporaryFolder();
  const blobs = createBlobStore(folder.path);
  const submit = (hints?: Hints) =>
    submitUrls(store.db, [{ url, kind: 'page', hints }], { policyOf: paceOf(0) });
  const hintsNow = async () =>
    (await sql<{ hints: Hints | null }>`SELECT hints FROM frontier WHERE url = ${url}`.execute(store.db))
      .rows[0]?.hints;
  const item = { url, content: `<p>${'The ferry is back at the old pier. '.repeat(30)}</p>` };

  await submit({ published: '2026-03-04T08:00:00Z' });
  const [[, content] = []] = await keepFedTexts(store.db, blobs, [item], {});
  await submit({ published: '2026-03-05T08:00:00Z', title: 'Ferry is back', content });
  expect(await hintsNow()).toEqual({ published: '2026-03-04T08:00:00Z', title: 'Ferry is back', content });
  expect(content).toMatch(/^[0-9a-f]{64}$/);
  expect((await keepFedTexts(store.db, blobs, [item], {})).size).toBe(0);
});
