/**
 * Which boxes of the article's element Readability throws out as no part of the text: the tests of its
 * `_cleanConditionally`, with the same outcome, each asked only where it decides. The package asks all of them of each
 * box, and for several puts together the text of every box within: 300 boxes around one another took half a minute.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import type { TextSizes } from './text-size.ts';

/** What Readability marks its tables with. */
type Marked = DomElement & { readonly _readabilityDataTable?: boolean };

/** The members of the package's class that the tests use. */
export interface Judge {
  readonly REGEXPS: { readonly adWords: RegExp; readonly loadingWords: RegExp; readonly hashUrl: RegExp };
  readonly DIV_TO_P_ELEMS: ReadonlySet<string>;
  readonly _allowedVideoRegex: RegExp;
  readonly _linkDensityModifier: number;
  _getAllNodesWithTag(
    root: DomElement,
    names: readonly string[],
  ): ArrayLike<DomElement> & Iterable<DomElement>;
  _getClassWeight(element: DomElement): number;
  _getInnerText(element: DomElement): string;
  _hasAncestorTag(
    element: DomElement,
    name: string,
    maxDepth?: number,
    accepts?: (ancestor: DomElement) => boolean,
  ): boolean;
}

/** Readability's bounds, by what they are about. */
const MANY_COMMAS = 10;
const SHORT_TEXT = 25;
const TEXT_BESIDE_EMBED = 75;
const LIST_ITEMS_FREE = 100;
const LIST_SHARE = 0.9;
const HEADING_SHARE = 0.9;
const PICTURE_SHARE = 0.5;
const LIKED_WEIGHT = 25;
const LINKS_IN_LIKED = 0.5;
const LINKS_IN_OTHERS = 0.2;
const LINK_WITHIN_PAGE = 0.3;

/**
 * Whether an element is to be taken out.
 * @param tag   the name that it was looked for by, lower case
 * @param sizes of texts, which stay true: elements are asked from the page's end, so none is taken out of a measured one
 */
export function isFishy(element: DomElement, tag: string, judge: Judge, sizes: TextSizes): boolean {
  if (tag === 'table' && isDataTable(element)) return false;
  if (judge._hasAncestorTag(element, 'table', -1, isDataTable) || judge._hasAncestorTag(element, 'code'))
    return false;
  for (const table of element.getElementsByTagName('table')) if (isDataTable(table)) return false;
  const weight = judge._getClassWeight(element);
  if (weight < 0) return true;
  const size = sizes.of(element);
  if (size.commas >= MANY_COMMAS) return false;
  const embeds = judge._getAllNodesWithTag(element, ['object', 'embed', 'iframe']);
  for (const embed of embeds) if (isVideo(embed, judge)) return false;
  if (size.length < SHORT_TEXT && saysNothing(judge._getInnerText(element), judge)) return true;
  const isList = once(
    () => tag === 'ul' || tag === 'ol' || isMadeOfLists(element, size.length, judge, sizes),
  );
  if (!isBad(element, weight, size.length, embeds.length, isList, judge, sizes)) return false;
  return !(isList() && isPictureList(element));
}

function isBad(
  element: DomElement,
  weight: number,
  length: number,
  embeds: number,
  isList: () => boolean,
  judge: Judge,
  sizes: TextSizes,
): boolean {
  const count = (name: string): number => element.getElementsByTagName(name).length;
  const paragraphs = once(() => count('p'));
  const isInFigure = once(() => judge._hasAncestorTag(element, 'figure'));
  const pictures = count('img');
  if (pictures > 1 && paragraphs() / pictures < PICTURE_SHARE && !isInFigure()) return true;
  const items = count('li') - LIST_ITEMS_FREE;
  if (items > 0 && items > paragraphs() && !isList()) return true;
  const inputs = count('input');
  if (inputs > 0 && inputs > Math.floor(paragraphs() / 3)) return true;
  if ((embeds === 1 && length < TEXT_BESIDE_EMBED) || embeds > 1) return true;
  if (pictures === 0 && !hasTextInBoxes(element, judge)) return true;
  const density = linkDensity(element, length, judge, sizes);
  if (weight >= LIKED_WEIGHT) {
    if (density > LINKS_IN_LIKED + judge._linkDensityModifier) return true;
  } else if (density > LINKS_IN_OTHERS + judge._linkDensityModifier && !isList()) return true;
  return (
    length < SHORT_TEXT &&
    density > 0 &&
    (pictures === 0 || pictures > 2) &&
    !isInFigure() &&
    !isList() &&
    share(judge._getAllNodesWithTag(element, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']), length, sizes) <
      HEADING_SHARE
  );
}

function isDataTable(element: DomElement): boolean {
  return (element as Marked)._readabilityDataTable === true;
}

function isVideo(embed: DomElement, judge: Judge): boolean {
  for (const { value } of embed.attributes) if (judge._allowedVideoRegex.test(value)) return true;
  // As the package compares it, this holds for foreign elements only.
  return embed.tagName === 'object' && judge._allowedVideoRegex.test(embed.innerHTML);
}

function saysNothing(text: string, judge: Judge): boolean {
  return judge.REGEXPS.adWords.test(text) || judge.REGEXPS.loadingWords.test(text);
}

/** Lists within lists count at each level. */
function isMadeOfLists(element: DomElement, length: number, judge: Judge, sizes: TextSizes): boolean {
  return share(judge._getAllNodesWithTag(element, ['ul', 'ol']), length, sizes) > LIST_SHARE;
}

/** What the elements' texts are of a text; those within one another count at each level. 0 of an empty text. */
function share(elements: Iterable<DomElement>, length: number, sizes: TextSizes): number {
  if (length === 0) return 0;
  let sum = 0;
  for (const element of elements) sum += sizes.of(element).length;
  return sum / length;
}

function linkDensity(element: DomElement, length: number, judge: Judge, sizes: TextSizes): number {
  if (length === 0) return 0;
  let sum = 0;
  for (const link of element.getElementsByTagName('a')) {
    const href = link.getAttribute('href');
    const isWithinPage = href !== null && judge.REGEXPS.hashUrl.test(href);
    sum += sizes.of(link).length * (isWithinPage ? LINK_WITHIN_PAGE : 1);
  }
  return sum / length;
}

/** A list may stay when it has a picture for each item and no item holds more than one thing. */
function isPictureList(list: DomElement): boolean {
  for (const { children } of list.children) if (children.length > 1) return false;
  return list.getElementsByTagName('img').length === list.getElementsByTagName('li').length;
}

/** Whether any text stands in a box within. Each node is looked at once at most. */
function hasTextInBoxes(root: DomElement, judge: Judge): boolean {
  /** The outermost box that is open. */
  let box: DomNode | null = null;
  let node: DomNode | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE) {
      if (box !== null && /\S/.test(node.nodeValue ?? '')) return true;
    } else if (box === null && node.nodeType === ELEMENT_NODE && isBox((node as DomElement).tagName, judge)) {
      box = node;
    }
    let next: DomNode | null = node.firstChild;
    while (next === null && node !== null && node !== root) {
      if (node === box) box = null;
      next = node.nextSibling;
      node = node.parentNode;
    }
    node = next;
  }
  return false;
}

function isBox(tagName: string, judge: Judge): boolean {
  return tagName === 'SPAN' || tagName === 'LI' || tagName === 'TD' || judge.DIV_TO_P_ELEMS.has(tagName);
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
