/** Bounds on untrusted markup, and what happens at each. */
import { NewsmillError } from '../../errors.ts';

export interface ParseLimits {
  /**
   * How deep elements nest. What stands deeper is moved up to this depth, as in browsers: the page
   * keeps its text and its order, and no reader of the tree has to descend further.
   */
  readonly maxDepth: number;
  /** How many elements may be open at once while parsing; one more is `page_too_deep`. */
  readonly maxOpenElements: number;
  /**
   * How many open elements may be looked at, in all, while tags are matched; more is `page_too_deep`.
   * It grows with the size of the page times the depth of its unclosed elements.
   */
  readonly maxScopeSteps: number;
  /** How many nodes a page may have; one more is `page_too_many_nodes`. */
  readonly maxNodes: number;
  /** How many attributes an element keeps; later ones are dropped like repeated ones. */
  readonly maxAttributes: number;
}

export const DEFAULT_LIMITS: ParseLimits = {
  maxDepth: 512,
  maxOpenElements: 25_000,
  maxScopeSteps: 50_000_000,
  maxNodes: 1_000_000,
  maxAttributes: 1_024,
};

export function tooManyNodes(limits: ParseLimits): NewsmillError {
  return new NewsmillError('page_too_many_nodes', `The page has more than ${limits.maxNodes} nodes`);
}

export function tooDeep(limits: ParseLimits): NewsmillError {
  return new NewsmillError(
    'page_too_deep',
    `The page has more than ${limits.maxOpenElements} elements open at once`,
  );
}

export function tooCostly(limits: ParseLimits): NewsmillError {
  return new NewsmillError(
    'page_too_deep',
    `So many elements are left open that matching tags took more than ${limits.maxScopeSteps} steps`,
  );
}
