/** What can be told only when everything else is decided: repetitions, captions alone, empty headings. */
import type { DomElement } from '../html/dom.ts';
import { shortText } from '../short-text.ts';
import { weight } from '../text.ts';
import { type Drop, type DropReason, keyOf, SENTENCE_END, type Seen } from './cleaning.ts';

/** What stays none of the article's text wherever it is said again. */
const AGAIN = new Set<DropReason>(['bio', 'newsletter', 'legal', 'advert', 'account', 'comments', 'contact']);

/** The same words twice: the second is a teaser; a quote that a paragraph holds is a pull quote. */
export function dropRepeated(seen: readonly Seen[], drop: Drop): void {
  const texts = new Map<string, Seen>();
  const gone = new Map<string, Seen>();
  for (const item of seen)
    if (item.reason !== null && AGAIN.has(item.reason) && item.weight >= 60) gone.set(keyOf(item), item);
  const quotes: { item: Seen; text: string }[] = [];
  const headings = new Set<string>();
  for (const [i, item] of seen.entries()) {
    if (item.reason === null && item.block.kind === 'heading' && item.weight < 30) {
      const next = seen[i + 1];
      // Over paragraphs that stand above already, a heading that does so too is theirs.
      if (headings.has(keyOf(item)) && next !== undefined && next.weight >= 30 && texts.has(keyOf(next)))
        drop(item, 'repeated', 'stands above already, with its text');
      headings.add(keyOf(item));
    }
    if (item.reason !== null || item.weight < 30 || item.block.kind === 'row') continue;
    const text = keyOf(item);
    const first = texts.get(text);
    const like = gone.get(text);
    if (like?.reason != null) {
      drop(item, like.reason, 'its like was dropped');
      continue;
    }
    if (first === undefined) texts.set(text, item);
    else if (item.block.kind !== 'item') drop(item, 'repeated', 'stands above already');
    const isQuote = item.block.kind === 'quote' || item.marks.has('quote');
    if ((isQuote ? item.weight < 400 : isLoose(item) && texts.size > 1) && quotes.length < 40)
      quotes.push({ item, text });
  }
  for (const { item, text } of quotes) {
    if (item.reason !== null) continue;
    for (const [other, holder] of texts) {
      if (
        holder === item ||
        holder.block.kind === 'quote' ||
        other.length <= text.length ||
        !other.includes(text)
      )
        continue;
      drop(item, 'quote', 'a paragraph says it too');
      const speaker = seen[seen.indexOf(item) + 1];
      if (speaker !== undefined && isSpeakerOf(speaker, item))
        drop(speaker, 'quote', 'says whose the pull quote is');
      break;
    }
  }
}

/** Weight of the words that a pull quote has at most where nothing says that it is one. */
const LOOSE = 250;

/** A short paragraph in a box of its own: what another paragraph says word for word is a pull quote. */
function isLoose({ block, weight: size, linkShare }: Seen): boolean {
  if (block.kind !== 'paragraph' || size > LOOSE || linkShare > 0.3) return false;
  const box = block.container?.parentElement ?? null;
  return box !== null && !SENTENCE_END.test(block.text) && isSmall(box);
}

/** Who is quoted: a short line behind the quote, in its box or named as it is. */
function isSpeakerOf(next: Seen, quote: Seen): boolean {
  if (next.weight > 100 || next.prose || next.block.kind === 'heading') return false;
  const own = next.block.container;
  if (own === null) return false;
  const box = quote.block.container?.closest('figure, aside, blockquote') ?? null;
  if (box !== null && own !== quote.block.container) return box.contains(own);
  const around = quote.block.container?.parentElement ?? null;
  return next.marks.has('quote') || (around?.contains(own) === true && isSmall(around));
}

function isSmall(box: DomElement): boolean {
  const text = shortText(box, 2000);
  return text !== null && weight(text.trim()) < LOOSE + 100;
}

/** On a page of pictures the captions are the text. */
export function restoreCaptions(seen: readonly Seen[]): void {
  let kept = 0;
  let captions = 0;
  for (const item of seen) {
    if (item.reason === null && item.block.kind !== 'heading') kept += item.weight;
    else if (item.reason === 'caption' && item.wording === null) captions += item.weight;
  }
  if (captions < 200 || kept > 0.5 * captions) return;
  for (const item of seen) {
    if (item.reason !== 'caption' || item.wording !== null) continue;
    item.reason = null;
    item.evidence = '';
  }
}

/** A heading in a box of its own in which nothing else is kept, though there was something. */
export function dropEmptiedBoxes(seen: readonly Seen[], root: DomElement | null, drop: Drop): void {
  if (!seen.some((item) => item.prose && item.reason === null)) return;
  for (const [i, item] of seen.entries()) {
    const { container, kind } = item.block;
    if (item.weight >= LONGEST_HEADING) continue;
    const box = container?.parentElement ?? null;
    if (kind !== 'heading' || item.reason !== null || box === null || box === root) continue;
    const next = seen[i + 1];
    if (next === undefined || next.reason === null || !isIn(box, next)) continue;
    if (next.reason === 'caption' || next.reason === 'credit' || next.reason === 'quote') continue;
    let at = i + 1;
    while (at < seen.length && isIn(box, seen[at]) && seen[at]?.reason !== null) at++;
    const before = seen[i - 1];
    if (!isIn(box, seen[at]) && (before === undefined || !isIn(box, before) || before.reason !== null))
      drop(item, 'empty heading', 'all else in its box is dropped');
  }
}

function isIn(box: DomElement, item: Seen | undefined): boolean {
  return item?.block.container != null && box.contains(item.block.container);
}

/** A term whose definitions (HTML standard §4.4.9) are all dropped. */
export function dropEmptyTerms(seen: readonly Seen[], drop: Drop): void {
  for (const [i, item] of seen.entries()) {
    if (item.block.kind !== 'term' || item.reason !== null) continue;
    const list = item.block.container?.parentElement ?? null;
    let under = i + 1;
    let kept = false;
    for (let next = seen[under]; next !== undefined && next.block.kind !== 'term'; next = seen[++under]) {
      if (list === null || next.block.container === null || !list.contains(next.block.container)) break;
      kept ||= next.reason === null;
    }
    if (under > i + 1 && !kept) drop(item, 'empty heading', 'all under it is dropped');
  }
}

/** What is longer is a paragraph that is set as a heading. */
const LONGEST_HEADING = 180;
/** Points that an article makes in headings alone. */
const LIST_OF_HEADINGS = 3;

/**
 * Headings after all text announce what was dropped; all of them go, so that cleaning what was kept drops nothing more.
 * Three and more of one level are a list.
 */
export function dropEmptyHeadings(seen: readonly Seen[], drop: Drop): void {
  let open: Seen[] = [];
  let dropped = 0;
  for (const item of seen) {
    if (item.reason !== null) {
      if (item.reason !== 'caption' && item.reason !== 'credit') dropped++;
      continue;
    }
    if (item.block.kind === 'heading' && item.weight < LONGEST_HEADING) {
      if (open.length === 0) dropped = 0;
      open.push(item);
    } else open = [];
  }
  const isPoint = ({ block: { level } }: Seen): boolean =>
    open.filter(({ block }) => block.level === level).length >= LIST_OF_HEADINGS;
  for (const heading of open.filter((one) => !isPoint(one)))
    drop(heading, 'empty heading', dropped > 0 ? 'all under it is dropped' : 'nothing follows');
}
