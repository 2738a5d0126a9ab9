import { Command } from 'commander';
import { NewsmillError } from '../errors.ts';
import { HostKey } from '../ids.ts';
import { type HostHealth, hostsInTrouble, tryHostNow } from '../store/host-health.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { plain, printJson, printLine, table } from './output.ts';

/** Most hosts shown. */
const SHOWN = 200;

export function hostsCommand(): Command {
  return new Command('hosts').addCommand(listCommand()).addCommand(retryCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('hosts that are left alone after failures in a row: since when, why, until when')
    .option('--json', 'one JSON document instead of a table')
    .action(async (options: { json?: true }, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const hosts = await hostsInTrouble(store.database.db, SHOWN);
      if (options.json) return printJson({ hosts });
      if (hosts.length === 0) return printLine('No host is left alone.');
      await printLine(table([['HOST', 'CIRCUIT', 'SINCE', 'NEXT', 'FAILED', 'WHY'], ...hosts.map(rowOf)]));
    });
}

function rowOf(host: HostHealth): string[] {
  const time = (date: Date | null): string => date?.toISOString().slice(0, 19) ?? '';
  return [
    plain(host.host),
    host.circuit,
    time(host.since),
    time(host.nextAt),
    String(host.failuresInRow),
    plain(host.message ?? ''),
  ];
}

function retryCommand(): Command {
  return new Command('retry')
    .description('try a host now, with a single request, instead of at the time its circuit says')
    .argument('<host>', 'host name, with its port if it has one')
    .action(async (name: string, _options, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const host = HostKey.safeParse(name.toLowerCase());
      if (!host.success || !(await tryHostNow(store.database.db, host.data)))
        throw new NewsmillError(
          'not_found_in_store',
          `There is no host ${plain(name)}; \`newsmill hosts list\` shows those in trouble`,
        );
      await printLine(`${host.data} may be tried now. A running newsmill does it within a second.`);
    });
}
