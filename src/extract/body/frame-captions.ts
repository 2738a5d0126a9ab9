/**
 * Pictures and the captions that stand beside them without a figure (WordPress' `wp-caption`, a paragraph under a
 * picture, a line in its own paragraph) become `figure` and `figcaption`, so that every form shows which is whose.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import type { Decision } from './clean.ts';
import { retag } from './retag.ts';

type Document = Page['document'];

/** Boxes around nothing but the caption. */
const LEVELS = 3;

/** @param decisions those of the blocks of `root`, which is changed in place */
export function frameCaptions(root: DomElement, decisions: readonly Decision[], document: Document): void {
  for (const { block, reason } of decisions) {
    const { container, nodes } = block;
    if ((reason !== 'caption' && reason !== 'credit') || container === null || container === root) continue;
    if (!root.contains(container) || container.localName === 'caption') continue;
    if (container.closest('figure') !== null) captionInFigure(container, document);
    else if (nodes.some(hasPicture)) captionInParagraph(container, nodes, document);
    else captionBeside(container, nodes, root, document);
  }
}

/** A figure with a paragraph where its caption belongs. */
function captionInFigure(container: DomElement, document: Document): void {
  const figure = container.closest('figure');
  if (figure === null || container.parentElement !== figure || hasPicture(container)) return;
  if (figure.querySelector('figcaption') === null) retag(container, 'figcaption', document);
}

/** Picture and caption in one paragraph: what opens it is the picture, and all the rest is said about it. */
function captionInParagraph(container: DomElement, nodes: readonly DomNode[], document: Document): void {
  const parts = [...nodes].filter((node) => !isBlank(node));
  const [first] = parts;
  if (first === undefined || !isPicture(first) || parts.slice(1).some(hasPicture)) return;
  for (let at = container.firstChild; at !== null && at !== first; at = at.nextSibling)
    if (!isBlank(at)) return;
  const said = parts.slice(1).filter((node) => node.nodeName !== 'BR');
  if (said.length === 0 || container.parentNode === null) return;
  const figure = document.createElement('figure');
  container.parentNode.insertBefore(figure, container);
  figure.appendChild(first);
  addCaption(figure, said, document);
  if (isEmpty(container)) container.remove();
}

/** A block of its own right behind a picture, or behind a figure made of the picture and the line before. */
function captionBeside(
  container: DomElement,
  nodes: readonly DomNode[],
  root: DomElement,
  document: Document,
): void {
  const own = new Set(nodes);
  for (let at = container.firstChild; at !== null; at = at.nextSibling)
    if (!own.has(at) && !isBlank(at)) return;
  let box = container;
  for (let level = 0; level < LEVELS && before(box) === null; level++) {
    const around = box.parentElement;
    if (around === null || around === root) break;
    if (box.previousElementSibling !== null || box.nextElementSibling !== null) break;
    box = around;
  }
  const picture = before(box);
  const parent = box.parentNode;
  if (picture === null || parent === null) return;
  if (MADE.has(picture)) addCaption(picture as DomElement, nodes, document);
  else if (isPicture(picture) && !isOneOfSeveral(picture)) {
    const figure = document.createElement('figure');
    MADE.add(figure);
    parent.insertBefore(figure, picture);
    for (const shown of shownIn(picture)) figure.appendChild(shown);
    if (picture.parentNode === parent) parent.removeChild(picture);
    addCaption(figure, nodes, document);
  } else return;
  box.remove();
}

/** A caption under pictures side by side says not of which it is. */
function isOneOfSeveral(picture: DomNode): boolean {
  if ((picture as DomElement).getElementsByTagName('img').length > 1) return true;
  const other = before(picture);
  return other !== null && isPicture(other);
}

/** Figures of this module, to which a credit behind the caption may be added. */
const MADE = new WeakSet<DomNode>();

/** What stands right before a box, white space left out; text is nothing to caption. */
function before(box: DomNode): DomNode | null {
  let at = box.previousSibling;
  while (at !== null && isBlank(at)) at = at.previousSibling;
  return at?.nodeType === ELEMENT_NODE ? at : null;
}

/** The picture without the paragraph around it; with the link around it. */
function shownIn(picture: DomNode): DomNode[] {
  const element = picture as DomElement;
  if (element.localName !== 'p' && element.localName !== 'div') return [element];
  const inner: DomNode[] = [];
  for (let at = element.firstChild; at !== null; at = at.nextSibling) if (!isBlank(at)) inner.push(at);
  return inner.flatMap((node) => (node.nodeType === ELEMENT_NODE ? shownIn(node) : [node]));
}

function addCaption(figure: DomElement, nodes: readonly DomNode[], document: Document): void {
  const known = figure.querySelector('figcaption');
  const caption = known ?? document.createElement('figcaption');
  if (known !== null) known.appendChild(document.createTextNode(' '));
  for (const node of nodes) caption.appendChild(node);
  if (known === null) figure.appendChild(caption);
}

function isPicture(node: DomNode): boolean {
  return (
    hasPicture(node) && (node.textContent ?? '').trim() === '' && !(node as DomElement).closest('figure')
  );
}

function hasPicture(node: DomNode): boolean {
  if (node.nodeType !== ELEMENT_NODE) return false;
  const element = node as DomElement;
  return element.localName === 'img' || element.querySelector('img') !== null;
}

function isBlank(node: DomNode): boolean {
  return node.nodeType === TEXT_NODE
    ? (node.nodeValue ?? '').trim() === ''
    : node.nodeType !== ELEMENT_NODE || node.nodeName === 'BR';
}

function isEmpty(element: DomElement): boolean {
  for (let at = element.firstChild; at !== null; at = at.nextSibling) if (!isBlank(at)) return false;
  return true;
}
