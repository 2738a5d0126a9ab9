/**
 * Element names, interned: one record per local name, with what the HTML standard says about it. Name
 * tests then compare references, and the upper-case form is made once. The records of the standard's
 * own names live for ever; other names (custom elements, misspellings) are interned for one document
 * only, so that no page can grow a global table.
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

/** What the standard says about an element, as bits of `TagName.html`, `.svg` and `.mathml`. */
export const VOID = 1 << 0;
/** Its text is serialised without escaping. */
export const RAW_TEXT = 1 << 1;
/** "Special" elements (HTML standard, 13.2.4.2). */
export const SPECIAL = 1 << 2;
/** Ends "in scope"; the next three end the other kinds of scope. */
export const SCOPE = 1 << 3;
export const LIST_ITEM_SCOPE = 1 << 4;
export const BUTTON_SCOPE = 1 << 5;
export const TABLE_SCOPE = 1 << 6;
/** Everything but `option` and `optgroup` ends "in select scope". */
export const WITHIN_SELECT = 1 << 7;
/** "Generate implied end tags" closes these … */
export const IMPLIED_END = 1 << 8;
/** … and, when thorough, these too. */
export const IMPLIED_END_THOROUGH = 1 << 9;
export const HEADING = 1 << 10;
/** Text and most elements are moved out in front of the table instead of into these. */
export const FOSTERS = 1 << 11;

/** One element name. */
export interface TagName {
  /** The local name as the tree holds it: lower case in HTML, the standard's case in SVG. */
  readonly local: string;
  /** The local name in ASCII upper case: `tagName` of an HTML element. */
  readonly upper: string;
  /** Index for tables of rules; 0 for every name the standard does not know. */
  readonly id: number;
  /** One bit of 31 for `ParentNode.families`; some names share one. */
  readonly family: number;
  /** The bits above, by the element's namespace. */
  readonly html: number;
  readonly svg: number;
  readonly mathml: number;
}

const BITS: readonly (readonly [bits: number, names: string])[] = [
  [
    VOID,
    'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
  ],
  [RAW_TEXT, 'style script xmp iframe noembed noframes plaintext'],
  [
    SPECIAL,
    'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup ' +
      'dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
      'header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes ' +
      'noscript object ol p param plaintext pre script search section select source style summary table tbody td ' +
      'template textarea tfoot th thead title tr track ul wbr xmp',
  ],
  [SCOPE | LIST_ITEM_SCOPE | BUTTON_SCOPE, 'applet caption html table td th marquee object template'],
  [LIST_ITEM_SCOPE, 'ol ul'],
  [BUTTON_SCOPE, 'button'],
  [TABLE_SCOPE, 'html table template'],
  [WITHIN_SELECT, 'option optgroup'],
  [IMPLIED_END | IMPLIED_END_THOROUGH, 'dd dt li optgroup option p rb rp rt rtc'],
  [IMPLIED_END_THOROUGH, 'caption colgroup tbody td tfoot th thead tr'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [FOSTERS, 'table tbody tfoot thead tr'],
];

/** Bits of the few foreign elements that take part in the HTML rules. */
const FOREIGN_SCOPE = SPECIAL | SCOPE | LIST_ITEM_SCOPE | BUTTON_SCOPE;
const SVG_SCOPES = new Set(['foreignObject', 'desc', 'title']);
const MATHML_SCOPES = new Set(['mi', 'mo', 'mn', 'ms', 'mtext', 'annotation-xml']);

const KNOWN_NAMES =
  'a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big blink ' +
  'blockquote body br button canvas caption center circle cite code col colgroup data datalist dd defs del desc ' +
  'details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer foreignObject form frame ' +
  'frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li ' +
  'line link listing main malignmark map mark marquee math menu meta meter mglyph mi mn mo ms mtext nav nobr noembed ' +
  'noframes noscript object ol optgroup option output p param path picture plaintext polygon pre progress q rb rect ' +
  'rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup ' +
  'svg symbol table tbody td template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp';

/** Names that are searched for often have a family bit of their own; the others share what is left. */
const FAMILIES = 'a p img li input table div span br ul ol h1 h2 h3 tr td script base iframe form'.split(' ');
const SHARED_FAMILIES = 31 - FAMILIES.length;

function familyOf(local: string, id: number): number {
  const own = FAMILIES.indexOf(local);
  return 1 << (own !== -1 ? own : FAMILIES.length + (id % SHARED_FAMILIES));
}

/** ASCII lower case (https://infra.spec.whatwg.org/#ascii-lowercase): `toLowerCase` would also fold U+212A. */
export function asciiLowerCase(text: string): string {
  // Names are short and almost always lower case already: a loop finds that sooner than a pattern.
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }
  return text;
}

function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

const htmlBits = new Map<string, number>();
for (const [bits, names] of BITS) {
  for (const name of names.split(' ')) htmlBits.set(name, (htmlBits.get(name) ?? 0) | bits);
}

function makeName(local: string, id: number, upper = asciiUpperCase(local)): TagName {
  return {
    local,
    upper,
    id,
    family: familyOf(local, id),
    html: htmlBits.get(local) ?? 0,
    svg: SVG_SCOPES.has(local) ? FOREIGN_SCOPE : 0,
    mathml: MATHML_SCOPES.has(local) ? FOREIGN_SCOPE : 0,
  };
}

/**
 * The same string as V8 keeps those of literals, as it keeps property names: comparing it with one is comparing
 * addresses, where strings that were cut from others are compared letter by letter.
 */
export function asLiteral(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}

const knownNames = new Map<string, TagName>();
for (const [i, text] of KNOWN_NAMES.split(' ').entries()) {
  const local = asLiteral(text);
  knownNames.set(local, makeName(local, i + 1, asLiteral(asciiUpperCase(local))));
}

const UNKNOWN = makeName('', 0);

/** One more than the greatest `TagName.id`. */
export const NAME_COUNT = knownNames.size + 1;

/** The record of a name that the standard knows. */
export function knownName(local: string): TagName {
  const name = knownNames.get(local);
  if (name === undefined) throw new RangeError(`'${local}' is missing in the table of known names`);
  return name;
}

/** The family bit of any local name: two names may share one, so it can rule out, never confirm. */
export function familyBit(local: string): number {
  return (knownNames.get(local) ?? UNKNOWN).family;
}

/** The bits of an element name within a namespace. */
export function bitsOf(name: TagName, namespace: Namespace): number {
  return namespace === HTML ? name.html : namespace === SVG ? name.svg : name.mathml;
}

/** The names of one document: the known ones and those that only this document uses. */
export class NameTable {
  readonly #own = new Map<string, TagName>();

  /** The record of a local name; the same record for the same name within one document. */
  get(local: string): TagName {
    const known = knownNames.get(local);
    if (known !== undefined) return known;
    let own = this.#own.get(local);
    if (own === undefined) {
      own = makeName(local, 0);
      this.#own.set(local, own);
    }
    return own;
  }
}
