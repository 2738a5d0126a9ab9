/** Where the headline stands: what is near it belongs to the article, and so does what holds it. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';

export interface HeadlinePlace {
  /** Index of the first h1 outside navigation among the page's elements; -1 without one. */
  readonly index: number;
  /** The elements that hold the headline: no part of the page that is about something else, whatever its name. */
  readonly around: ReadonlySet<DomElement>;
}

const places = new WeakMap<Page, HeadlinePlace>();

/** Worked out once a page. */
export function headlinePlace(page: Page): HeadlinePlace {
  const known = places.get(page);
  if (known !== undefined) return known;
  const headline = page.headings.find(
    (heading) => heading.localName === 'h1' && heading.closest('nav, aside, footer') === null,
  );
  const around = new Set<DomElement>();
  for (let at = headline?.parentElement ?? null; at !== null; at = at.parentElement) around.add(at);
  const place = { index: headline === undefined ? -1 : page.elements.indexOf(headline), around };
  places.set(page, place);
  return place;
}
