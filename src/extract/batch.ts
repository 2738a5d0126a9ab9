/** Many pages from files: JSON Lines in, JSON Lines out, in the same order, on all threads, in bounded memory. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { asNewsmillError, type Failure, NewsmillError } from '../errors.ts';
import { readLines } from '../lines.ts';
import { asGiven, type GivenArticle } from './addressless.ts';
import { NO_ADDRESS } from './extraction.ts';
import { readPageFile } from './page-file.ts';
import type { ExtractPool } from './pool.ts';

/** One line of the input. */
export const BatchLine = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  /** The page's address. What is no http(s) address is taken for a label, and the page is read without one. */
  url: z.string().optional(),
  /** A file with the page's body, gzipped if its name ends in `.gz`. Relative to the working folder. */
  file: z.string().min(1),
  contentType: z.string().optional(),
  /** What a feed said of the page; used where the page itself is silent. */
  hints: z
    .strictObject({
      title: z.string(),
      published: z.string(),
      authors: z.array(z.string()),
      language: z.string(),
      siteName: z.string(),
    })
    .partial()
    .optional(),
});

/** One line of the output. */
export interface BatchAnswer {
  readonly id: string | number | null;
  /** The line of the input that is answered, from 1; blank lines count too. */
  readonly inputLine: number;
  readonly article: GivenArticle | null;
  readonly error?: Failure;
}

export interface BatchOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly pool: ExtractPool;
  /** Called after each answered line. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface BatchSummary {
  readonly pages: number;
  readonly articles: number;
  readonly failures: number;
}

/** Longest line that is read, in bytes: an id, an address, a path and what a feed said. */
const MAX_LINE_BYTES = 64 * 1024;

/**
 * Answers every line; a line that cannot be read is answered with an error and the rest goes on.
 * At most four pages a thread are in memory; of a line longer than an id, an address and a path need, nothing is kept.
 */
export async function runBatch(options: BatchOptions): Promise<BatchSummary> {
  const { input, output, pool, signal } = options;
  const inFlight: Promise<BatchAnswer>[] = [];
  let pages = 0;
  let articles = 0;
  const writeFirst = async (): Promise<void> => {
    const answer = await inFlight.shift();
    if (answer === undefined) return;
    pages++;
    if (answer.article !== null) articles++;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
    options.onProgress?.(pages);
  };
  for await (const { number, text } of readLines(input, MAX_LINE_BYTES)) {
    signal?.throwIfAborted();
    if (text?.trim() === '') continue;
    while (inFlight.length >= pool.threads * 4) await writeFirst();
    inFlight.push(answerLine(text, number, options));
  }
  while (inFlight.length > 0) await writeFirst();
  return { pages, articles, failures: pages - articles };
}

async function answerLine(line: string | null, number: number, options: BatchOptions): Promise<BatchAnswer> {
  let id: BatchAnswer['id'] = null;
  try {
    const request = parseLine(line, number);
    id = request.id;
    const { bytes, contentType } = await readPageFile(request.file);
    const result = await options.pool.extract(
      {
        bytes,
        url: webAddress(request.url),
        contentType: request.contentType ?? contentType,
        fetchedAt: Date.now(),
        ...(request.hints === undefined ? {} : { hints: defined(request.hints) }),
      },
      { transfer: true, ...(options.signal === undefined ? {} : { signal: options.signal }) },
    );
    return result.failure === undefined
      ? { id, inputLine: number, article: asGiven(result.content) }
      : { id, inputLine: number, article: null, error: result.failure };
  } catch (thrown) {
    return { id, inputLine: number, article: null, error: asNewsmillError(thrown).toFailure() };
  }
}

function parseLine(line: string | null, number: number): z.infer<typeof BatchLine> {
  if (line === null)
    throw new NewsmillError('invalid_input', `Line ${number} has more than ${MAX_LINE_BYTES} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new NewsmillError('invalid_input', `Line ${number} is no JSON.`, { cause });
  }
  const parsed = BatchLine.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? '' : ` ${issue.path.join('.')}:`;
    throw new NewsmillError('invalid_input', `Line ${number}:${place} ${issue?.message ?? 'is wrong'}.`);
  }
  return parsed.data;
}

/** Without members that are there and undefined. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function webAddress(url: string | undefined): string {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : NO_ADDRESS;
}
