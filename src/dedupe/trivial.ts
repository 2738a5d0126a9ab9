/** Changes that are none: what a page says about itself, and not about the world. */
import { isAboutThePage, withoutPageNote } from './page-lines.ts';

/** What nobody sees: soft hyphens, spaces without width, word joiners. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
/** White space, but that between two words or numbers; scripts that write without spaces have none of these. */
const SPACE =
  /(?<!\p{Nd}|[\p{L}--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]|\p{M})\s+|\s+(?!\p{Nd}|[\p{L}--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]])/gv;

/**
 * Whether only white space changed (where blocks end, too), and what counts (comments, views) or tells when the page
 * was updated: lines of their own, or the end of the title or of a short line. A title with other words, and a line
 * that says anything else, are never trivial.
 */
export function isTrivialChange(
  before: { readonly title: string; readonly text: string },
  after: { readonly title: string; readonly text: string },
): boolean {
  if (withoutPageNote(fold(before.title)) !== withoutPageNote(fold(after.title))) return false;
  const [one, two] = [substance(before.text), substance(after.text)];
  return one !== '' && one === two;
}

const fold = (text: string): string =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

function substance(text: string): string {
  return text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '' && !isAboutThePage(line))
    .map(withoutPageNote)
    .join('\n')
    .replace(SPACE, '')
    .replace(/\s+/gu, ' ');
}
