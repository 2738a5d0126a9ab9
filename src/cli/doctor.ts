import { Command } from 'commander';
import { type Check, examine } from './examine.ts';
import { EXIT } from './exit.ts';
import { printJson, printLine } from './output.ts';

const MARKS = { ok: '✓', warn: '!', fail: '✗' } as const;

export function doctorCommand(): Command {
  return new Command('doctor')
    .option('--quick', 'only whether the database and the queues answer; for health checks')
    .option('--json', 'one JSON document instead of lines')
    .addHelpText('after', '\nEnds with 0 when nothing is wrong (warnings are not), else with 1.')
    .action(async (options: { quick?: true; json?: true }, command: Command) => {
      const checks = await examine(command, options.quick === true);
      if (options.json) await printJson({ checks });
      else for (const check of checks) await printLine(lineOf(check));
      const wrong = checks.filter((c) => c.state === 'fail').length;
      if (wrong > 0) process.exitCode = EXIT.ours;
      if (!options.json)
        await printLine(
          wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`,
        );
    });
}

function lineOf(check: Check): string {
  const mend = check.mend === null ? '' : `\n    → ${check.mend}`;
  return `${MARKS[check.state]} ${check.name}: ${check.message}${mend}`;
}
