/** Directives of robots meta elements and of the X-Robots-Tag header, as search engines document them. */
import type { Reservation } from '../article/rights.ts';

/** Directives that have a value after a colon; any other word before a colon is the name of a crawler. */
const WITH_VALUE = new Set(['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after']);

const MAX_DIRECTIVES = 50;

/** What reserves something, by directive. `nocache` is what Bing called `noarchive`. */
const RESERVES: Readonly<Record<string, Reservation>> = {
  noai: 'noai',
  noimageai: 'noimageai',
  noarchive: 'noarchive',
  nocache: 'noarchive',
  noindex: 'noindex',
  none: 'noindex',
  nosnippet: 'nosnippet',
  'max-snippet:0': 'nosnippet',
};

/** Words that robots meta elements are made of; other elements have other contents. */
const KNOWN =
  /^(?:all|none|(?:no)?index|(?:no)?follow|noarchive|nocache|nosnippet|noimageindex|notranslate|noai|noimageai|noodp|noydir|indexifembedded|(?:max-(?:snippet|image-preview|video-preview)|unavailable_after)\s*:.*)$/;

/** Whether a meta element's content is a list of robots directives, as an element for one crawler has too. */
export function isDirectives(content: string): boolean {
  const words = split(content);
  return (
    words.length > 0 &&
    words.every((word) => KNOWN.test(word) || !word.includes(' ')) &&
    words.some((w) => KNOWN.test(w))
  );
}

/** The directives of a meta element's content, lower case, in order. */
export function readDirectives(content: string): string[] {
  return split(content).slice(0, MAX_DIRECTIVES).map(normalised);
}

/**
 * The directives of an X-Robots-Tag field that are for everybody or for this product: `name: noai, noindex` holds for
 * that crawler only, until the next name.
 *
 * @param product lower case
 */
export function readRobotsTag(field: string, product: string): string[] {
  const found: string[] = [];
  let isOurs = true;
  for (const word of split(field)) {
    const colon = word.indexOf(':');
    const name = colon < 0 ? '' : word.slice(0, colon).trim();
    let directive = word;
    if (name !== '' && !WITH_VALUE.has(name)) {
      isOurs = name === product || name === '*';
      directive = word.slice(colon + 1).trim();
    }
    if (isOurs && directive !== '' && found.length < MAX_DIRECTIVES) found.push(normalised(directive));
  }
  return found;
}

/** What a directive reserves; null for the others. */
export function reservationOf(directive: string): Reservation | null {
  return Object.hasOwn(RESERVES, directive) ? (RESERVES[directive] ?? null) : null;
}

function split(content: string): string[] {
  return content
    .slice(0, 2000)
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function normalised(word: string): string {
  return word.replace(/\s*:\s*/, ':').slice(0, 100);
}
