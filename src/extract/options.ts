/** Options of one extraction, and the bounds on untrusted pages. */
import type { RuleBook } from './rules/rule-book.ts';

/** Which DOM reads the page: newsmill's own tree, or jsdom as the reference. */
export type DomChoice = 'own' | 'jsdom';

/** Bounds on one page. A page that breaks one ends as a failure with that bound's code. */
export interface ExtractLimits {
  /** Bytes of the body (`page_too_large`). */
  readonly maxBytes: number;
  /** Levels of nested elements (`page_too_deep`). */
  readonly maxDepth: number;
  /** Elements and text nodes of the page (`page_too_many_nodes`). */
  readonly maxNodes: number;
  /** Characters of JSON-LD read from one script element; a longer one is not read. */
  readonly maxJsonLdChars: number;
  /** Characters of article text; the rest is cut at a block's end. */
  readonly maxTextChars: number;
}

export interface ExtractOptions {
  readonly dom?: DomChoice;
  readonly limits?: Partial<ExtractLimits>;
  /** Source rules; without it pages are read by what they show alone. */
  readonly rules?: RuleBook;
}

export const DEFAULT_LIMITS: ExtractLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxDepth: 512,
  maxNodes: 500_000,
  maxJsonLdChars: 2_000_000,
  maxTextChars: 2_000_000,
};

/** The limits of a call: what it names, over the defaults. */
export function limitsOf(options: ExtractOptions): ExtractLimits {
  return { ...DEFAULT_LIMITS, ...options.limits };
}
