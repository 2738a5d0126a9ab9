/** Brings one webhook up to the end of the change log. */
import type { Dispatcher } from 'undici';
import type { WebhookConfig } from '../config/schema.ts';
import { postMessage, type WebhookMessage } from '../deliver/webhook.ts';
import { asNewsmillError, isRetried, NewsmillError } from '../errors.ts';
import { Cursor } from '../ids.ts';
import { type Change, readChanges } from '../store/changes.ts';
import { advanceDelivery, failDelivery, findDelivery } from '../store/deliveries.ts';
import { findArticle } from '../store/read-articles.ts';
import type { Parts } from './parts.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Messages sent by one job; a receiver far behind goes on in the next, so that a stop need not wait long. */
const MESSAGES = 20;

export interface DeliverParts extends Parts {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
}

/** Sends what `name` has not had yet. Only one job of a receiver is live at a time, which keeps the order. */
export async function deliverChanges(parts: DeliverParts, name: string, signal?: AbortSignal): Promise<void> {
  const webhook = parts.config.webhooks.find((w) => w.name === name);
  if (!webhook) return;
  const { db } = parts.database;
  for (let sent = 0; sent < MESSAGES; sent += 1) {
    const delivery = await findDelivery(db, name);
    if (!delivery || delivery.stopped) return;
    const changes = await readChanges(db, delivery.cursor, webhook.batch);
    const [first] = changes;
    if (!first) return;
    try {
      refuseGap(webhook, delivery.cursor, first.cursor);
      const message = await messageOf(parts, changes);
      await postMessage(parts.dispatcher, webhook, message, parts.userAgent, signal);
      if (!(await advanceDelivery(db, name, delivery.cursor, message.cursor))) return;
      parts.log.debug({ webhook: name, cursor: message.cursor }, 'Delivered');
    } catch (thrown) {
      return takeFailure(parts, webhook, delivery.failures, thrown);
    }
  }
}

async function takeFailure(
  parts: Parts,
  webhook: WebhookConfig,
  failures: number,
  thrown: unknown,
): Promise<void> {
  const error = asNewsmillError(thrown);
  if (error.code === 'internal') throw error;
  const pauseMs = isRetried(error.class)
    ? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 20))
    : null;
  await failDelivery(parts.database.db, webhook.name, error.toFailure(), pauseMs);
  parts.log.warn(
    { webhook: webhook.name, code: error.code, ...(pauseMs === null ? {} : { retryInMs: pauseMs }) },
    error.message,
  );
}

/** The log has no holes but the one at its beginning, where old changes were removed. */
function refuseGap(webhook: WebhookConfig, from: Cursor, first: Cursor): void {
  if (from === '0' || BigInt(first) === BigInt(from) + 1n) return;
  const lost = `Changes ${BigInt(from) + 1n} to ${BigInt(first) - 1n} were removed by their age before webhook ${webhook.name} had them`;
  throw new NewsmillError(
    'cursor_expired',
    `${lost}; \`newsmill articles export\` has the articles, \`newsmill webhooks resume ${webhook.name}\` goes on after the gap`,
  );
}

/** Largest message in characters of JSON; a single change may go over it, for it cannot be divided. */
const MESSAGE_CHARACTERS = 4_194_304;

/** As many changes as fit, each with its article as of that revision, so that a receiver needs no second call. */
async function messageOf(parts: Parts, changes: readonly Change[]): Promise<WebhookMessage> {
  const pieces: string[] = [];
  let characters = 0;
  let cursor = changes[0]?.cursor ?? Cursor.parse('0');
  for (const change of changes) {
    const { articleId, revision } = change;
    const article = revision === null ? null : await findArticle(parts.database.db, articleId, revision);
    const piece = JSON.stringify({ ...change, article });
    if (pieces.length > 0 && characters + piece.length > MESSAGE_CHARACTERS) break;
    pieces.push(piece);
    characters += piece.length;
    cursor = change.cursor;
  }
  return { cursor, body: `{"cursor":${JSON.stringify(cursor)},"changes":[${pieces.join(',')}]}` };
}
