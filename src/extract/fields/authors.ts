/** Who wrote it: people first; organisations only where no person is named. */
import type { FieldSource } from '../../article/article.ts';
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { comparable, foldSpace } from '../text.ts';
import { isArticleNode } from './article-node.ts';
import { closingNames, editorNames, reporterBeside } from './eastern-bylines.ts';
import { type Found, found, metaSource } from './field.ts';
import { isHandle, isOrganisation, splitNames, tidyName } from './names.ts';
import {
  add,
  FULL_NAME,
  fromMarkup,
  fromVisibleText,
  HREF_REACH,
  isAway,
  markedNames,
  namesIn,
} from './shown-authors.ts';
import type { SiteNames } from './site-name.ts';

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

/** Who a page in Korean shows as its reporter beside the headline, where `stated` does not name them. */
function shownReporter(page: Page, stated: readonly string[]): string | null {
  const { index } = page.headline;
  return index < 0
    ? null
    : reporterBeside(page.elements.slice(index, index + BESIDE), stated, (element) => isAway(element, page));
}
