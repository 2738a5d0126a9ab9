/** The headline, without the site's name and section that pages hang on it. */

import type { DomElement } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, foldSpace, plain } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import type { SiteNames } from './site-name.ts';

const SEPARATOR = /\s+[|¦│‖•·»«–—―~/\\]+\s+|\s+-{1,2}\s+|\s*[|│]\s*|\s+:{2}\s+|\s*»\s+/g;
const MAX_TITLE = 400;

/**
 * The title's candidates, best first: the headline the page shows (h1) where another source agrees
 * with it, else JSON-LD, Open Graph, the document's title, each with the site's name taken off.
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
  const h1 = headlineElement(page, candidates, names);
  if (h1 !== null) return h1;
  const name = stringOf(article?.name ?? null);
  if (candidates.length === 0) add(name, 'json-ld');
  return (
    candidates.find((candidate) => !names.known.has(comparable(candidate.value))) ?? candidates[0] ?? null
  );
}

/** The h1 as readers see it, where it can be told from other h1s: it agrees with the metadata, or stands alone. */
function headlineElement(
  page: Page,
  candidates: readonly Found<string>[],
  names: SiteNames,
): Found<string> | null {
  const shown = shownHeadlines(page, names);
  let best: { text: string; score: number } | null = null;
  for (const text of shown) {
    for (const candidate of candidates) {
      const score = agreement(text, candidate.value);
      if (score >= 0.6 && (best === null || score > best.score)) best = { text, score };
    }
  }
  if (best !== null) return withoutKicker(best.text, candidates);
  const [only] = shown;
  if (only === undefined || shown.length > 1) return null;
  // Where two kinds of metadata agree with each other, an h1 that says something else is a rubric.
  const agreed =
    candidates.length > 1 &&
    candidates.every((candidate) => comparable(candidate.value) === comparable(candidates[0]?.value ?? ''));
  const stated = candidates.some((candidate) => candidate.source === 'json-ld');
  if (candidates.length === 0 || (!(agreed && stated) && only.includes(' ') && only.length >= 12))
    return found(only, 'markup');
  return null;
}

function shownHeadlines(page: Page, names: SiteNames): string[] {
  const shown: string[] = [];
  for (const heading of page.headings) {
    if (heading.localName !== 'h1' || heading.closest('nav, aside, footer, dialog') !== null) continue;
    const text = foldSpace(wordsOf(heading)).slice(0, MAX_TITLE);
    if (text.length >= 3 && !names.known.has(comparable(text)) && !shown.includes(text)) shown.push(text);
    if (shown.length >= 8) break;
  }
  return shown;
}

/** Text of a heading; parts that the page sets apart do not run into each other. */
function wordsOf(element: DomElement): string {
  let out = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) out += child.nodeValue ?? '';
    else if (child.nodeType === ELEMENT_NODE) {
      const inner = child as DomElement;
      const name = inner.localName;
      if (name === 'style' || name === 'script' || name === 'svg' || name === 'button') continue;
      const apart = name === 'span' || name === 'br' || name === 'div' || name === 'p' || name === 'small';
      out += apart && inner.nextElementSibling !== null ? `${wordsOf(inner)} ` : wordsOf(inner);
    }
  }
  return out;
}

/** A line over the headline that the h1 holds too (“Region: …”) is cut off where the metadata has none. */
function withoutKicker(text: string, candidates: readonly Found<string>[]): Found<string> {
  const whole = comparable(text);
  for (const candidate of candidates) {
    const inner = comparable(candidate.value);
    const isEnd =
      whole.length > inner.length && whole.endsWith(` ${inner}`) && inner.length > whole.length * 0.5;
    if (isEnd && candidates.filter((other) => comparable(other.value) === whole).length === 0)
      return candidate;
  }
  return found(text, 'markup');
}

/** How far two titles say the same; a title that is another with something hung on it agrees fully. */
function agreement(text: string, candidate: string): number {
  if (
    candidate.length > text.length &&
    text.length >= 4 &&
    candidate.startsWith(text) &&
    /^\s*[|–—·•»:~-]/u.test(candidate.slice(text.length))
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
