/** `newsmill import` and `newsmill export` as a user runs them, with the snapshots in a bucket. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { countArticles } from '../../src/store/read-articles.ts';
import { articlePage, fakeArticle } from '../fakeweb/pages.ts';
import { eventually, newsmill, startNewsmill, temporaryFolder } from '../support/cli.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { startBucket } from '../support/s3-server.ts';

it('brings a mirror in, keeps its snapshots in the bucket, and writes them out', async () => {
  using folder = temporaryFolder();
  await using bucket = await startBucket();
  await using database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: join(folder.path, 'data'),
    SNAPSHOTS_BUCKET_URL: bucket.url,
    SNAPSHOTS_BUCKET_REGION: bucket.region,
    SNAPSHOTS_ACCESS_KEY_ID: bucket.accessKeyId,
    SNAPSHOTS_SECRET_ACCESS_KEY: bucket.secretAccessKey,
  };
  const mirror = join(folder.path, 'mirror');
  mkdirSync(join(mirror, 'news.example'), { recursive: true });
  for (const n of [1, 2])
    writeFileSync(join(mirror, 'news.example', `${n}.html`), articlePage(fakeArticle(n)));

  const imported = await newsmill(['import', mirror, '--json'], { env });
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(imported.stdout)).toMatchObject({ pages: 2, new: 2, failures: {} });
  expect(bucket.seen.filter((line) => /^PUT .* 200$/.test(line))).toHaveLength(2);
  expect(existsSync(join(folder.path, 'data', 'blobs'))).toBe(false);
  expect((await newsmill(['import', mirror], { env })).stdout).toBe('2 pages: 2 imported before\n');

  const file = join(folder.path, 'out.warc.gz');
  const exported = await newsmill(['export', '--warc', file], { env });
  expect(exported.stderr).toContain(`2 snapshots in ${file}`);
  expect(
    gunzipSync(readFileSync(file))
      .toString()
      .match(/WARC-Type: response/g),
  ).toHaveLength(2);
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);

  const lines = join(folder.path, 'lines.jsonl');
  writeFileSync(lines, '{"url":"https://news.example/a"}\n');
  const onItself = await newsmill(['check', 'canonical', '--batch', lines, '--out', lines], { env });
  expect(onItself).toMatchObject({ code: 2 });
  expect(readFileSync(lines, 'utf8')).toContain('news.example');
  const nobody = await newsmill(['reextract', '--source', 'nobody'], { env });
  expect(nobody).toMatchObject({ code: 3, stderr: expect.stringContaining('not_found_in_store') });
  const again = await newsmill(['reextract'], { env });
  expect(again).toMatchObject({ code: 0, stdout: '' });
  expect(again.stderr).toContain('2 pages: 2 the same');

  const doctor = await newsmill(['doctor', '--json'], { env });
  expect(doctor.stdout).toContain('can be written and read');
  const wrong = await newsmill(['doctor', '--json'], {
    env: { ...env, SNAPSHOTS_SECRET_ACCESS_KEY: 'wrong' },
  });
  expect(wrong.stdout).toContain('SNAPSHOTS_');
  const half = await newsmill(['import', mirror], { env: { ...env, SNAPSHOTS_SECRET_ACCESS_KEY: '' } });
  expect(half.stderr).toContain('SNAPSHOTS_SECRET_ACCESS_KEY');
}, 180_000);

it('ends an import at Ctrl-C, says how far it came, and goes on with it', async () => {
  using folder = temporaryFolder();
  await using database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, DATA_DIR: join(folder.path, 'data') };
  const host = join(folder.path, 'mirror', 'news.example');
  mkdirSync(host, { recursive: true });
  const count = 1500;
  for (let n = 0; n < count; n++) writeFileSync(join(host, `${n}.html`), articlePage(fakeArticle(n)));
  const run = startNewsmill(['import', join(folder.path, 'mirror')], { env });
  await using store = openDatabase({ connectionString: database.url, poolSize: 1 });
  await eventually('an article', async () => (await countArticles(store.db)) > 0);
  run.process.kill('SIGINT');
  const { code, stderr } = await run.ended;
  expect(code).toBe(130);
  const done = Number(/Interrupted after (\d+) pages, .* goes on where this one stopped\./.exec(stderr)?.[1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(count);
  expect(await countArticles(store.db)).toBe(done);
});
