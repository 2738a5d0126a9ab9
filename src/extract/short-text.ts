/** The text of elements that may hold the whole page: read only as far as it is looked at. */
import type { DomElement, DomNode } from './html/dom.ts';
import { TEXT_NODE } from './html/dom.ts';

/** Nodes of a small element. */
const FEW_NODES = 400;

/** The text of an element that has no more characters than `most` and few nodes; null for larger ones, of which no more is read. */
export function shortText(element: DomElement, most: number): string | null {
  let text = '';
  let left = FEW_NODES;
  let node: DomNode | null = element.firstChild;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE) text += node.nodeValue ?? '';
    if (text.length > most || left-- <= 0) return null;
    let next: DomNode | null = node.firstChild;
    for (let at: DomNode | null = node; next === null && at !== null && at !== element; at = at.parentNode)
      next = at.nextSibling;
    node = next;
  }
  return text;
}
