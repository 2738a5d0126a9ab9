/**
 * What the page says in class names, said in HTML, before Readability runs: it unwraps the elements
 * that carry those names, and the cleaner needs them afterwards.
 */
import type { DomDocument, DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { comparable, foldSpace, weight } from '../text.ts';
import { SENTENCE_END } from './cleaning.ts';
import { mendCodeTable } from './code-tables.ts';
import { BLOCK_ELEMENTS, HEADING_ELEMENTS } from './elements.ts';
import { type Mark, marksOf } from './marks.ts';
import { hasOwnText, retag } from './retag.ts';
import { removeSignup } from './signups.ts';
import { mendMarkup } from './whole-markup.ts';

/** Names of what only screen readers or hovering readers meet; it stands in the middle of sentences. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|sr-text|visually-?hidden|visuallyhidden|screen-reader(?:-text)?|screen-?reader-only|screenreader|accessible-hide|assistive|a11y|offscreen|off-screen|hidden-accessible|u-hidden-visually|is-visually-hidden|show-for-sr|invisible-text|tooltip(?:text|-content|-inner)?|popover|popup-content|rollover(?:-[a-z]+)*-(?:block|box|card|content|body|panel|text)|hover-?card|dropdown-menu|material-icons(?:-[a-z]+)?|material-symbols(?:-[a-z]+)?|print-only|only-print|visible-print(?:-block)?|d-print-block)(?:$|[\s_-])/i;

const MAX_CAPTION = 700;

/**
 * Rewrites the page in place: unseen helpers go, captions become `figcaption`, marked leaves become
 * `p`, which Readability leaves their class.
 */
export function prepareDocument(page: Page): void {
  const { document } = page;
  mendMarkup(page);
  // A page repeats few class names often.
  const unseen = new Map<string, boolean>();
  for (const element of page.elements) {
    if (HEADING_ELEMENTS.has(element.localName)) renameHeading(element);
    const { className } = element;
    if (element.localName === 'input') removeSignup(element);
    if (INITIAL_ELEMENTS.has(element.localName)) joinInitial(element, document);
    if (AMP_PICTURES.has(element.localName)) {
      plainPicture(element, document);
      continue;
    }
    if (element.localName === 'blockquote') keepAttribution(element, document);
    if (element.localName === 'table' && mendCodeTable(element, document)) continue;
    if (className === '' || element.parentNode === null) continue;
    let isUnseen = unseen.get(className);
    if (isUnseen === undefined) {
      isUnseen = UNSEEN.test(className);
      unseen.set(className, isUnseen);
    }
    if (isUnseen && weight(element.textContent ?? '') < 1500) {
      if (!isHoverWord(element)) element.remove();
      continue;
    }
    const name = element.localName;
    if (name !== 'div' && name !== 'span' && name !== 'section' && name !== 'aside') continue;
    const marks = marksOf(element);
    if (marks.length === 0) continue;
    if (name === 'div' || name === 'section') lendClass(element);
    if (isCaption(marks) && isCaptionLike(element)) {
      retag(element, 'figcaption', document);
    } else if (name === 'div') keepClass(element, document);
  }
}

const AMP_PICTURES = new Set(['amp-img', 'amp-anim']);

/** AMP's element for pictures (amp.dev/documentation/components/amp-img) as the picture that it is. */
function plainPicture(element: DomElement, document: DomDocument): void {
  if (element.parentNode === null) return;
  const image = document.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'title', 'width', 'height', 'class']) {
    const value = element.getAttribute(name);
    if (value !== null) image.setAttribute(name, value);
  }
  element.parentNode.replaceChild(image, element);
}

/** Words for which Readability takes an element for a part of the page's frame. */
const FRAME = /header|extra|legends|supplemental|banner|community|remark/i;

/** A heading right before or behind a paragraph heads text, however it is named. */
function renameHeading(heading: DomElement): void {
  const { className, id } = heading;
  const isFrame = (className !== '' && FRAME.test(className)) || (id !== '' && FRAME.test(id));
  if (!isFrame || heading.localName === 'h1') return;
  if (
    heading.nextElementSibling?.localName !== 'p' ||
    heading.previousElementSibling?.localName !== 'p' ||
    heading.closest('aside, footer, nav, form, header') !== null
  )
    return;
  heading.removeAttribute('class');
  heading.removeAttribute('id');
}

const LONGEST_ATTRIBUTION = 250;

/**
 * Whose words a quote has, in its footer or in the caption of a figure of nothing else (HTML standard §4.4.4), becomes
 * the quote's last paragraph: Readability drops footers, and captions are no text.
 */
function keepAttribution(quote: DomElement, document: DomDocument): void {
  for (const footer of [...quote.getElementsByTagName('footer')].slice(0, 4))
    if ((footer.textContent ?? '').length <= LONGEST_ATTRIBUTION) retag(footer, 'p', document);
  const figure = quote.parentElement;
  if (figure?.localName !== 'figure' || figure.querySelector('img, picture, video, iframe') !== null) return;
  const caption = quote.nextElementSibling;
  if (caption?.localName !== 'figcaption' || (caption.textContent ?? '').length > LONGEST_ATTRIBUTION) return;
  const paragraph = document.createElement('p');
  for (let child = caption.firstChild; child !== null; child = caption.firstChild)
    paragraph.appendChild(child);
  quote.appendChild(paragraph);
  caption.remove();
}

const INITIAL_ELEMENTS = new Set(['span', 'div', 'b', 'strong', 'p']);

/** A large first letter that stands before its paragraph, not in it, goes where it is read. */
function joinInitial(element: DomElement, document: DomDocument): void {
  const only = element.firstChild;
  if (only === null || only.nodeType !== TEXT_NODE || only.nextSibling !== null) return;
  const letter = (only.nodeValue ?? '').trim();
  if (letter.length > 2 || !/^["“„«]?\p{Lu}$/u.test(letter)) return;
  const next = element.nextElementSibling;
  if (next === null || next.localName !== 'p' || !/^\s*\p{Ll}/u.test(next.textContent ?? '')) return;
  let between = element.nextSibling;
  while (between !== null && between !== next && (between.nodeValue ?? '').trim() === '')
    between = between.nextSibling;
  if (between !== next) return;
  next.insertBefore(document.createTextNode(letter), next.firstChild);
  element.remove();
}

/** A word of the text that carries its own tooltip: both share the name, only the inner one is unseen. */
function isHoverWord(element: DomElement): boolean {
  if (!/tooltip|popover|hover/i.test(element.className)) return false;
  for (const inner of element.getElementsByTagName('*'))
    if (inner.className !== '' && UNSEEN.test(inner.className)) return true;
  return false;
}

function isCaption(marks: readonly Mark[]): boolean {
  return (
    marks.includes('caption') ||
    (marks.includes('credit') && !marks.includes('byline') && !marks.includes('bio'))
  );
}

/** Short, outside of paragraphs, and without headings, pictures or captions of its own. */
function isCaptionLike(element: DomElement): boolean {
  const text = element.textContent ?? '';
  if (text.trim() === '' || text.length > MAX_CAPTION * 2 || weight(text.trim()) > MAX_CAPTION) return false;
  if (element.closest('p, figcaption, h1, h2, h3, a, li p') !== null) return false;
  return element.querySelector('img, picture, video, h1, h2, h3, ul, figcaption, table') === null;
}

/** How many boxes around a box may be no more than it. */
const MOST_WRAPS = 4;

/** Of boxes with nothing but one box in them Readability keeps the inner one with the outer one's class. */
function lendClass(box: DomElement): void {
  const { className } = box;
  let inner = box;
  for (let level = 0; level < MOST_WRAPS; level++) {
    const outer = inner.parentElement;
    if (outer === null || (outer.localName !== 'div' && outer.localName !== 'section')) return;
    if (inner.previousElementSibling !== null || inner.nextElementSibling !== null || hasOwnText(outer))
      return;
    outer.className = `${outer.className} ${className}`.trim();
    inner = outer;
  }
}

/** Readability turns a div of mere text into a new `p`, and a div around one `p` into that `p`: neither keeps the class. */
function keepClass(div: DomElement, document: DomDocument): void {
  let only: DomElement | null = null;
  let elements = 0;
  for (const child of div.children) {
    elements++;
    only = child;
    if (elements > 1 && BLOCK_ELEMENTS.has(child.localName)) return;
  }
  if (elements === 1 && only !== null && only.localName === 'p' && !hasOwnText(div)) {
    only.className = `${only.className} ${div.className}`.trim();
    return;
  }
  for (const child of div.children)
    if (BLOCK_ELEMENTS.has(child.localName) || child.firstElementChild !== null) return;
  if ((div.textContent ?? '').trim() !== '') retag(div, 'p', document);
}

/**
 * The paragraph under the headline that sums the article up, if the page shows one long enough to be
 * part of the article: the element that repeats the subtitle or the description.
 */
export function findStandfirst(page: Page, texts: readonly (string | null)[], least: number): string | null {
  const wanted = texts
    .filter((text) => text !== null)
    .filter((text) => weight(text) >= least && weight(text) <= 1200)
    .map((text) => ({ text, key: comparable(text) }));
  if (wanted.length === 0) return null;
  let afterHeadline = !page.headings.some((heading) => heading.localName === 'h1');
  for (const element of page.elements) {
    if (element.localName === 'h1') afterHeadline = true;
    if (!afterHeadline || element.children.length > 4) continue;
    const raw = element.textContent ?? '';
    for (const { text, key } of wanted) {
      if (raw.length < text.length * 0.9 || raw.length > text.length * 1.6 + 40) continue;
      const shown = comparable(raw);
      if (shown !== key && !(shown.startsWith(key) && shown.length < key.length + 40)) continue;
      // A heading without a full stop is a headline, unless it is as long as no headline.
      if (text.length >= 150 || !HEADING_ELEMENTS.has(element.localName) || SENTENCE_END.test(raw))
        return text;
    }
  }
  return null;
}

const LEAD_NAMES = new Set<Mark>(['standfirst']);
/** Marks that a lead has none of, on itself or close around it. */
const NO_LEAD = new Set<Mark>([
  'related',
  'newsletter',
  'comments',
  'advert',
  'navigation',
  'bio',
  'byline',
  'caption',
  'credit',
  'share',
  'account',
  'legal',
]);
/** Elements behind the headline among which the lead is looked for. */
const LEAD_WITHIN = 80;

/**
 * The lead by its markup, for pages that state it nowhere else: the first sentence behind the headline in an
 * element named after leads, or in the element that follows the headline at once.
 */
export function findLead(page: Page, least: number): string | null {
  const at = page.elements.findIndex((element) => element.localName === 'h1');
  const headline = page.elements[at];
  if (headline === undefined) return null;
  for (const element of page.elements.slice(at + 1, at + 1 + LEAD_WITHIN)) {
    const follows = element.previousElementSibling === headline && element.localName !== 'div';
    if (element.children.length > 6 || !isLeadName(element, follows)) continue;
    const raw = foldSpace(element.textContent ?? '');
    const size = weight(raw);
    if (size < (follows ? Math.max(least, 80) : least) || size > 1200 || !SENTENCE_END.test(raw)) continue;
    if (
      element.querySelector('h1, img, ul, time, form') === null &&
      element.closest('a, aside, nav, figure, li') === null
    )
      return raw;
  }
  return null;
}

/** Whether it, or the element around it, is named after leads, or need not be, and none close around after something else. */
function isLeadName(element: DomElement, anyway: boolean): boolean {
  const isNamed = (one: DomElement | null): boolean =>
    one !== null && marksOf(one).some((mark) => LEAD_NAMES.has(mark));
  if (!anyway && !isNamed(element) && !isNamed(element.parentElement)) return false;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 4; level++) {
    if (marksOf(at).some((mark) => NO_LEAD.has(mark))) return false;
    at = at.parentElement;
  }
  return true;
}
