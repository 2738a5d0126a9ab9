import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../../src/config/loopback.ts';
import { editDistance, nearest } from '../../../src/config/nearest.ts';

describe('nearest', () => {
  const keys = ['delayMs', 'maxBytes', 'userAgent', 'robots'];
  it.each([
    ['delayMS', 'delayMs'],
    ['delay_ms', 'delayMs'],
    ['dealyMs', 'delayMs'],
    ['max-byte', 'maxBytes'],
    ['robot', 'robots'],
    ['userAgnet', 'userAgent'],
  ])('takes %s for %s', (wrong, right) => expect(nearest(wrong, keys)).toBe(right));

  it.each(['zzz', 'colour', 'a', ''])('has no idea what %j may be', (wrong) =>
    expect(nearest(wrong, keys)).toBeUndefined(),
  );

  it('counts insertions, deletions, replacements and swaps', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('abc', 'abc')).toBe(0);
    expect(editDistance('abcd', 'acbd')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});

describe('isLoopback', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.8.9.1',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '0:0:0:0:0:0:0:1',
  ])('takes %s', (host) => expect(isLoopback(host)).toBe(true));
  it.each([
    '0.0.0.0',
    '::',
    '10.0.0.1',
    'localhost.example',
    '127.0.0.1.example',
    'example',
    '',
    '169.254.0.1',
  ])('refuses %j', (host) => expect(isLoopback(host)).toBe(false));
});
