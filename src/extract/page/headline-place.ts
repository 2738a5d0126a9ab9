/** Where the headline stands: what is near it belongs to the article, and so does what holds it. */
import type { DomElement } from '../html/dom.ts';
import { comparable } from '../text.ts';

export interface HeadlinePlace {
  /** Index among the page's elements of the h1, else h2, that the title has, else of the first h1 outside navigation; -1 without one. */
  readonly index: number;
  /** That heading; null without one. */
  readonly element: DomElement | null;
  /** The elements that hold the headline: no part of the page that is about something else, whatever its name. */
  readonly around: ReadonlySet<DomElement>;
}

/**
 * @param headings the page's h1 and h2
 * @param elements all elements of its body; both in document order
 * @param title what the page's metadata calls it
 */
export function placeOfHeadline(
  headings: readonly DomElement[],
  elements: readonly DomElement[],
  title: string,
): HeadlinePlace {
  const isShown = (heading: DomElement): boolean => heading.closest('nav, aside, footer') === null;
  const named = titled(headings, comparable(title)).filter(isShown);
  const headline =
    named.find((heading) => heading.localName === 'h1') ??
    named[0] ??
    headings.find((heading) => heading.localName === 'h1' && isShown(heading));
  const around = new Set<DomElement>();
  for (let at = headline?.parentElement ?? null; at !== null; at = at.parentElement) around.add(at);
  return {
    index: headline === undefined ? -1 : elements.indexOf(headline),
    element: headline ?? null,
    around,
  };
}

/** Headings whose words a title has; a word or two may be the name of a section. */
function titled(headings: readonly DomElement[], title: string): DomElement[] {
  return headings.filter((heading) => {
    const text = comparable((heading.textContent ?? '').slice(0, 400));
    return text.length >= 15 && title.includes(text);
  });
}
