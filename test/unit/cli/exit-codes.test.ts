import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXIT, EXIT_CODES, EXIT_HELP } from '../../../src/cli/exit.ts';

const docs = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

it('docs/cli.md has every exit code and every rule of the one table', () => {
  for (const { command, rule } of EXIT_CODES) expect(docs).toContain(`| \`${command}\` | ${rule} |`);
  for (const code of Object.values(EXIT)) {
    const said = new RegExp(`^ +${code} +(.+)$`, 'm').exec(EXIT_HELP)?.[1] ?? 'nothing in the help';
    expect(docs).toContain(`| ${code} | ${said} |`);
  }
});
