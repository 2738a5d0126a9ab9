/** Bylines as a page shows them: elements marked as such, and lines that say who wrote it. */
import { type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, remembering } from '../text.ts';
import { parseDate } from './date-text.ts';
import { isEditorLine, reporterIn } from './eastern-bylines.ts';
import { isByline, isOrganisation, splitNames, stripBy } from './names.ts';

const BYLINE =
  /(?:^|[\s_-])(?:created-?by|posted-?by|written-?by|byline|bylines|by-line|author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|writer|writers|contributor|redakteur|verfasser|vcard|dcterms-creator|authorname|byauthor|firma|signature|field--name-uid|kirjoittaja|forfatter|journalist|reporter)(?:$|[\s_-])|(?:^|[\s_-])author(?:name|link)?|(?:author|byline)(?:$|[\s_-]|name|link)/i;
const NOT_BYLINE =
  /(?:^|[\s_-])(?:bio|about|avatar|image|img|photo|picture|social|follow|comments?|related|more|desc|description|box|card|widget|count|email|mail|role|title|job|position|intro|text(?!-(?:center|left|right|start|end|muted|small|sm|xs|lg|uppercase|dark|light|gr[ae]y|primary|secondary)\b)|date|time|info|materials|slider|carousel|posts|articles|stories|archive|latest)(?:$|[\s_-])/i;
const AUTHOR_HREF =
  /\/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|writer|writers|redakteure?|journalists?|journaliste|staff|team|people|person|profil|profile|profiles|by|redaktion|reporter|correspondents?|contributors?|columnist|firmas?|forfatter|yazar|yazarlar)\/[^/?#]+/i;
/** An account, as forums and content systems that grew out of them link it; readers have such, too. */
const ACCOUNT_HREF =
  /\/(?:users?|members?)\/(?!(?:log-?(?:in|out)|sign|regist|new|create|entry|password|account|settings))[^/?#]+\/?$/i;
/** What tells that an element is a byline: its link's relation, its name, where it leads. */
export type Marking = 'rel' | 'class' | 'href' | 'account';

/** How far behind the headline a group of links to profiles may stand; a single one may stand anywhere. */
export const HREF_REACH = 250;

/** Adds those of some names that a list lacks. */
export function add(into: string[], names: readonly string[]): void {
  for (const name of names) if (!into.includes(name)) into.push(name);
}

/** Elements that are marked as bylines; the first group of them behind the headline, else before it. */
export function fromMarkup(page: Page, by: Marking): string[] {
  const { index } = page.headline;
  const end = by === 'href' && index >= 0 ? index + HREF_REACH : page.elements.length;
  const behind = markedNames(page, by, Math.max(0, index), end);
  return behind.length > 0 || index <= 0
    ? behind
    : markedNames(page, by, by === 'href' ? index - 60 : 0, index);
}

/** Names in the elements from one place to another that are marked as bylines, of the first group of them. */
export function markedNames(page: Page, by: Marking, from: number, to: number): string[] {
  const list: string[] = [];
  let group: DomElement | null = null;
  let first: DomElement | null = null;
  const isNamed = remembering((name) => isNamedByline(name, ''));
  for (let i = Math.max(0, from); i < Math.min(to, page.elements.length); i++) {
    const element = page.elements[i];
    if (element === undefined || !isMarked(element, by, isNamed) || isAway(element, page)) continue;
    const single = by !== 'class' || /(?:^|\s)(?:vcard|fn|author|p-author)(?:\s|$)/.test(element.className);
    const names = namesIn(element, null).filter(
      (name) => single || /\s|[^\p{ASCII}]/u.test(name) || isOrganisation(name),
    );
    if (names.length === 0 || (by === 'class' && first === null && saysLess(page, i, names, isNamed)))
      continue;
    if (group !== null && !group.contains(element)) break;
    // One element of a byline holds all names, or each name has an element like the first.
    if (
      by === 'class' &&
      first !== null &&
      !(element.className === first.className && !first.contains(element))
    )
      continue;
    first ??= element;
    group ??= element.parentElement?.parentElement ?? element;
    add(
      list,
      names.filter((name) => !list.some((known) => name.startsWith(known))),
    );
  }
  return list;
}

/** How far into a byline the elements are looked for that hold its names. */
const INSIDE = 12;

/** Whether an element around names, as it is read, lacks one that an element inside of it is marked to hold. */
function saysLess(
  page: Page,
  at: number,
  names: readonly string[],
  isNamed: (className: string) => boolean,
): boolean {
  const outer = page.elements[at];
  for (let i = at + 1; i < Math.min(page.elements.length, at + INSIDE); i++) {
    const inner = page.elements[i];
    if (inner === undefined || outer?.contains(inner) !== true) return false;
    if (!isMarked(inner, 'class', isNamed)) continue;
    const own = namesIn(inner, null).filter((name) => FULL_NAME.test(name) && !isOrganisation(name));
    return own.length > 0 && own.some((name) => !names.includes(name));
  }
  return false;
}

function isMarked(element: DomElement, by: Marking, isNamed: (className: string) => boolean): boolean {
  if (by === 'rel') return element.localName === 'a' && /\bauthor\b/.test(element.getAttribute('rel') ?? '');
  if (by === 'href') return element.localName === 'a' && AUTHOR_HREF.test(element.getAttribute('href') ?? '');
  if (by === 'account')
    return element.localName === 'a' && ACCOUNT_HREF.test(element.getAttribute('href') ?? '');
  const { className, id } = element;
  if (className === '' && id === '') return element.localName === 'byline' || element.localName === 'address';
  return id === '' ? isNamed(className) : isNamedByline(className, id);
}

function isNamedByline(className: string, id: string): boolean {
  return BYLINE.test(`${className} ${id}`) && !NOT_BYLINE.test(className);
}

/** Names in an element: of its whole text, or, where that is no name, of each of its children. */
export function namesIn(element: DomElement, content: string | null): string[] {
  if (content !== null) return splitNames(content);
  const holder = nameOfCard(element);
  const lines = linesOf(holder);
  // An address (HTML standard §4.3.10) of several lines is one to write letters to.
  if (holder.localName === 'address' && lines.length > 3) return [];
  const length = lines.reduce((sum, line) => sum + line.length + 1, -1);
  if (length < 3 || length > 250) return [];
  const whole = namesOfLines(lines);
  if (whole.length > 1 || (whole.length === 1 && holder.children.length < 2)) return whole;
  // Names that stand side by side, each in an element of its own, run together in the whole text.
  const list: string[] = [];
  for (const child of holder.children) add(list, namesOfLines(linesOf(child)));
  return whole.length === 0 || (list.length > 1 && list.every((name) => FULL_NAME.test(name))) ? list : whole;
}

/** The part of an hCard (microformats.org/wiki/hcard) that is the name; any other element itself. */
function nameOfCard(element: DomElement): DomElement {
  return /(?:^|\s)vcard(?:\s|$)/.test(element.className)
    ? (element.querySelector('.fn') ?? element)
    : element;
}

/** The names of the line that says “By”, else of the first that names anybody; what stands in other lines is said about them. */
function namesOfLines(lines: readonly string[]): string[] {
  const [first = ''] = lines;
  if (lines.length < 2) return isEditorLine(first) ? [] : splitNames(first);
  // A label may have a line of its own.
  const joined = lines.map((line, i) =>
    i > 0 && isLabel(lines[i - 1] ?? '') ? `${lines[i - 1]} ${line}` : line,
  );
  const byline = joined.find((line) => isByline(line) && !isEditorLine(line));
  if (byline !== undefined) return splitNames(byline);
  for (const line of joined) {
    const names = isLabel(line) || isEditorLine(line) ? [] : splitNames(line);
    if (names.length > 0) return names;
  }
  return [];
}

/** Whether a line is no more than the “By” of the next one. */
function isLabel(line: string): boolean {
  return line.length <= 30 && stripBy(`${line} X`) === 'X';
}

/** The lines that a small element shows, each folded. */
function linesOf(element: DomElement): string[] {
  if (element.firstElementChild === null) return [foldSpace((element.textContent ?? '').slice(0, 600))];
  if (element.querySelector('style, script') !== null) return [];
  const lines: string[] = [];
  let line = '';
  let total = 0;
  const end = (): void => {
    const folded = foldSpace(line);
    if (folded !== '') lines.push(folded);
    line = '';
  };
  const visit = (node: DomNode, depth: number): void => {
    if (total > MAX_BYLINE || depth > 12) return;
    if (node.nodeType === TEXT_NODE) {
      line += node.nodeValue ?? '';
      total += node.nodeValue?.length ?? 0;
    } else if (node.nodeType === ELEMENT_NODE) {
      const isBlock = BLOCK.test((node as DomElement).localName);
      if (isBlock) end();
      // Parts side by side that only their style keeps apart.
      else if (node.previousSibling?.nodeType === ELEMENT_NODE && /\p{Ll}$/u.test(line))
        line += partAfter(node);
      for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, depth + 1);
      if (isBlock) end();
    }
  };
  visit(element, 0);
  end();
  return lines;
}

/** The blank before a part that begins with a capital letter; nothing before other parts. */
function partAfter(node: DomNode): string {
  return /^\p{Lu}/u.test((node.textContent ?? '').slice(0, 2)) ? ' ' : '';
}

/** How much of an element's text is looked at for names. */
const MAX_BYLINE = 1000;
const BLOCK = /^(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|section|header|br|tr|td)$/;

/** First and family name of one person, with particles between them. */
export const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:\p{Lu}|(?:de|da|van|von|der|del|di|la|le|el|bin|al)\b)[\p{L}\p{M}.’'-]*){1,3}$/u;
/** Chinese and Japanese names as bylines have them. */
const HAN_NAME = /^[\p{Script=Han}·]{2,5}$/u;
/** A byline behind a date, or behind another label: “6 May 2014 by …”, “Date: … Author: …”. */
const BY_INSIDE =
  /\d(?:\s?(?:uhr|h|[ap]\.?m\.?|\p{Lu}{2,4}))?[\s|,·•–—-]+(?:in [^\d]{2,30}\s)?((?:by|von|par|por|door|autor(?:in)?:|author:|text:|redaktion:)\s+.{3,80})$/iu;
/** Who made the site or holds the rights in it. */
const SITE_CREDIT = /©|\(c\)|copyright|theme|powered|design|webdesign|template/i;

/** “First Last | 5 November 2024” and the other way round: the name of such a line, or null. */
function nameBesideDate(text: string): string | null {
  const parts = text.split(/\s+[|•·–—-]\s+/, 4);
  // What else stands there is a time: a row of a calendar names places and events.
  if (parts.length < 2 || parts.filter((part) => !/\d/.test(part)).length !== 1) return null;
  const name = parts.find((part) => FULL_NAME.test(part));
  const date = parts.find((part) => /\d/.test(part) && parseDate(part, { monthFirst: false }) !== null);
  return name === undefined || date === undefined ? null : name;
}

/** How many elements before the headline a line with a date and a name may stand. */
const BEFORE = 24;
/** And within how many of those no “By” is asked for. */
const CLOSE_BEFORE = 8;

/** Names of a short line that says “By”, behind the headline (so many elements far) or right before it. */
export function fromVisibleText(page: Page, reach: number): string[] {
  const { index } = page.headline;
  const from = index >= 0 ? index : 0;
  let looked = 0;
  for (let i = from; i < Math.min(page.elements.length, from + reach); i++) {
    const element = page.elements[i];
    if (element === undefined || element.children.length > 3) continue;
    if (++looked > 1000) break;
    const names = namesOfShownLine(element, page, looked < 60);
    if (names.length > 0) return names;
  }
  // Nearest first; further up only a date and a “By” together tell a byline from the site's own lines.
  for (let i = index - 1; i >= Math.max(0, index - BEFORE); i--) {
    const element = page.elements[i];
    if (element === undefined || element.children.length > 3) continue;
    const text = element.textContent ?? '';
    // Without a date a line there may be the path to the page.
    if (!/\d/.test(text) || (index - i > CLOSE_BEFORE && !BY_INSIDE.test(foldSpace(text.slice(0, 200)))))
      continue;
    const names = namesOfShownLine(element, page, true);
    if (names.length > 0) return names;
  }
  return [];
}

/** @param mayBeUnnamed whether a name beside a date is one without a “By” too */
function namesOfShownLine(element: DomElement, page: Page, mayBeUnnamed: boolean): string[] {
  const raw = element.textContent ?? '';
  const text = raw.length > 300 ? '' : foldSpace(raw);
  const korean = reporterIn(text);
  if (korean !== null && !isAway(element, page)) return splitNames(korean);
  if (text.length < 8 || text.length > 90) return [];
  const line = isByline(text)
    ? text
    : (BY_INSIDE.exec(text)?.[1] ?? (mayBeUnnamed ? nameBesideDate(text) : null));
  if (line === null || isEditorLine(line) || SITE_CREDIT.test(text) || isAway(element, page)) return [];
  return splitNames(line).filter((name) => FULL_NAME.test(name) || HAN_NAME.test(name));
}

/** What a picture's line is named: the people in it took or drew it. */
const CAPTION =
  /caption|licen[cs]e|cr[eé]dito|(?:photo|image|picture|foto|bild|img)[\w-]*(?:text|info|credit|source|meta|copyright)/i;
const PHOTO_BY =
  /^\s*(?:foto|photo|picture|image|imagen|immagine|фото|zdjęcie|fot\.|bild|bildquelle)s?\s*(?:[:|]|by|von|par|por|di)?\s*$/iu;

function isPhotoLabel(node: DomNode | null): boolean {
  const text = node?.textContent ?? '';
  return text.length < 40 && PHOTO_BY.test(text);
}

/** Whether an element stands right behind the headline, as bylines do, whatever it is named. */
function followsHeadline(element: DomElement, page: Page): boolean {
  const before = element.previousElementSibling;
  return before !== null && (page.headline.element === before || page.headline.around.has(before));
}

/** Whether an element stands in a picture, beside the article or among other stories. */
export function isAway(element: DomElement, page: Page): boolean {
  const { around } = page.headline;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 8; level++) {
    if (around.has(at)) return false;
    const name = at.localName;
    if (name === 'figure' || name === 'figcaption' || CAPTION.test(at.className)) return true;
    if (level < 2 && (isPhotoLabel(at.previousSibling) || isPhotoLabel(at.previousElementSibling)))
      return true;
    const isBeside = name === 'aside' || name === 'footer';
    if (name === 'nav' || (isBeside && !/(?:^|[\s_-])(?:meta|byline|author|info)/i.test(at.className)))
      return true;
    if (name === 'body' || followsHeadline(at, page)) return false;
    if (
      /comment|kommentare|reactie|yorum|(?:^|[\s_-])comms?(?:$|[\s_-])|related|recommend|sidebar|widget|popular|teaser|most-read|latest/i.test(
        `${at.className} ${at.id}`,
      )
    )
      return true;
    if (name === 'article' || name === 'main') return false;
    at = at.parentElement;
  }
  return false;
}

/** Every byline that the page shows, by where it stands: for whoever asks why another was taken. */
export function everyByline(page: Page): { readonly where: string; readonly names: readonly string[] }[] {
  const places = [
    { where: 'rel=author', names: fromMarkup(page, 'rel') },
    { where: 'byline', names: fromMarkup(page, 'class') },
    { where: 'visible text', names: fromVisibleText(page, page.elements.length) },
    { where: 'link to a profile', names: fromMarkup(page, 'href') },
  ];
  return places.filter(({ names }) => names.length > 0);
}
