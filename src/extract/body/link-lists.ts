/** Drops lists, and runs of blocks, that are nothing but links. */
import { type CleanContext, type Drop, leadsAway, type Seen } from './cleaning.ts';

/**
 * Lists, and runs of blocks, that are nothing but links with headline-like texts. Links to other
 * sites between paragraphs are what the article speaks of (a shop, a source), so they stay.
 */
export function dropLinkLists(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const lastProse = seen.findLastIndex((item) => item.prose && item.reason === null);
  for (let i = 0; i < seen.length; i++) {
    const item = seen[i];
    if (item === undefined || item.reason !== null || !isLinkOnly(item)) continue;
    let end = i;
    for (
      let next = seen[end + 1];
      next !== undefined && next.reason === null && isLinkOnly(next);
      next = seen[end + 1]
    )
      end++;
    const run = seen.slice(i, end + 1);
    const atEnd = end >= lastProse;
    const isHeadingOfText = run.length === 1 && item.block.kind === 'heading' && !atEnd;
    const pointsAway = !atEnd && run.every((one) => leadsAway(one, context));
    const isLine =
      run.length >= 2 || item.block.kind !== 'paragraph' || item.weight < (atEnd ? LONGEST_OFFER : 160);
    if (isLine && !isHeadingOfText && !pointsAway)
      for (const one of run) drop(one, 'link list', `${Math.round(one.linkShare * 100)} % of it is a link`);
    i = end;
  }
}

/** A paragraph after the end that is one link advertises something, up to this weight. */
const LONGEST_OFFER = 600;

function isLinkOnly(item: Seen): boolean {
  return (
    item.linkShare >= 0.85 && item.block.links > 0 && item.block.kind !== 'row' && item.block.kind !== 'quote'
  );
}

/** A last list whose every item has a link and none is a sentence: more stories. */
export function dropLinkedItems(seen: readonly Seen[], last: number, drop: Drop): void {
  const tail = seen.slice(last + 1).filter((item) => item.reason === null);
  const items = tail.filter((item) => item.block.kind === 'item');
  if (items.length < 2 || !items.every((item) => item.linkShare > 0.25 && item.weight < 400)) return;
  for (const item of tail) {
    if (item.block.kind === 'item') drop(item, 'link list', 'a last list of links');
    else if (item.weight < 60) drop(item, 'related', 'opens a last list of links');
  }
}
