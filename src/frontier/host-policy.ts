/** How each host may be visited, from the configuration and its sources. */
import { parse } from 'tldts';
import type { Config, HostConfig } from '../config/schema.ts';
import { entriesOf, type SourceDefinition } from '../config/source.ts';
import { HostKey } from '../ids.ts';
import type { HostPolicy } from '../store/hosts.ts';
import { addressOfHost, laneOfAddress } from './address-lane.ts';
import { canonicalUrl, hostKeyOf } from './canonical-url.ts';

/** The parts of the configuration that decide about hosts. */
export type HostSettings = Pick<Config, 'fetch' | 'hosts'>;
/** What a source says about its hosts. */
export type SourcePace = Pick<SourceDefinition, 'delayMs' | 'concurrency' | 'groupHosts'>;

/**
 * Policies of hosts: an entry of `hosts` decides, then the source that brought the URL, then `fetch`.
 *
 * @param source the source that names the host or brought its URLs; none for those of crawls and people
 */
export function hostPolicies(
  settings: HostSettings,
  source?: SourcePace | undefined,
): (host: HostKey) => HostPolicy {
  const { fetch, hosts } = settings;
  return (host) => {
    const named = hosts.find((entry) => fits(entry, host));
    const group = named?.group ?? source?.groupHosts ?? fetch.groupHosts;
    const pace = {
      delayMs: named?.delayMs ?? source?.delayMs ?? fetch.delayMs,
      concurrency: named?.concurrency ?? source?.concurrency ?? fetch.hostConcurrency,
    };
    if (group === 'domain') return { ...pace, lane: domainOf(host) };
    if (group === 'host') return { ...pace, lane: host };
    const address = addressOfHost(host);
    return address === null
      ? { ...pace, lane: host, isByAddress: true }
      : { ...pace, lane: laneOfAddress(address) };
  };
}

/**
 * Policies of the hosts that sources name as entry points. Where two sources name one host, the slower pace holds, and
 * it is grouped if one of them says so.
 */
export function policiesOfSources(
  settings: HostSettings,
  sources: readonly SourceDefinition[],
): Map<HostKey, HostPolicy> {
  const policies = new Map<HostKey, HostPolicy>();
  for (const definition of sources) {
    const policyOf = hostPolicies(settings, definition);
    for (const { url } of entriesOf(definition)) {
      const host = hostKeyOf(canonicalUrl(url).url);
      policies.set(host, slower(policyOf(host), policies.get(host), host));
    }
  }
  return policies;
}

function slower(one: HostPolicy, other: HostPolicy | undefined, host: HostKey): HostPolicy {
  if (other === undefined) return one;
  const lane = one.lane === host ? other.lane : one.lane;
  return {
    delayMs: Math.max(one.delayMs, other.delayMs),
    concurrency: Math.min(one.concurrency, other.concurrency),
    lane,
    isByAddress: lane === host && (one.isByAddress === true || other.isByAddress === true),
  };
}

function fits({ host: pattern }: HostConfig, host: HostKey): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  return host.replace(/:\d+$/, '').endsWith(pattern.slice(1));
}

/** The registrable domain (Public Suffix List, private suffixes too); the host itself where it has none. */
function domainOf(host: HostKey): HostKey {
  const { domain } = parse(host, { allowPrivateDomains: true });
  return domain === null ? host : HostKey.parse(domain);
}
