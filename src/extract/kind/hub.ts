/** Lists of articles: section pages, home pages, search results. */

import { isHome } from '../fields/canonical.ts';
import type { DomElement } from '../html/dom.ts';
import { absoluteUrl, type Page } from '../page/page.ts';
import { comparable, foldSpace } from '../text.ts';
import type { Evidence } from './evidence.ts';
import { isFurniture, type PageSigns } from './signs.ts';

/** Linked headlines that make a list. */
const LEAST_CARDS = 6;
const MOST_CARDS = 200;
/** Characters of a card: a headline, a summary, a date. */
const LONGEST_CARD = 800;
/** Share of the text that stands in cards; characters of the page's paragraphs that do not: a section's introduction. */
const MOSTLY = 0.6;
const INTRODUCTION = 250;
/** Share of a home page's text that is links, from which on its headlines are what it is for. */
const HOME_LINKS = 0.4;
/** Lines of the text that are headlines of cards. */
const LEAST_LINES = 4;

/**
 * The evidence that a page only lists articles: what would be stored of it stands in the boxes of linked headlines.
 * Null where it is none, and for pages that say that they are an article, unless they are a home page.
 * @param boxes what `boxesOf` found
 * @param text what would be stored
 * @param fresh gives the page as it was parsed; asked for only where the text stands in the boxes
 */
export function hubEvidence(
  { page, evidence }: PageSigns,
  boxes: readonly Box[],
  text: string,
  fresh: () => Page,
): string | null {
  const home = isHome(new URL(page.url));
  if (boxes.length < LEAST_CARDS) return null;
  const cards = boxes.map((box) => ({ headline: comparable(box.headline), text: comparable(box.text) }));
  const linkShare = page.textLength === 0 ? 0 : page.linkTextLength / page.textLength;
  const list = `${cards.length} headlines on it are links, and ${Math.round(linkShare * 100)} % of its text is link text.`;
  if (evidence !== 'weak' && cards.length >= 10 && linkShare > 0.5 && text.length < (home ? 1200 : 500))
    return list;
  // However much text its teasers have.
  if (home && cards.length >= 10 && linkShare > HOME_LINKS) return list;
  const headlines = new Set(cards.map(({ headline }) => headline));
  let all = 0;
  let inCards = 0;
  let lines = 0;
  for (const line of text.split('\n')) {
    const key = comparable(line);
    if (key === '') continue;
    all += key.length;
    if (headlines.has(key)) lines++;
    if (headlines.has(key) || cards.some((card) => card.text.includes(key))) inCards += key.length;
  }
  if (all === 0) return home ? list : null;
  const isInCards = inCards >= MOSTLY * all && (lines >= LEAST_LINES || inCards >= 0.9 * all);
  return isInCards && proseOutside(cards, fresh()) < INTRODUCTION
    ? `${list} ${Math.round((100 * inCards) / all)} % of what could be its text stands with those headlines.`
    : null;
}

/** Characters of paragraphs that stand in no card; counted until they are more than an introduction. */
function proseOutside(cards: readonly Box[], page: Page): number {
  let total = 0;
  for (const element of page.elements) {
    if (total >= INTRODUCTION) break;
    if (element.localName !== 'p' || isFurniture(element)) continue;
    const text = foldSpace((element.textContent ?? '').slice(0, 4000));
    const key = comparable(text);
    if (!cards.some((card) => card.text.includes(key))) total += text.length;
  }
  return total;
}

/** A linked headline and all that stands with it. */
export interface Box {
  readonly headline: string;
  readonly text: string;
}

/**
 * Headings that lead to other pages, each with the largest box that holds no other one; none where the page says that it
 * is an article and is no home page.
 * @param page as it was parsed: read before the search for the body takes things out of it
 */
export function boxesOf(page: Page, evidence: Evidence): readonly Box[] {
  if (evidence === 'stated' && !isHome(new URL(page.url))) return [];
  const linked: DomElement[] = [];
  for (const element of page.elements) {
    if (linked.length >= MOST_CARDS) break;
    if (/^h[1-5]$/.test(element.localName) && leadsElsewhere(element, page) && !isFurniture(element))
      linked.push(element);
  }
  if (linked.length < LEAST_CARDS) return [];
  const held = new Map<DomElement, number>();
  for (const heading of linked)
    for (let at: DomElement | null = heading; at !== null; at = at.parentElement)
      held.set(at, (held.get(at) ?? 0) + 1);
  return linked.map((heading) => {
    let box = heading;
    for (let level = 0; level < 8; level++) {
      const above: DomElement | null = box.parentElement;
      if (above === null || held.get(above) !== 1 || (above.textContent ?? '').length > LONGEST_CARD) break;
      box = above;
    }
    return { headline: heading.textContent ?? '', text: box.textContent ?? '' };
  });
}

function leadsElsewhere(heading: DomElement, page: Page): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const url = absoluteUrl(link?.getAttribute('href'), page.baseUrl);
  return url !== null && url.replace(/[#?].*$/, '') !== page.url.replace(/[#?].*$/, '');
}
