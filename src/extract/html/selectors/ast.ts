/** What a selector list means once parsed (https://www.w3.org/TR/selectors-4/). */
import type { Element } from '../element.ts';

/** Says whether an element passes one simple selector; `scope` is what `:scope` stands for. */
export type Test = (element: Element, scope: ScopeNode) => boolean;

/** The node a query starts from; only compared by reference. */
export type ScopeNode = object;

/** Simple selectors that one element must pass together: `a.b[c]`. */
export interface Compound {
  /** The type selector's name as written, or null for any. */
  readonly tag: string | null;
  /** `tag` in lower case: what HTML elements are compared with. */
  readonly lowerTag: string | null;
  readonly tests: readonly Test[];
}

export type Combinator = ' ' | '>' | '+' | '~';

/**
 * Compounds with what stands between them, from right to left: `left[0]` is what must stand before
 * `subject`, and so on. `a > b c` is subject `c`, left `[' ' b, '>' a]`.
 */
export interface Complex {
  readonly subject: Compound;
  readonly left: readonly { readonly combinator: Combinator; readonly compound: Compound }[];
}

/** Comma-separated alternatives. */
export type SelectorList = readonly Complex[];
