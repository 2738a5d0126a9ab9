/** Elements given another name. */
import type { DomDocument, DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';

/** Whether an element has text that stands in none of its children. */
export function hasOwnText(element: DomElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE && (child.nodeValue ?? '').trim() !== '') return true;
  }
  return false;
}

/** The same element under another name. */
export function retag(element: DomElement, name: string, document: DomDocument): void {
  const parent = element.parentNode;
  if (parent === null) return;
  const next = document.createElement(name);
  for (const { name: key, value } of element.attributes) {
    // An attribute name that HTML's parser lets in and the DOM's setter does not carries nothing we read.
    if (/^[a-z][\w:.-]*$/i.test(key)) next.setAttribute(key, value);
  }
  for (let child = element.firstChild; child !== null; child = element.firstChild) next.appendChild(child);
  parent.replaceChild(next, element);
}
