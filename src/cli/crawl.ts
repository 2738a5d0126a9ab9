import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { type Failure, fromFailure, NewsmillError } from '../errors.ts';
import { hostKeyOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import { type IntakeResult, submitUrls } from '../frontier/intake.ts';
import { CrawlId, type HostKey } from '../ids.ts';
import { chooseHostPace } from '../pipeline/sync-sources.ts';
import {
  articlesOfCrawl,
  type CrawlSummary,
  createCrawl,
  progressOfCrawl,
  summarizeCrawl,
} from '../store/crawls.ts';
import { inTransaction } from '../store/database.ts';
import { endCrawlVisits } from '../store/frontier.ts';
import { hostsHoldingUp } from '../store/host-health.ts';
import { findArticles } from '../store/read-articles.ts';
import { listVisits } from '../store/visits.ts';
import { wholeNumber } from './articles.ts';
import { createContext } from './context.ts';
import { EXIT, exitCodeFor } from './exit.ts';
import { type Instance, openInstance } from './instance.ts';
import { plain, printJson, printLine, say } from './output.ts';
import { startProgress } from './progress.ts';
import { runRoles } from './run-roles.ts';
import { fileSink, type Sink } from './sink.ts';

const POLL_MS = 150;
/** Hosts are looked at in every so many-th round. */
const WATCH_EVERY = 10;
/** A host that is not asked for longer than this is told of. */
const LONG_PAUSE_MS = 30_000;
/** Failures named one by one; the rest are counted. */
const NAMED_FAILURES = 20;

interface CrawlOptions {
  readonly limit?: number;
  readonly out?: string;
  readonly delay?: number;
  readonly json?: true;
}

export function crawlCommand(): Command {
  return new Command('crawl')
    .argument('<url...>', 'what to start from')
    .option('--limit <n>', 'at most so many pages found by feeds, sitemaps and home pages', wholeNumber)
    .option(
      '--out <file>',
      'write the articles of this crawl there as NDJSON, unchanged ones too; replaces the file',
    )
    .option('--delay <ms>', 'pause between two requests to one host, in milliseconds', parseDelay)
    .option('--json', 'the summary as JSON')
    .addHelpText(
      'after',
      `
Pages go through the same queues, politeness and store as in \`newsmill start\`. Interrupted or killed, the same
command goes on: what is stored already is recognised.`,
    )
    .action(async (urls: string[], options: CrawlOptions, command: Command) => {
      const context = createContext(command, { 'fetch.delayMs': options.delay }, { logLevel: 'error' });
      await using instance = await openInstance(context, say);
      await crawl(instance, urls, options);
    });
}

function parseDelay(text: string): number {
  const delay = Number(text);
  if (!Number.isInteger(delay) || delay < 0)
    throw new InvalidArgumentError('Write a whole number of milliseconds.');
  return delay;
}

/** What one run of a crawl came to, before it is reported. */
interface CrawlRun {
  readonly id: CrawlId;
  readonly refused: IntakeResult['refused'];
  readonly interrupted: boolean;
}

/** Submits URLs as a crawl of their own and works until all of it has ended, or a signal stops it. */
export async function runCrawl(
  instance: Instance,
  urls: readonly string[],
  options: Pick<CrawlOptions, 'limit' | 'delay'> & { readonly tries?: number },
): Promise<CrawlRun> {
  const { db } = instance.database;
  const id = CrawlId.parse(uuidv7());
  await createCrawl(db, id, { pages: options.limit, tries: options.tries });
  const { config } = instance.parts;
  const submitted = await submitUrls(
    db,
    urls.map((url) => ({ url, kind: 'seed' })),
    { crawlId: id, policyOf: hostPolicies(config), priority: 10, again: true },
  );
  if (options.delay !== undefined) {
    await chooseHostPace(
      db,
      submitted.accepted.map((a) => hostKeyOf(a.canonicalUrl)),
      config,
    );
  }
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  if (submitted.accepted.length > 0) {
    const watch = watchHosts(instance, id);
    await watch();
    await using _roles = await runRoles(
      instance.parts,
      new Set(['discover', 'fetch', 'render', 'extract', 'maintain']),
      { schedules: false, spareThreads: 0 },
    );
    await untilDrained(instance, id, stop.signal, watch);
  }
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  return { id, refused: submitted.refused, interrupted: stop.signal.aborted };
}

async function crawl(instance: Instance, urls: readonly string[], options: CrawlOptions): Promise<void> {
  await using out = options.out === undefined ? null : await fileSink(options.out);
  const { id, refused, interrupted } = await runCrawl(instance, urls, options);
  const summary = await summarizeCrawl(instance.database.db, id);
  for (const { failure } of refused) summary.failed[failure.code] = (summary.failed[failure.code] ?? 0) + 1;
  if (out !== null) await writeArticles(instance, id, out);
  await report(instance, id, summary, refused, options.json === true);
  if (interrupted) {
    say('Interrupted. The same command goes on where this one stopped.');
    process.exitCode = EXIT.interrupted;
  }
}

/**
 * Says of each host that keeps the crawl waiting for long why and until when, once; what is wanted of one whose circuit is
 * open ends at once, with that reason.
 */
function watchHosts({ database: { db } }: Instance, id: CrawlId): () => Promise<void> {
  const told = new Set<HostKey>();
  return async () => {
    for (const health of await hostsHoldingUp(db, id, LONG_PAUSE_MS)) {
      const { host, circuit } = health;
      const until = health.nextAt.toISOString().slice(0, 19);
      const failures = `${health.failuresInRow} requests in a row failed, the last with ${health.code}: ${health.message}`;
      if (circuit === 'closed') {
        if (!told.has(host)) say(`${plain(host)} may be asked again at ${until}Z, by its own pace.`);
        told.add(host);
        continue;
      }
      const failure = new NewsmillError(
        'host_unavailable',
        `${host} is left alone until ${until}Z: ${failures}. To have it tried now: newsmill hosts retry ${host}`,
      ).toFailure();
      if (!told.has(host)) say(`${failure.code}: ${plain(failure.message)}`);
      told.add(host);
      await inTransaction(db, (tx) => endCrawlVisits(tx, host, failure));
    }
  };
}

async function untilDrained(
  instance: Instance,
  id: CrawlId,
  signal: AbortSignal,
  watch: () => Promise<void>,
): Promise<void> {
  using progress = startProgress('URLs');
  for (let round = 1; ; round += 1) {
    if (round % WATCH_EVERY === 0) await watch();
    const { pending, ended } = await progressOfCrawl(instance.database.db, id);
    progress.update(ended, ended + pending);
    if (pending === 0 || signal.aborted) return;
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined); // woken to stop
  }
}

async function writeArticles(instance: Instance, id: CrawlId, out: Sink): Promise<void> {
  const ids = await articlesOfCrawl(instance.database.db, id);
  for (let i = 0; i < ids.length; i += 100) {
    for (const article of await findArticles(instance.database.db, ids.slice(i, i + 100)))
      await out.write(`${JSON.stringify(article)}\n`);
  }
}

async function report(
  instance: Instance,
  id: CrawlId,
  summary: CrawlSummary,
  refused: readonly { url: string; failure: Failure }[],
  json: boolean,
): Promise<void> {
  const failed = (
    await listVisits(instance.database.db, { crawlId: id, outcome: 'failed', limit: 1000 })
  ).map((v) => ({
    url: v.url,
    failure: { class: v.class, code: v.code, message: v.message ?? '' } as Failure,
  }));
  const failures = [...refused, ...failed.reverse()];
  if (json)
    await printJson({
      crawl: id,
      ...summary,
      failures: failures.map(({ url, failure }) => ({ url, ...failure })),
    });
  else {
    const reasons = Object.entries(summary.failed).map(([code, n]) => `${code} ${n}`);
    const total = Object.values(summary.failed).reduce((sum, n) => sum + n, 0);
    await printLine(
      `new ${summary.new} · unchanged ${summary.unchanged} · revised ${summary.revised} · duplicate ${summary.duplicate} · failed ${total}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
    );
    for (const { url, failure } of failures.slice(0, NAMED_FAILURES))
      say(`${plain(url)}\n  ${failure.code}: ${plain(failure.message)}`);
    if (failures.length > NAMED_FAILURES) say(`… and ${failures.length - NAMED_FAILURES} more.`);
  }
  const good = summary.new + summary.unchanged + summary.revised + summary.duplicate;
  const first = failures[0];
  if (good === 0 && first) process.exitCode = exitCodeFor(fromFailure(first.failure).class);
}
