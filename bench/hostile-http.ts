/**
 * What hostile servers cost the HTTP client: the outcome of each, and the memory above idle, with the default limits of
 * size and shorter ones of time. The client runs in a process of its own, so that only its memory is counted.
 *
 *   npm run bench:hostile-http
 */
import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Config } from '../src/config/schema.ts';
import { asNewsmillError } from '../src/errors.ts';
import { createFetcher } from '../src/fetch/index.ts';
import { startHostileServer } from '../test/support/hostile-server.ts';

const MOST_MIB = 64;
const MIB = 1_048_576;

const PATHS = [
  '/bomb-10g-gzip',
  '/bomb-10g-zstd',
  '/bomb-10g-nested',
  '/bomb-gzip',
  '/bomb-br',
  '/bomb-zstd',
  '/bomb-nested',
  '/bomb-hollow',
  '/endless',
  '/large',
  '/big-header',
  '/many-headers',
  '/slow-headers',
  '/slow-body',
  '/stalled-body',
  '/silent',
  '/chain-of-four',
  '/not-gzip',
  '/truncated-gzip',
  '/too-long-length',
  '/two-lengths',
  '/early-close',
  '/reset',
  '/http09',
  '/garbage',
  '/bad-chunk',
  '/hops/40',
  '/loop',
];

const Line = z.object({ what: z.string(), code: z.string(), seconds: z.number(), mib: z.number() });
type Line = z.infer<typeof Line>;

/** Runs in the child: asks for everything, first one by one, then sixteen at once, and reports each peak. */
async function runClient(base: string): Promise<void> {
  const { fetch } = Config.parse({
    fetch: {
      allowAddresses: ['127.0.0.0/8'],
      headersTimeoutMs: 1500,
      bodyTimeoutMs: 1500,
      totalTimeoutMs: 4000,
    },
  });
  await using fetcher = createFetcher(fetch);
  const codeOf = (path: string): Promise<string> =>
    fetcher.request(`${base}${path}`).then(
      (response) => `HTTP ${response.status}`,
      (error: unknown) => asNewsmillError(error).code,
    );
  await codeOf('/page');
  await pause(300);
  const idle = process.memoryUsage.rss();
  const measure = async (what: string, work: () => Promise<string>): Promise<void> => {
    let peak = process.memoryUsage.rss();
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 2);
    const started = performance.now();
    const code = await work();
    clearInterval(sampler);
    peak = Math.max(peak, process.memoryUsage.rss());
    const line: Line = {
      what,
      code,
      seconds: (performance.now() - started) / 1000,
      mib: (peak - idle) / MIB,
    };
    process.send?.(line);
  };
  for (const path of PATHS) await measure(path, () => codeOf(path));
  const { concurrency } = fetch;
  for (const round of [1, 2]) {
    await measure(`${concurrency} at once, round ${round}`, async () => {
      const queue = Array.from({ length: 3 }, () => PATHS).flat();
      const codes = new Set<string>();
      const worker = async (): Promise<void> => {
        for (let path = queue.shift(); path !== undefined; path = queue.shift())
          codes.add(await codeOf(path));
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      return `${codes.size} codes`;
    });
  }
  await measure(`${concurrency} bombs at once, 10 times`, async () => {
    const bombs = PATHS.filter((path) => path.startsWith('/bomb-10g') || path === '/endless');
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: concurrency }, (_, n) => codeOf(bombs[n % bombs.length] ?? '/endless')),
      );
    }
    return 'too_large';
  });
}

async function main(): Promise<void> {
  await using server = await startHostileServer();
  const child = fork(fileURLToPath(import.meta.url), [server.url('')], {
    stdio: 'inherit',
    // As bin/newsmill starts it.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  let worst = 0;
  child.on('message', (message) => {
    const line = Line.parse(message);
    worst = Math.max(worst, line.mib);
    console.log(
      `${line.what.padEnd(34)} ${line.code.padEnd(22)} ${line.seconds.toFixed(2).padStart(7)} s ${line.mib.toFixed(1).padStart(7)} MiB`,
    );
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  console.log(`\nMost memory above idle: ${worst.toFixed(1)} MiB (bar: ${MOST_MIB} MiB)`);
  if (code !== 0 || worst > MOST_MIB) process.exitCode = 1;
}

const base = process.argv[2];
if (base === undefined) await main();
else {
  await runClient(base);
  process.disconnect();
}
