import { afterEach, beforeEach, expect, it } from 'vitest';
import { SourceDefinition } from '../../../src/config/source.ts';
import { SourceId } from '../../../src/ids.ts';
import { claimTurn, sourcesDue, upsertSource } from '../../../src/store/sources.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
let told: number;
beforeEach(async () => {
  told = 0;
  api = await startApi({
    parts: {
      onSourcesChanged: () => {
        told += 1;
        if (told === 2) throw new Error('the schedulers are away');
      },
    },
  });
});
afterEach(() => api[Symbol.asyncDispose]());

const definition = { name: 'Post', feeds: ['https://post.example/feed'], every: '15m' };

async function body(answer: Promise<Response>): Promise<{ status: number; body: Record<string, unknown> }> {
  const { status, ...rest } = await answer;
  const response = await answer;
  return { status, body: { ...rest, ...((await response.json()) as Record<string, unknown>) } };
}

it('adds, changes, lists and removes a source, and tells the schedulers each time', async () => {
  const added = await body(api.send('POST', '/v1/sources', { id: 'post', definition }));
  expect(added).toMatchObject({
    status: 201,
    body: {
      id: 'post',
      origin: 'api',
      paused: false,
      lastDueAt: null,
      definition: { every: '15m', priority: 50 },
    },
  });
  const changed = { ...definition, every: '1h' };
  expect((await body(api.send('POST', '/v1/sources', { id: 'post', definition: changed }))).status).toBe(200);
  // The schedulers could not follow: the change stands, and the log says so.
  expect(api.logged.join()).toContain('the schedulers are away');
  expect((await body(api.send('POST', '/v1/sources', { id: 'post', definition: changed }))).status).toBe(200);
  expect(told).toBe(2);
  const { body: listed } = await body(api.get('/v1/sources'));
  expect(listed.sources).toMatchObject([{ id: 'post', definition: { every: '1h' } }]);
  expect((await body(api.get('/v1/sources/post'))).body).toMatchObject({ id: 'post' });
  const removed = await api.send('DELETE', '/v1/sources/post');
  expect(removed.status).toBe(204);
  expect(await removed.text()).toBe('');
  expect(told).toBe(3);
  expect((await api.get('/v1/sources/post')).status).toBe(404);
  expect((await api.send('DELETE', '/v1/sources/post')).status).toBe(404);
});

it('pauses, resumes and runs', async () => {
  const id = SourceId.parse('post');
  await api.send('POST', '/v1/sources', { id, definition });
  const now = new Date();
  const turn = { now, nextDueAt: new Date(now.getTime() + 900_000), slackMs: 5000 };
  expect(await claimTurn(api.database.db, id, turn)).toBe(true);
  expect(await sourcesDue(api.database.db, 10)).toEqual([]);
  expect((await body(api.send('POST', '/v1/sources/post/run'))).status).toBe(202);
  expect(await sourcesDue(api.database.db, 10)).toEqual(['post']);
  expect(await body(api.send('POST', '/v1/sources/post/pause'))).toMatchObject({
    status: 200,
    body: { paused: true },
  });
  expect(await sourcesDue(api.database.db, 10)).toEqual([]);
  expect(await body(api.send('POST', '/v1/sources/post/run'))).toMatchObject({
    status: 409,
    body: { error: { code: 'state_conflict' } },
  });
  expect(await body(api.send('POST', '/v1/sources/post/resume'))).toMatchObject({ body: { paused: false } });
  expect(await sourcesDue(api.database.db, 10)).toEqual(['post']);
  expect((await api.send('POST', '/v1/sources/none/run')).status).toBe(404);
});

it('leaves the definition of a source that belongs to a file alone', async () => {
  const own = SourceDefinition.parse(definition);
  await upsertSource(api.database.db, SourceId.parse('filed'), own, 'file');
  const taken = await body(api.send('POST', '/v1/sources', { id: 'filed', definition }));
  expect(taken.status).toBe(409);
  expect(JSON.stringify(taken.body)).toContain('edit or remove filed.yaml');
  expect((await api.send('DELETE', '/v1/sources/filed')).status).toBe(409);
  expect((await api.send('POST', '/v1/sources/filed/pause')).status).toBe(200);
});

it('says everything that is wrong with a definition', async () => {
  const { status, body: answer } = await body(
    api.send('POST', '/v1/sources', {
      id: 'Post!',
      definition: {
        name: '',
        feeds: ['gopher://a'],
        cron: '61 * * * *',
        timezone: 'Mars/Base',
        every: 'often',
        colour: 1,
      },
    }),
  );
  expect(status).toBe(400);
  const { fields } = answer.error as { fields: { path: string }[] };
  expect(fields.map((f) => f.path).sort()).toEqual([
    'body.definition',
    'body.definition.cron',
    'body.definition.every',
    'body.definition.every',
    'body.definition.feeds.0',
    'body.definition.name',
    'body.definition.timezone',
    'body.id',
  ]);
});
