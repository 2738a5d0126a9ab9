/** Section and tags as a page shows them to its readers, for pages that state none. */
import { wordingOf } from '../body/wording.ts';
import { type DomElement, type DomNode, TEXT_NODE } from '../html/dom.ts';
import { absoluteUrl, type Page } from '../page/page.ts';
import { foldSpace, remembering, weight } from '../text.ts';
import { sameAddress } from './article-node.ts';
import { isHome } from './canonical.ts';
import { isAway } from './date-places.ts';
import { type Found, found } from './field.ts';

/** A step of the way to the page, first to last. */
export interface PathStep {
  readonly name: string;
  readonly isHome: boolean;
  /** Whether it is the page itself. */
  readonly isOwn: boolean;
}

/** Names of what shows the way (https://www.w3.org/WAI/ARIA/apg/patterns/breadcrumb/). */
const PATH_NAME =
  /bread-?crumb|brotkrume|brödsmul|fil-?(?:d-?)?ariane|ariadne|migas?-?(?:de-?)?pan|migalhas|briciole|kruimel|okruszki|(?:^|[\s_-])(?:rootline|crumbs?)(?:$|[\s_-])/i;
/** How far behind the headline the way may stand, in elements. */
const PATH_REACH = 40;
const MOST_STEPS = 12;
const LONGEST_STEP = 120;

/** What stands among steps and tags and is none: addresses, months, what a click does. */
const NO_TOPIC =
  /@|^[\d\s./-]+$|\b(?:19|20)\d\d$|^[‹«←<]|^(?:zurück|back|retour|volver|indietro|voltar|terug|назад|drucken|print|imprimer|imprimir|kontakt|contacto?|impressum|suche|search|(?:show|view|see|mostrar|ver|voir|alle|all|tous|tutt[ie]|more|mehr) (?:all|more|todos|todas|tous|toutes|anzeigen|zeigen|tags|themen|topics)|leserbrief schreiben)(?=\s|$)/iu;

/** The way to the page: schema.org `BreadcrumbList` in microdata, else a list that is named so; null without. */
export function readShownPath(page: Page): Found<readonly PathStep[]> | null {
  const marked = markedPath(page);
  if (marked.length > 0) return found(marked, 'microdata');
  const { index } = page.headline;
  const end = Math.min(page.elements.length, index < 0 ? 1500 : index + PATH_REACH);
  const isNamed = remembering((name) => PATH_NAME.test(name));
  for (let i = 0; i < end; i++) {
    const element = page.elements[i];
    if (element === undefined || !isPath(element, isNamed)) continue;
    const steps = stepsOf(element, page);
    if (steps.length > 0) return found(steps, 'markup');
  }
  return null;
}

function isPath(element: DomElement, isNamed: (name: string) => boolean): boolean {
  const { className, id, localName } = element;
  if ((className !== '' && isNamed(className)) || (id !== '' && isNamed(id))) return true;
  return /^(?:nav|ol|ul|div)$/.test(localName) && PATH_NAME.test(element.getAttribute('aria-label') ?? '');
}

function markedPath(page: Page): PathStep[] {
  const steps: PathStep[] = [];
  let list: DomElement | null = null;
  for (const item of (page.itemprops.get('itemlistelement') ?? []).slice(0, 40)) {
    const holder = item.parentElement?.closest('[itemtype*="BreadcrumbList"]') ?? null;
    if (holder === null || (list !== null && holder !== list) || steps.length >= MOST_STEPS) continue;
    list = holder;
    const name = item.querySelector('[itemprop~="name"]');
    const link = item.localName === 'a' ? item : item.querySelector('a[href], [itemprop~="item"]');
    add(steps, name?.getAttribute('content') ?? name?.textContent ?? link?.textContent, link, page);
  }
  return steps;
}

/** The links of a path; where only the first is one, its items. */
function stepsOf(path: DomElement, page: Page): PathStep[] {
  const links: PathStep[] = [];
  for (const link of path.querySelectorAll('a[href]')) add(links, link.textContent, link, page);
  if (links.some((step) => !step.isHome)) return links;
  const items: PathStep[] = [];
  for (const item of path.querySelectorAll('li'))
    add(items, item.textContent, item.querySelector('a[href]'), page);
  return items;
}

function add(steps: PathStep[], text: string | null | undefined, link: DomElement | null, page: Page): void {
  const name = foldSpace((text ?? '').slice(0, 1000)).replace(/^[\s>›»/|→·•:-]+|[\s>›»/|→·•:-]+$/gu, '');
  if (name === '' || name.length > LONGEST_STEP || steps.length >= MOST_STEPS || NO_TOPIC.test(name)) return;
  const href = link?.getAttribute('href') ?? link?.getAttribute('itemid') ?? null;
  const url = absoluteUrl(href, page.baseUrl);
  steps.push({
    name,
    isHome: url !== null && isHome(new URL(url)),
    isOwn: url !== null && sameAddress(url, page),
  });
}

/** The link that files the article, as WordPress marks it: `rel="category tag"`. */
export function readShownCategory(page: Page): Found<string> | null {
  for (const link of ownLinks(page, (rel) => rel.includes('category'))) {
    const name = foldSpace((link.textContent ?? '').slice(0, 200));
    if (name !== '' && name.length <= 60) return found(name, 'markup');
  }
  return null;
}

/** Classes of what holds tags. Not those of icons, teasers' lists and clouds. */
const TAGS_NAME =
  /(?:^|[\s_-])(?:tags|tag-?(?:list|links|group|box|area)|keywords|topics|schlag(?:worte|wörter)|mots-?cles|etiquetas)(?:$|[\s_-])/i;
const NO_TAGS =
  /(?:^|\s)(?:fa|fas|far|icon|glyphicon)[\s-]|related|cloud|popular|trending|nav|menu|summary-item/i;
const LONGEST_TAG = 60;
const MOST_TAGS = 30;
/** Characters of a line of tags. */
const LONGEST_LINE = 400;
/** How many elements may stand between two tags. */
const GAP = 12;

/**
 * What the page shows as the article's tags: links of `rel=tag` (https://microformats.org/wiki/rel-tag), else links
 * in what is named after tags, else a line that a word for tags opens. Only behind the headline, only the first group.
 */
export function readShownTags(page: Page): Found<readonly string[]> | null {
  const related = namesOf(ownLinks(page, (rel) => rel.includes('tag') && !rel.includes('category')));
  if (related.length > 0) return found(related, 'markup');
  const { index } = page.headline;
  const isNamed = remembering((name) => TAGS_NAME.test(name) && !NO_TAGS.test(name));
  for (let i = Math.max(0, index + 1); index >= 0 && i < page.elements.length; i++) {
    const element = page.elements[i];
    const tags = element === undefined ? [] : tagsIn(element, isNamed);
    if (element !== undefined && tags.length > 0 && isOfArticle(element, page) && !isElsewhere(element, page))
      return found(tags, 'markup');
  }
  return null;
}

const MAY_BE_LABELLED = new Set(['p', 'div', 'ul', 'li', 'dl', 'span', 'section', 'footer']);

function tagsIn(element: DomElement, isNamed: (name: string) => boolean): string[] {
  const { className, localName } = element;
  const named = className !== '' && isNamed(className);
  if (!named && !MAY_BE_LABELLED.has(localName)) return [];
  const label = named ? '' : firstText(element);
  if (!named && !isLabel(label)) return [];
  const links = [...element.getElementsByTagName('a')].slice(0, MOST_TAGS);
  const text = foldSpace((element.textContent ?? '').slice(0, 2 * LONGEST_LINE));
  if (text.length > LONGEST_LINE) return [];
  if (links.length > 0) {
    const names = namesOf(links);
    // A sentence with a link in it is no list of tags.
    const linked = names.reduce((sum, name) => sum + name.length, 0);
    return linked * 2 >= text.length - label.length ? names : [];
  }
  const line = /^[^:：]{1,30}[:：]\s*(\S.*)$/u.exec(text)?.[1] ?? '';
  if (!isLabel(text) || /[.!?。]$/u.test(line)) return [];
  return unique(line.split(/\s*[,;|·•、，#]\s*/u));
}

/** Whether a line begins with a word for tags and a colon. */
function isLabel(text: string): boolean {
  const label = /^[^:：]{2,30}[:：]/u.exec(text)?.[0];
  return label !== undefined && wordingOf(`${label} x`)?.purpose === 'tags';
}

/** The text that an element begins with, at most four levels down. */
function firstText(element: DomElement): string {
  let at: DomNode | null = element.firstChild;
  for (let step = 0; at !== null && step < 8; step++) {
    if (at.nodeType !== TEXT_NODE) at = at.firstChild;
    else if ((at.nodeValue ?? '').trim() === '') at = at.nextSibling;
    else return foldSpace((at.nodeValue ?? '').slice(0, LONGEST_LINE));
  }
  return '';
}

/** The first group of links of a relation that is the article's. */
function ownLinks(page: Page, isWanted: (rel: readonly string[]) => boolean): DomElement[] {
  const out: DomElement[] = [];
  let last = 0;
  // A section may stand above the headline, tags do not.
  const from = Math.max(0, page.headline.index - PATH_REACH);
  for (let i = from; i < page.elements.length && out.length < MOST_TAGS; i++) {
    const element = page.elements[i];
    if (element?.localName !== 'a') continue;
    const rel = element.getAttribute('rel');
    if (rel === null || !isWanted(rel.toLowerCase().split(/\s+/))) continue;
    if (isElsewhere(element, page) || !isOfArticle(element, page)) continue;
    if (out.length > 0 && i - last > GAP) break;
    out.push(element);
    last = i;
  }
  return out;
}

/** The foot of the article itself is no other part of the page. */
function isElsewhere(element: DomElement, page: Page): boolean {
  const article = element.closest('footer')?.closest('article') ?? null;
  return isAway(article !== null && page.headline.around.has(article) ? article : element, page);
}

/** Weight of the text of no teaser. */
const TEASER = 1000;

/** Articles that are no teasers; many links may stand in one. */
const LONG = new WeakMap<DomElement, boolean>();

/** Teasers are articles of their own within a page. */
function isOfArticle(element: DomElement, page: Page): boolean {
  const own = element.closest('article');
  if (own === null || page.headline.around.has(own)) return true;
  let isLong = LONG.get(own);
  if (isLong === undefined) {
    isLong = weight(own.textContent ?? '') > TEASER;
    LONG.set(own, isLong);
  }
  return isLong;
}

function namesOf(links: readonly DomElement[]): string[] {
  return unique(links.map((link) => (link.textContent ?? '').slice(0, 200)));
}

function unique(texts: readonly string[]): string[] {
  const out = new Map<string, string>();
  for (const text of texts) {
    const name = foldSpace(text)
      .replace(/^#\s?|\s?\(\d[^()]{0,12}\)$|[\s,;]+$/gu, '')
      .trim();
    if (
      name !== '' &&
      !NO_TOPIC.test(name) &&
      name.length <= LONGEST_TAG &&
      out.size < MOST_TAGS &&
      !out.has(name.toLowerCase())
    )
      out.set(name.toLowerCase(), name);
  }
  return [...out.values()];
}
