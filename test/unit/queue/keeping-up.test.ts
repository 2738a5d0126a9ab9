import { describe, expect, it } from 'vitest';
import { LEAST_JOBS, nextAllowed } from '../../../src/queue/keeping-up.ts';

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
