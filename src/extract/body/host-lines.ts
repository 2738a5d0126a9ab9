/** Lines that the page's host prints in many of its articles, as the store has learnt them. */
import { comparable } from '../text.ts';
import { type Drop, keyOf, type Seen } from './cleaning.ts';

/** Characters from which on a line that comes again is furniture wherever it stands; a short one may be a rubric. */
const TELLING = 25;

/** 53 bits of hash (FNV-1a in two lanes) of a line's letters and digits. */
export function lineKey(line: string): string {
  return hashed(comparable(line));
}

/** The keys of an article's lines, in order. */
export function lineKeys(text: string): string[] {
  return text.split('\n').map(lineKey);
}

function hashed(text: string): string {
  let [high, low] = [0x2545f491, 0x811c9dc5];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}

/**
 * Drops what the host repeats: whole paragraphs anywhere, short lines before the first running text and behind the
 * last. Headings and rows of tables stay: recipes and reports are built with the same ones.
 */
export function dropHostLines(seen: readonly Seen[], hostLines: ReadonlySet<string>, drop: Drop): void {
  if (hostLines.size === 0) return;
  const repeated = seen.map(
    (item) =>
      item.block.kind !== 'heading' && item.block.kind !== 'row' && hostLines.has(hashed(keyOf(item))),
  );
  const isText = (item: Seen, i: number): boolean => item.prose && item.reason === null && !repeated[i];
  const first = seen.findIndex(isText);
  const last = seen.findLastIndex(isText);
  for (const [i, item] of seen.entries())
    if (repeated[i] && (item.block.text.length >= TELLING || i < first || i > last))
      drop(item, 'repeated on the host', 'other articles of the host have it too');
}
