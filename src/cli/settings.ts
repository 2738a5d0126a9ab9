import { Command } from 'commander';
import { listSettings, type Setting } from '../config/settings.ts';
import { type Context, createContext } from './context.ts';
import { printJson, printLine, table } from './output.ts';

export function settingsCommand(): Command {
  return new Command('settings')
    .option('--json', 'one JSON document instead of text')
    .addHelpText(
      'after',
      '\nA setting comes from its default, then config/newsmill.yaml, then the environment, then the command line.',
    )
    .action(async (options: { json?: true }, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'silent' });
      const settings = listSettings().map((setting) => ({
        key: setting.key,
        value: shownValue(setting, context),
        isDefault: !context.explicit.has(setting.key),
        env: setting.env ?? null,
        expected: setting.expected,
        description: setting.description,
      }));
      if (options.json) return printJson({ settings });
      const rows = settings.map((s) => [
        `${s.isDefault ? ' ' : '*'} ${s.key}`,
        JSON.stringify(s.value),
        s.env ?? '',
        s.description,
      ]);
      await printLine(table([['  SETTING', 'VALUE', 'ENVIRONMENT', 'MEANING'], ...rows]));
      await printLine('\n* set by a file, the environment or the command line');
    });
}

/** The value in force; a secret only as whether there is one. */
function shownValue(setting: Setting, context: Context): unknown {
  const value = setting.path.reduce<unknown>(
    (here, step) => (here as Record<string, unknown>)[step],
    context.config,
  );
  // The items of these lists hold secrets.
  if (setting.key === 'webhooks' && Array.isArray(value)) return `${value.length} webhooks`;
  if (setting.key === 'fetch.proxies' && Array.isArray(value)) return `${value.length} proxies`;
  if (!setting.secret) return value;
  return value === null ? null : '(secret)';
}
