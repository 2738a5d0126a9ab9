/** One number for one content: equal for equal title and text, whatever the white space. */
import { hash } from 'node:crypto';
import { streamSafe } from '../text.ts';

/** SHA-256, lower-case hex, over NFC title and text, white space folded. */
export function contentHash(title: string, text: string): string {
  return hash('sha256', `${fold(title)}\n${fold(text)}`, 'hex');
}

/** Single blanks, which nearly all white space is already, are left alone. */
function fold(value: string): string {
  return streamSafe(value)
    .normalize('NFC')
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim();
}
