/**
 * What recognising copies costs: CPU milliseconds a document for fingerprints and for comparing it with
 * its candidates, on one thread, without a database. `node bench/dedupe.ts DOCUMENTS.jsonl[.gz]`
 *
 * Lines as for `newsmill dedupe`. Candidates are found as the store finds them.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { textKey } from '../src/dedupe/fingerprint.ts';
import { candidateKeys } from '../src/dedupe/shingles.ts';
import { type Comparable, comparable, verify } from '../src/dedupe/verify.ts';
import { DedupeLine } from '../src/pipeline/dedupe-batch.ts';

const ROUNDS = 3;

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write('Give a file of documents: node bench/dedupe.ts DOCUMENTS.jsonl[.gz]\n');
  process.exit(2);
}
const bytes = readFileSync(path);
const documents = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => DedupeLine.parse(JSON.parse(line)));

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const perDocument = (ms: number): string => (ms / documents.length).toFixed(3);

for (let round = 1; round <= ROUNDS; round += 1) {
  const prepared: { text: Comparable; keys: number[] }[] = [];
  const fingerprints = cpuMs(() => {
    for (const { title, body, url } of documents) {
      textKey({ title, text: body });
      const text = comparable({ title, text: body, host: URL.parse(url)?.host ?? null });
      prepared.push({ text, keys: candidateKeys(text.body) });
    }
  });
  const owners = new Map<number, number>();
  let pairs = 0;
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
        pairs += 1;
        // As in the store, the candidate's text is prepared anew.
        verify(text, comparable({ title: other.title, text: other.body }));
      }
    });
  });
  process.stdout.write(
    `round ${round}: ${documents.length} documents, ${pairs} comparisons: ` +
      `fingerprints ${perDocument(fingerprints)} ms, comparing ${perDocument(comparing)} ms, ` +
      `together ${perDocument(fingerprints + comparing)} ms CPU a document\n`,
  );
}
