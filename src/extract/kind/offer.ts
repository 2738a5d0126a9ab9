/** Offers to subscribe that stand in the place of the rest of a text. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import { sizeOf, withoutQuotes } from './signs.ts';
import { OFFER_TEXT } from './wordings.ts';
import { SPOKEN } from './words/spoken-words.ts';

const OFFER_BOX =
  /pay-?wall|reg-?wall|piano|(?:subscri\w*|premium|plus|abo|article|content)[-_]?(?:wall|gate|barrier|offer|prompt|teaser|box|lock)|locked|metered/i;
/** Characters of a box or line that is looked at: an offer, not a page. */
const LONGEST_BOX = 2000;
const LONGEST_LINE = 300;
/** Of a line that need not be to the reader: news of offers are longer. */
const LONGEST_BUTTON = 100;
/** Characters looked at in all: nested boxes hold the same text again and again. */
const MOST_TEXT = 4_000_000;
const LINES = /^(?:h[1-6]|p|strong|span|button|a|div)$/;

/**
 * What a page says that offers the rest of its text for sale; null where it says nothing of the kind. Only to be asked
 * about pages with little text: full articles have such boxes too, for readers who have read their share.
 * @param page as it was parsed, nothing taken out
 */
export function subscriptionOffer(page: Page): string | null {
  // What holds one element and nothing else says the same as that: it is folded once, and looked through once.
  const lines = new Map<string, Line>();
  const known = new Map<string, Said | null>();
  let looked = 0;
  for (const element of page.elements) {
    const { className, id } = element;
    const isBox = (className !== '' || id !== '') && OFFER_BOX.test(`${className} ${id}`);
    if (!isBox && !LINES.test(element.localName)) continue;
    const longest = isBox ? LONGEST_BOX : LONGEST_LINE;
    const raw = element.textContent ?? '';
    looked += raw.length;
    if (looked > MOST_TEXT) return null;
    if (raw.length > 4 * longest) continue;
    let line = lines.get(raw);
    if (line === undefined) {
      const text = foldSpace(raw);
      // A headline is no offer.
      line = { text, isTitle: page.documentTitle.includes(text) };
      lines.set(raw, line);
    }
    const { text } = line;
    if (line.isTitle || text.length > longest) continue;
    let said = known.get(text);
    if (said === undefined) {
      said = saidIn(text);
      known.set(text, said);
    }
    if (said === null || isElsewhere(element)) continue;
    if (isBox || sizeOf(text) < LONGEST_BUTTON || said.isSpoken) return said.words;
  }
  return null;
}

interface Line {
  readonly text: string;
  readonly isTitle: boolean;
}

interface Said {
  readonly words: string;
  /** To the reader. */
  readonly isSpoken: boolean;
}

function saidIn(text: string): Said | null {
  const plain = withoutQuotes(text);
  const words = OFFER_TEXT.exec(plain)?.[0];
  return words === undefined ? null : { words, isSpoken: SPOKEN.test(plain) };
}

/** In menus and footers, where every page invites readers to subscribe; or not shown. */
function isElsewhere(element: DomElement): boolean {
  return element.closest('nav, header, footer, aside, dialog, [hidden], [aria-hidden="true"]') !== null;
}
