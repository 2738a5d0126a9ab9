/** Lines in which publishers speak of the article itself: it was corrected, or it was taken down. */
import { SPACED, SPACELESS, type Wording } from './wording.ts';

const all = (list: readonly Wording[], kind: keyof Wording): string =>
  list.flatMap((wording) => wording[kind]).join('|');

/** Whole words in languages that have them, anything in the others. */
const anywhere = (kind: keyof Wording): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${all(SPACED, kind)})|${all(SPACELESS, kind)}`, 'iu');

/** “Correction:”, “Korrektur (3. Mai)”, “更正：”, “[Corrected]”, or the word alone in its line. */
const LABEL = new RegExp(
  `^[\\s*•▪»>\\[【(（#_-]*(?:${all(SPACED, 'labels')}|${all(SPACELESS, 'labels')})` +
    '(?:\\s*[\\])）】:：,—–-]|\\s*[(（\\[].{0,40}?[)）\\]]|\\s+(?:\\p{L}{1,10}\\.? )?\\p{Nd}|\\s*$)',
  'iu',
);
const CORRECTED = anywhere('corrected');
const TAKEN_DOWN = anywhere('takenDown');

/** Characters that are looked at: a notice says what it is in its beginning. */
const LOOKED_AT = 600;

/** Whether a line tells that the article was corrected. A report about a correction elsewhere is none. */
export function isCorrectionNotice(line: string): boolean {
  const start = line.slice(0, LOOKED_AT).normalize('NFC');
  return LABEL.test(start) || CORRECTED.test(start);
}

/** The line that tells that the text was taken down, in the beginning of what a page shows; else null. */
export function takedownNotice(text: string): string | null {
  const lines = text.slice(0, LOOKED_AT).normalize('NFC').split('\n');
  return lines.find((line) => TAKEN_DOWN.test(line)) ?? null;
}
