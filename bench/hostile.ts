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

await using pool = createExtractPool({ threads: 2, heapMb: 512, timeoutMs: 4500, recycleAfter: 5000 });
for (let i = 0; i < 100; i++)
  await Promise.all([
    pool.extract(ordinaryPage(), { transfer: true }),
    pool.extract(ordinaryPage(), { transfer: true }),
  ]);

interface Row {
  readonly page: string;
  readonly group: string;
  readonly outcome: string;
  readonly ms: number;
  /** Longest an ordinary page took beside it, less what one takes when nothing else runs. */
  readonly 'late ms': number;
  readonly 'pages beside': number;
}

/** One ordinary page, in milliseconds. */
async function ordinary(what: string): Promise<number> {
  const start = performance.now();
  const { failure } = await pool.extract(ordinaryPage(), { transfer: true });
  if (failure !== undefined) throw new Error(`${what} harmed its neighbour: ${failure.message}`);
  return performance.now() - start;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const quiet: number[] = [];
for (let i = 0; i < 50; i++) {
  quiet.push(await ordinary('Nothing'));
  await pause();
}
const usual = quiet.sort((a, b) => a - b)[Math.floor(quiet.length / 2)] ?? 0;

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
    // Two pages follow the hostile one: those meet the thread that it may have cost.
    for (let after = 0; after < 2; ) {
      if (ended) after++;
      worst = Math.max(worst, await ordinary(page.name));
      beside++;
      await pause();
    }
    const { result, ms } = await hostile;
    rows.push({
      page: page.name,
      group,
      outcome: result.failure?.code ?? 'article',
      ms: Math.round(ms),
      'late ms': Math.max(0, Math.round(worst - usual)),
      'pages beside': beside,
    });
  }
}

/** Of each group of pages: how many, how they ended, the slowest, and how late a neighbour was at most. */
function summary(group: string): Record<string, string | number> {
  const own = rows.filter((row) => row.group === group);
  const slowest = own.reduce((a, b) => (b.ms > a.ms ? b : a));
  const articles = own.filter(({ outcome }) => outcome === 'article').length;
  return {
    group,
    pages: own.length,
    articles,
    'mean ms': Math.round(own.reduce((total, { ms }) => total + ms, 0) / own.length),
    'slowest ms': slowest.ms,
    slowest: slowest.page,
    'late ms': Math.max(...own.map((row) => row['late ms'])),
  };
}

console.table([...new Set(rows.map(({ group }) => group))].map(summary));
console.table(rows.toSorted((a, b) => b.ms - a.ms).slice(0, Number(values.slowest)));
const outcomes = new Map<string, number>();
for (const { outcome } of rows) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
const late = rows.filter((row) => row['late ms'] > 100);
console.log(`${rows.length} pages:`, Object.fromEntries(outcomes));
console.log(
  `over 5 s: ${rows.filter(({ ms }) => ms > 5000).length}; neighbours late by more than 100 ms: ${late.length} ` +
    `(an ordinary page takes ${usual.toFixed(1)} ms)`,
);
