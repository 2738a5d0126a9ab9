/** How a visit ends: the entry's next state and the visit's record, in the caller's transaction. */
import type { FailureCode, NewsmillError } from '../errors.ts';
import { CRAWL_BACKOFF, retryPause, SOURCE_BACKOFF } from '../frontier/backoff.ts';
import { hostKeyOf } from '../frontier/canonical-url.ts';
import { nextVisit } from '../frontier/revisit.ts';
import type { ArticleId } from '../ids.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { type Entry, type Held, settle } from '../store/frontier.ts';
import { findSource } from '../store/sources.ts';
import { recordVisit, type VisitEnd } from '../store/visits.ts';
import { withdrawGone } from '../store/withdrawals.ts';
import type { Parts } from './parts.ts';

/** A person waits for a crawl: a host that asks for more patience than this ends the URL instead. */
const LONGEST_CRAWL_PAUSE_MS = 30_000;

/** Ends a visit that brought what was wanted. False: somebody else ended it, and nothing was written. */
export async function endWell(
  tx: Tx,
  entry: Entry,
  held: Held,
  end: VisitEnd,
  pauses: readonly string[],
): Promise<boolean> {
  const visit =
    entry.kind === 'page'
      ? nextVisit(pauses, entry.revisits, end.outcome === 'revised')
      : { pauseMs: null, revisits: 0 };
  const settled = await settle(tx, entry, held, {
    outcome: end.outcome,
    dueAt: visit.pauseMs === null ? null : new Date(Date.now() + visit.pauseMs),
    homeHost: hostKeyOf(entry.url),
    attempts: 0,
    revisits: visit.revisits,
  });
  if (settled) await recordVisit(tx, entry, end);
  return settled;
}

/** What says that a page is not there any more. Refusals, walls and errors say nothing of the kind. */
const GONE: ReadonlySet<FailureCode> = new Set(['http_not_found', 'http_gone', 'soft_not_found']);

/** Ends a visit that failed: tried again where the failure's class says so, at rest otherwise. */
export async function endBadly(
  parts: Parts,
  entry: Entry,
  held:
    | { readonly grantId: Extract<Held, { grantId: unknown }>['grantId'] }
    | Extract<Held, { snapshotId: unknown }>,
  error: NewsmillError,
  seen: {
    readonly httpStatus?: number;
    /** Written in the same transaction, if the visit was still ours to end. */
    readonly alongside?: (tx: Tx) => Promise<void>;
  } = {},
): Promise<void> {
  const attempts = entry.attempts + 1;
  const retryAfterMs = (error.retryAfterSeconds ?? 0) * 1000;
  const policy = entry.crawlId === null ? SOURCE_BACKOFF : CRAWL_BACKOFF;
  let pause = retryPause(policy, error.class, attempts, retryAfterMs);
  if (entry.crawlId !== null && pause !== null && pause > LONGEST_CRAWL_PAUSE_MS) pause = null;
  const outcome = pause === null ? 'failed' : 'retried';
  const failure = error.toFailure();
  let withdrawn: ArticleId | null = null;
  const ended = await inTransaction(parts.database.db, async (tx) => {
    withdrawn = null;
    const settled = await settle(
      tx,
      entry,
      'grantId' in held ? { grantId: held.grantId, failed: error.class !== 'permanent', retryAfterMs } : held,
      {
        outcome,
        code: error.code,
        dueAt: pause === null ? null : new Date(Date.now() + pause),
        homeHost: hostKeyOf(entry.url),
        attempts: pause === null ? 0 : attempts,
        revisits: entry.revisits,
      },
    );
    if (settled) {
      await recordVisit(tx, entry, {
        outcome,
        failure,
        httpStatus: seen.httpStatus ?? null,
        snapshotId: 'snapshotId' in held ? held.snapshotId : null,
      });
      if (GONE.has(error.code)) withdrawn = await withdrawGone(tx, entry, seen.httpStatus ?? null);
      await seen.alongside?.(tx);
    }
    return settled;
  });
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
      ...(withdrawn === null ? {} : { withdrawn }),
    },
    error.message,
  );
  parts.onFrontierMoved?.();
}

/** The pauses between visits that an entry's source asks for; none without a source. */
export async function pausesOf(parts: Parts, entry: Entry): Promise<readonly string[]> {
  if (entry.sourceId === null) return [];
  const source = await findSource(parts.database.db, entry.sourceId);
  return source?.definition.revisit ?? [];
}
