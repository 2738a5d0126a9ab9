/** XPath's four types and how one becomes another (sections 3.4 and 4). */
import type { BinaryOperator } from './ast.ts';
import type { StepBudget } from './budget.ts';
import { stringValue, type XPathNode } from './nodes.ts';

/** Nodes each once and in document order; or a string, a number, a boolean. */
export type XPathValue = readonly XPathNode[] | string | number | boolean;

export function isNodeSet(value: XPathValue): value is readonly XPathNode[] {
  return typeof value === 'object';
}

/** The function `string` (section 4.2). */
export function toText(value: XPathValue, budget: StepBudget): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  const [first] = value;
  return first === undefined ? '' : stringValue(first, budget);
}

/** The function `number` (section 4.4). */
export function toNumber(value: XPathValue, budget: StepBudget): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return numberOf(toText(value, budget));
}

/** The function `boolean` (section 4.3). */
export function toBoolean(value: XPathValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
}

/** Optional white space, an optional minus, a decimal number, white space; anything else is NaN. */
function numberOf(text: string): number {
  const trimmed = trimXmlSpace(text);
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** XML's white space taken off both ends; `trim` would take off more. */
export function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text.charCodeAt(start))) start++;
  while (end > start && SPACES.has(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Decimal form without exponent. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  if (shift >= 0) return `${sign}${digits.padEnd(whole.length + shift, '0')}`;
  return `${sign}0.${'0'.repeat(-shift - whole.length)}${digits}`;
}

type Comparison = Extract<BinaryOperator, '=' | '!=' | '<' | '<=' | '>' | '>='>;

const MIRRORED: Record<Comparison, Comparison> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Section 3.4: with nodes on one side, whether any of them makes it true. */
export function compare(
  operator: Comparison,
  left: XPathValue,
  right: XPathValue,
  budget: StepBudget,
): boolean {
  if (isNodeSet(left)) {
    if (isNodeSet(right)) return compareNodeSets(operator, left, right, budget);
    return compareNodes(operator, left, right, budget);
  }
  if (isNodeSet(right)) return compareNodes(MIRRORED[operator], right, left, budget);
  if (operator === '=' || operator === '!=') {
    const equal =
      typeof left === 'boolean' || typeof right === 'boolean'
        ? toBoolean(left) === toBoolean(right)
        : typeof left === 'number' || typeof right === 'number'
          ? toNumber(left, budget) === toNumber(right, budget)
          : left === right;
    return equal === (operator === '=');
  }
  return relate(operator, toNumber(left, budget), toNumber(right, budget));
}

function relate(operator: Comparison, left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '=':
      return left === right;
    default:
      return left !== right;
  }
}

function compareNodes(
  operator: Comparison,
  nodes: readonly XPathNode[],
  other: string | number | boolean,
  budget: StepBudget,
): boolean {
  if (typeof other === 'boolean') return compare(operator, nodes.length > 0, other, budget);
  return nodes.some((node) => compare(operator, stringValue(node, budget), other, budget));
}

/** Linear in both sides: equality by a set of texts, order by the least and the greatest number. */
function compareNodeSets(
  operator: Comparison,
  left: readonly XPathNode[],
  right: readonly XPathNode[],
  budget: StepBudget,
): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const texts = (nodes: readonly XPathNode[]): string[] => nodes.map((node) => stringValue(node, budget));
  if (operator === '=' || operator === '!=') {
    const known = new Set(texts(left));
    if (operator === '=') return texts(right).some((text) => known.has(text));
    return known.size > 1 || texts(right).some((text) => !known.has(text));
  }
  const numbers = (nodes: readonly XPathNode[]): number[] =>
    texts(nodes)
      .map(numberOf)
      .filter((value) => !Number.isNaN(value));
  const [a, b] = [numbers(left), numbers(right)];
  if (a.length === 0 || b.length === 0) return false;
  const least = (values: number[]): number => values.reduce((x, y) => Math.min(x, y));
  const greatest = (values: number[]): number => values.reduce((x, y) => Math.max(x, y));
  return operator === '<' || operator === '<='
    ? relate(operator, least(a), greatest(b))
    : relate(operator, greatest(a), least(b));
}
