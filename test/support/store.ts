/** A migrated database of its own for one test, opened, with helpers to fill it. */
import { createHash } from 'node:crypto';
import type { ArticleContent } from '../../src/article/article.ts';
import { textKey } from '../../src/dedupe/fingerprint.ts';
import { type Submission, submitUrls } from '../../src/frontier/intake.ts';
import type { HostKey } from '../../src/ids.ts';
import type { NewExtraction } from '../../src/store/articles.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

export interface TestStore extends AsyncDisposable {
  readonly database: Database;
  readonly db: Database['db'];
  readonly url: string;
}

export async function openTestStore(poolSize = 10): Promise<TestStore> {
  const made: TestDatabase = await createTestDatabase();
  const database = openDatabase({ connectionString: made.url, poolSize });
  return {
    database,
    db: database.db,
    url: made.url,
    async [Symbol.asyncDispose]() {
      await database.close();
      await made[Symbol.asyncDispose]();
    },
  };
}

/** Content as extraction would give it, for tests of what comes after. */
export function contentOf(url: string, title: string, text: string): ArticleContent {
  return {
    url,
    canonicalUrl: url,
    ampUrl: null,
    syndication: [],
    siteName: 'The Harbour Light',
    title,
    subtitle: null,
    authors: ['Ida Brandt'],
    organisations: [],
    section: null,
    tags: [],
    language: 'en',
    published: '2026-03-01T08:00:00.000Z',
    publishedPrecision: 'second',
    modified: null,
    text,
    markdown: text,
    html: `<p>${text}</p>`,
    excerpt: null,
    image: null,
    entries: [],
    images: [],
    wordCount: text.split(/\s+/).length,
    type: 'article',
    access: 'free',
    contentHash: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
    provenance: { title: 'json-ld' },
    confidence: {},
  };
}

export function extractionOf(content: ArticleContent, fetchedAt = new Date()): NewExtraction {
  return {
    content,
    urls: [content.canonicalUrl, content.url],
    textKey: textKey(content),
    sourceId: null,
    snapshotId: null,
    fetchedAt,
  };
}

/** Hosts that are lanes of their own, with one slot. */
export const paceOf = (delayMs: number) => (host: HostKey) => ({ delayMs, concurrency: 1, lane: host });

export async function addPages(
  db: Database['db'],
  urls: readonly string[],
  options: { delayMs?: number; kind?: Submission['kind'] } = {},
): Promise<void> {
  await submitUrls(
    db,
    urls.map((url) => ({ url, kind: options.kind ?? 'page' })),
    { policyOf: paceOf(options.delayMs ?? 1000) },
  );
}
