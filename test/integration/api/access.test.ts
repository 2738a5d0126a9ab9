import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi, TOKEN } from '../../support/api.ts';

let api: TestApi;

const source = {
  id: 'post',
  definition: { name: 'Post', feeds: ['https://post.example/feed'], every: '15m' },
};

/** fetch sets Host, Origin and Sec-Fetch-Site by itself; this sends what it is given. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}${path}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const own = (): string => new URL(api.url).host;

describe('on a loopback address', () => {
  beforeAll(async () => {
    api = await startApi({ api: { allowedHosts: ['mill.internal'] } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  it('lets anybody read and only the token write', async () => {
    expect((await api.get('/v1/sources')).status).toBe(200);
    const writes: [string, string][] = [
      ['POST', '/v1/sources'],
      ['POST', '/v1/urls'],
      ['DELETE', '/v1/sources/post'],
      ['POST', '/v1/sources/post/pause'],
      ['PUT', '/queues/api/queues/fetch/pause'],
      ['PUT', '/queues/api/queues/fetch/obliterate'],
    ];
    for (const [method, path] of writes) {
      for (const authorization of ['', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, 'Bearer', TOKEN]) {
        const answer = await api.get(path, { method, headers: { ...json, authorization }, body: '{}' });
        expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 401`);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
        expect(await answer.json()).toMatchObject({ error: { code: 'token_required' } });
      }
    }
    expect((await api.send('POST', '/v1/sources', source)).status).toBe(201);
  });

  it.each(['evil.example', 'localhost.evil.example', '10.0.0.5:80', '127.0.0.1.evil.example', 'a b'])(
    'refuses requests addressed to %j',
    async (host) => {
      const answer = await raw('GET', '/v1/sources', { host });
      expect([400, 421]).toContain(answer.status);
      expect(answer.text).not.toContain('"sources"');
      expect((await raw('GET', '/healthz', { host })).text).not.toContain('ok');
    },
  );

  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:8080', 'mill.internal', 'Mill.Internal:443'])(
    'takes requests addressed to %s',
    async (host) => {
      expect((await raw('GET', '/v1/sources', { host })).status).toBe(200);
    },
  );

  it('refuses writes that a page of another origin sends, token or not', async () => {
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`, 'http://localhost']) {
      const headers = { ...json, origin, authorization: `Bearer ${TOKEN}` };
      expect((await raw('POST', '/v1/sources', headers, JSON.stringify(source))).status).toBe(403);
    }
    const headers = { ...json, origin: api.url, authorization: `Bearer ${TOKEN}` };
    const other = JSON.stringify({ ...source, id: 'other' });
    expect((await raw('POST', '/v1/sources', headers, other)).status).toBe(201);
  });

  it('lets a browser sign in, act, and sign out', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: api.url };
    const wrong = await raw('POST', '/login', form, 'token=guess&next=%2Fqueues');
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(wrong.text).toContain('That is not the token.');

    const right = await raw('POST', '/login', form, `token=${TOKEN}&next=%2Fqueues`);
    expect(right.status).toBe(303);
    expect(right.headers.location).toBe('/queues');
    const [setCookie = ''] = right.headers['set-cookie'] ?? [];
    expect(setCookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(setCookie).not.toContain(TOKEN);
    const cookie = setCookie.split(';', 1)[0] ?? '';

    const pause = (headers: Record<string, string>) => raw('PUT', '/queues/api/queues/fetch/pause', headers);
    expect((await pause({ cookie, origin: api.url })).status).toBe(200);
    expect((await pause({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    // In the words that the board's page shows.
    expect(JSON.parse((await pause({})).text)).toMatchObject({
      error: { code: 'token_required', key: 'ERRORS.FORBIDDEN' },
      message: expect.stringContaining('/login'),
    });
    // What another site can make a browser send: the cookie, but not the origin.
    expect((await pause({ cookie })).status).toBe(401);
    expect((await pause({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(401);
    expect((await pause({ cookie, origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await pause({ cookie: `${cookie}x`, origin: api.url })).status).toBe(401);
    expect((await pause({ cookie: cookie.replace(/\d/, '9'), origin: api.url })).status).toBe(401);

    expect((await raw('GET', '/', { cookie, host: own() })).text).toContain('sign out');
    const out = await raw('POST', '/logout', { cookie, origin: api.url });
    expect(out.headers['set-cookie']?.[0]).toContain('Max-Age=0');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\nb'])(
    'never leads to another site after signing in: %j',
    async (next) => {
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: api.url };
      const answer = await raw(
        'POST',
        '/login',
        form,
        new URLSearchParams({ token: TOKEN, next }).toString(),
      );
      expect(answer.headers.location).toBe('/');
    },
  );
});

describe('on an address that other machines can reach', () => {
  beforeAll(async () => {
    api = await startApi({ api: { host: '0.0.0.0', token: TOKEN } });
  });
  afterAll(() => api[Symbol.asyncDispose]());

  it('needs the token for reads, too, health checks excepted', async () => {
    for (const path of [
      '/v1/articles',
      '/v1/changes',
      '/metrics',
      '/docs/json',
      '/queues',
      '/',
      '/v1/nothing',
    ]) {
      expect(`${path} ${(await api.get(path)).status}`).toBe(`${path} 401`);
    }
    for (const path of ['/healthz', '/readyz', '/login']) {
      expect(`${path} ${(await api.get(path)).status}`).toBe(`${path} 200`);
    }
    for (const path of ['/v1/articles', '/v1/changes', '/metrics', '/docs/json', '/']) {
      expect(`${path} ${(await api.send('GET', path)).status}`).toBe(`${path} 200`);
    }
  });

  it('is called by whatever name leads to it', async () => {
    const headers = { host: 'news.example', authorization: `Bearer ${TOKEN}` };
    expect((await raw('GET', '/v1/sources', headers)).status).toBe(200);
  });

  it('leads a person to the sign-in page and back', async () => {
    const answer = await api.get('/queues?x=1', { headers: { accept: 'text/html,*/*' } });
    expect(answer.status).toBe(303);
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe('/login?next=%2Fqueues%3Fx%3D1');
    expect(await (await api.get(location)).text()).toContain('value="/queues?x=1"');
  });
});

describe('what goes wrong', () => {
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api[Symbol.asyncDispose]());

  it('has one form, whatever it is', async () => {
    const auth = { authorization: `Bearer ${TOKEN}` };
    const cases: [number, Promise<Response>][] = [
      [400, api.get('/v1/urls', { method: 'POST', headers: { ...auth, ...json }, body: '{"urls":' })],
      [400, api.get('/v1/urls', { method: 'POST', headers: { ...auth, ...json } })],
      [
        415,
        api.get('/v1/urls', { method: 'POST', headers: { ...auth, 'content-type': 'text/csv' }, body: 'a' }),
      ],
      [413, api.send('POST', '/v1/urls', { urls: ['x'.repeat(2 * 1024 * 1024)] })],
      [404, api.send('PATCH', '/v1/urls', {})],
      [400, api.send('POST', '/v1/urls', { urls: [], colour: 'red' })],
      [400, api.get('/v1/articles/%zz')],
      [414, api.get(`/v1/articles/${'x'.repeat(300)}`)],
    ];
    for (const [status, pending] of cases) {
      const answer = await pending;
      const body: unknown = await answer.json();
      expect(answer.status, JSON.stringify(body)).toBe(status);
      expect(body).toMatchObject({
        error: { class: 'permanent', code: expect.any(String), message: expect.any(String) },
      });
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('keeps the insides of a failure in the log', async () => {
    await api.database.pool.query('ALTER TABLE change_position RENAME TO elsewhere');
    const answer = await api.get('/v1/changes');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('"code":"database_failed"');
    expect(text).not.toContain('change_position');
    const [requestId = 'none'] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text) ?? [];
    const line = api.logged.find((l) => l.includes(requestId));
    expect(line).toContain('change_position');
    expect(line).toContain('"level":"error"');
  });
});
