import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually, newsmill, type Running, startNewsmill, temporaryFolder } from '../support/cli.ts';

interface Up {
  readonly running: Running;
  readonly url: string;
}

/** Starts newsmill as a person would: nothing configured but where its data lie. */
async function start(dataDir: string, extra: Record<string, string> = {}): Promise<Up> {
  const running = startNewsmill(['start'], {
    env: {
      DATA_DIR: dataDir,
      DEMO: 'true',
      FETCH_ALLOW_ADDRESSES: '',
      FETCH_DELAY_MS: '1000',
      LOG_FORMAT: 'json',
      ...extra,
    },
    limitMs: 110_000,
  });
  const url = await eventually('the URL', () => /newsmill is up: (\S+)/.exec(running.stderr())?.[1], 60_000);
  return { running, url };
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

interface Articles {
  articles: { id: string; title: string; revision: number; cluster: string; url: string }[];
}

async function stop(up: Up, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  up.running.process.kill(signal);
  const run = await up.running.ended;
  // What takes longer than its limit is cut off, and then says something else.
  expect(run.stderr).toContain('Stopped.');
  expect(run.code).toBe(0);
}

describe('newsmill start', () => {
  it('shows articles of the demo newspaper, ends cleanly, and goes on where it was', async () => {
    using folder = temporaryFolder();
    const first = await start(folder.path);
    expect(first.running.stderr()).toContain(folder.path);
    const { articles } = await eventually('three articles', async () => {
      const found = await json<Articles>(`${first.url}/v1/articles`);
      return found.articles.length >= 3 ? found : undefined;
    });
    expect(await json(`${first.url}/readyz`)).toMatchObject({ ready: true });
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    expect(metrics).toMatch(/newsmill_articles_total\{outcome="new"\} [1-9]/);
    expect((await fetch(`${first.url}/queues`)).status).toBe(200);
    await stop(first);

    const second = await start(folder.path);
    const later = await json<Articles>(`${second.url}/v1/articles?limit=200`);
    const known = new Set(later.articles.map((a) => a.id));
    for (const article of articles) expect(known).toContain(article.id);
    expect(new Set(later.articles.map((a) => a.url)).size).toBe(later.articles.length);
    await stop(second, 'SIGTERM');
  }, 120_000);

  it('runs twice at once from two folders, and beside other commands on the same folder', async () => {
    using one = temporaryFolder();
    using two = temporaryFolder();
    const [first, second] = await Promise.all([start(one.path), start(two.path)]);
    expect(first.url).not.toBe(second.url);
    const listed = await newsmill(['sources', 'list', '--json'], { env: { DATA_DIR: one.path } });
    expect(listed.code).toBe(0);
    expect(JSON.parse(listed.stdout).sources.length).toBeGreaterThan(0);
    expect(first.running.stderr()).not.toContain('runs on this database already');
    const joined = startNewsmill(['start', '--roles', 'deliver'], { env: { DATA_DIR: one.path } });
    await eventually('the one that joins', () => joined.stderr().includes('newsmill is up'));
    expect(joined.stderr()).toMatch(
      /already:\n {2}process \d+ on \S+, since \S+: all roles\nThat is allowed/,
    );
    joined.process.kill('SIGINT');
    expect((await joined.ended).code).toBe(0);
    for (const up of [first, second]) {
      await eventually(
        'an article',
        async () => (await json<Articles>(`${up.url}/v1/articles`)).articles.length > 0,
      );
    }
    await Promise.all([stop(first), stop(second)]);
  }, 120_000);

  it('shows the demo’s edit as a revision, its copy in the same cluster, and stores neither stub nor closed section', async () => {
    using folder = temporaryFolder();
    const up = await start(folder.path);
    const { changes } = await eventually(
      'a revision and a copy',
      async () => {
        const log = await json<{ changes: { type: string }[] }>(`${up.url}/v1/changes?after=0&limit=500`);
        const types = new Set(log.changes.map((c) => c.type));
        return types.has('article.revised') && types.has('cluster.joined') ? log : undefined;
      },
      90_000,
    );
    expect(changes[0]?.type).toBe('article.created');
    const visits = await json<{ visits: { code: string | null }[] }>(
      `${up.url}/v1/visits?outcome=failed&limit=200`,
    );
    const codes = new Set(visits.visits.map((v) => v.code));
    expect(codes).toContain('paywall_stub');
    await stop(up);
  }, 150_000);

  it('refuses a wrong configuration with file, line and what to write instead', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'newsmill.yaml');
    writeFileSync(file, 'demo: false\nfetch:\n  delayMS: 5\n');
    const run = await newsmill(['--config', file, 'start'], { env: { DATA_DIR: join(folder.path, 'data') } });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/newsmill\.yaml:3:.*delayMS.*fetch\.delayMs/);
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('keeps its generated token readable by its owner only', async () => {
    using folder = temporaryFolder();
    const up = await start(folder.path, { DEMO: 'false' });
    const path = /token for writes: in (\S+)/.exec(up.running.stderr())?.[1] ?? '';
    const token = readFileSync(path, 'utf8').trim();
    expect(token.length).toBeGreaterThanOrEqual(16);
    expect(statSync(path).mode & 0o077).toBe(0);
    const refused = await fetch(`${up.url}/v1/urls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"urls":["https://news.example/a"]}',
    });
    expect(refused.status).toBe(401);
    await stop(up);
  });
});
