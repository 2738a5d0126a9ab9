/** What an access log says about politeness. */
import type { Access } from './papers-messages.ts';

export interface Verdict {
  readonly requests: number;
  /** Requests that began while another one to the same host was being answered. */
  readonly overlaps: number;
  /** Requests that began sooner after the end of the one before than the delay. */
  readonly tooSoon: number;
  /** Shortest pause between two requests to one host, in milliseconds; null where no host had two. */
  readonly shortestPauseMs: number | null;
}

/** @param delayMs pause that every host must be given */
export function judge(log: readonly Access[], delayMs: number): Verdict {
  const byHost = Map.groupBy(log, (access) => access.host);
  let overlaps = 0;
  let tooSoon = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (const accesses of byHost.values()) {
    const ordered = accesses.toSorted((a, b) => a.start - b.start);
    let end = Number.NEGATIVE_INFINITY;
    for (const access of ordered) {
      const pause = access.start - end;
      if (pause < 0) overlaps += 1;
      else if (pause < delayMs) tooSoon += 1;
      shortest = Math.min(shortest, pause);
      end = Math.max(end, access.end ?? Number.POSITIVE_INFINITY);
    }
  }
  return {
    requests: log.length,
    overlaps,
    tooSoon,
    shortestPauseMs: Number.isFinite(shortest) ? shortest : null,
  };
}
