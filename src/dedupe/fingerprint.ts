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

/**
 * The key that articles of one cluster share: SHA-256 over the normalised body, and over the title
 * too where the body is very short.
 */
export function textKey(content: Pick<ArticleContent, 'title' | 'text'>): string {
  const body = normalizeText(content.text);
  const telling = body.length >= TELLING_LENGTH ? body : `${normalizeText(content.title)}\n${body}`;
  return `text:${createHash('sha256').update(telling).digest('hex')}`;
}
