/** The stack of open elements (https://html.spec.whatwg.org/#the-stack-of-open-elements). */
import type { Element } from '../element.ts';
import { type ParseLimits, tooCostly } from '../limits.ts';
import {
  BUTTON_SCOPE,
  bitsOf,
  HEADING,
  HTML,
  knownName,
  LIST_ITEM_SCOPE,
  SCOPE,
  SPECIAL,
  TABLE_SCOPE,
  type TagName,
  WITHIN_SELECT,
} from '../names.ts';

const P = knownName('p');
const TEMPLATE = knownName('template');

export class OpenElements {
  /** Root first. */
  readonly items: Element[] = [];
  /**
   * For each open element, whether a `p` is in button scope when it is the current node. Almost every
   * start tag asks that; looked up along the stack, deep nesting would cost quadratic time.
   */
  readonly #paragraphInScope: boolean[] = [];
  readonly #limits: ParseLimits;
  #stepsLeft: number;
  #current: Element | null = null;
  #templates = 0;

  constructor(limits: ParseLimits) {
    this.#limits = limits;
    this.#stepsLeft = limits.maxScopeSteps;
  }

  get length(): number {
    return this.items.length;
  }

  /** The current node. */
  get current(): Element | null {
    return this.#current;
  }

  get hasTemplate(): boolean {
    return this.#templates > 0;
  }

  get hasParagraphInButtonScope(): boolean {
    return this.#paragraphInScope[this.#paragraphInScope.length - 1] === true;
  }

  /** Counts the elements that a search along the stack has looked at. */
  spend(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw tooCostly(this.#limits);
  }

  push(element: Element): void {
    this.items.push(element);
    this.#current = element;
    this.#noteParagraph(element);
    if (isHtmlElement(element, TEMPLATE)) this.#templates += 1;
  }

  pop(): void {
    const element = this.items.pop();
    this.#paragraphInScope.pop();
    if (element !== undefined && isHtmlElement(element, TEMPLATE)) this.#templates -= 1;
    this.#current = this.items[this.items.length - 1] ?? null;
  }

  /** Takes an element out, wherever it stands. */
  remove(element: Element): void {
    const at = this.items.lastIndexOf(element);
    if (at === -1) return;
    if (at === this.items.length - 1) this.pop();
    else this.splice(at, 1);
  }

  /** `Array.prototype.splice` on the stack. */
  splice(at: number, remove: number, ...insert: Element[]): void {
    for (const element of this.items.splice(at, remove, ...insert)) {
      if (isHtmlElement(element, TEMPLATE)) this.#templates -= 1;
    }
    for (const element of insert) if (isHtmlElement(element, TEMPLATE)) this.#templates += 1;
    this.spend(this.items.length - at);
    this.#paragraphInScope.length = at;
    for (let i = at; i < this.items.length; i += 1) this.#noteParagraph(this.items[i]);
    this.#current = this.items[this.items.length - 1] ?? null;
  }

  indexOf(element: Element): number {
    // Looked up from the end, where it is found at once unless it is not there at all.
    return this.items.lastIndexOf(element);
  }

  includes(element: Element): boolean {
    return this.items.includes(element);
  }

  /** Pops elements until an HTML element with one of the names is popped. */
  popThrough(...names: TagName[]): void {
    for (let top = this.#current; top !== null; top = this.#current) {
      this.pop();
      if (top.namespace === HTML && names.includes(top.name)) return;
    }
  }

  popThroughElement(element: Element): void {
    for (let top = this.#current; top !== null; top = this.#current) {
      this.pop();
      if (top === element) return;
    }
  }

  popThroughHeading(): void {
    for (let top = this.#current; top !== null; top = this.#current) {
      this.pop();
      if (top.namespace === HTML && (top.name.html & HEADING) !== 0) return;
    }
  }

  /** Pops elements until the current node is an HTML element with one of the names. */
  popTo(...names: TagName[]): void {
    for (let top = this.#current; top !== null; top = this.#current) {
      if (top.namespace === HTML && names.includes(top.name)) return;
      this.pop();
    }
  }

  /** Pops elements until only `length` are left. */
  truncate(length: number): void {
    while (this.items.length > length) this.pop();
  }

  /** Pops elements as long as they close by themselves, `except` apart ("generate implied end tags"). */
  generateImpliedEndTags(bit: number, except: TagName | null): void {
    for (let top = this.#current; top !== null; top = this.#current) {
      if (top.namespace !== HTML || (top.name.html & bit) === 0 || top.name === except) return;
      this.pop();
    }
  }

  hasInScope(...names: TagName[]): boolean {
    return this.#hasAbove(SCOPE, names);
  }

  hasInListItemScope(name: TagName): boolean {
    return this.#hasAbove(LIST_ITEM_SCOPE, [name]);
  }

  hasInButtonScope(name: TagName): boolean {
    return this.#hasAbove(BUTTON_SCOPE, [name]);
  }

  hasInTableScope(...names: TagName[]): boolean {
    let i = this.items.length - 1;
    let found = false;
    for (; i >= 0 && !found; i -= 1) {
      const element = this.items[i];
      if (element === undefined || element.namespace !== HTML) continue;
      found = names.includes(element.name);
      if (!found && (element.name.html & TABLE_SCOPE) !== 0) break;
    }
    this.spend(this.items.length - i);
    return found;
  }

  hasInSelectScope(name: TagName): boolean {
    for (let i = this.items.length - 1; i >= 0; i -= 1) {
      const element = this.items[i];
      if (element === undefined || element.namespace !== HTML) return false;
      if (element.name === name) return true;
      if ((element.name.html & WITHIN_SELECT) === 0) return false;
    }
    return false;
  }

  hasHeadingInScope(): boolean {
    let i = this.items.length - 1;
    let found = false;
    for (; i >= 0 && !found; i -= 1) {
      const element = this.items[i];
      if (element === undefined) break;
      found = element.namespace === HTML && (element.name.html & HEADING) !== 0;
      if (!found && (bitsOf(element.name, element.namespace) & SCOPE) !== 0) break;
    }
    this.spend(this.items.length - i);
    return found;
  }

  isInScope(element: Element): boolean {
    let i = this.items.length - 1;
    let found = false;
    for (; i >= 0 && !found; i -= 1) {
      const open = this.items[i];
      if (open === undefined) break;
      found = open === element;
      if (!found && (bitsOf(open.name, open.namespace) & SCOPE) !== 0) break;
    }
    this.spend(this.items.length - i);
    return found;
  }

  /** The topmost special element above (nested in) the one at `index`, or null. */
  furthestBlock(index: number): Element | null {
    this.spend(this.items.length - index);
    for (let i = index + 1; i < this.items.length; i += 1) {
      const element = this.items[i];
      if (element !== undefined && isSpecial(element)) return element;
    }
    return null;
  }

  #hasAbove(boundary: number, names: readonly TagName[]): boolean {
    let i = this.items.length - 1;
    let found = false;
    for (; i >= 0 && !found; i -= 1) {
      const element = this.items[i];
      if (element === undefined) break;
      found = element.namespace === HTML && names.includes(element.name);
      if (!found && (bitsOf(element.name, element.namespace) & boundary) !== 0) break;
    }
    this.spend(this.items.length - i);
    return found;
  }

  /** Records whether a `p` is in button scope from the element that comes next in the stack. */
  #noteParagraph(element: Element | undefined): void {
    if (element === undefined) return;
    const below = this.#paragraphInScope;
    const ends = (bitsOf(element.name, element.namespace) & BUTTON_SCOPE) !== 0;
    below.push(isHtmlElement(element, P) || (!ends && below[below.length - 1] === true));
  }
}

/** Whether an element is an HTML element of one name. */
export function isHtmlElement(element: Element, name: TagName): boolean {
  return element.name === name && element.namespace === HTML;
}

export function isSpecial(element: Element): boolean {
  return (bitsOf(element.name, element.namespace) & SPECIAL) !== 0;
}
