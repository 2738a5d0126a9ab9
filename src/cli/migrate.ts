import { Command } from 'commander';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { printLine, say } from './output.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .addHelpText('after', '\nSafe to run at any time and by many processes at once. `start` does it too.')
    .action(async (_options, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'warn' });
      await using store = await openStore(context, say);
      await printLine(
        store.migrationsApplied === 0
          ? 'The schema is the newest already.'
          : `Applied ${store.migrationsApplied}.`,
      );
    });
}
