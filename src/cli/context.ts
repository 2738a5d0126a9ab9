/** What every command starts from: where the project lies, its configuration, its log. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { createLog } from '../observe/log.ts';

/** Options that every command understands. */
export interface GlobalOptions {
  readonly config?: string;
  readonly dataDir?: string;
  readonly logLevel?: string;
}

export interface Context extends LoadedConfig {
  /** The folder of newsmill's package.json. */
  readonly projectRoot: string;
  /** `config.dataDir`, absolute. */
  readonly dataDir: string;
  /** `config.sourcesDir`, absolute. */
  readonly sourcesDir: string;
  readonly log: Logger;
}

/** The nearest folder above this file with newsmill's package.json: a checkout's root, or the installed package. */
export const projectRoot = findProjectRoot();

export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;

function findProjectRoot(): string {
  const Package = z.object({ name: z.literal('newsmill') });
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const file: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (Package.safeParse(file).success) return folder;
    } catch {
      // Not here: a folder without a readable package.json is passed on the way up.
    }
    if (folder === dirname(folder)) return process.cwd();
  }
}

/**
 * Where data and sources lie when the configuration names relative folders: the project in a checkout,
 * the working folder for an installed package, whose own folder is not the user's.
 */
function homeFolder(): string {
  return projectRoot.split(/[\\/]/).includes('node_modules') ? process.cwd() : projectRoot;
}

/**
 * Loads the configuration and makes the log.
 *
 * @param defaults settings that this command wants other than the schema's, unless they were set
 */
export function createContext(
  command: Command,
  overrides: Readonly<Record<string, unknown>> = {},
  defaults: { readonly logLevel?: string } = {},
): Context {
  const options = command.optsWithGlobals<GlobalOptions>();
  const home = homeFolder();
  const loaded = loadConfig({
    projectRoot: home,
    cwd: home,
    env: process.env,
    configFile: options.config === undefined ? undefined : resolve(options.config),
    overrides: {
      dataDir: options.dataDir === undefined ? undefined : resolve(options.dataDir),
      'log.level': options.logLevel,
      ...overrides,
    },
  });
  const level = loaded.explicit.has('log.level')
    ? loaded.config.log.level
    : (defaults.logLevel ?? loaded.config.log.level);
  const absolute = (path: string): string => (isAbsolute(path) ? path : join(home, path));
  const { extract } = loaded.config;
  // The folder that nobody asked for may be missing; one that was configured and is not there is reported.
  const isWanted = (path: string): boolean => loaded.explicit.has('extract.rulesDirs') || existsSync(path);
  const rulesDirs = extract.rulesDirs.map(absolute).filter(isWanted);
  return {
    ...loaded,
    config: { ...loaded.config, extract: { ...extract, rulesDirs } },
    projectRoot,
    dataDir: absolute(loaded.config.dataDir),
    sourcesDir: absolute(loaded.config.sourcesDir),
    log: createLog({ ...loaded.config.log, level } as typeof loaded.config.log),
  };
}
