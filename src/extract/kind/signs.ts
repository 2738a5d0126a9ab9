/** What a page calls itself, read once for all questions about its kind. */
import type { DomElement } from '../html/dom.ts';
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
}

const MOST_HEADINGS = 3;

/** @param page as it was parsed: read before the search for the body takes things out of it */
export function signsOf(page: Page, evidence: Evidence): PageSigns {
  const headings: string[] = [];
  for (const heading of page.headings) {
    if (headings.length >= MOST_HEADINGS) break;
    const shown = foldSpace((heading.textContent ?? '').slice(0, 300));
    if (shown !== '' && !isFurniture(heading)) headings.push(shown);
  }
  return {
    page,
    evidence,
    titleParts: page.documentTitle
      .slice(0, 500)
      .split(/\s+[-–—|·»/]+\s+|\s*[|·»…]\s*|\.{2,}/)
      .filter((part) => part !== ''),
    headings,
    hasPassword: page.forms.some((form) => form.querySelector('input[type="password"]') !== null),
  };
}

/** Whether an element stands in what surrounds every page of a site. */
export function isFurniture(element: DomElement): boolean {
  return element.closest('nav, header nav, footer, aside') !== null;
}

/** Characters of a page's text that are looked at for what it says. */
const MOST_TEXT = 3999;

/** What a page shows, on one line. Takes scripts, styles and the like out of it. */
export function shownText({ document }: Page): string {
  const { body } = document;
  if (body === null) return '';
  for (const element of [...body.querySelectorAll('script, style, noscript, template')]) element.remove();
  return foldSpace((body.textContent ?? '').slice(0, 10 * MOST_TEXT)).slice(0, MOST_TEXT);
}
