/** Bounds on untrusted markup, and what happens at each. */
import { NewsmillError } from '../../errors.ts';

export interface ParseLimits {
  /**
   * How deep elements nest. An element that would stand deeper becomes a sibling of the one it would
   * stand in, as in browsers: the page keeps its text and its order, and no reader of the tree has to
   * descend further.
   */
  readonly maxDepth: number;
  /**
   * How many elements may be open at once. Unclosed elements past `maxDepth` still cost time, so a
   * page that goes on opening them ends as `page_too_deep`.
   */
  readonly maxOpenElements: number;
  /** How many nodes a page may have; one more is `page_too_many_nodes`. */
  readonly maxNodes: number;
  /** How many attributes an element keeps; later ones are dropped like repeated ones. */
  readonly maxAttributes: number;
}

export const DEFAULT_LIMITS: ParseLimits = {
  maxDepth: 512,
  maxOpenElements: 25_000,
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
