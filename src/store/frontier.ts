/** The frontier: URLs come in once, and leave each visit in exactly one state. */
import { sql } from 'kysely';
import type { Failure } from '../errors.ts';
import type { CrawlId, FrontierId, GrantId, HostKey, SnapshotId, SourceId } from '../ids.ts';
import { batched } from './batched.ts';
import type { Db, Tx } from './database.ts';
import {
  ensureHosts,
  type HostLane,
  type HostPolicy,
  markHostsDue,
  releaseSlot,
  type Verdict,
  verdictColumns,
} from './hosts.ts';
import { prepared } from './prepared.ts';
import type { FrontierKind, Hints, Hop, Outcome, Via } from './tables.ts';
import { type VisitEnd, visitColumns } from './visits.ts';

export interface NewUrl {
  /** Canonical form. */
  readonly url: string;
  readonly host: HostKey;
  readonly kind: FrontierKind;
  readonly hints?: Hints | undefined;
  /** Whether a browser fetches it; `habit`: as was learned of its host. */
  readonly render?: boolean | 'habit' | undefined;
}

export interface AddOptions {
  readonly sourceId: SourceId | null;
  readonly crawlId: CrawlId | null;
  readonly foundOn: string | null;
  readonly priority: number;
  /** Pace, slots and lane of hosts not seen before. */
  readonly policyOf: (host: HostKey) => HostPolicy;
  /** Makes URLs known already due again, unless they are being visited right now. */
  readonly again?: boolean;
}

export interface AddResult {
  readonly added: number;
  readonly known: number;
  /** Left out because the crawl's page limit was reached. */
  readonly overLimit: number;
}

/** What a new page of a host begins with, of the row `u`: the browser where that is the habit, but for probes. */
const startsInBrowser = sql`(EXISTS (SELECT 1 FROM render_habits b WHERE b.host = u.host AND b.browser_first)
  AND NOT is_render_probe(u.url) AND has_renderer())`;

const renderOrNull = ({ render = false }: NewUrl): boolean | null => (render === 'habit' ? null : render);

/**
 * Adds URLs, each once for all time: a URL known already is left as it is, but for hints that it lacks
 * (and see `again`).
 */
export async function addUrls(tx: Tx, urls: readonly NewUrl[], options: AddOptions): Promise<AddResult> {
  const unique = await whereTheyMoved(tx, [...new Map(urls.map((u) => [u.url, u])).values()]);
  const admitted = options.crawlId === null ? unique : await admitToCrawl(tx, options.crawlId, unique);
  const overLimit = unique.length - admitted.length;
  if (admitted.length === 0) return { added: 0, known: 0, overLimit };
  const sorted = admitted.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  await ensureHosts(
    tx,
    sorted.map((u) => u.host),
    options.policyOf,
  );
  const inserted = await sql<{ host: HostKey }>`
    INSERT INTO frontier (url, fetch_url, host, lane, kind, hints, render, source_id, crawl_id, crawl_open, found_on, priority, due_at)
    SELECT u.url, u.url, u.host, h.lane, u.kind, u.hints, coalesce(u.render, ${startsInBrowser}),
      ${options.sourceId}, ${options.crawlId}::uuid, ${options.crawlId !== null}, ${options.foundOn}, ${options.priority}, now()
    FROM unnest(
      ${sorted.map((u) => u.url)}::text[], ${sorted.map((u) => u.host)}::text[], ${sorted.map((u) => u.kind)}::text[],
      ${sorted.map((u) => (u.hints ? JSON.stringify(u.hints) : null))}::jsonb[],
      ${sorted.map(renderOrNull)}::boolean[]
    ) AS u (url, host, kind, hints, render) JOIN hosts h ON h.host = u.host
    ON CONFLICT (url) DO NOTHING RETURNING host`.execute(tx);
  const due = inserted.rows.map((row) => row.host);
  if (inserted.rows.length < sorted.length) {
    await addHints(tx, sorted);
    if (options.sourceId !== null) due.push(...(await adopt(tx, sorted, options.sourceId, options.priority)));
    if (options.again) due.push(...(await makeDueAgain(tx, sorted, options)));
  }
  await markHostsDue(tx, due, options.priority);
  return { added: inserted.rows.length, known: sorted.length - inserted.rows.length, overLimit };
}

/** Those of these canonical URLs whose feed's text is kept already, at this address or where it moved to. */
export async function urlsWithFedText(db: Db, urls: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ url: string }>`
    SELECT f.url FROM frontier f LEFT JOIN frontier t ON t.id = f.moved_to
    WHERE f.url = ANY(${[...urls]}::text[]) AND coalesce(t.hints, f.hints) ? 'content'`.execute(db);
  return new Set(rows.map((row) => row.url));
}

/**
 * What a feed says of URLs that were known before it named them (a sitemap came first) is added to what is
 * known of them; what was said first stays.
 */
async function addHints(tx: Tx, urls: readonly NewUrl[]): Promise<void> {
  const hinted = urls.flatMap(({ url, hints }) =>
    hints === undefined ? [] : [[url, JSON.stringify(hints)]],
  );
  if (hinted.length === 0) return;
  await sql`
    WITH mine AS (
      SELECT f.id, u.hints || coalesce(f.hints, '{}') AS hints FROM frontier f
      JOIN unnest(${hinted.map(([url]) => url)}::text[], ${hinted.map(([, hints]) => hints)}::jsonb[])
        AS u (url, hints) ON u.url = f.url
      WHERE f.hints IS DISTINCT FROM u.hints || coalesce(f.hints, '{}')
      ORDER BY f.url FOR NO KEY UPDATE OF f
    )
    UPDATE frontier f SET hints = mine.hints FROM mine WHERE f.id = mine.id`.execute(tx);
}

/** The same URLs, those that are known to have moved for good at the address they moved to; each once. */
async function whereTheyMoved(tx: Tx, urls: readonly NewUrl[]): Promise<readonly NewUrl[]> {
  const { rows } = await sql<{ from: string; to: string; host: HostKey }>`
    SELECT f.url AS "from", t.url AS "to", t.host FROM frontier f JOIN frontier t ON t.id = f.moved_to
    WHERE f.url = ANY(${urls.map((u) => u.url)}::text[])`.execute(tx);
  if (rows.length === 0) return urls;
  const moved = new Map(rows.map((row) => [row.from, row]));
  const there = urls.map((u) => {
    const to = moved.get(u.url);
    return to === undefined ? u : { ...u, url: to.to, host: to.host };
  });
  return [...new Map(there.map((u) => [u.url, u])).values()];
}

/**
 * Gives URLs that no source has yet (a crawl or a person brought them) to a source, and makes them due, so
 * that its visits begin. An entry point becomes what the source says it is, whosever it was.
 */
async function adopt(
  tx: Tx,
  urls: readonly NewUrl[],
  sourceId: SourceId,
  priority: number,
): Promise<HostKey[]> {
  const { rows } = await sql<{ host: HostKey }>`
    WITH mine AS (
      SELECT f.id, u.kind, u.render FROM frontier f
      JOIN unnest(${urls.map((u) => u.url)}::text[], ${urls.map((u) => u.kind)}::text[],
        ${urls.map(renderOrNull)}::boolean[]) AS u (url, kind, render) ON u.url = f.url
      WHERE f.source_id IS NULL OR (u.kind <> 'page' AND f.kind <> u.kind)
      ORDER BY f.url FOR NO KEY UPDATE OF f
    )
    UPDATE frontier f SET source_id = coalesce(f.source_id, ${sourceId}), priority = ${priority}, render = coalesce(mine.render, f.render),
      kind = CASE WHEN f.state IN ('waiting', 'resting') AND (mine.kind <> 'page' OR f.kind = 'seed') THEN mine.kind ELSE f.kind END,
      state = CASE WHEN f.state = 'resting' THEN 'waiting' ELSE f.state END,
      due_at = CASE WHEN f.state IN ('resting', 'waiting') THEN now() END,
      lane = CASE WHEN f.state = 'resting' THEN (SELECT h.lane FROM hosts h WHERE h.host = f.host) ELSE f.lane END
    FROM mine WHERE f.id = mine.id RETURNING f.host`.execute(tx);
  return rows.map((row) => row.host);
}

async function makeDueAgain(tx: Tx, urls: readonly NewUrl[], options: AddOptions): Promise<HostKey[]> {
  const again = await sql<{ host: HostKey }>`
    WITH mine AS (
      SELECT id FROM frontier WHERE url = ANY(${urls.map((u) => u.url)}::text[]) AND discovered_at < now()
        -- What this crawl has visited already it does not visit again.
        AND (${options.crawlId}::uuid IS NULL OR crawl_id IS DISTINCT FROM ${options.crawlId}::uuid)
      ORDER BY url FOR NO KEY UPDATE
    )
    UPDATE frontier f SET
      crawl_id = coalesce(${options.crawlId}::uuid, crawl_id),
      crawl_open = crawl_open OR ${options.crawlId !== null},
      state = CASE WHEN state = 'resting' THEN 'waiting' ELSE state END,
      due_at = CASE WHEN state IN ('resting', 'waiting') THEN now() END,
      lane = CASE WHEN state = 'resting' THEN (SELECT h.lane FROM hosts h WHERE h.host = f.host) ELSE lane END
    FROM mine WHERE f.id = mine.id RETURNING f.host`.execute(tx);
  return again.rows.map((row) => row.host);
}

/** Counts pages against the crawl's limit; documents that only lead to pages are always let in. */
async function admitToCrawl(tx: Tx, crawlId: CrawlId, urls: readonly NewUrl[]): Promise<readonly NewUrl[]> {
  const crawl = await sql<{ room: number | null }>`
    SELECT page_limit - pages AS room FROM crawls WHERE id = ${crawlId} FOR UPDATE`.execute(tx);
  const room = crawl.rows[0]?.room ?? null;
  const pages = urls.filter((u) => u.kind === 'page');
  if (pages.length === 0) return urls;
  const counted = await sql<{ url: string }>`
    SELECT url FROM frontier WHERE crawl_id = ${crawlId} AND url = ANY(${pages.map((u) => u.url)}::text[])`.execute(
    tx,
  );
  const already = new Set(counted.rows.map((row) => row.url));
  let left = room ?? Number.POSITIVE_INFINITY;
  let taken = 0;
  const admitted = urls.filter((u) => {
    if (u.kind !== 'page' || already.has(u.url)) return true;
    if (left <= 0) return false;
    left -= 1;
    taken += 1;
    return true;
  });
  if (taken > 0) await sql`UPDATE crawls SET pages = pages + ${taken} WHERE id = ${crawlId}`.execute(tx);
  return admitted;
}

/** A frontier entry as a stage sees it. */
export interface Entry {
  readonly id: FrontierId;
  readonly url: string;
  readonly kind: FrontierKind;
  readonly fetchUrl: string;
  readonly host: HostKey;
  readonly hops: readonly Hop[];
  readonly sourceId: SourceId | null;
  /** The crawl that waits for this visit. */
  readonly crawlId: CrawlId | null;
  readonly priority: number;
  readonly attempts: number;
  readonly revisits: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hints: Hints | null;
  readonly visitStarted: Date | null;
  /** How the visit before ended; null at the first. */
  readonly lastOutcome: Outcome | null;
  readonly lastCode: string | null;
  /** The blob of the last snapshot, to recognise the same bytes. */
  readonly lastBlob: string | null;
  /** Whether its source wants cookies. */
  readonly wantsCookies: boolean;
  /** The proxy its source names. */
  readonly proxy: string | null;
  /** Which of its robots policies the host has now; 0 before the first. */
  readonly robotsRevision: number;
}

const entryColumns = sql`
  f.id::text AS id, f.url, f.kind, f.fetch_url AS "fetchUrl", f.host, f.hops, f.source_id AS "sourceId",
  CASE WHEN f.crawl_open THEN f.crawl_id END AS "crawlId", f.priority, f.attempts, f.revisits, f.etag, f.last_modified AS "lastModified",
  f.hints, f.visit_started AS "visitStarted", h.robots_revision AS "robotsRevision", f.outcome AS "lastOutcome",
  coalesce((SELECT s.definition->>'cookies' = 'true' FROM sources s WHERE s.id = f.source_id), false) AS "wantsCookies",
  f.outcome_code AS "lastCode",
  (SELECT s.definition->>'proxy' FROM sources s WHERE s.id = f.source_id) AS proxy,
  (SELECT s.blob FROM snapshots s WHERE s.id = f.snapshot_id) AS "lastBlob"`;

/** An entry with a grant, and whether the grant's one request was made before. */
export interface GrantedEntry extends Entry {
  readonly wasUsed: boolean;
  /** The lane whose slot the grant holds. */
  readonly lane: HostKey;
  readonly addressing: HostLane['addressing'];
  /** Whether the host's address is to be looked up again. */
  readonly isAddressOld: boolean;
}

/**
 * Takes a grant for its one request. Null when it is no longer valid and the job must do nothing. A grant
 * that was used before (its worker died, or could not write the outcome) allows no second request.
 */
export function useGrant(db: Db, id: FrontierId, grantId: GrantId): Promise<GrantedEntry | null> {
  return takeGrants(db, { id, grantId });
}

const takeGrants = batched(
  async (
    db: Db,
    held: readonly { readonly id: FrontierId; readonly grantId: GrantId }[],
  ): Promise<(GrantedEntry | null)[]> => {
    const { rows } = await sql<GrantedEntry>`
      ${prepared} SELECT id::text AS id, was_used AS "wasUsed", url, kind, fetch_url AS "fetchUrl", host, hops,
        source_id AS "sourceId", crawl_id AS "crawlId", priority, attempts, revisits, etag,
        last_modified AS "lastModified", hints, visit_started AS "visitStarted", last_outcome AS "lastOutcome",
        last_blob AS "lastBlob", robots_revision AS "robotsRevision", wants_cookies AS "wantsCookies", proxy, lane,
        addressing, is_address_old AS "isAddressOld"
      FROM use_grants(${held.map((h) => h.id)}::bigint[], ${held.map((h) => h.grantId)}::uuid[])`.execute(db);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return held.map(({ id }) => byId.get(id) ?? null);
  },
);

/** The entry whose snapshot waits for extraction or discovery; null when that was done already. */
export async function entryForSnapshot(
  db: Db,
  id: FrontierId,
  snapshotId: SnapshotId,
): Promise<Entry | null> {
  const { rows } = await sql<Entry>`
    SELECT ${entryColumns} FROM frontier f JOIN hosts h ON h.host = f.host
    WHERE f.id = ${id} AND f.state = 'fetched' AND f.snapshot_id = ${snapshotId}`.execute(db);
  return rows[0] ?? null;
}

export interface FetchedSnapshot {
  readonly url: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly contentType: string | null;
  readonly blob: string;
  readonly bytes: number;
  readonly via: Via;
  readonly fetchedAt: Date;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An entry's answer, for the first that asks: of two who end one visit in one statement, one ended it. */
function takeOut<T>(byId: Map<FrontierId, T>, id: FrontierId): T | null {
  const found = byId.get(id) ?? null;
  byId.delete(id);
  return found;
}

interface SnapshotItem {
  readonly id: FrontierId;
  readonly [column: string]: unknown;
}

/** Granted → fetched: the snapshot is kept, the slot given back, the next stage named. Null: not ours any more. */
export function recordSnapshot(
  db: Db,
  entry: Entry,
  grantId: GrantId,
  snapshot: FetchedSnapshot,
  next: { readonly stage: 'extract' | 'discover'; readonly kind: FrontierKind; readonly leaseMs: number },
): Promise<SnapshotId | null> {
  return keepSnapshots(db, {
    id: entry.id,
    grant_id: grantId,
    url: snapshot.url,
    status: snapshot.status,
    headers: snapshot.headers,
    content_type: snapshot.contentType,
    blob: snapshot.blob,
    bytes: snapshot.bytes,
    via: snapshot.via,
    fetched_at: snapshot.fetchedAt,
    etag: snapshot.etag,
    last_modified: snapshot.lastModified,
    stage: next.stage,
    kind: next.kind,
    lease_ms: next.leaseMs,
  });
}

const keepSnapshots = batched(
  async (db: Db, items: readonly SnapshotItem[]): Promise<(SnapshotId | null)[]> => {
    const { rows } = await sql<{ id: FrontierId; snapshotId: SnapshotId }>`
      ${prepared} SELECT id::text AS id, snapshot_id::text AS "snapshotId"
      FROM record_snapshots(${JSON.stringify(items)}::jsonb)`.execute(db);
    const byId = new Map(rows.map((row) => [row.id, row.snapshotId]));
    return items.map(({ id }) => takeOut(byId, id));
  },
);

/**
 * Holds an entry whose snapshot is being worked on until the transaction ends. False: somebody else
 * ended this visit, and nothing may be stored for it.
 */
export async function lockFetched(tx: Tx, id: FrontierId, snapshotId: SnapshotId): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM frontier WHERE id = ${id} AND state = 'fetched' AND snapshot_id = ${snapshotId} FOR UPDATE`.execute(
    tx,
  );
  return rows.length === 1;
}

/** Fetched → fetched, for another stage: a page that turned out to be a list of articles. */
export async function passToDiscovery(
  tx: Db,
  id: FrontierId,
  snapshotId: SnapshotId,
  leaseMs: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE frontier SET next_stage = 'discover', kind = 'hub',
      lease_at = clock_timestamp() + make_interval(secs => ${leaseMs} / 1000.0)
    WHERE id = ${id} AND state = 'fetched' AND snapshot_id = ${snapshotId} AND next_stage = 'extract'`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Granted → waiting, at the redirect's target and under that host's pace. */
export async function recordRedirect(
  tx: Tx,
  entry: Entry,
  grantId: GrantId,
  hop: Hop,
  target: { readonly host: HostKey; readonly policyOf: (host: HostKey) => HostPolicy },
): Promise<boolean> {
  await ensureHosts(tx, [target.host], target.policyOf);
  const { rows } = await sql<{ held: HostKey }>`
    WITH before AS (
      SELECT id, coalesce(lane, host) AS held FROM frontier
      WHERE id = ${entry.id} AND state = 'granted' AND grant_id = ${grantId} FOR NO KEY UPDATE
    )
    UPDATE frontier f SET state = 'waiting', grant_id = NULL, lease_at = NULL, due_at = now(),
      fetch_url = ${hop.location}, host = ${target.host}, lane = nullif(lane_of(${target.host}), ${target.host}),
      hops = hops || ${JSON.stringify([hop])}::jsonb
    FROM before WHERE f.id = before.id RETURNING before.held`.execute(tx);
  const held = rows[0]?.held;
  if (held === undefined) return false;
  await releaseSlot(tx, held, entry.host, { says: 'answered' });
  await markHostsDue(tx, [target.host], entry.priority);
  return true;
}

/** Where an entry goes when a visit ends. */
export interface Settlement {
  readonly outcome: Outcome;
  readonly code?: string | null;
  /** When it is to be visited again; null lets it rest. */
  readonly dueAt: Date | null;
  /** The host of the entry's own URL: the next visit starts there, not where redirects led. */
  readonly homeHost: HostKey;
  readonly attempts: number;
  readonly revisits: number;
}

/** What a settled visit held until now: a granted slot, or a snapshot in the next stage. */
export type Held = ({ readonly grantId: GrantId } & Verdict) | { readonly snapshotId: SnapshotId };

/** A visit that ended. */
export interface Settled {
  /** Milliseconds until the next slot of the lane whose slot was given back; null where the visit held none. */
  readonly pauseMs: number | null;
}

interface EndItem {
  readonly id: FrontierId;
  readonly [column: string]: unknown;
}

/**
 * Ends a visit: granted or fetched → waiting or resting. Null if somebody else ended it before.
 *
 * @param visit its record, written with it; without one, none is kept
 */
export function settle(
  db: Db,
  entry: Entry,
  held: Held,
  to: Settlement,
  visit?: VisitEnd,
): Promise<Settled | null> {
  return endVisits(db, {
    ...(visit === undefined ? {} : visitColumns(entry, visit)),
    id: entry.id,
    ...('grantId' in held
      ? { grant_id: held.grantId, ...verdictColumns(held) }
      : { snapshot_id: held.snapshotId }),
    kind: entry.kind,
    due_at: to.dueAt,
    home_host: to.homeHost,
    attempts: to.attempts,
    revisits: to.revisits,
    outcome: to.outcome,
    code: to.code ?? null,
    visit: visit !== undefined,
  });
}

const endVisits = batched(async (db: Db, items: readonly EndItem[]): Promise<(Settled | null)[]> => {
  const { rows } = await sql<{ id: FrontierId; pauseMs: number | null }>`
    ${prepared} SELECT id::text AS id, pause_ms AS "pauseMs" FROM end_visits(${JSON.stringify(items)}::jsonb)`.execute(
    db,
  );
  const byId = new Map(rows.map((row) => [row.id, { pauseMs: row.pauseMs }]));
  return items.map(({ id }) => takeOut(byId, id));
});

/**
 * Follows a permanent redirect: the entry goes on at `url`, and its old address points to it. Where `url` has an
 * entry already, that one goes on for both.
 */
export async function moveEntry(tx: Tx, id: FrontierId, url: string, host: HostKey): Promise<void> {
  await sql`SELECT move_entry(${id}::bigint, ${url}, ${host})`.execute(tx);
}

/** Ends what crawls wait for in the lane of a host, which stays closed for long. @returns how many visits */
export async function endCrawlVisits(tx: Tx, host: HostKey, failure: Failure): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT end_crawl_visits(lane_of(${host}), ${failure.class}, ${failure.code}, ${failure.message}) AS n`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

export interface FrontierCounts {
  readonly waiting: number;
  readonly due: number;
  readonly granted: number;
  readonly fetched: number;
  readonly resting: number;
}

/** How many URLs are in each state; of the whole frontier, or of one crawl. */
export async function countFrontier(db: Db, crawlId?: CrawlId): Promise<FrontierCounts> {
  const { rows } = await sql<FrontierCounts>`
    SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'waiting' AND due_at <= now())::int AS due,
      count(*) FILTER (WHERE state = 'granted')::int AS granted,
      count(*) FILTER (WHERE state = 'fetched')::int AS fetched,
      count(*) FILTER (WHERE state = 'resting')::int AS resting
    FROM frontier WHERE ${crawlId === undefined ? sql`true` : sql`crawl_id = ${crawlId}`}`.execute(db);
  return rows[0] ?? { waiting: 0, due: 0, granted: 0, fetched: 0, resting: 0 };
}

/** URLs between grant and outcome, counted up to `most`: cheap however large the frontier is. */
export async function workInFlight(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM frontier WHERE state IN ('granted', 'fetched') LIMIT ${most}) counted`.execute(db);
  return rows[0]?.n ?? 0;
}
