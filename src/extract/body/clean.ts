/**
 * Decides, block by block, what of the extracted body is the article's text: by position, structure,
 * link density, class names and wording. Every drop carries its reason.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { weight } from '../text.ts';
import { dropAlike, dropAmongOffers, dropJobs, dropStamps } from './among.ts';
import type { Block } from './blocks.ts';
import { dropCredits, dropNoise } from './by-form.ts';
import { dropUnstated } from './by-linked-data.ts';
import { dropByMarks } from './by-marks.ts';
import { dropByWording } from './by-wording.ts';
import { type CleanContext, type Decision, type DropReason, SENTENCE_END, type Seen } from './cleaning.ts';
import { dropAnnouncements, dropTeaserEndings } from './endings.ts';
import { dropFeedEnd } from './feed-end.ts';
import { dropHead } from './head-lines.ts';
import { dropHostLines } from './host-lines.ts';
import { dropLinkLists } from './link-lists.ts';
import { dropLinkedCards } from './linked-cards.ts';
import { type Mark, marksOf } from './marks.ts';
import {
  dropEmptiedBoxes,
  dropEmptyHeadings,
  dropEmptyTerms,
  dropRepeated,
  restoreCaptions,
} from './repeats.ts';
import { dropInitials, dropSiteLines } from './site-lines.ts';
import { cutTail, dropTail } from './tail.ts';
import { dropTeasers } from './teasers.ts';
import { wordingsOf } from './wording.ts';

export type { CleanContext, Decision, DropReason } from './cleaning.ts';

/** Decisions for all blocks, in their order. Pure; linear in the text. */
export function cleanBlocks(
  blocks: readonly Block[],
  root: DomElement | null,
  context: CleanContext,
): Decision[] {
  const seen = look(blocks, root);
  const drop = (item: Seen, reason: DropReason, evidence: string): void => {
    if (item.reason === null) {
      item.reason = reason;
      item.evidence = evidence;
    }
  };
  dropNoise(seen, drop);
  dropByMarks(seen, root, drop);
  dropCredits(seen, drop);
  dropByWording(seen, drop);
  dropSiteLines(seen, drop);
  dropTeaserEndings(seen, drop);
  dropAmongOffers(seen, drop);
  dropAlike(seen, drop);
  dropStamps(seen, drop);
  dropJobs(seen, drop);
  dropTeasers(seen, root, context, drop);
  dropHead(seen, context, drop);
  dropLinkedCards(seen, root, context, drop);
  dropLinkLists(seen, context, drop);
  cutTail(seen, root === null, drop);
  dropTail(seen, context, drop);
  dropFeedEnd(seen, drop);
  dropInitials(seen, drop);
  dropRepeated(seen, drop);
  if (context.stated !== null) dropUnstated(seen, context.stated, drop);
  dropHostLines(seen, context.hostLines, drop);
  restoreCaptions(seen);
  dropAnnouncements(seen, drop);
  dropEmptyTerms(seen, drop);
  dropEmptiedBoxes(seen, root, drop);
  dropEmptyHeadings(seen, drop);
  return seen.map(({ block, reason, evidence }) => ({ block, reason, evidence }));
}

const NO_MARKS: ReadonlySet<Mark> = new Set();
const NO_OWN: readonly Mark[] = [];

function look(blocks: readonly Block[], root: DomElement | null): Seen[] {
  const inherited = new Map<DomNode, ReadonlySet<Mark>>();
  const sizes = sizesOf(blocks, root);
  const first = blocks.find(({ kind, text }) => kind === 'paragraph' && text.length >= OPENING);
  const most = 0.5 * (root === null ? 0 : (sizes.get(root) ?? 0));
  const marksAt = (element: DomElement): ReadonlySet<Mark> => {
    const known = inherited.get(element);
    if (known !== undefined) return known;
    // A box around most of the text says how the page is built, not what the text is; what readers wrote may be most.
    const own = (sizes.get(element) ?? 0) > most ? ofReaders(element, first) : marksOf(element);
    const parent = element === root ? null : element.parentElement;
    const above = parent === null ? NO_MARKS : marksAt(parent);
    const all = own.length === 0 ? above : new Set([...above, ...own]);
    inherited.set(element, all);
    return all;
  };
  if (root !== null) inherited.set(root, NO_MARKS);
  return blocks.map((block) => {
    const holder = holderOf(block);
    const size = weight(block.text);
    const wordings = wordingsOf(block.text);
    const linkShare = block.linkChars / block.text.length;
    return {
      block,
      marks: holder === null ? NO_MARKS : marksAt(holder),
      wording: wordings[0] ?? null,
      wordings,
      weight: size,
      linkShare,
      prose:
        block.kind !== 'heading' &&
        size >= 80 &&
        linkShare < (block.kind === 'item' ? 0.25 : 0.4) &&
        SENTENCE_END.test(block.text),
      reason: null,
      evidence: '',
      key: null,
    };
  });
}

/** Characters of the paragraph with which an article begins. */
const OPENING = 80;
const OF_READERS: readonly Mark[] = ['comments'];

/** The one mark that a box around most of the text may have, where the text does not begin in it. */
function ofReaders(element: DomElement, first: Block | undefined): readonly Mark[] {
  const { container } = first ?? {};
  return container != null && !element.contains(container) && marksOf(element).includes('comments')
    ? OF_READERS
    : NO_OWN;
}

/** Characters of text in each element between the root and a block, both included. */
function sizesOf(blocks: readonly Block[], root: DomElement | null): ReadonlyMap<DomElement, number> {
  const sizes = new Map<DomElement, number>();
  if (root === null) return sizes;
  for (const block of blocks) {
    for (let at: DomElement | null = holderOf(block); at !== null; at = at === root ? null : at.parentElement)
      sizes.set(at, (sizes.get(at) ?? 0) + block.text.length);
  }
  return sizes;
}

/** The element that stands for the block: its only element, or its container. */
function holderOf(block: Block): DomElement | null {
  const only = block.nodes.length === 1 ? block.nodes[0] : undefined;
  return only !== undefined && only.nodeType === 1 ? (only as DomElement) : block.container;
}
