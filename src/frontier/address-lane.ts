/** Lanes named after addresses: hosts that are reached at one address share its slots. */
import ipaddr from 'ipaddr.js';
import { HostKey } from '../ids.ts';

/**
 * The lane of an address: the host of a URL that names the address itself (RFC 3986 §3.2.2), without a port, so that
 * such URLs share it too. IPv4 in IPv6 (RFC 4291 §2.5.5.2) is the IPv4 address.
 */
export function laneOfAddress(address: string): HostKey {
  const parsed = ipaddr.process(address);
  return HostKey.parse(parsed.kind() === 'ipv6' ? `[${parsed.toString()}]` : parsed.toString());
}

/** The address a lane is named after, without brackets; null for lanes of hosts and domains. */
export function addressOfLane(lane: string): string | null {
  const literal = lane.startsWith('[') && lane.endsWith(']') ? lane.slice(1, -1) : lane;
  if (!ipaddr.IPv4.isValidFourPartDecimal(literal) && !ipaddr.IPv6.isValid(literal)) return null;
  return ipaddr.process(literal).toString();
}

/** The address that a host names itself, with or without a port; null for a name. */
export function addressOfHost(host: HostKey): string | null {
  return addressOfLane(host.replace(/:\d+$/, ''));
}

/**
 * The one address of a name that all its requests go to. The one it has stays as long as the name has it; else the
 * lowest, IPv4 before IPv6, so that names with the same addresses choose the same one.
 *
 * @param addresses at least one
 * @param current   the address so far
 * @param avoid     whether another is wanted, because that one did not answer
 */
export function chooseAddress(addresses: readonly string[], current: string | null, avoid: boolean): string {
  const sorted = [...new Set(addresses.map((address) => ipaddr.process(address).toString()))].sort(byAddress);
  const at = current === null ? -1 : sorted.indexOf(current);
  const chosen = at < 0 ? sorted[0] : avoid ? sorted[(at + 1) % sorted.length] : current;
  if (chosen === undefined || chosen === null)
    throw new RangeError('a name without addresses has none to choose');
  return chosen;
}

function byAddress(one: string, other: string): number {
  const [a, b] = [ipaddr.parse(one).toByteArray(), ipaddr.parse(other).toByteArray()];
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
