/** Drops by wording: a phrase is evidence, length, links and punctuation decide. */
import { type Drop, SENTENCE_END, type Seen } from './cleaning.ts';
import type { Purpose } from './phrases.ts';
import { REPORTED } from './phrases-reported.ts';
import type { Wording } from './wording.ts';

/** Share of a paragraph that is a link, from which on a wording that reports use too is a call after all. */
const LINKED = 0.3;
/** Words that speak to the reader, or of the newsroom to them. */
const CALL =
  /(?<!\p{L})(?:you|your|our|us|we|dir|dich|deine?[mnr]?|euch|eure?[mnr]?|wir|uns|unsere?[mnrs]?|vous|votre|notre|nous|usted|nuestr[oa]s?|nosotros|tuo|tua|vostr[oaei]|nostr[oaei]|você|noss[oa]s?|je|jij|jouw|uw|ons|onze|twój|twoj\p{L}+|wasz\p{L}*|nasz\p{L}*|вы|вас|вам|ваш\p{L}*|мы|нас|нам|наш\p{L}*|ви|ми|siz\p{L}*|biz\p{L}*)(?!\p{L})/iu;
/** German tells “you” from “she” and “they” by the capital; a sentence begins with it either way. */
const GERMAN_CALL = /\p{Ll},? (?:Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u;

export function dropByWording(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    if (item.reason !== null) continue;
    for (const wording of item.wordings) {
      if (isWordedAway(item, wording)) drop(item, wording.purpose, `${wording.how} “${wording.phrase}”`);
    }
  }
}

function isWordedAway(item: Seen, wording: Wording): boolean {
  const { block, linkShare } = item;
  const text = block.text;
  if (wording.how === 'whole') return true;
  if (wording.how === 'has' && (isReported(item, wording) || isSpoken(item, wording))) return false;
  const label = text.slice(wording.phrase.length, wording.phrase.length + 24);
  const labelled = /^[^.!?]{0,20}[:：|»›→▶]/.test(label) || /^[\s[(【]*[:：]/.test(label);
  const open = !SENTENCE_END.test(text);
  switch (wording.purpose) {
    case 'related':
      if (wording.how === 'has') return item.weight < 250;
      return (
        item.weight < 300 &&
        (linkShare > 0.5 ||
          (labelled && (linkShare > 0.2 || open)) ||
          (open && text.length < 60 && linkShare > 0))
      );
    case 'newsletter':
      if (wording.how === 'has') return item.weight < 350;
      return (
        item.weight < 250 &&
        (linkShare > 0.4 || (open && text.length < 60) || (item.block.links > 0 && item.weight < 160))
      );
    case 'share':
    case 'account':
      if (wording.how === 'has') return item.weight < 250;
      return item.weight < 120 && (linkShare > 0.5 || (open && text.length < 40));
    case 'comments':
    case 'contact':
      // What somebody wrote there is news; an address there is a call to follow.
      if (wording.phrase.startsWith('on twitter'))
        return item.weight < 220 && /@|follow/i.test(text) && !item.prose;
      if (wording.how === 'has') return item.weight < 220;
      return item.weight < 160 && (linkShare > 0.4 || labelled);
    case 'tags':
      return item.weight < 400 && (labelled || linkShare > 0.5);
    case 'caption':
      return (
        item.weight < 300 &&
        (labelled || wording.phrase.endsWith(':') || /^[(©▲▼△[]/.test(wording.phrase)) &&
        !item.prose
      );
    case 'advert':
      if (wording.how === 'has') return item.weight < 400;
      return item.weight < 120 && open;
    case 'legal':
      if (wording.how === 'has') return item.weight < 350;
      return item.weight < 400 && /^(?:©|\(c\)|copyright|ⓒ|<)/.test(wording.phrase);
    case 'date':
      return item.weight < 120 && /\d/.test(text) && !item.prose;
    case 'byline':
      if (/^(?:reporting|editing|additional reporting)/.test(wording.phrase))
        return item.weight < 400 && /\bby\b/.test(text);
      return item.weight < 110 && !item.prose && (linkShare > 0.5 || wording.phrase.endsWith(':'));
    case 'navigation':
      return item.weight < 100 && linkShare > 0.8;
    default:
      return false;
  }
}

/** A sentence that tells of other people’s channels, comments or rights, and asks the reader for nothing. */
function isReported(item: Seen, { phrase }: Wording): boolean {
  return (
    item.prose &&
    item.block.kind === 'paragraph' &&
    item.linkShare < LINKED &&
    REPORTED.has(phrase) &&
    !CALL.test(item.block.text) &&
    !GERMAN_CALL.test(item.block.text)
  );
}

const SPOKEN = new Set<Purpose>(['newsletter', 'comments', 'account', 'contact']);
const QUOTE_MARKS = /["“”„«»]/gu;

/** What somebody is quoted with: an odd number of quotation marks stands before it. */
function isSpoken(item: Seen, { phrase, purpose }: Wording): boolean {
  if (!item.prose || !SPOKEN.has(purpose)) return false;
  const at = item.block.text.toLowerCase().replaceAll('’', "'").indexOf(phrase);
  return at > 0 && ((item.block.text.slice(0, at).match(QUOTE_MARKS)?.length ?? 0) & 1) === 1;
}
