/** Takes rows of cards out of the page: boxes of one kind, each a picture, a headline that leads elsewhere and a line. */
import { getDomain } from 'tldts';
import { type DomElement, TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { weight } from '../text.ts';

const LEAST_CARDS = 3;
const LONGEST_CARD = 450;
const LEAST_HEADLINE = 12;
/** An amount of money, by signs and codes of currencies. */
const PRICE =
  /(?:[€£$¥₹₽₴₺₩₪฿₫]|(?<!\p{L})(?:EUR|USD|GBP|CHF|R\$|Rs\.?|kr\.?))\s?\d|\d\s?(?:[€£$¥₹₽₴₺₩₪฿₫円元원]|(?:EUR|USD|GBP|CHF|zł|kr|Kč|Ft|lei|руб|грн|TL|euros?|dollars?|pounds?)(?!\p{L}))/u;
/** Characters of a sentence about what a card shows; rows of what is on sale have none. */
const LEAST_SENTENCE = 60;
const SENTENCE_END = /[.!?…。！？؟।]["'”’»“)\]]*$/u;
/** How far above its picture a card's box may be. */
const LEVELS = 5;
const MOST_PICTURES = 1000;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Removes the cards behind the headline from the tree; what stands over a row stays. */
export function removeCards(page: Page): void {
  const rows = new Map<DomElement, Map<string, Set<DomElement>>>();
  const headline = page.elements.findIndex((element) => element.localName === 'h1');
  if (headline < 0) return;
  // Menus with pictures stand before the headline; Readability knows them by their links, so they stay whole.
  const pictures = page.elements.slice(headline).filter((element) => element.localName === 'img');
  for (const picture of pictures.slice(0, MOST_PICTURES)) {
    if (picture.closest('nav, header, footer') !== null) continue;
    let at = picture.parentElement;
    for (let level = 0; at !== null && level < LEVELS; level++) {
      const parent: DomElement | null = at.parentElement;
      if (parent === null || at.localName === 'p') break;
      const kind = `${at.localName}.${at.className}`;
      let kinds = rows.get(parent);
      if (kinds === undefined) {
        kinds = new Map();
        rows.set(parent, kinds);
      }
      let cards = kinds.get(kind);
      if (cards === undefined) {
        cards = new Set();
        kinds.set(kind, cards);
      }
      cards.add(at);
      at = parent;
    }
  }
  const site = getDomain(URL.parse(page.baseUrl)?.hostname ?? '');
  for (const kinds of rows.values()) {
    for (const cards of kinds.values()) {
      if (cards.size < LEAST_CARDS) continue;
      const targets = new Set<string>();
      for (const card of cards) {
        const target = targetOf(card, page, site);
        if (target !== null) targets.add(target);
      }
      if (targets.size === cards.size) for (const card of cards) card.remove();
    }
  }
}

/** The link's own text; of one that lies over its card without a word, its title where the card shows that too. */
function headlineOf(link: DomElement, card: string): string {
  const text = (link.textContent ?? '').trim();
  if (text !== '') return text;
  const title = (link.getAttribute('title') ?? link.getAttribute('aria-label') ?? '').trim();
  return card.includes(title) ? title : '';
}

/** Where a card leads on the same site; null when it is none. */
function targetOf(card: DomElement, page: Page, site: string | null): string | null {
  const text = (card.textContent ?? '').trim();
  if (text.length < 15 || weight(text) > LONGEST_CARD) return null;
  if (isTested(card)) return null;
  const links = card.localName === 'a' ? [card] : [...card.getElementsByTagName('a')];
  for (const link of links) {
    const target = URL.parse(link.getAttribute('href') ?? '', page.baseUrl);
    if (target === null || getDomain(target.hostname) !== site || PICTURE_FILE.test(target.pathname))
      continue;
    if (target.pathname === URL.parse(page.url)?.pathname) continue;
    if (headlineOf(link, text).length >= LEAST_HEADLINE) return target.href;
  }
  return null;
}

/** One of what the article compares: a name as its heading, a price, and what is said of it. */
function isTested(card: DomElement): boolean {
  if (card.localName === 'a' || !namesPrice(card) || card.querySelector('h2, h3, h4, h5') === null)
    return false;
  for (const paragraph of card.getElementsByTagName('p')) {
    const said = (paragraph.textContent ?? '').trim();
    if (said.length >= LEAST_SENTENCE && SENTENCE_END.test(said)) return true;
  }
  return false;
}

/** Each text for itself: a price at a box's end runs into the next box's words. */
function namesPrice(card: DomElement): boolean {
  for (const element of [card, ...card.querySelectorAll('*')])
    for (const node of element.childNodes)
      if (node.nodeType === TEXT_NODE && PRICE.test((node.nodeValue ?? '').slice(0, LONGEST_CARD)))
        return true;
  return false;
}
