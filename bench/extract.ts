/**
 * What extraction costs: from a page's bytes to its complete article, warm, on one thread, beside plain
 * jsdom and Readability in the same run; two threads beside one; memory over many pages; quality; and
 * where the time goes.
 *
 *   node bench/extract.ts [--only PART,PART] [--rounds N] [--pages N] [--jsdom N]
 *
 * Parts: costs, profile, threads, memory, quality. Memory is that of the compiled package (dist/ is built for it), started as `bin/newsmill` starts it.
 * CPU time is the whole process's, so garbage collection on other threads counts. Costs are
 * those in plain Node, each in a process of its own; threads and memory are measured in processes that are started as
 * newsmill is.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { z } from 'zod';
import { extractPage } from '../src/extract/extract.ts';
import type { ExtractionInput } from '../src/extract/extraction.ts';
import { parseHtml } from '../src/extract/html/index.ts';
import { createExtractPool, type ExtractPool, THREAD_FLAGS } from '../src/extract/pool.ts';
import { measure } from '../test/quality/measure.ts';
import { CORPUS_NAMES, corpusPath, haveCorpora, readPage, spread } from '../test/support/corpora.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    pages: { type: 'string', default: '10000' },
    jsdom: { type: 'string', default: '90' },
    only: { type: 'string', default: 'costs,profile,threads,memory,quality' },
    /** How this bench starts itself, for what needs a process of its own. */
    child: { type: 'string', default: '' },
  },
});
if (!haveCorpora()) throw new Error('The labelled pages are not there');

const URL_OF_PAGE = 'https://news.example/2024/05/a-story.html';
const FETCHED_AT = Date.UTC(2026, 0, 1);
const paths = readdirSync(corpusPath('articles', 'html'))
  .sort()
  .map((name) => corpusPath('articles', 'html', name));
const inputOf = (path: string): ExtractionInput => ({
  bytes: gunzipSync(readFileSync(path)),
  url: URL_OF_PAGE,
  contentType: null,
  fetchedAt: FETCHED_AT,
});
const inputs: readonly ExtractionInput[] = paths.map(inputOf);
const rows: { what: string; value: string }[] = [];
const row = (what: string, value: string): void => {
  rows.push({ what, value });
};

/** CPU milliseconds of this process, all threads, while something runs. */
async function cpuOf(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const perPage = (total: number, pages: number): number => total / pages;

/** Rounds over the pages before anything counts. */
const WARM_ROUNDS = 25;

/** What is measured in a process of its own comes back as this. */
const Measured = z.record(z.string(), z.number());
type Measured = z.infer<typeof Measured>;

/** @param name of `CHILDREN` */
async function inProcess(name: string, flags: readonly string[], env = process.env): Promise<Measured> {
  const options = ['--rounds', values.rounds, '--jsdom', values.jsdom, '--child', name];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, import.meta.filename, ...options],
    { env },
  );
  return Measured.parse(JSON.parse(stdout));
}

async function costs(): Promise<void> {
  const own = await inProcess('own', []);
  const { jsdom = Number.NaN, pages = 0 } = await inProcess('jsdom', []);
  const of = (name: string): number => own[name] ?? Number.NaN;
  const ms = (name: string): string => `${of(name).toFixed(1)} ms`;
  row('bytes to article, mean CPU', `${of('best').toFixed(2)} ms a page`);
  row('bytes to article, wall median / p99 / worst', `${ms('median')} / ${ms('p99')} / ${ms('worst')}`);
  row('plain jsdom and Readability, mean CPU', `${jsdom.toFixed(1)} ms a page (${pages} pages)`);
  row('article to jsdom and Readability', `1/${(jsdom / of('best')).toFixed(1)}`);
  const engine = of('engine');
  row('own parse and Readability alone', `${engine.toFixed(2)} ms a page, 1/${(jsdom / engine).toFixed(1)}`);
}

/** CPU milliseconds a page of extraction, and of parsing and Readability alone; wall milliseconds of single pages. */
async function own(): Promise<Measured> {
  // Until V8 has compiled what is used: a thread of a running worker has read thousands of pages.
  for (let round = 0; round < WARM_ROUNDS; round++) for (const input of inputs) extractPage(input);
  const rounds = Number(values.rounds);
  let best = Number.POSITIVE_INFINITY;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const cpu = await cpuOf(() => {
      for (const input of inputs) {
        const start = performance.now();
        extractPage(input);
        times.push(performance.now() - start);
      }
    });
    best = Math.min(best, perPage(cpu, inputs.length));
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;

  const markup = paths.map(readPage);
  const bare = (html: string): void => {
    new Readability(parseHtml(html, URL_OF_PAGE) as unknown as Document).parse();
  };
  for (let round = 0; round < WARM_ROUNDS; round++) markup.forEach(bare);
  let engine = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++)
    engine = Math.min(engine, perPage(await cpuOf(() => markup.forEach(bare)), markup.length));
  return { best, engine, median: at(0.5), p99: at(0.99), worst: at(1 - 1e-9) };
}

/** CPU milliseconds a page of plain jsdom and Readability, as Node runs it. */
async function plainJsdom(): Promise<Measured> {
  const markup = paths.map(readPage);
  // Only this part needs it.
  const { closeJsdom, parseHtmlWithJsdom } = await import('../src/extract/html/jsdom.ts');
  const some = spread(markup, Number(values.jsdom));
  const reference = async (html: string): Promise<void> => {
    const document = parseHtmlWithJsdom(html, URL_OF_PAGE);
    new Readability(document as unknown as Document).parse();
    closeJsdom(document);
    // Its windows are collected only once the event loop has turned.
    await turn();
  };
  for (const html of some) await reference(html);
  const jsdom = perPage(
    await cpuOf(async () => {
      for (const html of some) await reference(html);
    }),
    some.length,
  );
  return { jsdom, pages: some.length };
}

/** How `bin/newsmill` starts Node. */
const AS_INSTALLED = {
  flags: ['--min-semi-space-size=4', '--max-semi-space-size=8', '--no-parallel-scavenge'],
  env: {
    ...process.env,
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '262144',
  },
};

/** A process whose main thread is what a thread of the pool is. */
const LIKE_A_THREAD = [...THREAD_FLAGS, '--no-parallel-scavenge'];

/** Pages a second of these pages through a pool that is warm. */
async function throughput(pool: ExtractPool, rounds: number): Promise<number> {
  const pages = inputs.length * rounds;
  let next = 0;
  const start = performance.now();
  const lane = async (): Promise<void> => {
    while (next < pages) {
      const input = inputs[next++ % inputs.length];
      if (input !== undefined) await pool.extract(input);
    }
  };
  // One more lane than threads, so that no thread waits for the event loop.
  await Promise.all(Array.from({ length: pool.threads + 1 }, lane));
  return pages / ((performance.now() - start) / 1000);
}

/** A thread's first 2,000 pages are compiled beside it, on the core that the other thread is to have. */
const THREAD_WARM_ROUNDS = 24;
const TURNS = 7;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Pages a second and CPU milliseconds a page of the pool in a process that is started as newsmill is. */
async function threads(): Promise<void> {
  const figures = await inProcess('pools', AS_INSTALLED.flags, AS_INSTALLED.env);
  const of = (name: string, digits: number): string => (figures[name] ?? Number.NaN).toFixed(digits);
  row(
    'one thread / two threads',
    `${of('one', 0)} / ${of('two', 0)} pages a second (${of('gain', 2)} times)`,
  );
  row('process CPU with one / with two threads', `${of('cpuOfOne', 2)} / ${of('cpuOfTwo', 2)} ms a page`);
}

/** One thread and two, in turns, so that what else the machine does meets both; what two gain is the median turn's. */
async function pools(): Promise<Measured> {
  const options = { heapMb: 512, timeoutMs: 30_000, recycleAfter: 1_000_000, spareThreads: 0 };
  await using one = createExtractPool({ ...options, threads: 1 });
  await using two = createExtractPool({ ...options, threads: 2 });
  await throughput(one, THREAD_WARM_ROUNDS);
  await throughput(two, 2 * THREAD_WARM_ROUNDS);
  const turns: { readonly one: number; readonly two: number }[] = [];
  const cpu = { one: 0, two: 0 };
  for (let i = 0; i < TURNS; i++) {
    const rates = { one: 0, two: 0 };
    cpu.one += await cpuOf(async () => {
      rates.one = await throughput(one, 1);
    });
    cpu.two += await cpuOf(async () => {
      rates.two = await throughput(two, 2);
    });
    turns.push(rates);
  }
  const pages = inputs.length * TURNS;
  return {
    one: median(turns.map((turn) => turn.one)),
    two: median(turns.map((turn) => turn.two)),
    gain: median(turns.map((turn) => turn.two / turn.one)),
    cpuOfOne: cpu.one / pages,
    cpuOfTwo: cpu.two / pages / 2,
  };
}

const SPIN =
  "const { parentPort } = require('node:worker_threads'); let x = 1; const end = performance.now() + 1500; let n = 0;" +
  'while (performance.now() < end) { for (let i = 0; i < 1e5; i++) x = (x * 1103515245 + 12345) & 0x7fffffff; n++; } parentPort.postMessage(n);';

/** What this machine gives two of a kind over one: threads that only count, and processes that extract alone. */
async function ceiling(): Promise<void> {
  const gain = async (once: () => Promise<number>): Promise<number> => {
    const alone = await once();
    const [a, b] = await Promise.all([once(), once()]);
    return (a + b) / alone;
  };
  const spin = (): Promise<number> =>
    new Promise((resolve, reject) =>
      new Worker(SPIN, { eval: true }).once('message', resolve).once('error', reject),
    );
  const extractAlone = async (): Promise<number> =>
    (await inProcess('alone', LIKE_A_THREAD, AS_INSTALLED.env)).rate ?? 0;
  row(
    'two counting threads, two extracting processes',
    `${(await gain(spin)).toFixed(2)}, ${(await gain(extractAlone)).toFixed(2)} times one`,
  );
}

/** Pages a second of this process, without a pool. */
async function alone(): Promise<Measured> {
  for (let round = 0; round < 8; round++) for (const input of inputs) extractPage(input);
  let pages = 0;
  const start = performance.now();
  while (performance.now() < start + 4000) for (const input of inputs) if (extractPage(input)) pages++;
  return { rate: pages / ((performance.now() - start) / 1000) };
}

/** Self time by part of the program, from V8's sampling profiler. */
async function profile(): Promise<void> {
  for (let round = 0; round < WARM_ROUNDS; round++) for (const input of inputs) extractPage(input);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  for (let round = 0; round < 3; round++) for (const input of inputs) extractPage(input);
  const { profile: samples } = await session.post('Profiler.stop');
  session.disconnect();
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  const nodes = new Map(samples.nodes.map((node) => [node.id, node.callFrame]));
  let total = 0;
  samples.samples?.forEach((id, i) => {
    const frame = nodes.get(id);
    const time = samples.timeDeltas?.[i] ?? 0;
    if (frame === undefined || frame.functionName === '(idle)' || frame.url === 'node:inspector') return;
    total += time;
    const part = partOf(frame.url, frame.functionName);
    parts.set(part, (parts.get(part) ?? 0) + time);
    const name = `${frame.functionName || '(anonymous)'} ${frame.url.split('/').slice(-2).join('/')}:${frame.lineNumber + 1}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  });
  const top = (times: Map<string, number>, count: number): string =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([name, time]) => `${name} ${((100 * time) / total).toFixed(1)} %`)
      .join('\n');
  row('where the time goes', top(parts, 12));
  row('dearest functions', top(functions, 14));
}

function partOf(url: string, name: string): string {
  if (name === '(garbage collector)') return 'garbage collection';
  if (name.startsWith('RegExp: ')) return 'regular expressions';
  const own = /src\/extract\/([a-z]+)\//.exec(url);
  if (own?.[1] !== undefined) return own[1];
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url);
  return dependency?.[1] ?? (url.includes('src/extract/') ? 'extract' : 'built in');
}

async function quality(): Promise<void> {
  for (const corpus of CORPUS_NAMES) {
    const figures = Object.entries(measure(corpus)).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    row(`quality, ${corpus}`, figures.join('  '));
  }
}

/** Memory, in a process that does nothing else, of the compiled files that an installed newsmill runs. */
function memory(): void {
  const root = dirname(import.meta.dirname);
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'ignore' });
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-bench-'));
  try {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    inputs.forEach(({ bytes }, i) => {
      writeFileSync(join(pages, `${i}.html`), bytes);
    });
    const script = join(folder, 'extract-memory.mjs');
    const source = readFileSync(join(import.meta.dirname, 'support/extract-memory.ts'), 'utf8');
    writeFileSync(script, stripTypeScriptTypes(source));
    const options = [...AS_INSTALLED.flags, script, values.pages, pages, join(root, 'dist')];
    const figures = execFileSync(process.execPath, options, {
      encoding: 'utf8',
      env: AS_INSTALLED.env,
    }).trim();
    row(`memory over ${values.pages} pages, one thread`, figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  costs,
  profile,
  threads: async () => {
    await threads();
    await ceiling();
  },
  memory,
  quality,
};

/** What runs in a process of its own. */
const CHILDREN: Readonly<Record<string, () => Promise<Measured>>> = { own, jsdom: plainJsdom, pools, alone };

const child = CHILDREN[values.child];
if (child !== undefined) console.log(JSON.stringify(await child()));
else {
  for (const name of values.only.split(',')) {
    const part = PARTS[name];
    if (part === undefined)
      throw new Error(`There is no part ${name}, only ${Object.keys(PARTS).join(', ')}`);
    await part();
  }
}
const width = Math.max(0, ...rows.map(({ what }) => what.length));
for (const { what, value } of rows)
  console.log(`${what.padEnd(width)}  ${value.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}`);
