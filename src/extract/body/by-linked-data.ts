/** Drops by agreement: lines on the page that the article's linked data does not state. */
import { comparable } from '../text.ts';
import type { Drop, Seen } from './cleaning.ts';

/** How much of the kept text must be stated, and how much of what is stated must be kept. */
const STATED = 0.85;
const SHOWN = 0.9;
/** A lead is often left out of the stated body; a label before it is shorter. */
const LABEL = 60;

/**
 * Where the body that a publisher states and the one that was found are nearly the same, the lines between
 * its paragraphs that are only on the page are of the page.
 * @param stated schema.org `articleBody`
 */
export function dropUnstated(seen: readonly Seen[], stated: string, drop: Drop): void {
  const whole = squeeze(stated);
  const unstated: number[] = [];
  let kept = 0;
  let shared = 0;
  let first = -1;
  for (const [i, item] of seen.entries()) {
    if (item.reason !== null) continue;
    const text = squeeze(item.block.text);
    kept += text.length;
    if (whole.includes(text)) {
      shared += text.length;
      if (first < 0 && item.prose) first = i;
    } else unstated.push(i);
  }
  if (first < 0 || shared < STATED * kept || shared < SHOWN * whole.length) return;
  for (const i of unstated) {
    const item = seen[i];
    if (item === undefined || (i < first && item.weight >= LABEL)) continue;
    const { kind } = item.block;
    if (kind === 'paragraph' || (kind === 'item' && item.linkShare > 0.3))
      drop(item, 'unstated', 'the linked data leaves it out');
  }
}

function squeeze(text: string): string {
  return comparable(text).replaceAll(' ', '');
}
