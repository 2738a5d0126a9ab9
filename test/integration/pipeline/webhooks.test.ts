import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createAddressGuard, createGuardedDispatcher } from '../../../src/fetch/index.ts';
import { Cursor } from '../../../src/ids.ts';
import { storeExtraction } from '../../../src/store/articles.ts';
import { readChanges } from '../../../src/store/changes.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { findDelivery, resumeDelivery } from '../../../src/store/deliveries.ts';
import { startDeliver } from '../../../workers/deliver.ts';
import { type FakeWeb, startFakeWeb } from '../../fakeweb/server.ts';
import { eventually } from '../../support/cli.ts';
import { openTestParts, type TestParts } from '../../support/parts.ts';
import { contentOf, extractionOf } from '../../support/store.ts';

const secret = 'a secret of the test only';

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

async function addArticle(parts: TestParts, n: number): Promise<void> {
  const content = contentOf(
    `https://harbour.example/${n}`,
    `Report ${n}`,
    `Report number ${n} tells of the harbour. ${uuidv7()}`,
  );
  await inTransaction(parts.store.db, (tx) => storeExtraction(tx, extractionOf(content)));
}

async function open(web: FakeWeb): Promise<TestParts> {
  return openTestParts({
    settings: {
      fetch: { delayMs: 0 },
      webhooks: [{ name: 'desk', url: `${web.base}/hook`, secret, batch: 3 }],
    },
  });
}

function deliver(parts: TestParts, allowed: string[]): Promise<AsyncDisposable> {
  const dispatcher = createGuardedDispatcher(createAddressGuard(allowed), { connectTimeoutMs: 2000 });
  return startDeliver({ ...parts, dispatcher, userAgent: 'newsmill-test/1' });
}

describe('webhooks', () => {
  it('get every change once, in order, signed, in spite of failures in between', async () => {
    await using web = await startFakeWeb();
    await using parts = await open(web);
    const titles: string[] = [];
    const ids: string[] = [];
    let calls = 0;
    web.routes.set('/hook', async (request) => {
      const body = await bodyOf(request);
      calls += 1;
      const {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      } = request.headers;
      const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
      if (signature !== `v1,${expected}`) return { status: 400, body: 'bad signature' };
      if (calls === 2) return { status: 503, body: 'one moment' };
      ids.push(String(id));
      const message = JSON.parse(body) as { changes: { type: string; article: { title: string } }[] };
      titles.push(...message.changes.map((c) => c.article.title));
      return { status: 204 };
    });
    await using _running = await deliver(parts, ['127.0.0.1']);
    for (let n = 1; n <= 8; n += 1) await addArticle(parts, n);
    await eventually('all changes', () => titles.length >= 8);
    expect(titles).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Report ${n}`));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stop at a refusal, say why, and go on from there when resumed', async () => {
    await using web = await startFakeWeb();
    await using parts = await open(web);
    let refuses = true;
    const taken: number[] = [];
    web.routes.set('/hook', async (request) => {
      const message = JSON.parse(await bodyOf(request)) as { changes: unknown[] };
      if (refuses) return { status: 422, body: 'title is missing' };
      taken.push(message.changes.length);
      return { status: 200 };
    });
    await using _running = await deliver(parts, ['127.0.0.1']);
    await addArticle(parts, 1);
    const stopped = await eventually('the stop', async () => {
      const delivery = await findDelivery(parts.store.db, 'desk');
      return delivery?.stopped ? delivery : undefined;
    });
    expect(stopped).toMatchObject({ cursor: '0', lastCode: 'delivery_refused' });
    expect(stopped.lastMessage).toContain('title is missing');
    refuses = false;
    await resumeDelivery(parts.store.db, 'desk');
    await eventually('the delivery', () => taken.length === 1);
  });

  it('never go to an address that the guard refuses', async () => {
    await using web = await startFakeWeb();
    await using parts = await open(web);
    web.routes.set('/hook', { status: 200 });
    await using _running = await deliver(parts, []);
    await addArticle(parts, 1);
    const failed = await eventually('the failure', async () => {
      const delivery = await findDelivery(parts.store.db, 'desk');
      return delivery?.lastMessage ? delivery : undefined;
    });
    expect(failed).toMatchObject({ lastCode: 'address_refused', stopped: true });
    expect(web.log).toEqual([]);
  });

  it('stop where changes were removed before they were sent, and say so', async () => {
    await using web = await startFakeWeb();
    await using parts = await open(web);
    const cursors: string[] = [];
    web.routes.set('/hook', async (request) => {
      cursors.push((JSON.parse(await bodyOf(request)) as { cursor: string }).cursor);
      return { status: 200 };
    });
    const running = await deliver(parts, ['127.0.0.1']);
    await addArticle(parts, 1);
    await eventually('the first delivery', () => cursors.length === 1);
    await running[Symbol.asyncDispose]();
    for (let n = 2; n <= 5; n += 1) await addArticle(parts, n);
    await readChanges(parts.store.db, Cursor.parse('0'), 10);
    await parts.store.database.pool.query('DELETE FROM changes WHERE position IN (2, 3)');
    await using _again = await deliver(parts, ['127.0.0.1']);
    const stopped = await eventually('the stop', async () => {
      const delivery = await findDelivery(parts.store.db, 'desk');
      return delivery?.stopped ? delivery : undefined;
    });
    expect(stopped).toMatchObject({ cursor: '1', lastCode: 'cursor_expired' });
    expect(stopped.lastMessage).toContain('Changes 2 to 3 were removed');
    await parts.store.database.pool.query('DELETE FROM changes WHERE position = 1');
    await resumeDelivery(parts.store.db, 'desk');
    await eventually('the rest', () => cursors.at(-1) === '5');
  });
});
