/** What became of each block of a page, and why. */

import { type Block, type BlockKind, readBlocks } from './body/blocks.ts';
import type { Body } from './body/body.ts';
import { marksOf } from './body/marks.ts';
import { layoutOf } from './explain-layout.ts';
import type { DomElement } from './html/dom.ts';
import type { Page } from './page/page.ts';
import { comparable } from './text.ts';

export interface ExplainedBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** `outside`: not in the part of the page that was taken for the body. */
  readonly fate: 'kept' | 'dropped' | 'outside';
  /** Null where it was kept. */
  readonly reason: string | null;
  readonly evidence: string;
}

/** All blocks of a page, in order, and the page itself with them marked. */
export function explainBlocks(
  page: Page,
  body: Body | null,
): {
  readonly blocks: readonly ExplainedBlock[];
  readonly layout: string | null;
} {
  const decisions = Map.groupBy(body?.decisions ?? [], (decision) => comparable(decision.block.text));
  const root = page.document.body;
  if (root === null) return { blocks: [], layout: null };
  const marked = readBlocks(root).map((block) => {
    const { text, kind } = block;
    const decision = decisions.get(comparable(text))?.shift();
    const explained: ExplainedBlock =
      decision === undefined
        ? { text, kind, fate: 'outside', ...whyOutside(block, root) }
        : {
            text,
            kind,
            fate: decision.reason === null ? 'kept' : 'dropped',
            reason: decision.reason,
            evidence: decision.evidence,
          };
    return { block, explained };
  });
  return { blocks: marked.map(({ explained }) => explained), layout: layoutOf(page.document, marked) };
}

const APART = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'header']);
/** Share of a block's text from which on its links are what it is. */
const MOSTLY_LINKS = 0.6;

/** Why a block is not in the part that was taken for the body: what holds it, or what it is. */
function whyOutside(block: Block, root: DomElement): { readonly reason: string; readonly evidence: string } {
  const [only] = block.nodes;
  const holder = block.nodes.length === 1 && only?.nodeType === 1 ? (only as DomElement) : block.container;
  for (let at = holder; at !== null && at !== root; at = at.parentElement) {
    if (APART.has(at.localName)) return { reason: 'apart', evidence: `in ${tagOf(at)}` };
    const [mark] = marksOf(at);
    if (mark !== undefined) return { reason: mark, evidence: `in ${tagOf(at)}` };
    if (at.hasAttribute('hidden') || at.getAttribute('aria-hidden') === 'true')
      return { reason: 'hidden', evidence: `in ${tagOf(at)}` };
  }
  const share = block.linkChars / Math.max(1, block.text.length);
  return share >= MOSTLY_LINKS
    ? { reason: 'links', evidence: `${Math.round(100 * share)} % of it` }
    : { reason: 'elsewhere', evidence: 'the body was taken from another part of the page' };
}

function tagOf({ localName, className, id }: DomElement): string {
  const names = [id === '' ? '' : ` id="${id}"`, className === '' ? '' : ` class="${className}"`].join('');
  return `<${localName}${names.replace(/\s+/g, ' ').slice(0, 80).toWellFormed()}>`;
}
