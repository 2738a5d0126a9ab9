/** Fingerprints: what makes two texts the same text. */
import { createHash } from 'node:crypto';
import type { ArticleContent } from '../article/article.ts';

/** Below this many characters a text says too little to be told from another by itself alone. */
const TELLING_LENGTH = 200;

/**
 * A text as it is compared: compatibility forms folded (Unicode NFKC), lower case, letters and digits
 * only, so that quotation marks, dashes and white space that syndication changes do not count.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A block with fewer characters is a subhead, a credit or a list item rather than a paragraph. */
const PARAGRAPH_LENGTH = 60;
/** Part of the text that short blocks may make up and still not count. */
const SHORT_SHARE = 0.1;

/**
 * The key that articles of one cluster share: SHA-256 over the normalised paragraphs. Short blocks (the
 * credit line and the greeting that an outlet puts around a wire story) do not count, unless they are a
 * tenth of the text or more: then they are what it says, as in a table of results. The title counts only
 * where the body is very short.
 */
export function textKey(content: Pick<ArticleContent, 'title' | 'text'>): string {
  const blocks = content.text
    .split('\n')
    .map(normalizeText)
    .filter((block) => block !== '');
  const paragraphs = blocks.filter((block) => block.length >= PARAGRAPH_LENGTH);
  const length = (list: readonly string[]): number => list.reduce((sum, block) => sum + block.length, 0);
  const shortShare = 1 - length(paragraphs) / Math.max(1, length(blocks));
  const body = (shortShare < SHORT_SHARE ? paragraphs : blocks).join(' ');
  const telling = body.length >= TELLING_LENGTH ? body : `${normalizeText(content.title)}\n${body}`;
  return `text:${createHash('sha256').update(telling).digest('hex')}`;
}
