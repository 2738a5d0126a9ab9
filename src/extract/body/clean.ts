/**
 * Decides, block by block, what of the extracted body is the article's text: by position, structure,
 * link density, class names and wording. Every drop carries its reason.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { comparable, weight } from '../text.ts';
import type { Block } from './blocks.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Purpose } from './phrases.ts';
import { type Wording, wordingOf } from './wording.ts';

/** Why a block is no text. `caption` and `credit` stay in HTML and markdown, the others go everywhere. */
export type DropReason =
  | Purpose
  | Mark
  | 'title'
  | 'subtitle'
  | 'link list'
  | 'empty heading'
  | 'separator'
  | 'repeated'
  | 'code';

export interface Decision {
  readonly block: Block;
  /** Null when the block is kept. */
  readonly reason: DropReason | null;
  /** What was seen: the phrase, the class, the share of links. */
  readonly evidence: string;
}

export interface CleanContext {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly siteNames: ReadonlySet<string>;
}

interface Seen {
  readonly block: Block;
  readonly marks: ReadonlySet<Mark>;
  readonly wording: Wording | null;
  readonly weight: number;
  readonly linkShare: number;
  /** A paragraph of running text: long enough, mostly unlinked, ends like a sentence. */
  readonly prose: boolean;
  reason: DropReason | null;
  evidence: string;
}

/** Decisions for all blocks, in their order. Pure; linear in the text. */
export function cleanBlocks(
  blocks: readonly Block[],
  root: DomElement | null,
  context: CleanContext,
): Decision[] {
  const seen = look(blocks, root);
  const drop = (item: Seen, reason: DropReason, evidence: string): void => {
    if (item.reason === null) {
      item.reason = reason;
      item.evidence = evidence;
    }
  };
  dropByMarks(seen, drop);
  dropByWording(seen, drop);
  dropHead(seen, context, drop);
  dropLinkLists(seen, drop);
  cutTail(seen, drop);
  dropTail(seen, context, drop);
  dropRepeated(seen, drop);
  dropEmptyHeadings(seen, drop);
  return seen.map(({ block, reason, evidence }) => ({ block, reason, evidence }));
}

type Drop = (item: Seen, reason: DropReason, evidence: string) => void;

const SENTENCE_END = /[.!?…。！？؟।"”»“’')\]]\s*$/u;

const NO_MARKS: ReadonlySet<Mark> = new Set();

function look(blocks: readonly Block[], root: DomElement | null): Seen[] {
  const inherited = new Map<DomNode, ReadonlySet<Mark>>();
  const marksAt = (element: DomElement): ReadonlySet<Mark> => {
    const known = inherited.get(element);
    if (known !== undefined) return known;
    const own = marksOf(element);
    const parent = element === root ? null : element.parentElement;
    const above = parent === null ? NO_MARKS : marksAt(parent);
    const all = own.length === 0 ? above : new Set([...above, ...own]);
    inherited.set(element, all);
    return all;
  };
  if (root !== null) inherited.set(root, NO_MARKS);
  return blocks.map((block) => {
    const holder = holderOf(block);
    const size = weight(block.text);
    const linkShare = block.linkChars / block.text.length;
    return {
      block,
      marks: holder === null ? NO_MARKS : marksAt(holder),
      wording: wordingOf(block.text),
      weight: size,
      linkShare,
      prose: block.kind !== 'heading' && size >= 80 && linkShare < 0.4 && SENTENCE_END.test(block.text),
      reason: null,
      evidence: '',
    };
  });
}

/** The element that stands for the block: its only element, or its container. */
function holderOf(block: Block): DomElement | null {
  const only = block.nodes.length === 1 ? block.nodes[0] : undefined;
  return only !== undefined && only.nodeType === 1 ? (only as DomElement) : block.container;
}

/** Marks that make a block no text when the marked part is small beside the whole. */
const MARK_SHARE: Readonly<Partial<Record<Mark, number>>> = {
  caption: 0.3,
  credit: 0.1,
  related: 0.3,
  newsletter: 0.2,
  share: 0.15,
  tags: 0.1,
  byline: 0.1,
  bio: 0.2,
  date: 0.08,
  breadcrumb: 0.1,
  comments: 0.3,
  advert: 0.15,
  contents: 0.2,
  legal: 0.15,
  navigation: 0.2,
};

function dropByMarks(seen: readonly Seen[], drop: Drop): void {
  const total = sum(seen);
  const share = new Map<Mark, number>();
  for (const item of seen)
    for (const mark of item.marks) share.set(mark, (share.get(mark) ?? 0) + item.weight / total);
  for (const item of seen) {
    if (item.block.kind === 'caption') drop(item, 'caption', 'the markup says caption');
    for (const mark of item.marks) {
      const most = MARK_SHARE[mark];
      if (
        most !== undefined &&
        (share.get(mark) ?? 0) <= most &&
        !(item.prose && item.weight > 300 && mark !== 'caption')
      ) {
        drop(item, mark, `class says ${mark}`);
      }
    }
  }
}

function dropByWording(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    const { wording, block } = item;
    if (wording === null || item.reason !== null) continue;
    if (isWordedAway(item, wording)) drop(item, wording.purpose, `${wording.how} “${wording.phrase}”`);
    else if (block.kind === 'heading' && wording.how === 'whole')
      drop(item, wording.purpose, `heading “${wording.phrase}”`);
  }
}

function isWordedAway(item: Seen, wording: Wording): boolean {
  const { block, linkShare } = item;
  const text = block.text;
  if (wording.how === 'whole') return true;
  const label = text.slice(wording.phrase.length, wording.phrase.length + 24);
  const labelled = /^[^.!?]{0,20}[:：|»›→▶]/.test(label) || /^[\s[(【]*[:：]/.test(label);
  const open = !SENTENCE_END.test(text);
  switch (wording.purpose) {
    case 'related':
      if (wording.how === 'has') return item.weight < 250;
      return (
        item.weight < 300 &&
        (linkShare > 0.5 ||
          (labelled && (linkShare > 0.2 || open)) ||
          (open && text.length < 60 && linkShare > 0))
      );
    case 'newsletter':
      if (wording.how === 'has') return item.weight < 350;
      return item.weight < 250 && (linkShare > 0.4 || (open && text.length < 60));
    case 'share':
    case 'account':
      if (wording.how === 'has') return item.weight < 250;
      return item.weight < 120 && (linkShare > 0.5 || (open && text.length < 40));
    case 'comments':
    case 'contact':
      if (wording.how === 'has') return item.weight < 300;
      return item.weight < 160 && (linkShare > 0.4 || labelled);
    case 'tags':
      return item.weight < 400 && (labelled || linkShare > 0.5);
    case 'caption':
      return (
        item.weight < 300 &&
        (labelled || wording.phrase.endsWith(':') || /^[(©▲▼△[]/.test(wording.phrase)) &&
        !item.prose
      );
    case 'advert':
      if (wording.how === 'has') return item.weight < 400;
      return item.weight < 120 && open;
    case 'legal':
      if (wording.how === 'has') return item.weight < 500;
      return item.weight < 400 && /^(?:©|\(c\)|copyright|ⓒ|<)/.test(wording.phrase);
    case 'date':
      return item.weight < 120 && /\d/.test(text) && !item.prose;
    case 'byline':
      return item.weight < 110 && !item.prose && (linkShare > 0.5 || wording.phrase.endsWith(':'));
    case 'navigation':
      return item.weight < 100 && linkShare > 0.8;
    default:
      return false;
  }
}

/** What stands before the first paragraph of prose: headline, byline, date, section, reading time. */
function dropHead(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const title = comparable(context.title ?? '');
  const names = context.authors.map(comparable).filter((name) => name !== '');
  const limit = Math.min(seen.length, 25);
  for (let i = 0; i < limit; i++) {
    const item = seen[i];
    if (item === undefined) break;
    const text = comparable(item.block.text);
    if (
      title !== '' &&
      text !== '' &&
      (text === title ||
        (text.length > 20 && title.startsWith(text)) ||
        (item.block.kind === 'heading' && text.startsWith(title)))
    ) {
      drop(item, 'title', 'repeats the headline');
      continue;
    }
    if (item.prose) break;
    if (item.weight > 200) continue;
    if (isDateLine(item.block.text)) drop(item, 'date', 'a date and little else');
    else if (isBylineOf(text, names)) drop(item, 'byline', 'names the author and little else');
    else if (
      /^\d{1,3}\s*(?:min(?:s|utes?|uten|utos|uti)?\.?|mins?\.?)(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|czytania))?$/iu.test(
        item.block.text,
      )
    )
      drop(item, 'date', 'a reading time');
    else if (context.siteNames.has(text)) drop(item, 'navigation', 'the site’s name');
  }
}

const DATE_PART =
  /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[年년]|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/u;

/** A line that is a date with a label, a time or a place at most. */
export function isDateLine(line: string): boolean {
  if (line.length > 110 || !/\d/.test(line)) return false;
  const match = DATE_PART.exec(line);
  if (match !== null) {
    const rest = line
      .replace(match[0], ' ')
      .replace(/\d{1,2}[:.h]\d{2}(?::\d{2})?/g, ' ')
      .replace(DATE_PART, ' ');
    const letters = rest.match(/\p{L}/gu)?.length ?? 0;
    return letters <= 32;
  }
  return /^(?:\p{L}{2,12}\s+){0,2}\d{1,3}\s+(?:second|minute|hour|day|week|month|year|stunde|minute|tag|heure|jour|hora|día|dia|ora|giorno|uur|dag|godzin|dni|час|день|дня|мин)\p{L}{0,3}\s*(?:ago)?$/iu.test(
    line,
  );
}

function isBylineOf(text: string, names: readonly string[]): boolean {
  for (const name of names) {
    const at = text.indexOf(name);
    if (at >= 0 && text.length - name.length <= 40) return true;
  }
  return false;
}

/** Lists, and runs of blocks, that are nothing but links with headline-like texts. */
function dropLinkLists(seen: readonly Seen[], drop: Drop): void {
  for (let i = 0; i < seen.length; i++) {
    const item = seen[i];
    if (item === undefined || item.reason !== null) continue;
    if (item.linkShare < 0.85 || item.block.links === 0) continue;
    let end = i;
    while (end + 1 < seen.length) {
      const next = seen[end + 1];
      if (next === undefined || next.reason !== null || next.linkShare < 0.85) break;
      end++;
    }
    const run = seen.slice(i, end + 1);
    if (run.length >= 2 || item.block.kind !== 'paragraph' || item.weight < 160) {
      for (const one of run) drop(one, 'link list', `${Math.round(one.linkShare * 100)} % of it is a link`);
    }
    i = end;
  }
}

const OPENERS = new Set<Purpose>(['related', 'comments', 'newsletter', 'share', 'tags', 'account']);

/**
 * A line that opens one of the sections that follow articles, with next to no prose after it, ends
 * the article. Plain text has nothing else to tell its tail by.
 */
function cutTail(seen: readonly Seen[], drop: Drop): void {
  let total = 0;
  for (const item of seen) if (item.prose) total += item.weight;
  let after = 0;
  let cut = -1;
  for (let i = seen.length - 1; i > 0; i--) {
    const item = seen[i];
    if (item === undefined) continue;
    if (item.prose && item.reason === null) after += item.weight;
    if (after > 0.1 * total) break;
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

/** What stands after the last paragraph of prose. */
function dropTail(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  let last = -1;
  for (let i = seen.length - 1; i >= 0 && last < 0; i--) {
    const item = seen[i];
    if (item?.reason === null && item.prose) last = i;
  }
  const names = context.authors.map(comparable).filter((name) => name !== '');
  for (let i = last + 1; i < seen.length; i++) {
    const item = seen[i];
    if (item === undefined || item.reason !== null) continue;
    if (
      item.wording !== null &&
      item.weight < 200 &&
      item.wording.how !== 'has' &&
      item.wording.purpose !== 'caption'
    )
      drop(item, item.wording.purpose, `after the end: “${item.wording.phrase}”`);
    else if (item.linkShare > 0.6 && item.weight < 250) drop(item, 'link list', 'links after the end');
    else if (isDateLine(item.block.text)) drop(item, 'date', 'a date after the end');
    else if (isBylineOf(comparable(item.block.text), names))
      drop(item, 'byline', 'names the author after the end');
  }
}

/** The same words twice: the second is a pull quote, a caption or a teaser. */
function dropRepeated(seen: readonly Seen[], drop: Drop): void {
  const texts = new Map<string, Seen>();
  for (const item of seen) {
    if (item.reason !== null || item.weight < 30) continue;
    const text = comparable(item.block.text);
    const first = texts.get(text);
    if (first === undefined) texts.set(text, item);
    else if (item.block.kind !== 'row') drop(item, 'repeated', 'stands above already');
  }
}

/** A heading with nothing kept under it announces what was dropped. */
function dropEmptyHeadings(seen: readonly Seen[], drop: Drop): void {
  let open: Seen[] = [];
  let droppedBetween = 0;
  for (const item of seen) {
    if (item.reason !== null) {
      if (item.reason !== 'caption' && item.reason !== 'credit') droppedBetween++;
      continue;
    }
    if (item.block.kind === 'heading') {
      open = open.filter((heading) => heading.block.level < item.block.level);
      open.push(item);
      droppedBetween = 0;
    } else {
      open = [];
      droppedBetween = 0;
    }
  }
  for (const heading of open)
    drop(heading, 'empty heading', droppedBetween > 0 ? 'all under it is dropped' : 'nothing follows');
}

function sum(seen: readonly Seen[]): number {
  let total = 1;
  for (const item of seen) total += item.weight;
  return total;
}
