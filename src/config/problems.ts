/** What is wrong with a configuration, in words a person can act on. */
import { z } from 'zod';
import { NewsmillError } from '../errors.ts';
import { expectedOf } from './expected.ts';
import { metaOf } from './field.ts';
import { nearest } from './nearest.ts';
import { schemaAt, unwrap } from './unwrap.ts';

export interface Problem {
  /** Where it stands: `config/newsmill.yaml:12`, `environment`. */
  readonly where: string;
  /** Dotted key, or the variable's name; empty for the file as a whole. */
  readonly key: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** One line: `config/newsmill.yaml:12: fetch.delayMS is not a setting. Did you mean fetch.delayMs?` */
export function problemLine(problem: Problem): string {
  return `${problem.where}: ${problem.message}`;
}

/** All problems of a configuration in one error (code `config_invalid`). */
export class ConfigError extends NewsmillError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'One setting is wrong' : `${problems.length} settings are wrong`;
    super('config_invalid', `${count}:\n${problems.map((p) => `  ${problemLine(p)}`).join('\n')}\n`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export interface IssueContext {
  /** Schema that the value was checked against. */
  readonly schema: z.core.$ZodType;
  /** The value as it was read. */
  readonly value: unknown;
  /** Where the thing at `path` stands. */
  where(path: readonly PropertyKey[]): string;
  /** What a key is called; by default its dotted path. */
  readonly name?: (path: readonly PropertyKey[]) => string;
  /** Keys elsewhere in the same document that a misplaced one may have meant. */
  readonly allKeys?: readonly string[];
}

/** zod's issues as problems, in the order of the document's lines as far as zod gives it. */
export function toProblems(issues: readonly z.core.$ZodIssue[], context: IssueContext): Problem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey([...issue.path, key], context))
      : [wrongValue(issue, context)],
  );
}

export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((key, step) => {
    if (typeof step === 'number') return `${key}[${step}]`;
    return key === '' ? String(step) : `${key}.${String(step)}`;
  }, '');
}

function unknownKey(path: readonly PropertyKey[], context: IssueContext): Problem {
  const key = dotted(path);
  const parent = path.slice(0, -1);
  const section = schemaAt(context.schema, parent);
  const inner = section && unwrap(section);
  const siblings = inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const last = String(path.at(-1));
  const sibling = nearest(last, siblings);
  const meant = sibling === undefined ? elsewhere(key, last, context) : dotted([...parent, sibling]);
  const advice = meant === undefined ? `The keys here are ${siblings.join(', ')}.` : `Did you mean ${meant}?`;
  return { where: context.where(path), key, message: `${key} is not a setting. ${advice}` };
}

/** A key that is right but stands in the wrong section. */
function elsewhere(key: string, last: string, context: IssueContext): string | undefined {
  const all = context.allKeys ?? [];
  const lastOf = (candidate: string): string => candidate.slice(candidate.lastIndexOf('.') + 1);
  return all.find((candidate) => lastOf(candidate) === last) ?? nearest(key, all);
}

function wrongValue(issue: z.core.$ZodIssue, context: IssueContext): Problem {
  const { path } = issue;
  const key = context.name?.(path) ?? dotted(path);
  const given = valueAt(context.value, path);
  const schema = schemaAt(context.schema, path);
  const secret = path.some((_, i) => {
    const at = schemaAt(context.schema, path.slice(0, i + 1));
    return at !== undefined && metaOf(at).secret === true;
  });
  const advice =
    issue.code === 'custom' || schema === undefined
      ? sentence(issue.message)
      : sentence(`write ${adviceFor(issue, schema)}`);
  const what = key === '' ? describeWhole(given) : `${key} ${describeGiven(given, secret)}. `;
  return { where: context.where(path), key, message: `${what}${advice}` };
}

function adviceFor(issue: z.core.$ZodIssue, schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && issue.code === 'too_big') return `at most ${issue.maximum} items`;
  return expectedOf(schema);
}

function describeWhole(given: unknown): string {
  if (given === null || given === undefined) return 'This is empty. ';
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? ''
    : `This ${describeGiven(given, false)}. `;
}

const MAX_SHOWN = 60;

function describeGiven(given: unknown, secret: boolean): string {
  if (given === undefined) return 'is missing';
  if (given === null) return 'has no value';
  if (secret) return 'does not fit (its value is not shown)';
  if (Array.isArray(given)) return 'is a list';
  if (typeof given === 'object') return 'is a section';
  const text = JSON.stringify(given) ?? String(given);
  return `is ${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
