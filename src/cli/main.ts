/** The command line. One file a command; this one only puts them together. */
import { Command, CommanderError } from 'commander';
import { version } from './context.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { fail } from './output.ts';

/** Each command's file is loaded when it is asked for: `extract` needs no database driver, `doctor` no web server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand(),
  extract: async () => (await import('./extract.ts')).extractCommand(),
  crawl: async () => (await import('./crawl.ts')).crawlCommand(),
  sources: async () => (await import('./sources.ts')).sourcesCommand(),
  articles: async () => (await import('./articles.ts')).articlesCommand(),
  cluster: async () => (await import('./cluster.ts')).clusterCommand(),
  dedupe: async () => (await import('./dedupe.ts')).dedupeCommand(),
  webhooks: async () => (await import('./webhooks.ts')).webhooksCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  migrate: async () => (await import('./migrate.ts')).migrateCommand(),
  schema: async () => (await import('./schema.ts')).schemaCommand(),
};

const program = new Command('newsmill')
  .description('finds, fetches and reads news pages, and keeps one normalised article per story')
  .version(version, '-V, --version')
  .option('--config <file>', 'configuration file instead of config/newsmill.yaml')
  .option('--data-dir <folder>', 'where snapshots and the embedded database are kept')
  .option('--log-level <level>', 'trace, debug, info, warn, error or silent')
  .showSuggestionAfterError()
  .showHelpAfterError('(newsmill --help, or newsmill COMMAND --help, tells more)')
  .addHelpText(
    'after',
    `
Examples:
  newsmill start                                  run everything, API on http://127.0.0.1:8080
  newsmill extract page.html --url https://…      one page to one article, no database needed
  newsmill crawl https://news.example/ --limit 20 through the real queues, until drained
  newsmill sources add example --feed https://news.example/rss.xml --every 15m
  newsmill articles list
  newsmill doctor                                 what is wrong, and which command mends it

${EXIT_HELP}`,
  );

/** The commands that the arguments may mean: the one they name, or all of them, for help and for suggestions. */
async function addCommands(): Promise<void> {
  const named = process.argv.slice(2).filter((word) => Object.hasOwn(COMMANDS, word));
  const wanted = named.length > 0 && !process.argv.includes('help') ? named : Object.keys(COMMANDS);
  for (const name of wanted) {
    const load = COMMANDS[name];
    if (load) program.addCommand(await load());
  }
}

/** Settings of the program hold for every command below it. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command).exitOverride();
    inherit(child);
  }
}

// A reader that goes away (`newsmill … | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok);
  throw error;
});

try {
  await addCommands();
  program.exitOverride();
  inherit(program);
  await program.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else fail(thrown);
}
