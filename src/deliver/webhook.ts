/** Sends changes to a webhook: in order, each until it is taken. */
import { type Dispatcher, request } from 'undici';
import type { WebhookConfig } from '../config/schema.ts';
import { asNewsmillError, NewsmillError } from '../errors.ts';
import type { Cursor } from '../ids.ts';
import { signMessage } from './signature.ts';

const SEND_LIMIT_MS = 30_000;
/** What is read of an answer; it only serves the failure's sentence. */
const ANSWER_BYTES = 500;

export interface WebhookMessage {
  /** Cursor of the last change in it: names the message, and is where a reader would go on. */
  readonly cursor: Cursor;
  readonly body: string;
}

/**
 * Posts one message. Any 2xx answer takes it.
 *
 * @throws NewsmillError `delivery_failed` (to be sent again) or `delivery_refused` (4xx: never taken as it is)
 */
export async function postMessage(
  dispatcher: Dispatcher,
  webhook: WebhookConfig,
  message: WebhookMessage,
  userAgent: string,
  signal?: AbortSignal,
): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': userAgent,
    ...signMessage(`${webhook.name}-${message.cursor}`, Date.now(), message.body, webhook.secret),
  };
  const limit = AbortSignal.timeout(SEND_LIMIT_MS);
  let status: number;
  let answer: string;
  try {
    const response = await request(webhook.url, {
      method: 'POST',
      headers,
      body: message.body,
      dispatcher,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    status = response.statusCode;
    answer = await startOf(response.body);
  } catch (thrown) {
    if (signal?.aborted)
      throw new NewsmillError('internal', `Sending to webhook ${webhook.name} was stopped before it ended`);
    // The guard's refusal is for ops to mend, and no later try changes it.
    if (thrown instanceof NewsmillError) throw thrown;
    throw new NewsmillError(
      'delivery_failed',
      `Webhook ${webhook.name} cannot be reached: ${asNewsmillError(thrown).message}`,
      { cause: thrown },
    );
  }
  if (status >= 200 && status < 300) return;
  const said = `Webhook ${webhook.name} answered HTTP ${status}${answer === '' ? '' : `: ${answer}`}`;
  const passing = status >= 500 || status === 408 || status === 425 || status === 429 || status < 400;
  throw new NewsmillError(passing ? 'delivery_failed' : 'delivery_refused', said);
}

async function startOf(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.byteLength;
    if (bytes >= ANSWER_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, ANSWER_BYTES).toString('utf8').replace(/\s+/g, ' ').trim();
}
