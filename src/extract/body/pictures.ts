/** Pages of pictures, of which Readability finds nothing: their figures, whose captions are the text. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, weight } from '../text.ts';

/** Figures that make a page of pictures, and the weight of their captions. */
const LEAST_FIGURES = 3;
const LEAST_WEIGHT = 200;
const MOST_FIGURES = 200;

/** The page's figures with captions, moved into one new element in their order; null where there are too few. */
export function takePictures(page: Page): DomElement | null {
  const figures: DomElement[] = [];
  let captions = 0;
  for (const element of page.elements) {
    if (element.localName !== 'figure' || figures.length >= MOST_FIGURES) continue;
    const caption = element.querySelector('figcaption');
    // A picture that leads elsewhere stands for another story.
    if (caption === null || element.querySelector('img') === null || element.closest(ELSEWHERE) !== null)
      continue;
    captions += weight(foldSpace(caption.textContent ?? ''));
    figures.push(element);
  }
  if (figures.length < LEAST_FIGURES || captions < LEAST_WEIGHT) return null;
  const root = page.document.createElement('div');
  for (const figure of figures) root.appendChild(figure);
  return root;
}

const ELSEWHERE = 'a, nav, header, footer, aside, figure figure';
