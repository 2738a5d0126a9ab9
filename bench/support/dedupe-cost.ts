/** What recognising copies costs on one thread, without a database. */
import { textKey } from '../../src/dedupe/fingerprint.ts';
import { candidateKeys } from '../../src/dedupe/shingles.ts';
import { type Comparable, comparable, verify } from '../../src/dedupe/verify.ts';

export interface Costs {
  readonly comparisons: number;
  /** CPU milliseconds a document. */
  readonly fingerprints: number;
  readonly comparing: number;
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Fingerprints documents and compares each with its candidates, which are found as the store finds them. */
export function costOf(
  documents: readonly { readonly title: string; readonly body: string; readonly url: string }[],
): Costs {
  const prepared: { text: Comparable; keys: number[] }[] = [];
  const fingerprints = cpuMs(() => {
    for (const { title, body, url } of documents) {
      textKey({ title, text: body });
      const text = comparable({ title, text: body, host: URL.parse(url)?.host ?? null });
      prepared.push({ text, keys: candidateKeys(text.body) });
    }
  });
  const owners = new Map<number, number>();
  let comparisons = 0;
  const comparing = cpuMs(() => {
    prepared.forEach(({ text, keys }, i) => {
      const shared = new Map<number, number>();
      for (const key of keys) {
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, i);
        else shared.set(owner, (shared.get(owner) ?? 0) + 1);
      }
      for (const [owner, count] of shared) {
        const other = documents[owner];
        if (other === undefined || (count < 2 && keys.length >= 12)) continue;
        comparisons += 1;
        // As in the store, the candidate's text is prepared anew.
        verify(text, comparable({ title: other.title, text: other.body }));
      }
    });
  });
  return {
    comparisons,
    fingerprints: fingerprints / documents.length,
    comparing: comparing / documents.length,
  };
}
