/** Many documents through the store's own path, in their order, and which of them became one. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ArticleContent } from '../article/article.ts';
import { textKey } from '../dedupe/fingerprint.ts';
import { asNewsmillError, type Failure, NewsmillError } from '../errors.ts';
import { contentHash } from '../extract/fields/content-hash.ts';
import { canonicalUrl } from '../frontier/canonical-url.ts';
import type { ArticleId } from '../ids.ts';
import { readLines } from '../lines.ts';
import { type NewExtraction, storeExtractions } from '../store/articles.ts';
import type { Db } from '../store/database.ts';

/** One line of the input. */
export const DedupeLine = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string(),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  body: z.string(),
  published: z.string().nullish(),
});
type DedupeLine = z.infer<typeof DedupeLine>;

/** One line of the output. */
export interface DedupeAnswer {
  readonly id: string | number | null;
  /** The line of the input that is answered, from 1; blank lines count too. */
  readonly inputLine: number;
  /** Documents with the same cluster carry the same text; null for a line that could not be read. */
  readonly cluster: string | null;
  readonly article?: string;
  /** The first document of the article of which this one is a later state. */
  readonly revisionOf?: string | number;
  /** Why it is where it is, one entry a decision. Empty: nothing like it came before. */
  readonly evidence: unknown;
  readonly error?: Failure;
}

export interface DedupeSummary {
  readonly documents: number;
  readonly articles: number;
  readonly clusters: number;
  readonly failures: number;
}

/** Longest line that is read, in bytes. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** Answers looked up and written at once. */
const PIECE = 500;
/** Lines stored at once. */
const LINES = 64;

interface Placed {
  readonly id: string | number | null;
  readonly inputLine: number;
  readonly article: ArticleId | null;
  /** The address under which an earlier document's article was known again; absent where it had the address. */
  readonly newAddress?: string;
  readonly revisionOf?: string | number;
  /** It shows only a part of what its address held before. */
  readonly isPart?: true;
  readonly error?: Failure;
}

/** What the documents before brought. */
interface Seen {
  readonly firstOf: Map<ArticleId, string | number>;
  /** Articles with their addresses. */
  readonly addresses: Set<string>;
}

/** A line as it was read: a document to store, or why there is none. */
type ReadLine = Pick<Placed, 'id' | 'inputLine'> &
  ({ readonly extraction: NewExtraction } | { readonly error: NewsmillError });

/**
 * Stores every document in the order of the lines and answers in that order once all are stored, because
 * a later one may still merge two clusters. A line that cannot be read is answered with an error.
 */
export async function dedupeBatch(options: {
  readonly input: Readable;
  readonly output: Writable;
  readonly db: Db;
  readonly onProgress?: (done: number) => void;
}): Promise<DedupeSummary> {
  const placed: Placed[] = [];
  const seen: Seen = { firstOf: new Map(), addresses: new Set() };
  for await (const lines of readPieces(options.input)) {
    placed.push(...(await place(options.db, lines, seen)));
    options.onProgress?.(placed.length);
  }
  const clusters = new Set<string>();
  for (let at = 0; at < placed.length; at += PIECE) {
    for (const answer of await answersOf(options.db, placed.slice(at, at + PIECE))) {
      if (answer.cluster !== null) clusters.add(answer.cluster);
      if (!options.output.write(`${JSON.stringify(answer)}\n`)) await once(options.output, 'drain');
    }
  }
  return {
    documents: placed.length,
    articles: seen.firstOf.size,
    clusters: clusters.size,
    failures: placed.filter((p) => p.error !== undefined).length,
  };
}

async function* readPieces(input: Readable): AsyncGenerator<ReadLine[]> {
  let lines: ReadLine[] = [];
  // Fetch times only have to grow: an earlier one would be taken for an older state of the page.
  const start = Date.now();
  for await (const { number, text } of readLines(input, MAX_LINE_BYTES)) {
    if (text?.trim() === '') continue;
    lines.push(readLine(text, number, new Date(start + number)));
    if (lines.length < LINES) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

function readLine(text: string | null, number: number, fetchedAt: Date): ReadLine {
  let id: Placed['id'] = null;
  try {
    const line = parseLine(text, number);
    id = line.id;
    const content = contentOf(line, number);
    const extraction = { content, urls: [content.url], textKey: textKey(content), fetchedAt };
    return { id, inputLine: number, extraction: { ...extraction, sourceId: null, snapshotId: null } };
  } catch (thrown) {
    return { id, inputLine: number, error: oneLine(asNewsmillError(thrown)) };
  }
}

/** What is wrong with one line is its own matter; a database that is gone concerns all. */
function oneLine(error: NewsmillError): NewsmillError {
  if (error.class === 'ours' || error.class === 'transient') throw error;
  return error;
}

async function place(db: Db, lines: readonly ReadLine[], { firstOf, addresses }: Seen): Promise<Placed[]> {
  const results = await storeExtractions(
    db,
    lines.flatMap((line) => ('extraction' in line ? line.extraction : [])),
  );
  let next = 0;
  return lines.map((line): Placed => {
    const { id, inputLine } = line;
    const result = 'error' in line ? { refused: line.error, articleId: null } : results[next++];
    if (result === undefined) throw new NewsmillError('internal', 'A document has no result');
    // A document that shows only a part of what its address held before belongs to that article.
    const article = 'stored' in result ? result.stored.articleId : result.articleId;
    if (article === null || id === null)
      return {
        id,
        inputLine,
        article: null,
        ...('refused' in result ? { error: oneLine(result.refused).toFailure() } : {}),
      };
    const first = firstOf.get(article);
    if (first === undefined) firstOf.set(article, id);
    const url = 'extraction' in line ? line.extraction.content.url : '';
    const address = addressKey(article, url);
    const isNewAddress = !addresses.has(address);
    addresses.add(address);
    return {
      id,
      inputLine,
      article,
      ...(first === undefined ? {} : { revisionOf: first }),
      ...(first !== undefined && isNewAddress ? { newAddress: url } : {}),
      ...('refused' in result ? { isPart: true } : {}),
    };
  });
}

const addressKey = (article: string, url: string): string => `${article} ${url}`;

function parseLine(text: string | null, number: number): DedupeLine {
  if (text === null)
    throw new NewsmillError('invalid_input', `Line ${number} has more than ${MAX_LINE_BYTES} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new NewsmillError('invalid_input', `Line ${number} is no JSON.`, { cause });
  }
  const parsed = DedupeLine.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? '' : ` ${issue.path.join('.')}:`;
  throw new NewsmillError('invalid_input', `Line ${number}:${place} ${issue?.message ?? 'is wrong'}.`);
}

/** The document as extraction would have given it. */
function contentOf(line: DedupeLine, number: number): ArticleContent {
  // PostgreSQL's text and jsonb hold no NUL.
  const clean = (value: string): string => value.replaceAll('\u0000', '').toWellFormed();
  const text = clean(line.body)
    .split(/\r?\n/)
    .map((block) => block.replace(/\s+/gu, ' ').trim())
    .filter((block) => block !== '')
    .join('\n');
  if (text === '') throw new NewsmillError('no_article', `Line ${number} has no body.`);
  const title = clean(line.title).replace(/\s+/gu, ' ').trim() || text.slice(0, 80);
  const { url } = canonicalUrl(line.url);
  const published = line.published == null ? Number.NaN : Date.parse(line.published);
  return {
    url,
    canonicalUrl: url,
    ampUrl: null,
    syndication: [],
    siteName: null,
    title,
    subtitle: null,
    authors: [],
    organisations: [],
    section: null,
    tags: [],
    language: null,
    published: Number.isNaN(published) ? null : new Date(published).toISOString(),
    publishedPrecision: Number.isNaN(published) ? null : 'second',
    modified: null,
    text,
    markdown: '',
    html: '',
    excerpt: null,
    image: null,
    entries: [],
    images: [],
    wordCount: text.split(/\s+/).length,
    type: 'article',
    access: 'free',
    contentHash: contentHash(title, text),
    provenance: {},
    confidence: {},
  };
}

async function answersOf(db: Db, placed: readonly Placed[]): Promise<DedupeAnswer[]> {
  const ids = [...new Set(placed.flatMap((p) => p.article ?? []))];
  const { rows } = await sql<{ id: string; cluster: string; membership: unknown }>`
    SELECT id, cluster_id AS cluster, membership FROM articles WHERE id = ANY(${ids}::uuid[])`.execute(db);
  const articles = new Map(rows.map((row) => [row.id, row]));
  const recognitions = await recognitionsOf(db, placed);
  return placed.map((document) => {
    const { id, inputLine, article, revisionOf, error } = document;
    const row = article === null ? undefined : articles.get(article);
    return {
      id,
      inputLine,
      cluster: row?.cluster ?? null,
      ...(article === null ? {} : { article }),
      ...(revisionOf === undefined ? {} : { revisionOf }),
      evidence:
        revisionOf === undefined
          ? (row?.membership ?? [])
          : [recognitions.get(document) ?? { rung: 'address', ...(document.isPart ? { part: true } : {}) }],
      ...(error === undefined ? {} : { error }),
    };
  });
}

/** How articles were known again by the documents that came under an address of their own. */
async function recognitionsOf(db: Db, placed: readonly Placed[]): Promise<ReadonlyMap<Placed, unknown>> {
  const found = placed.flatMap((document) => {
    const { article, newAddress } = document;
    return article === null || newAddress === undefined ? [] : [{ document, article, newAddress }];
  });
  if (found.length === 0) return new Map();
  const { rows } = await sql<{ article: string; url: string; evidence: unknown }>`
    SELECT article_id AS article, url, evidence FROM recognitions
    WHERE (article_id, url) IN (
      SELECT * FROM unnest(${found.map((f) => f.article)}::uuid[], ${found.map((f) => f.newAddress)}::text[]))`.execute(
    db,
  );
  const evidence = new Map(rows.map((row) => [addressKey(row.article, row.url), row.evidence]));
  return new Map(
    found.map(({ document, article, newAddress }) => [
      document,
      evidence.get(addressKey(article, newAddress)),
    ]),
  );
}
