import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureCode } from '../../src/errors.ts';
import { openDatabase } from '../../src/store/database.ts';
import { countArticles } from '../../src/store/read-articles.ts';
import { articlePage, fakeArticle } from '../fakeweb/pages.ts';
import { type FakeWeb, type Route, startFakeWeb } from '../fakeweb/server.ts';
import { newsmill, temporaryFolder, testEnvironment } from '../support/cli.ts';
import { createTestDatabase } from '../support/postgres.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };

interface Case {
  readonly name: string;
  readonly route?: Route;
  /** Instead of a page of the test's server. */
  readonly url?: string;
  readonly code: FailureCode;
  readonly exit: number;
}

const cases: Case[] = [
  { name: 'an empty page', route: { headers: html, body: '' }, code: 'empty_body', exit: 4 },
  {
    name: 'binary data',
    route: {
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
    },
    code: 'unsupported_type',
    exit: 3,
  },
  {
    name: 'a PDF',
    route: {
      headers: { 'content-type': 'application/pdf' },
      body: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n',
    },
    code: 'unsupported_type',
    exit: 3,
  },
  {
    name: 'a page of 100 MB',
    route: (_request, response) => {
      response.writeHead(200, html);
      const piece = Buffer.alloc(1 << 20, 'word ');
      let left = 100;
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
      return undefined;
    },
    code: 'too_large',
    exit: 3,
  },
  { name: '404', route: { status: 404, headers: html, body: 'Not found' }, code: 'http_not_found', exit: 3 },
  { name: '410', route: { status: 410, headers: html, body: 'Gone' }, code: 'http_gone', exit: 3 },
  { name: '500', route: { status: 500, headers: html, body: 'Oh no' }, code: 'http_server_error', exit: 4 },
  {
    name: 'a redirect loop',
    route: { status: 302, headers: { location: '?again' } },
    code: 'redirect_loop',
    exit: 3,
  },
  { name: 'an unknown host', url: 'http://no-such-host.invalid/news', code: 'unknown_host', exit: 4 },
  { name: 'an invalid URL', url: 'http://', code: 'invalid_url', exit: 3 },
  { name: 'a non-HTTP scheme', url: 'ftp://files.example/news.html', code: 'unsupported_scheme', exit: 3 },
  {
    name: 'truncated gzip',
    route: {
      headers: { ...html, 'content-encoding': 'gzip' },
      body: gzipSync(articlePage(fakeArticle(1))).subarray(0, 400),
    },
    code: 'bad_content_encoding',
    exit: 4,
  },
  {
    name: 'a page without an article',
    route: {
      headers: html,
      body: '<!doctype html><title>Contact</title><h1>Contact</h1><form><input name=q><button>Send</button></form>',
    },
    code: 'no_article',
    exit: 3,
  },
  { name: 'an address that is refused', url: 'http://10.1.2.3/', code: 'address_refused', exit: 3 },
];

describe('bad input', () => {
  let web: FakeWeb;
  beforeAll(async () => {
    web = await startFakeWeb();
    cases.forEach(({ route }, n) => {
      if (route === undefined) return;
      web.routes.set(`/case-${n}`, route);
      web.routes.set(`/case-${n}?again`, { status: 302, headers: { location: `/case-${n}` } });
    });
  });
  afterAll(() => web[Symbol.asyncDispose]());

  const numbered = cases.map((one, n) => ({ ...one, n }));

  // At once, each on a database of its own: what fails for now is tried again, and that is mostly waiting.
  it.concurrent.each(numbered)(
    '$name: crawl ends with $code and exit code $exit, and stores nothing',
    async ({ n, url, code, exit }) => {
      using folder = temporaryFolder();
      await using store = await createTestDatabase();
      const run = await newsmill(['crawl', url ?? `${web.base}/case-${n}`], {
        env: { DATABASE_URL: store.url, DATA_DIR: folder.path },
      });
      expect(run.stderr).toContain(`${code}: `);
      expect(run.stdout).toContain(`failed 1 (${code} 1)`);
      expect(run.code).toBe(exit);
      await using database = openDatabase({ connectionString: store.url, poolSize: 1 });
      expect(await countArticles(database.db)).toBe(0);
    },
  );

  it.each(numbered)('$name: extract ends with $code and exit code $exit', async ({ n, url, code, exit }) => {
    const run = await newsmill(['extract', url ?? `${web.base}/case-${n}`]);
    expect(run.stderr).toContain(code);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(exit);
  });

  it('a wrong charset label does not spoil the text', async () => {
    const article = { ...fakeArticle(3), title: 'Über die Brücke führt ein neuer Weg nach Süden' };
    web.routes.set('/label', {
      headers: { 'content-type': 'text/html; charset=iso-8859-1' },
      body: Buffer.from(articlePage(article), 'utf8'),
    });
    const run = await newsmill(['extract', `${web.base}/label`, '--format', 'json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).title).toBe(article.title);
  });

  it('Ctrl-C while the first database is being made is no fault of the database', async () => {
    using folder = temporaryFolder();
    const bin = fileURLToPath(new URL('../../bin/newsmill', import.meta.url));
    const child = spawn(bin, ['start', '--data-dir', folder.path], {
      env: { ...process.env, ...testEnvironment(), DATABASE_URL: '', QUEUE_URL: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, as a terminal makes one: the signal goes to all of it.
      detached: true,
    });
    let said = '';
    const ended = once(child, 'close');
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const isNew = !said.includes('making a new');
      said += text;
      if (isNew && said.includes('making a new'))
        setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGINT'), 150);
    });
    const [code] = await ended;
    expect(said).toContain('newsmill: interrupted: ');
    expect(code).toBe(130);
  });

  it('an unknown command, option or file is told apart from a failed page', async () => {
    expect((await newsmill(['extracct', 'x'])).code).toBe(2);
    const help = await newsmill(['help', 'extracct']);
    expect(help.stderr).toMatch(/unknown command 'extracct'\n\(Did you mean extract\?\)/);
    expect(help.code).toBe(2);
    expect((await newsmill(['help', 'extract'])).stdout).toContain('Usage: newsmill extract');
    expect((await newsmill(['extract', '--formatt', 'json', 'x'])).code).toBe(2);
    const forOne = await newsmill([
      'extract',
      '--batch',
      '-',
      '--format',
      'text',
      '--url',
      'https://a.example/',
    ]);
    expect(forOne).toMatchObject({ code: 2, stdout: '' });
    expect(forOne.stderr).toMatch(/--format text, --url goes? with one page/);
    const noConfig = await newsmill(['articles', 'list', '--config', '/no/such/newsmill.yaml']);
    expect(noConfig).toMatchObject({ code: 1, stdout: '' });
    expect(noConfig.stderr).toMatch(
      /config_invalid: .*\n.*\(from --config\).* there is no such file or folder\. Check/,
    );
    expect(noConfig.stderr).not.toContain('ENOENT');
    const missing = await newsmill(['extract', '/no/such/file.html']);
    expect(missing.stderr).toContain('file_unreadable');
    expect(missing.code).toBe(3);
    const noFolder = await newsmill(['--data-dir', '', 'articles', 'list']);
    expect(noFolder.stderr).toContain('command line: dataDir is ""');
    expect(noFolder.code).toBe(1);
  });
});
