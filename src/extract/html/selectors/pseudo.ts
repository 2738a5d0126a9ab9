/** Structural and logical pseudo-classes. */
import { ELEMENT_NODE, TEXT_NODE } from '../dom.ts';
import type { Element } from '../element.ts';
import { isElement, nextInTree } from '../tree.ts';
import type { ScopeNode, SelectorList, Test } from './ast.ts';
import { matchesList } from './match.ts';

/** Pseudo-classes without arguments. */
export const PLAIN: Readonly<Record<string, Test>> = {
  root: (element) => element.ownerDocument.documentElement === element,
  scope: (element, scope) =>
    element === scope || (!isScopeElement(scope) && element.ownerDocument.documentElement === element),
  empty: (element) => {
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT_NODE || (node.nodeType === TEXT_NODE && node.nodeValue !== ''))
        return false;
    }
    return true;
  },
  'first-child': (element) => element.previousElementSibling === null,
  'last-child': (element) => element.nextElementSibling === null,
  'only-child': (element) => element.previousElementSibling === null && element.nextElementSibling === null,
  'first-of-type': (element) => position(element, 'before', sameType(element)) === 1,
  'last-of-type': (element) => position(element, 'after', sameType(element)) === 1,
  'only-of-type': (element) =>
    position(element, 'before', sameType(element)) === 1 &&
    position(element, 'after', sameType(element)) === 1,
};

/** Pseudo-classes whose argument is `an+b`: which siblings are counted, and from which side. */
export const NTH: Readonly<Record<string, { readonly side: 'before' | 'after'; readonly ofType: boolean }>> =
  {
    'nth-child': { side: 'before', ofType: false },
    'nth-last-child': { side: 'after', ofType: false },
    'nth-of-type': { side: 'before', ofType: true },
    'nth-last-of-type': { side: 'after', ofType: true },
  };

/** The test for `:nth-…(an+b)`. */
export function nthTest(name: string, step: number, offset: number): Test | null {
  const kind = NTH[name];
  if (kind === undefined) return null;
  return (element) => {
    const at = position(element, kind.side, kind.ofType ? sameType(element) : anyType);
    return step === 0 ? at === offset : (at - offset) % step === 0 && (at - offset) / step >= 0;
  };
}

/** Reads `an+b`, `odd` and `even` (https://www.w3.org/TR/css-syntax-3/#anb-microsyntax); null when it is none. */
export function parseNth(text: string): { step: number; offset: number } | null {
  const nth = text.toLowerCase().replace(/\s+/g, '');
  if (nth === 'odd') return { step: 2, offset: 1 };
  if (nth === 'even') return { step: 2, offset: 0 };
  if (/^[+-]?\d+$/.test(nth)) return { step: 0, offset: Number(nth) };
  const match = /^([+-]?\d*)n([+-]\d+)?$/.exec(nth);
  if (match === null) return null;
  const [, step = '', offset = '0'] = match;
  return { step: step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step), offset: Number(offset) };
}

/** The test for `:has()`; each selector in the list begins with `:scope`, which stands for the element tested. */
export function hasTest(list: SelectorList): Test {
  const lookAtSiblings = list.some((complex) => {
    const leftmost = complex.left.at(-1);
    return leftmost?.combinator === '+' || leftmost?.combinator === '~';
  });
  return (element) => {
    for (let node = element.firstChild; node !== null; node = nextInTree(node, element)) {
      if (isElement(node) && matchesList(node, list, element)) return true;
    }
    if (!lookAtSiblings) return false;
    for (let sibling = element.nextElementSibling; sibling !== null; sibling = sibling.nextElementSibling) {
      if (matchesList(sibling, list, element)) return true;
      for (let node = sibling.firstChild; node !== null; node = nextInTree(node, sibling)) {
        if (isElement(node) && matchesList(node, list, element)) return true;
      }
    }
    return false;
  };
}

function isScopeElement(scope: ScopeNode): boolean {
  return 'attributeList' in scope;
}

type Counted = (sibling: Element) => boolean;

const anyType: Counted = () => true;

function sameType(element: Element): Counted {
  return (sibling) => sibling.name.local === element.name.local && sibling.namespace === element.namespace;
}

/** 1 for the first of those counted, seen from one side. */
function position(element: Element, side: 'before' | 'after', counted: Counted): number {
  let at = 1;
  let sibling = side === 'before' ? element.previousElementSibling : element.nextElementSibling;
  while (sibling !== null) {
    if (counted(sibling)) at += 1;
    sibling = side === 'before' ? sibling.previousElementSibling : sibling.nextElementSibling;
  }
  return at;
}
