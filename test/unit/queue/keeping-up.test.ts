import { describe, expect, it } from 'vitest';
import { LEAST_JOBS, nextAllowed, UsualTime } from '../../../src/queue/keeping-up.ts';

describe('the limit of a worker', () => {
  it('grows to its own limit while the event loop is on time', () => {
    let allowed = LEAST_JOBS;
    const rounds: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      allowed = nextAllowed(allowed, 1, allowed, 64);
      rounds.push(allowed);
    }
    expect(rounds.every((n, i) => i === 0 || n >= (rounds[i - 1] ?? 0))).toBe(true);
    expect(allowed).toBe(64);
  });

  it('falls from what is in use while the loop is late, and never below the least', () => {
    expect(nextAllowed(64, 400, 30, 64)).toBe(21);
    expect(nextAllowed(64, 400, 1, 64)).toBe(LEAST_JOBS);
    expect(nextAllowed(2, 400, 2, 2)).toBe(2);
  });
});

describe('what is long for a job', () => {
  const longAfter = (times: readonly number[]): number => {
    const usual = new UsualTime();
    for (let round = 0; round < 50; round += 1) for (const ms of times) usual.ended(ms);
    return usual.longMs;
  };

  it('is a second where most jobs are quick, however slow the other hosts are', () => {
    expect(longAfter([40, 60, 90, 15_000])).toBeLessThan(1500);
    expect(longAfter([40, 60, 90, 60_000, 60_000])).toBeLessThan(1500);
  });

  it('grows where all jobs take long, as in a process that gets too little CPU', () => {
    expect(longAfter([700, 800, 900])).toBeGreaterThan(2500);
    expect(longAfter([4000])).toBe(5000);
  });
});
