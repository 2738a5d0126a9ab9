/**
 * Where the rest of an article is that stands on several pages: the source rule's links, else `rel=next` (HTML
 * standard §4.6.7.12) where it leads to the next page of the same address.
 */
import { getDomain } from 'tldts';
import { absoluteUrl, type Page } from '../page/page.ts';
import type { RuleLinks } from '../rules/rule-on-page.ts';

export interface Continuation {
  /** `single`: the whole article on one page. `next`: its next page. */
  readonly kind: 'single' | 'next';
  /** Absolute, without a fragment. */
  readonly url: string;
}

/** To be read before anything is taken out of the page. Null where the article ends here. */
export function continuationOf(page: Page, rule: RuleLinks | null): Continuation | null {
  const single = usable(rule?.singlePage ?? null, page);
  if (single !== null) return { kind: 'single', url: single };
  const ruled = usable(rule?.nextPage ?? null, page);
  if (ruled !== null) return { kind: 'next', url: ruled };
  for (const href of nextLinks(page)) {
    const url = usable(absoluteUrl(href, page.baseUrl), page);
    if (url !== null && isNextPage(page.url, url)) return { kind: 'next', url };
  }
  return null;
}

/** Links looked at. */
const MAX_LINKS = 20;

function nextLinks(page: Page): string[] {
  const isNext = (rel: string): boolean => rel.split(/\s+/).includes('next');
  const out = page.links.filter((link) => isNext(link.rel)).map((link) => link.href);
  for (const element of page.elements) {
    if (out.length >= MAX_LINKS) break;
    const rel = element.localName === 'a' ? element.getAttribute('rel') : null;
    if (rel === null || !isNext(rel.toLowerCase())) continue;
    const href = element.getAttribute('href');
    if (href !== null && element.closest(COMMENTS) === null) out.push(href);
  }
  return out;
}

const COMMENTS = '#comments, .comments, .comment-list, .comment-navigation';

/** Of the same site, and not this page. */
function usable(href: string | null, page: Page): string | null {
  const there = href === null ? null : URL.parse(href);
  const here = URL.parse(page.url);
  if (there === null || here === null) return null;
  there.hash = '';
  here.hash = '';
  const isSameSite =
    (getDomain(there.hostname) ?? there.hostname) === (getDomain(here.hostname) ?? here.hostname);
  return isSameSite && there.href !== here.href ? there.href : null;
}

const NUMBER_PARAMETER =
  /^(?:page|p|pg|pn|paged|pageno|page_?num(?:ber)?|seite|pagina|página|strona|sayfa|sivu|side|sida)$/i;
/** `/page/2`, `/seite-2`, `/2`, and `-2`, `_2`, `,2` before an ending. */
const NUMBER_IN_PATH =
  /(?:\/(?:page|seite|pagina|strona|sayfa|sivu|side|sida|p)[-/_]?|[/_,-](?:page|seite|p)?-?)(\d{1,2})(\.\w{2,5})?\/?$/i;

interface Numbered {
  /** The address without its page's number. */
  readonly base: string;
  readonly number: number | null;
}

/** The readings of an address: with the number it ends with taken for a page's, and without. */
function numberedOf(address: string): Numbered[] {
  const url = new URL(address);
  url.hash = '';
  for (const [name, value] of url.searchParams) {
    if (!NUMBER_PARAMETER.test(name) || !/^\d{1,3}$/.test(value)) continue;
    url.searchParams.delete(name);
    return [{ base: baseOf(url), number: Number(value) }];
  }
  const out: Numbered[] = [{ base: baseOf(url), number: null }];
  const found = NUMBER_IN_PATH.exec(url.pathname);
  if (found !== null) {
    url.pathname = `${url.pathname.slice(0, found.index)}${found[2] ?? ''}`;
    out.push({ base: baseOf(url), number: Number(found[1]) });
  }
  return out;
}

function baseOf(url: URL): string {
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

/** Whether an address is the other's with the next page number: from none to 1 or 2, else one more. */
export function isNextPage(here: string, there: string): boolean {
  // Page 2 of a home page or of comments is a list.
  if (new URL(here).pathname === '/' || /comment|[?&]cp=/i.test(there)) return false;
  return numberedOf(there).some(
    (next) =>
      next.number !== null &&
      numberedOf(here).some(
        (now) =>
          now.base === next.base &&
          (now.number === null ? next.number === 1 || next.number === 2 : next.number === now.number + 1),
      ),
  );
}

/** Whether two addresses are of pages of one article: the same but for a page's number. */
export function isSameBase(a: string, b: string): boolean {
  const bases = new Set(numberedOf(a).map(({ base }) => base));
  return numberedOf(b).some(({ base }) => bases.has(base));
}
