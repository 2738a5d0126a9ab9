import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config/problems.ts';
import { ROLES, Role } from '../config/schema.ts';
import { loadSources, unknownProxies } from '../config/sources-dir.ts';
import type { Demo } from '../demo/index.ts';
import { syncHostPolicies, syncSources } from '../pipeline/sync-sources.ts';
import { announcePresence, type Present } from '../store/presence.ts';
import { countArticles } from '../store/read-articles.ts';
import { type Context, createContext, DEMO_STATE_FILE } from './context.ts';
import { EXIT } from './exit.ts';
import { startHeartbeat } from './heartbeat.ts';
import { type Instance, openInstance } from './instance.ts';
import { say } from './output.ts';
import { runRoles } from './run-roles.ts';

/** How long a stop may take before the process ends all the same. */
const STOP_LIMIT_MS = 4500;

export function startCommand(): Command {
  return new Command('start')
    .option('--roles <roles>', `comma-separated: ${ROLES.join(', ')}`, parseRoles)
    .option('--port <port>', 'port of the API', parsePort)
    .addHelpText(
      'after',
      `
Without DATABASE_URL newsmill runs its own PostgreSQL; without QUEUE_URL the queues live in the database.
Ctrl-C ends it cleanly; the next start goes on where it was.

A fleet runs single roles, as often as needed:
  newsmill start --roles fetch
  newsmill start --roles extract,discover`,
    )
    .action(async (options: { roles?: ReadonlySet<Role>; port?: number }, command: Command) => {
      const context = createContext(command, { 'api.port': options.port });
      await start(context, options.roles ?? new Set(ROLES));
    });
}

function parseRoles(text: string): ReadonlySet<Role> {
  const roles = new Set<Role>();
  for (const name of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const role = Role.safeParse(name);
    if (!role.success)
      throw new InvalidArgumentError(`There is no role “${name}”. Roles are ${ROLES.join(', ')}.`);
    roles.add(role.data);
  }
  if (roles.size === 0) throw new InvalidArgumentError(`Name at least one of ${ROLES.join(', ')}.`);
  return roles;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

async function start(context: Context, roles: ReadonlySet<Role>): Promise<void> {
  const stopped = stopSignal();
  {
    await using running = new AsyncDisposableStack();
    const instance = running.use(await openInstance(context, say));
    const presence = running.use(
      await announcePresence(
        instance.connectionString,
        [...roles].map((role) => ROLES.indexOf(role)),
      ),
    );
    tellOthers(presence.others);
    const demo = context.config.demo && roles.has('maintain') ? running.use(await demoOf(context)) : null;
    await syncAllSources(context, instance, roles, demo?.sources ?? []);
    const allowAddresses = [...context.config.fetch.allowAddresses, ...(demo?.allowAddresses ?? [])];
    const config = { ...context.config, fetch: { ...context.config.fetch, allowAddresses } };
    if (config.heartbeatFile !== null) running.use(startHeartbeat(config.heartbeatFile));
    const workers = running.use(await runRoles({ ...instance.parts, config }, roles));
    if (roles.has('api')) {
      // Loaded only where it is wanted, as in runRoles: workers of a fleet start the sooner.
      const { createApi, listen } = await import('../api/index.ts');
      const { keepApiToken } = await import('../api/token.ts');
      const token = keepApiToken(context.config.api.token, context.dataDir);
      const api = await createApi({
        config,
        database: instance.database,
        queues: instance.queues,
        log: context.log,
        metrics: instance.metrics,
        token: token.value,
        onSourcesChanged: () => workers.reconcileNow(),
      });
      running.defer(() => api.close());
      const url = await listen(api, config.api, context.explicit.has('api.port'), context.log);
      say(`newsmill is up: ${url}`);
      if (token.file !== null) say(`  token for writes: in ${token.file}`);
    } else {
      say('newsmill is up.');
    }
    // Now, because a process that is killed writes none at its end.
    flushCompileCache();
    say(`  roles: ${[...roles].join(', ')}`);
    say(
      `  data: ${context.dataDir}${instance.embeddedFolder === null ? '' : ` (database: ${instance.embeddedFolder})`}`,
    );
    say(`  articles so far: ${await countArticles(instance.database.db)}`);
    if (demo)
      say(`  demo newspaper: ${demo.urls.front} (turn it off with “demo: false” in config/newsmill.yaml)`);
    const signal = await stopped;
    say(`\n${signal}: stopping …`);
    setTimeout(() => {
      say('Some work did not end in time; it goes on at the next start.');
      process.exit(EXIT.ok);
    }, STOP_LIMIT_MS).unref();
  }
  say('Stopped.');
  // A library's open handle must not keep a stopped newsmill in the terminal.
  process.exit(EXIT.ok);
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first = true;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // npm hands a Ctrl-C on to its child, which had it from the terminal already: both are one.
        if (first)
          setTimeout(() => {
            first = false;
          }, 500).unref();
        else process.exit(EXIT.interrupted);
        resolve(signal);
      });
    }
  });
}

/** Others on the same database are welcome, and surprising to whoever forgot them. */
function tellOthers(others: readonly Present[]): void {
  if (others.length === 0) return;
  say('newsmill runs on this database already:');
  for (const { pid, host, roles, since } of others) {
    const names =
      roles.length === ROLES.length ? 'all roles' : roles.map((at) => ROLES[at] ?? '?').join(', ');
    say(`  process ${pid} on ${host}, since ${since.toISOString()}: ${names}`);
  }
  say('That is allowed: this one joins in and shares the work. To be alone, end the others (Ctrl-C there).');
}

async function demoOf(context: Context): Promise<Demo> {
  say('Opening the demo newspaper …');
  const { startDemo } = await import('../demo/index.ts');
  return startDemo({ host: '127.0.0.1', stateFile: join(context.dataDir, DEMO_STATE_FILE), log: say });
}

async function syncAllSources(
  context: Context,
  instance: Instance,
  roles: ReadonlySet<Role>,
  demo: Parameters<typeof syncSources>[2],
): Promise<void> {
  if (!roles.has('maintain')) return;
  const { db } = instance.database;
  const { sources, problems: inFiles } = loadSources(context.sourcesDir);
  const problems = [...inFiles, ...unknownProxies(sources, context.config.fetch.proxies)];
  if (problems.length > 0) throw new ConfigError(problems);
  for (const [origin, list] of [
    ['file', sources],
    ['demo', demo],
  ] as const) {
    const synced = await syncSources(db, origin, list);
    for (const what of ['added', 'changed', 'removed'] as const) {
      if (synced[what].length > 0) say(`Sources ${what}: ${synced[what].join(', ')}`);
    }
    for (const id of synced.taken) {
      context.log.warn(
        { source: id },
        `The file of ${id} is passed over: a source with that id was added by hand. Remove it with \`newsmill sources remove ${id}\`.`,
      );
    }
  }
  await syncHostPolicies(db, context.config);
}
