/**
 * Hosts that are grouped by address: looks their addresses up and puts each into the lane of the one its requests go to.
 *
 * Nothing is granted for such a host before its address is known. Requests are made to the address that the lane is
 * named after and to no other (`addressFor`), so that whatever the DNS answers meanwhile, two requests at once never
 * reach one address. An address is looked up again after a while of use, and when it did not answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { NewsmillError } from '../errors.ts';
import { type AddressGuard, guardOf } from '../fetch/index.ts';
import { addressOfLane, chooseAddress, laneOfAddress } from '../frontier/address-lane.ts';
import type { HostKey } from '../ids.ts';
import { asDatabaseError, inTransaction } from '../store/database.ts';
import { askForAddress, hostsWithoutAddress, type PlacedHost, placeHost } from '../store/host-addresses.ts';
import type { Parts } from './parts.ts';

/** How often hosts without an address are looked for, where the settings group by address and where only sources may. */
const OFTEN_MS = 200;
const SELDOM_MS = 2000;
/** Names asked for at once. */
const MOST_AT_ONCE = 500;
/** How long an address is used before it is looked up again; a name that has none is sooner. */
const KEEP_MS = 60_000;
const KEEP_NONE_MS = 15_000;

export interface HostPlacing extends AsyncDisposable {
  close(): Promise<void>;
}

/** Places hosts until closed. Any number of processes may. @param onPlaced called when hosts may be granted for */
export function startHostPlacing(parts: Parts, onPlaced: () => void): HostPlacing {
  const stop = new AbortController();
  const { fetch, hosts } = parts.config;
  const isUsual = fetch.groupHosts === 'address' || hosts.some(({ group }) => group === 'address');
  const asked = new Map<HostKey, Promise<void>>();
  let guard: AddressGuard | null = null;

  const complain = (thrown: unknown): void => {
    const error = asDatabaseError(thrown);
    parts.log.error({ code: error.code }, error.message);
  };

  async function placeOne(host: HostKey): Promise<void> {
    try {
      guard ??= guardOf(fetch);
      await place(parts, guard, host);
      onPlaced();
    } catch (thrown) {
      complain(thrown);
    } finally {
      asked.delete(host);
    }
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        // Not waited for: a name whose servers are silent must not hold up others.
        const room = MOST_AT_ONCE - asked.size;
        for (const host of await hostsWithoutAddress(parts.database.db, room, [...asked.keys()]))
          asked.set(host, placeOne(host));
      } catch (thrown) {
        complain(thrown);
      }
      await sleep(isUsual ? OFTEN_MS : SELDOM_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  const running = run();
  const close = async (): Promise<void> => {
    stop.abort();
    await running;
    await Promise.all(asked.values());
  };
  return { close, [Symbol.asyncDispose]: close };
}

async function place(parts: Parts, guard: AddressGuard, host: HostKey): Promise<void> {
  const addresses = await permittedAddresses(guard, host);
  const placed = await inTransaction(parts.database.db, (tx) =>
    placeHost(tx, host, (now) => ({
      lane: laneFor(now, addresses),
      keepMs: addresses.length === 0 ? KEEP_NONE_MS : KEEP_MS,
    })),
  );
  if (placed !== null && placed.from !== placed.to)
    parts.log.debug({ host, from: placed.from, to: placed.to }, 'A host shares the slots of its address');
}

/** The lane of the address to use; the one it is in where the name has none: its next request says why. */
function laneFor(now: PlacedHost, addresses: readonly string[]): HostKey {
  if (addresses.length === 0) return now.lane;
  return laneOfAddress(chooseAddress(addresses, addressOfLane(now.lane), now.didFail));
}

/** None where the name has none, or none that may be asked. */
async function permittedAddresses(guard: AddressGuard, host: HostKey): Promise<readonly string[]> {
  const { hostname, port } = authorityOf(host);
  try {
    return await guard.permittedAddresses(hostname, port ?? 443);
  } catch (error) {
    if (!(error instanceof NewsmillError)) throw error;
    if (port !== null || error.code !== 'address_refused') return [];
    // An exception for port 80 alone.
    return await guard.permittedAddresses(hostname, 80).catch(() => []);
  }
}

function authorityOf(host: HostKey): { readonly hostname: string; readonly port: number | null } {
  const [, hostname = host, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  return { hostname, port: port === undefined ? null : Number(port) };
}

/** What a grant says of the host it is for. */
export interface Placed {
  readonly host: HostKey;
  readonly lane: HostKey;
  readonly addressing: 'no' | 'wanted' | 'known';
}

/**
 * The address that a granted request must go to; null: any that its name has.
 *
 * @throws NewsmillError `unknown_host`, `address_refused` for a host whose slots are an address's and that has none
 */
export async function addressFor(parts: Parts, guard: AddressGuard, granted: Placed): Promise<string | null> {
  if (granted.addressing !== 'known') return null;
  const address = addressOfLane(granted.lane);
  if (address !== null) return address;
  const { hostname, port } = authorityOf(granted.host);
  await guard.permittedAddresses(hostname, port ?? 443);
  await askForAddress(parts.database.db, granted.host, false);
  throw new NewsmillError('unknown_host', `The host name ${hostname} had no address when its slot was given`);
}

/** Failures of an address rather than of what is asked there. */
const ADDRESS_FAILED: ReadonlySet<string> = new Set(['connect_failed', 'connect_timeout']);

/** Has a host's address looked up again where that is due, or where the address did not answer. */
export async function checkAddressLater(
  parts: Parts,
  granted: Placed & { readonly isAddressOld: boolean },
  failure: string | null,
): Promise<void> {
  if (granted.addressing !== 'known') return;
  const didFail = failure !== null && ADDRESS_FAILED.has(failure);
  if (didFail || granted.isAddressOld) await askForAddress(parts.database.db, granted.host, didFail);
}
