/** Floors of copy recognition on the labelled documents, through the store. Lowering one is a decision. */
import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dedupeBatch } from '../../src/pipeline/dedupe-batch.ts';
import { openDatabase } from '../../src/store/database.ts';
import { corpusPath, haveCorpora } from '../support/corpora.ts';
import { startScratchPostgres } from '../support/scratch-postgres.ts';

interface Labelled {
  readonly id: string;
  readonly truth: string;
  readonly class: string;
}

const FLOOR = { precision: 0.995, recall: 0.985, f1: 0.99 };
/** No document of these may be put together with one of another story. */
const NEVER_WRONG = /^(template_|same_event|url_reuse|shared_statement|roundup|brief_neg|singleton)/;
const WRONG_ANYWHERE = 0.005;

const pairsOf = (counts: Iterable<number>): number =>
  [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);

function countBy(keys: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}

describe.skipIf(!haveCorpora())('copies among 5,000 documents', () => {
  it('are recognised, and what only looks alike is not taken for one', async () => {
    const path = corpusPath('dedupe', 'hardset.jsonl.gz');
    const documents = gunzipSync(readFileSync(path))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Labelled);
    await using postgres = await startScratchPostgres();
    await using database = openDatabase({ connectionString: postgres.connectionString, poolSize: 2 });
    const output = new PassThrough();
    const written = text(output);
    await dedupeBatch({ input: createReadStream(path).pipe(createGunzip()), output, db: database.db });
    output.end();
    const clusters = new Map(
      (await written)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; cluster: string })
        .map((answer) => [answer.id, answer.cluster]),
    );
    const found = documents.map((d) => clusters.get(d.id) ?? '');
    const truths = documents.map((d) => d.truth);
    const both = pairsOf(countBy(truths.map((truth, i) => `${truth}|${found[i]}`)));
    const precision = both / pairsOf(countBy(found));
    const recall = both / pairsOf(countBy(truths));
    expect(precision).toBeGreaterThanOrEqual(FLOOR.precision);
    expect(recall).toBeGreaterThanOrEqual(FLOOR.recall);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(FLOOR.f1);

    const truthsIn = new Map<string, Set<string>>();
    found.forEach((cluster, i) => {
      truthsIn.set(cluster, (truthsIn.get(cluster) ?? new Set()).add(truths[i] ?? ''));
    });
    const wrong = new Map<string, { all: number; wrong: number }>();
    documents.forEach((document, i) => {
      const row = wrong.get(document.class) ?? { all: 0, wrong: 0 };
      row.all += 1;
      if ((truthsIn.get(found[i] ?? '')?.size ?? 0) > 1) row.wrong += 1;
      wrong.set(document.class, row);
    });
    expect(wrong.size).toBe(20);
    for (const [name, row] of wrong) {
      const most = NEVER_WRONG.test(name) ? 0 : WRONG_ANYWHERE;
      expect(row.wrong / row.all, name).toBeLessThanOrEqual(most);
    }
  });
});
