/** Fingerprints: what makes two texts the same text. */
import { createHash } from 'node:crypto';
import type { ArticleContent } from '../article/article.ts';

/** Below this many characters a text says too little to be told from another by itself alone: about a hundred words. */
const TELLING_LENGTH = 600;

/** Whether a text says enough to be told from another by itself alone. */
export function isTelling(text: string): boolean {
  return text.length >= TELLING_LENGTH;
}

/**
 * A text as it is compared: compatibility forms folded (Unicode NFKC), lower case, ss for ß, letters and
 * digits only, so that quotation marks, dashes and white space that syndication changes do not count.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A block with fewer characters is a subhead, a credit or a list item rather than a paragraph. */
const PARAGRAPH_LENGTH = 60;
/** Part of the text that short blocks may make up and still not count. */
const SHORT_SHARE = 0.1;

/**
 * The key that articles of one cluster share: SHA-256 over the normalised blocks. Short ones without a digit before
 * the first paragraph and after the last (the credit line and the greeting that an outlet puts around a wire
 * story) do not count, unless they are a tenth of the text or more. The title counts only where the body is short.
 * Texts with one key are copies by the rule for near copies too: what is left out here is never what its guards ask for.
 */
export function textKey(content: Pick<ArticleContent, 'title' | 'text'>): string {
  const blocks = content.text
    .split('\n')
    .map(normalizeText)
    .filter((block) => block !== '');
  const counts = (block: string): boolean => block.length >= PARAGRAPH_LENGTH || /\p{N}/u.test(block);
  const inner = blocks.slice(
    Math.max(0, blocks.findIndex(counts)),
    blocks.findLastIndex(counts) + 1 || blocks.length,
  );
  const length = (list: readonly string[]): number => list.reduce((sum, block) => sum + block.length, 0);
  const outerShare = 1 - length(inner) / Math.max(1, length(blocks));
  const body = (outerShare < SHORT_SHARE ? inner : blocks).join(' ');
  const telling = body.length >= TELLING_LENGTH ? body : `${normalizeText(content.title)}\n${body}`;
  return `text:${createHash('sha256').update(telling).digest('hex')}`;
}
