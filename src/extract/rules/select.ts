/** What a rule's patterns select on a page: texts, links, elements; and taking elements out. */
import type { DomDocument, DomElement, DomNode } from '../html/dom.ts';
import {
  evaluateXPath,
  isAttribute,
  isElementNode,
  isNodeSet,
  type StepBudget,
  stringValue,
  toBoolean,
  toText,
  type XPathNode,
  type XPathValue,
} from '../html/xpath/index.ts';
import { absoluteUrl } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import type { Pattern, SourceRule } from './rule.ts';

/** Characters of one selected text. */
const MAX_TEXT = 2000;
const MAX_TEXTS = 50;

/** The pattern's value, or null where its condition does not hold. */
export function evaluatePattern(
  pattern: Pattern,
  document: DomDocument,
  budget: StepBudget,
): XPathValue | null {
  if (pattern.condition !== null && !toBoolean(evaluateXPath(pattern.condition, document, budget)))
    return null;
  return evaluateXPath(pattern.xpath, document, budget);
}

/** The texts of what the first pattern that finds any text selects, white space folded. */
export function selectTexts(
  patterns: readonly Pattern[],
  document: DomDocument,
  budget: StepBudget,
): readonly string[] {
  for (const pattern of patterns) {
    const value = evaluatePattern(pattern, document, budget);
    if (value === null) continue;
    const raw = isNodeSet(value)
      ? value.slice(0, MAX_TEXTS).map((node) => stringValue(node, budget))
      : [toText(value, budget)];
    const texts = raw.map((text) => foldSpace(text.slice(0, MAX_TEXT))).filter((text) => text !== '');
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The first usable address that a pattern gives: a text, an attribute, or an element's `href`. */
export function selectLink(
  patterns: readonly Pattern[],
  document: DomDocument,
  budget: StepBudget,
): string | null {
  for (const pattern of patterns) {
    const value = evaluatePattern(pattern, document, budget);
    if (value === null) continue;
    const given = isNodeSet(value) ? value.slice(0, MAX_TEXTS).map(hrefOf) : [toText(value, budget)];
    for (const href of given) {
      const url = absoluteUrl(href, document.baseURI);
      if (url !== null && url !== document.documentURI) return url;
    }
  }
  return null;
}

function hrefOf(node: XPathNode): string | null {
  if (isAttribute(node)) return node.value;
  return isElementNode(node) ? node.getAttribute('href') : node.nodeValue;
}

/** Takes out what the rule strips, pattern after pattern: a later one does not see what an earlier one took. */
export function stripElements(rule: SourceRule, document: DomDocument, budget: StepBudget): boolean {
  let changed = false;
  const take = (node: DomNode): void => {
    if (node === document || node === document.documentElement || node === document.body) return;
    if (node.parentNode === null) return;
    node.parentNode.removeChild(node);
    changed = true;
  };
  for (const pattern of rule.strip) {
    const value = evaluatePattern(pattern, document, budget);
    if (value === null || !isNodeSet(value)) continue;
    for (const node of value) {
      if (!isAttribute(node)) take(node);
      else if (node.owner.getAttribute(node.name) !== null) {
        node.owner.removeAttribute(node.name);
        changed = true;
      }
    }
  }
  for (const element of elementsToStrip(rule, document, budget)) take(element);
  return changed;
}

/** Elements with one of the rule's texts in their class or id, and images with one in their address. */
export function elementsToStrip(rule: SourceRule, document: DomDocument, budget: StepBudget): DomElement[] {
  const { stripIdOrClass, stripImageSrc } = rule;
  const found: DomElement[] = [];
  if (stripIdOrClass.length > 0) {
    for (const element of document.getElementsByTagName('*')) {
      const names = `${element.getAttribute('class') ?? ''}\n${element.getAttribute('id') ?? ''}`;
      budget.spend(1 + ((names.length * stripIdOrClass.length) >>> 6));
      if (names.length > 1 && stripIdOrClass.some((part) => names.includes(part))) found.push(element);
    }
  }
  if (stripImageSrc.length > 0) {
    for (const image of document.getElementsByTagName('img')) {
      const src = image.getAttribute('src') ?? '';
      budget.spend(1 + ((src.length * stripImageSrc.length) >>> 6));
      if (stripImageSrc.some((part) => src.includes(part))) found.push(image);
    }
  }
  return found;
}

/**
 * What the first body pattern that finds any text selects, moved into one new element; of nested
 * matches the outer. Null when no pattern finds anything.
 */
export function takeBody(rule: SourceRule, document: DomDocument, budget: StepBudget): DomElement | null {
  for (const pattern of rule.body) {
    const value = evaluatePattern(pattern, document, budget);
    if (value === null) continue;
    const root = document.createElement('div');
    if (isNodeSet(value)) moveInto(root, value, document, budget);
    else root.appendChild(paragraph(toText(value, budget), document));
    if ((root.textContent ?? '').trim() !== '') return root;
  }
  return null;
}

function moveInto(
  root: DomElement,
  nodes: readonly XPathNode[],
  document: DomDocument,
  budget: StepBudget,
): void {
  let last: DomNode | null = null;
  const { documentElement, body } = document;
  // Paid before the first is moved: what breaks off here must leave the page whole.
  budget.spend(nodes.length);
  for (const node of nodes) {
    if (isAttribute(node)) root.appendChild(paragraph(node.value, document));
    // In document order, a node's descendants follow it at once.
    else if (last === null || !last.contains(node)) {
      last = node;
      if (node === document || node === documentElement || node === body) moveChildren(body ?? node, root);
      else root.appendChild(node);
    }
  }
}

function moveChildren(from: DomNode, to: DomElement): void {
  for (let child = from.firstChild; child !== null; child = from.firstChild) to.appendChild(child);
}

function paragraph(text: string, document: DomDocument): DomElement {
  const made = document.createElement('p');
  made.appendChild(document.createTextNode(text));
  return made;
}
