/** Who wrote it: people first; organisations only where no person is named. */
import type { FieldSource } from '../../article/article.ts';
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { comparable, foldSpace } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import { isByline, isOrganisation, splitNames, tidyName } from './names.ts';
import type { SiteNames } from './site-name.ts';

const BYLINE =
  /(?:^|[\s_-])(?:byline|bylines|by-line|author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|writer|writers|contributor|redakteur|verfasser|vcard|dcterms-creator|authorname|byauthor|firma|signature|kirjoittaja|forfatter|journalist|reporter)(?:$|[\s_-])|(?:^|[\s_-])author(?:name|link)?|(?:author|byline)(?:$|[\s_-]|name|link)/i;
const NOT_BYLINE =
  /(?:^|[\s_-])(?:bio|about|avatar|image|img|photo|picture|social|follow|comments?|related|more|desc|description|box|card|widget|count|email|mail|role|title|job|position|intro|text|date|time|info)(?:$|[\s_-])/i;
const AUTHOR_HREF =
  /\/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|writer|writers|redakteure?|journalists?|journaliste|staff|team|people|person|profil|profile|profiles|by|redaktion|reporter|correspondents?|contributors?|columnist|firmas?|forfatter|yazar|yazarlar)\/[^/?#]+/i;
/** WordPress SEO plug-ins put the author under such a label. */
const WRITTEN_BY =
  /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez|автор|автор:|написано|yazan|著者|執筆者|作者|작성자|كُتب بواسطة|por|par|von)$/iu;

/** Who wrote the article: people where any are named, else the desk or agency that signs it. */
export function readAuthors(
  page: Page,
  article: LooseObject | null,
  names: SiteNames,
): Found<readonly string[]> | null {
  /** What names no person, in the order found: a desk, an agency, the site itself. */
  const fallbacks: Found<readonly string[]>[] = [];
  const consider = (list: readonly string[], source: FieldSource): Found<readonly string[]> | null => {
    const usable = list.filter((name) => !names.known.has(comparable(name)));
    if (usable.some((name) => !isOrganisation(name)))
      return found(source === 'json-ld' ? usable : usable.filter((name) => !isOrganisation(name)), source);
    if (usable.length > 0) fallbacks.unshift(found(usable, source));
    else if (list.length > 0) fallbacks.push(found(list, source));
    return null;
  };
  const linked = fromLinkedData(page, article);
  const direct =
    consider([...linked.people, ...linked.organisations], 'json-ld') ??
    fromMetas(page, consider) ??
    fromLabelledMeta(page, consider) ??
    fromMicrodata(page, consider) ??
    consider(fromMarkup(page, 'rel'), 'markup') ??
    consider(fromMarkup(page, 'class'), 'markup') ??
    consider(fromMarkup(page, 'href'), 'markup') ??
    consider(fromVisibleText(page), 'visible-text');
  return direct ?? fallbacks[0] ?? null;
}

type Consider = (list: readonly string[], source: FieldSource) => Found<readonly string[]> | null;

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
  'shareaholic:article_author_name',
];

function fromMetas(page: Page, consider: Consider): Found<readonly string[]> | null {
  for (const name of AUTHOR_METAS) {
    const list: string[] = [];
    for (const value of page.metas.get(name) ?? [])
      if (!/^https?:\/\//i.test(value.trim())) add(list, splitNames(value));
    const hit = list.length === 0 ? null : consider(list, metaSource(name));
    if (hit !== null) return hit;
  }
  return null;
}

function fromLabelledMeta(page: Page, consider: Consider): Found<readonly string[]> | null {
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

function fromMicrodata(page: Page, consider: Consider): Found<readonly string[]> | null {
  const list: string[] = [];
  for (const element of (page.itemprops.get('author') ?? []).slice(0, 12)) {
    if (isAway(element)) continue;
    const name = element.querySelector('[itemprop~="name"]') ?? element;
    add(list, namesIn(name, name.getAttribute('content')));
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
        const text = foldSpace(stringOf(name ?? null) ?? '');
        const whole = tidyName(text);
        if (/[,;|/&]|\s(?:and|und|et|y|e)\s/.test(text)) add(into, splitNames(text));
        else if (whole !== null) add(into, [whole]);
      }
    }
  };
  visit(article?.author, 0);
  if (people.length === 0 && organisations.length === 0) visit(article?.creator, 0);
  return { people, organisations };
}

function add(into: string[], names: readonly string[]): void {
  for (const name of names) if (!into.includes(name)) into.push(name);
}

/** Elements that are marked as bylines; the first group of them in the page. */
function fromMarkup(page: Page, by: 'rel' | 'class' | 'href'): string[] {
  const list: string[] = [];
  let group: DomElement | null = null;
  for (const element of page.elements) {
    if (!isMarked(element, by) || isAway(element)) continue;
    const names = namesIn(element, null).filter((name) => by === 'rel' || /\s|[^\p{ASCII}]/u.test(name));
    if (names.length === 0) continue;
    if (group !== null && !group.contains(element)) break;
    group ??= element.parentElement?.parentElement ?? element;
    add(list, names);
    if (by === 'class' && names.length > 0) break;
  }
  return list;
}

function isMarked(element: DomElement, by: 'rel' | 'class' | 'href'): boolean {
  if (by === 'rel') return element.localName === 'a' && /\bauthor\b/.test(element.getAttribute('rel') ?? '');
  if (by === 'href') return element.localName === 'a' && AUTHOR_HREF.test(element.getAttribute('href') ?? '');
  const { className, id } = element;
  if (className === '' && id === '') return element.localName === 'byline' || element.localName === 'address';
  return BYLINE.test(`${className} ${id}`) && !NOT_BYLINE.test(className);
}

/** Names in an element: of its whole text, or, where that is no name, of each of its children. */
function namesIn(element: DomElement, content: string | null): string[] {
  if (content !== null) return splitNames(content);
  const text = foldSpace(visibleText(element).slice(0, 600));
  if (text.length < 3 || text.length > 250) return [];
  const whole = splitNames(text);
  if (whole.length > 0) return whole;
  const list: string[] = [];
  for (const child of element.children) add(list, splitNames(foldSpace(visibleText(child).slice(0, 120))));
  return list;
}

function visibleText(element: DomElement): string {
  const text = element.textContent ?? '';
  return element.querySelector('style, script') === null ? text : '';
}

/** A short line after the headline that says "By" and a name. */
function fromVisibleText(page: Page): string[] {
  let after = !page.headings.some((heading) => heading.localName === 'h1');
  let looked = 0;
  for (const element of page.elements) {
    if (element.localName === 'h1') after = true;
    if (!after || element.children.length > 3) continue;
    if (++looked > 250) break;
    const text = foldSpace((element.textContent ?? '').slice(0, 200));
    if (text.length < 8 || text.length > 90 || !isByline(text) || isAway(element)) continue;
    const names = splitNames(text).filter((name) =>
      /^\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:\p{Lu}|(?:de|da|van|von|der|del|di|la|le|el|bin|al)\b)[\p{L}\p{M}.’'-]*){1,3}$/u.test(
        name,
      ),
    );
    if (names.length > 0) return names;
  }
  return [];
}

function isAway(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 8; level++) {
    const name = at.localName;
    if (name === 'aside' || name === 'nav' || name === 'footer') return true;
    if (name === 'body') return false;
    if (
      /comment|related|recommend|sidebar|widget|popular|teaser|most-read|latest/i.test(
        `${at.className} ${at.id}`,
      )
    )
      return true;
    if (name === 'article' || name === 'main') return false;
    at = at.parentElement;
  }
  return false;
}
