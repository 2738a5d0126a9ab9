/** Archives through extraction and the store: in order, once, without a request; and out again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { ArchivedPage, ArchiveEntry } from '../../../src/archive/archived-page.ts';
import { readWarc } from '../../../src/archive/warc-reader.ts';
import { exportWarc } from '../../../src/pipeline/export-warc.ts';
import { importPages } from '../../../src/pipeline/import-pages.ts';
import { listArticles, listRevisions } from '../../../src/store/read-articles.ts';
import { archivedPage, useImporter } from '../../support/archive.ts';
import { openTestParts } from '../../support/parts.ts';

const importer = useImporter();

const SENTENCES = [
  'The harbour office raised its dues by four percent on Monday after a long meeting with the fishing crews.',
  'Crews had asked for a year without a rise, because the season had been poor and fuel was dear.',
  'A second vote is planned for the first week of March, when the council meets in the old customs house.',
];
const html = (title: string, sentences: readonly string[] = SENTENCES): Buffer =>
  Buffer.from(
    `<!doctype html><html lang=en><head><title>${title}</title></head><body><article><h1>${title}</h1>${sentences
      .map((s) => `<p>${s} ${title}, said the board.</p>`)
      .join('')}</article></body></html>`,
  );

const pageOf = archivedPage;

const bring = (pages: readonly (ArchivedPage | ArchiveEntry)[]) =>
  importer.bring(pages.map((page) => ('bytes' in page ? { page } : page)));

const frontier = async (): Promise<unknown[]> =>
  (await sql`SELECT url, state, due_at, outcome FROM frontier ORDER BY url`.execute(importer.parts.store.db))
    .rows;

it('stores articles, revisions and copies in the order of the archive, and schedules nothing', async () => {
  const dues = html('Harbour dues rise');
  const summary = await bring([
    pageOf('https://a.example/dues?utm_source=x', dues, 1),
    pageOf('https://b.example/copy', dues, 2),
    { skipped: 'status 301', url: 'https://a.example/old' },
    pageOf(
      'https://a.example/dues',
      html('Harbour dues rise', [...SENTENCES, 'The mayor will not attend.']),
      3,
    ),
    pageOf('https://a.example/none', Buffer.from('<html><body><p>Hi</p></body></html>')),
    pageOf('mailto:nobody', dues),
  ]);
  expect(summary).toMatchObject({
    pages: 5,
    new: 1,
    duplicate: 1,
    revised: 1,
    failures: { no_article: 1, unsupported_scheme: 1 },
    skipped: { 'status 301': 1 },
    broken: null,
  });
  const articles = await listArticles(importer.parts.store.db, { limit: 10 });
  expect(articles).toHaveLength(2);
  expect(new Set(articles.map((a) => a.cluster)).size).toBe(1);
  const first = articles.find((a) => a.url === 'https://a.example/dues');
  expect(first?.fetched).toBe('2026-03-03T08:00:00.000Z');
  expect(first && (await listRevisions(importer.parts.store.db, first.id as never))).toHaveLength(2);
  expect(await frontier()).toEqual([
    { url: 'https://a.example/dues', state: 'resting', due_at: null, outcome: 'revised' },
    { url: 'https://a.example/none', state: 'resting', due_at: null, outcome: 'failed' },
    { url: 'https://b.example/copy', state: 'resting', due_at: null, outcome: 'duplicate' },
  ]);
});

it('changes nothing the second time, and an older state is no edit', async () => {
  const pages = [
    pageOf('https://a.example/1', html('One quay'), 2),
    pageOf('https://a.example/2', html('Two quays'), 2),
  ];
  await bring(pages);
  expect(await bring(pages)).toMatchObject({ pages: 2, known: 2, new: 0 });
  expect(await bring([pageOf('https://a.example/1', html('One quay before'), 1)])).toMatchObject({
    unchanged: 1,
  });
  const [article] = await listArticles(importer.parts.store.db, { url: 'https://a.example/1', limit: 1 });
  expect(article).toMatchObject({ revision: 1, title: 'One quay' });
});

it('leaves the frontier entry of a page that is crawled as it is', async () => {
  await sql`INSERT INTO hosts (host, delay_ms) VALUES ('https://a.example', 0)`.execute(
    importer.parts.store.db,
  );
  await sql`INSERT INTO frontier (url, fetch_url, host, kind, due_at) VALUES
    ('https://a.example/1', 'https://a.example/1', 'https://a.example', 'page', '2026-04-01Z')`.execute(
    importer.parts.store.db,
  );
  expect(await bring([pageOf('https://a.example/1', html('One quay'))])).toMatchObject({ new: 1 });
  expect(await frontier()).toMatchObject([
    { state: 'waiting', due_at: new Date('2026-04-01Z'), outcome: null },
  ]);
});

it('keeps what came before an archive broke off, and goes on where it is run again', async () => {
  const broken = join(mkdtempSync(join(tmpdir(), 'newsmill-cut-')), 'cut.warc');
  const record = (n: number): string => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html(`Quay number ${n}`)}`;
    return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/${n}\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
  };
  const whole = Array.from({ length: 40 }, (_, n) => record(n)).join('');
  writeFileSync(broken, whole.slice(0, whole.length - 50));
  const run = () => importer.bring(readWarc(broken, { maxBytes: 1_000_000 }));
  const first = await run();
  expect(first).toMatchObject({ broken: { code: 'archive_unreadable' } });
  expect(first.new + first.duplicate).toBe(39);
  writeFileSync(broken, whole);
  const second = await run();
  expect(second).toMatchObject({ pages: 40, known: 39, broken: null });
  rmSync(broken);
});

it('comes out as WARC and goes in again as it was', async () => {
  await bring([
    pageOf('https://a.example/1', html('One quay'), 1),
    pageOf('https://b.example/2', html('Two quays'), 2),
  ]);
  const file = join(mkdtempSync(join(tmpdir(), 'newsmill-warc-')), 'out.warc.gz');
  const chunks: Uint8Array[] = [];
  const write = async (bytes: Uint8Array): Promise<void> => void chunks.push(bytes);
  const told = await exportWarc(
    { db: importer.parts.store.db, blobs: importer.parts.blobs },
    { filename: 'out.warc.gz', software: 'newsmill/test', filter: { since: new Date('2026-03-02Z') }, write },
  );
  expect(told).toEqual({ records: 1, missing: 0 });
  writeFileSync(file, Buffer.concat(chunks));
  await using other = await openTestParts();
  const summary = await importPages(
    { ...other, db: other.store.db, pool: importer.pool },
    readWarc(file, { maxBytes: 1_000_000 }),
    { sourceId: null },
  );
  expect(summary).toMatchObject({ pages: 1, new: 1 });
  const [before] = await listArticles(importer.parts.store.db, { url: 'https://b.example/2', limit: 1 });
  const [after] = await listArticles(other.store.db, { limit: 1 });
  expect(after).toMatchObject({
    title: before?.title,
    text: before?.text,
    contentHash: before?.contentHash,
    fetched: before?.fetched,
  });
  rmSync(file);
});

it('stops when it is told to, with what it stored, and goes on when it is run again', async () => {
  const pages = Array.from({ length: 80 }, (_, n) => {
    const sentences = SENTENCES.map(
      (s) => `${s} It was meeting number ${n}, the clerk of ward ${n * 7} wrote.`,
    );
    return { page: pageOf(`https://stop.example/${n}`, html(`Ward ${n} votes on its dues`, sentences), n) };
  });
  const stop = new AbortController();
  const seen = async function* (): AsyncGenerator<ArchiveEntry> {
    for (const [n, page] of pages.entries()) {
      if (n === 40) stop.abort();
      yield page;
    }
  };
  const first = await importer.bring(seen(), { signal: stop.signal });
  expect(first).toMatchObject({ pages: 40, interrupted: true, broken: null });
  const second = await importer.bring(pages);
  expect(second).toMatchObject({ pages: 80, known: 40, interrupted: false });
});

it('names the first few of each kind of failure', async () => {
  const bad = Array.from({ length: 5 }, (_, n) => ({
    page: pageOf(`https://few.example/${n}`, Buffer.from(`<html><body><p>Hi ${n}</p></body></html>`)),
    ...(n === 0 ? { file: 'few/0.html' } : {}),
  }));
  const { examples, failures } = await importer.bring(bad);
  expect(failures).toEqual({ no_article: 5 });
  expect(examples.map(({ url }) => url)).toEqual([
    'few/0.html',
    'https://few.example/1',
    'https://few.example/2',
  ]);
});
