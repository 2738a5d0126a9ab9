/** The folder of source files: one YAML file a source, named after its id. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asNewsmillError } from '../errors.ts';
import { SourceId } from '../ids.ts';
import { shownPath, sortByLine } from './load.ts';
import { type Problem, toProblems } from './problems.ts';
import { type NamedSource, SourceDefinition } from './source.ts';
import { readYamlFile } from './yaml-file.ts';

export interface LoadedSources {
  /** The sources whose files are right, by id. */
  readonly sources: readonly NamedSource[];
  /** What is wrong with the others. */
  readonly problems: readonly Problem[];
}

/**
 * Reads `*.yaml` of one folder; a folder that is not there holds no sources. Other files are passed
 * over, save `*.yml`, which somebody surely meant.
 *
 * @param cwd what paths in messages are relative to
 */
export function loadSources(dir: string, cwd: string = process.cwd()): LoadedSources {
  let names: string[];
  try {
    names = readdirSync(dir).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { sources: [], problems: [] };
    const reason = error instanceof Error ? error.message : String(error);
    const message = `this folder of sources cannot be read: ${reason}. Correct sourcesDir or the folder's permissions.`;
    return { sources: [], problems: [{ where: shownPath(dir, cwd), key: '', message }] };
  }
  const loaded = names
    .filter((name) => !name.startsWith('.') && /\.ya?ml$/i.test(name))
    .map((name) => loadSource(join(dir, name), name, cwd));
  return {
    sources: loaded.flatMap((l) => (l.source ? [l.source] : [])),
    problems: loaded.flatMap((l) => l.problems),
  };
}

/** Sources that name a proxy which the configuration has not. */
export function unknownProxies(
  sources: readonly NamedSource[],
  proxies: readonly { readonly name: string }[],
): Problem[] {
  const known = proxies.map(({ name }) => name);
  return sources.flatMap(({ id, definition: { proxy } }) => {
    if (proxy === undefined || known.includes(proxy)) return [];
    const named = known.length === 0 ? 'none is named there' : `there are ${known.join(', ')}`;
    return [{ where: `source ${id}`, key: 'proxy', message: `fetch.proxies has no ${proxy}: ${named}.` }];
  });
}

interface LoadedSource {
  readonly source?: NamedSource;
  readonly problems: readonly Problem[];
}

function loadSource(file: string, name: string, cwd: string): LoadedSource {
  const shown = shownPath(file, cwd);
  const fault = (message: string): LoadedSource => ({ problems: [{ where: shown, key: '', message }] });
  if (!name.endsWith('.yaml')) return fault('the file name must end in .yaml. Rename the file.');
  const id = SourceId.safeParse(name.slice(0, -'.yaml'.length));
  if (!id.success) {
    const rule = id.error.issues[0]?.message ?? '';
    return fault(`the file name is the source's id, and this one cannot be. Rename the file: ${rule}.`);
  }
  try {
    const yaml = readYamlFile(file, shown);
    if (yaml.problems.length > 0) return { problems: yaml.problems };
    const checked = SourceDefinition.safeParse(yaml.value);
    if (checked.success) return { source: { id: id.data, definition: checked.data }, problems: [] };
    const problems = toProblems(checked.error.issues, {
      schema: SourceDefinition,
      value: yaml.value,
      where: (path) => `${shown}:${yaml.lineOf(path)}`,
    });
    return { problems: sortByLine(problems) };
  } catch (error) {
    return fault(asNewsmillError(error).message);
  }
}
