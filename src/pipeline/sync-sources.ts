/** Brings the sources of files (and the demo) into PostgreSQL. */
import { entriesOf, type NamedSource } from '../config/source.ts';
import { canonicalUrl, hostKeyOf } from '../frontier/canonical-url.ts';
import type { HostKey, SourceId } from '../ids.ts';
import type { Db } from '../store/database.ts';
import { setHostDelays } from '../store/hosts.ts';
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

/**
 * Sets the pace of the hosts that sources name. Where two sources name one host, the slower pace holds.
 *
 * @param defaultDelayMs for sources without a delay of their own
 */
export async function syncHostDelays(db: Db, defaultDelayMs: number): Promise<void> {
  await setHostDelays(db, await delaysOfSources(db, defaultDelayMs));
}

/**
 * Sets a pace that a person chose for hosts. A host that a source names gets no faster by it.
 */
export async function chooseHostDelay(db: Db, hosts: readonly HostKey[], delayMs: number): Promise<void> {
  const named = await delaysOfSources(db, 0);
  const chosen = (wanted: (host: HostKey) => boolean): Map<HostKey, number> =>
    new Map(hosts.filter(wanted).map((host) => [host, delayMs]));
  await setHostDelays(
    db,
    chosen((host) => !named.has(host)),
  );
  await setHostDelays(
    db,
    chosen((host) => named.has(host)),
    { onlySlower: true },
  );
}

async function delaysOfSources(db: Db, defaultDelayMs: number): Promise<Map<HostKey, number>> {
  const delays = new Map<HostKey, number>();
  for (const { definition } of await listSources(db)) {
    const delay = definition.delayMs ?? defaultDelayMs;
    for (const { url } of entriesOf(definition)) {
      const host = hostKeyOf(canonicalUrl(url).url);
      delays.set(host, Math.max(delay, delays.get(host) ?? 0));
    }
  }
  return delays;
}
