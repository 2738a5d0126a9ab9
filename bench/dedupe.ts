/**
 * Recognising copies: what it costs, and how well it does. Ends with 1 where a bar is missed.
 *
 *   npm run bench:dedupe -- DOCUMENTS.jsonl[.gz]   CPU milliseconds a document for fingerprints and for comparing it with
 *       its candidates, on one thread, without a database; lines as for `newsmill dedupe`. Where they are labelled
 *       (`truth`, `class`), the store's own path is scored as well.
 *   npm run bench:dedupe -- --real FOLDER [--cases N] [--seed N]   Real articles, read from the pages in FOLDER
 *       (`../shared/corpora`), changed as the world changes them, and forms that are filled in anew, through the
 *       store's own path: precision and recall of pairs, class by class.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { DedupeLine } from '../src/pipeline/dedupe-batch.ts';
import { openDatabase } from '../src/store/database.ts';
import { type LabelledDocument, realCases } from './support/dedupe-cases.ts';
import { costOf } from './support/dedupe-cost.ts';
import { type Score, scoreDedupe } from './support/dedupe-score.ts';
import { templateCases } from './support/dedupe-templates.ts';
import { realArticles } from './support/real-articles.ts';
import { type Scratch, startScratch } from './support/scratch.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    real: { type: 'string' },
    cases: { type: 'string', default: '60' },
    forms: { type: 'string', default: '9' },
    seed: { type: 'string', default: '1' },
    wrong: { type: 'boolean', default: false },
  },
});
const ROUNDS = 3;
const BARS = { cpuMs: 1.2, labelledF1: 0.985, wrongInAnyClass: 0.005, realPrecision: 0.97 };
const missed: string[] = [];
const bar = (what: string, isMet: boolean): void => {
  if (!isMet) missed.push(what);
};

const Labels = z.object({ id: z.union([z.string(), z.number()]), truth: z.string(), class: z.string() });

async function documentsOf(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const lines = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  const documents = lines.map((line) => DedupeLine.parse(line));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { comparisons, fingerprints, comparing } = costOf(documents);
    best = Math.min(best, fingerprints + comparing);
    console.log(
      `round ${round}: ${documents.length} documents, ${comparisons} comparisons: fingerprints ${fingerprints.toFixed(3)} ms, ` +
        `comparing ${comparing.toFixed(3)} ms, together ${(fingerprints + comparing).toFixed(3)} ms CPU a document`,
    );
  }
  bar(`${best.toFixed(2)} ms CPU a document`, best <= BARS.cpuMs);
  const labels = lines.map((line) => Labels.safeParse(line));
  const labelled = documents.flatMap((document, i): LabelledDocument[] => {
    const label = labels[i]?.data;
    return label === undefined ? [] : [{ ...document, ...label, id: String(label.id) }];
  });
  if (labelled.length < documents.length) return;
  await using scratch = await startScratch({ durable: false });
  const score = await scored(scratch, 'labelled', labelled);
  const f1 = (2 * score.precision * score.recall) / (score.precision + score.recall);
  bar(`F1 ${f1.toFixed(4)}`, f1 >= BARS.labelledF1);
  for (const { class: name, documents: all, wrong } of score.classes)
    bar(`${wrong} of ${all} wrong in ${name}`, wrong <= all * BARS.wrongInAnyClass);
}

async function real(folder: string): Promise<void> {
  const articles = realArticles(folder);
  const [cases, forms, seed] = [values.cases, values.forms, values.seed].map(Number);
  await using scratch = await startScratch({ durable: false });
  for (const [name, documents] of [
    [`real texts, from ${articles.length} articles`, realCases(articles, cases ?? 0, seed ?? 0)],
    ['forms filled in anew', templateCases(forms ?? 0, seed ?? 0)],
  ] as const) {
    const { precision } = await scored(scratch, name, documents);
    bar(`precision ${precision.toFixed(4)} on ${name}`, precision >= BARS.realPrecision);
  }
}

async function scored(
  scratch: Scratch,
  name: string,
  documents: readonly LabelledDocument[],
): Promise<Score> {
  await using database = openDatabase({
    connectionString: await scratch.create(name.replace(/\W+/g, '_')),
    poolSize: 2,
  });
  const score = await scoreDedupe(database.db, documents);
  const { precision, recall } = score;
  console.log(
    `${name}: ${score.documents} documents, pair precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
  console.table(
    Object.fromEntries(
      score.classes.map((c) => [
        c.class,
        {
          documents: c.documents,
          recall: c.pairs === 0 ? '-' : (c.found / c.pairs).toFixed(3),
          'wrongly merged': c.wrong,
          precision: c.found + c.wrongPairs === 0 ? '-' : (c.found / (c.found + c.wrongPairs)).toFixed(3),
        },
      ]),
    ),
  );
  if (values.wrong) for (const [one, other] of score.wrongPairs) console.log(`wrong: ${one} ${other}`);
  return score;
}

const [path] = positionals;
if (values.real !== undefined) await real(values.real);
if (path !== undefined) await documentsOf(path);
if (path === undefined && values.real === undefined) {
  console.error('Give a file of documents, or --real and a folder with the corpora.');
  process.exit(2);
}
if (missed.length > 0) {
  console.log(`missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
