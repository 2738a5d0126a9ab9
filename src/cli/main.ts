/** The command line. One file a command; this one only puts them together. */
import { Command, CommanderError } from 'commander';
import { articlesCommand } from './articles.ts';
import { version } from './context.ts';
import { crawlCommand } from './crawl.ts';
import { doctorCommand } from './doctor.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { extractCommand } from './extract.ts';
import { migrateCommand } from './migrate.ts';
import { fail } from './output.ts';
import { schemaCommand } from './schema.ts';
import { sourcesCommand } from './sources.ts';
import { startCommand } from './start.ts';
import { webhooksCommand } from './webhooks.ts';

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

for (const command of [
  startCommand(),
  extractCommand(),
  crawlCommand(),
  sourcesCommand(),
  articlesCommand(),
  doctorCommand(),
  migrateCommand(),
  webhooksCommand(),
  schemaCommand(),
]) {
  program.addCommand(command);
}

/** Settings of the program hold for every command below it. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command).exitOverride();
    inherit(child);
  }
}
program.exitOverride();
inherit(program);

// A reader that goes away (`newsmill … | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok);
  throw error;
});

try {
  await program.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else fail(thrown);
}
