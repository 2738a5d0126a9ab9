/** One number for one content: equal for equal title and text, whatever the white space. */
import { createHash } from 'node:crypto';
import { streamSafe } from '../text.ts';

/** SHA-256, lower-case hex, over NFC title and text, white space folded. */
export function contentHash(title: string, text: string): string {
  const fold = (value: string): string => streamSafe(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
  return createHash('sha256')
    .update(`${fold(title)}\n${fold(text)}`, 'utf8')
    .digest('hex');
}
