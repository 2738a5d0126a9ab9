/**
 * One walk over the parsed page collects what the metadata readers and the page-kind test need,
 * before Readability rewrites the tree.
 */

import { NewsmillError } from '../../errors.ts';
import type { DomDocument, DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import type { ExtractLimits } from '../options.ts';
import { foldSpace } from '../text.ts';
import { type HeadlinePlace, placeOfHeadline } from './headline-place.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';

export interface PageLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
}

export interface Page {
  readonly document: DomDocument;
  /** The address that was read. */
  readonly url: string;
  /** The address that relative references resolve against. */
  readonly baseUrl: string;
  /** `<meta>` by lower-case name, property or itemprop; values in document order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  readonly linkedData: LinkedData;
  /** Content of `<title>`. */
  readonly documentTitle: string;
  /** `lang` (or `xml:lang`) of the html element. */
  readonly htmlLang: string | null;
  readonly contentLanguage: string | null;
  /** Every element of the body in document order, scripts and styles left out. */
  readonly elements: readonly DomElement[];
  readonly headings: readonly DomElement[];
  readonly headline: HeadlinePlace;
  readonly times: readonly DomElement[];
  /** Elements with an `itemprop`, by each of its names. */
  readonly itemprops: ReadonlyMap<string, readonly DomElement[]>;
  /** Characters of visible body text. */
  readonly textLength: number;
  /** Characters of text inside links. */
  readonly linkTextLength: number;
  readonly scriptCount: number;
  /** Script elements that may hold data, linked data left out; at most 1000. */
  readonly dataScripts: readonly DomElement[];
  readonly forms: readonly DomElement[];
}

const INVISIBLE = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'option',
]);

/**
 * Writes to the tree where it must: a single text longer than any article's body may be is cut
 * (`maxTextChars`), and noscripts are opened on pages that show next to nothing without.
 *
 * @throws NewsmillError `page_too_deep` or `page_too_many_nodes`
 */
export function readPage(document: DomDocument, url: string, limits: ExtractLimits): Page {
  const metas = new Map<string, string[]>();
  const links: PageLink[] = [];
  const scripts: string[] = [];
  const dataScripts: DomElement[] = [];
  const elements: DomElement[] = [];
  const headings: DomElement[] = [];
  const times: DomElement[] = [];
  const forms: DomElement[] = [];
  const itemprops = new Map<string, DomElement[]>();
  let textLength = 0;
  let linkTextLength = 0;
  let scriptCount = 0;
  let nodes = 0;
  let depth = 0;
  let linkDepth = 0;

  const root = document.documentElement;
  let node: DomNode | null = root;
  while (node !== null) {
    if (++nodes > limits.maxNodes) {
      throw new NewsmillError('page_too_many_nodes', `The page has more than ${limits.maxNodes} nodes.`);
    }
    let descend = false;
    if (node.nodeType === TEXT_NODE) {
      let text = node.nodeValue ?? '';
      if (text.length > limits.maxTextChars) {
        const end = endWithin(text, limits.maxTextChars);
        if (end < text.length) {
          text = text.slice(0, end);
          node.nodeValue = text;
        }
      }
      const length = visibleLength(text);
      textLength += length;
      if (linkDepth > 0) linkTextLength += length;
    } else if (node.nodeType === ELEMENT_NODE) {
      const element = node as DomElement;
      const name = element.localName;
      descend = !INVISIBLE.has(name);
      switch (name) {
        case 'meta':
          addMeta(element, metas);
          break;
        case 'link':
          addLink(element, links);
          break;
        case 'script':
          scriptCount++;
          if (/ld\+json/i.test(element.getAttribute('type') ?? '')) {
            const text = element.textContent ?? '';
            if (text.length <= limits.maxJsonLdChars) scripts.push(text);
          } else if (dataScripts.length < 1000) dataScripts.push(element);
          break;
        case 'title':
          descend = false;
          break;
        case 'h1':
        case 'h2':
          headings.push(element);
          break;
        case 'time':
          times.push(element);
          break;
        case 'form':
          forms.push(element);
          break;
        default:
      }
      if (descend && name !== 'html' && name !== 'head') elements.push(element);
      const itemprop = element.getAttribute('itemprop');
      if (itemprop !== null && name !== 'meta') {
        for (const key of itemprop.trim().toLowerCase().split(/\s+/, 5)) push(itemprops, key, element);
      }
    }
    const child: DomNode | null = descend ? node.firstChild : null;
    if (child !== null) {
      if (++depth > limits.maxDepth) {
        throw new NewsmillError('page_too_deep', `The page nests more than ${limits.maxDepth} elements.`);
      }
      if (node.nodeName === 'A') linkDepth++;
      node = child;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
      if (node?.nodeName === 'A') linkDepth--;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }

  if (textLength < NEXT_TO_NOTHING && openNoscripts(document)) return readPage(document, url, limits);
  const documentTitle = foldSpace(document.title);
  return {
    document,
    url,
    baseUrl: document.baseURI,
    metas,
    links,
    linkedData: readLinkedData(scripts),
    documentTitle,
    htmlLang: root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? null,
    contentLanguage: metas.get('content-language')?.[0] ?? null,
    elements,
    headings,
    headline: placeOfHeadline(headings, elements, `${metas.get('og:title')?.[0] ?? ''} ${documentTitle}`),
    times,
    itemprops,
    textLength,
    linkTextLength,
    scriptCount,
    dataScripts,
    forms,
  };
}

/** Visible characters under which the page's text may stand where only pages without scripts show it. */
const NEXT_TO_NOTHING = 200;
const NOSCRIPT_LEAST = 500;

/**
 * Puts the content of large `<noscript>` elements in their place: some pages have their text there, others
 * leave an element open in one, which then swallows all that follows.
 */
function openNoscripts(document: DomDocument): boolean {
  let opened = false;
  for (const element of [...(document.body?.getElementsByTagName('noscript') ?? [])]) {
    const parent = element.parentNode;
    if (parent === null || visibleLength(element.textContent ?? '') < NOSCRIPT_LEAST) continue;
    for (let child = element.firstChild; child !== null; child = element.firstChild)
      parent.insertBefore(child, element);
    element.remove();
    opened = true;
  }
  return opened;
}

/** First non-empty value of the first of these metas that has one, with the name that had it. */
export function firstMeta(page: Page, ...names: string[]): { value: string; name: string } | null {
  for (const name of names) {
    for (const value of page.metas.get(name) ?? []) if (value.trim() !== '') return { value, name };
  }
  return null;
}

/** An absolute http(s) URL, or null. */
export function absoluteUrl(href: string | null | undefined, base: string): string | null {
  if (href === null || href === undefined) return null;
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > 8192) return null;
  const parsed = URL.parse(trimmed, base);
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:')
    ? parsed.href
    : null;
}

/** The path of an absolute http(s) URL as `absoluteUrl` gives it; `/` for anything else. */
export function pathOf(url: string): string {
  const host = url.indexOf('://');
  const from = host < 0 ? -1 : url.indexOf('/', host + 3);
  if (from < 0) return '/';
  const end = url.slice(from).search(/[?#]/);
  return end < 0 ? url.slice(from) : url.slice(from, from + end);
}

function addMeta(element: DomElement, metas: Map<string, string[]>): void {
  const content = element.getAttribute('content');
  if (content === null) return;
  const equiv = element.getAttribute('http-equiv');
  const keys = [
    element.getAttribute('property'),
    element.getAttribute('name'),
    element.getAttribute('itemprop'),
    equiv,
  ];
  for (const key of keys) {
    if (key === null) continue;
    for (const part of key.trim().toLowerCase().split(/\s+/, 4)) if (part !== '') push(metas, part, content);
  }
}

function addLink(element: DomElement, links: PageLink[]): void {
  const rel = element.getAttribute('rel');
  const href = element.getAttribute('href');
  if (rel === null || href === null) return;
  links.push({ rel: rel.trim().toLowerCase(), href, type: element.getAttribute('type') });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < 200) list.push(value);
}

function visibleLength(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) count++;
  return count;
}

/**
 * Where a text has so many characters that more of it could not stay in a body, a run of white space counted as
 * one; its length where it has fewer. Never between the halves of a surrogate pair.
 */
function endWithin(text: string, most: number): number {
  let count = 0;
  let inSpace = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 0x20;
    if (!(isSpace && inSpace) && ++count > most)
      return isLowSurrogate(text.charCodeAt(i)) && isHighSurrogate(text.charCodeAt(i - 1)) ? i - 1 : i;
    inSpace = isSpace;
  }
  return text.length;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
