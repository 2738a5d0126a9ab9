/** What the store knows of a URL is told in the order in which it was decided, and rights are obeyed where asked. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlePage, fakeArticle } from '../fakeweb/pages.ts';
import { type FakeWeb, startFakeWeb } from '../fakeweb/server.ts';
import { newsmill, temporaryFolder } from '../support/cli.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { haveRedis, startRedis, type TestRedis } from '../support/redis.ts';

interface Step {
  step: string;
  at: string | null;
  text: string;
  data: Record<string, unknown>;
}
interface Explanation {
  url: string;
  known: boolean;
  steps: Step[];
  advice: string | null;
}

/** Reserves text and data mining, and training by robots.txt. */
async function startReservedPaper(): Promise<FakeWeb> {
  const web = await startFakeWeb();
  web.routes.set('/robots.txt', { body: 'User-agent: *\nAllow: /news/\nContent-Signal: ai-train=no' });
  web.routes.set('/.well-known/tdmrep.json', { body: '[{"location": "/", "tdm-reservation": 1}]' });
  web.routes.set('/news/old', { status: 301, headers: { location: '/news/report-number-1?utm_source=x' } });
  web.routes.set('/news/report-number-1', {
    headers: { 'content-type': 'text/html; charset=utf-8', etag: '"one"', 'x-robots-tag': 'noarchive' },
    body: articlePage(fakeArticle(1)),
  });
  return web;
}

const backends = [
  { backend: 'PostgreSQL', redis: false },
  { backend: 'Redis', redis: true },
] as const;

describe.each(backends)('explain, queues on $backend', ({ redis: wantsRedis }) => {
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    if (wantsRedis && haveRedis()) redis = await startRedis();
  });
  afterAll(() => redis?.[Symbol.asyncDispose]());
  // Without a Redis server on a developer's machine there is nothing to test against; CI always has one.
  const on = it.skipIf(wantsRedis && !haveRedis());

  on('tells every decision about a visit, in order', async () => {
    await using web = await startReservedPaper();
    await using store = await createTestDatabase();
    using folder = temporaryFolder();
    const env = {
      DATABASE_URL: store.url,
      DATA_DIR: folder.path,
      ...(redis ? { QUEUE_URL: redis.url } : {}),
    };
    const address = `${web.base}/news/old`;
    const run = await newsmill(['explain', '--fetch', '--json', `${address}#part`], { env });
    const told = JSON.parse(run.stdout) as Explanation;
    expect(told).toMatchObject({ url: address, known: true, advice: null });
    expect(told.steps.map((s) => s.step)).toEqual([
      'canonical',
      'moved',
      'found',
      'host',
      'robots',
      'slot',
      'hop',
      'request',
      'browser',
      'response',
      'charset',
      'kind',
      'outcome',
      'dedupe',
      'rights',
      'next',
    ]);
    const data = Object.fromEntries(told.steps.map((s) => [s.step, s.data]));
    expect(data).toMatchObject({
      canonical: { rules: ['fragment'] },
      moved: { from: address, to: `${web.base}/news/report-number-1` },
      robots: { allowed: true, line: 2, status: 200 },
      hop: { status: 301, location: `${web.base}/news/report-number-1` },
      request: { via: 'fetch', url: `${web.base}/news/report-number-1` },
      browser: { rendered: false },
      response: { status: 200, etag: '"one"' },
      charset: { charset: 'utf-8', from: 'header' },
      kind: { kind: 'article' },
      outcome: { outcome: 'new', revision: 1 },
      dedupe: { clusterSize: 1, title: fakeArticle(1).title },
      rights: { reserved: ['tdm', 'ai-train', 'noarchive'] },
      next: { state: 'resting', visits: 1 },
    });
    const times = told.steps.flatMap((s) =>
      ['canonical', 'moved', 'host', 'robots', 'next'].includes(s.step) ? [] : [s.at ?? ''],
    );
    expect(times).toHaveLength(11);
    expect(times.every((at) => Date.parse(at) > 0)).toBe(true);
    expect(times).toEqual([...times].sort());
  });
});

it('refuses a reserved page where rights are obeyed, and says what to do about a URL it does not know', async () => {
  await using web = await startReservedPaper();
  await using store = await createTestDatabase();
  using folder = temporaryFolder();
  const env = { DATABASE_URL: store.url, DATA_DIR: folder.path };
  const address = `${web.base}/news/old`;
  const obeying = await newsmill(['explain', '--fetch', '--json', address], {
    env: { ...env, RIGHTS_OBEY: 'tdm' },
  });
  const refused = (JSON.parse(obeying.stdout) as Explanation).steps;
  expect(refused.find((s) => s.step === 'outcome')?.data).toMatchObject({
    outcome: 'failed',
    class: 'blocked',
    code: 'rights_reserved',
    message: expect.stringContaining('tdmrep.json /: tdm-reservation: 1'),
  });
  expect(refused.some((s) => s.step === 'dedupe')).toBe(false);

  const text = (await newsmill(['explain', address], { env })).stdout;
  expect(text).toMatch(/^\S+Z {2}outcome {4}Failed: rights_reserved: /m);
  expect(text).toMatch(/ robots {5}Allowed: line 2 decides$/m);

  const unknown = await newsmill(['explain', `${web.base}/news/other#part`], { env });
  expect(unknown).toMatchObject({ code: 3, stderr: '' });
  expect(unknown.stdout).toContain(`${web.base}/news/other by fragment`);
  expect(unknown.stdout).toContain(`newsmill explain --fetch ${web.base}/news/other`);
});

it('visits once, and a crawl says at once which host is left alone, until when, and what mends it', async () => {
  await using web = await startFakeWeb();
  web.routes.set('/robots.txt', { status: 404 });
  web.routes.set('/news/broken', { status: 500 });
  web.routes.set('/news/inside', { status: 302, headers: { location: 'http://10.0.0.1/secret' } });
  await using store = await createTestDatabase();
  using folder = temporaryFolder();
  const env = { DATABASE_URL: store.url, DATA_DIR: folder.path };
  const address = `${web.base}/news/broken`;
  const told = await newsmill(['explain', '--fetch', '--json', address], { env });
  const asked = ['hop', 'request', 'response', 'outcome'];
  const ofVisit = (stdout: string): unknown[] =>
    (JSON.parse(stdout) as Explanation).steps.filter((s) => asked.includes(s.step)).map((s) => s.data);
  expect(ofVisit(told.stdout)).toMatchObject([
    { url: address, via: 'fetch' },
    { status: 500 },
    { outcome: 'failed', code: 'http_server_error' },
  ]);
  expect(web.paths()).toEqual(['/news/broken']);
  const inside = await newsmill(['explain', '--fetch', '--json', `${web.base}/news/inside`], { env });
  // No request is made there, so that it has none.
  expect(ofVisit(inside.stdout)).toMatchObject([
    { url: `${web.base}/news/inside`, status: 302, location: 'http://10.0.0.1/secret' },
    { outcome: 'failed', code: 'address_refused' },
  ]);
  web.log.length = 0;

  const database = new pg.Client({ connectionString: store.url });
  await database.connect();
  await database.query(
    `UPDATE hosts SET circuit = 'open', circuit_since = now(), next_at = now() + interval '1 hour'`,
  );
  await database.end();
  const crawl = await newsmill(['crawl', address], { env });
  const { host } = new URL(address);
  expect(crawl.stderr).toContain(`host_unavailable: ${host} is left alone until `);
  expect(crawl.stderr).toContain(`newsmill hosts retry ${host}`);
  expect(crawl.stdout).toContain('failed 1 (host_unavailable 1)');
  expect(web.paths()).toEqual([]);
});
