/** What a page calls itself, read once for all questions about its kind. */
import type { FieldSource } from '../../article/article.ts';
import { isHome } from '../fields/canonical.ts';
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import type { Metadata } from '../metadata.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import type { Evidence } from './evidence.ts';

export interface PageSigns {
  readonly page: Page;
  readonly evidence: Evidence;
  /** Parts of the document's title: the site's name and the page's, in either order. */
  readonly titleParts: readonly string[];
  /** The first headings outside of what every page has. */
  readonly headings: readonly string[];
  /** A form asks for a password. */
  readonly hasPassword: boolean;
  /** A byline or a date is shown on it, as with stories. */
  readonly isSigned: boolean;
  /** Lists of the latest news have dates too, but hardly bylines. */
  readonly hasByline: boolean;
  readonly isHome: boolean;
  /** The heading of several words that the title repeats, as with stories; null without. */
  readonly headline: string | null;
}

const MOST_HEADINGS = 3;

/** Where only pages that show them say who wrote them and when: metas and linked data may be a template's. */
const SHOWN_IN = new Set<FieldSource>(['markup', 'visible-text', 'microdata']);

/** @param page as it was parsed: read before the search for the body takes things out of it */
export function signsOf(
  page: Page,
  evidence: Evidence,
  { authors, dates: { published } }: Pick<Metadata, 'authors' | 'dates'>,
): PageSigns {
  const headings: string[] = [];
  for (const heading of page.headings) {
    if (headings.length >= MOST_HEADINGS) break;
    const shown = foldSpace((heading.textContent ?? '').slice(0, 300));
    if (shown !== '' && !isFurniture(heading)) headings.push(shown);
  }
  const title = page.documentTitle.slice(0, 500);
  return {
    page,
    evidence,
    titleParts: title.split(/\s+[-–—|·»/]+\s+|\s*[|·»…]\s*|\.{2,}/).filter((part) => part !== ''),
    headline: headings.find((heading) => isLikeHeadline(heading) && title.includes(heading)) ?? null,
    headings,
    hasPassword: page.forms.some((form) => form.querySelector('input[type="password"]') !== null),
    isSigned: [authors, published].some((field) => field !== null && SHOWN_IN.has(field.source)),
    hasByline: authors !== null && SHOWN_IN.has(authors.source),
    isHome: isHome(new URL(page.url)),
  };
}

/** Three words, or as many characters of a script without spaces between them as make some. */
export function isLikeHeadline(heading: string): boolean {
  return (
    heading.split(' ').length >= 3 ||
    (heading.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0) >= 7
  );
}

/** Whether an element stands in what surrounds every page of a site. */
export function isFurniture(element: DomElement): boolean {
  return element.closest('nav, header nav, footer, aside') !== null;
}

/** Characters of a page's text that are looked at for what it says. */
const MOST_TEXT = 3999;

/** What stands within a line; all other elements begin one. */
export const INLINE =
  /^(?:a|abbr|b|bdi|bdo|br|cite|code|data|dfn|em|font|i|kbd|mark|q|ruby|rb|rt|rp|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
const NOT_SHOWN = /^(?:script|style|noscript|template|svg|iframe|object|select)$/;

/** What a page shows, one line a block. */
export function shownText({ document }: Page): string {
  const { body } = document;
  if (body === null) return '';
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const endLine = (): void => {
    const folded = foldSpace(line);
    line = '';
    if (folded === '') return;
    lines.push(folded);
    length += folded.length + 1;
  };
  let node: DomNode | null = body.firstChild;
  while (node !== null && length < MOST_TEXT) {
    const isElement: boolean = node.nodeType === ELEMENT_NODE;
    if (node.nodeType === TEXT_NODE) line += (node.nodeValue ?? '').slice(0, 10 * MOST_TEXT);
    else if (isElement) startOf(node as DomElement);
    const first: DomNode | null =
      isElement && !NOT_SHOWN.test((node as DomElement).localName) ? node.firstChild : null;
    node = first ?? after(node, body, endLine);
  }
  endLine();
  return lines.join('\n').slice(0, MOST_TEXT);

  function startOf({ localName }: DomElement): void {
    if (localName === 'br') line += ' ';
    else if (!INLINE.test(localName)) endLine();
  }
}

/** The node after one and all that it holds; blocks that end on the way end their line. */
function after(node: DomNode, root: DomNode, endLine: () => void): DomNode | null {
  for (let at: DomNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nodeType === ELEMENT_NODE && !INLINE.test((at as DomElement).localName)) endLine();
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

/** Characters of a line that is looked at as a whole. */
const LONG_LINE = 400;

/** The lines of a text; long ones by their sentences. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => (line.length > LONG_LINE ? line.split(/(?<=[.!?。！？؟])\s*/u) : [line]))
    .filter((line) => line !== '');
}

/** A line without what it quotes, with plain apostrophes, and with Turkish capitals that patterns do not fold. */
export function withoutQuotes(line: string): string {
  return line
    .replace(
      /“[^”]{0,300}”|„[^“”]{0,300}[“”]|«[^»]{0,300}»|»[^«]{0,300}«|"[^"]{0,300}"|「[^」]{0,300}」|『[^』]{0,300}』/gu,
      ' ',
    )
    .replaceAll('’', "'")
    .replaceAll('\u00a0', ' ')
    .replaceAll('İ', 'i');
}

/** Characters of a text, where one that is a syllable or a word counts as three. */
export function sizeOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
