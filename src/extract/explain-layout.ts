/** The page itself with each of its blocks in the colour of what became of it, for a frame that runs and loads nothing. */
import type { Block } from './body/blocks.ts';
import { BLOCK_ELEMENTS } from './body/elements.ts';
import type { ExplainedBlock } from './explain-blocks.ts';
import type { DomDocument, DomElement, DomNode } from './html/dom.ts';
import { ELEMENT_NODE } from './html/dom.ts';

/** What would run, load, lead the frame elsewhere or hide what it shows. Forms stay, as what they look like. */
const ACTIVE =
  'script, style, noscript, template, iframe, frame, object, embed, applet, link, meta, base, portal';
/** Attributes under which something is loaded, runs, or leads elsewhere; the frame's policy forbids loading too. */
const LOADING =
  /^(?:on|src$|srcset$|srcdoc$|poster$|href$|xlink:href$|ping$|action$|formaction$|background$|data-newsmill)/i;

const STYLE = `[data-newsmill-fate]{outline:2px solid #bbb;outline-offset:1px}
[data-newsmill-fate=kept]{background:#e3f5e1!important;color:#111!important;outline-color:#2c7a2c}
[data-newsmill-fate=dropped]{background:#fbe4e1!important;color:#111!important;outline-color:#b3261e}`;

/**
 * Writes to the tree, and to HTML what it then is.
 * @param blocks the page's blocks, each with what became of it
 * @returns a whole document for `srcdoc` of a sandboxed frame: without scripts, frames, forms' targets and event
 *   handlers, under a policy (CSP) that loads nothing
 */
export function layoutOf(
  document: DomDocument,
  blocks: readonly { readonly block: Block; readonly explained: ExplainedBlock }[],
): string | null {
  const { documentElement: root, body } = document;
  if (root === null || body === null) return null;
  for (const element of [...root.querySelectorAll(ACTIVE)]) element.remove();
  for (const element of [...root.querySelectorAll('*')])
    for (const { name } of [...element.attributes]) if (LOADING.test(name)) element.removeAttribute(name);
  for (const { block, explained } of blocks) {
    const holder = holderOf(block, document);
    if (holder === null) continue;
    holder.setAttribute('data-newsmill-fate', explained.fate);
    if (explained.reason !== null) holder.setAttribute('title', `${explained.reason}: ${explained.evidence}`);
  }
  const direction = /^(?:rtl|ltr|auto)$/i.exec(root.getAttribute('dir') ?? '')?.[0];
  return `<!doctype html><html${direction === undefined ? '' : ` dir="${direction}"`}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head>${body.outerHTML}</html>`;
}

/** The element that is the block and nothing else; where there is none, a new one around its nodes. */
function holderOf({ nodes, container }: Block, document: DomDocument): DomElement | null {
  const [first] = nodes;
  if (first === undefined) return null;
  if (nodes.length === 1 && first.nodeType === ELEMENT_NODE) return first as DomElement;
  const isAlone = container !== null && isAllOf(nodes, container);
  if (isAlone && BLOCK_ELEMENTS.has(container.localName) && container.localName !== 'body') return container;
  const parent = first.parentNode;
  if (parent === null) return null;
  const around = document.createElement('span');
  parent.insertBefore(around, first);
  for (const node of nodes) if (node.parentNode === parent) around.appendChild(node);
  return around;
}

function isAllOf(nodes: readonly DomNode[], container: DomElement): boolean {
  return container.firstChild === nodes[0] && container.lastChild === nodes.at(-1);
}
