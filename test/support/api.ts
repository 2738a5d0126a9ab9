/** The API on a real socket, over a real database and real queues. */
import { type Api, type ApiParts, createApi, listen } from '../../src/api/index.ts';
import type { ArticleContent } from '../../src/article/article.ts';
import { Config } from '../../src/config/schema.ts';
import { textKey } from '../../src/dedupe/fingerprint.ts';
import type { SourceId } from '../../src/ids.ts';
import { createLog } from '../../src/observe/log.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { queueBackendFrom } from '../../src/queue/backends.ts';
import { createQueues, type Queues } from '../../src/queue/queues.ts';
import { type StoredExtraction, storeExtraction } from '../../src/store/articles.ts';
import { type Database, inTransaction, openDatabase } from '../../src/store/database.ts';
import { createTestDatabase } from './postgres.ts';

export const TOKEN = 'a-token-for-tests-only';

export interface TestApi extends AsyncDisposable {
  readonly api: Api;
  readonly url: string;
  readonly database: Database;
  readonly queues: Queues;
  /** Everything that was logged, as JSON lines. */
  readonly logged: string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** With the token. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

export async function startApi(
  options: { readonly api?: Record<string, unknown>; readonly parts?: Partial<ApiParts> } = {},
): Promise<TestApi> {
  const disposables = new AsyncDisposableStack();
  const { url: databaseUrl } = disposables.use(await createTestDatabase());
  const database = disposables.use(openDatabase({ connectionString: databaseUrl, poolSize: 5 }));
  const config = Config.parse({ api: { port: 0, ...options.api } });
  const backend = await queueBackendFrom({ queueUrl: null, database: databaseUrl });
  const queues = disposables.use(await createQueues({ backend, config: config.queue }));
  const logged: string[] = [];
  const log = createLog(
    { level: 'debug', format: 'json' },
    { destination: { write: (line) => void logged.push(line) }, isTerminal: false },
  );
  const metrics = createMetrics({ processMetrics: false });
  const api = await createApi({ config, database, queues, log, metrics, token: TOKEN, ...options.parts });
  disposables.defer(() => api.close());
  const { port } = new URL(await listen(api, config.api, true, log));
  const url = `http://127.0.0.1:${port}`;
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(20_000), ...init });
  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    get(path, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    api,
    url,
    database,
    queues,
    logged,
    get,
    send,
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

/** An article's content with what a test cares about. */
export function content(overrides: Partial<ArticleContent> & { url: string }): ArticleContent {
  const text = overrides.text ?? `What ${overrides.url} says about the harbour.`;
  return {
    canonicalUrl: overrides.url,
    ampUrl: null,
    syndication: [],
    siteName: 'The Harbour Post',
    title: 'Ferry returns to the old pier',
    subtitle: null,
    organisations: [],
    authors: ['Ida Quist'],
    section: null,
    tags: [],
    language: 'en',
    published: '2026-03-01T06:30:00.000Z',
    publishedPrecision: 'minute',
    modified: null,
    text,
    markdown: text,
    html: `<p>${text}</p>`,
    excerpt: null,
    image: null,
    entries: [],
    images: [],
    wordCount: text.split(' ').length,
    type: 'article',
    access: 'free',
    contentHash: Buffer.from(text).toString('hex').padEnd(64, '0').slice(-64),
    provenance: {},
    confidence: {},
    ...overrides,
  };
}

/** Stores a content as an extraction of it would be. */
export function store(
  { db }: Database,
  article: ArticleContent,
  options: { readonly sourceId?: SourceId; readonly fetchedAt?: Date } = {},
): Promise<StoredExtraction> {
  return inTransaction(db, (tx) =>
    storeExtraction(tx, {
      content: article,
      urls: [article.url],
      textKey: textKey(article),
      sourceId: options.sourceId ?? null,
      snapshotId: null,
      fetchedAt: options.fetchedAt ?? new Date(),
    }),
  );
}
