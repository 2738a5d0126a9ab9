import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { SourceDefinition } from '../config/source.ts';
import { NewsmillError } from '../errors.ts';
import { SourceId } from '../ids.ts';
import { enqueueSourceDue } from '../pipeline/enqueue.ts';
import {
  findSource,
  listSources,
  makeSourceDue,
  removeSource,
  type StoredSource,
  setPaused,
  upsertSource,
} from '../store/sources.ts';
import { createContext } from './context.ts';
import { openInstance, openStore } from './instance.ts';
import { unknownSource } from './known-source.ts';
import { plain, printJson, printLine, table } from './output.ts';

export function sourcesCommand(): Command {
  const sources = new Command('sources');
  for (const command of [
    listCommand(),
    addCommand(),
    removeCommand(),
    runCommand(),
    pauseCommand(),
    resumeCommand(),
  ]) {
    sources.addCommand(command);
  }
  return sources;
}

function listCommand(): Command {
  return new Command('list')
    .description('every source with its state')
    .option('--json', 'one JSON document instead of a table')
    .action(async (options: { json?: true }, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const sources = await listSources(store.database.db);
      if (options.json) return printJson({ sources });
      if (sources.length === 0)
        return printLine('No sources. Put a file into config/sources, or see `newsmill sources add --help`.');
      await printLine(table([['ID', 'STATE', 'WHEN', 'NEXT', 'FROM', 'NAME'], ...sources.map(rowOf)]));
    });
}

function rowOf(source: StoredSource): string[] {
  const { definition } = source;
  const state = source.paused ? 'paused' : definition.enabled ? 'active' : 'disabled';
  const when = definition.every ?? `${definition.cron} ${definition.timezone}`;
  const next = state === 'active' ? (source.nextDueAt?.toISOString().slice(0, 19) ?? '') : '';
  return [source.id, state, when, next, source.origin, plain(definition.name)];
}

interface AddOptions {
  readonly name?: string;
  readonly feed: string[];
  readonly sitemap: string[];
  readonly hub: string[];
  readonly every?: string;
  readonly cron?: string;
  readonly timezone?: string;
  readonly priority?: string;
  readonly render?: true;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

function addCommand(): Command {
  return new Command('add')
    .description('add a source, or change one that was added this way')
    .argument('<id>', 'short name: lower-case letters, digits, hyphens', parseSourceId)
    .option('--name <name>', 'name for people; the id without one')
    .option('--feed <url>', 'RSS, Atom or JSON feed (may be repeated)', collect, [])
    .option('--sitemap <url>', 'sitemap or sitemap index (may be repeated)', collect, [])
    .option('--hub <url>', 'page that lists articles (may be repeated)', collect, [])
    .option('--every <duration>', 'how often, such as 15m, 6h, 1d')
    .option('--cron <fields>', 'when, as five cron fields')
    .option('--timezone <zone>', 'time zone of --cron, such as Europe/Berlin')
    .option('--priority <n>', '1 is fetched first, 100 last; 50 without one')
    .option('--render', 'load its pages in a browser')
    .addHelpText(
      'after',
      '\nExample:\n  newsmill sources add example-news --feed https://news.example/rss.xml --every 15m',
    )
    .action(async (id: SourceId, options: AddOptions, command: Command) => {
      const definition = parseDefinition({
        name: options.name ?? id,
        feeds: options.feed,
        sitemaps: options.sitemap,
        hubs: options.hub,
        ...(options.cron === undefined
          ? { every: options.every ?? '15m' }
          : { cron: options.cron, ...(options.every === undefined ? {} : { every: options.every }) }),
        ...(options.timezone === undefined ? {} : { timezone: options.timezone }),
        ...(options.priority === undefined ? {} : { priority: Number(options.priority) }),
        ...(options.render ? { render: 'always' } : {}),
      });
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const what = await upsertSource(store.database.db, id, definition, 'api');
      if (what === 'taken') {
        throw new NewsmillError(
          'invalid_input',
          `${id} is defined by a file in config/sources; change it there, or take another id`,
        );
      }
      const said = { added: 'Added', changed: 'Changed', same: 'Nothing to change for' }[what];
      await printLine(
        `${said} ${id}. A running newsmill takes it up within seconds; otherwise \`newsmill start\` does.`,
      );
    });
}

function parseDefinition(value: unknown): SourceDefinition {
  const parsed = SourceDefinition.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
  );
  throw new NewsmillError('invalid_input', `The source cannot be added: ${faults.join('; ')}`);
}

function parseSourceId(text: string): SourceId {
  const id = SourceId.safeParse(text);
  if (!id.success) throw new InvalidArgumentError('Use lower-case letters, digits and hyphens, at most 63.');
  return id.data;
}

const idArgument = ['<id>', 'id of the source'] as const;

function removeCommand(): Command {
  return new Command('remove')
    .description('stop crawling a source; its articles stay')
    .argument(...idArgument, parseSourceId)
    .action(async (id: SourceId, _options, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const source = await findSource(store.database.db, id);
      if (source?.origin === 'demo') {
        throw new NewsmillError(
          'invalid_input',
          `${id} belongs to the demo newspaper; write “demo: false” into config/newsmill.yaml, or pause it`,
        );
      }
      if (source?.origin === 'file') {
        throw new NewsmillError(
          'invalid_input',
          `${id} is defined by a file in config/sources; remove the file, or pause the source`,
        );
      }
      if (!(await removeSource(store.database.db, id))) throw unknownSource(id);
      await printLine(`Removed ${id}.`);
    });
}

function runCommand(): Command {
  return new Command('run')
    .description('look at a source now instead of at its next turn')
    .argument(...idArgument, parseSourceId)
    .action(async (id: SourceId, _options, command: Command) => {
      await using instance = await openInstance(createContext(command, {}, { logLevel: 'warn' }));
      const { db } = instance.database;
      if (!(await makeSourceDue(db, id))) {
        const source = await findSource(db, id);
        if (source?.paused)
          throw new NewsmillError(
            'invalid_input',
            `${id} is paused; run \`newsmill sources resume ${id}\` first`,
          );
        throw unknownSource(id);
      }
      await enqueueSourceDue(instance.queues, id);
      await printLine(
        `${id} is due now. A running newsmill takes it up at once; otherwise \`newsmill start\` does.`,
      );
    });
}

function pauseCommand(): Command {
  return switchCommand(
    'pause',
    'stop taking turns until resumed; what is under way ends normally',
    true,
    'Paused',
  );
}

function resumeCommand(): Command {
  return switchCommand('resume', 'take turns again, the first one now', false, 'Resumed');
}

function switchCommand(name: string, description: string, paused: boolean, said: string): Command {
  return new Command(name)
    .description(description)
    .argument(...idArgument, parseSourceId)
    .action(async (id: SourceId, _options, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      if (!(await setPaused(store.database.db, id, paused))) throw unknownSource(id);
      await printLine(`${said} ${id}.`);
    });
}
