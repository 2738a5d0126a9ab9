/**
 * How long each hostile page takes in the pool's own thread, and how late an ordinary page beside it is.
 *
 *   node bench/hostile.ts [--only TEXT] [--slowest N]
 */
import { parseArgs } from 'node:util';
import { createExtractPool } from '../src/extract/pool.ts';
import { HOSTILE_PAGES, inputOf, ordinaryPage } from '../test/hostile/pages.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, slowest: { type: 'string', default: '25' } },
});

await using pool = createExtractPool({ threads: 2, heapMb: 512, timeoutMs: 5000, recycleAfter: 5000 });
for (let i = 0; i < 100; i++)
  await Promise.all([
    pool.extract(ordinaryPage(), { transfer: true }),
    pool.extract(ordinaryPage(), { transfer: true }),
  ]);

interface Row {
  readonly page: string;
  readonly outcome: string;
  readonly ms: number;
  /** Longest an ordinary page took beside it. */
  readonly 'beside ms': number;
  readonly 'pages beside': number;
}

const rows: Row[] = [];
for (const [group, pages] of Object.entries(HOSTILE_PAGES)) {
  for (const page of pages) {
    if (!`${group} ${page.name}`.includes(values.only)) continue;
    const input = inputOf(page);
    const began = performance.now();
    let ended = false;
    const hostile = pool.extract(input, { transfer: true }).then((result) => {
      ended = true;
      return { result, ms: performance.now() - began };
    });
    let worst = 0;
    let beside = 0;
    while (!ended) {
      const start = performance.now();
      const { failure } = await pool.extract(ordinaryPage(), { transfer: true });
      if (failure !== undefined) throw new Error(`${page.name} harmed its neighbour: ${failure.message}`);
      worst = Math.max(worst, performance.now() - start);
      beside++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { result, ms } = await hostile;
    rows.push({
      page: `${group}: ${page.name}`,
      outcome: result.failure?.code ?? 'article',
      ms: Math.round(ms),
      'beside ms': Math.round(worst),
      'pages beside': beside,
    });
  }
}
rows.sort((a, b) => b.ms - a.ms);
console.table(rows.slice(0, Number(values.slowest)));
const outcomes = new Map<string, number>();
for (const { outcome } of rows) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
console.log(`${rows.length} pages:`, Object.fromEntries(outcomes));
