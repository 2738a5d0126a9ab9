/** What every command starts from: where the project lies, its configuration, its log. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { demoAddressesOf } from '../demo/addresses.ts';
import { createLog } from '../observe/log.ts';

/** Kept in the data folder. */
export const DEMO_STATE_FILE = 'demo.json';

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
      // An empty name (an unset variable in a script) is refused by the schema, and is not the working folder.
      dataDir: options.dataDir ? resolve(options.dataDir) : options.dataDir,
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
  const dataDir = absolute(loaded.config.dataDir);
  // Every process on this data folder shares the queues, so each must be able to fetch the demo's pages.
  const demoAddresses = loaded.config.demo ? demoAddressesOf(join(dataDir, DEMO_STATE_FILE)) : [];
  const fetch = {
    ...loaded.config.fetch,
    allowAddresses: [...loaded.config.fetch.allowAddresses, ...demoAddresses],
  };
  return {
    ...loaded,
    config: { ...loaded.config, fetch, extract: { ...extract, rulesDirs } },
    projectRoot,
    dataDir,
    sourcesDir: absolute(loaded.config.sourcesDir),
    log: createLog({ ...loaded.config.log, level } as typeof loaded.config.log),
  };
}
