/** Drops by what class names and the markup say, and by what stands with a picture. */
import type { DomElement } from '../html/dom.ts';
import { shortText } from '../short-text.ts';
import { weight } from '../text.ts';
import { type Drop, type Seen, sum } from './cleaning.ts';
import { type Mark, marksOf } from './marks.ts';
import { hasOwnText } from './retag.ts';

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
  account: 0.15,
  contents: 0.2,
  legal: 0.15,
  navigation: 0.2,
};

/** On a heading these names tell how it is used (an anchor, a slot before it), not that it is none. */
const NOT_FOR_HEADINGS = new Set<Mark>(['contents', 'advert', 'navigation', 'caption']);

/** Weight of the running text before the first comment from which on what follows are comments, however many. */
const ARTICLE = 500;

/** A whole sentence of so many characters beside a picture is no caption. */
const CAPTION_SENTENCE = 85;
const FULL_STOP = /[.!?…。！？؟।]["”»“’']?\s*$/u;

/** “2 / 5 The hall after the fire”: a picture of a row, counted. */
const COUNTED = /^(\d{1,3})\s?[/／]\s?(\d{1,3})\s+\D/u;

/** Captions that are counted, two and more of one row, each with its picture in its box. */
function dropCounted(seen: readonly Seen[], drop: Drop): void {
  const rows = new Map<string, Seen[]>();
  const hasPicture = new Map<DomElement, boolean>();
  for (const item of seen) {
    const [, at = '', of = ''] = /^\d/.test(item.block.text) ? (COUNTED.exec(item.block.text) ?? []) : [];
    if (at === '' || Number(at) > Number(of) || item.weight > 500) continue;
    const box = item.block.container?.parentElement ?? null;
    if (box === null) continue;
    // Many captions may stand in one box.
    const isPictured = hasPicture.get(box) ?? box.querySelector('img, picture, video') !== null;
    hasPicture.set(box, isPictured);
    if (!isPictured) continue;
    const row = rows.get(of);
    if (row === undefined) rows.set(of, [item]);
    else row.push(item);
  }
  for (const row of rows.values())
    if (row.length > 1) for (const item of row) drop(item, 'caption', 'counts the pictures of a row');
}

export function dropByMarks(seen: readonly Seen[], root: DomElement | null, drop: Drop): void {
  const total = sum(seen);
  const share = new Map<Mark, number>();
  for (const item of seen)
    for (const mark of item.marks) share.set(mark, (share.get(mark) ?? 0) + item.weight / total);
  const readers = seen.findIndex((item) => item.marks.has('comments'));
  const article = seen
    .slice(0, Math.max(0, readers))
    .reduce((all, item) => all + (item.prose ? item.weight : 0), 0);
  const all = seen.reduce((prose, item) => prose + (item.prose ? item.weight : 0), 0);
  dropCounted(seen, drop);
  for (const item of seen) {
    if (article >= ARTICLE && item.marks.has('comments'))
      drop(item, 'comments', 'readers wrote it below the article');
    if (item.block.kind === 'caption') drop(item, 'caption', 'the markup says caption');
    else if (isBesidePicture(item, root, all >= ARTICLE)) drop(item, 'caption', 'stands with a picture');
    for (const mark of item.marks) {
      if (item.block.kind === 'heading' && NOT_FOR_HEADINGS.has(mark)) continue;
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
  dropWithBox(seen, drop);
}

/** A heading that may stay by itself goes with the box that it heads, where all else in that is dropped for the same. */
function dropWithBox(seen: readonly Seen[], drop: Drop): void {
  for (const [i, item] of seen.entries()) {
    const { container, kind } = item.block;
    const next = seen[i + 1];
    if (kind !== 'heading' || item.reason !== null || container === null || next === undefined) continue;
    const box = container.parentElement;
    for (const mark of item.marks)
      if (next.reason === mark && NOT_FOR_HEADINGS.has(mark) && box !== null && holds(box, next))
        drop(item, mark, `class says ${mark}, and all under it is dropped`);
  }
}

function holds(box: DomElement, { block }: Seen): boolean {
  return (
    block.container !== null &&
    (box.contains(block.container) || box.parentElement?.contains(block.container) === true)
  );
}

/** A short block in a figure, in a small box named after pictures, or in the picture's own paragraph. */
function isBesidePicture(item: Seen, root: DomElement | null, isArticle: boolean): boolean {
  const { block } = item;
  if (
    item.weight > 500 ||
    block.container === null ||
    !(block.kind === 'paragraph' || block.kind === 'caption')
  )
    return false;
  if (block.container.closest('figure') !== null) return true;
  if (item.marks.has('media') && item.weight < 350 && isPictureBox(block.container, root)) return true;
  // A page with next to no text beside may have it there.
  if (isArticle && item.weight < 200 && item.linkShare < 0.5 && !OPEN_END.test(block.text)) {
    if (isInBareBox(block.container, root, 2 * item.weight + CREDIT) || isUnderPicture(block.container))
      return true;
  }
  // A sentence that runs around its picture is text; a caption in the picture's paragraph is shorter, or open.
  return (
    item.weight < 250 &&
    !(item.weight >= CAPTION_SENTENCE && FULL_STOP.test(block.text)) &&
    block.container.localName === 'p' &&
    block.container.querySelector('img') !== null
  );
}

/** How far around a caption its picture's box may be. */
const BOX_LEVELS = 4;
const BOX_TEXT = 300;
/** Weight of the credit that may stand beside it. */
const CREDIT = 40;
/** A sentence, or what leads over to the next line. */
const OPEN_END = /[.!?…。！？؟।:：]['"”»“’)\]]*\s*$/u;

/** Whether a close box has one picture, hardly more text than a caption, and no heading or list. */
function isInBareBox(element: DomElement, root: DomElement | null, most: number): boolean {
  let at: DomElement | null = element.localName === 'p' ? element.parentElement : element;
  for (let level = 0; at !== null && at !== root && level < BOX_LEVELS; level++) {
    const text = shortText(at, 10 * BOX_TEXT);
    if (text === null || weight(text.trim()) > Math.min(most, BOX_TEXT)) return false;
    const pictures = at.getElementsByTagName('img').length;
    if (pictures > 0)
      return pictures === 1 && at.querySelector('h1, h2, h3, h4, h5, h6, ul, ol, blockquote') === null;
    at = at.parentElement;
  }
  return false;
}

/** Whether the element before holds a picture and no word, and this one is all slanted or small, as no subheading is. */
function isUnderPicture(element: DomElement): boolean {
  const before = element.previousElementSibling;
  return (
    element.localName === 'p' &&
    before !== null &&
    (before.textContent ?? '').trim() === '' &&
    (before.localName === 'img' || before.querySelector('img, picture') !== null) &&
    element.children.length === 1 &&
    element.querySelector('em, i, small') === element.firstElementChild &&
    !hasOwnText(element)
  );
}

/** Whether the nearest box that is named after pictures has one, and hardly more text than a caption. */
function isPictureBox(element: DomElement, root: DomElement | null): boolean {
  for (let at: DomElement | null = element; at !== null && at !== root; at = at.parentElement) {
    if (!marksOf(at).includes('media')) continue;
    if (weight((at.textContent ?? '').trim()) > 450) return false;
    if (at.querySelector('img, picture, video, amp-img') !== null) return true;
  }
  return false;
}
