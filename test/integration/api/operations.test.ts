import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi, listen } from '../../../src/api/index.ts';
import { articleJsonSchema } from '../../../src/config/json-schema.ts';
import { Config } from '../../../src/config/schema.ts';
import { createLog, silentLog } from '../../../src/observe/log.ts';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { queueBackendFrom } from '../../../src/queue/backends.ts';
import { createQueues } from '../../../src/queue/queues.ts';
import { openDatabase } from '../../../src/store/database.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/store/embedded/embedded-postgres.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { content, startApi, store, type TestApi, TOKEN } from '../../support/api.ts';

describe('with everything in order', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startApi();
  });
  afterEach(() => api[Symbol.asyncDispose]());

  it('is alive and ready', async () => {
    expect(await (await api.get('/healthz')).json()).toMatchObject({ status: 'ok' });
    const ready = await api.get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      checks: [
        { name: 'database', ok: true, message: expect.stringMatching(/^PostgreSQL 1[5-9]/), mend: null },
        { name: 'migrations', ok: true },
        { name: 'queue', ok: true },
      ],
    });
  });

  it('is not ready on a database that lacks migrations, and says what mends it', async () => {
    await api.database.pool.query(
      'DELETE FROM schema_migrations WHERE name = (SELECT max(name) FROM schema_migrations)',
    );
    const ready = await api.get('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      checks: expect.arrayContaining([
        expect.objectContaining({ name: 'migrations', ok: false, mend: 'newsmill migrate' }),
      ]),
    });
  });

  it('gives the gauges to a scrape', async () => {
    await store(api.database, content({ url: 'https://post.example/1' }));
    await api.send('POST', '/v1/urls', { urls: ['https://post.example/2'] });
    await api.get('/v1/changes');
    await api.queues.add('maintain', { name: 'prune', data: {}, id: 'p' });
    const answer = await api.get('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    const text = await answer.text();
    expect(text).toContain('newsmill_queue_jobs{queue="maintain",state="waiting"} 1');
    expect(text).toContain('newsmill_frontier_urls{state="waiting"} 1');
    expect(text).toMatch(/newsmill_changes_position [1-9]/);
  });

  it('publishes its schemas', async () => {
    const answer = await api.get('/v1/schemas/article');
    expect(answer.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(articleJsonSchema())));
    for (const name of ['config', 'source'])
      expect(await (await api.get(`/v1/schemas/${name}`)).json()).toHaveProperty('properties');
    expect((await api.get('/v1/schemas/other')).status).toBe(400);
  });

  it('describes every route in an OpenAPI document of its own making', async () => {
    const document = (await (await api.get('/docs/json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { parameters?: { name: string }[]; security?: unknown }>>;
      components: { schemas: Record<string, { properties: Record<string, unknown> }> };
    };
    expect(document.openapi).toBe('3.1.0');
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'delete /v1/sources/{id}',
      'get /healthz',
      'get /metrics',
      'get /readyz',
      'get /v1/articles',
      'get /v1/articles/snapshot',
      'get /v1/articles/{id}',
      'get /v1/articles/{id}/addresses',
      'get /v1/articles/{id}/revisions',
      'get /v1/articles/{id}/revisions/{from}..{to}',
      'get /v1/articles/{id}/revisions/{revision}',
      'get /v1/changes',
      'get /v1/clusters/{id}',
      'get /v1/hosts',
      'get /v1/schemas/{name}',
      'get /v1/sources',
      'get /v1/sources/{id}',
      'get /v1/visits',
      'post /v1/clusters/{id}/merge',
      'post /v1/clusters/{id}/split',
      'post /v1/sources',
      'post /v1/sources/{id}/pause',
      'post /v1/sources/{id}/resume',
      'post /v1/sources/{id}/run',
      'post /v1/urls',
    ]);
    for (const route of routes.filter((r) => !r.startsWith('get '))) {
      const [method = '', path = ''] = route.split(' ');
      expect(document.paths[path]?.[method]?.security, route).toEqual([{ token: [] }]);
    }
    expect(document.components.schemas.Article?.properties).toHaveProperty('contentHash');
    const text = JSON.stringify(document);
    expect(text.includes('"#/components/schemas/Article"')).toBe(true);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(name);
    expect(text.includes('Every address this article was found under')).toBe(true);
    const { parameters } = document.paths['/v1/articles']?.get ?? {};
    expect(parameters?.find((p) => p.name === 'limit')).toMatchObject({
      required: false,
      description: expect.stringContaining('at most 200'),
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
    const page = await api.get('/docs/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
  });

  it('shows the queues on a board that asks nobody else', async () => {
    const page = await api.get('/queues');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('newsmill queues');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    const list = (await (await api.get('/queues/api/queues')).json()) as { queues: { name: string }[] };
    expect(list.queues.map((q) => q.name).sort()).toEqual([
      'deliver',
      'discover',
      'extract',
      'fetch',
      'maintain',
      'render',
    ]);
  });
});

describe('listen', () => {
  async function startOn(port: number, explicit: boolean) {
    const lines: string[] = [];
    const log = createLog(
      { level: 'info', format: 'json' },
      { destination: { write: (line) => void lines.push(line) }, isTerminal: false },
    );
    const started = await startApi();
    const config = Config.parse({ api: { port } }).api;
    await started.api.close();
    const api = await createApi({
      config: Config.parse({}),
      database: started.database,
      queues: started.queues,
      log: silentLog(),
      metrics: createMetrics({ processMetrics: false }),
      token: TOKEN,
    });
    try {
      const url = await listen(api, config, explicit, log);
      const { status } = await fetch(`${url}/healthz`);
      return { url, status, lines };
    } finally {
      await api.close();
      await started[Symbol.asyncDispose]();
    }
  }

  async function occupied(): Promise<{ port: number; [Symbol.asyncDispose](): Promise<void> }> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return {
      port,
      [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
    };
  }

  it('takes the next free port when nobody chose one, and says so', async () => {
    await using taken = await occupied();
    const { url, status, lines } = await startOn(taken.port, false);
    expect(status).toBe(200);
    const used = Number(new URL(url).port);
    expect(used).toBeGreaterThan(taken.port);
    expect(used).toBeLessThan(taken.port + 20);
    expect(lines.join()).toContain(`port ${taken.port} is taken, so the API uses ${used}`);
  });

  it('refuses when somebody chose a port that is taken', async () => {
    await using taken = await occupied();
    await expect(startOn(taken.port, true)).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringContaining(`Port ${taken.port}`),
    });
  });
});

it('stays up while the database is away, says so, and goes on when it is back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-away-'));
  let postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    const { connectionString } = postgres;
    await migrate(connectionString);
    await using database = openDatabase({ connectionString, poolSize: 3 });
    const config = Config.parse({ api: { port: 0 } });
    const backend = await queueBackendFrom({ queueUrl: null, database: connectionString });
    await using queues = await createQueues({ backend, config: config.queue });
    const metrics = createMetrics({ processMetrics: false });
    const api = await createApi({ config, database, queues, log: silentLog(), metrics, token: TOKEN });
    try {
      const url = await listen(api, config.api, true, silentLog());
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await postgres.stop();

      await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 15_000 }).toBe(503);
      const { checks } = (await (await fetch(`${url}/readyz`)).json()) as {
        checks: { ok: boolean; mend: string | null }[];
      };
      expect(checks.map((check) => check.ok)).toEqual([false, false, false]);
      expect(checks.every((check) => check.mend !== null)).toBe(true);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const answer = await fetch(`${url}/v1/articles`);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await answer.json()).toMatchObject({ error: { class: 'ours', code: 'database_unreachable' } });
      expect((await fetch(`${url}/metrics`)).status).toBe(200);
      const scrape = await (await fetch(`${url}/metrics`)).text();
      expect(scrape).toMatch(/newsmill_gauge_errors_total\{gauge="frontier_urls"\} [12]/);
      expect(scrape).not.toContain('newsmill_frontier_urls{');

      postgres = await startEmbeddedPostgres({ dataDir, durable: false });
      await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
      expect((await fetch(`${url}/v1/articles`)).status).toBe(200);
    } finally {
      await api.close();
    }
  } finally {
    await postgres.stop();
    await removeEmbeddedPostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
