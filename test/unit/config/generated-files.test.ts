/** config/newsmill.yaml says what the schema says (`node scripts/generate.ts --config` makes it anew). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Config } from '../../../src/config/schema.ts';
import { listSettings } from '../../../src/config/settings.ts';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Record<string, unknown> | null | undefined)?.[step],
    value,
  );
}

describe('config/newsmill.yaml', () => {
  const text = read('config/newsmill.yaml');
  const live: unknown = parse(text);
  const uncommented: unknown = parse(text.replaceAll(/^( *)#(?=\S)/gm, '$1'));

  // What a user has set in a checkout may be anything; what is commented out is the default.
  it.each(listSettings().map((s) => [s.key, s] as const))('shows %s', (_key, setting) => {
    expect(at(uncommented, setting.path)).toBeDefined();
    if (at(live, setting.path) === undefined) expect(at(uncommented, setting.path)).toEqual(setting.default);
    expect(text).toContain(setting.env ?? '');
  });

  it('is valid with every line taken in', () => {
    expect(Config.safeParse(uncommented).error).toBeUndefined();
  });

  it('has the demo as a line of its own', () => {
    expect(text).toMatch(/^demo: (true|false)$/m);
  });
});

describe('the schema', () => {
  it('describes every setting', () => {
    for (const setting of listSettings()) expect(setting.description, setting.key).not.toBe('');
  });
});

it('no two settings share a variable', () => {
  const names = listSettings().flatMap((s) => (s.env === undefined ? [] : [s.env, `${s.env}_FILE`]));
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
});
