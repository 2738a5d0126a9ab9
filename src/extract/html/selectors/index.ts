/** Finding elements: compiled selectors and walks over the tree in document order. */
import type { Element } from '../element.ts';
import { asciiLowerCase, familyBit, HTML } from '../names.ts';
import type { ParentNode } from '../node.ts';
import { isElement } from '../tree.ts';
import type { Compound, ScopeNode, SelectorList } from './ast.ts';
import { matchesList } from './match.ts';
import { parseSelectorList } from './parse.ts';

const CACHE_SIZE = 512;

/** A selector list, ready to be matched. */
export class CompiledSelector {
  readonly #list: SelectorList;
  /** The families (`TagName.family`) that can match; -1 for any. */
  readonly families: number;

  constructor(list: SelectorList) {
    this.#list = list;
    this.families = list.reduce((bits, { subject }) => bits | familiesOf(subject), 0);
  }

  matches(element: Element, scope: ScopeNode): boolean {
    return matchesList(element, this.#list, scope);
  }
}

const compiled = new Map<string, CompiledSelector>();

/** Compiles a selector list, or takes it from the last `CACHE_SIZE` compiled ones. Throws a `SyntaxError` DOMException. */
export function compileSelector(text: string): CompiledSelector {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const selector = new CompiledSelector(parseSelectorList(text));
  if (compiled.size >= CACHE_SIZE) {
    const oldest = compiled.keys().next();
    if (oldest.done === false) compiled.delete(oldest.value);
  }
  compiled.set(text, selector);
  return selector;
}

/** Of HTML elements the lower-case name counts, of others the name as written. */
function familiesOf({ tag, lowerTag }: Compound): number {
  return tag === null || lowerTag === null ? ANY : familyBit(tag) | familyBit(lowerTag);
}

/** The first match among the descendants of `root`, in document order. */
export function selectFirst(root: ParentNode, selector: CompiledSelector): Element | null {
  for (
    let node = firstOf(root, selector.families);
    node !== null;
    node = nextOf(node, root, selector.families)
  ) {
    if (selector.matches(node, root)) return node;
  }
  return null;
}

/** All matches among the descendants of `root`, in document order; a list that stays as it is. */
export function selectAll(root: ParentNode, selector: CompiledSelector): Element[] {
  const found: Element[] = [];
  for (
    let node = firstOf(root, selector.families);
    node !== null;
    node = nextOf(node, root, selector.families)
  ) {
    if (selector.matches(node, root)) found.push(node);
  }
  return found;
}

/**
 * The descendants with a qualified name (https://dom.spec.whatwg.org/#concept-getelementsbytagname),
 * in document order. Unlike the standard's, the list does not follow later changes.
 */
export function elementsByTagName(root: ParentNode, name: string): Element[] {
  const found: Element[] = [];
  const lower = asciiLowerCase(name);
  const families = name === '*' ? ANY : familyBit(name) | familyBit(lower);
  for (let node = firstOf(root, families); node !== null; node = nextOf(node, root, families)) {
    if (name === '*' || node.name.local === (node.namespace === HTML ? lower : name)) found.push(node);
  }
  return found;
}

const ANY = -1;

/** The first descendant element of some families, or null. */
function firstOf(root: ParentNode, families: number): Element | null {
  return (root.families & families) === 0 ? null : settle(root.firstElementChild, root, families);
}

/** The next descendant element of some families, skipping subtrees that hold none. */
function nextOf(element: Element, root: ParentNode, families: number): Element | null {
  const inner = (element.families & families) === 0 ? null : element.firstElementChild;
  return settle(inner ?? after(element, root), root, families);
}

/** The element itself, if it is of the families, or the next one that is. */
function settle(start: Element | null, root: ParentNode, families: number): Element | null {
  let element = start;
  while (element !== null && (element.name.family & families) === 0) {
    const inner = (element.families & families) === 0 ? null : element.firstElementChild;
    element = inner ?? after(element, root);
  }
  return element;
}

/** The element that follows an element and its descendants, within `root`. */
function after(element: Element, root: ParentNode): Element | null {
  let at: Element | null = element;
  while (at !== null) {
    const next: Element | null = at.nextElementSibling;
    if (next !== null) return next;
    const parent: ParentNode | null = at.parentNode;
    at = parent === root || parent === null || !isElement(parent) ? null : parent;
  }
  return null;
}
