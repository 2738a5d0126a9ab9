/** Extracts every labelled page and scores what comes out, in figures from 0 to 1. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ArticleContent } from '../../src/article/article.ts';
import { extractPage } from '../../src/extract/extract.ts';
import { CORPUS_NAMES, corpusPath } from '../support/corpora.ts';
import {
  comparableNames,
  comparableText,
  holds,
  oneLine,
  sameFile,
  sameSet,
  statedDate,
} from './field-scores.ts';
import { countShingles, harmonic, mean, rougeLSum, shingleScore, tokenF1 } from './text-scores.ts';

export type Figures = Readonly<Record<string, number>>;

/** `own` is the project's own labelled pages, the others stand beside a checkout. */
export const CORPORA = ['own', ...CORPUS_NAMES] as const;
export type Corpus = (typeof CORPORA)[number];

const Truth = z.object({
  url: z.string().optional(),
  html: z.string().optional(),
  articleBody: z.string().optional(),
  title: z.string().nullable().optional(),
  authors: z.array(z.string()).nullable().optional(),
  published: z.string().nullable().optional(),
  body: z.string().nullable().optional(),
  images: z.array(z.string()).nullable().optional(),
  with: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
});
type Truth = z.infer<typeof Truth>;

interface Labelled {
  readonly id: string;
  readonly truth: Truth;
  readonly article: ArticleContent | null;
}

/** No page is dated by the clock of the run. */
const FETCHED_AT = Date.UTC(2026, 10, 1);
const OWN = new URL('../fixtures/extract/', import.meta.url);

/** Scores one corpus. A figure is there only where the labels allow it. */
export function measure(corpus: Corpus): Figures {
  const pages = corpus === 'own' ? ownPages() : corpusPages(corpus);
  if (corpus === 'articles') return bodyFigures(pages);
  if (corpus === 'fundus-eval') return { rougeLSum: meanOf(pages, rougeLSum) };
  if (corpus === 'htmldate') return { day: dayShare(pages) };
  if (corpus === 'trafilatura') {
    return {
      segmentsF: segmentsF(pages),
      title: titleShare(pages),
      authorsF1: authorsF1(pages),
      day: dayShare(pages),
    };
  }
  return {
    title: titleShare(pages),
    authors: authorsExact(pages),
    day: dayShare(pages),
    instant: instantShare(pages),
    ...(pages.some(({ truth }) => truth.images) ? { image: imageShare(pages) } : {}),
    body: meanOf(pages, tokenF1),
  };
}

/** One number for a corpus and the code that scores it: figures compare only where it is the same. */
export function digestOf(corpus: Corpus): string {
  const hash = createHash('sha256');
  for (const file of ['text-scores.ts', 'field-scores.ts', 'measure.ts'])
    hash.update(readFileSync(new URL(file, import.meta.url)));
  if (corpus === 'own') {
    for (const folder of ownFolders())
      for (const file of ['page.html', 'expected.json'])
        hash.update(readFileSync(new URL(`${folder}/${file}`, OWN)));
  } else {
    hash.update(readFileSync(corpusPath(corpus, 'truth.json')));
    for (const name of readdirSync(corpusPath(corpus, 'html')).sort())
      hash.update(name).update(readFileSync(corpusPath(corpus, 'html', name)));
  }
  return hash.digest('hex');
}

function corpusPages(corpus: Exclude<Corpus, 'own'>): Labelled[] {
  const all = z
    .record(z.string(), Truth)
    .parse(JSON.parse(readFileSync(corpusPath(corpus, 'truth.json'), 'utf8')));
  return Object.entries(all).map(([id, truth]) => ({
    id,
    truth,
    article: read(
      gunzipSync(readFileSync(corpusPath(corpus, truth.html ?? `html/${id}.html.gz`))),
      truth.url ?? 'https://page.example/',
    ),
  }));
}

const Expected = z.object({
  url: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  published: z.string(),
  headings: z.array(z.string()),
  paragraphs: z.array(z.string()),
});

function ownFolders(): string[] {
  return readdirSync(fileURLToPath(OWN))
    .filter((name) => existsSync(new URL(`${name}/expected.json`, OWN)))
    .sort();
}

function ownPages(): Labelled[] {
  return ownFolders().map((id) => {
    const expected = Expected.parse(JSON.parse(readFileSync(new URL(`${id}/expected.json`, OWN), 'utf8')));
    const { url, title, authors, published, headings, paragraphs } = expected;
    return {
      id,
      truth: { url, title, authors, published, body: [...headings, ...paragraphs].join('\n') },
      article: read(readFileSync(new URL(`${id}/page.html`, OWN)), url),
    };
  });
}

function read(bytes: Uint8Array, address: string): ArticleContent | null {
  const url = /^https?:\/\//.test(address) && URL.canParse(address) ? address : 'https://page.invalid/';
  return extractPage({ bytes, url, contentType: null, fetchedAt: FETCHED_AT }).content ?? null;
}

function bodyFigures(pages: readonly Labelled[]): Figures {
  const score = shingleScore(
    pages.map(({ truth, article }) => countShingles(article?.text ?? '', truth.articleBody ?? '')),
  );
  return { f1: score.f1, recall: score.recall, exact: score.exact };
}

function meanOf(pages: readonly Labelled[], score: (found: string, truth: string) => number | null): number {
  return mean(
    pages.flatMap(({ truth, article }) => (truth.body ? (score(article?.text ?? '', truth.body) ?? []) : [])),
  );
}

function share(results: readonly (boolean | null)[]): number {
  return mean(results.flatMap((result) => (result === null ? [] : result ? 1 : 0)));
}

function titleShare(pages: readonly Labelled[]): number {
  return share(
    pages.map(({ truth, article }) =>
      truth.title === undefined
        ? null
        : comparableText(article?.title ?? '') === comparableText(truth.title ?? ''),
    ),
  );
}

function authorsExact(pages: readonly Labelled[]): number {
  return share(
    pages.map(({ truth, article }) =>
      truth.authors && truth.authors.length > 0
        ? sameSet(comparableNames(truth.authors), comparableNames(article?.authors ?? []))
        : null,
    ),
  );
}

function authorsF1(pages: readonly Labelled[]): number {
  let hit = 0;
  let found = 0;
  let wanted = 0;
  for (const { truth, article } of pages) {
    if (!truth.authors || truth.authors.length === 0) continue;
    const names = comparableNames(truth.authors);
    const got = comparableNames(article?.authors ?? []);
    hit += names.intersection(got).size;
    found += got.size;
    wanted += names.size;
  }
  return harmonic(found === 0 ? 0 : hit / found, wanted === 0 ? 0 : hit / wanted);
}

/** Accuracy counts a wrong day and a missing day alike, as github.com/adbar/htmldate does. */
function dayShare(pages: readonly Labelled[]): number {
  return share(
    pages.map(({ truth, article }) => {
      const wanted = statedDate(truth.published);
      return wanted === null ? null : statedDate(article?.published)?.day === wanted.day;
    }),
  );
}

function instantShare(pages: readonly Labelled[]): number {
  return share(
    pages.map(({ truth, article }) => {
      const wanted = statedDate(truth.published)?.at ?? null;
      if (wanted === null) return null;
      const found = statedDate(article?.published)?.at ?? null;
      return found !== null && Math.abs(found - wanted) < 60_000;
    }),
  );
}

function imageShare(pages: readonly Labelled[]): number {
  return share(
    pages.map(({ truth, article }) =>
      truth.images && truth.images.length > 0
        ? article !== null && article.image !== null && sameFile(article.image, truth.images)
        : null,
    ),
  );
}

/** F of segments that must and must not be in the text (github.com/adbar/trafilatura). */
function segmentsF(pages: readonly Labelled[]): number {
  let hit = 0;
  let wrong = 0;
  let missing = 0;
  for (const { truth, article } of pages) {
    const text = article?.text ?? '';
    const folded = oneLine(text);
    for (const segment of truth.with ?? []) {
      if (holds(text, folded, segment)) hit++;
      else missing++;
    }
    for (const segment of truth.without ?? []) if (holds(text, folded, segment)) wrong++;
  }
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missing);
}
