/** Whether an element matches a selector, from the subject leftwards. */
import type { Element } from '../element.ts';
import { HTML } from '../names.ts';
import { isElement } from '../tree.ts';
import type { Complex, Compound, ScopeNode, SelectorList } from './ast.ts';

export function matchesList(element: Element, list: SelectorList, scope: ScopeNode): boolean {
  for (const complex of list) if (matchesComplex(element, complex, scope)) return true;
  return false;
}

export function matchesComplex(element: Element, complex: Complex, scope: ScopeNode): boolean {
  return matchesCompound(element, complex.subject, scope) && matchesLeft(element, complex, 0, scope);
}

export function matchesCompound(element: Element, compound: Compound, scope: ScopeNode): boolean {
  if (compound.tag !== null) {
    const wanted = element.namespace === HTML ? compound.lowerTag : compound.tag;
    if (element.name.local !== wanted) return false;
  }
  for (const test of compound.tests) if (!test(element, scope)) return false;
  return true;
}

/** Recurses once per combinator, so no deeper than the selector is long. */
function matchesLeft(element: Element, complex: Complex, index: number, scope: ScopeNode): boolean {
  const step = complex.left[index];
  if (step === undefined) return true;
  const once = step.combinator === '>' || step.combinator === '+';
  const upwards = step.combinator === '>' || step.combinator === ' ';
  let candidate = upwards ? parentOf(element) : element.previousElementSibling;
  while (candidate !== null) {
    if (matchesCompound(candidate, step.compound, scope) && matchesLeft(candidate, complex, index + 1, scope))
      return true;
    if (once) return false;
    candidate = upwards ? parentOf(candidate) : candidate.previousElementSibling;
  }
  return false;
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}
