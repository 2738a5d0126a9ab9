import { describe, expect, it } from 'vitest';
import { isoInstant } from '../../../src/discover/found-date.ts';

const now = new Date('2026-03-01T12:00:00Z');

describe('isoInstant', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['Sun, 06 Nov 1994 08:49:37 +0200', '1994-11-06T06:49:37.000Z'],
    ['06 Nov 94 08:49 EST', '1994-11-06T13:49:00.000Z'],
    ['Sun, 6 Nov 1994 08:49:37 UT', '1994-11-06T08:49:37.000Z'],
    ['Sun, 06 Nov 1994 08:49:37 Z', '1994-11-06T08:49:37.000Z'],
    ['Sun, 06 Nov 1994 08:49:37 CEST', '1994-11-06T06:49:37.000Z'],
    ['Sun, 06 Nov 1994 08:49:37 MSK', '1994-11-06T05:49:37.000Z'],
    ['So, 06 Nov 1994 08:49:37 +0100', '1994-11-06T07:49:37.000Z'],
    ['Вс, 06 Nov 1994 08:49:37 +0300', '1994-11-06T05:49:37.000Z'],
    ['Sun, 06 Nov 1994 08:49:37', '1994-11-06T08:49:37.000Z'],
    ['Sun, 06 November 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['1994-11-06T08:49:37Z', '1994-11-06T08:49:37.000Z'],
    ['1994-11-06T08:49:37.123+02:00', '1994-11-06T06:49:37.000Z'],
    ['1994-11-06T08:49:37-0530', '1994-11-06T14:19:37.000Z'],
    ['1994-11-06T08:49+02', '1994-11-06T06:49:00.000Z'],
    ['1994-11-06T08:49:37', '1994-11-06T08:49:37.000Z'],
    ['1994-11-06 08:49:37', '1994-11-06T08:49:37.000Z'],
    ['1994-11-06 08:49:37 UTC', '1994-11-06T08:49:37.000Z'],
    ['1994-11-06', '1994-11-06T00:00:00.000Z'],
    ['1994-11', '1994-11-01T00:00:00.000Z'],
    ['19941106T084937Z', '1994-11-06T08:49:37.000Z'],
    ['  1994-11-06\n', '1994-11-06T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(isoInstant(text, now)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    'yesterday',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01T00:00:00Z',
    '1994-13-06',
    '1994-11-32',
    '2026-04-01',
    'Sun, 99 Foo 1994',
  ])('%s says nothing', (text) => {
    expect(isoInstant(text, now)).toBeUndefined();
  });

  it('takes no zone from the machine', () => {
    const zone = process.env.TZ;
    try {
      for (const TZ of ['America/New_York', 'Asia/Tokyo']) {
        process.env.TZ = TZ;
        expect(isoInstant('1994-11-06 08:49:37', now)).toBe('1994-11-06T08:49:37.000Z');
        expect(isoInstant('06 Nov 1994 08:49:37', now)).toBe('1994-11-06T08:49:37.000Z');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
