/** The engine: Mozilla's Readability on the tree that is already there. */
import type { DomDocument, DomElement } from '../html/dom.ts';
import { Engine } from './engine.ts';

export interface ReadabilityBody {
  /** The article's content, taken out of the page; the page is rewritten by this call. */
  readonly root: DomElement;
}

/**
 * Runs Readability once. Consumes the document.
 * @param rebuild gives the document afresh; asked for only when Readability begins again
 * @returns null when Readability finds no content
 */
export function runReadability(document: DomDocument, rebuild: () => DomDocument): ReadabilityBody | null {
  const root = new Engine(document, rebuild).read();
  return root === null ? null : { root };
}
