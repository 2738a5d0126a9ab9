/** The rights of a page that was read: from its host's files, its response and its markup. */
import type { Rights, RightsMark } from '../article/rights.ts';
import type { Config } from '../config/schema.ts';
import type { SourceDefinition } from '../config/source.ts';
import { NewsmillError } from '../errors.ts';
import { productTokenOf, robotsSignalsFor } from '../fetch/robots.ts';
import { readRights } from '../rights/read-rights.ts';
import type { HostRobots } from './host-robots.ts';

/** What is looked at. `robots`: `hosts.robots`, null where it was never asked for. */
export interface RightsEvidence {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly marks: readonly RightsMark[];
  readonly robots: HostRobots | null;
}

export function rightsOf(
  config: Config,
  { url, headers, marks, robots: host }: RightsEvidence,
): Rights | null {
  return readRights({
    url,
    product: productTokenOf(config.fetch.userAgent),
    headers,
    marks,
    robotsSignals: host === null ? [] : robotsSignalsFor(host.policy, url),
    tdmrep: host?.tdm ?? null,
  });
}

/**
 * Why a reservation keeps a page from being stored; null where none does.
 *
 * @param source what the page's source says (`rightsObey`) holds instead of `rights.obey`
 */
export function refusedByRights(
  config: Config,
  source: Pick<SourceDefinition, 'rightsObey'> | null,
  url: string,
  rights: Rights | null,
): NewsmillError | null {
  const obey = source?.rightsObey ?? config.rights.obey;
  const obeyed = rights?.reserved.filter((reservation) => obey.includes(reservation)) ?? [];
  if (rights === null || obeyed.length === 0) return null;
  const stated = rights.evidence.map(({ from, name, value }) => `${from} ${name}: ${value}`).join('; ');
  return new NewsmillError('rights_reserved', `${url} reserves ${obeyed.join(', ')} (${stated})`);
}
