/** Settings as documents for people: the docs' table, and the commented config file. */
import { stringify } from 'yaml';
import { listSettings, type Setting } from './settings.ts';

/** A Markdown table of every setting. */
export function settingsTable(): string {
  const rows = listSettings().map((s) =>
    [`\`${s.key}\``, showDefault(s), showVariable(s), cell(s.description), cell(s.expected)].join(' | '),
  );
  const head = ['setting', 'default', 'environment', 'meaning', 'value'];
  return [head.join(' | '), head.map(() => '---').join(' | '), ...rows]
    .map((row) => `| ${row} |`)
    .join('\n')
    .concat('\n');
}

/** docs/settings.md */
export function settingsPage(): string {
  return `# Settings

Every setting of newsmill, generated from its schema (\`node scripts/generate.ts\`). A setting comes from
its default, then \`config/newsmill.yaml\` (or the file that \`NEWSMILL_CONFIG\` names), then the
environment, then the command line; the last one that names it counts. \`fetch.delayMs\` is \`delayMs\`
under \`fetch:\` in the file.

${settingsTable()}`;
}

function showDefault(setting: Setting): string {
  return setting.default === null ? 'none' : `\`${JSON.stringify(setting.default)}\``;
}

function showVariable(setting: Setting): string {
  if (setting.env === undefined) return '';
  return setting.secret ? `\`${setting.env}\` or \`${setting.env}_FILE\`` : `\`${setting.env}\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const WIDTH = 100;

const HEAD = `# yaml-language-server: $schema=schemas/config.schema.json
#
# newsmill's settings. A line that starts with # and no space is a setting at its default: take the #
# away and change the value. What is set here goes before the defaults; an environment variable (named
# after "·") goes before what is set here, and the command line before both. A variable that ends in
# _FILE names a file that holds the value. A wrong line stops the start, which says what to write.
`;

/**
 * config/newsmill.yaml with every setting at its default. Prose starts with `# `, a setting that is
 * commented out with `#` alone.
 */
export function commentedConfig(live: ReadonlySet<string>): string {
  const lines: string[] = [];
  let section = '';
  for (const setting of listSettings()) {
    const [first = ''] = setting.path;
    const nested = setting.path.length > 1;
    if (nested && first !== section) lines.push('', `${first}:`);
    else if (!nested || lines.at(-1) !== `${first}:`) lines.push('');
    section = nested ? first : '';
    const indent = nested ? '  ' : '';
    const facts = [setting.expected, showVariable(setting).replaceAll('`', '')].filter((fact) => fact !== '');
    for (const text of [`${setting.description}.`, `Value: ${facts.join(' · ')}`])
      lines.push(...wrap(text, WIDTH - indent.length).map((line) => `${indent}# ${line}`));
    const yaml = stringify({ [setting.path.at(-1) ?? '']: setting.default }).trimEnd();
    lines.push(`${indent}${live.has(setting.key) ? '' : '#'}${yaml}`);
  }
  return `${HEAD}\n${lines.join('\n').trim()}\n`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
