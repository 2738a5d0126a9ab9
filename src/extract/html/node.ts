/**
 * Nodes and their links. Siblings form a doubly linked list, so that moving, removing and inserting
 * cost the same wherever a node stands; `childNodes` and `children` are arrays made on demand and
 * dropped when the parent changes. They are therefore snapshots: they do not follow later changes.
 *
 * Nothing here recurses over the tree: a page may be nested as deep as it likes.
 */
import type { Document } from './document.ts';
import { COMMENT_NODE, type DomNode, ELEMENT_NODE, TEXT_NODE } from './dom.ts';
import type { Element } from './element.ts';
import type { Text } from './text.ts';
import { adopt, copyChildren, DOCUMENT_FRAGMENT_NODE, documentOf, isElement } from './tree.ts';

/**
 * Longer texts are put together anew each time. Kept at every level of a deep tree, they would cost
 * many times the page.
 */
const LONGEST_CACHED_TEXT = 65_536;

const NO_NODES: readonly Node[] = [];

/**
 * The fields of nodes are `declare`d and set by constructors: a field that a class defines is set twice, first to
 * undefined by a step of its own, which made building a tree dearer by half.
 */
export abstract class Node implements DomNode {
  declare readonly nodeType: number;
  declare ownerDocument: Document | null;
  declare parentNode: ParentNode | null;
  declare previousSibling: Node | null;
  declare nextSibling: Node | null;
  /** Always null on leaves; kept on every node so that walks read one field wherever they stand. */
  declare firstChild: Node | null;
  declare lastChild: Node | null;

  constructor(nodeType: number, ownerDocument: Document | null) {
    this.nodeType = nodeType;
    this.ownerDocument = ownerDocument;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
    this.firstChild = null;
    this.lastChild = null;
  }

  /**
   * Tells Readability that `tagName` and `localName` may be assigned. It then renames elements in
   * place, as it does on the parser it ships with, instead of building a replacement for each.
   */
  get __JSDOMParser__(): boolean {
    return true;
  }

  get ELEMENT_NODE(): number {
    return ELEMENT_NODE;
  }

  get TEXT_NODE(): number {
    return TEXT_NODE;
  }

  get COMMENT_NODE(): number {
    return COMMENT_NODE;
  }

  abstract get nodeName(): string;

  get nodeValue(): string | null {
    return null;
  }

  set nodeValue(_value: string | null) {
    // The standard gives the setter no effect on nodes that carry no character data.
  }

  get textContent(): string | null {
    return null;
  }

  set textContent(_value: string | null) {
    // No effect on documents and doctypes (https://dom.spec.whatwg.org/#dom-node-textcontent).
  }

  get parentElement(): Element | null {
    const parent = this.parentNode;
    return parent !== null && isElement(parent) ? parent : null;
  }

  get childNodes(): readonly Node[] {
    return NO_NODES;
  }

  get nextElementSibling(): Element | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.nextSibling;
    return node as Element | null;
  }

  get previousElementSibling(): Element | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT_NODE) node = node.previousSibling;
    return node as Element | null;
  }

  hasChildNodes(): boolean {
    return this.firstChild !== null;
  }

  /** Takes the node out of its parent, if it has one. */
  remove(): void {
    if (this.parentNode !== null) unlink(this);
  }

  appendChild<T extends DomNode>(child: T): T {
    return this.insertBefore(child, null);
  }

  insertBefore<T extends DomNode>(_child: T, _before: DomNode | null): T {
    throw new DOMException('This node cannot have children', 'HierarchyRequestError');
  }

  removeChild<T extends DomNode>(child: T): T {
    const node = toNode(child);
    if (node.parentNode !== (this as Node)) throw notAChild();
    unlink(node);
    return child;
  }

  replaceChild<T extends DomNode>(child: DomNode, old: T): T {
    const oldNode = toNode(old);
    if (oldNode.parentNode !== (this as Node)) throw notAChild();
    if (toNode(child) === oldNode) return old;
    let before = oldNode.nextSibling;
    if (before === child) before = before.nextSibling;
    unlink(oldNode);
    this.insertBefore(child, before);
    return old;
  }

  contains(other: DomNode | null): boolean {
    for (let node = other; node !== null; node = node.parentNode) if (node === this) return true;
    return false;
  }

  /** A copy of this node alone, without children and without a parent, for a document of its own or another. */
  abstract cloneShallow(ownerDocument: Document | null): Node;

  cloneNode(deep = false): Node {
    const copy = this.cloneShallow(this.ownerDocument);
    if (deep) copyChildren(this, copy);
    return copy;
  }
}

/** A node that can have children: document, fragment or element. */
export abstract class ParentNode extends Node {
  /**
   * The family bits of all descendants, or more: bits are added when nodes come and stay when they
   * go. A search for a name skips every subtree without its bit.
   */
  declare families: number;
  /**
   * The text content, once it was asked for. Where a node has it, all elements within have theirs;
   * so a change has to clear it only up to the first ancestor that has none.
   */
  declare protected cachedText: string | null;
  declare private nodeList: readonly Node[] | null;
  declare private elementList: readonly Element[] | null;

  constructor(nodeType: number, ownerDocument: Document | null) {
    super(nodeType, ownerDocument);
    this.families = 0;
    this.cachedText = null;
    this.nodeList = null;
    this.elementList = null;
  }

  override get childNodes(): readonly Node[] {
    if (this.nodeList === null) {
      const nodes: Node[] = [];
      for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
      this.nodeList = nodes;
    }
    return this.nodeList;
  }

  get children(): readonly Element[] {
    if (this.elementList === null) {
      const elements: Element[] = [];
      for (let node = this.firstElementChild; node !== null; node = node.nextElementSibling)
        elements.push(node);
      this.elementList = elements;
    }
    return this.elementList;
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): Element | null {
    const first = this.firstChild;
    return first === null || isElement(first) ? first : first.nextElementSibling;
  }

  get lastElementChild(): Element | null {
    const last = this.lastChild;
    return last === null || isElement(last) ? last : last.previousElementSibling;
  }

  override insertBefore<T extends DomNode>(child: T, before: DomNode | null): T {
    const node = toNode(child);
    let reference = before === null ? null : toNode(before);
    if (reference !== null && reference.parentNode !== this) throw notAChild();
    if (node.firstChild !== null && node.contains(this)) {
      throw new DOMException('A node cannot be put into itself or its descendants', 'HierarchyRequestError');
    }
    const document = documentOf(this);
    if (node.ownerDocument !== document) adopt(node, document);
    if (node.nodeType === DOCUMENT_FRAGMENT_NODE) {
      for (let moved = node.firstChild; moved !== null; moved = node.firstChild) {
        unlink(moved);
        this.link(moved, reference);
      }
      return child;
    }
    if (reference === node) reference = node.nextSibling;
    if (node.parentNode !== null) unlink(node);
    this.link(node, reference);
    return child;
  }

  /** Puts an unattached node before `before` (or last) without any check. For builders of whole trees. */
  link(node: Node, before: Node | null): void {
    const previous = before === null ? this.lastChild : before.previousSibling;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    if (before === null) this.lastChild = node;
    else before.previousSibling = node;
    if (node.nodeType === ELEMENT_NODE)
      this.addFamilies((node as Element).families | (node as Element).name.family);
    this.childrenChanged();
  }

  /** The reverse of `link`. */
  unlink(node: Node): void {
    const { previousSibling: previous, nextSibling: next } = node;
    if (previous === null) this.firstChild = next;
    else previous.nextSibling = next;
    if (next === null) this.lastChild = previous;
    else next.previousSibling = previous;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.childrenChanged();
  }

  removeAllChildren(): void {
    for (let node = this.firstChild; node !== null; node = this.firstChild) this.unlink(node);
  }

  /** Notes that elements of these families stand somewhere within. */
  addFamilies(bits: number): void {
    let node: ParentNode | null = this;
    while (node !== null && (node.families & bits) !== bits) {
      node.families |= bits;
      node = node.parentNode;
    }
  }

  /** Forgets the text of this node and its ancestors. */
  textChanged(): void {
    let node: ParentNode | null = this;
    while (node !== null && node.cachedText !== null) {
      node.cachedText = null;
      node = node.parentNode;
    }
  }

  /** The text of all descendant text nodes, in order (https://dom.spec.whatwg.org/#concept-descendant-text-content). */
  protected descendantText(): string {
    if (this.cachedText !== null) return this.cachedText;
    // The texts read so far of the elements that are open between this node and `node`.
    const outer: string[] = [];
    let text = '';
    let node = this.firstChild;
    let parent: ParentNode = this;
    while (true) {
      if (node === null) {
        if (text.length <= LONGEST_CACHED_TEXT) parent.cachedText = text;
        if (parent === this) return text;
        text = (outer.pop() ?? '') + text;
        node = parent.nextSibling;
        parent = parent.parentNode ?? this;
      } else if (node.nodeType === TEXT_NODE) {
        text += (node as Text).data;
        node = node.nextSibling;
      } else if (node.nodeType !== ELEMENT_NODE) {
        node = node.nextSibling;
      } else if ((node as Element).cachedText !== null) {
        text += (node as Element).cachedText;
        node = node.nextSibling;
      } else {
        outer.push(text);
        text = '';
        parent = node as Element;
        node = node.firstChild;
      }
    }
  }

  private childrenChanged(): void {
    this.nodeList = null;
    this.elementList = null;
    if (this.cachedText !== null) this.textChanged();
  }
}

function unlink(node: Node): void {
  node.parentNode?.unlink(node);
}

/** Nodes of another implementation cannot join this tree. */
function toNode(node: DomNode): Node {
  if (node instanceof Node) return node;
  throw new TypeError('The node belongs to another DOM implementation');
}

function notAChild(): DOMException {
  return new DOMException('The node is not a child of this node', 'NotFoundError');
}
