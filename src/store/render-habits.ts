/** What is learned of each host: whether its pages need a browser, and whether one helps. */
import { sql } from 'kysely';
import type { FrontierId, HostKey } from '../ids.ts';
import type { Db, Tx } from './database.ts';

/** Pages in a row that only the browser gave, after which new ones go there at once. */
const PAGES_TO_BROWSER = 3;
/** Pages in a row that the browser did not give either, after which it is left alone. */
const PAGES_TO_LEAVE = 3;

export interface RenderHabit {
  readonly streak: number;
  readonly misses: number;
  readonly browserFirst: boolean;
  readonly since: Date;
}

/** The habit of a host; null where no page of it ever failed for want of scripts. */
export async function findRenderHabit(db: Db, host: HostKey): Promise<RenderHabit | null> {
  const { rows } = await sql<RenderHabit>`
    SELECT streak, misses, browser_first AS "browserFirst", since FROM render_habits WHERE host = ${host}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/**
 * Whether a page that the plain client could not read is to be tried in a browser: not where no process has
 * one, and, once the browser gave nothing for several pages of the host in a row, for every 20th URL only.
 */
export async function mayAskBrowser(tx: Tx, host: HostKey, url: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT has_renderer() AND (is_render_probe(${url})
      OR NOT EXISTS (SELECT 1 FROM render_habits WHERE host = ${host} AND misses >= ${PAGES_TO_LEAVE})) AS may`.execute(
    tx,
  );
  return rows[0]?.may ?? false;
}

/** A browser makes the next visits of a page. In the transaction that ends this one. */
export async function sendToBrowser(tx: Tx, id: FrontierId): Promise<void> {
  await sql`UPDATE frontier SET render = true WHERE id = ${id}`.execute(tx);
}

/** A page gave its article in the browser; `only`: the plain client had failed with it. */
export async function noteRenderedArticle(tx: Tx, host: HostKey, only: boolean): Promise<void> {
  const step = only ? 1 : 0;
  await sql`
    INSERT INTO render_habits AS h (host, streak) VALUES (${host}, ${step})
    ON CONFLICT (host) DO UPDATE SET
      streak = h.streak + ${step}, misses = 0,
      browser_first = h.browser_first OR h.streak + ${step} >= ${PAGES_TO_BROWSER},
      since = CASE WHEN NOT h.browser_first AND h.streak + ${step} >= ${PAGES_TO_BROWSER}
        THEN clock_timestamp() ELSE h.since END`.execute(tx);
}

/** A page gave nothing in the browser either: its next visit is plain, and the host's habit weakens. */
export async function noteRenderedNothing(tx: Tx, host: HostKey, id: FrontierId): Promise<void> {
  await sql`UPDATE frontier SET render = false WHERE id = ${id}`.execute(tx);
  await sql`
    INSERT INTO render_habits AS h (host, misses) VALUES (${host}, 1)
    ON CONFLICT (host) DO UPDATE SET
      misses = h.misses + 1,
      streak = CASE WHEN h.browser_first AND h.misses + 1 < ${PAGES_TO_LEAVE} THEN h.streak ELSE 0 END,
      browser_first = h.browser_first AND h.misses + 1 < ${PAGES_TO_LEAVE},
      since = CASE WHEN h.browser_first AND h.misses + 1 >= ${PAGES_TO_LEAVE}
        THEN clock_timestamp() ELSE h.since END`.execute(tx);
}

/** A page gave its article without a browser. */
export async function notePlainArticle(tx: Tx, host: HostKey): Promise<void> {
  await sql`
    UPDATE render_habits SET streak = 0, browser_first = false,
      since = CASE WHEN browser_first THEN clock_timestamp() ELSE since END
    WHERE host = ${host} AND (browser_first OR streak > 0)`.execute(tx);
}

/** Says that a process renders pages; to be said again within two minutes. Forgets those long silent. */
export async function announceRenderer(db: Db, id: string): Promise<void> {
  await sql`
    INSERT INTO renderers (id) VALUES (${id}::uuid)
    ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp()`.execute(db);
  await sql`DELETE FROM renderers WHERE seen_at < clock_timestamp() - interval '1 hour'`.execute(db);
}

/** Says that it does not any more. */
export async function withdrawRenderer(db: Db, id: string): Promise<void> {
  await sql`DELETE FROM renderers WHERE id = ${id}::uuid`.execute(db);
}
