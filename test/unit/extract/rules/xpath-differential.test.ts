/** The evaluator against jsdom's `document.evaluate`: listed patterns, and random ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomNode } from '../../../../src/extract/html/dom.ts';
import {
  compileXPath,
  evaluateXPath,
  isNodeSet,
  StepBudget,
} from '../../../../src/extract/html/xpath/index.ts';
import { jsdomPage, ownPage, wayTo } from './xpath-page.ts';

type Answer = string | number | boolean | string[];

/** `XPathResult` types (DOM standard, XPath). */
const NUMBER = 1;
const STRING = 2;
const BOOLEAN = 3;
const ORDERED_SNAPSHOT = 7;

function reference(pattern: string, context: Node): Answer {
  const any = jsdomPage.evaluate(pattern, context, null, 0);
  if (any.resultType === NUMBER) return any.numberValue;
  if (any.resultType === STRING) return any.stringValue;
  if (any.resultType === BOOLEAN) return any.booleanValue;
  const nodes = jsdomPage.evaluate(pattern, context, null, ORDERED_SNAPSHOT);
  return Array.from({ length: nodes.snapshotLength }, (_, i) => nodes.snapshotItem(i))
    .filter((node) => node !== null)
    .map(wayTo);
}

function answer(pattern: string, context: DomNode): Answer {
  const value = evaluateXPath(compileXPath(pattern), context, new StepBudget(50_000_000));
  return isNodeSet(value) ? value.map(wayTo) : (value as string | number | boolean);
}

function contexts(selector: string): [DomNode, Node] {
  const own = selector === '' ? ownPage : ownPage.querySelector(selector);
  const theirs = selector === '' ? jsdomPage : jsdomPage.querySelector(selector);
  if (own === null || theirs === null) throw new Error(`${selector} is not on the page`);
  return [own, theirs];
}

const AXES = [
  'ancestor',
  'ancestor-or-self',
  'child',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'parent',
  'preceding',
  'preceding-sibling',
  'self',
  'attribute',
];

describe('every axis from every kind of place', () => {
  for (const selector of ['', 'ul', 'i', 'footer', 'li[data-n="10"]', 'head', 'em']) {
    it.each(AXES)(`from “${selector}”: %s`, (axis) => {
      const [own, theirs] = contexts(selector);
      for (const test of ['node()', '*', 'text()', 'comment()', 'p', 'div'])
        for (const predicate of ['', '[1]', '[last()]', '[2][1]', '[position() > 2]', '[@class]']) {
          const pattern = `${axis}::${test}${predicate}`;
          expect([pattern, answer(pattern, own)]).toEqual([pattern, reference(pattern, theirs)]);
        }
    });
  }
});

/**
 * Random expressions of each type. The reference loses or doubles nodes where a step along one of the
 * other axes starts at several places, and in unions; those are put together from single steps below.
 * It also takes no nodes for an empty text in comparisons, and counts from the end in `substring` before
 * the first character, and takes `12 boats` for a number: the conformance tests have those.
 */
const FORWARD = ['child', 'descendant', 'descendant-or-self', 'self'];
const word = fc.constantFrom('ferry', 'a', 'e', ' ', '', 'lead', '12', ' 7 ', '-1.5', 'words');
const someNodes = fc.constantFrom('//p', '//li/@data-n', '//footer/p', '//a/text()', '//li');
const digits = fc.constantFrom('"12"', '" 7 "', '"-1.5"', '""', '".5"', '"3."');
const part = fc.constantFrom('"e"', '" "', '"or"', '"12"');
const name = fc.constantFrom('p', 'div', 'li', 'a', 'b', 'i', 'article', 'footer', 'ul', '*', 'figure');
const attribute = fc.constantFrom('class', 'id', 'data-n', 'href', 'src', '*');
const nodeTest = fc.oneof(name, fc.constantFrom('text()', 'node()', 'comment()'));
const start = fc.constantFrom('', '/', '//', './/');

const stepAlong = (axes: readonly string[], predicate: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...axes), nodeTest, fc.array(predicate, { maxLength: 2, depthIdentifier: 'x' }))
    .map(([axis, test, predicates]) => `${axis}::${test}${predicates.join('')}`);

const { predicate, nodes, text, number, truth } = fc.letrec<{
  nodes: string;
  path: string;
  predicate: string;
  text: string;
  number: string;
  truth: string;
}>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 1, max: 4 }).map((n) => `[${n}]`),
    fc.constantFrom('[last()]', '[position() > 1]', '[last() - 1]', '[@class]', '[text()]', '[not(*)]'),
    tie('truth').map((t) => `[${t}]`),
    tie('path').map((p) => `[${p}]`),
    stepAlong(AXES, fc.constantFrom('', '[1]')).map((p) => `[${p}]`),
  ),
  path: fc
    .tuple(
      start,
      fc.array(fc.oneof(name, stepAlong(FORWARD, tie('predicate'))), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('/', '//'),
      fc.option(attribute),
    )
    .map(([begin, steps, slash, end]) => `${begin}${steps.join(slash)}${end === null ? '' : `/@${end}`}`),
  nodes: fc.oneof(
    { depthSize: 'small' },
    tie('path'),
    fc.tuple(tie('path'), tie('predicate')).map(([p, q]) => `(${p})${q}`),
  ),
  text: fc.oneof(
    { depthSize: 'small' },
    word.map((w) => `"${w}"`),
    tie('nodes').map((n) => `string(${n})`),
    tie('number').map((n) => `string(${n})`),
    tie('text').map((t) => `normalize-space(${t})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `concat(${a}, ${b})`),
    fc.tuple(tie('text'), part).map(([a, b]) => `substring-before(${a}, ${b})`),
    fc.tuple(tie('text'), part).map(([a, b]) => `substring-after(${a}, ${b})`),
    fc.tuple(tie('text'), fc.integer({ min: 1, max: 5 })).map(([a, n]) => `substring(${a}, ${n})`),
    tie('text').map((t) => `translate(${t}, "ferywods", "FER")`),
  ),
  number: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 12 }).map(String),
    fc.constantFrom('0.5', '2.25', '-3'),
    tie('nodes').map((n) => `count(${n})`),
    digits.map((t) => `number(${t})`),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', 'div', 'mod'), tie('number'))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie('number').map((n) => `floor(${n})`),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `contains(${a}, ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `starts-with(${a}, ${b})`),
    fc
      .tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number'))
      .map(([a, o, b]) => `(${a}) ${o} (${b})`),
    fc
      .tuple(fc.oneof(tie('text'), someNodes), fc.oneof(tie('text'), digits))
      .map(([a, b]) => `(${a}) = (${b})`),
    fc.tuple(fc.constantFrom('<', '>='), tie('number')).map(([o, b]) => `//li/@data-n ${o} (${b})`),
    tie('truth').map((t) => `not(${t})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, o, b]) => `(${a} ${o} ${b})`),
  ),
}));

describe('random patterns', () => {
  it.each([
    ['nodes', nodes],
    ['texts', text],
    ['numbers', number],
    ['truths', truth],
  ])('%s', (_kind, patterns) => {
    fc.assert(
      fc.property(patterns, fc.constantFrom('', 'article', 'li[data-n="10"]'), (pattern, selector) => {
        fc.pre(pattern.length < 400);
        const [own, theirs] = contexts(selector);
        expect(answer(pattern, own)).toEqual(reference(pattern, theirs));
      }),
      { numRuns: 400, seed: 20_260_101 },
    );
  });

  const inOrder = reference('/descendant-or-self::node() | /descendant-or-self::node()/@*', jsdomPage);
  const sorted = (found: ReadonlySet<Node>): string[] => {
    const ways = new Set([...found].map(wayTo));
    if (!Array.isArray(inOrder)) throw new Error('no nodes');
    return inOrder.filter((way) => ways.has(way));
  };
  const snapshot = (pattern: string, context: Node): Node[] => {
    const found = jsdomPage.evaluate(pattern, context, null, ORDERED_SNAPSHOT);
    return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i)).filter(
      (n) => n !== null,
    );
  };
  const walk = (steps: readonly string[]): Set<Node> => {
    let found = new Set<Node>([jsdomPage]);
    for (const step of steps) found = new Set([...found].flatMap((context) => snapshot(step, context)));
    return found;
  };
  const steps = fc.array(stepAlong(AXES, predicate), { minLength: 1, maxLength: 3 });

  it('several steps along any axes are each step from each place', () => {
    fc.assert(
      fc.property(steps, (path) => {
        expect(answer(`/descendant::*/${path.join('/')}`, ownPage)).toEqual(
          sorted(walk(['descendant::*', ...path])),
        );
      }),
      { numRuns: 60, seed: 20_260_103 },
    );
  });

  it('unions have the nodes of both sides, each once, in document order', () => {
    fc.assert(
      fc.property(steps, steps, (left, right) => {
        const both = new Set([...walk(left), ...walk(right)]);
        expect(answer(`${left.join('/')} | ${right.join('/')}`, ownPage)).toEqual(sorted(both));
      }),
      { numRuns: 60, seed: 20_260_104 },
    );
  });

  it('gives the same over either tree', () => {
    fc.assert(
      fc.property(nodes, (pattern) => {
        expect(answer(pattern, jsdomPage as unknown as DomNode)).toEqual(answer(pattern, ownPage));
      }),
      { numRuns: 200, seed: 20_260_102 },
    );
  });
});
