import { describe, expect, it } from 'vitest';
import { CRAWL_BACKOFF, retryPause, SOURCE_BACKOFF } from '../../../src/frontier/backoff.ts';
import { nextVisit } from '../../../src/frontier/revisit.ts';
import { nextTurn, rhythmOf, slackOf } from '../../../src/frontier/schedule.ts';

describe('the pause before a retry', () => {
  it('exists only for classes that are retried', () => {
    expect(retryPause(SOURCE_BACKOFF, 'permanent', 1)).toBeNull();
    expect(retryPause(SOURCE_BACKOFF, 'blocked', 1)).toBeNull();
    expect(retryPause(SOURCE_BACKOFF, 'transient', 1)).not.toBeNull();
    expect(retryPause(SOURCE_BACKOFF, 'ours', 1)).not.toBeNull();
  });

  it('grows, stays between half and all of its size, and ends after the last try', () => {
    const least = (attempt: number) => retryPause(SOURCE_BACKOFF, 'transient', attempt, 0, () => 0);
    const most = (attempt: number) => retryPause(SOURCE_BACKOFF, 'transient', attempt, 0, () => 1);
    expect([least(1), most(1)]).toEqual([30_000, 60_000]);
    expect([least(2), most(2)]).toEqual([120_000, 240_000]);
    expect(most(5)).toBe(60_000 * 4 ** 4);
    expect(most(6)).toBeNull();
    expect(retryPause(CRAWL_BACKOFF, 'transient', 3)).toBeNull();
  });

  it('is never shorter than the host asked for', () => {
    expect(retryPause(CRAWL_BACKOFF, 'transient', 1, 90_000)).toBe(90_000);
  });
});

describe('the next visit of a page', () => {
  const pauses = ['1h', '6h', '1d'];
  it('walks the list of pauses and ends with it', () => {
    expect(nextVisit(pauses, 0, false)).toEqual({ pauseMs: 3_600_000, revisits: 1 });
    expect(nextVisit(pauses, 2, false)).toEqual({ pauseMs: 86_400_000, revisits: 3 });
    expect(nextVisit(pauses, 3, false)).toEqual({ pauseMs: null, revisits: 3 });
    expect(nextVisit([], 0, false)).toEqual({ pauseMs: null, revisits: 0 });
  });
  it('stays at its place while the page keeps changing', () => {
    expect(nextVisit(pauses, 1, true)).toEqual({ pauseMs: 21_600_000, revisits: 1 });
    expect(nextVisit(pauses, 0, true)).toEqual({ pauseMs: 3_600_000, revisits: 1 });
  });
});

describe('a source’s turns', () => {
  it('come at the pause after the last one', () => {
    const rhythm = rhythmOf({ every: '15m', timezone: 'UTC' });
    expect(nextTurn(rhythm, new Date('2026-03-01T10:02:03Z')).toISOString()).toBe('2026-03-01T10:17:03.000Z');
    expect(slackOf(rhythm)).toBe(30_000);
  });
  it('follow cron in the source’s time zone, summer time included', () => {
    const rhythm = rhythmOf({ cron: '30 6 * * *', timezone: 'Europe/Berlin' });
    expect(nextTurn(rhythm, new Date('2026-03-28T12:00:00Z')).toISOString()).toBe('2026-03-29T04:30:00.000Z');
    expect(nextTurn(rhythm, new Date('2026-03-27T12:00:00Z')).toISOString()).toBe('2026-03-28T05:30:00.000Z');
  });
});
