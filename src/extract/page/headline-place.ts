/** Where the headline stands: what is near it belongs to the article, and so does what holds it. */
import type { DomElement } from '../html/dom.ts';

export interface HeadlinePlace {
  /** Index of the first h1 outside navigation among the page's elements; -1 without one. */
  readonly index: number;
  /** The elements that hold the headline: no part of the page that is about something else, whatever its name. */
  readonly around: ReadonlySet<DomElement>;
}

/**
 * @param headings the page's h1 and h2
 * @param elements all elements of its body; both in document order
 */
export function placeOfHeadline(
  headings: readonly DomElement[],
  elements: readonly DomElement[],
): HeadlinePlace {
  const headline = headings.find(
    (heading) => heading.localName === 'h1' && heading.closest('nav, aside, footer') === null,
  );
  const around = new Set<DomElement>();
  for (let at = headline?.parentElement ?? null; at !== null; at = at.parentElement) around.add(at);
  return { index: headline === undefined ? -1 : elements.indexOf(headline), around };
}
