/** Takes rows of cards out of the page: boxes of one kind, each a picture, a headline that leads elsewhere and a line. */
import { getDomain } from 'tldts';
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { weight } from '../text.ts';

const LEAST_CARDS = 3;
const LONGEST_CARD = 450;
const LEAST_HEADLINE = 12;
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
