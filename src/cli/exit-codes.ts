/** `newsmill exit-codes`, and `newsmill help exit-codes`: what each command's exit code says. */
import { Command } from 'commander';
import { EXIT_CODES, EXIT_HELP } from './exit.ts';
import { printLine } from './output.ts';

export function exitCodesCommand(): Command {
  return new Command('exit-codes').addHelpText('after', `\n${rules()}`).action(() => printLine(rules()));
}

function rules(): string {
  const width = Math.max(...EXIT_CODES.map(({ command }) => command.length));
  const lines = EXIT_CODES.map(({ command, rule }) => `  ${command.padEnd(width)}  ${rule}`);
  return `${EXIT_HELP}\n\nWhere a command works on many things:\n${lines.join('\n')}`;
}
