import { Command } from 'commander';
import { NewsmillError } from '../errors.ts';
import { listDeliveries, resumeDelivery } from '../store/deliveries.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { plain, printJson, printLine, table } from './output.ts';

export function webhooksCommand(): Command {
  return new Command('webhooks').addCommand(listCommand()).addCommand(resumeCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('every receiver with its cursor and its last failure')
    .option('--json', 'one JSON document instead of a table')
    .action(async (options: { json?: true }, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const deliveries = await listDeliveries(store.database.db);
      if (options.json) return printJson({ webhooks: deliveries });
      if (deliveries.length === 0)
        return printLine('No webhooks. Name them under `webhooks` in config/newsmill.yaml.');
      const rows = deliveries.map((d) => [
        d.receiver,
        d.stopped ? 'stopped' : d.failures > 0 ? `failing (${d.failures})` : 'active',
        d.cursor,
        plain(d.lastMessage ?? ''),
      ]);
      return printLine(table([['NAME', 'STATE', 'CURSOR', 'LAST FAILURE'], ...rows]));
    });
}

function resumeCommand(): Command {
  return new Command('resume')
    .description('send again to a receiver that stopped, from where it stopped')
    .argument('<name>', 'name of the webhook')
    .action(async (name: string, _options, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      if (!(await resumeDelivery(store.database.db, name))) {
        throw new NewsmillError(
          'not_found_in_store',
          `There is no webhook ${plain(name)}; \`newsmill webhooks list\` shows them`,
        );
      }
      await printLine(`Resumed ${name}.`);
    });
}
