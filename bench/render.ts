/**
 * Many renders in a row: processes before and after, memory and processes at each tenth, CPU a page.
 *
 *   npm run bench:render                  1,000 pages
 *   npm run bench:render -- --renders 200
 *   npm run bench:render -- --recycle     the browser is replaced as the settings say; without, one serves throughout
 *
 * Ends with 1 where a process is left, or where from the second tenth to the last memory grows by more than a third.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Config } from '../src/config/schema.ts';
import { createAddressGuard } from '../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../src/fetch/browser/browser.ts';
import { memoryOf } from '../src/fetch/browser/memory.ts';
import { articlePage, fakeArticle } from '../test/fakeweb/pages.ts';
import { startFakeWeb } from '../test/fakeweb/server.ts';
import { noSandbox } from '../test/support/chromium.ts';

const { values } = parseArgs({
  options: { renders: { type: 'string', default: '1000' }, recycle: { type: 'boolean', default: false } },
});
const renders = Number(values.renders);
if (!Number.isInteger(renders) || renders < 20) throw new Error('--renders takes a whole number from 20 up');

const PAGES = 20;
const MIB = 2 ** 20;
/** Pages differ, and so does what is loaded while a sample is taken. */
const MOST_GROWTH = 4 / 3;

/** Processes that stem from this one, by ps(1). */
function descendants(): number[] {
  const children = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const open = [process.pid];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    open.push(...below);
  }
  return found.filter((pid) => /chrom/i.test(nameOf(pid)));
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}

/** CPU seconds of processes and of those of their children that have ended (proc(5): utime, stime, cutime, cstime). */
function cpuOf(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      for (const i of [11, 12, 13, 14]) ticks += Number(fields[i] ?? 0);
    } catch {
      // ended meanwhile: its parent's count has it
    }
  }
  return ticks / 100;
}

interface Sample {
  readonly browserMib: number;
  readonly nodeMib: number;
  readonly processes: number;
}

async function sample(browser: Browser): Promise<Sample> {
  globalThis.gc?.();
  const pids = await browser.processes();
  return {
    browserMib: ((await memoryOf(pids)) ?? Number.NaN) / MIB,
    nodeMib: process.memoryUsage().rss / MIB,
    processes: pids.length,
  };
}

const mean = (samples: readonly Sample[], of: (s: Sample) => number): string =>
  (samples.reduce((sum, s) => sum + of(s), 0) / Math.max(1, samples.length)).toFixed(0);

await using web = await startFakeWeb();
for (let n = 0; n < PAGES; n += 1) {
  const body = articlePage(fakeArticle(n)).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '');
  const markup = JSON.stringify(body).replaceAll('</', '<\\/');
  web.page(
    `/page/${n}`,
    `<!doctype html><html><head><title>Page</title></head><body><div id="app"></div><script>document.getElementById('app').innerHTML = ${markup}</script></body></html>`,
  );
}

const before = descendants().length;
const tenth = Math.floor(renders / 10);
const samples: Sample[][] = Array.from({ length: 10 }, () => []);
let browserCpu = 0;
const started = performance.now();
const nodeCpu = process.cpuUsage();
{
  // What a replacement would hide is looked for where one browser serves throughout.
  const throughout = values.recycle ? {} : { recycleAfter: 100_000, recycleAfterMinutes: 1440 };
  const { render } = Config.parse({ render: { noSandbox, ...throughout } });
  await using browser = createBrowser({
    config: render,
    guard: createAddressGuard(['127.0.0.1']),
    userAgent: 'newsmill-bench/1',
    maxBytes: 1_000_000,
  });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < renders) {
      const i = next++;
      const { bytes } = await browser.load(`${web.base}/page/${i % PAGES}`);
      if (bytes.byteLength < 500) throw new Error(`Page ${i} came back empty`);
      if (i % Math.max(1, Math.floor(tenth / 4)) === 0)
        samples[Math.min(9, Math.floor(i / tenth))]?.push(await sample(browser));
    }
  };
  await Promise.all(Array.from({ length: render.concurrency }, work));
  browserCpu = cpuOf(descendants());
}
const used = process.cpuUsage(nodeCpu);
const after = descendants().length;
console.table(
  samples.map((taken) => ({
    'browser MiB': mean(taken, (s) => s.browserMib),
    'node MiB': mean(taken, (s) => s.nodeMib),
    processes: mean(taken, (s) => s.processes),
  })),
);
const [second = [], last = []] = [samples[1], samples[9]];
const grew = (of: (s: Sample) => number): number => Number(mean(last, of)) / Number(mean(second, of));
const growth = Math.max(
  grew((s) => s.browserMib),
  grew((s) => s.nodeMib),
);
console.log(
  `${renders} renders in ${((performance.now() - started) / 1000).toFixed(0)} s; CPU a page: browser ${((browserCpu * 1000) / renders).toFixed(0)} ms, node ${((used.user + used.system) / 1000 / renders).toFixed(0)} ms; Chromium processes before ${before}, after ${after}`,
);
if (after > before || !(growth <= MOST_GROWTH)) process.exitCode = 1;
