/**
 * Many renders in a row by a render role of its own, a real worker process: its Chromium processes and memory at each
 * tenth, what it leaves behind when it is killed with kill -9 in the middle of a page, and CPU a page.
 *
 *   npm run bench:render                  1,000 pages
 *   npm run bench:render -- --renders 200
 *   npm run bench:render -- --recycle     the browser is replaced as the settings say; without, one serves throughout
 *   npm run bench:render -- --backend redis
 *
 * Ends with 1 where a URL has not exactly one outcome or no article, where from the second tenth to the last memory
 * grows by more than a third or processes become more, or where one is left of the role that was killed or of one that ended.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { memoryOf } from '../src/fetch/browser/memory.ts';
import { submitUrls } from '../src/frontier/intake.ts';
import { openDatabase } from '../src/store/database.ts';
import { articlePage, fakeArticle } from '../test/fakeweb/pages.ts';
import { startFakeWeb } from '../test/fakeweb/server.ts';
import { noSandbox } from '../test/support/chromium.ts';
import { testEnvironment } from '../test/support/cli.ts';
import { startFleet } from '../test/support/load/fleet.ts';
import { startRedis } from '../test/support/redis.ts';
import { paceOf } from '../test/support/store.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    renders: { type: 'string', default: '1000' },
    recycle: { type: 'boolean', default: false },
    backend: { type: 'string', default: 'postgres' },
  },
});
const renders = Number(values.renders);
if (!Number.isInteger(renders) || renders < 50) throw new Error('--renders takes a whole number from 50 up');

const HOSTS = ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4'];
/** Pages under way when the role is killed. */
const AFTER = 12;
const MIB = 2 ** 20;
/** Pages differ, and so does what is loaded while a sample is taken. */
const MOST_GROWTH = 4 / 3;
/** One page under way more than in another sample: its frames' and its own process. */
const MOST_MORE = 2;
/** Longest wait for one page, and for processes to end. */
const PATIENCE_MS = 30_000;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly isZombie: boolean;
  readonly name: string;
}

function processes(): Process[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, stat = '', ...name] = line.trim().split(/\s+/);
      return {
        pid: Number(pid),
        parent: Number(parent),
        isZombie: stat.startsWith('Z'),
        name: name.join(' '),
      };
    });
}

/** Processes that stem from `roots`, those themselves included. */
function familyOf(roots: readonly number[]): Process[] {
  const all = processes();
  const found = all.filter(({ pid }) => roots.includes(pid));
  for (const member of found) found.push(...all.filter(({ parent }) => parent === member.pid));
  return found;
}

const isBrowser = ({ name }: Process): boolean => /chrom/i.test(name);

/** Those that are there still; a zombie is. Other programs may have got a number since, but not the name too. */
const leftOf = (family: readonly Process[]): Process[] =>
  processes().filter((now) => family.some(({ pid, name }) => pid === now.pid && name === now.name));

/** CPU seconds of processes and of their children that have ended (proc(5): utime, stime, cutime, cstime). */
function cpuOf(family: readonly Process[]): number {
  let ticks = 0;
  for (const { pid } of family) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '');
      const fields = stat.split(' ');
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

async function sampleOf(family: readonly Process[]): Promise<Sample> {
  const mib = async (of: readonly Process[]): Promise<number> =>
    ((await memoryOf(of.map(({ pid }) => pid))) ?? Number.NaN) / MIB;
  const browser = family.filter(isBrowser);
  return {
    browserMib: await mib(browser),
    nodeMib: await mib(family.filter((member) => !isBrowser(member))),
    processes: browser.length,
  };
}

const mean = (samples: readonly Sample[], of: (s: Sample) => number): string =>
  (samples.reduce((sum, s) => sum + of(s), 0) / Math.max(1, samples.length)).toFixed(0);

await using scratch = await startScratch();
await using redis = values.backend === 'redis' ? await startRedis() : null;
const databaseUrl = await scratch.create('render');
await using database = openDatabase({ connectionString: databaseUrl, poolSize: 4 });
await using held = new AsyncDisposableStack();
const folder = mkdtempSync(join(tmpdir(), 'newsmill-render-'));
held.defer(() => rmSync(folder, { recursive: true, force: true }));
const webs: Awaited<ReturnType<typeof startFakeWeb>>[] = [];
for (const host of HOSTS) webs.push(held.use(await startFakeWeb(host)));

/** The address of a page that a script writes. */
function pageOf(n: number): string {
  const web = webs[n % webs.length];
  if (web === undefined) throw new Error('no host');
  const body = articlePage(fakeArticle(n)).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '');
  const markup = JSON.stringify(body).replaceAll('</', '<\\/');
  web.page(
    `/page/${n}`,
    `<!doctype html><html><head><title>Page</title></head><body><div id="app"></div><script>document.getElementById('app').innerHTML = ${markup}</script></body></html>`,
  );
  return `${web.base}/page/${n}`;
}

async function submit(from: number, count: number): Promise<void> {
  const pages = Array.from({ length: count }, (_, i) => ({ url: pageOf(from + i), kind: 'page' as const }));
  await submitUrls(database.db, pages, { policyOf: paceOf(0), render: 'always' });
}

async function number(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return (await query.execute(database.db)).rows[0]?.n ?? 0;
}
const rendered = (): Promise<number> =>
  number(sql`SELECT count(*)::int AS n FROM snapshots WHERE via = 'render'`);
const open = (): Promise<number> =>
  number(sql`SELECT count(*)::int AS n FROM frontier WHERE state <> 'resting'`);

/** Waits until `is` gives something, calling `meanwhile` each time. */
async function until<T>(what: string, is: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS + renders * 2000;
  for (;;) {
    const got = await is();
    if (got !== undefined) return got;
    if (Date.now() > end)
      throw new Error(`${what} did not come. The roles said: ${roles.said()} ${others.said()}`);
    await sleep(200);
  }
}

interface End {
  readonly of: number;
  readonly left: readonly Process[];
  readonly seconds: number;
}

/** Waits for the end of processes, with patience. */
async function endOf(family: readonly Process[]): Promise<End> {
  const from = performance.now();
  for (;;) {
    const [left, spent] = [leftOf(family), performance.now() - from];
    if (left.length === 0 || spent > PATIENCE_MS) return { of: family.length, left, seconds: spent / 1000 };
    await sleep(100);
  }
}

const config = join(folder, 'newsmill.yaml');
const recycle = values.recycle ? '' : ', recycleAfter: 100000, recycleAfterMinutes: 1440';
writeFileSync(
  config,
  `render: { noSandbox: ${noSandbox}${recycle} }\nqueue: { lockMs: 5000 }\nmaintain: { leaseMs: 20000, reconcileIntervalMs: 2000 }\nextract: { threads: 1 }\n`,
);
const env = {
  ...testEnvironment(),
  DATA_DIR: join(folder, 'data'),
  DATABASE_URL: databaseUrl,
  ...(redis === null ? {} : { QUEUE_URL: redis.url }),
  LOG_LEVEL: 'error',
};
const startRoles = (names: string): ReturnType<typeof startFleet> =>
  startFleet({ processes: 1, args: ['start', '--roles', names, '--config', config], env });

await submit(0, renders);
const others = held.use(startRoles('maintain,fetch,extract'));
let roles = startRoles('render');
held.defer(() => roles[Symbol.asyncDispose]());

const tenth = renders / 10;
const samples: Sample[][] = Array.from({ length: 10 }, () => []);
const started = performance.now();
let seen = -1;
let nodeCpu = 0;
let browserCpu = 0;
await until('the last outcome', async () => {
  const done = await rendered();
  const family = familyOf(roles.pids());
  const at = Math.min(9, Math.floor(done / tenth));
  // A few samples of each tenth, each after other pages than the last.
  if (done >= seen + tenth / 5 && family.some(isBrowser)) {
    seen = done;
    samples[at]?.push(await sampleOf(family));
  }
  browserCpu = Math.max(browserCpu, cpuOf(family.filter(isBrowser)));
  nodeCpu = Math.max(nodeCpu, cpuOf(family.filter((member) => !isBrowser(member))));
  return (await open()) === 0 ? true : undefined;
});
const seconds = (performance.now() - started) / 1000;

await submit(renders, AFTER);
await until('a page under way', async () => ((await rendered()) > renders + 2 ? true : undefined));
const killed = familyOf(roles.pids());
for (const pid of roles.pids()) process.kill(pid, 'SIGKILL');
const afterKill = await endOf(killed);
await roles[Symbol.asyncDispose]();
roles = startRoles('render');
await until('the last outcome', async () => ((await open()) === 0 ? true : undefined));
const last = familyOf(roles.pids());
await roles[Symbol.asyncDispose]();
const afterEnd = await endOf(last);

const wrong = await number(sql`
  SELECT count(*)::int AS n FROM frontier f
  WHERE (SELECT count(*) FROM visits v WHERE v.frontier_id = f.id AND v.outcome = 'new') <> 1
    OR (SELECT count(*) FROM visits v WHERE v.frontier_id = f.id AND v.outcome <> 'retried') <> 1`);

console.table(
  samples.map((taken) => ({
    'browser MiB': mean(taken, (s) => s.browserMib),
    'worker MiB': mean(taken, (s) => s.nodeMib),
    'Chromium processes': mean(taken, (s) => s.processes),
  })),
);
const [second = [], tenthTenth = []] = [samples[1], samples[9]];
const grew = (of: (s: Sample) => number): number => Number(mean(tenthTenth, of)) / Number(mean(second, of));
const growth = { browser: grew((s) => s.browserMib), worker: grew((s) => s.nodeMib) };
const processesOf = (of: readonly Sample[]): number => Number(mean(of, (s) => s.processes));
const more = processesOf(tenthTenth) - processesOf(second);
console.log(
  `${renders} renders by one render role in ${seconds.toFixed(0)} s, queues on ${redis === null ? 'PostgreSQL' : 'Redis'}; CPU a page: worker ${((nodeCpu * 1000) / renders).toFixed(0)} ms, browser ${((browserCpu * 1000) / renders).toFixed(0)} ms`,
);
console.log(
  `From the second tenth to the last: browser × ${growth.browser.toFixed(2)}, worker × ${growth.worker.toFixed(2)} (bar ${MOST_GROWTH.toFixed(2)}), Chromium processes ${more > 0 ? '+' : ''}${more} (bar +${MOST_MORE})`,
);
const saidOf = ({ of, left, seconds }: End): string =>
  `${left.length} of ${of} left after ${seconds.toFixed(1)} s`;
console.log(
  `Processes of the role killed with kill -9 amid a page: ${saidOf(afterKill)}; of one that ended: ${saidOf(afterEnd)}`,
);
console.log(`URLs without exactly one outcome and article: ${wrong} of ${renders + AFTER}`);
const isFlat = growth.browser <= MOST_GROWTH && growth.worker <= MOST_GROWTH && more <= MOST_MORE;
if (!isFlat || afterKill.left.length > 0 || afterEnd.left.length > 0 || wrong > 0) process.exitCode = 1;
