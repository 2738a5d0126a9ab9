/** Finding elements: compiled selectors and walks over the tree in document order. */
import type { Element } from '../element.ts';
import { asciiLowerCase, HTML } from '../names.ts';
import { isElement, type Node, nextInTree } from '../node.ts';
import type { ScopeNode, SelectorList } from './ast.ts';
import { matchesList } from './match.ts';
import { parseSelectorList } from './parse.ts';

const CACHE_SIZE = 512;

/** A selector list, ready to be matched. */
export class CompiledSelector {
  readonly #list: SelectorList;

  constructor(list: SelectorList) {
    this.#list = list;
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

/** The first match among the descendants of `root`, in document order. */
export function selectFirst(root: Node, selector: CompiledSelector): Element | null {
  for (let node = root.firstChild; node !== null; node = nextInTree(node, root)) {
    if (isElement(node) && selector.matches(node, root)) return node;
  }
  return null;
}

/** All matches among the descendants of `root`, in document order; a list that stays as it is. */
export function selectAll(root: Node, selector: CompiledSelector): Element[] {
  const found: Element[] = [];
  for (let node = root.firstChild; node !== null; node = nextInTree(node, root)) {
    if (isElement(node) && selector.matches(node, root)) found.push(node);
  }
  return found;
}

/**
 * The descendants with a qualified name (https://dom.spec.whatwg.org/#concept-getelementsbytagname),
 * in document order. Unlike the standard's, the list does not follow later changes.
 */
export function elementsByTagName(root: Node, name: string): Element[] {
  const found: Element[] = [];
  const lower = asciiLowerCase(name);
  for (let node = root.firstChild; node !== null; node = nextInTree(node, root)) {
    if (!isElement(node)) continue;
    if (name === '*' || node.name.local === (node.namespace === HTML ? lower : name)) found.push(node);
  }
  return found;
}
