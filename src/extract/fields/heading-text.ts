/** What a heading says: its headline apart from the line over it, dates, labels and hidden parts. */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { foldSpace } from '../text.ts';

export interface HeadingText {
  /** The headline without what the markup sets apart as something else. */
  readonly main: string;
  /** Everything the heading shows. */
  readonly whole: string;
  /** Ends of the heading that begin where an element begins or ends: what metadata may confirm as the headline. */
  readonly tails: readonly string[];
}

/** Class words of what stands over or beside a headline without being part of it. */
const KICKER =
  /kicker|over-?line|roof-?line|dach-?zeile|spitz-?marke|super-?title|strap-?line|top-?line|pre-?title|eye-?brow|sur-?titre|ante-?titulo|volanta|occhiello|chapeu|(?:^|[\s_-])(?:label|badge|flag|tag|category|rubric|section|small|h\dsmall|date|time|meta)(?:$|[\s_-])/i;
const HIDDEN =
  /visually-?hidden|(?:^|[\s_-])(?:sr-only|off-?screen|invisible|hidden-?dash|h-offscreen)|screen-?reader/i;
/** A part of a heading that is no word: the dash or colon between the line above and the headline. */
const NO_WORDS = /^[\s\p{P}\p{S}]*$/u;
const SKIPPED = new Set(['style', 'script', 'svg', 'button', 'template', 'noscript']);
/** Elements that format words of a sentence rather than set a part of the heading apart. */
const INLINE = new Set([
  'em',
  'i',
  'b',
  'strong',
  'mark',
  'q',
  'sup',
  'sub',
  'cite',
  'abbr',
  'font',
  'wbr',
  'bdi',
]);

const MAX_PARTS = 40;
const MAX_CHARS = 2000;

interface Part {
  readonly text: string;
  readonly element: DomElement | null;
}

/** At most 40 parts and 2,000 characters of a heading are read. */
export function headingText(heading: DomElement): HeadingText {
  const parts = partsOf(innermost(heading));
  const whole = join(parts);
  const words = parts.filter((part) => !NO_WORDS.test(part.text));
  const kept = words.filter((part) => !isBeside(part));
  // A dash of its own between two parts tells the line above from the headline, whatever they are named.
  const dash = parts.findIndex(
    (part) => part.element !== null && NO_WORDS.test(part.text) && part.text.trim() !== '',
  );
  const behind =
    dash > 0 && kept.length === words.length && isHidden(parts[dash]?.element)
      ? join(parts.slice(dash + 1))
      : '';
  const main = behind.length >= 10 ? behind : join(kept.length === words.length ? parts : kept);
  const tails: string[] = [];
  for (let from = 1; from < parts.length && tails.length < 4; from++) {
    const tail = join(parts.slice(from));
    if (tail.length >= 10 && (parts[from - 1]?.element ?? null) !== null) tails.push(tail);
  }
  return { main: main.length >= 3 ? main : whole, whole, tails };
}

/** The element whose children are the heading's parts: wrappers with one child and no text are stepped into. */
function innermost(heading: DomElement): DomElement {
  let at = heading;
  for (let level = 0; level < 6; level++) {
    let only: DomElement | null = null;
    for (let child = at.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT_NODE) {
        if ((child.nodeValue ?? '').trim() !== '') return at;
      } else if (child.nodeType === ELEMENT_NODE) {
        const element = child as DomElement;
        if (SKIPPED.has(element.localName) || element.localName === 'meta') continue;
        if (only !== null) return at;
        only = element;
      }
    }
    if (only === null || INLINE.has(only.localName)) return at;
    at = only;
  }
  return at;
}

function partsOf(element: DomElement): Part[] {
  const parts: Part[] = [];
  let inline = '';
  const flush = (): void => {
    if (inline !== '') parts.push({ text: inline, element: null });
    inline = '';
  };
  let seen = 0;
  for (let child: DomNode | null = element.firstChild; child !== null; child = child.nextSibling) {
    if (++seen > MAX_PARTS) break;
    if (child.nodeType === TEXT_NODE) inline += (child.nodeValue ?? '').slice(0, MAX_CHARS);
    else if (child.nodeType === ELEMENT_NODE) {
      const inner = child as DomElement;
      if (SKIPPED.has(inner.localName)) continue;
      const text = (inner.textContent ?? '').slice(0, MAX_CHARS);
      if (inner.localName === 'br') inline += ' ';
      else if (INLINE.has(inner.localName)) inline += text;
      else {
        flush();
        parts.push({ text, element: inner });
      }
    }
  }
  flush();
  return parts;
}

/** Parts in one line. Where two meet without space, an upper-case letter after a lower-case one begins a new one. */
function join(parts: readonly Part[]): string {
  let out = '';
  for (const { text, element } of parts) {
    const isBlock = element !== null && /^(?:div|p|small|h\d|time)$/.test(element.localName);
    if (isBlock || (/[\p{Ll}\d?!.”"]$/u.test(out) && /^[\p{Lu}„“"«]/u.test(text))) out += ' ';
    out += isBlock ? `${text} ` : text;
  }
  return foldSpace(out).slice(0, MAX_CHARS);
}

function isBeside(part: Part): boolean {
  const { element } = part;
  if (element === null) return false;
  const name = element.localName;
  if (name === 'small' || name === 'time') return true;
  return KICKER.test(element.className) || isHidden(element) || element.querySelector('time') !== null;
}

function isHidden(element: DomElement | null | undefined): boolean {
  if (element === null || element === undefined) return false;
  return element.getAttribute('aria-hidden') === 'true' || HIDDEN.test(element.className);
}
