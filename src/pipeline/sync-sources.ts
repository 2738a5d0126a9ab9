/** Brings the sources of files (and the demo) into PostgreSQL. */
import type { NamedSource } from '../config/source.ts';
import { type HostSettings, hostPolicies, policiesOfSources } from '../frontier/host-policy.ts';
import { HostKey, type SourceId } from '../ids.ts';
import { type Db, inTransaction } from '../store/database.ts';
import {
  followPolicy,
  type HostLane,
  type HostPolicy,
  isWhere,
  lanesAfter,
  lanesOf,
  setHostPace,
} from '../store/hosts.ts';
import {
  listSources,
  removeSource,
  type SourceOrigin,
  sourcesWithoutFile,
  upsertSource,
} from '../store/sources.ts';

export interface SyncedSources {
  readonly added: SourceId[];
  readonly changed: SourceId[];
  readonly removed: SourceId[];
  /** Ids that a source of another origin has already; the file is passed over. */
  readonly taken: SourceId[];
}

/** Makes the sources of one origin be exactly `sources`. Pauses and articles are kept. */
export async function syncSources(
  db: Db,
  origin: SourceOrigin,
  sources: readonly NamedSource[],
): Promise<SyncedSources> {
  const synced: SyncedSources = { added: [], changed: [], removed: [], taken: [] };
  for (const { id, definition } of sources) {
    const what = await upsertSource(db, id, definition, origin);
    if (what !== 'same') synced[what].push(id);
  }
  for (const id of await sourcesWithoutFile(
    db,
    origin,
    sources.map((s) => s.id),
  )) {
    if (await removeSource(db, id)) synced.removed.push(id);
  }
  return synced;
}

/** Sets the pace of the hosts that sources or the configuration name, and puts them into the lanes they belong to. */
export async function syncHostPolicies(db: Db, settings: HostSettings): Promise<void> {
  const policies = await policiesOfNamedHosts(db, settings);
  const paces = new Map<HostKey, HostPolicy>(policies);
  // The row of a group has the slowest pace of its members that are named.
  for (const policy of policies.values()) {
    const there = paces.get(policy.lane);
    paces.set(policy.lane, there === undefined ? policy : slowerOf(there, policy));
  }
  await setHostPace(db, paces);
  for (const host of await lanesOf(db, [...policies.keys()])) {
    const policy = policies.get(host.host);
    if (policy !== undefined) await follow(db, host, policy);
  }
}

/**
 * Sets a pace that a person chose for hosts. A host that a source names gets no faster by it.
 */
export async function chooseHostPace(
  db: Db,
  hosts: readonly HostKey[],
  settings: HostSettings,
): Promise<void> {
  const named = await policiesOfNamedHosts(db, { ...settings, fetch: { ...settings.fetch, delayMs: 0 } });
  const policyOf = hostPolicies(settings);
  const chosen = (wanted: (host: HostKey) => boolean): Map<HostKey, HostPolicy> =>
    new Map(hosts.filter(wanted).map((host) => [host, policyOf(host)]));
  await setHostPace(
    db,
    chosen((host) => !named.has(host)),
  );
  await setHostPace(
    db,
    chosen((host) => named.has(host)),
    { onlySlower: true },
  );
}

async function policiesOfNamedHosts(db: Db, settings: HostSettings): Promise<Map<HostKey, HostPolicy>> {
  const sources = await listSources(db);
  const policies = policiesOfSources(
    settings,
    sources.map((source) => source.definition),
  );
  const policyOf = hostPolicies(settings);
  for (const { host } of settings.hosts) {
    const key = HostKey.parse(host);
    if (!host.startsWith('*.') && !policies.has(key)) policies.set(key, policyOf(key));
  }
  return policies;
}

const slowerOf = (one: HostPolicy, other: HostPolicy): HostPolicy => ({
  ...one,
  delayMs: Math.max(one.delayMs, other.delayMs),
  concurrency: Math.min(one.concurrency, other.concurrency),
});

/** Hosts looked at in one statement. */
const PAGE = 1000;

/**
 * Puts hosts into the lanes of changed settings. What a source has grouped stays so where the settings group nothing:
 * which source brought a host is not known here.
 */
export async function regroupHosts(db: Db, settings: HostSettings): Promise<void> {
  const named = await policiesOfNamedHosts(db, settings);
  const policyOf = hostPolicies(settings);
  let after = '';
  for (;;) {
    const hosts = await lanesAfter(db, after, PAGE);
    for (const host of hosts) {
      const policy = named.get(host.host) ?? policyOf(host.host);
      const isLeft =
        policy.lane === host.host &&
        policy.isByAddress !== true &&
        !named.has(host.host) &&
        settings.fetch.groupHosts === 'host';
      if (!isLeft) await follow(db, host, policy);
    }
    if (hosts.length < PAGE) return;
    after = hosts.at(-1)?.host ?? after;
  }
}

/** Most hosts are where they belong: those cost no transaction. */
async function follow(db: Db, host: HostLane, policy: HostPolicy): Promise<void> {
  if (isWhere(host, policy)) return;
  await inTransaction(db, (tx) => followPolicy(tx, host, policy));
}
