/** Settings from environment variables, and secrets from files that variables name. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { wordsFor } from '../file-fault.ts';
import type { Problem } from './problems.ts';
import { listSettings, type Setting } from './settings.ts';
import { unwrap } from './unwrap.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface FromEnvironment {
  /** Values by dotted key. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly Problem[];
}

const WHERE = 'environment';
const MAX_SECRET_BYTES = 64 * 1024;

/** Reads every variable that a setting names. An empty variable counts as not set. */
export function readEnvironment(env: Env, cwd: string): FromEnvironment {
  const values = new Map<string, unknown>();
  const problems: Problem[] = [];
  for (const setting of listSettings()) {
    const given = readVariable(setting, env, cwd, problems);
    if (given === undefined) continue;
    const value = coerce(given.text, setting.schema);
    const checked = z.safeParse(setting.schema, value);
    if (checked.success) {
      values.set(setting.key, value);
      continue;
    }
    const shown = setting.secret
      ? 'does not fit (its value is not shown)'
      : `is ${JSON.stringify(given.text)}`;
    const wanted = isList(setting) ? 'a list with commas between its items' : setting.expected;
    problems.push({
      where: WHERE,
      key: given.variable,
      message: `${given.variable} ${shown}. Write ${wanted}.`,
    });
  }
  return { values, problems };
}

const isList = (setting: Setting): boolean => unwrap(setting.schema) instanceof z.ZodArray;

interface Given {
  readonly variable: string;
  readonly text: string;
}

function readVariable(setting: Setting, env: Env, cwd: string, problems: Problem[]): Given | undefined {
  if (setting.env === undefined) return undefined;
  const direct = env[setting.env];
  const fileVariable = `${setting.env}_FILE`;
  const file = setting.secret ? env[fileVariable] : undefined;
  if (direct && file) {
    problems.push({
      where: WHERE,
      key: setting.env,
      message: `${setting.env} and ${fileVariable} are both set. Set only one of them.`,
    });
    return undefined;
  }
  if (direct) return { variable: setting.env, text: direct };
  if (!file) return undefined;
  try {
    const path = resolve(cwd, file);
    if (statSync(path).size > MAX_SECRET_BYTES)
      throw new Error(`it is larger than ${MAX_SECRET_BYTES} bytes`);
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') throw new Error('it is empty');
    return { variable: fileVariable, text };
  } catch (error) {
    problems.push({
      where: WHERE,
      key: fileVariable,
      message: `${fileVariable} names ${file}, which cannot be read: ${wordsFor(error, file)}. Name a readable file that holds the value.`,
    });
    return undefined;
  }
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/** Text as the type its schema wants; text that is no such type stays text, and is refused by the schema. */
function coerce(text: string, schema: z.core.$ZodType): unknown {
  const inner = unwrap(schema);
  const trimmed = text.trim();
  if (inner instanceof z.ZodBoolean) return BOOLEANS[trimmed.toLowerCase()] ?? text;
  if (inner instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text;
  if (inner instanceof z.ZodArray) {
    return trimmed
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => coerce(item, inner.element));
  }
  return trimmed;
}
