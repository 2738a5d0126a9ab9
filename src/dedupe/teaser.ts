/** Whether a text is only the public part of one that is known already. */
import type { Access } from '../article/article.ts';
import { normalizeText } from './fingerprint.ts';

/** A text that keeps more than this of the known one is an edit. */
const KEPT = 0.6;
/** Part of the shorter text that has to stand at the beginning of the longer one. */
const AT_THE_START = 0.7;
const STRICTNESS: Record<Access, number> = { free: 0, metered: 1, paywalled: 2 };

export interface ShownText {
  readonly text: string;
  readonly access: Access;
}

/**
 * True where `after` is much shorter than `before` and either begins as it does or comes from a page that
 * has become less open: what a reader without a subscription is shown, not an edit.
 */
export function isTeaserOf(before: ShownText, after: ShownText): boolean {
  const [long, short] = [normalizeText(before.text), normalizeText(after.text)];
  if (short.length >= KEPT * long.length) return false;
  if (STRICTNESS[after.access] > STRICTNESS[before.access]) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= AT_THE_START * short.length;
}
