/** The commented configuration file, from the schema. */
import { stringify } from 'yaml';
import { listSettings, type Setting } from './settings.ts';

function showVariable(setting: Setting): string {
  if (setting.env === undefined) return '';
  return setting.secret ? `\`${setting.env}\` or \`${setting.env}_FILE\`` : `\`${setting.env}\``;
}

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
    // A list stays on the line of its key, so that one # takes it in or out.
    const value = stringify(setting.default, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
    lines.push(`${indent}${live.has(setting.key) ? '' : '#'}${setting.path.at(-1)}: ${value}`);
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
