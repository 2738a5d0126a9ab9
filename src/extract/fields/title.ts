/** The headline, without the site's name and section that pages hang on it. */

import type { DomElement } from '../html/dom.ts';
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, plain } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import { type HeadingText, headingText } from './heading-text.ts';
import type { SiteNames } from './site-name.ts';

const SEPARATOR = /\s+[|¦│‖•·»«–—―~/\\›⋆*]+\s+|\s+-{1,2}\s+|\s*[|│ㅣ]\s*|\s+:{2}\s+|\s*»\s+/g;
const MAX_TITLE = 400;
/** A section of at most two words behind a mark. */
const HUNG_ON = /^\s*[|ㅣ·:–—-]\s*[^\s|ㅣ·:–—-]{1,20}(?: \S{1,20})?$/u;

/**
 * The title: the headline the page shows where another source agrees with it, else JSON-LD, Open
 * Graph, the document's title, each with the site's name taken off.
 */
export function readTitle(page: Page, article: LooseObject | null, names: SiteNames): Found<string> | null {
  const candidates: Found<string>[] = [];
  const add = (value: string | null | undefined, source: Found<string>['source']): void => {
    const text = plain((value ?? '').slice(0, 2000)).slice(0, MAX_TITLE);
    if (text !== '') candidates.push(found(stripSite(text, names), source));
  };
  add(stringOf(article?.headline ?? null), 'json-ld');
  const og = firstMeta(page, 'og:title');
  if (og !== null) add(og.value, 'opengraph');
  const other = firstMeta(
    page,
    'twitter:title',
    'title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'headline',
  );
  if (other !== null) add(other.value, metaSource(other.name));
  add(page.documentTitle, 'markup');
  const shown = shownHeadline(page, candidates, names, article);
  if (shown !== null) return shown;
  const name = stringOf(article?.name ?? null);
  if (candidates.length === 0) add(name, 'json-ld');
  const named = candidates.find((candidate) => !names.known.has(comparable(candidate.value)));
  const first = named ?? byAddress(page, names) ?? candidates[0] ?? null;
  return first === null ? null : (barer(first, page) ?? first);
}

/** Where the metadata knows only the site's name: the heading whose words the page's address has. */
function byAddress(page: Page, names: SiteNames): Found<string> | null {
  const path = URL.parse(page.url)?.pathname ?? '';
  const words = new Set(plainWords(path));
  const headings = [...headingsOf(page, 'h1', names), ...headingsOf(page, 'h2', names)];
  const heading = headings.find(({ main }) => {
    const own = plainWords(main);
    return own.length > 1 && own.filter((word) => words.has(word)).length * 3 >= own.length * 2;
  });
  return heading === undefined ? null : found(heading.main, 'markup');
}

/** Words as addresses have them: without accents, umlauts in two letters; short ones are often left out. */
function plainWords(text: string): string[] {
  const plainText = text
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return comparable(plainText)
    .split(' ')
    .filter((word) => word.length > 3);
}

/** What a page names its headline, where `title` is that and a section hung on it without room (“…-Politics”). */
function barer(title: Found<string>, page: Page): Found<string> | null {
  const stated = firstMeta(page, 'headline', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title');
  if (stated === null) return null;
  const headline = plain(stated.value.slice(0, 2000)).slice(0, MAX_TITLE);
  if (headline.length < 10 || !title.value.startsWith(headline)) return null;
  return HUNG_ON.test(title.value.slice(headline.length)) ? found(headline, metaSource(stated.name)) : null;
}

interface Heading extends HeadingText {
  readonly element: DomElement;
}

function shownHeadline(
  page: Page,
  candidates: readonly Found<string>[],
  names: SiteNames,
  article: LooseObject | null,
): Found<string> | null {
  const first = headingsOf(page, 'h1', names);
  const firm = first.filter((heading) => !isWeak(heading.element));
  const best = bestOf(firm, candidates);
  const lower = confirmedLower(best, page, candidates);
  if (lower !== null) return lower;
  if (best !== null) return withoutKicker(best, candidates);
  const [only] = firm;
  if (only !== undefined && firm.length === 1 && standsAlone(only, candidates, page, article))
    return withoutKicker(only, candidates);
  if (only === undefined) {
    const weak = bestOf(first, candidates);
    if (weak !== null && says(candidates, weak.whole) !== undefined) return withoutKicker(weak, candidates);
    const h2 = bestOf(headingsOf(page, 'h2', names), candidates) ?? weak;
    if (h2 !== null) return withoutKicker(h2, candidates);
  }
  return null;
}

/** Headings of one rank that are not about the site or other stories; at most 8. */
function headingsOf(page: Page, rank: 'h1' | 'h2', names: SiteNames): Heading[] {
  const shown: Heading[] = [];
  for (const element of page.headings) {
    if (element.localName !== rank) continue;
    if (isAway(element) && (rank === 'h2' || !isWeak(element))) continue;
    const text = headingText(element);
    if (text.whole.length < 3 || text.whole.length > MAX_TITLE || names.known.has(comparable(text.whole)))
      continue;
    if (shown.some((other) => other.whole === text.whole) || isHomeLink(element, page)) continue;
    shown.push({ element, ...text });
    if (shown.length >= 8) break;
  }
  return shown;
}

/** A heading that is one link to the front page is the site's name. */
function isHomeLink(element: DomElement, page: Page): boolean {
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  if (link === null) return false;
  const target = URL.parse(link.getAttribute('href') ?? '', page.baseUrl);
  const here = URL.parse(page.url);
  return (
    target !== null &&
    target.pathname === '/' &&
    target.hostname === here?.hostname &&
    (here.pathname !== '/' || target.hash === '') &&
    (link.textContent ?? '').trim().length * 2 > (element.textContent ?? '').trim().length
  );
}

/** An h1 in a breadcrumb, or one named as the line over the headline, is there for search engines. */
function isWeak(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 4; level++) {
    if (/bread-?crumb/i.test(`${at.className} ${at.id} ${at.getAttribute('itemtype') ?? ''}`)) return true;
    at = at.parentElement;
  }
  return /kicker|strap-?line|over-?line|roof-?line|dachzeile|spitzmarke/i.test(element.className);
}

/** The heading that agrees best with any of the metadata; null where none does. */
function bestOf(headings: readonly Heading[], candidates: readonly Found<string>[]): Heading | null {
  let best: { heading: Heading; score: number } | null = null;
  for (const heading of headings) {
    for (const candidate of candidates) {
      if (candidate.value === heading.main) return heading;
      const main = agreement(heading.main, candidate.value);
      const score =
        heading.whole === heading.main ? main : Math.max(main, agreement(heading.whole, candidate.value));
      if (score >= 0.6 && (best === null || score > best.score)) best = { heading, score };
    }
  }
  return best?.heading ?? null;
}

/**
 * A lower heading that says word for word what metadata says, where the h1 says something else: then
 * the h1 is written for search engines and readers see the other one.
 */
function confirmedLower(
  h1: Heading | null,
  page: Page,
  candidates: readonly Found<string>[],
): Found<string> | null {
  const taken = h1 === null ? '' : comparable(h1.main);
  const wanted = new Map<string, { readonly candidate: Found<string>; readonly rank: number }>();
  for (const [rank, candidate] of candidates.entries()) {
    const key = comparable(candidate.value);
    if (key !== taken && key.length >= 15 && !wanted.has(key)) wanted.set(key, { candidate, rank });
  }
  if (wanted.size === 0) return null;
  let best: { readonly candidate: Found<string>; readonly rank: number } | null = null;
  let looked = 0;
  for (const element of page.headings) {
    if (element.localName !== 'h2') continue;
    if (++looked > 40) break;
    const { main, tails } = headingText(element);
    for (const text of [main, ...tails]) {
      const hit = text.length < 15 ? undefined : wanted.get(comparable(text));
      if (hit !== undefined && (best === null || hit.rank < best.rank) && !isAway(element)) best = hit;
    }
  }
  return best?.candidate ?? null;
}

function isAway(element: DomElement): boolean {
  return element.closest('nav, aside, footer, dialog') !== null;
}

/** Whether an h1 that no metadata agrees with is the headline all the same. */
function standsAlone(
  only: Heading,
  candidates: readonly Found<string>[],
  page: Page,
  article: LooseObject | null,
): boolean {
  if (candidates.length === 0) return true;
  const sections = [
    stringOf(article?.articleSection ?? null),
    firstMeta(page, 'article:section', 'section')?.value,
  ];
  if (sections.some((section) => comparable(section ?? '') === comparable(only.main))) return false;
  const marked = /(?:entry|post|article|story|page)[\w-]*(?:title|headline)/i.test(only.element.className);
  if (marked) return true;
  // Where two kinds of metadata agree with each other, an h1 that says something else is a rubric.
  const agreed =
    candidates.length > 1 &&
    candidates.every((candidate) => comparable(candidate.value) === comparable(candidates[0]?.value ?? ''));
  const stated = candidates.some((candidate) => candidate.source === 'json-ld');
  return !(agreed && stated);
}

/** The first of the metadata that says the same words. */
function says(candidates: readonly Found<string>[], text: string): Found<string> | undefined {
  const wanted = comparable(text);
  return candidates.find((candidate) => comparable(candidate.value) === wanted);
}

/** A line over the headline that the h1 holds too (“Region: …”) is cut off where the metadata has none. */
function withoutKicker(heading: Heading, candidates: readonly Found<string>[]): Found<string> {
  const { main, tails } = heading;
  if (says(candidates, main) !== undefined) return found(main, 'markup');
  // Metadata that has the line above too makes it part of the title, and knows what stands between them.
  const long = says(candidates, heading.whole);
  if (long !== undefined) return long;
  const whole = comparable(main);
  const squeezed = whole.replaceAll(' ', '');
  // Metadata knows where words end that the markup runs together.
  const spaced = candidates.find((candidate) => comparable(candidate.value).replaceAll(' ', '') === squeezed);
  if (spaced !== undefined && whole.length > 8 && /\s/.test(spaced.value)) return spaced;
  for (const tail of tails) {
    if (says(candidates, tail) !== undefined) return found(tail, 'markup');
  }
  for (const candidate of candidates) {
    const inner = comparable(candidate.value);
    if (whole.length > inner.length && whole.endsWith(` ${inner}`) && inner.length > whole.length * 0.5)
      return candidate;
  }
  return found(main, 'markup');
}

/** What portals hang on: a mark, or the paper in brackets, which a mark and the portal may follow. */
const HUNG_NAME = /^\s*(?:[|–—·•»:~-]|[（(][^（）()]{2,40}[）)]\s*(?:$|[|–—·•»:~-]))/u;

/** How far two titles say the same; a title that is another with something hung on it agrees fully. */
function agreement(text: string, candidate: string): number {
  if (
    candidate.length > text.length &&
    text.length >= 4 &&
    candidate.startsWith(text) &&
    HUNG_NAME.test(candidate.slice(text.length))
  )
    return 1;
  return overlap(text, candidate);
}

/** Share of the longer title's words that the other has. */
function overlap(a: string, b: string): number {
  const left = new Set(comparable(a).split(' '));
  const right = new Set(comparable(b).split(' '));
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / Math.max(1, Math.max(left.size, right.size));
}

/** Takes known names off both ends; of an unknown last part, only one that looks like a site's name. */
export function stripSite(title: string, names: SiteNames): string {
  return withoutPaper(withoutEnds(title, names), names);
}

/** A title without the paper's name in brackets at its end, and a portal's behind that: “…（The Herald） - Portal”. */
function withoutPaper(title: string, { known }: SiteNames): string {
  const [whole, paper = ''] = IN_BRACKETS.exec(title) ?? [];
  if (whole === undefined || whole.length === title.length || !known.has(comparable(paper))) return title;
  return title.slice(0, title.length - whole.length).trimEnd();
}

const IN_BRACKETS = /[（(]([^（）()]{2,40})[）)](?:\s+[|–—·-]\s+[^|（）()]{2,40})?$/u;

function withoutEnds(title: string, names: SiteNames): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  if (cuts.length === 0) return title;
  const parts: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const cut of cuts) {
    parts.push({ text: title.slice(start, cut.index), start, end: cut.index });
    start = cut.index + cut[0].length;
  }
  parts.push({ text: title.slice(start), start, end: title.length });
  let first = 0;
  let last = parts.length - 1;
  const isName = (index: number): boolean => {
    const text = comparable(parts[index]?.text ?? '');
    return text === '' || names.known.has(text) || names.known.has(text.replaceAll(' ', ''));
  };
  let stripped = false;
  while (last > first && isName(last)) {
    last--;
    stripped = true;
  }
  // What stands between headline and site name is a section: short, and never the longer part.
  if (stripped) {
    while (last > first && isShort(parts[last]?.text ?? '') && length(parts, first, last - 1) > 25) last--;
  }
  while (first < last && isName(first)) first++;
  const from = parts[first]?.start ?? 0;
  const to = parts[last]?.end ?? title.length;
  return title.slice(from, to).trim() || title;
}

function isShort(text: string): boolean {
  return text.length <= 20 && text.trim().split(/\s+/).length <= 2;
}

function length(parts: readonly { text: string }[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += parts[i]?.text.length ?? 0;
  return sum;
}
