import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Demo, type StoryKind, startDemo } from '../../../src/demo/index.ts';

let folder: string;
let clock: Date;
const said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-demo-'));
  clock = new Date('2026-03-01T12:00:00Z');
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(port?: number): Promise<Demo> {
  return startDemo({
    host: '127.0.0.1',
    stateFile: join(folder, 'state/demo.json'),
    port,
    log: (sentence) => said.push(sentence),
    now: () => clock,
  });
}

function pass(seconds: number): void {
  clock = new Date(clock.getTime() + seconds * 1000);
}

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks the loopback address with the URL's own Host header, for not every machine resolves *.localhost. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    request({
      host: '127.0.0.1',
      port,
      path: pathname + search,
      method,
      headers: { host, ...headers },
      agent: false,
    })
      .once('error', reject)
      .once('response', (response) => {
        let body = '';
        response
          .setEncoding('utf8')
          .on('data', (text) => {
            body += text;
          })
          .once('error', reject)
          .once('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
      .end();
  });
}

function urlOf(demo: Demo, kind: StoryKind): string {
  const url = demo.stories.find((story) => story.kind === kind && story.arrivesAfterMs <= 0)?.url;
  if (url === undefined) throw new Error(`no story is ${kind}`);
  return url;
}

function editedUrl(demo: Demo): string {
  const url = demo.stories.find((story) => story.isEdited)?.url;
  if (url === undefined) throw new Error('no story is edited');
  return url;
}

describe('startDemo', () => {
  it('serves two papers on one port, told apart by the Host header', async () => {
    await using demo = await start(0);
    expect((await get(demo.urls.front)).body).toContain('<span>The Larkmouth Courier</span>');
    expect((await get(demo.urls.gazetteFront)).body).toContain('<span>Fennelbridge Gazette</span>');
    const stand = await get(`http://127.0.0.1:${demo.port}/`);
    expect(stand.body).toContain(demo.urls.gazetteFront);
    expect(stand.body).not.toContain('masthead');
  });

  it('names both papers as sources, and the addresses they need', async () => {
    await using demo = await start(0);
    expect(demo.sources.map((source) => source.id)).toEqual(['demo-courier', 'demo-gazette']);
    expect(demo.allowAddresses).toEqual([`courier.localhost:${demo.port}`, `gazette.localhost:${demo.port}`]);
    for (const { definition } of demo.sources) {
      for (const url of [...definition.feeds, ...definition.sitemaps, ...definition.hubs]) {
        expect((await get(url)).status, url).toBe(200);
      }
    }
  });

  it('lets stories come out in feeds, sitemap, front page and as pages', async () => {
    await using demo = await start(0);
    const coming = demo.stories.filter((story) => story.arrivesAfterMs > 0);
    await get(demo.urls.front);
    for (const story of coming) expect((await get(story.url)).status, story.id).toBe(404);
    pass(60);
    const lists = await Promise.all(
      [demo.urls.feed, demo.urls.gazetteFeed, demo.urls.sitemap, demo.urls.front, demo.urls.gazetteFront].map(
        async (url) => (await get(url)).body,
      ),
    );
    for (const story of coming) {
      expect((await get(story.url)).status, story.id).toBe(200);
      const listed = lists.filter((list) => list.includes(new URL(story.url).pathname)).length;
      expect(listed, story.id).toBe(story.url.startsWith(demo.urls.front) ? 3 : 2);
    }
  });

  it('edits a story after its first reading, also across a restart on the same port', async () => {
    let first: Got;
    let port: number;
    {
      await using demo = await start(0);
      port = demo.port;
      first = await get(editedUrl(demo));
      pass(3);
      expect((await get(editedUrl(demo))).body).toBe(first.body);
    }
    pass(3600);
    await using demo = await start();
    expect(demo.port).toBe(port);
    const later = await get(editedUrl(demo));
    expect(later.body).not.toBe(first.body);
    expect(later.body).toContain('"dateModified": "2026-03-01T12:00:04Z"');
    expect(later.headers['last-modified']).toBe('Sun, 01 Mar 2026 12:00:04 GMT');
    const published = '"datePublished": "2026-03-01T10:25:00Z"';
    expect(first.body).toContain(published);
    expect(later.body).toContain(published);
  });

  it('withdraws one story, hides one behind a wall, and closes a section to crawlers', async () => {
    await using demo = await start(0);
    expect((await get(urlOf(demo, 'gone'))).status).toBe(410);
    expect((await get(demo.urls.feed)).body).toContain(new URL(urlOf(demo, 'gone')).pathname);

    const stub = (await get(urlOf(demo, 'paywalled'))).body;
    expect(stub).toContain('"isAccessibleForFree": false');
    expect(stub).toContain('class="subscribers-only paywall"');

    const closed = new URL(urlOf(demo, 'closed')).pathname;
    expect((await get(demo.urls.robots)).body).toContain(`Disallow: /${closed.split('/')[1]}/\n`);
    expect((await get(demo.urls.front)).body).toContain(`href="${closed}"`);
  });

  it('answers conditional requests, HEAD, and refuses other methods', async () => {
    await using demo = await start(0);
    const page = await get(urlOf(demo, 'article'));
    const etag = String(page.headers.etag);
    const again = await get(urlOf(demo, 'article'), { 'if-none-match': etag });
    expect([page.status, again.status, again.body]).toEqual([200, 304, '']);
    const head = await get(demo.urls.front, {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await get(demo.urls.front, {}, 'POST')).status).toBe(405);
  });

  it('gives pictures for every story that names one', async () => {
    await using demo = await start(0);
    const front = (await get(demo.urls.front)).body;
    const pictures = [...front.matchAll(/<img src="(http[^"]+\.png)"/g)].map((match) => String(match[1]));
    expect(pictures.length).toBeGreaterThan(5);
    for (const url of pictures.slice(0, 2))
      expect((await get(url)).headers['content-type']).toBe('image/png');
  });

  it('closes at once while a slow page is awaited', async () => {
    const demo = await start(0);
    const slow = demo.stories.find((story) => story.id === 'lighthouse-keepers');
    const awaited = get(slow?.url ?? '').then(
      () => 'answered',
      () => 'cut off',
    );
    await get(demo.urls.front);
    await demo.close();
    expect(await awaited).toBe('cut off');
  });
});

describe('the port of the demo', () => {
  it('moves, and says so, when another program has it', async () => {
    let port: number;
    {
      await using demo = await start();
      port = demo.port;
    }
    const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await using demo = await start();
      expect(demo.port).not.toBe(port);
      expect(said).toEqual([expect.stringContaining(`Port ${port} of the demo newspaper is taken`)]);
    } finally {
      other.close();
    }
  });

  it('is refused when it was asked for and is taken', async () => {
    await using demo = await start(0);
    await expect(
      startDemo({ host: '127.0.0.1', stateFile: join(folder, 'other.json'), port: demo.port }),
    ).rejects.toMatchObject({ code: 'port_in_use' });
  });

  it('is shared by two newsmills with one state file', async () => {
    await using first = await start();
    const second = await start();
    expect(second.port).toBe(first.port);
    await second.close();
    expect((await get(first.urls.front)).status).toBe(200);
  });

  it('differs between two places, so that two checkouts do not meet', async () => {
    await using one = await start();
    await using other = await startDemo({
      host: '127.0.0.1',
      stateFile: join(folder, 'elsewhere/demo.json'),
    });
    expect(other.port).not.toBe(one.port);
  });
});

it('begins anew, and says so, where the state file is damaged', async () => {
  {
    await using demo = await start(0);
    await get(demo.urls.front);
  }
  const file = join(folder, 'state/demo.json');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
  await using demo = await start(0);
  expect(said).toEqual([expect.stringContaining('begins anew')]);
  expect((await get(demo.urls.front)).status).toBe(200);
});
