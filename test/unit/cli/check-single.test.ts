/** What the single forms say about a command line that is not whole: in words of what was typed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkCommand } from '../../../src/cli/check.ts';

let folder: string;
let page: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-check-'));
  page = join(folder, 'page.html');
  writeFileSync(page, '<p>Hi');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said on standard error, and the exit code. */
async function refusal(...args: string[]): Promise<{ said: string; code: number }> {
  let said = '';
  const listening = (command: Command): Command => {
    command.exitOverride().configureOutput({
      writeErr: (text) => {
        said += text;
      },
    });
    command.commands.forEach(listening);
    return command;
  };
  try {
    await listening(checkCommand()).parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return { said, code: thrown.exitCode };
    throw thrown;
  }
  throw new Error(`check ${args.join(' ')} was taken`);
}

const URL_ASKED = 'https://news.example/a';

it.each([
  [['robots'], /give the URL/],
  [['robots', URL_ASKED], /--file/],
  [['robots', URL_ASKED, '--file', 'x', '--status', 'ok'], /--status.*HTTP status, such as 200/],
  [['address'], /give the URL/],
  [['address', URL_ASKED, '--addresses', '192.0.2.1,nonsense'], /--addresses.*“nonsense” is no IP address/],
  [['canonical'], /give the URL/],
  [['charset'], /--file/],
  [['rights'], /--file, --header, --robots or --tdmrep/],
  [['rights', '--header', 'noai'], /--header.*“Name: value”/],
  [['rights', '--robots', 'x', '--url', 'news'], /--url.*absolute http/],
])('check %j', async (args, words) => {
  const { said } = await refusal(...args);
  expect(said).toMatch(words);
  expect(said).not.toMatch(/robotstxt|base64|Invalid input|expected|received|undefined/);
});

it('an answer is one still', async () => {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  try {
    await checkCommand().parseAsync(
      ['charset', '--file', page, '--content-type', 'text/html; charset=utf-8'],
      {
        from: 'user',
      },
    );
  } finally {
    process.stdout.write = write;
  }
  expect(JSON.parse(written.join(''))).toEqual({ charset: 'utf-8', from: 'header' });
});
