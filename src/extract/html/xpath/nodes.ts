/**
 * XPath's data model (section 5) over a page's tree: attributes become nodes, document order becomes a
 * number. Both DOMs are read through the same interfaces. Doctypes are no nodes of this model.
 */
import {
  COMMENT_NODE,
  DOCUMENT_NODE,
  type DomElement,
  type DomNode,
  ELEMENT_NODE,
  TEXT_NODE,
} from '../dom.ts';
import type { StepBudget } from './budget.ts';

/** An attribute as a node; one object for one attribute within a `PageView`. */
export class AttributeNode {
  readonly owner: DomElement;
  readonly name: string;
  readonly value: string;

  constructor(owner: DomElement, name: string, value: string) {
    this.owner = owner;
    this.name = name;
    this.value = value;
  }
}

export type XPathNode = DomNode | AttributeNode;

export function isAttribute(node: XPathNode): node is AttributeNode {
  return node instanceof AttributeNode;
}

export function isElementNode(node: XPathNode): node is DomElement {
  return !isAttribute(node) && node.nodeType === ELEMENT_NODE;
}

/** Whether the model has this node at all. */
export function isModelled(node: DomNode): boolean {
  const type = node.nodeType;
  return type === ELEMENT_NODE || type === TEXT_NODE || type === COMMENT_NODE || type === DOCUMENT_NODE;
}

/** Section 5's string-value. */
export function stringValue(node: XPathNode, budget: StepBudget): string {
  const text = textOf(node);
  budget.spendText(text.length);
  return text;
}

function textOf(node: XPathNode): string {
  if (isAttribute(node)) return node.value;
  if (node.nodeType !== DOCUMENT_NODE) return node.textContent ?? '';
  let text = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT_NODE) text += child.textContent ?? '';
  return text;
}

export function parentOf(node: XPathNode): DomNode | null {
  return isAttribute(node) ? node.owner : node.parentNode;
}

export function rootOf(node: XPathNode): DomNode {
  let at: DomNode = isAttribute(node) ? node.owner : node;
  for (let parent = at.parentNode; parent !== null; parent = parent.parentNode) at = parent;
  return at;
}

/** The node after `node` in document order within `root`, attributes left out; null after the last. */
export function nextNode(node: DomNode, root: DomNode): DomNode | null {
  return node.firstChild ?? nextSkippingChildren(node, root);
}

/** The node after `node` and all its descendants. */
export function nextSkippingChildren(node: DomNode, root: DomNode): DomNode | null {
  for (let at: DomNode | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nextSibling !== null) return at.nextSibling;
  return null;
}

/** A tree that does not change while one pattern is evaluated: its attribute nodes and its order. */
export class PageView {
  readonly budget: StepBudget;
  readonly root: DomNode;
  readonly #attributes = new Map<DomElement, AttributeNode[]>();
  #order: Map<DomNode, number> | null = null;

  /** @param context any node of the tree */
  constructor(context: DomNode, budget: StepBudget) {
    this.root = rootOf(context);
    this.budget = budget;
  }

  attributesOf(element: DomElement): AttributeNode[] {
    this.budget.spend(element.attributes.length);
    return Array.from(element.attributes, ({ name, value }) => this.#node(element, name, value));
  }

  /** The attribute of that name, which most patterns ask for, without looking at the others. */
  attributeOf(element: DomElement, name: string): AttributeNode | null {
    const value = element.getAttribute(name);
    return value === null ? null : this.#node(element, name, value);
  }

  #node(element: DomElement, name: string, value: string): AttributeNode {
    const known = this.#attributes.get(element);
    const same = known?.find((node) => node.name === name);
    if (same !== undefined) return same;
    const made = new AttributeNode(element, name, value);
    if (known === undefined) this.#attributes.set(element, [made]);
    else known.push(made);
    return made;
  }

  /** Each node once, in document order (section 5). */
  sort(nodes: readonly XPathNode[]): XPathNode[] {
    const unique = [...new Set(nodes)];
    if (unique.length < 2) return unique;
    const order = this.#documentOrder();
    this.budget.spend(unique.length * 2);
    const number = (node: XPathNode): number => order.get(isAttribute(node) ? node.owner : node) ?? 0;
    const within = (node: XPathNode): number => (isAttribute(node) ? placeOf(node) : 0);
    return unique.sort((a, b) => number(a) - number(b) || within(a) - within(b));
  }

  #documentOrder(): Map<DomNode, number> {
    if (this.#order !== null) return this.#order;
    const order = new Map<DomNode, number>();
    const { root } = this;
    for (let node: DomNode | null = root; node !== null; node = nextNode(node, root))
      order.set(node, order.size);
    this.budget.spend(order.size);
    this.#order = order;
    return order;
  }
}

/** An attribute's place among its element's, from 1. */
function placeOf(attribute: AttributeNode): number {
  return Array.from(attribute.owner.attributes, ({ name }) => name).indexOf(attribute.name) + 1;
}
