/** The article's body: Readability's content, cleaned, in the three forms it is delivered in. */
import type { FieldSource } from '../../article/article.ts';
import { NewsmillError } from '../../errors.ts';
import type { DomElement, DomNode } from '../html/dom.ts';
import type { Metadata } from '../metadata.ts';
import type { ExtractLimits } from '../options.ts';
import type { Page } from '../page/page.ts';
import { readBlocks } from './blocks.ts';
import { cleanBlocks, type Decision } from './clean.ts';
import { writeMarkdown } from './markdown.ts';
import { runReadability } from './readability.ts';
import { serialiseHtml } from './serialise.ts';

export interface Body {
  readonly root: DomElement;
  /** One line a block. Empty when nothing was kept. */
  readonly text: string;
  readonly markdown: string;
  readonly html: string;
  readonly source: FieldSource;
  readonly firstParagraph: string | null;
  readonly decisions: readonly Decision[];
}

/** @throws NewsmillError `no_article` when Readability finds no content at all */
export function readBody(page: Page, meta: Metadata, limits: ExtractLimits): Body {
  const found = runReadability(page.document);
  if (found === null)
    throw new NewsmillError(
      'no_article',
      `The page has ${page.textLength} characters of text and no article in it.`,
    );
  const { root } = found;
  const blocks = readBlocks(root);
  const decisions = cleanBlocks(blocks, root, {
    title: meta.title?.value ?? null,
    subtitle: meta.subtitle?.value ?? null,
    authors: meta.authors?.value ?? [],
    siteNames: meta.siteNames.known,
  });
  const kept = decisions.filter((decision) => decision.reason === null);
  const dropped = droppedNodes(decisions);
  return {
    root,
    text: joinText(kept, limits.maxTextChars),
    markdown: writeMarkdown(root, dropped, page.baseUrl),
    html: serialiseHtml(root, dropped, page.baseUrl),
    source: 'readability',
    firstParagraph:
      kept
        .find(({ block }) => block.kind === 'paragraph' && block.text.length > 60)
        ?.block.text.slice(0, 500) ?? null,
    decisions,
  };
}

function joinText(kept: readonly Decision[], most: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const { block } of kept) {
    length += block.text.length + 1;
    if (length > most) break;
    lines.push(block.text);
  }
  return lines.join('\n');
}

/** Captions and credits stay with their pictures; everything else that is dropped is dropped everywhere. */
function droppedNodes(decisions: readonly Decision[]): Set<DomNode> {
  const nodes = new Set<DomNode>();
  for (const { block, reason } of decisions) {
    if (reason === null || reason === 'caption' || reason === 'credit') continue;
    for (const node of block.nodes) nodes.add(node);
  }
  return nodes;
}
