/** The adoption agency algorithm (https://html.spec.whatwg.org/#adoption-agency-algorithm): misnested formatting. */
import type { Element } from '../element.ts';
import type { TagName } from '../names.ts';
import type { TreeBuilder } from './builder.ts';
import { isHtmlElement } from './open-elements.ts';

const OUTER_LOOPS = 8;
const INNER_LOOPS = 3;

/**
 * Runs the algorithm for an end tag (or the start tag that implies one). False when the end tag is to
 * be treated like any other.
 */
export function runAdoptionAgency(builder: TreeBuilder, subject: TagName): boolean {
  const { open, formatting } = builder;
  const current = open.current;
  if (current !== null && isHtmlElement(current, subject) && formatting.indexOf(current) === -1) {
    open.pop();
    return true;
  }
  for (let loop = 0; loop < OUTER_LOOPS; loop += 1) {
    const element = formatting.lastWithName(subject);
    if (element === null) return false;
    const index = open.indexOf(element);
    if (index === -1) {
      formatting.remove(element);
      return true;
    }
    if (!open.isInScope(element)) return true;
    const furthestBlock = open.furthestBlock(index);
    if (furthestBlock === null) {
      open.popThroughElement(element);
      formatting.remove(element);
      return true;
    }
    adopt(builder, element, index, furthestBlock);
  }
  return true;
}

/** One round: the formatting element is closed before the furthest block and opened again within it. */
function adopt(builder: TreeBuilder, element: Element, index: number, furthestBlock: Element): void {
  const { open, formatting } = builder;
  const commonAncestor = open.items[index - 1];
  if (commonAncestor === undefined) return;
  let bookmark = formatting.indexOf(element);
  let last = furthestBlock;
  let at = open.indexOf(furthestBlock);
  for (let loop = 1; ; loop += 1) {
    at -= 1;
    let node = open.items[at];
    if (node === undefined || node === element) break;
    let listed = formatting.indexOf(node);
    if (loop > INNER_LOOPS && listed !== -1) {
      formatting.items.splice(listed, 1);
      if (listed < bookmark) bookmark -= 1;
      listed = -1;
    }
    if (listed === -1) {
      open.splice(at, 1);
      continue;
    }
    const copy = builder.copyOf(node);
    formatting.items[listed] = copy;
    open.splice(at, 1, copy);
    node = copy;
    if (last === furthestBlock) bookmark = listed + 1;
    builder.move(last, node, null);
    last = node;
  }
  const place = builder.appropriatePlace(commonAncestor);
  builder.move(last, place.parent, place.before);

  const copy = builder.copyOf(element);
  for (let child = furthestBlock.firstChild; child !== null; child = furthestBlock.firstChild) {
    builder.move(child, copy, null);
  }
  builder.move(copy, furthestBlock, null);

  const listed = formatting.indexOf(element);
  formatting.items.splice(bookmark, 0, copy);
  formatting.items.splice(listed < bookmark ? listed : listed + 1, 1);
  open.remove(element);
  open.splice(open.indexOf(furthestBlock) + 1, 0, copy);
}
