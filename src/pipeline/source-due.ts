/** A source's turn: its entry points become due in the frontier. */
import { entriesOf } from '../config/source.ts';
import { canonicalOptionsOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import { prepareUrls, toAddOptions } from '../frontier/intake.ts';
import { nextTurn, rhythmOf, slackOf } from '../frontier/schedule.ts';
import type { SourceId } from '../ids.ts';
import { inTransaction } from '../store/database.ts';
import { addUrls } from '../store/frontier.ts';
import { claimTurn, findSource } from '../store/sources.ts';
import type { Parts } from './parts.ts';

/**
 * Takes a source's turn if it is due. Schedulers may fire twice, too early or for a paused source:
 * the row decides, and turn and entry points change in one transaction.
 */
export async function takeTurn(parts: Parts, sourceId: SourceId): Promise<void> {
  const source = await findSource(parts.database.db, sourceId);
  if (!source?.definition.enabled || source.paused) return;
  const { definition } = source;
  const rhythm = rhythmOf(definition);
  const now = new Date();
  const turn = { now, nextDueAt: nextTurn(rhythm, now), slackMs: slackOf(rhythm) };
  const { urls } = prepareUrls(entriesOf(definition), 'never', canonicalOptionsOf(definition.canonical));
  const options = toAddOptions({
    sourceId,
    priority: definition.priority,
    policyOf: hostPolicies(parts.config, definition),
    again: true,
  });
  const taken = await inTransaction(parts.database.db, async (tx) => {
    if (!(await claimTurn(tx, sourceId, turn))) return false;
    await addUrls(tx, urls, options);
    return true;
  });
  if (!taken) return;
  parts.log.debug({ source: sourceId, next: turn.nextDueAt.toISOString() }, 'Source is due');
  parts.onFrontierMoved?.();
}
