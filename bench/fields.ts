/**
 * How often each metadata field is right on the labelled pages beside a checkout, by where its value
 * was found: what the confidences of `src/extract/fields/confidence.ts` are taken from.
 *
 *   node bench/fields.ts
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { confidenceOf } from '../src/extract/fields/confidence.ts';
import { rfc3339 } from '../src/extract/fields/rfc3339.ts';
import { readMetadata } from '../src/extract/metadata.ts';
import { limitsOf } from '../src/extract/options.ts';
import { decodePage } from '../src/extract/page/charset.ts';
import { readPage } from '../src/extract/page/page.ts';
import { parsePage } from '../src/extract/page/parse.ts';
import {
  comparableNames,
  comparableText,
  sameFile,
  sameSet,
  statedDate,
} from '../test/quality/field-scores.ts';
import { corpusPath } from '../test/support/corpora.ts';

const FETCHED_AT = Date.UTC(2026, 10, 1);
const Truths = z.record(
  z.string(),
  z.object({
    url: z.string().optional(),
    html: z.string().optional(),
    title: z.string().nullish(),
    authors: z.array(z.string()).nullish(),
    published: z.string().nullish(),
    images: z.array(z.string()).nullish(),
  }),
);

const counts = new Map<string, { right: number; all: number }>();
function count(field: string, source: string, isRight: boolean): void {
  const key = `${field} ${source}`;
  const tally = counts.get(key) ?? { right: 0, all: 0 };
  tally.all += 1;
  if (isRight) tally.right += 1;
  counts.set(key, tally);
}

for (const corpus of ['fundus', 'trafilatura', 'htmldate'] as const) {
  const truths = Truths.parse(JSON.parse(readFileSync(corpusPath(corpus, 'truth.json'), 'utf8')));
  for (const [id, truth] of Object.entries(truths)) {
    const bytes = gunzipSync(readFileSync(corpusPath(corpus, truth.html ?? `html/${id}.html.gz`)));
    const url = /^https?:\/\//.test(truth.url ?? '') ? (truth.url ?? '') : 'https://page.invalid/';
    const limits = limitsOf({});
    const document = parsePage(decodePage(bytes, null, 'html').text, url, 'own', limits);
    const input = { bytes, url, contentType: null, fetchedAt: FETCHED_AT };
    const meta = readMetadata(readPage(document, url, limits), input);
    if (truth.title && meta.title !== null)
      count('title', meta.title.source, comparableText(meta.title.value) === comparableText(truth.title));
    if (truth.authors && truth.authors.length > 0 && meta.authors !== null)
      count(
        'authors',
        meta.authors.source,
        sameSet(comparableNames(truth.authors), comparableNames(meta.authors.value)),
      );
    const day = statedDate(truth.published)?.day;
    const { published } = meta.dates;
    if (day !== undefined && published !== null)
      count('published', published.source, rfc3339(published.at, published.offset).startsWith(day));
    if (truth.images && truth.images.length > 0 && meta.lead !== null)
      count('image', meta.lead.source, sameFile(meta.lead.value, truth.images));
  }
}

console.log('field      source         pages  right  smoothed  stated');
for (const [key, { right, all }] of [...counts].sort()) {
  const [field = '', source = ''] = key.split(' ');
  const figures = [right / all, (right + 2) / (all + 4), confidenceOf(field, source)];
  console.log(
    `${field.padEnd(10)} ${source.padEnd(13)} ${String(all).padStart(6)} ${figures.map((figure) => figure.toFixed(2).padStart(7)).join('')}`,
  );
}
