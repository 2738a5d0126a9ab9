/** The command line. One file a command; this one only puts them together. */
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.ts';
import { version } from './context.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { fail, say } from './output.ts';

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

/** The command that the arguments name, loaded; or all of them by name only, for help and for suggestions. */
async function addCommands(): Promise<void> {
  const named = process.argv.slice(2).filter((word) => Object.hasOwn(COMMANDS, word));
  for (const name of named.length > 0 ? new Set(named) : Object.keys(COMMANDS)) {
    const entry = COMMANDS[name];
    if (!entry) continue;
    const command = named.length > 0 ? await entry.load() : new Command(name);
    program.addCommand(command.description(entry.description));
  }
}

/** `help` about what is no command is a wrong command line like that command itself, with the same suggestion. */
function asAsked(words: readonly string[]): string[] {
  const [help, about] = words;
  const isUnknown =
    help === 'help' && about !== undefined && about !== 'help' && !Object.hasOwn(COMMANDS, about);
  return isUnknown && !about.startsWith('-') ? [about] : [...words];
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
  say(`newsmill: standard output cannot be written: ${error.message}`);
  process.exit(EXIT.ours);
});

try {
  await addCommands();
  program.exitOverride();
  inherit(program);
  await program.parseAsync(asAsked(process.argv.slice(2)), { from: 'user' });
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else fail(thrown);
}
