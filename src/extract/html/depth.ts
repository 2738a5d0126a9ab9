/**
 * The cap on depth. Readers of the tree, Readability among them, call themselves once per level, so
 * a page nested twenty thousand deep would end them. Browsers cap the depth for the same reason.
 */
import { ELEMENT_NODE } from './dom.ts';
import type { Element } from './element.ts';
import type { Node, ParentNode } from './node.ts';
import { isElement } from './tree.ts';

/**
 * Moves what stands deeper than `maxDepth` elements up to that depth: from its first child element
 * on, the content of an element at the limit is put behind it. Text and order stay as they are.
 */
export function capDepth(root: ParentNode, maxDepth: number): void {
  let depth = 1;
  let node: Element | null = root.firstElementChild;
  while (node !== null) {
    if (depth >= maxDepth) hoist(node);
    const inner: Element | null = node.firstElementChild;
    if (inner !== null) {
      node = inner;
      depth += 1;
      continue;
    }
    let next: Element | null = node.nextElementSibling;
    while (next === null) {
      const parent: ParentNode | null = node.parentNode;
      if (parent === null || parent === root || !isElement(parent)) return;
      node = parent;
      depth -= 1;
      next = node.nextElementSibling;
    }
    node = next;
  }
}

/** Puts the first child element and everything behind it after the element they stand in. */
function hoist(element: Element): void {
  const parent = element.parentNode;
  if (parent === null) return;
  const before = element.nextSibling;
  let child: Node | null = element.firstChild;
  while (child !== null && child.nodeType !== ELEMENT_NODE) child = child.nextSibling;
  while (child !== null) {
    const next: Node | null = child.nextSibling;
    element.unlink(child);
    parent.link(child, before);
    child = next;
  }
}
