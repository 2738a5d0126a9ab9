/** The engine: Mozilla's Readability on the tree that is already there. */
import type { DomDocument, DomElement } from '../html/dom.ts';
import { ELEMENT_NODE } from '../html/dom.ts';
import { Engine } from './engine.ts';

export interface ReadabilityBody {
  /** The article's content, taken out of the page; the page is rewritten by this call. */
  readonly root: DomElement;
  readonly byline: string | null;
  readonly direction: string | null;
}

/**
 * Runs Readability once. Consumes the document.
 * @returns null when Readability finds no content
 */
export function runReadability(document: DomDocument): ReadabilityBody | null {
  let root: DomElement | null = null;
  const reader = new Engine(document, {
    // The class names tell the cleaner what a block is for.
    keepClasses: true,
    // Metadata is read by our own readers, from one parse of the JSON-LD.
    disableJSONLD: true,
    // The tree itself is what the next steps read: no serialising, no second parse.
    serializer: (node: unknown) => {
      if (isElement(node)) root = node;
      return '';
    },
  });
  const result = reader.parse();
  if (result === null || root === null) return null;
  return { root, byline: result.byline ?? null, direction: result.dir ?? null };
}

function isElement(node: unknown): node is DomElement {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === ELEMENT_NODE;
}
