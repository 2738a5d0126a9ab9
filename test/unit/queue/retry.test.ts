import { UnrecoverableError } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { FAILURES, type FailureCode, isRetried, NewsmillError } from '../../../src/errors.ts';
import { asOutcome, MAX_BACKOFF_MS, pauseBeforeRetry, RetriedError } from '../../../src/queue/retry.ts';

describe('asOutcome', () => {
  it.each(Object.keys(FAILURES) as FailureCode[])('lets the class of %s alone decide', (code) => {
    const outcome = asOutcome(new NewsmillError(code, 'It happened'));
    expect(outcome instanceof RetriedError).toBe(isRetried(FAILURES[code].class));
    expect(outcome instanceof UnrecoverableError).toBe(!isRetried(FAILURES[code].class));
    expect(outcome.message).toBe(`${code}: It happened. ${FAILURES[code].wayOut}`);
  });

  it('takes what is no error of ours for an internal one', () => {
    expect(asOutcome('thrown text')).toBeInstanceOf(RetriedError);
    expect(asOutcome(new TypeError('x')).message).toMatch(/^internal: TypeError: x\./);
  });
});

describe('pauseBeforeRetry', () => {
  it('doubles from the configured pause, within its upper half', () => {
    const least = [1, 2, 3, 4].map((attempt) => pauseBeforeRetry(attempt, 1000, undefined, 0));
    const most = [1, 2, 3, 4].map((attempt) => pauseBeforeRetry(attempt, 1000, undefined, 1));
    expect(least).toEqual([500, 1000, 2000, 4000]);
    expect(most).toEqual([1000, 2000, 4000, 8000]);
  });

  it('stays bounded for any attempt', () => {
    for (const attempt of [10, 50, 100, 10_000]) {
      expect(pauseBeforeRetry(attempt, 600_000, undefined, 1)).toBe(MAX_BACKOFF_MS);
    }
  });

  it('waits at least as long as the far side asked for, and a day at most', () => {
    const asked = (seconds: number) =>
      asOutcome(new NewsmillError('rate_limited', 'Slow down', { retryAfterSeconds: seconds }));
    expect(pauseBeforeRetry(1, 1000, asked(120), 0)).toBe(120_000);
    expect(pauseBeforeRetry(1, 1000, asked(0), 0)).toBe(500);
    expect(pauseBeforeRetry(1, 1000, asked(10_000_000), 0)).toBe(86_400_000);
  });
});
