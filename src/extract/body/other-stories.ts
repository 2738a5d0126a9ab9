/**
 * Takes other stories out of the page: `article` elements that are neither the page's own article nor
 * part of it. HTML says that an `article` stands for itself (HTML standard §4.3.2).
 */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { comparable, weight } from '../text.ts';

/** Weight of running text that makes an `article` element the page's own. */
const OWN_LEAST = 250;
/** An own article may be shorter than a story below it, but not by more than this. */
const OWN_SHARE = 0.2;
const TEASER_MOST = 600;

/**
 * Removes them from the tree.
 * @param title the page's headline
 * @returns the page without their elements
 */
export function withoutOtherStories(page: Page, title: string): Page {
  const removed = new Set<DomElement>();
  const articles = page.elements.filter((element) => element.localName === 'article');
  if (articles.length < 2) return page;
  const own = ownArticle(page, articles, title);
  if (own === null) return page;
  const proseOfOwn = proseIn(own);
  if (proseOfOwn < OWN_LEAST) return page;
  for (const other of articles) {
    if (other === own || other.contains(own)) continue;
    const prose = proseIn(other);
    if (proseOfOwn < OWN_SHARE * prose) return page;
    if (isTeaser(other, prose, page) || (!own.contains(other) && hasHeading(other))) removed.add(other);
  }
  if (removed.size === 0) return page;
  for (const other of removed) other.remove();
  return { ...page, elements: page.elements.filter((element) => !isIn(element, removed)) };
}

function isIn(element: DomElement, removed: ReadonlySet<DomElement>): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement)
    if (removed.has(at)) return true;
  return false;
}

/** The article around the headline, else the first one of substance behind it. */
function ownArticle(page: Page, articles: readonly DomElement[], title: string): DomElement | null {
  const key = comparable(title);
  const firsts = page.headings.filter((heading) => heading.localName === 'h1');
  const headline = firsts.find((heading) => comparable(heading.textContent ?? '') === key) ?? firsts[0];
  if (headline === undefined) return null;
  const around = headline.closest('article');
  if (around !== null && proseIn(around) >= OWN_LEAST) return around;
  const from = page.elements.indexOf(headline);
  return (
    articles.find((article) => page.elements.indexOf(article) > from && proseIn(article) >= OWN_LEAST) ?? null
  );
}

function proseIn(article: DomElement): number {
  let sum = 0;
  for (const paragraph of article.getElementsByTagName('p')) {
    const size = weight((paragraph.textContent ?? '').trim());
    if (size >= 60) sum += size;
  }
  return sum;
}

function hasHeading(article: DomElement): boolean {
  return article.querySelector('h1, h2, h3, h4') !== null;
}

/** A headline, or the whole box, that leads to another page. */
function isTeaser(article: DomElement, prose: number, page: Page): boolean {
  if (prose > TEASER_MOST) return false;
  const link =
    article.querySelector('h1 a, h2 a, h3 a, h4 a, a h1, a h2, a h3, a h4')?.closest('a') ??
    article.closest('a');
  const target = URL.parse(link?.getAttribute('href') ?? '', page.baseUrl);
  const here = URL.parse(page.url);
  return target !== null && here !== null && (target.pathname !== here.pathname || target.host !== here.host);
}
