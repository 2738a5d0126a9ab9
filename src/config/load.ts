/**
 * The configuration of one process, from its layers:
 * built-in defaults < config/newsmill.yaml < environment < command line.
 */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { asNewsmillError } from '../errors.ts';
import { type Env, readEnvironment } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { ConfigError, type Problem, toProblems } from './problems.ts';
import { Config } from './schema.ts';
import { listSettings } from './settings.ts';
import { readYamlFile } from './yaml-file.ts';

export interface LoadOptions {
  /** Where config/newsmill.yaml is looked for. */
  readonly projectRoot: string;
  /** What relative paths in the environment and on the command line mean; by default `projectRoot`. */
  readonly cwd?: string | undefined;
  readonly env: Env;
  /** A file named on the command line; goes before NEWSMILL_CONFIG. */
  readonly configFile?: string | undefined;
  /** Values from the command line, by dotted key: `{ 'api.port': 8080 }`. Undefined ones are passed over. */
  readonly overrides?: Readonly<Record<string, unknown>> | undefined;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Dotted keys that a file, a variable or the command line set. */
  readonly explicit: ReadonlySet<string>;
  /** The file that was read; null when there is none. */
  readonly configFile: string | null;
}

const DEFAULT_FILE = 'config/newsmill.yaml';

/**
 * Reads all layers.
 *
 * @throws ConfigError (`config_invalid`) that lists every problem of every layer with its place
 */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const cwd = options.cwd ?? options.projectRoot;
  const file = readFileLayer(options, cwd);
  const environment = readEnvironment(options.env, cwd);
  const overrides = checkOverrides(options.overrides ?? {});
  const problems = [...file.problems, ...environment.problems, ...overrides.problems];
  if (problems.length > 0) throw new ConfigError(problems);

  const merged = structuredClone(file.value);
  for (const [key, value] of [...environment.values, ...overrides.values]) put(merged, key.split('.'), value);
  const config = Config.parse(merged);
  const crossProblems = checkTogether(config, file, environment.values, overrides.values);
  if (crossProblems.length > 0) throw new ConfigError(crossProblems);
  const explicit = new Set([...file.keys, ...environment.values.keys(), ...overrides.values.keys()]);
  return { config, explicit, configFile: file.path };
}

type Section = { [key: string]: unknown };

interface FileLayer {
  readonly path: string | null;
  readonly value: Section;
  readonly keys: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  where(path: readonly PropertyKey[]): string;
}

function readFileLayer(options: LoadOptions, cwd: string): FileLayer {
  const chosen = options.configFile ?? (options.env.NEWSMILL_CONFIG || undefined);
  const path = chosen === undefined ? join(options.projectRoot, DEFAULT_FILE) : resolve(cwd, chosen);
  const none = { value: {}, keys: new Set<string>(), problems: [], where: () => DEFAULT_FILE };
  if (chosen === undefined && !existsSync(path)) return { ...none, path: null };
  const shown = shownPath(path, cwd);
  let yaml: ReturnType<typeof readYamlFile>;
  try {
    yaml = readYamlFile(path, shown);
  } catch (error) {
    const by = options.configFile === undefined ? 'NEWSMILL_CONFIG' : '--config';
    const from = chosen === undefined ? '' : ` (from ${by})`;
    const message = `the configuration file${from} cannot be used: ${asNewsmillError(error).message}`;
    return { ...none, path, problems: [{ where: shown, key: '', message }] };
  }
  const where = (at: readonly PropertyKey[]): string => `${shown}:${yaml.lineOf(at)}`;
  if (yaml.problems.length > 0) return { ...none, path, problems: yaml.problems, where };
  const value = withoutEmptySections(yaml.value ?? {});
  const settings = listSettings();
  const checked = Config.safeParse(value);
  const problems = checked.success
    ? []
    : toProblems(checked.error.issues, { schema: Config, value, where, allKeys: settings.map((s) => s.key) });
  const section = isSection(value) ? value : {};
  const keys = new Set(settings.filter((s) => has(section, s.path)).map((s) => s.key));
  return { path, value: section, keys, problems: sortByLine(problems), where };
}

/** `fetch:` with all its keys commented out is null in YAML, and means an empty section. */
function withoutEmptySections(value: unknown): unknown {
  if (!isSection(value)) return value;
  const sections = new Set(listSettings().flatMap((s) => (s.path.length > 1 ? [s.path[0]] : [])));
  return Object.fromEntries(Object.entries(value).filter(([key, v]) => v !== null || !sections.has(key)));
}

function checkOverrides(overrides: Readonly<Record<string, unknown>>): {
  values: Map<string, unknown>;
  problems: Problem[];
} {
  const values = new Map(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const tree: Section = {};
  for (const [key, value] of values) put(tree, key.split('.'), value);
  const checked = Config.safeParse(tree);
  if (checked.success) return { values, problems: [] };
  const where = (): string => 'command line';
  return { values, problems: toProblems(checked.error.issues, { schema: Config, value: tree, where }) };
}

/** Rules over more than one setting. */
function checkTogether(
  config: Config,
  file: FileLayer,
  environment: ReadonlyMap<string, unknown>,
  overrides: ReadonlyMap<string, unknown>,
): Problem[] {
  if (isLoopback(config.api.host) || config.api.token !== null) return [];
  const key = 'api.host';
  const place = (): { where: string; name: string } => {
    if (overrides.has(key)) return { where: 'command line', name: key };
    if (environment.has(key)) return { where: 'environment', name: 'API_HOST' };
    return { where: file.where(key.split('.')), name: key };
  };
  const { where, name } = place();
  const message = `${name} is ${JSON.stringify(config.api.host)}, which other machines can reach, and there is no api.token. Set api.token (API_TOKEN or API_TOKEN_FILE) to a secret of at least 16 characters, or write 127.0.0.1.`;
  return [{ where, key, message }];
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: Section, path: readonly string[]): boolean {
  let here: unknown = value;
  for (const step of path) {
    if (!isSection(here) || !Object.hasOwn(here, step)) return false;
    here = here[step];
  }
  return true;
}

function put(value: Section, path: readonly string[], leaf: unknown): void {
  let here = value;
  for (const step of path.slice(0, -1)) {
    const next = here[step];
    if (isSection(next)) here = next;
    else {
      const section: Section = {};
      here[step] = section;
      here = section;
    }
  }
  here[path.at(-1) ?? ''] = leaf;
}

/** Relative where that is shorter and still below `cwd`. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

/** By line of the same file; problems without a line keep their place. */
export function sortByLine(problems: readonly Problem[]): Problem[] {
  const line = (p: Problem): number => Number(/:(\d+)$/.exec(p.where)?.[1] ?? 0);
  return problems.toSorted((a, b) => line(a) - line(b));
}
