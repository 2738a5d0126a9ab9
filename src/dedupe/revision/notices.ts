/** Lines in which publishers speak of the article itself: it was corrected, or it was taken down. */
import { isWord, wordsOf } from '../diff/words.ts';
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

/** How a text names itself, right before or within the wording of a notice. */
const ITSELF = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'this|you',
    'dies(?:er|e|es|em|en)',
    'cet(?:te)?',
    'est[ea]',
    "quest[oa’']",
    'dit|deze',
    'ten|ta|tę',
    'эт(?:от|а|у)',
    'цей|ця|цю',
    'bu',
    'هذا|هذه',
  ].join('|')})(?![\\p{L}\\p{N}])|本|此|该|該|この|이 `,
  'iu',
);
/** Characters before the wording in which a text may still name itself. */
const BEFORE_WORDING = 6;
/** Characters from the start within which a notice that names itself begins. */
const AT_THE_START = 200;
/** Words of a notice that does not (“The video was removed.”), and of all that stands there with it. */
const PLAIN_WORDS = 15;
const PLAIN_TEXT_WORDS = 40;
/** “Note from the editors: …”, “Sorry, …”: all that may stand before the wording of a plain notice. */
const LEAD_IN = /^(?:.{0,40}[:,;!–—-])?\s*$/u;

/**
 * The line that tells that the text was taken down, where the text is little else than this notice; else
 * null. A notice that says “this article” opens the text and may be explained at length. One that only
 * says “the report” is written as news of a report are: there it has to be short, and most of the text.
 */
export function takedownNotice(text: string): string | null {
  const start = text.slice(0, LOOKED_AT).normalize('NFC');
  let at = 0;
  for (const line of start.split('\n')) {
    for (const sentence of sentencesOf(line)) {
      const found = TAKEN_DOWN.exec(sentence);
      if (found !== null) {
        const wording = sentence.slice(Math.max(0, found.index - BEFORE_WORDING), found.index) + found[0];
        const isNotice = ITSELF.test(wording)
          ? at + found.index <= AT_THE_START
          : LEAD_IN.test(sentence.slice(0, found.index)) && isMostOf(sentence, text);
        if (isNotice) return line;
      }
      at += sentence.length;
    }
  }
  return null;
}

const sentencesOf = (line: string): string[] => line.match(/.+?(?:[.!?؟]+(?=\s|$)|[。！？]+|$)/gu) ?? [];

function isMostOf(sentence: string, text: string): boolean {
  const [own, all] = [countWords(sentence), countWords(text)];
  return own <= PLAIN_WORDS && all <= PLAIN_TEXT_WORDS && own * 2 >= all;
}

const countWords = (text: string): number => wordsOf(text).filter(isWord).length;
