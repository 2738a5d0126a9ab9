/**
 * Element names, interned: one record per local name, so that name tests compare references and the
 * upper-case form is made once. The records of the HTML standard's names live for ever; other names
 * (custom elements, misspellings) are interned for one document only, so that no page can grow a
 * global table.
 */

/** The three namespaces a parsed HTML page can hold (https://infra.spec.whatwg.org/#namespaces). */
export const HTML = 0;
export const SVG = 1;
export const MATHML = 2;
export type Namespace = typeof HTML | typeof SVG | typeof MATHML;

export const NAMESPACE_URI: readonly string[] = [
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
];

/** One element name. */
export interface TagName {
  /** The local name as the tree holds it: lower case in HTML, the standard's case in SVG. */
  readonly local: string;
  /** The local name in ASCII upper case: `tagName` of an HTML element. */
  readonly upper: string;
  /** HTML: has no end tag and no content when serialised (HTML standard, 13.3). */
  readonly isVoid: boolean;
  /** HTML: its text is serialised as it is, without escaping (HTML standard, 13.3). */
  readonly isRawText: boolean;
}

const VOID_NAMES = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const RAW_TEXT_NAMES = new Set('style script xmp iframe noembed noframes plaintext'.split(' '));

const COMMON_NAMES =
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote ' +
  'body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div ' +
  'dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
  'hgroup hr html i iframe image img input ins kbd keygen label legend li link listing main map mark marquee ' +
  'math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture ' +
  'plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike ' +
  'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul ' +
  'var video wbr xmp path g use rect circle defs';

/** ASCII lower case (https://infra.spec.whatwg.org/#ascii-lowercase): `toLowerCase` would also fold U+212A. */
export function asciiLowerCase(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}

function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function makeName(local: string): TagName {
  return {
    local,
    upper: asciiUpperCase(local),
    isVoid: VOID_NAMES.has(local),
    isRawText: RAW_TEXT_NAMES.has(local),
  };
}

const commonNames = new Map(COMMON_NAMES.split(' ').map((local) => [local, makeName(local)]));

/** The names of one document: the common ones and those that only this document uses. */
export class NameTable {
  readonly #own = new Map<string, TagName>();

  /** The record of a local name; the same record for the same name within one document. */
  get(local: string): TagName {
    const common = commonNames.get(local);
    if (common !== undefined) return common;
    let own = this.#own.get(local);
    if (own === undefined) {
      own = makeName(local);
      this.#own.set(local, own);
    }
    return own;
  }
}
