/** Signs what is sent to a webhook, as the Standard Webhooks specification says. */
import { createHmac } from 'node:crypto';

export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature'?: string;
}

/**
 * Headers of one message. The receiver computes HMAC-SHA-256 over `id.timestamp.body` with the shared
 * secret and compares it with the base64 after `v1,`; without a secret there is no signature. A secret that
 * begins with `whsec_` is the key in base64 behind it, as the specification serialises it.
 *
 * @param id    the same for every try of the same message, so that a receiver can drop repeats
 * @param at    epoch milliseconds; receivers refuse old timestamps
 */
export function signMessage(id: string, at: number, body: string, secret: string | null): SignedHeaders {
  const timestamp = String(Math.floor(at / 1000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (secret === null) return headers;
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { ...headers, 'webhook-signature': `v1,${signature}` };
}

const PREFIX = 'whsec_';

function keyOf(secret: string): Buffer {
  return secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');
}
