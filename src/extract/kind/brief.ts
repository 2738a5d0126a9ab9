/** Briefs: a headline, a few sentences, and more teasers of other stories than text. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import type { Evidence } from './evidence.ts';
import { type Box, boxesOf } from './hub.ts';
import { isFurniture, type PageSigns } from './signs.ts';

/** A list of more is what its page is for. */
const MOST_TEASERS = 24;
/** Characters of the sentences behind the headline: fewer are a subtitle; where more are, the teasers do no harm. */
const LEAST_TEXT = 60;
/** Characters of a paragraph that is a sentence. */
const LEAST_SENTENCE = 40;
/** Words of the headline that the address repeats; section's names have one or two. */
const LEAST_WORDS = 3;
const SHORT_WORD = 2;
const SENTENCE_END = /[.!?…。！？؟।]["'”’»“)\]]*$/u;
/** Folders of pages about a subject, whose names may be as long as a headline. */
const SUBJECT =
  /^(?:tags?|topics?|thema|themen|themes?|th[eè]mes?|dossiers?|sujets?|temas?|etiquetas?|argoment[io]|assuntos?|onderwerp(?:en)?|tematy?|temat|categor(?:y|ies|ia|ias|ie)|kategorien?|sections?|rubri[ck](?:en|a|as|que|ques)?|ressort|seccion(?:es)?|sezion[ei]|authors?|autor(?:en|es|i)?|search|suche|archives?|archivio?|archivo|series?|collections?|label)$/i;

/**
 * Whether a page tells one story in a few sentences under its headline, with the boxes of others behind them. Its address
 * has to name that story: sections too begin with a headline and an introduction.
 */
export function isBriefAbove(boxes: readonly Box[], { headline, isHome, page }: PageSigns): boolean {
  if (headline === null || isHome || boxes.length === 0 || boxes.length > MOST_TEASERS) return false;
  if (!isNamedByAddress(headline, page.url)) return false;
  const heading = page.headings.find((one) => foldSpace((one.textContent ?? '').slice(0, 300)) === headline);
  const start = heading === undefined ? -1 : page.elements.indexOf(heading);
  if (start < 0) return false;
  const held = new Set(boxes.map(({ element }) => element));
  let length = 0;
  for (const element of page.elements.slice(start + 1)) {
    if (held.has(element)) break;
    if (element.localName !== 'p' || isFurniture(element)) continue;
    const text = foldSpace((element.textContent ?? '').slice(0, 4000));
    if (text.length >= LEAST_SENTENCE && SENTENCE_END.test(text)) length += text.length;
  }
  if (length < LEAST_TEXT) return false;
  const before = new Set(page.elements.slice(0, start));
  return boxes.every(({ element }) => !before.has(element));
}

/** The page, as it was parsed, without the boxes of others, which leave the tree. */
export function withoutBoxes(page: Page, evidence: Evidence): Page {
  const removed = new Set<DomElement>();
  for (const { element } of boxesOf(page, evidence)) {
    removed.add(element);
    for (const inner of element.querySelectorAll('*')) removed.add(inner);
    element.remove();
  }
  return { ...page, elements: page.elements.filter((element) => !removed.has(element)) };
}

/** Whether a step of the address has several of the headline's words, or a number beside a headline of another script. */
function isNamedByAddress(headline: string, address: string): boolean {
  const steps = new URL(address).pathname.split('/').map(decoded);
  if (steps.some((step) => SUBJECT.test(step))) return false;
  const words = new Set(wordsOf(headline));
  const isLatin = /\p{Script=Latin}{3}/u.test(headline);
  return steps.some((step) => {
    const named = wordsOf(step).filter((word) => words.has(word));
    return new Set(named).size >= LEAST_WORDS || (!isLatin && /\d{5}/.test(step));
  });
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > SHORT_WORD);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A stray percent sign: taken as it is written.
    return step;
  }
}
