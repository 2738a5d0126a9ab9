/** Labelled documents through the store's own path, and how well copies were told from what only looks alike. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { dedupeBatch } from '../../src/pipeline/dedupe-batch.ts';
import type { Db } from '../../src/store/database.ts';
import type { LabelledDocument } from './dedupe-cases.ts';

export interface ClassScore {
  readonly class: string;
  readonly documents: number;
  /** Pairs of copies, and how many of them were put together. */
  readonly pairs: number;
  readonly found: number;
  /** Documents that were put together with one of another text. */
  readonly wrong: number;
  /** Pairs that were put together and are none, of which the first is of this class. */
  readonly wrongPairs: number;
}

export interface Score {
  readonly documents: number;
  /** Of all pairs that were put together, the share that are copies. */
  readonly precision: number;
  readonly recall: number;
  readonly classes: readonly ClassScore[];
  /** Some pairs that were put together and are none, by their ids. */
  readonly wrongPairs: readonly (readonly [one: string, other: string])[];
}

const MOST_WRONG_PAIRS = 500;

/** @param db an empty, migrated database */
export async function scoreDedupe(db: Db, documents: readonly LabelledDocument[]): Promise<Score> {
  const output = new PassThrough();
  const written = text(output);
  const lines = documents.map(({ id, url, title, body }) => `${JSON.stringify({ id, url, title, body })}\n`);
  await dedupeBatch({ input: Readable.from(lines), output, db });
  output.end();
  const clusters = new Map<string, string>();
  for (const line of (await written).trimEnd().split('\n')) {
    const { id, cluster } = JSON.parse(line) as { id: string; cluster: string | null };
    clusters.set(id, cluster ?? `none: ${id}`);
  }
  return scoreClusters(documents, ({ id }) => clusters.get(id) ?? `missing: ${id}`);
}

function scoreClusters(
  documents: readonly LabelledDocument[],
  clusterOf: (document: LabelledDocument) => string,
): Score {
  const byCluster = Map.groupBy(documents, clusterOf);
  const byTruth = Map.groupBy(documents, (document) => document.truth);
  const wrongPairs: [string, string][] = [];
  const wrongIn = new Map<string, number>();
  let [together, right] = [0, 0];
  for (const members of byCluster.values())
    for (const [i, one] of members.entries())
      for (const other of members.slice(i + 1)) {
        together += 1;
        if (one.truth === other.truth) right += 1;
        else {
          wrongIn.set(one.class, (wrongIn.get(one.class) ?? 0) + 1);
          if (wrongPairs.length < MOST_WRONG_PAIRS) wrongPairs.push([one.id, other.id]);
        }
      }
  const classes = [...Map.groupBy(documents, (document) => document.class)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]): ClassScore => {
      let [pairs, found, wrong] = [0, 0, 0];
      for (const document of list) {
        const cluster = clusterOf(document);
        if (byCluster.get(cluster)?.some((other) => other.truth !== document.truth)) wrong += 1;
        for (const other of byTruth.get(document.truth) ?? []) {
          if (other.id <= document.id) continue;
          pairs += 1;
          if (clusterOf(other) === cluster) found += 1;
        }
      }
      return { class: name, documents: list.length, pairs, found, wrong, wrongPairs: wrongIn.get(name) ?? 0 };
    });
  const pairs = classes.reduce((sum, score) => sum + score.pairs, 0);
  return {
    documents: documents.length,
    precision: together === 0 ? 1 : right / together,
    recall: pairs === 0 ? 1 : classes.reduce((sum, score) => sum + score.found, 0) / pairs,
    classes,
    wrongPairs,
  };
}
