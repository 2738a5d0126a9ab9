/**
 * A second opinion on where the body is, for pages that Readability cuts short: the smallest element
 * around nearly all paragraphs of running text.
 */
import type { DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, weight } from '../text.ts';
import { BLOCK_ELEMENTS } from './elements.ts';
import { type Mark, marksOf } from './marks.ts';

export interface ProseCandidate {
  readonly element: DomElement;
  /** Weight of the running text in it. */
  readonly weight: number;
}

const LEAST = 80;
/** Weight of the prose from which on there is an article. */
const LEAST_TOTAL = 500;
/** How much of the page's prose the element must hold. */
const SHARE = 0.85;
/** Parts of a page whose sentences are not the article's. */
const ELSEWHERE = new Set<Mark>([
  'comments',
  'related',
  'newsletter',
  'legal',
  'advert',
  'navigation',
  'bio',
  'share',
  'caption',
  'tags',
]);
const ELSEWHERE_ELEMENTS = new Set(['aside', 'nav', 'footer', 'form', 'figure', 'dialog', 'header']);

/** Read before Readability rewrites the page. Null when there is next to no prose. Linear in the page. */
export function findProse(page: Page): ProseCandidate | null {
  const all = new Map<DomElement, number>();
  for (const element of page.elements) {
    const parent = element.parentElement;
    const size = parent === null ? 0 : proseOf(element);
    if (parent !== null && size >= LEAST) all.set(parent, (all.get(parent) ?? 0) + size);
  }
  const everything = sumsOf(all);
  const body = page.document.body;
  const whole = body === null ? 0 : (everything.get(body) ?? 0);
  if (body === null || whole < LEAST_TOTAL) return null;
  // A part that holds most of the page's prose is not elsewhere, whatever it is called.
  const away = new Set<DomElement>();
  const large = new Set<DomElement>();
  for (const [element, sum] of everything) {
    if (sum < 0.4 * whole) {
      if (isElsewhere(element)) away.add(element);
    } else if (isOfReadersOrLaw(element) && !page.headings.some((heading) => isHeadlineIn(heading, element)))
      large.add(element);
  }
  // But readers may say more than the article, and so may what asks for consent.
  const within = large.size === 0 ? null : outside(all, new Set([...away, ...large]));
  const { kept, total } = within !== null && within.total >= LEAST_TOTAL ? within : outside(all, away);
  return total < LEAST_TOTAL ? null : smallestAround(sumsOf(kept), total, body);
}

/** The holders that stand in none of the parts, with the weight of all their prose. */
function outside(
  all: ReadonlyMap<DomElement, number>,
  parts: ReadonlySet<DomElement>,
): { kept: Map<DomElement, number>; total: number } {
  const kept = new Map<DomElement, number>();
  let total = 0;
  for (const [holder, size] of all) {
    if (isInside(holder, parts)) continue;
    kept.set(holder, size);
    total += size;
  }
  return { kept, total };
}

const READERS_OR_LAW = new Set<Mark>(['comments', 'legal']);

function isOfReadersOrLaw(element: DomElement): boolean {
  return element.localName !== 'body' && marksOf(element).some((mark) => READERS_OR_LAW.has(mark));
}

function isHeadlineIn(heading: DomElement, part: DomElement): boolean {
  return heading.localName === 'h1' && part.contains(heading);
}

function isInside(element: DomElement, parts: ReadonlySet<DomElement>): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement)
    if (parts.has(at)) return true;
  return false;
}

/** Each holder's prose added to all elements around it. */
function sumsOf(own: ReadonlyMap<DomElement, number>): Map<DomElement, number> {
  const sums = new Map<DomElement, number>();
  for (const [holder, size] of own) {
    for (let at: DomElement | null = holder; at !== null; at = at.parentElement)
      sums.set(at, (sums.get(at) ?? 0) + size);
  }
  return sums;
}

function isElsewhere(element: DomElement): boolean {
  if (ELSEWHERE_ELEMENTS.has(element.localName)) return true;
  return element.className !== '' && marksOf(element).some((mark) => ELSEWHERE.has(mark));
}

/** Weight of a paragraph's text: a `p`, or a `div` with text of its own. */
function proseOf(element: DomElement): number {
  const name = element.localName;
  if (name !== 'p' && name !== 'div') return 0;
  for (const child of element.children) if (BLOCK_ELEMENTS.has(child.localName)) return 0;
  let hasText = name === 'p';
  for (let child = element.firstChild; child !== null && !hasText; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE && (child.nodeValue ?? '').trim().length > 40) hasText = true;
  }
  if (!hasText) return 0;
  const text = (element.textContent ?? '').trim();
  if (text.length < LEAST / 3 || text.length > 20_000) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += (link.textContent ?? '').length;
  return linked > text.length * 0.4 ? 0 : weight(text);
}

/** The deepest element that still has nearly all prose. */
function smallestAround(
  sums: ReadonlyMap<DomElement, number>,
  total: number,
  body: DomElement,
): ProseCandidate {
  let best = body;
  for (;;) {
    let next: DomElement | null = null;
    for (const child of best.children) if ((sums.get(child) ?? 0) >= SHARE * total) next = child;
    if (next === null) break;
    best = next;
  }
  return { element: best, weight: sums.get(best) ?? 0 };
}

const NAMED_BODY =
  /(?:^|[\s_-])(?:article|story|post|entry|content|news)[\s_-]*(?:body|text|content|detail|main|page)|(?:^|\s)(?:articlebody|articletext|storybody|entry-content|post-content|prose)(?:\s|$)/i;

/** Whether an element, or one close around it, says that it is an article's body. */
export function isNamedBody(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 3; level++) {
    if (
      at.localName === 'article' ||
      at.getAttribute('itemprop') === 'articleBody' ||
      NAMED_BODY.test(`${at.className} ${at.id}`)
    )
      return true;
    at = at.parentElement;
  }
  return false;
}

const MOST_SAMPLES = 6;
const SAMPLE = 60;

/** How some paragraphs of the candidate begin: what tells later whether another part of the page holds any of it. */
export function samplesOf({ element }: ProseCandidate): readonly string[] {
  const samples: string[] = [];
  for (const paragraph of element.getElementsByTagName('p')) {
    const text = foldSpace(paragraph.textContent ?? '');
    if (weight(text) >= LEAST) samples.push(text.slice(0, SAMPLE));
    if (samples.length >= MOST_SAMPLES) break;
  }
  return samples;
}

/** Whether the prose of the page, or the body its linked data states, shows that much is missing. */
export function isCutShort(got: number, prose: number, linked: number, named: boolean): boolean {
  if (got < 0.2 * prose) return true;
  if (linked > 0 && got < 0.75 * linked) return prose > 0.7 * linked && prose < 1.4 * linked;
  return linked === 0 && named && got < 0.5 * prose;
}

/** Whether none of the paragraphs that begin so stand in it: it is a box beside the article. */
export function isApart(root: DomElement, samples: readonly string[]): boolean {
  if (samples.length === 0) return false;
  const text = foldSpace(root.textContent ?? '');
  return !samples.some((sample) => text.includes(sample));
}

/** Takes the parts out of a candidate that Readability would have taken out. */
export function pruneCandidate(root: DomElement): void {
  for (const element of [
    ...root.querySelectorAll(
      'aside, nav, footer, form, dialog, script, style, noscript, template, iframe[hidden], [hidden], [aria-hidden="true"]',
    ),
  ]) {
    element.remove();
  }
}
