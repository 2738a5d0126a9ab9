/** The axes (section 2.2): the nodes that stand in a relation to one node, nearest first. */
import { COMMENT_NODE, type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from '../dom.ts';
import { asciiLowerCase } from '../names.ts';
import type { Axis, NodeTest } from './ast.ts';
import {
  isAttribute,
  isElementNode,
  isModelled,
  nextNode,
  nextSkippingChildren,
  type PageView,
  parentOf,
  type XPathNode,
} from './nodes.ts';

/** Axes whose nearest node comes last in document order. */
export const REVERSE_AXES: ReadonlySet<Axis> = new Set<Axis>([
  'ancestor',
  'ancestor-or-self',
  'preceding',
  'preceding-sibling',
]);

/**
 * The nodes of an axis that pass a node test, in the axis's own order. Each node that is looked at
 * costs one step.
 */
export function walkAxis(axis: Axis, test: NodeTest, from: XPathNode, view: PageView): XPathNode[] {
  const found: XPathNode[] = [];
  const { budget } = view;
  const look = (node: XPathNode): void => {
    budget.spend(1);
    if (passes(node, test, axis)) found.push(node);
  };
  switch (axis) {
    case 'self':
      look(from);
      break;
    case 'parent': {
      const parent = parentOf(from);
      if (parent !== null) look(parent);
      break;
    }
    case 'ancestor-or-self':
    case 'ancestor':
      if (axis === 'ancestor-or-self') look(from);
      for (let node = parentOf(from); node !== null; node = node.parentNode) look(node);
      break;
    case 'attribute':
      if (!isElementNode(from)) break;
      if (test.kind === 'name') {
        budget.spend(1);
        const attribute = view.attributeOf(from, test.name);
        if (attribute !== null) found.push(attribute);
      } else for (const attribute of view.attributesOf(from)) look(attribute);
      break;
    case 'child':
      if (!isAttribute(from))
        for (let node = from.firstChild; node !== null; node = node.nextSibling) look(node);
      break;
    case 'descendant-or-self':
    case 'descendant':
      if (axis === 'descendant-or-self') look(from);
      if (!isAttribute(from)) walkDescendants(from, test, view, found);
      break;
    case 'following-sibling':
      if (!isAttribute(from))
        for (let node = from.nextSibling; node !== null; node = node.nextSibling) look(node);
      break;
    case 'preceding-sibling':
      if (!isAttribute(from))
        for (let node = from.previousSibling; node !== null; node = node.previousSibling) look(node);
      break;
    case 'following': {
      const { root } = view;
      // An element's children come after its attributes, and are no descendants of theirs.
      let node = isAttribute(from) ? nextNode(from.owner, root) : nextSkippingChildren(from, root);
      for (; node !== null; node = nextNode(node, root)) look(node);
      break;
    }
    case 'preceding':
      walkPreceding(isAttribute(from) ? from.owner : from, look);
      break;
    case 'namespace':
      break;
  }
  return found;
}

/** Most patterns spend most of their time here: steps are paid for in bulk, and names compared in place. */
function walkDescendants(from: DomNode, test: NodeTest, view: PageView, found: XPathNode[]): void {
  const name = test.kind === 'name' ? test.name : null;
  let steps = 0;
  for (let node = nextNode(from, from); node !== null; node = nextNode(node, from)) {
    if (++steps === PAID_AT_ONCE) {
      view.budget.spend(steps);
      steps = 0;
    }
    if (name === null ? passesNode(node, test) : isNamed(node, name)) found.push(node);
  }
  view.budget.spend(steps);
}

const PAID_AT_ONCE = 1024;

function isNamed(node: DomNode, name: string): boolean {
  if (node.nodeType !== ELEMENT_NODE) return false;
  const { localName } = node as DomElement;
  return localName === name || (localName.length === name.length && asciiLowerCase(localName) === name);
}

/** All nodes before this one, backwards, but its ancestors. */
function walkPreceding(from: DomNode, look: (node: DomNode) => void): void {
  for (let at: DomNode | null = from; at !== null; at = at.parentNode) {
    for (let sibling = at.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      let node: DomNode = deepestLast(sibling);
      for (;;) {
        look(node);
        if (node === sibling) break;
        node =
          node.previousSibling === null ? (node.parentNode ?? sibling) : deepestLast(node.previousSibling);
      }
    }
  }
}

function deepestLast(node: DomNode): DomNode {
  let at = node;
  for (let last = at.lastChild; last !== null; last = last.lastChild) at = last;
  return at;
}

function passes(node: XPathNode, test: NodeTest, axis: Axis): boolean {
  if (!isAttribute(node)) return passesNode(node, test);
  return test.kind === 'node' || (axis === 'attribute' && test.kind === 'any-name');
}

function passesNode(node: DomNode, test: NodeTest): boolean {
  switch (test.kind) {
    case 'node':
      return isModelled(node);
    case 'text':
      return node.nodeType === TEXT_NODE;
    case 'comment':
      return node.nodeType === COMMENT_NODE;
    case 'any-name':
      return node.nodeType === ELEMENT_NODE;
    case 'name':
      return isNamed(node, test.name);
    default:
      return false;
  }
}
