/** Brings one webhook up to the end of the change log. */
import type { Dispatcher } from 'undici';
import type { Article } from '../article/article.ts';
import type { WebhookConfig } from '../config/schema.ts';
import { postMessage } from '../deliver/webhook.ts';
import { asNewsmillError, isRetried } from '../errors.ts';
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
    const last = changes.at(-1);
    if (!last) return;
    const body = JSON.stringify({ cursor: last.cursor, changes: await withArticles(parts, changes) });
    try {
      await postMessage(parts.dispatcher, webhook, { cursor: last.cursor, body }, parts.userAgent, signal);
    } catch (thrown) {
      return takeFailure(parts, webhook, delivery.failures, thrown);
    }
    if (!(await advanceDelivery(db, name, delivery.cursor, last.cursor))) return;
    parts.log.debug({ webhook: name, changes: changes.length, cursor: last.cursor }, 'Delivered');
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

/** Each change with its article as of that revision, so that a receiver needs no second call. */
async function withArticles(
  parts: Parts,
  changes: readonly Change[],
): Promise<(Change & { article: Article | null })[]> {
  const articles = await Promise.all(
    changes.map((c) =>
      c.revision === null ? null : findArticle(parts.database.db, c.articleId, c.revision),
    ),
  );
  return changes.map((change, i) => ({ ...change, article: articles[i] ?? null }));
}
