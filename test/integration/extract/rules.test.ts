/** `newsmill rules test` on snapshots in a real database, by the real command line. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBlobStore } from '../../../src/fetch/blobs.ts';
import { newsmill } from '../../support/cli.ts';
import { addPages, openTestStore, type TestStore } from '../../support/store.ts';

const page = readFileSync(new URL('../../fixtures/extract/rules/story.html', import.meta.url));
const stored = 'https://news.example/2024/05/ferry-late';

let folder: string;
let store: TestStore;
let env: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-rules-'));
  mkdirSync(join(folder, 'rules'));
  store = await openTestStore(2);
  env = {
    DATABASE_URL: store.url,
    DATA_DIR: folder,
    EXTRACT_RULES_DIRS: join(folder, 'rules'),
  };
  await addPages(store.db, [stored, 'https://news.example/broken']);
  const blobs = createBlobStore(join(folder, 'blobs'));
  const insert = (url: string, status: number, blob: string) =>
    store.database.pool.query(
      `INSERT INTO snapshots (frontier_id, url, status, headers, content_type, blob, bytes, via, fetched_at)
       SELECT id, url, $2, '{}', 'text/html', $3, 1, 'fetch', '2024-06-01' FROM frontier WHERE url = $1`,
      [url, status, blob],
    );
  await insert(stored, 200, (await blobs.put(new TextEncoder().encode('<p>An older page'))).hash);
  await insert(stored, 200, (await blobs.put(page)).hash);
  await insert(stored, 304, (await blobs.put(new Uint8Array([32]))).hash);
  await insert('https://news.example/broken', 500, (await blobs.put(page)).hash);
});

afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const rule = (name: string, text: string): string => {
  const path = join(folder, 'rules', name);
  writeFileSync(path, text);
  return path;
};

it('passes, fails and says which pages it has no snapshot of', async () => {
  const good = rule(
    'news.example.txt',
    `body: //div[contains(@class, 'story-text')]
title: //h1
test_url: http://news.example/2024/05/ferry-late
test_contains: lent to the   sailing school
test_url: https://news.example/broken
test_url: https://news.example/never-seen`,
  );
  const bad = rule(
    'sport.example.txt',
    `body: //nothing
titel: //h1
test_url: ${stored}
test_contains: a whale`,
  );

  const one = await newsmill(['rules', 'test', good], { env });
  expect(one.stderr).toBe('');
  expect(one.stdout).toBe(`news.example.txt
  passed  http://news.example/2024/05/ferry-late
  no snapshot  https://news.example/broken
  no snapshot  https://news.example/never-seen
1 file, 0 wrong lines; tests: 1 passed, 0 failed, 2 without a snapshot; 0 files without tests
`);
  expect(one.code).toBe(0);

  const all = await newsmill(['rules', 'test', '--json'], { env });
  expect(all.code).toBe(1);
  expect(JSON.parse(all.stdout)).toMatchObject({
    files: [
      {
        file: good,
        notes: [],
        tests: [{ outcome: 'passed' }, { outcome: 'untested' }, { outcome: 'untested' }],
      },
      {
        file: bad,
        notes: [{ line: 2, kind: 'problem', message: 'there is no directive titel' }],
        tests: [
          {
            outcome: 'failed',
            problems: ['no body pattern finds anything', 'the text does not contain “a whale”'],
          },
        ],
      },
    ],
  });
});

it('checks files alone without a database', async () => {
  const path = rule('lines.example.txt', 'body: //div[\ntest_url: https://news.example/x');
  const run = await newsmill(['rules', 'test', path, '--no-snapshots'], {
    env: { ...env, DATABASE_URL: 'postgres://127.0.0.1:9/none' },
  });
  expect(run.stdout).toContain('line 1, problem: “//div[” is no XPath');
  expect(run.stdout).toContain('1 file, 1 wrong line\n');
  expect(run.code).toBe(1);
  const missing = await newsmill(['rules', 'test', join(folder, 'none.txt'), '--no-snapshots'], { env });
  expect(missing.stdout).toMatch(
    /^none\.txt\n {2}problem: \S+none\.txt cannot be read: there is no such file/,
  );
  expect(missing.code).toBe(1);
});

it('shows the rule of a host, and is used by extract', async () => {
  const path = rule('.harbour.example.txt', 'title: //h1\nstrip: //[');
  const shown = await newsmill(['rules', 'show', 'https://news.harbour.example/x'], { env });
  expect(shown.stdout.split('\n').slice(0, 2)).toEqual([path, '  title: //h1']);
  expect(shown.stdout).toContain('line 2, problem');
  expect(shown.code).toBe(0);

  const file = join(folder, 'story.html');
  writeFileSync(file, page);
  const extracted = await newsmill(['extract', file, '--url', 'https://news.harbour.example/x'], { env });
  expect(JSON.parse(extracted.stdout)).toMatchObject({
    title: 'The evening ferry was late again',
    provenance: { title: 'rule' },
  });
  expect(extracted.stderr).toMatch(/source rule: .*\.harbour\.example\.txt:2: /);

  const none = await newsmill(['rules', 'show', 'harbour.example'], { env });
  expect(none.code).toBe(3);
});
