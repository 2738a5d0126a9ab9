/** Who wrote it: people first; organisations only where no person is named. */
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, foldSpace } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import { isOrganisation, splitNames, tidyName } from './names.ts';
import type { SiteNames } from './site-name.ts';

const BYLINE =
  /(?:^|[\s_-])(?:byline|bylines|by-line|author|authors|autor|autores|auteur|auteurs|autore|autori|writer|writers|contributor|redakteur|verfasser|vcard|dcterms-creator|article-author|author-name|authorname|post-author|entry-author|byauthor|firma|signature|kirjoittaja|forfatter)(?:$|[\s_-])|author(?:$|[\s_-]|name|link)|byline|(?:^|[\s_-])p-author/i;
const NOT_BYLINE =
  /bio|about|avatar|image|photo|social|follow|comment|related|more-|desc|box|card|widget|count|email|role|title|job|position/i;

/** @param readabilityByline what Readability took for the byline, used last */
export function readAuthors(
  page: Page,
  article: LooseObject | null,
  names: SiteNames,
): Found<readonly string[]> | null {
  const people = (list: readonly string[]): string[] =>
    list.filter((name) => !names.known.has(comparable(name)));
  const linked = fromLinkedData(page, article);
  const organisations: Found<readonly string[]>[] = [];
  const consider = (
    list: readonly string[],
    source: Found<string>['source'],
  ): Found<readonly string[]> | null => {
    const usable = people(list);
    const persons = usable.filter((name) => !isOrganisation(name));
    if (persons.length > 0) return found(persons, source);
    if (usable.length > 0) organisations.push(found(usable, source));
    return null;
  };
  if (linked.people.length > 0) {
    const usable = people(linked.people);
    const persons = usable.filter((name) => !isOrganisation(name));
    if (persons.length > 0) return found(persons, 'json-ld');
    // The page itself calls it a person: a desk's or a pen name.
    if (usable.length > 0) organisations.push(found(usable, 'json-ld'));
  }
  const fromMeta = considerMeta(
    page,
    [
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
    ],
    consider,
  );
  if (fromMeta !== null) return fromMeta;
  for (const element of page.itemprops.get('author') ?? []) {
    const name = element.querySelector('[itemprop~="name"]');
    const text = (name ?? element).getAttribute('content') ?? (name ?? element).textContent ?? '';
    const hit = consider(text.length > 300 ? [] : splitNames(text), 'microdata');
    if (hit !== null) return hit;
  }
  const marked = fromMarkup(page);
  const hit = consider(marked, 'markup');
  if (hit !== null) return hit;
  organisations.push(
    ...(linked.organisations.length > 0 && people(linked.organisations).length > 0
      ? [found(people(linked.organisations), 'json-ld')]
      : []),
  );
  return organisations[0] ?? null;
}

function considerMeta(
  page: Page,
  metaNames: readonly string[],
  consider: (list: readonly string[], source: Found<string>['source']) => Found<readonly string[]> | null,
): Found<readonly string[]> | null {
  for (const name of metaNames) {
    const list: string[] = [];
    for (const value of page.metas.get(name) ?? [])
      if (!/^https?:\/\//i.test(value.trim())) list.push(...splitNames(value));
    const hit = consider([...new Set(list)], metaSource(name));
    if (hit !== null) return hit;
  }
  return null;
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

/** rel=author links and elements named as bylines, the first group of them in the page. */
function fromMarkup(page: Page): string[] {
  for (const pass of ['rel', 'class'] as const) {
    const list: string[] = [];
    let firstHolder: DomElement | null = null;
    for (const element of page.elements) {
      const marks = `${element.className} ${element.id}`;
      const is =
        pass === 'rel'
          ? /\bauthor\b/.test(element.getAttribute('rel') ?? '')
          : BYLINE.test(marks) && !NOT_BYLINE.test(marks);
      if (!is || isAway(element)) continue;
      const text = foldSpace(element.textContent ?? '');
      if (text.length < 3 || text.length > 200) continue;
      const names = splitNames(text).filter((name) => /\s|[^\p{ASCII}]/u.test(name) || pass === 'rel');
      if (names.length === 0) continue;
      const holder = element.parentElement?.parentElement ?? element;
      if (firstHolder === null) firstHolder = holder;
      else if (holder !== firstHolder && !firstHolder.contains(element)) break;
      add(list, names);
      if (pass === 'class' && list.length > 0) break;
    }
    if (list.length > 0) return list;
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

/** Whether a meta author exists at all; used to tell bylines from text. */
export function hasAuthorMeta(page: Page): boolean {
  return firstMeta(page, 'author', 'article:author') !== null;
}
