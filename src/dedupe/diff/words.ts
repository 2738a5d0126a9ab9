/** A text cut into words, numbers, marks and white space, so that joined together they are the text again. */

/** Scripts written without spaces: where a word ends takes a dictionary. */
const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';

const PIECES = new RegExp(
  [
    // 1,234.5 and 14:05 are one number each, with the sign of what they count.
    "[\\p{Nd}]+(?:[.,:’'\u00a0\u202f][\\p{Nd}]+)*%?",
    `(?:[${SPACELESS}]\\p{M}*)+`,
    // No dictionary: letters with their marks, joined by apostrophes and hyphens.
    `(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{Nl}\\p{No}])+(?:['’ʼ-](?:(?![${SPACELESS}])[\\p{L}\\p{M}])+)*`,
    '\\s+',
    '[^]',
  ].join('|'),
  'gu',
);
const STARTS_SPACELESS = new RegExp(`^[${SPACELESS}]`, 'u');
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Characters given to the segmenter at once: its work on one long run must not grow with it. */
const RUN = 4000;

/** The pieces of `text`, in order; none is empty. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece.length > 1 && STARTS_SPACELESS.test(piece)) segment(piece, words);
    else words.push(piece);
  }
  return words;
}

function segment(run: string, words: string[]): void {
  for (let at = 0; at < run.length; at += RUN)
    for (const { segment: word } of SEGMENTER.segment(run.slice(at, at + RUN))) words.push(word);
}

/** Whether a piece is a word or a number rather than a mark or white space. */
export function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece);
}
