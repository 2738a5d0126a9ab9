/** Whether a page goes to a browser: what the settings say, and what its visits teach about its host. */
import type { Config } from '../config/schema.ts';
import type { RenderChoice, SourceDefinition } from '../config/source.ts';
import type { FailureCode, NewsmillError } from '../errors.ts';
import { hostKeyOf } from '../frontier/canonical-url.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { type Entry, settle } from '../store/frontier.ts';
import {
  mayAskBrowser,
  notePlainArticle,
  noteRenderedArticle,
  noteRenderedNothing,
  sendToBrowser,
} from '../store/render-habits.ts';
import type { Snapshot } from '../store/snapshots.ts';
import type { Parts } from './parts.ts';

/** What holds for the pages of a source, or of none. */
export function renderChoice(
  config: Config,
  definition: Pick<SourceDefinition, 'render'> | null,
): RenderChoice {
  const choice = definition?.render ?? 'auto';
  return choice === 'auto' && !config.render.auto ? 'never' : choice;
}

/** With these a page may hold an article that only a browser brings out. */
const BROWSER_MAY_HELP: ReadonlySet<string> = new Set<FailureCode>(['needs_browser', 'consent_wall']);

/** These say that the browser did its work: what the page is became clear, and it is no article. */
const BROWSER_HELPED: ReadonlySet<string> = new Set<FailureCode>([
  'soft_not_found',
  'hub_page',
  'paywall_stub',
  'login_wall',
]);

/**
 * Ends the visit of a page that the plain client got and that may need a browser: it waits for its host's
 * next slot, for the browser this time. False, and nothing written, where no browser is to be asked.
 * Articles are left as they are.
 */
export async function passToBrowser(
  parts: Parts,
  entry: Entry,
  snapshot: Snapshot,
  error: NewsmillError,
  options: {
    readonly choice: RenderChoice;
    /** Written in the same transaction. */
    readonly alongside: (tx: Tx) => Promise<void>;
  },
): Promise<boolean> {
  if (options.choice !== 'auto' || snapshot.via !== 'fetch' || !BROWSER_MAY_HELP.has(error.code))
    return false;
  const homeHost = hostKeyOf(entry.url);
  const passed = await inTransaction(parts.database.db, async (tx) => {
    if (!(await mayAskBrowser(tx, homeHost, entry.url))) return false;
    const settled = await settle(
      tx,
      entry,
      { snapshotId: snapshot.id },
      {
        outcome: 'retried',
        code: error.code,
        dueAt: new Date(),
        homeHost,
        attempts: entry.attempts,
        revisits: entry.revisits,
      },
      {
        outcome: 'retried',
        failure: error.toFailure(),
        httpStatus: snapshot.status,
        snapshotId: snapshot.id,
      },
    );
    if (settled) {
      await sendToBrowser(tx, entry.id);
      await options.alongside(tx);
    }
    return settled !== null;
  });
  if (!passed) return false;
  parts.metrics.visit('retried', error.code);
  parts.log.info(
    { url: entry.url, outcome: 'retried', code: error.code },
    `Goes to a browser: ${error.message}`,
  );
  parts.onFrontierMoved?.();
  return true;
}

/** What a page that gave an article says of its host. In the transaction that ends the visit, last. */
export async function learnFromArticle(tx: Tx, entry: Entry, snapshot: Snapshot): Promise<void> {
  const host = hostKeyOf(entry.url);
  if (snapshot.via === 'fetch') return notePlainArticle(tx, host);
  const only = entry.lastOutcome === 'retried' && BROWSER_MAY_HELP.has(entry.lastCode ?? '');
  return noteRenderedArticle(tx, host, only);
}

/** What a page that gave none says of its host. Where a person chose, nothing is learned. */
export async function learnFromFailure(
  tx: Tx,
  entry: Entry,
  snapshot: Snapshot,
  error: NewsmillError,
): Promise<void> {
  if (snapshot.via === 'fetch' || error.class === 'ours' || BROWSER_HELPED.has(error.code)) return;
  await noteRenderedNothing(tx, hostKeyOf(entry.url), entry.id);
}
