/**
 * The rules of some folders, by host. The folders' names are read once, files when a host asks for
 * them; a file that cannot be used is reported once and passed over.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseRule } from './parse-rule.ts';
import type { ParsedRule, SourceRule } from './rule.ts';

/** Largest rule file, in bytes. */
export const MAX_RULE_BYTES = 262_144;
/** Parsed rules kept in memory; the one that was not asked for longest goes. */
const MAX_CACHED = 256;
const MAX_FILES = 50_000;
/** Reports kept until they are taken. */
const MAX_REPORTS = 1000;

export interface RuleBook {
  /** The rule for a host name as URLs have it; null when there is none. Never throws. */
  find(host: string): SourceRule | null;
  /** Notes something about a rule, once for each text. */
  report(message: string): void;
  /** What was noted since the last call. */
  takeReports(): string[];
}

/** A file that rules may come from. */
export interface RuleFile {
  /** `.example.com.txt` */
  readonly name: string;
  readonly path: string;
}

/** @param folders own rules first: the first folder that has a file for a host wins, whole */
export function openRuleBook(folders: readonly string[]): RuleBook {
  return new FolderRuleBook(folders);
}

/** A book of one rule, for every host. */
export function ruleBookOf(rule: SourceRule): RuleBook {
  const reports = new Reports();
  return {
    find: () => rule,
    report: (message) => reports.add(message),
    takeReports: () => reports.take(),
  };
}

/**
 * File names for a host, the most fitting first: `a.b.example.com.txt`, then for hosts below another
 * `.b.example.com.txt`, `.example.com.txt`. `www.` is no subdomain. Nothing for what is no host name.
 */
export function ruleFileNames(host: string): string[] {
  const bare = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  if (bare.length > 253 || !/^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9-]{1,63}$/.test(bare))
    return [];
  const names = [`${bare}.txt`];
  const labels = bare.split('.');
  for (let i = 1; i < labels.length - 1; i++) names.push(`.${labels.slice(i).join('.')}.txt`);
  return names;
}

/** @throws what the file system throws; RangeError for a file over `MAX_RULE_BYTES` */
export function readRuleFile(path: string): ParsedRule {
  return parseRule(readRuleText(path), path);
}

/** @throws as `readRuleFile` */
export function readRuleText(path: string): string {
  const stat = statSync(path);
  if (!stat.isFile()) throw new RangeError('it is no file');
  if (stat.size > MAX_RULE_BYTES) throw new RangeError(`it has more than ${MAX_RULE_BYTES} bytes`);
  return readFileSync(path, 'utf8');
}

/**
 * The rule files of a folder, sorted by name. A file starts with a host name or a dot; others, such as
 * a checkout's own, are passed over.
 * @throws what the file system throws
 */
export function listRuleFiles(folder: string): RuleFile[] {
  return readdirSync(folder)
    .filter((name) => /^\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.txt$/i.test(name))
    .slice(0, MAX_FILES)
    .toSorted()
    .map((name) => ({ name, path: join(folder, name) }));
}

class FolderRuleBook implements RuleBook {
  readonly #reports = new Reports();
  /** For each folder, paths by lower-case file name. */
  readonly #folders: readonly ReadonlyMap<string, string>[];
  readonly #cache = new Map<string, SourceRule | null>();

  constructor(folders: readonly string[]) {
    this.#folders = folders.map((folder) => this.#index(folder));
  }

  find(host: string): SourceRule | null {
    const names = ruleFileNames(host);
    for (const folder of this.#folders) {
      for (const name of names) {
        const path = folder.get(name);
        const rule = path === undefined ? null : this.#load(path);
        if (rule !== null) return rule;
      }
    }
    return null;
  }

  report(message: string): void {
    this.#reports.add(message);
  }

  takeReports(): string[] {
    return this.#reports.take();
  }

  #index(folder: string): ReadonlyMap<string, string> {
    try {
      return new Map(listRuleFiles(folder).map(({ name, path }) => [name.toLowerCase(), path]));
    } catch (thrown) {
      this.report(`${folder}: the folder of rules cannot be read: ${messageOf(thrown)}`);
      return new Map();
    }
  }

  #load(path: string): SourceRule | null {
    const known = this.#cache.get(path);
    if (known !== undefined) {
      this.#cache.delete(path);
      this.#cache.set(path, known);
      return known;
    }
    const rule = this.#read(path);
    this.#cache.set(path, rule);
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > MAX_CACHED && oldest !== undefined) this.#cache.delete(oldest);
    return rule;
  }

  #read(path: string): SourceRule | null {
    try {
      const { rule, notes } = readRuleFile(path);
      const wrong = notes.filter(({ kind }) => kind === 'problem');
      const [first] = wrong;
      if (first !== undefined) {
        const more = wrong.length === 1 ? '' : ` (and ${wrong.length - 1} more)`;
        this.report(`${path}:${first.line}: ${first.message}${more}`);
      }
      return rule;
    } catch (thrown) {
      this.report(`${path}: the rule cannot be read: ${messageOf(thrown)}`);
      return null;
    }
  }
}

/** Texts, each once. */
class Reports {
  readonly #known = new Set<string>();
  #waiting: string[] = [];

  add(message: string): void {
    if (this.#known.has(message) || this.#known.size >= MAX_REPORTS) return;
    this.#known.add(message);
    this.#waiting.push(message);
  }

  take(): string[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
