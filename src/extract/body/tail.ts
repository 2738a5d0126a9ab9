/** Drops what follows the article: more stories, comments, the author's life. */
import { comparable } from '../text.ts';
import { type CleanContext, type Drop, leadsAway, type Seen } from './cleaning.ts';
import { isAddress } from './endings.ts';
import { dropLinkedItems } from './link-lists.ts';
import type { Purpose } from './phrases.ts';
import { tellsOfAuthor } from './site-lines.ts';
import type { Wording } from './wording.ts';

const OPENERS = new Set<Purpose>(['related', 'comments', 'newsletter', 'share', 'tags', 'account']);

/**
 * A line that opens one of the sections that follow articles, with next to no prose after it, ends
 * the article. Plain text has nothing else to tell its tail by.
 */
export function cutTail(seen: readonly Seen[], isPlainText: boolean, drop: Drop): void {
  let total = 0;
  for (const item of seen) if (item.prose) total += item.weight;
  const most = isPlainText ? 0.1 : 0.03;
  let after = 0;
  let headings = 0;
  let cut = -1;
  for (let i = seen.length - 1; i > 0; i--) {
    const item = seen[i];
    if (item === undefined) continue;
    if (item.prose && item.reason === null) after += item.weight;
    if (item.block.kind === 'heading' && item.reason === null) headings++;
    if (after > most * total || headings > 4) break;
    const { wording } = item;
    if (wording !== null && OPENERS.has(wording.purpose) && isOpener(item, wording)) cut = i;
  }
  if (cut < 0) return;
  const opener = seen[cut];
  for (const item of seen.slice(cut))
    drop(item, opener?.wording?.purpose ?? 'related', `after “${opener?.wording?.phrase ?? ''}”`);
}

function isOpener(item: Seen, wording: Wording): boolean {
  if (item.linkShare > 0.9 && item.block.kind !== 'heading') return false;
  return (
    wording.how === 'whole' || (wording.how === 'opens' && item.block.kind === 'heading' && item.weight < 60)
  );
}

const LONGEST_BIO = 1200;

/** What stands after the last paragraph of prose, and the author's life that ends it. */
export function dropTail(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  for (let at = seen.length - 1; at > 0; at--) {
    const item = seen[at];
    if (item === undefined || item.reason !== null || !item.prose) continue;
    if (item.weight > LONGEST_BIO || !(item.marks.has('bio') || item.marks.has('byline'))) break;
    drop(item, 'bio', 'a box about the author after the end');
  }
  let last = seen.findLastIndex((item) => item.reason === null && item.prose);
  const names = context.authors.map(comparable).filter((name) => name !== '');
  const end = last;
  let isEnd = true;
  for (let at = end; at > 0 && at >= end - 3; at--) {
    const item = seen[at];
    if (item === undefined || item.reason !== null) continue;
    const isOfAuthor = at >= end - 1 && item.weight <= LONGEST_BIO && tellsOfAuthor(item.block.text);
    if (isOfAuthor || (isEnd && isBio(item, names))) {
      drop(item, 'bio', 'tells who the author is');
      if (isEnd) last = at - 1;
    } else isEnd = false;
  }
  for (let i = last + 1; i < seen.length; i++) {
    const item = seen[i];
    if (
      item === undefined ||
      item.reason !== null ||
      item.block.kind === 'quote' ||
      item.block.kind === 'row'
    )
      continue;
    const { wording } = item;
    if (
      wording !== null &&
      item.weight < 200 &&
      wording.how !== 'has' &&
      wording.purpose !== 'caption' &&
      !isLeadIn(item, wording)
    ) {
      drop(item, wording.purpose, `after the end: “${wording.phrase}”`);
    } else if (item.linkShare > 0.6 && item.weight < 250 && !leadsAway(item, context))
      drop(item, 'link list', 'links after the end');
    else if (isAddress(item.block.text)) drop(item, 'contact', 'how somebody is reached');
    else if (isRoleUnder(seen[i - 1], item, names)) drop(item, 'bio', 'stands under the author’s name');
    else if (item.block.kind === 'paragraph' && !item.prose && opensWithName(item, names))
      drop(item, 'bio', 'a line about the author after the end');
  }
  dropLinkedItems(seen, last, drop);
  dropAnnouncement(seen, drop);
}

/** A last line that announces what was dropped behind it: “More about the roof and its bees:”. */
function dropAnnouncement(seen: readonly Seen[], drop: Drop): void {
  const at = seen.findLastIndex((item) => item.reason === null);
  const item = seen[at];
  if (item === undefined || at < 1 || item.weight > 120 || !/[:：]$/u.test(item.block.text)) return;
  if (seen.slice(at + 1).some((other) => other.reason === 'related' || other.reason === 'link list'))
    drop(item, 'related', 'announces what is dropped behind it');
}

/** “Watch:” before an embedded player and “As he wrote on Twitter:” belong to the text. */
function isLeadIn(item: Seen, { purpose, phrase }: Wording): boolean {
  const { text } = item.block;
  if (text.length <= 25 || !/[:：]$/u.test(text)) return false;
  return purpose === 'related' || purpose === 'contact' || !phrase.includes(' ');
}

const BIO =
  /\b(?:is an?|is the|was an?|are|writes|covers|has (?:been|written|worked|covered)|joined|lives in|works|reports|graduated|ist|schreibt|arbeitet|leitet|studierte|lebt|est|couvre|écrit|es|escribe|cubre|è|scrive|é|escreve|jest|pisze|является|пишет)\b/iu;

/** What the author is, right under their name. */
function isRoleUnder(before: Seen | undefined, item: Seen, names: readonly string[]): boolean {
  if (before === undefined || before.reason === null || item.weight > 60 || item.block.kind !== 'paragraph')
    return false;
  return !/[.!?…:。]$/u.test(item.block.text) && names.includes(comparable(before.block.text));
}

/** Whether it begins with an author's whole name. */
function opensWithName(item: Seen, names: readonly string[]): boolean {
  const text = comparable(item.block.text.slice(0, 160));
  return names.some((name) => name.includes(' ') && text.startsWith(`${name} `));
}

/** A paragraph that begins with the author's name, or a name's last part, and says what they are. */
function isBio(item: Seen, names: readonly string[]): boolean {
  if (item.weight > 900 || item.block.kind === 'heading') return false;
  const { block } = item;
  const head = block.text.slice(0, 160);
  const text = comparable(head);
  // Slanted from end to end it is about the text, whatever it says.
  if (block.emphasisChars > 0.9 * block.text.length && opensWithName(item, names)) return true;
  for (const name of names) {
    const first = name.split(' ')[0] ?? '';
    if (
      (text.startsWith(`${name} `) || (first.length > 3 && text.startsWith(`${first} is `))) &&
      BIO.test(head)
    )
      return true;
  }
  return false;
}
