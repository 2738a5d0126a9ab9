/** Walks and operations over whole subtrees. None of them recurses. */
import type { Document } from './document.ts';
import { DOCUMENT_NODE, ELEMENT_NODE } from './dom.ts';
import type { Element } from './element.ts';
import type { Node, ParentNode } from './node.ts';

/** Node types that `dom.ts` does not name, because extraction never meets them. */
export const DOCUMENT_TYPE_NODE = 10;
export const DOCUMENT_FRAGMENT_NODE = 11;

/** Whether a node is an element, with the type that says so. */
export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

/** The node that follows in document order within `root`, or null after the last. */
export function nextInTree(node: Node, root: Node): Node | null {
  return node.firstChild ?? nextAfterSubtree(node, root);
}

/** The node that follows a node and all its descendants in document order within `root`. */
export function nextAfterSubtree(node: Node, root: Node): Node | null {
  let at: Node = node;
  while (at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    if (at.parentNode === null) return null;
    at = at.parentNode;
  }
  return null;
}

/** Copies the descendants of `source` under `target`; of templates what they hold. */
export function copyChildren(source: Node, target: Node): void {
  const work: [from: Node, to: Node][] = [[source, target]];
  const ownerDocument = documentOf(target);
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [from, to] = pair;
    if (isElement(from) && isElement(to) && from.content !== null && to.content !== null) {
      work.push([from.content, to.content]);
    }
    for (let child = from.firstChild; child !== null; child = child.nextSibling) {
      const copy = child.cloneShallow(ownerDocument);
      (to as ParentNode).link(copy, null);
      if (child.firstChild !== null || (isElement(child) && child.content !== null)) work.push([child, copy]);
    }
  }
}

export function documentOf(node: Node): Document | null {
  return isDocument(node) ? node : node.ownerDocument;
}

function isDocument(node: Node): node is Document {
  return node.nodeType === DOCUMENT_NODE;
}

/** Makes a subtree belong to the document it is put into (https://dom.spec.whatwg.org/#concept-node-adopt). */
export function adopt(root: Node, document: Document | null): void {
  const work = [root];
  for (let top = work.pop(); top !== undefined; top = work.pop()) {
    for (let node: Node | null = top; node !== null; node = nextInTree(node, top)) {
      node.ownerDocument = document;
      if (isElement(node) && node.content !== null) work.push(node.content);
    }
  }
}
