import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Article } from '../../src/article/article.ts';
import { articlePage, fakeArticle } from '../fakeweb/pages.ts';
import { startFakeWeb } from '../fakeweb/server.ts';
import { newsmill, temporaryFolder } from '../support/cli.ts';
import { createTestDatabase } from '../support/postgres.ts';

describe('commands on a store', () => {
  it('articles: list, show and export what a crawl stored', async () => {
    await using web = await startFakeWeb();
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = { DATABASE_URL: store.url, DATA_DIR: folder.path };
    const article = fakeArticle(2);
    web.page('/news/report-number-2', articlePage(article));
    expect((await newsmill(['articles', 'list'], { env })).stdout).toContain('No articles yet');
    await newsmill(['crawl', `${web.base}/news/report-number-2`], { env });

    const listed = JSON.parse((await newsmill(['articles', 'list', '--json'], { env })).stdout) as {
      articles: unknown[];
    };
    const [first] = listed.articles.map((a) => Article.parse(a));
    if (!first) throw new Error('no article');
    expect((await newsmill(['articles', 'list'], { env })).stdout).toContain(article.title);
    const shown = await newsmill(['articles', 'show', first.id, '--format', 'markdown'], { env });
    expect(shown.stdout).toContain(`# ${article.title}`);
    expect((await newsmill(['articles', 'show', first.id, '--revisions'], { env })).stdout).toMatch(/^r1 /);
    const none = await newsmill(['articles', 'show', '0192d1a0-0000-7000-8000-000000000000'], { env });
    expect(none).toMatchObject({ code: 3, stdout: '' });
    expect(none.stderr).toContain('not_found_in_store');
    const out = join(folder.path, 'all.ndjson');
    await newsmill(['articles', 'export', '--out', out], { env });
    expect(Article.parse(JSON.parse(readFileSync(out, 'utf8')))).toEqual(first);
    const bad = await newsmill(['articles', 'export', '--out', join(folder.path, 'none', 'x')], { env });
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.stderr).toMatch(/^newsmill: file_unwritable: .*the folder \S+none does not exist/);
    for (const command of ['list', 'export']) {
      const noId = await newsmill(['articles', command, '--source', 'No Id'], { env });
      expect(noId).toMatchObject({ code: 3, stdout: '' });
      expect(noId.stderr).toContain('not_found_in_store: There is no source No Id');
    }

    const again = await newsmill(['crawl', `${web.base}/news/report-number-2`, '--out', out], { env });
    expect(again.stdout).toContain('unchanged 1');
    expect(Article.parse(JSON.parse(readFileSync(out, 'utf8')))).toEqual(first);
  });

  it('articles diff: shows an edit as text and as a page; a page that is gone withdraws its article', async () => {
    await using web = await startFakeWeb();
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = { DATABASE_URL: store.url, DATA_DIR: folder.path };
    const article = fakeArticle(4);
    const path = '/news/report-number-4';
    const crawl = () => newsmill(['crawl', `${web.base}${path}`], { env });
    const current = async () => {
      const { stdout } = await newsmill(['articles', 'list', '--json'], { env });
      return Article.parse((JSON.parse(stdout) as { articles: unknown[] }).articles[0]);
    };
    web.page(path, articlePage(article));
    await crawl();
    const { id, cluster } = await current();
    const same = await newsmill(['articles', 'diff', id], { env });
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('has one revision') });
    expect((await newsmill(['articles', 'show', id], { env })).stdout).toContain(`cluster ${cluster}`);
    expect((await newsmill(['cluster', 'show', id], { env })).stdout).toMatch(
      new RegExp(`^Cluster ${cluster}, 1 article\\n\\* +${id} `),
    );
    const edited = article.paragraphs.map((p) => p.replace('part 2', 'part 12'));
    web.page(path, articlePage({ ...article, paragraphs: edited }));
    expect((await crawl()).stdout).toContain('revised 1');
    expect((await newsmill(['articles', 'diff', id], { env })).stdout).toContain('[-2-]{+12+}');
    const page = await newsmill(['articles', 'diff', id, '--revisions', '1..2', '--format', 'html'], { env });
    expect(page.stdout).toContain('<del>2</del><ins>12</ins>');

    web.routes.set(path, { status: 410 });
    await crawl();
    expect(await current()).toMatchObject({ id, revision: 2, withdrawn: expect.any(String) });
    web.page(path, articlePage({ ...article, paragraphs: edited }));
    await crawl();
    const history = await newsmill(['articles', 'show', id, '--revisions'], { env });
    expect(history.stdout).toMatch(/^r2 .* figure +withdrawn: gone .*\nr3 .* restored/m);
  }, 180_000);

  it('sources: add, list, pause, resume, run, remove, and the reason for every refusal', async () => {
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = { DATABASE_URL: store.url, DATA_DIR: folder.path };
    const run = (...args: string[]) => newsmill(['sources', ...args], { env });
    const state = async () =>
      (JSON.parse((await run('list', '--json')).stdout) as { sources: { id: string; paused: boolean }[] })
        .sources;
    expect(
      (await run('add', 'harbour', '--feed', 'https://harbour.example/rss.xml', '--every', '15m')).code,
    ).toBe(0);
    expect((await run('pause', 'harbour')).code).toBe(0);
    expect(await state()).toMatchObject([{ id: 'harbour', paused: true }]);
    const paused = await run('run', 'harbour');
    expect(paused.code).toBe(2);
    expect(paused.stderr).toContain('sources resume harbour');
    expect((await run('resume', 'harbour')).code).toBe(0);
    expect((await run('run', 'harbour')).code).toBe(0);
    expect((await run('list')).stdout).toContain('harbour');
    for (const args of [
      ['add', 'Bad Name', '--feed', 'https://harbour.example/'],
      ['add', 'x'],
      ['add', 'x', '--feed', 'nonsense'],
      ['add', 'x', '--feed', 'https://harbour.example/', '--every', '5x'],
    ]) {
      expect(await run(...args), args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    }
    const nonsense = await run('add', 'x', '--feed', 'nonsense', '--every', '5x');
    expect(nonsense.stderr).toMatch(/cannot be added: feeds\[0\]: .+; every: a number and a unit/);
    expect((await run('remove', 'harbour')).code).toBe(0);
    expect((await run('remove', 'harbour')).stderr).toContain('not_found_in_store');
    expect(await state()).toEqual([]);
  });

  it('doctor names what is wrong and what mends it; settings, schema, migrate and webhooks answer', async () => {
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const sources = join(folder.path, 'sources');
    mkdirSync(sources);
    const env = { DATABASE_URL: store.url, DATA_DIR: join(folder.path, 'data'), SOURCES_DIR: sources };
    const good = await newsmill(['doctor'], { env });
    expect(good.stdout).toContain('Nothing is wrong.');
    expect(good.stdout).toMatch(/! contact: .*\n {4}→ Set fetch\.contact/);
    expect(good.code).toBe(0);
    writeFileSync(
      join(sources, 'valley.yaml'),
      'name: Valley\nfeeds: [https://valley.example/rss.xml]\nevry: 15m\n',
    );
    const bad = await newsmill(['doctor'], { env });
    expect(bad.stdout).toMatch(/✗ source files: .*valley\.yaml:3: .*evry/);
    expect(bad.code).toBe(1);
    const away = await newsmill(['doctor', '--quick', '--json'], {
      env: { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    });
    expect(JSON.parse(away.stdout).checks).toMatchObject([{ state: 'fail' }]);
    expect(away.code).toBe(1);
    const dead = await newsmill(['doctor', '--quick'], {
      env: { ...env, HEARTBEAT_FILE: join(folder.path, 'beat') },
    });
    expect(dead.stdout).toContain('✗ process');
    expect(dead.code).toBe(1);

    expect((await newsmill(['migrate'], { env })).stdout).toContain('newest already');
    expect((await newsmill(['webhooks', 'list'], { env })).stdout).toContain('No webhooks');
    const settings = await newsmill(['settings', '--json'], {
      env: { ...env, API_TOKEN: 'a token of the test' },
    });
    expect(settings.stdout).not.toContain('a token of the test');
    expect(JSON.parse(settings.stdout).settings).toContainEqual(
      expect.objectContaining({ key: 'dataDir', isDefault: false, env: 'DATA_DIR' }),
    );
    expect(JSON.parse((await newsmill(['schema', 'article'], { env })).stdout).properties).toHaveProperty(
      'publishedPrecision',
    );
  });
});

describe('extract', () => {
  it('joins the pages of a URL, those that robots.txt allows, and files that are given together', async () => {
    await using web = await startFakeWeb();
    using folder = temporaryFolder();
    const [first, second] = [fakeArticle(8), { ...fakeArticle(9), title: fakeArticle(8).title }];
    const pages = [first, second].map((article, i) =>
      articlePage(article, { head: `<link rel="next" href="/news/long?page=${i + 2}">` }),
    );
    web.routes.set('/robots.txt', { body: 'User-agent: *\nDisallow: /news/long?page=3' });
    web.page('/news/long', pages[0] ?? '');
    web.page('/news/long?page=2', pages[1] ?? '');
    const fetched = await newsmill(['extract', `${web.base}/news/long`, '--format', 'text']);
    expect(fetched.stdout.split('\n\n').map((line) => line.trim())).toEqual([
      first.title,
      ...first.paragraphs,
      ...second.paragraphs,
    ]);
    expect(fetched.stderr).toContain('page=3, which was left out: robots.txt disallows it');
    const files = pages.map((page, i) => {
      const file = join(folder.path, `${i}.html`);
      writeFileSync(file, page);
      return file;
    });
    const joined = await newsmill(['extract', ...files, '--format', 'text']);
    expect(joined.stdout).toBe(fetched.stdout);
    const empty = join(folder.path, 'empty.html');
    writeFileSync(empty, '');
    expect(await newsmill(['extract', empty])).toMatchObject({ code: 3, stdout: '' });
  });

  it('explains a page within the limits that it is read within', async () => {
    using folder = temporaryFolder();
    const page = join(folder.path, 'page.html');
    writeFileSync(page, articlePage(fakeArticle(8), { head: '<meta>'.repeat(1500) }));
    const config = join(folder.path, 'small.yaml');
    writeFileSync(config, 'extract:\n  maxNodes: 1000\n');
    expect(await newsmill(['extract', page, '--explain'])).toMatchObject({ code: 0 });
    const read = await newsmill(['--config', config, 'extract', page]);
    expect(read.stderr).toContain('page_too_many_nodes');
    const explained = await newsmill(['--config', config, 'extract', page, '--explain']);
    expect(explained.stdout).toContain('failure page_too_many_nodes');
    expect(explained.code).toBe(read.code);
    for (const wrong of [['--json'], ['--format', 'markdown']])
      expect(await newsmill(['extract', page, '--explain', ...wrong])).toMatchObject({ code: 2, stdout: '' });
  });
});
