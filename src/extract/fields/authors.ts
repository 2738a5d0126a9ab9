/** Who wrote it: people first; organisations only where no person is named. */
import type { FieldSource } from '../../article/article.ts';
import { type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { comparable, foldSpace, remembering } from '../text.ts';
import { isArticleNode } from './article-node.ts';
import { parseDate } from './date-text.ts';
import { closingNames, editorNames, isEditorLine, reporterBeside, reporterIn } from './eastern-bylines.ts';
import { type Found, found, metaSource } from './field.ts';
import { isByline, isHandle, isOrganisation, splitNames, stripBy, tidyName } from './names.ts';
import type { SiteNames } from './site-name.ts';

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
type Marking = 'rel' | 'class' | 'href' | 'account';
/** WordPress SEO plug-ins put the author under such a label. */
const WRITTEN_BY =
  /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez|автор|автор:|написано|yazan|著者|執筆者|作者|작성자|كُتب بواسطة|por|par|von)$/iu;

type Names = Found<readonly string[]>;

/** Who signs an article. */
export interface Signatories {
  /** People, with those that JSON-LD names as authors beside them; else the desk, the agency or the publisher. */
  readonly authors: Names | null;
  /** Those of them, and of those beside them, that are no people. */
  readonly organisations: readonly string[];
}

/** Who wrote the article: people where any are named, else the desk or agency that signs it. */
export function readAuthors(page: Page, article: LooseObject | null, names: SiteNames): Signatories {
  const organisations: string[] = [];
  /** What names no person, in the order found: a desk, an agency, the site itself. */
  const fallbacks: Names[] = [];
  /** A first name or a name to log in with: good only where nothing else says more. */
  let partial: Names | null = null;
  /** Whether only what stands near the headline is looked at. */
  let beside = false;
  /** Whether a desk or an agency signs beside the headline: people named far from there wrote something else. */
  let isSigned = false;
  const consider: Consider = (list, source, isSite = false) => {
    if (isSite) {
      fallbacks.push(found(list, source));
      return null;
    }
    const usable = list.filter((name) => !names.known.has(comparable(name)));
    const people = usable.filter((name) => !isOrganisation(name));
    add(organisations, usable.filter(isOrganisation));
    if (people.length > 0) {
      const hit = found(source === 'json-ld' ? usable : people, source);
      if (partial !== null) {
        // A byline beside the headline says who is meant by a name to log in with.
        const told =
          beside && partial.value.every(isHandle) && hit.value.every((name) => FULL_NAME.test(name));
        return told || completes(hit.value, partial.value) ? hit : null;
      }
      if (hit.value.every(isPartial)) {
        partial = hit;
        return null;
      }
      return hit;
    }
    if (beside && usable.length > 0) isSigned = true;
    if (usable.length > 0) fallbacks.unshift(found(usable, source));
    else if (list.length > 0) fallbacks.push(found(list, source));
    return null;
  };
  const linked = fromLinkedData(page, article);
  add(
    organisations,
    linked.organisations.filter((name) => !names.known.has(comparable(name))),
  );
  const stated =
    consider([...linked.people, ...linked.organisations], 'json-ld') ??
    fromMetas(page, names, consider) ??
    fromLabelledMeta(page, consider);
  if (stated !== null) {
    const reporter = stated.source === 'json-ld' ? null : shownReporter(page, stated.value);
    if (reporter !== null) return { authors: found([reporter], 'visible-text'), organisations };
    return { authors: withOthers(stated, page, names), organisations };
  }
  const direct =
    fromMicrodata(page, consider) ??
    nearHeadline(page, () => {
      beside = true;
      const near =
        consider(markedNames(page, 'rel', page.headline.index, page.headline.index + BESIDE), 'markup') ??
        consider(markedNames(page, 'class', page.headline.index, page.headline.index + BESIDE), 'markup') ??
        consider(fromVisibleText(page, BESIDE), 'visible-text') ??
        (fallbacks.length > 0
          ? null
          : consider(
              markedNames(page, 'account', page.headline.index, page.headline.index + BESIDE),
              'markup',
            ));
      beside = false;
      return near;
    }) ??
    (isSigned
      ? null
      : (consider(fromMarkup(page, 'rel'), 'markup') ??
        consider(fromMarkup(page, 'class'), 'markup') ??
        consider(fromVisibleText(page, page.elements.length), 'visible-text'))) ??
    (isSigned || fallbacks.some((fallback) => fallback.source === 'markup' || fallback.source === 'json-ld')
      ? null
      : consider(fromMarkup(page, 'href'), 'markup')) ??
    consider(
      closingNames(page, (element) => isAway(element, page)),
      'visible-text',
    );
  const named = direct ?? partial;
  if (named !== null) return { authors: named, organisations };
  const [desk] = fallbacks;
  if (desk === undefined) {
    const editors = editorNames(page, (element) => isAway(element, page));
    return { authors: editors.length === 0 ? null : found(editors, 'visible-text'), organisations: [] };
  }
  add(organisations, desk.value);
  return { authors: desk, organisations };
}

/** How many elements behind the headline a byline is sure to be the article's own. */
const BESIDE = 60;

function nearHeadline(page: Page, read: () => Names | null): Names | null {
  return page.headline.index < 0 ? null : read();
}

/** One word: a first name, or a name to log in with. */
function isPartial(name: string): boolean {
  return !/\s/.test(name) && /^[\p{Script=Latin}\d_.-]+$/u.test(name);
}

/** Whether a fuller list names those of whom only a first name was known; a log-in name is completed by its parts. */
function completes(fuller: readonly string[], partial: readonly string[]): boolean {
  return partial.every((name) => {
    const words = plainWords(name);
    return fuller.some(
      (full) => FULL_NAME.test(full) && words.every((word) => plainWords(full).includes(word)),
    );
  });
}

function plainWords(name: string): string[] {
  return comparable(name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ')).split(' ');
}

/** Metadata often names the first author only: a list elsewhere that has all of its names, and more, is the whole one. */
function withOthers(stated: Names, page: Page, names: SiteNames): Names {
  const known = stated.value.map((name) => comparable(name));
  const isWhole = (list: readonly string[]): boolean => {
    const keys = list.map((name) => comparable(name));
    return (
      list.length > known.length &&
      list.length <= known.length + 4 &&
      known.every((name) => keys.includes(name)) &&
      list.every((name, i) => /\s/.test(name) && !isOrganisation(name) && !isOfSite(keys[i] ?? '', names))
    );
  };
  if (stated.source === 'json-ld') {
    for (const value of [...(page.metas.get('author') ?? []), ...(page.metas.get('article:author') ?? [])]) {
      const list = splitNames(value);
      if (isWhole(list)) return found(list, 'meta');
    }
  }
  const { index } = page.headline;
  const shown = index < 0 ? [] : markedNames(page, 'class', index, index + HREF_REACH);
  return isWhole(shown) ? found(shown, 'markup') : stated;
}

/** Whether a name is the site's, or begins with two words of it: “Valley Herald Sports”, of the “Valley Herald”. */
function isOfSite(key: string, { known }: SiteNames): boolean {
  if (known.has(key)) return true;
  const words = key.split(' ');
  const start = words.slice(0, 2).join(' ');
  return words.length > 2 && [...known].some((site) => site === start || site.startsWith(`${start} `));
}

/** @param isSite whether the list names the site itself, whatever it looks like */
type Consider = (list: readonly string[], source: FieldSource, isSite?: boolean) => Names | null;

const AUTHOR_METAS = [
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'article:author_name',
  'og:article:author',
  'author',
  'article:author',
  'authors',
  'citation_author',
  'dc.contributor',
  'rbauthors',
  'article.author',
  'cxenseparse:author',
  'byline',
  'citation_authors',
  'og:author',
  'vr:author',
  'author_name',
  'mediator_author',
  'articleauthor',
  'dcsext.author',
  'article:byline',
  'shareaholic:article_author_name',
];

function fromMetas(page: Page, names: SiteNames, consider: Consider): Names | null {
  const host = (URL.parse(page.url)?.hostname ?? '').replace(/^www\./, '');
  for (const name of AUTHOR_METAS) {
    const list: string[] = [];
    let isSite = false;
    for (const value of page.metas.get(name) ?? []) {
      if (/^https?:\/\//i.test(value.trim())) continue;
      add(list, turned(value) ?? splitNames(value));
      // “The Herald (www.herald.example)”, “The Herald, Valley Town”
      isSite ||= host !== '' && value.toLowerCase().includes(host);
      isSite ||= isAddressed(value, names);
    }
    const hit = list.length === 0 ? null : consider(list, metaSource(name), isSite);
    if (hit !== null) return hit;
  }
  return null;
}

/** Legal forms of companies. */
const COMPANY =
  /\b(?:gmbh|ag|kg|ltd|inc|llc|corp|s\.?a\.?|s\.?r\.?l|s\.?p\.?a|b\.?v|oy|ab|as|d\.?o\.?o)\.?$/i;

/** A name of the site's, or a company, with the town and the country it is in. */
function isAddressed(value: string, names: SiteNames): boolean {
  const parts = value.slice(0, 200).split(',');
  const [first = ''] = parts;
  return parts.length > 2 && (names.known.has(comparable(first)) || COMPANY.test(first));
}

/** “Veld, Jonas”, as libraries write it. */
function turned(value: string): string[] | null {
  const match = /^(\p{Lu}\p{Ll}[\p{L}'’-]+),\s(\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}\.?)?)$/u.exec(
    foldSpace(value.slice(0, 100)),
  );
  const [, family = '', given = ''] = match ?? [];
  return match === null || isOrganisation(family) || isOrganisation(given) ? null : [`${given} ${family}`];
}

function fromLabelledMeta(page: Page, consider: Consider): Names | null {
  for (const index of ['1', '2']) {
    const label = page.metas.get(`twitter:label${index}`)?.[0]?.trim() ?? '';
    const value = page.metas.get(`twitter:data${index}`)?.[0];
    if (value !== undefined && WRITTEN_BY.test(label)) {
      const hit = consider(splitNames(value), 'meta');
      if (hit !== null) return hit;
    }
  }
  return null;
}

/** Names of the first `itemprop=author` and of those beside it; further ones belong to other stories. */
function fromMicrodata(page: Page, consider: Consider): Names | null {
  const list: string[] = [];
  let group: DomElement | null = null;
  for (const element of (page.itemprops.get('author') ?? []).slice(0, 12)) {
    if (isAway(element, page)) continue;
    if (group !== null && !group.contains(element)) break;
    const name = element.querySelector('[itemprop~="name"]') ?? element;
    const names = namesIn(name, name.getAttribute('content'));
    if (names.length === 0) continue;
    group ??= element.parentElement?.parentElement ?? element;
    add(list, names);
  }
  return list.length === 0 ? null : consider(list, 'microdata');
}

function fromLinkedData(
  page: Page,
  article: LooseObject | null,
): { people: string[]; organisations: string[] } {
  const people: string[] = [];
  const organisations: string[] = [];
  const visit = (value: unknown, depth: number): void => {
    const node = resolve(value, page.linkedData);
    if (depth > 3 || people.length > 20) return;
    if (Array.isArray(node)) for (const item of node.slice(0, 30)) visit(item, depth + 1);
    else if (typeof node === 'string') add(people, splitNames(node));
    else if (isObject(node)) {
      const name = node.name;
      const types = typesOf(node);
      const into =
        types.includes('Organization') || types.includes('NewsMediaOrganization') ? organisations : people;
      if (Array.isArray(name))
        for (const item of name.slice(0, 30)) add(into, splitNames(stringOf(item) ?? ''));
      else {
        const given = [stringOf(node.givenName ?? null), stringOf(node.familyName ?? null)];
        const text = foldSpace(stringOf(name ?? null) ?? given.filter((part) => part !== null).join(' '));
        const whole = tidyName(text);
        if (/[,;|/&]|\s(?:[Aa]nd|AND|[Uu]nd|UND|[Ee]t|y|e)\s/.test(text)) add(into, splitNames(text));
        else if (whole !== null) add(into, [whole]);
      }
    }
  };
  visit(article?.author, 0);
  if (people.length === 0 && organisations.length === 0) visit(article?.creator, 0);
  if (people.length === 0 && organisations.length === 0 && article !== null) {
    // A reference to a node that is not there: another node of the same article may name the author.
    const headline = stringOf(article.headline ?? null);
    for (const node of page.linkedData.nodes) {
      if (node === article || !isArticleNode(node) || people.length > 0) continue;
      const other = stringOf(node.headline ?? null);
      if (headline === null || other === null || comparable(other) === comparable(headline))
        visit(node.author, 0);
    }
  }
  return { people, organisations };
}

function add(into: string[], names: readonly string[]): void {
  for (const name of names) if (!into.includes(name)) into.push(name);
}

/** How far behind the headline a group of links to profiles may stand; a single one may stand anywhere. */
const HREF_REACH = 250;

/** Who a page in Korean shows as its reporter beside the headline, where `stated` does not name them. */
function shownReporter(page: Page, stated: readonly string[]): string | null {
  const { index } = page.headline;
  return index < 0
    ? null
    : reporterBeside(page.elements.slice(index, index + BESIDE), stated, (element) => isAway(element, page));
}

/** Elements that are marked as bylines; the first group of them behind the headline, else before it. */
function fromMarkup(page: Page, by: Marking): string[] {
  const { index } = page.headline;
  const end = by === 'href' && index >= 0 ? index + HREF_REACH : page.elements.length;
  const behind = markedNames(page, by, Math.max(0, index), end);
  return behind.length > 0 || index <= 0
    ? behind
    : markedNames(page, by, by === 'href' ? index - 60 : 0, index);
}

function markedNames(page: Page, by: Marking, from: number, to: number): string[] {
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
function namesIn(element: DomElement, content: string | null): string[] {
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

const FULL_NAME =
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

/** A short line that says "By" and a name, behind the headline or right before it. */
function fromVisibleText(page: Page, reach: number): string[] {
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

function isAway(element: DomElement, page: Page): boolean {
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
