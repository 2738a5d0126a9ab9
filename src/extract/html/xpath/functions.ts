/** The core function library (section 4). */
import { NewsmillError } from '../../../errors.ts';
import { DOCUMENT_NODE, type DomNode } from '../dom.ts';
import { asciiLowerCase } from '../names.ts';
import type { StepBudget } from './budget.ts';
import {
  isAttribute,
  isElementNode,
  nextNode,
  parentOf,
  rootOf,
  stringValue,
  type XPathNode,
} from './nodes.ts';
import { isNodeSet, toBoolean, toNumber, toText, trimXmlSpace, type XPathValue } from './values.ts';

/** What an expression is evaluated for (section 1). */
export interface Focus {
  readonly node: XPathNode;
  /** From 1. */
  readonly position: number;
  readonly size: number;
}

export interface Arity {
  readonly least: number;
  readonly most: number;
}

type Call = (args: readonly XPathValue[], focus: Focus, budget: StepBudget) => XPathValue;

interface CoreFunction extends Arity {
  readonly call: Call;
}

function define(least: number, most: number, call: Call): CoreFunction {
  return { least, most, call };
}

/** Characters that count as one step where each of them is looked at alone. */
const SLOW = 8;

/** A function of texts; an argument that is left out is the context node's text. */
function ofText(count: number, call: (...texts: string[]) => XPathValue, charactersAStep = 64): CoreFunction {
  return define(count === 1 ? 0 : count, count, (args, focus, budget) => {
    const texts =
      args.length === 0 ? [stringValue(focus.node, budget)] : args.map((arg) => toText(arg, budget));
    for (const text of texts) budget.spend(1 + Math.floor(text.length / charactersAStep));
    return call(...texts);
  });
}

function ofNumber(call: (value: number) => number): CoreFunction {
  return define(1, 1, (args, _focus, budget) => call(toNumber(args[0] ?? '', budget)));
}

const FUNCTIONS: ReadonlyMap<string, CoreFunction> = new Map(
  Object.entries({
    last: define(0, 0, (_args, focus) => focus.size),
    position: define(0, 0, (_args, focus) => focus.position),
    count: define(1, 1, (args) => nodesOf('count', args[0]).length),
    id: define(1, 1, findIds),
    'local-name': define(0, 1, (args, focus) => nameOf('local-name', args[0], focus)),
    // The page's names have no namespaces for a pattern, whatever the tree knows about them.
    'namespace-uri': define(0, 1, () => ''),
    name: define(0, 1, (args, focus) => nameOf('name', args[0], focus)),
    string: define(0, 1, (args, focus, budget) => toText(args[0] ?? [focus.node], budget)),
    concat: define(2, Number.POSITIVE_INFINITY, joinTexts),
    'starts-with': ofText(2, (text = '', start = '') => text.startsWith(start)),
    contains: ofText(2, (text = '', part = '') => text.includes(part)),
    'substring-before': ofText(2, (text = '', mark = '') => text.slice(0, Math.max(0, text.indexOf(mark)))),
    'substring-after': ofText(2, (text = '', mark = '') => {
      const at = text.indexOf(mark);
      return at < 0 ? '' : text.slice(at + mark.length);
    }),
    substring: define(2, 3, cutText),
    'string-length': ofText(1, (text = '') => lengthOf(text), SLOW),
    'normalize-space': ofText(1, (text = '') => trimXmlSpace(text).replace(/[ \t\r\n]+/g, ' ')),
    translate: ofText(3, translate, SLOW),
    boolean: define(1, 1, (args) => toBoolean(args[0] ?? false)),
    not: define(1, 1, (args) => !toBoolean(args[0] ?? false)),
    true: define(0, 0, () => true),
    false: define(0, 0, () => false),
    lang: define(1, 1, hasLanguage),
    number: define(0, 1, (args, focus, budget) => toNumber(args[0] ?? [focus.node], budget)),
    sum: define(1, 1, (args, _focus, budget) =>
      nodesOf('sum', args[0]).reduce((sum, node) => sum + toNumber([node], budget), 0),
    ),
    floor: ofNumber(Math.floor),
    ceiling: ofNumber(Math.ceil),
    round: ofNumber(Math.round),
  }),
);

/** How many arguments a function takes; null when there is no such function. */
export function arityOf(name: string): Arity | null {
  return FUNCTIONS.get(name) ?? null;
}

/** @throws NewsmillError `rule_invalid` for an argument that should be nodes and is not */
export function callFunction(
  name: string,
  args: readonly XPathValue[],
  focus: Focus,
  budget: StepBudget,
): XPathValue {
  const found = FUNCTIONS.get(name);
  if (found === undefined) throw new NewsmillError('rule_invalid', `There is no function ${name}().`);
  budget.spend(1);
  return found.call(args, focus, budget);
}

function nodesOf(name: string, value: XPathValue | undefined): readonly XPathNode[] {
  if (value !== undefined && isNodeSet(value)) return value;
  throw new NewsmillError('rule_invalid', `${name}() takes nodes, no text or number.`);
}

function nameOf(name: string, value: XPathValue | undefined, focus: Focus): string {
  const node = value === undefined ? focus.node : nodesOf(name, value)[0];
  if (node === undefined) return '';
  if (isAttribute(node)) return node.name;
  return isElementNode(node) ? node.localName : '';
}

function joinTexts(args: readonly XPathValue[], _focus: Focus, budget: StepBudget): XPathValue {
  const texts = args.map((arg) => toText(arg, budget));
  budget.spendText(texts.reduce((sum, text) => sum + text.length, 0));
  return texts.join('');
}

/** Characters, not UTF-16 units (section 3.6). */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Section 4.2: from and to are rounded, and NaN compares false with every position. */
function cutText(args: readonly XPathValue[], _focus: Focus, budget: StepBudget): XPathValue {
  const text = toText(args[0] ?? '', budget);
  budget.spend(1 + Math.floor(text.length / SLOW));
  const first = Math.round(toNumber(args[1] ?? '', budget));
  const end =
    args[2] === undefined ? Number.POSITIVE_INFINITY : first + Math.round(toNumber(args[2], budget));
  let out = '';
  let position = 0;
  for (const character of text) if (++position >= first && position < end) out += character;
  return out;
}

function translate(text = '', from = '', to = ''): string {
  const targets = [...to];
  const table = new Map<string, string>();
  for (const [index, character] of [...from].entries())
    if (!table.has(character)) table.set(character, targets[index] ?? '');
  let out = '';
  for (const character of text) out += table.get(character) ?? character;
  return out;
}

/** Elements by their `id` attribute, in document order. */
function findIds(args: readonly XPathValue[], focus: Focus, budget: StepBudget): XPathValue {
  const [wanted = ''] = args;
  const texts = isNodeSet(wanted)
    ? wanted.map((node) => stringValue(node, budget))
    : [toText(wanted, budget)];
  const ids = new Set(texts.flatMap((text) => text.split(/[ \t\r\n]+/)).filter((id) => id !== ''));
  const found: XPathNode[] = [];
  const root = rootOf(focus.node);
  // Of elements that share an id, only the first has it.
  for (let node: DomNode | null = root; node !== null && ids.size > 0; node = nextNode(node, root)) {
    budget.spend(1);
    if (isElementNode(node) && ids.delete(node.id)) found.push(node);
  }
  return found;
}

/** The nearest `xml:lang` or `lang` around the node is the language or one of its kinds. */
function hasLanguage(args: readonly XPathValue[], focus: Focus, budget: StepBudget): XPathValue {
  const wanted = asciiLowerCase(toText(args[0] ?? '', budget));
  let node: XPathNode | null = focus.node;
  while (node !== null && (isAttribute(node) || node.nodeType !== DOCUMENT_NODE)) {
    budget.spend(1);
    if (isElementNode(node)) {
      const language: string | null = node.getAttribute('xml:lang') ?? node.getAttribute('lang');
      if (language !== null) {
        const given = asciiLowerCase(language);
        return given === wanted || given.startsWith(`${wanted}-`);
      }
    }
    node = parentOf(node);
  }
  return false;
}
