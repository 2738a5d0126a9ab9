/**
 * XPath 1.0 over a page (https://www.w3.org/TR/1999/REC-xpath-19991116/): all axes, operators and core
 * functions; no variables, no namespace prefixes. Names match without regard to ASCII case and whatever
 * the namespace, so `//svg` finds what HTML puts into another one, as patterns for HTML expect.
 *
 * Bounded: patterns in length and nesting when they are compiled, evaluation in steps.
 */
import type { DomNode } from '../dom.ts';
import type { Expression } from './ast.ts';
import { StepBudget } from './budget.ts';
import { evaluate } from './evaluate.ts';
import { PageView } from './nodes.ts';
import { parseXPath } from './parse.ts';
import type { XPathValue } from './values.ts';

export { DEFAULT_STEPS, StepBudget } from './budget.ts';
export { AttributeNode, isAttribute, isElementNode, stringValue, type XPathNode } from './nodes.ts';
export { MAX_PATTERN } from './tokens.ts';
export { isNodeSet, toBoolean, toText, type XPathValue } from './values.ts';

/** A pattern that is ready to be evaluated. */
export interface XPath {
  readonly pattern: string;
  readonly expression: Expression;
}

/** @throws NewsmillError `rule_invalid` with what is wrong and where */
export function compileXPath(pattern: string): XPath {
  return { pattern, expression: parseXPath(pattern) };
}

/**
 * @param context where relative patterns start; its tree must not change meanwhile
 * @returns nodes in document order, or a string, number or boolean, as the pattern has it
 * @throws NewsmillError `rule_too_costly`, `rule_invalid` (an argument of the wrong type)
 */
export function evaluateXPath(
  xpath: XPath,
  context: DomNode,
  budget: StepBudget = new StepBudget(),
): XPathValue {
  return evaluate(xpath.expression, { node: context, position: 1, size: 1 }, new PageView(context, budget));
}
