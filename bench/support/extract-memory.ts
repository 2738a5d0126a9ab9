/**
 * Memory of a process that only extracts: pages through one thread of the pool as the extract role runs it.
 * A file of its own, so that the process holds nothing of what `bench/extract.ts` needs for its other parts.
 *
 *   node extract-memory.mjs PAGES FOLDER DIST
 *
 * Runs without its types, on the compiled files of the folder DIST, as an installed newsmill does: what strips types
 * of sources would be measured too.
 *
 * Each page is read from its file in the folder when its turn comes; what inflating would leave behind is not extraction's.
 * Prints resident memory after the second and the last tenth of the pages, their ratio, and the most there ever was.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , count, folder = '', dist = ''] = process.argv;
const { Config }: typeof import('../../src/config/schema.ts') = await import(`${dist}/src/config/schema.js`);
const { createExtractPool }: typeof import('../../src/extract/pool.ts') = await import(
  `${dist}/src/extract/pool.js`
);
const pages = Number(count);
const paths = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
const tenths: number[] = [];
let most = 0;
await using pool = createExtractPool({
  ...Config.parse({}).extract,
  threads: 1,
  spareThreads: 0,
  // Threads that are replaced would hide one that grows.
  recycleAfter: 1_000_000,
});
for (let i = 0; i < pages; i++) {
  const page = {
    bytes: readFileSync(paths[i % paths.length] ?? ''),
    url: 'https://news.example/2024/05/a-story.html',
    contentType: null,
    fetchedAt: Date.UTC(2026, 0, 1),
  };
  await pool.extract(page, { transfer: true });
  if (i % 100 === 99) most = Math.max(most, process.memoryUsage.rss());
  if ((i + 1) % Math.floor(pages / 10) === 0) tenths.push(process.memoryUsage.rss());
}
const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const second = tenths[1] ?? 1;
const last = tenths.at(-1) ?? 1;
console.log(`second tenth ${mb(second)}, last ${mb(last)} (${(last / second).toFixed(3)}), most ${mb(most)}`);
