/**
 * Politeness and completeness under load: many hosts on 127.0.0.0/8, several worker processes, one of them killed every
 * few seconds, and the servers' own access log as the judge.
 *
 *   npm run bench:loads -- [--hosts 300] [--urls 40] [--processes 4] [--kill-every 5] [--delay 1000]
 *                          [--backend postgres|redis] [--misbehaving] [--limit 900]
 *
 * With `--misbehaving` it runs twice: once as it is, and once with a tarpit, a host of 10,000 URLs, one that always answers
 * 503 with Retry-After and one that never answers beside the others, and prints how much longer the others took. Ends
 * with 1 where politeness, completeness, or one of the bars below is missed.
 */
import { parseArgs } from 'node:util';
import { type Load, type LoadResult, runLoad } from '../test/support/load/load.ts';
import { startRedis } from '../test/support/redis.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '300' },
    urls: { type: 'string', default: '40' },
    processes: { type: 'string', default: '4' },
    'kill-every': { type: 'string', default: '5' },
    delay: { type: 'string', default: '1000' },
    backend: { type: 'string', default: 'postgres' },
    limit: { type: 'string', default: '900' },
    misbehaving: { type: 'boolean', default: false },
  },
});
const hosts = Number(values.hosts);
const killEvery = Number(values['kill-every']);
/** Most times that a job is taken up, on average. */
const MOST_PICKUPS = 1.05;
/** Most that hosts which misbehave may cost the others, as a share of the time without them. */
const MOST_TIME = 1.1;
const MISBEHAVING = [
  { manner: 'tarpit', urls: 40 },
  { manner: 'good', urls: 10_000 },
  { manner: 'busy', urls: 40 },
  { manner: 'silent', urls: 40 },
] as const;

await using scratch = await startScratch();
let runs = 0;

async function run(misbehaving: Load['misbehaving'], well: number): Promise<LoadResult> {
  runs += 1;
  const databaseUrl = await scratch.create(`load_${runs}`);
  await using redis = values.backend === 'redis' ? await startRedis() : null;
  return await runLoad({
    databaseUrl,
    queueUrl: redis?.url ?? null,
    hosts: well,
    urls: Number(values.urls),
    ...(misbehaving === undefined ? {} : { misbehaving }),
    delayMs: Number(values.delay),
    processes: Number(values.processes),
    killEveryMs: killEvery > 0 ? killEvery * 1000 : null,
    limitMs: Number(values.limit) * 1000,
    onProgress: (done, of) => void (process.stderr.isTTY && process.stderr.write(`\r${done}/${of} `)),
  });
}

const codes = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, n]) => `${code}: ${n}`)
    .join(', ') || 'none';

function print(name: string, result: LoadResult): void {
  const { verdict } = result;
  const rows: [string, string][] = [
    ['queues', values.backend],
    ['all URLs ended', `${result.done ? 'yes' : 'NO'}, after ${(result.milliseconds / 1000).toFixed(1)} s`],
    [
      'nine tenths, 99 of a hundred',
      `after ${(result.endedAfter.most / 1000).toFixed(1)} s, ${(result.endedAfter.nearlyAll / 1000).toFixed(1)} s`,
    ],
    ['processes killed', String(result.killed)],
    ['visits tried again', codes(result.retried)],
    ...Object.values(result.why).map((sentence): [string, string] => ['  for example', sentence]),
    [
      'final outcomes of a URL',
      Object.entries(result.outcomes)
        .map(([n, urls]) => `${n}: ${urls} URLs`)
        .join(', '),
    ],
    ['articles', String(result.articles)],
    ['fetch job taken up', `${result.pickups.toFixed(3)} times on average`],
    ['requests seen by the hosts', String(verdict.requests)],
    ['overlapping', String(verdict.overlaps)],
    ['sooner than the delay', String(verdict.tooSoon)],
    [
      'shortest pause',
      verdict.shortestPauseMs === null ? 'none' : `${verdict.shortestPauseMs.toFixed(0)} ms`,
    ],
  ];
  process.stdout.write(`\n${name}\n`);
  for (const [what, value] of rows) process.stdout.write(`  ${what.padEnd(28)} ${value}\n`);
  const complete = result.done && Object.keys(result.outcomes).join() === '1';
  if (!complete || verdict.overlaps + verdict.tooSoon > 0 || result.pickups > MOST_PICKUPS)
    process.exitCode = 1;
  if (!result.done) process.stdout.write(`${result.said.slice(-2000)}\n`);
}

if (values.misbehaving) {
  const well = hosts - MISBEHAVING.length;
  const alone = await run(undefined, well);
  print(`${well} hosts × ${values.urls} URLs`, alone);
  const beside = await run(MISBEHAVING, well);
  print('the same beside four that misbehave', beside);
  const share = beside.milliseconds / alone.milliseconds;
  if (share > MOST_TIME) process.exitCode = 1;
  process.stdout.write(`\n${share.toFixed(3)} of the time alone\n`);
} else print(`${hosts} hosts × ${values.urls} URLs`, await run(undefined, hosts));
