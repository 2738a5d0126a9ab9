import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signMessage } from '../../../src/deliver/signature.ts';

describe('signMessage', () => {
  it('signs id, timestamp and body together', () => {
    const at = Date.UTC(2026, 2, 1);
    const one = signMessage('hook-7', at, '{"a":1}', 'a secret of the test');
    expect(one).toMatchObject({ 'webhook-id': 'hook-7', 'webhook-timestamp': '1772323200' });
    expect(one['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    for (const other of [
      signMessage('hook-8', at, '{"a":1}', 'a secret of the test'),
      signMessage('hook-7', at + 1000, '{"a":1}', 'a secret of the test'),
      signMessage('hook-7', at, '{"a":2}', 'a secret of the test'),
      signMessage('hook-7', at, '{"a":1}', 'another secret'),
    ]) {
      expect(other['webhook-signature']).not.toBe(one['webhook-signature']);
    }
  });
  it('takes a secret behind whsec_ as base64, as the specification writes secrets', () => {
    const key = Buffer.from('a key of the test, 32 bytes long');
    const expected = createHmac('sha256', key).update('hook-7.0.{}').digest('base64');
    expect(signMessage('hook-7', 0, '{}', `whsec_${key.toString('base64')}`)['webhook-signature']).toBe(
      `v1,${expected}`,
    );
  });
  it('signs nothing without a secret', () => {
    expect(signMessage('hook-7', 0, '', null)).not.toHaveProperty('webhook-signature');
  });
});
