/** A source rule: what one site's file says about its pages. */
import type { XPath } from '../html/xpath/index.ts';

/** A pattern that holds where the page has what `condition` selects, or always without one. */
export interface Pattern {
  readonly xpath: XPath;
  readonly condition: XPath | null;
}

/** Text in the page's markup that is exchanged before the page is parsed. Literal, never a regular expression. */
export interface Replacement {
  readonly find: string;
  readonly replace: string;
}

/** A page that the rule was written for, and sentences its article must have. */
export interface RuleTest {
  readonly url: string;
  readonly contains: readonly string[];
}

export interface SourceRule {
  /** Where it was read, for messages. */
  readonly file: string;
  /** Of several patterns for one field the first that finds something counts. */
  readonly title: readonly Pattern[];
  readonly body: readonly Pattern[];
  readonly author: readonly Pattern[];
  readonly date: readonly Pattern[];
  /** Everything that any of these selects is taken out of the page. */
  readonly strip: readonly Pattern[];
  /** Parts of a class or id; elements that have one are taken out. */
  readonly stripIdOrClass: readonly string[];
  /** Parts of an image's address; images that have one are taken out. */
  readonly stripImageSrc: readonly string[];
  readonly replacements: readonly Replacement[];
  readonly nextPageLink: readonly Pattern[];
  readonly singlePageLink: readonly Pattern[];
  /** Whether asides, forms and the like are taken out of the body the patterns select. */
  readonly prune: boolean;
  /** Whether the body is looked for without the rule where its patterns find none. */
  readonly autodetectOnFailure: boolean;
  readonly tests: readonly RuleTest[];
}

/** Something about a line of a rule file. */
export interface RuleNote {
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  /** `problem`: the line is wrong and left out. `ignored`: it is right, and newsmill does not do this. */
  readonly kind: 'problem' | 'ignored';
  readonly message: string;
}

export interface ParsedRule {
  readonly rule: SourceRule;
  readonly notes: readonly RuleNote[];
}
