/** How a visit ends: the entry's next state and the visit's record, in the caller's transaction. */
import { type FailureCode, NewsmillError } from '../errors.ts';
import { CRAWL_BACKOFF, LOST_BACKOFF, retryPause, SOURCE_BACKOFF } from '../frontier/backoff.ts';
import { hostKeyOf } from '../frontier/canonical-url.ts';
import { nextVisit, type Revisit } from '../frontier/revisit.ts';
import type { ArticleId } from '../ids.ts';
import { triesOfCrawl } from '../store/crawls.ts';
import { type Db, inTransaction, type Tx } from '../store/database.ts';
import {
  type Entry,
  endCrawlVisits,
  settle as endVisit,
  type Held,
  moveEntry,
  type Settled,
} from '../store/frontier.ts';
import { articleOfUrl } from '../store/read-articles.ts';
import { findSource } from '../store/sources.ts';
import type { Via } from '../store/tables.ts';
import type { VisitEnd } from '../store/visits.ts';
import { withdrawGone } from '../store/withdrawals.ts';
import { verdictOf } from './host-verdict.ts';
import type { Parts } from './parts.ts';

/** A person waits for a crawl: a host that asks for more patience than this ends the URL instead. */
const LONGEST_CRAWL_PAUSE_MS = 30_000;

/** Ends a visit that brought what was wanted. False: somebody else ended it, and nothing was written. */
export async function endWell(
  db: Db,
  entry: Entry,
  held: Held,
  end: VisitEnd,
  pauses: readonly string[],
): Promise<boolean> {
  const visit =
    entry.kind === 'page'
      ? nextVisit(pauses, entry.revisits, end.outcome === 'revised')
      : { pauseMs: null, revisits: 0 };
  const settle = (on: Db): Promise<Settled | null> =>
    endVisit(
      on,
      entry,
      held,
      {
        outcome: end.outcome,
        dueAt: visit.pauseMs === null ? null : new Date(Date.now() + visit.pauseMs),
        homeHost: hostKeyOf(entry.url),
        attempts: 0,
        revisits: visit.revisits,
      },
      end,
    );
  const moved = movedTo(entry);
  if (moved === null) return (await settle(db)) !== null;
  const settleAndMove = async (tx: Tx): Promise<boolean> => {
    if ((await settle(tx)) === null) return false;
    await moveEntry(tx, entry.id, moved, hostKeyOf(moved));
    return true;
  };
  return db.isTransaction ? settleAndMove(db as Tx) : inTransaction(db, settleAndMove);
}

/**
 * Where a URL moved for good: the end of the permanent redirects (RFC 9110 §15.4.2, §15.4.9) that its way began with;
 * null where it did not move. Only asked when the visit went well, so that no page moves to a wall or an error.
 */
function movedTo(entry: Entry): string | null {
  let target: string | null = null;
  for (const hop of entry.hops) {
    if (hop.status !== 301 && hop.status !== 308) break;
    target = hop.location;
  }
  return target;
}

/** What says that a page is not there any more. Refusals, walls and errors say nothing of the kind. */
const GONE: ReadonlySet<FailureCode> = new Set(['http_not_found', 'http_gone', 'soft_not_found']);

/**
 * Ends a visit that failed: tried again where the failure's class says so. Otherwise an article's page is visited again
 * as its source's list of pauses says, for what is gone or walled once may be there the next time; others rest.
 */
export async function endBadly(
  parts: Parts,
  entry: Entry,
  held:
    | { readonly grantId: Extract<Held, { grantId: unknown }>['grantId'] }
    | Extract<Held, { snapshotId: unknown }>,
  error: NewsmillError,
  seen: {
    readonly httpStatus?: number;
    /** Who made the request; none was made where it is not given. */
    readonly via?: Via;
    /** Written in the same transaction, if the visit was still ours to end. */
    readonly alongside?: (tx: Tx) => Promise<void>;
  } = {},
): Promise<void> {
  const attempts = entry.attempts + 1;
  const retryAfterMs = (error.retryAfterSeconds ?? 0) * 1000;
  const tries = entry.crawlId === null ? null : await triesOfCrawl(parts.database.db, entry.crawlId);
  const crawling = tries === null ? CRAWL_BACKOFF : { ...CRAWL_BACKOFF, attempts: tries };
  const patient = entry.crawlId === null ? SOURCE_BACKOFF : crawling;
  const policy = error.code === 'outcome_lost' ? LOST_BACKOFF : patient;
  let pause = retryPause(policy, error.class, attempts, retryAfterMs);
  if (entry.crawlId !== null && pause !== null && pause > LONGEST_CRAWL_PAUSE_MS) pause = null;
  const outcome = pause === null ? 'failed' : 'retried';
  const next =
    pause === null ? await revisitAfterFailure(parts, entry) : { pauseMs: pause, revisits: entry.revisits };
  let withdrawn: ArticleId | null = null;
  const verdict = verdictOf(error, parts.config.fetch, seen.httpStatus ?? null);
  const settle = (on: Db): Promise<Settled | null> =>
    endVisit(
      on,
      entry,
      'grantId' in held ? { grantId: held.grantId, ...verdict } : held,
      {
        outcome,
        code: error.code,
        dueAt: next.pauseMs === null ? null : new Date(Date.now() + next.pauseMs),
        homeHost: hostKeyOf(entry.url),
        attempts: pause === null ? 0 : attempts,
        revisits: next.revisits,
      },
      {
        outcome,
        failure: error.toFailure(),
        httpStatus: seen.httpStatus ?? null,
        via: seen.via ?? null,
        snapshotId: 'snapshotId' in held ? held.snapshotId : null,
      },
    );
  const { alongside } = seen;
  const { db } = parts.database;
  const ended =
    alongside === undefined && !GONE.has(error.code)
      ? await settle(db)
      : await inTransaction(db, async (tx) => {
          const settled = await settle(tx);
          withdrawn = null;
          if (settled && GONE.has(error.code))
            withdrawn = await withdrawGone(tx, entry, seen.httpStatus ?? null);
          if (settled) await alongside?.(tx);
          return settled;
        });
  if (ended && (ended.pauseMs ?? 0) > LONGEST_CRAWL_PAUSE_MS && verdict.says === 'failed')
    await endWaitingCrawls(parts, entry, error, ended.pauseMs ?? 0);
  if (!ended) return;
  parts.metrics.visit(outcome, error.code);
  const level = error.class === 'ours' ? 'error' : outcome === 'retried' ? 'info' : 'warn';
  parts.log[level](
    {
      url: entry.url,
      outcome,
      code: error.code,
      class: error.class,
      ...(pause === null ? {} : { retryInMs: pause }),
      ...(pause === null && next.pauseMs !== null ? { revisitInMs: next.pauseMs } : {}),
      ...(withdrawn === null ? {} : { withdrawn }),
    },
    error.message,
  );
  parts.onFrontierMoved?.();
}

/** The next visit of a page that failed for good: only of one that has given an article, and until the list ends. */
async function revisitAfterFailure(parts: Parts, entry: Entry): Promise<Revisit> {
  const rest = { pauseMs: null, revisits: entry.revisits };
  if (entry.kind !== 'page') return rest;
  const next = nextVisit(await pausesOf(parts, entry), entry.revisits, false);
  if (next.pauseMs === null || (await articleOfUrl(parts.database.db, entry.url)) === null) return rest;
  return next;
}

/** What crawls wait for at a host that is left alone for long ends with the reason. */
async function endWaitingCrawls(
  parts: Parts,
  entry: Entry,
  error: NewsmillError,
  pauseMs: number,
): Promise<void> {
  const seconds = Math.round(pauseMs / 1000);
  const failure = new NewsmillError(
    'host_unavailable',
    `${entry.host} is left alone for ${seconds} s, because its last request ended with ${error.code}`,
  ).toFailure();
  const count = await inTransaction(parts.database.db, (tx) => endCrawlVisits(tx, entry.host, failure));
  if (count === 0) return;
  for (let i = 0; i < count; i += 1) parts.metrics.visit('failed', failure.code);
  parts.log.warn({ host: entry.host, urls: count, code: failure.code }, failure.message);
}

/** The pauses between visits that an entry's source asks for; none without a source. */
export async function pausesOf(parts: Parts, entry: Entry): Promise<readonly string[]> {
  if (entry.sourceId === null) return [];
  const source = await findSource(parts.database.db, entry.sourceId);
  return source?.definition.revisit ?? [];
}
