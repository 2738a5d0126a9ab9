/** Stored snapshots read anew: what is told, what is written, and what is never touched. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { ArchivedPage } from '../../../src/archive/archived-page.ts';
import type { ArticleId } from '../../../src/ids.ts';
import { type Reading, reextract } from '../../../src/pipeline/reextract.ts';
import { findArticle, listArticles } from '../../../src/store/read-articles.ts';
import { articlePage, fakeArticle } from '../../fakeweb/pages.ts';
import { archivedPage, useImporter } from '../../support/archive.ts';

const importer = useImporter();

const pageOf = (n: number, bytes = Buffer.from(articlePage(fakeArticle(n)))): ArchivedPage =>
  archivedPage(`https://news.example/${n}`, bytes);

const bring = (...pages: readonly ArchivedPage[]) => importer.bring(pages.map((page) => ({ page })));

async function read(write: boolean): Promise<Reading[]> {
  const readings: Reading[] = [];
  const onReading = (reading: Reading): void => void readings.push(reading);
  await reextract(
    { ...importer.parts, db: importer.parts.store.db, pool: importer.pool },
    { filter: {}, write, onReading },
  );
  return readings;
}

/** Makes the stored content what an older extractor might have read. */
async function age(n: number, change: object): Promise<void> {
  await sql`UPDATE revisions SET content = content || ${JSON.stringify(change)}::jsonb
    WHERE content->>'url' = ${`https://news.example/${n}`}`.execute(importer.parts.store.db);
}

const article = async (n: number) =>
  (await listArticles(importer.parts.store.db, { url: `https://news.example/${n}`, limit: 1 }))[0];
const changeTypes = async (): Promise<string[]> =>
  (
    await sql<{ type: string }>`SELECT type FROM change_intake ORDER BY id`.execute(importer.parts.store.db)
  ).rows.map((row) => row.type);

it('tells nothing and writes nothing where the extractor reads the same', async () => {
  await bring(pageOf(1), pageOf(2));
  expect((await read(true)).map((r) => r.is)).toEqual(['same', 'same']);
  expect((await article(1))?.revision).toBe(1);
});

it('names the fields that read otherwise, and writes them as a revision of its own kind only when asked', async () => {
  await bring(pageOf(1));
  await age(1, { authors: ['Nobody'], section: 'Old' });
  const [told] = await read(false);
  expect(told).toMatchObject({ is: 'changed', before: { authors: ['Nobody'] } });
  expect(told?.is === 'changed' && [...told.fields].sort()).toEqual(['authors', 'section']);
  expect((await article(1))?.revision).toBe(1);

  await read(true);
  const now = await article(1);
  expect(now).toMatchObject({
    revision: 2,
    revisionKinds: [{ kind: 'reextracted', fields: expect.arrayContaining(['authors', 'section']) }],
  });
  expect(now?.authors).not.toEqual(['Nobody']);
  expect(await findArticle(importer.parts.store.db, now?.id as ArticleId, 1)).toMatchObject({
    authors: ['Nobody'],
  });
  expect(await changeTypes()).toEqual(['article.created', 'article.revised']);
  expect((await read(true)).map((r) => r.is)).toEqual(['same']);
});

it('finds articles where there were none', async () => {
  await bring(pageOf(1, Buffer.from('<html><body><p>Soon more.</p></body></html>')));
  expect((await read(true)).map((r) => r.is)).toEqual(['failing']);
  // As if the older extractor had not understood the page that is stored.
  const { hash } = await importer.parts.blobs.put(pageOf(1, Buffer.from(articlePage(fakeArticle(1)))).bytes);
  await sql`UPDATE snapshots SET blob = ${hash}`.execute(importer.parts.store.db);
  expect((await read(false)).map((r) => r.is)).toEqual(['found']);
  expect(await article(1)).toBeUndefined();
  await read(true);
  expect(await article(1)).toMatchObject({ revision: 1, fetched: '2026-03-01T08:00:00.000Z' });
});

it('never takes an article away, and says which snapshots have lost their bytes', async () => {
  await bring(pageOf(1), pageOf(2));
  // A failure that would be tried again, were it not what is stored.
  const trouble = '<html><title>502 Bad Gateway</title><body><h1>502 Bad Gateway</h1></body></html>';
  const { hash } = await importer.parts.blobs.put(Buffer.from(trouble));
  await sql`UPDATE snapshots SET blob = ${hash} WHERE url LIKE '%/1'`.execute(importer.parts.store.db);
  await sql`UPDATE snapshots SET blob = repeat('0', 64) WHERE url LIKE '%/2'`.execute(
    importer.parts.store.db,
  );
  expect((await read(true)).map((r) => r.is)).toEqual(['lost', 'missing']);
  expect(await article(1)).toMatchObject({ revision: 1, withdrawn: null });
});

it('leaves alone what was replaced by a later state or withdrawn', async () => {
  await bring(pageOf(1), pageOf(2));
  await age(1, { section: 'Old' });
  await age(2, { section: 'Old' });
  await bring({
    ...pageOf(1, Buffer.from(articlePage({ ...fakeArticle(1), title: 'Another word on the quay' }))),
    fetchedAt: new Date('2026-03-02Z'),
  });
  await sql`UPDATE articles SET withdrawn_at = now() WHERE id = ${(await article(2))?.id}`.execute(
    importer.parts.store.db,
  );
  expect((await read(true)).map((r) => r.is)).toEqual(['same']);
});
