/** Evaluates parsed expressions (sections 2 and 3). */
import { NewsmillError } from '../../../errors.ts';
import type { Expression, Step } from './ast.ts';
import { REVERSE_AXES, walkAxis } from './axes.ts';
import { callFunction, type Focus } from './functions.ts';
import type { PageView, XPathNode } from './nodes.ts';
import { compare, isNodeSet, toBoolean, toNumber, type XPathValue } from './values.ts';

/** @throws NewsmillError `rule_too_costly`, `rule_invalid` (something else where nodes must be) */
export function evaluate(expression: Expression, focus: Focus, view: PageView): XPathValue {
  view.budget.spend(1);
  switch (expression.kind) {
    case 'number':
    case 'string':
      return expression.value;
    case 'negate':
      return -toNumber(evaluate(expression.of, focus, view), view.budget);
    case 'call':
      return callFunction(
        expression.name,
        expression.args.map((arg) => evaluate(arg, focus, view)),
        focus,
        view.budget,
      );
    case 'binary':
      return evaluateBinary(expression, focus, view);
    default:
      return evaluatePath(expression, focus, view);
  }
}

function evaluateBinary(
  expression: Extract<Expression, { kind: 'binary' }>,
  focus: Focus,
  view: PageView,
): XPathValue {
  const { operator } = expression;
  const left = evaluate(expression.left, focus, view);
  // The right side is not evaluated when the left decides (section 3.4).
  if (operator === 'or') return toBoolean(left) || toBoolean(evaluate(expression.right, focus, view));
  if (operator === 'and') return toBoolean(left) && toBoolean(evaluate(expression.right, focus, view));
  const right = evaluate(expression.right, focus, view);
  if (operator === '|') return view.sort([...nodesOf(left), ...nodesOf(right)]);
  const { budget } = view;
  switch (operator) {
    case '+':
      return toNumber(left, budget) + toNumber(right, budget);
    case '-':
      return toNumber(left, budget) - toNumber(right, budget);
    case '*':
      return toNumber(left, budget) * toNumber(right, budget);
    case 'div':
      return toNumber(left, budget) / toNumber(right, budget);
    case 'mod':
      return toNumber(left, budget) % toNumber(right, budget);
    default:
      return compare(operator, left, right, budget);
  }
}

function nodesOf(value: XPathValue): readonly XPathNode[] {
  if (isNodeSet(value)) return value;
  throw new NewsmillError('rule_invalid', 'A text or number stands where nodes must be.');
}

function evaluatePath(
  path: Extract<Expression, { kind: 'path' }>,
  focus: Focus,
  view: PageView,
): readonly XPathNode[] {
  let nodes: readonly XPathNode[];
  if (path.from === 'root') nodes = [view.root];
  else if (path.from === 'context') nodes = [focus.node];
  else nodes = filter(nodesOf(evaluate(path.from, focus, view)), path.predicates, view);
  const steps = joinDescents(path.steps);
  for (const step of steps) nodes = takeStep(nodes, step, view);
  return nodes;
}

/**
 * `//name` is two steps, by way of every node there is. Without predicates that ask for a position it
 * selects the same as one step along the descendant axis, whose nodes come in order already.
 */
function joinDescents(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    const isDescent =
      before?.axis === 'descendant-or-self' && before.test.kind === 'node' && before.predicates.length === 0;
    if (isDescent && step.axis === 'child' && !step.predicates.some(mayCount)) {
      joined[joined.length - 1] = { ...step, axis: 'descendant' };
    } else joined.push(step);
  }
  return joined;
}

/** Whether a predicate's outcome may depend on the position: it may be a number, or asks for one. */
function mayCount(expression: Expression): boolean {
  switch (expression.kind) {
    case 'string':
      return false;
    case 'path':
      return asksPosition(expression);
    case 'call':
      return !BOOLEAN_FUNCTIONS.has(expression.name) || expression.args.some(asksPosition);
    case 'binary':
      return !BOOLEAN_OPERATORS.has(expression.operator) || asksPosition(expression);
    default:
      return true;
  }
}

const BOOLEAN_FUNCTIONS = new Set(['contains', 'starts-with', 'not', 'boolean', 'true', 'false', 'lang']);
const BOOLEAN_OPERATORS = new Set(['or', 'and', '=', '!=', '<', '<=', '>', '>=', '|']);

/** Whether `position()` or `last()` is asked of this expression's own focus; predicates within have another. */
function asksPosition(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return (
        expression.name === 'position' || expression.name === 'last' || expression.args.some(asksPosition)
      );
    case 'binary':
      return asksPosition(expression.left) || asksPosition(expression.right);
    case 'negate':
      return asksPosition(expression.of);
    case 'path':
      return typeof expression.from === 'object' && asksPosition(expression.from);
    default:
      return false;
  }
}

function takeStep(from: readonly XPathNode[], step: Step, view: PageView): readonly XPathNode[] {
  const reverse = REVERSE_AXES.has(step.axis);
  const [only] = from;
  if (from.length === 1 && only !== undefined) {
    const found = filter(walkAxis(step.axis, step.test, only, view), step.predicates, view);
    return reverse ? found.toReversed() : found;
  }
  const all: XPathNode[] = [];
  for (const node of from) {
    const found = filter(walkAxis(step.axis, step.test, node, view), step.predicates, view);
    for (const one of found) all.push(one);
  }
  // Of nodes in order, what each has itself is in order, too.
  return step.axis === 'self' || step.axis === 'attribute' ? all : view.sort(all);
}

/** Section 2.4: a number is a position, anything else a condition. */
function filter(
  nodes: readonly XPathNode[],
  predicates: readonly Expression[],
  view: PageView,
): readonly XPathNode[] {
  let kept = nodes;
  for (const predicate of predicates) {
    const size = kept.length;
    kept = kept.filter((node, index) => {
      const value = evaluate(predicate, { node, position: index + 1, size }, view);
      return typeof value === 'number' ? value === index + 1 : toBoolean(value);
    });
  }
  return kept;
}
