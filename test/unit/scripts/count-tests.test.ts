import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../scripts/count-tests.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The last line and the exit code for test files with tests of these outcomes. */
function count(
  files: readonly (readonly string[])[] | null,
  runnerCode: number,
): [string | undefined, number | null] {
  const report = join(folder, 'report.json');
  if (files !== null) {
    const testResults = files.map((statuses) => ({
      status: statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    }));
    writeFileSync(report, JSON.stringify({ testResults }));
  }
  const { stdout, status } = spawnSync(process.execPath, [script, report, String(runnerCode)], {
    encoding: 'utf8',
  });
  return [stdout.trimEnd().split('\n').at(-1), status];
}

describe('count-tests', () => {
  it.each<[string, (readonly string[])[] | null, number, string, number]>([
    ['all passed', [['passed', 'passed'], ['passed']], 0, '3 passed, 0 failed', 0],
    ['one failed', [['passed', 'failed']], 1, '1 passed, 1 failed', 1],
    ['a file that does not load', [['passed'], []], 1, '1 passed, 1 failed', 1],
    ['skipped ones', [['passed', 'pending', 'todo']], 0, '1 passed, 0 failed, 2 skipped', 0],
    ['none at all', [], 0, '0 passed, 0 failed', 1],
    ['only skipped ones', [['skipped']], 0, '0 passed, 0 failed, 1 skipped', 1],
    ['a runner that ended badly', [['passed']], 124, '1 passed, 1 failed', 1],
    ['no report', null, 1, '0 passed, 1 failed', 1],
  ])('%s', (_what, files, runnerCode, line, exitCode) => {
    expect(count(files, runnerCode)).toEqual([line, exitCode]);
  });

  it('adds runs up, and fails where one of them did', () => {
    const report = (name: string, statuses: readonly string[]): string => {
      const path = join(folder, name);
      const files = [{ status: 'passed', assertionResults: statuses.map((status) => ({ status })) }];
      writeFileSync(path, JSON.stringify({ testResults: files }));
      return path;
    };
    const one = report('one.json', ['passed', 'passed']);
    const other = report('other.json', ['passed', 'skipped']);
    const run = (...args: string[]) => {
      const { stdout, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
      return [stdout.trimEnd(), status];
    };
    expect(run(one, '0', other, '0')).toEqual(['3 passed, 0 failed, 1 skipped', 0]);
    expect(run(one, '0', other, '1')).toEqual(['3 passed, 1 failed, 1 skipped', 1]);
    expect(run(one, '0', join(folder, 'none.json'), '0')).toEqual(['2 passed, 1 failed', 1]);
  });
});
