/** The examinations of `newsmill doctor`, from the machine up to the sources. */
import { accessSync, constants, statfsSync } from 'node:fs';
import type { Command } from 'commander';
import { ConfigError, problemLine } from '../config/problems.ts';
import { loadSources, unknownProxies } from '../config/sources-dir.ts';
import { asNewsmillError } from '../errors.ts';
import { findChromium } from '../fetch/browser/chromium.ts';
import { openBlobs } from '../fetch/open-blobs.ts';
import { makeFolder } from '../make-folder.ts';
import { checkReadiness } from '../observe/health.ts';
import type { Database } from '../store/database.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { countFrontier } from '../store/frontier.ts';
import { hostsInTrouble } from '../store/host-health.ts';
import { listSources } from '../store/sources.ts';
import { failuresByCode } from '../store/visits.ts';
import { type Context, createContext } from './context.ts';
import { lateHeartbeat } from './heartbeat.ts';
import { openInstance } from './instance.ts';

export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** The command or change that mends it; null when there is nothing to mend. */
  readonly mend: string | null;
}

const OLDEST_NODE = 24;
const LITTLE_SPACE_BYTES = 1_073_741_824;
const HOUR_MS = 3_600_000;
/** Hosts in trouble that are named. */
const MOST_HOSTS = 10;

const ok = (name: string, message: string): Check => ({ name, state: 'ok', message, mend: null });
const warn = (name: string, message: string, mend: string): Check => ({ name, state: 'warn', message, mend });
const wrong = (name: string, message: string, mend: string): Check => ({
  name,
  state: 'fail',
  message,
  mend,
});

/** All checks that can be made; what cannot be looked at because something before it is wrong is left out. */
export async function examine(command: Command, quick: boolean): Promise<Check[]> {
  const checks: Check[] = quick ? [] : [checkNode()];
  let context: Context;
  try {
    context = createContext(command, {}, { logLevel: 'silent' });
    if (!quick)
      checks.push(
        ok(
          'configuration',
          context.configFile === null ? 'Built-in defaults.' : `${context.configFile} is good.`,
        ),
      );
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return [
      ...checks,
      ...thrown.problems.map((p) =>
        wrong('configuration', problemLine(p), 'Correct it and run newsmill doctor again.'),
      ),
    ];
  }
  if (!quick)
    checks.push(
      ...checkSourceFiles(context),
      checkDataDir(context),
      checkContact(context),
      await checkBrowser(context),
      ...(await checkBucket(context)),
    );
  if (context.config.heartbeatFile !== null) checks.push(checkHeartbeat(context.config.heartbeatFile));
  try {
    await using instance = await openInstance(context);
    const ready = await checkReadiness({ pool: instance.database.pool, queues: instance.queues });
    checks.push(
      ...ready.map(
        (r): Check => ({ name: r.name, state: r.ok ? 'ok' : 'fail', message: r.message, mend: r.mend }),
      ),
    );
    if (!quick) checks.push(...(await checkWork(instance.database)));
  } catch (thrown) {
    const error = asNewsmillError(thrown);
    checks.push(
      wrong(
        error.code === 'queue_unreachable' ? 'queue' : 'database',
        error.message,
        `Mend what the sentence names, then run newsmill doctor again.`,
      ),
    );
  }
  return checks;
}

function checkHeartbeat(file: string): Check {
  const late = lateHeartbeat(file);
  if (late === null) return ok('process', 'The workers of this container are alive.');
  const since = Number.isFinite(late) ? `for ${Math.round(late / 1000)} s` : 'at all';
  return wrong(
    'process',
    `The workers of this container gave no sign of life ${since}.`,
    'Restart the container; its log says what it did last.',
  );
}

function checkNode(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return ok('node', `Node ${process.versions.node}.`);
  return wrong(
    'node',
    `Node ${process.versions.node} is too old.`,
    'Start newsmill by bin/newsmill or npm start: both bring Node 24.',
  );
}

function checkSourceFiles(context: Context): Check[] {
  const { sources, problems: inFiles } = loadSources(context.sourcesDir);
  const problems = [...inFiles, ...unknownProxies(sources, context.config.fetch.proxies)];
  if (problems.length > 0)
    return problems.map((p) => wrong('source files', problemLine(p), 'Correct the file.'));
  return [ok('source files', `${sources.length} in ${context.sourcesDir}.`)];
}

function checkDataDir(context: Context): Check {
  const name = 'data folder';
  try {
    makeFolder(context.dataDir);
    accessSync(context.dataDir, constants.W_OK);
    const space = statfsSync(context.dataDir);
    const free = space.bavail * space.bsize;
    const gigabytes = (free / 1_073_741_824).toFixed(1);
    if (free < LITTLE_SPACE_BYTES)
      return warn(
        name,
        `${context.dataDir} has ${gigabytes} GiB left.`,
        'Make room, or set DATA_DIR to a larger disk.',
      );
    return ok(name, `${context.dataDir} can be written, ${gigabytes} GiB free.`);
  } catch (error) {
    return wrong(
      name,
      `${context.dataDir} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Change its permissions, or set DATA_DIR.',
    );
  }
}

function checkContact(context: Context): Check {
  if (context.config.fetch.contact !== null)
    return ok('contact', `Publishers reach you at ${context.config.fetch.contact}.`);
  return warn(
    'contact',
    'The User-Agent names no contact, so a publisher can only block you.',
    'Set fetch.contact (FETCH_CONTACT) to a URL or mail address of yours.',
  );
}

async function checkBrowser(context: Context): Promise<Check> {
  const found = await findChromium(context.config.render.executablePath);
  if (found !== null) return ok('browser', `Chromium at ${found}.`);
  const { sources } = loadSources(context.sourcesDir);
  const needed = sources.filter((s) => s.definition.render === 'always').map((s) => s.id);
  const mend = 'apt-get install chromium, or set render.executablePath (RENDER_EXECUTABLE_PATH).';
  if (needed.length > 0)
    return wrong('browser', `No Chromium, and these sources need one: ${needed.join(', ')}.`, mend);
  return warn('browser', 'No Chromium. Pages that scripts write end as needs_browser.', mend);
}

async function checkBucket(context: Context): Promise<Check[]> {
  const { snapshots } = context.config;
  if (snapshots.bucketUrl === null) return [];
  const nothing = new Uint8Array();
  try {
    const blobs = openBlobs(snapshots, context.dataDir);
    const { hash } = await blobs.put(nothing);
    await blobs.get(hash);
    return [ok('bucket', `${snapshots.bucketUrl} can be written and read.`)];
  } catch (thrown) {
    return [
      wrong(
        'bucket',
        asNewsmillError(thrown).message,
        'Correct snapshots.bucketUrl, bucketRegion or the keys (SNAPSHOTS_…), then run newsmill doctor again.',
      ),
    ];
  }
}

async function checkWork(database: Database): Promise<Check[]> {
  const { db } = database;
  const checks: Check[] = [];
  const sources = await listSources(db);
  const late = sources.filter(
    (s) =>
      s.definition.enabled &&
      !s.paused &&
      s.nextDueAt !== null &&
      s.nextDueAt.getTime() < Date.now() - HOUR_MS,
  );
  const paused = sources.filter((s) => s.paused).map((s) => s.id);
  if (late.length > 0)
    checks.push(
      warn(
        'sources',
        `Due for over an hour: ${late.map((s) => s.id).join(', ')}.`,
        'newsmill start (the maintain and discover roles are not running)',
      ),
    );
  else
    checks.push(
      ok('sources', `${sources.length} known${paused.length > 0 ? `, paused: ${paused.join(', ')}` : ''}.`),
    );
  for (const host of await hostsInTrouble(db, MOST_HOSTS)) {
    checks.push(
      warn(
        'hosts',
        `${host.host} is left alone since ${host.since?.toISOString() ?? 'a while'} (${host.circuit}): ${host.message ?? 'it failed several times in a row.'}`,
        `It is tried again by itself; now with: newsmill hosts retry ${host.host}`,
      ),
    );
  }
  const frontier = await countFrontier(db);
  checks.push(
    ok(
      'frontier',
      `${frontier.waiting} waiting (${frontier.due} due), ${frontier.granted + frontier.fetched} under way, ${frontier.resting} at rest.`,
    ),
  );
  for (const row of await failuresByCode(db, new Date(Date.now() - 24 * HOUR_MS))) {
    if (row.class === 'ours')
      checks.push(
        wrong(
          'visits',
          `${row.count} in 24 hours ended with ${row.code}: ${row.example}`,
          'See the log lines with that code.',
        ),
      );
  }
  for (const delivery of await listDeliveries(db)) {
    if (delivery.stopped)
      checks.push(
        wrong(
          'webhooks',
          `${delivery.receiver} stopped: ${delivery.lastMessage}`,
          `newsmill webhooks resume ${delivery.receiver}`,
        ),
      );
  }
  return checks;
}
