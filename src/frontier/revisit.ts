/** When a stored page is looked at again for edits. */
import { parseDuration } from '../config/source.ts';

export interface Revisit {
  /** Milliseconds from now; null: no more visits. */
  readonly pauseMs: number | null;
  /** How far along the source's list the page is, for the next time. */
  readonly revisits: number;
}

/**
 * The next visit of a page, from its source's list of pauses. A page that changed stays at its place
 * in the list, for what was edited once is often edited again; one that did not moves on.
 */
export function nextVisit(pauses: readonly string[], revisits: number, changed: boolean): Revisit {
  const pause = pauses[revisits];
  if (pause === undefined) return { pauseMs: null, revisits };
  return { pauseMs: parseDuration(pause), revisits: changed && revisits > 0 ? revisits : revisits + 1 };
}
