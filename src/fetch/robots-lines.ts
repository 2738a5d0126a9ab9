/** The lines of a robots.txt, read as forgivingly as the most used parsers do. */

/** What a line can be. Lines of any other kind mean nothing and are not yielded. */
export type RobotsLineKind =
  | 'user-agent'
  | 'allow'
  | 'disallow'
  | 'sitemap'
  | 'crawl-delay'
  | 'content-signal'
  | 'content-usage';

export interface RobotsLine {
  readonly kind: RobotsLineKind;
  /** One character per byte (Latin-1), so that what is no UTF-8 survives. */
  readonly value: string;
  /** From 1. */
  readonly number: number;
}

/** Bytes of a line that are looked at, as in Google's parser: eight times the longest URL a browser once took, less two. */
const MAX_LINE_BYTES = 2083 * 8 - 2;

/** Beginnings of a line's name, with the misspellings that are common. */
const NAMES: readonly [RobotsLineKind, RegExp][] = [
  ['user-agent', /^user[- ]?agent/],
  ['disallow', /^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/],
  ['allow', /^allow/],
  ['sitemap', /^site-?map/],
  ['crawl-delay', /^crawl-?delay/],
  ['content-signal', /^content-signals?$/],
  ['content-usage', /^content-usage$/],
];

/** The lines that mean something. A byte order mark, or the part of one that is left, is passed over. */
export function* parseRobotsLines(bytes: Uint8Array): Generator<RobotsLine> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const lines = text.replace(/^\xef(?:\xbb\xbf?)?/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const [name, value] = splitLine(line.slice(0, MAX_LINE_BYTES));
    const kind = NAMES.find(([, beginning]) => beginning.test(name))?.[0];
    if (kind !== undefined) yield { kind, value, number: index + 1 };
  }
}

/** Name and value. White space does for the colon where the line is exactly two words. */
function splitLine(line: string): [name: string, value: string] {
  const text = trimmed(line.replace(/#.*$/s, ''));
  const colon = text.indexOf(':');
  if (colon >= 0) return [trimmed(text.slice(0, colon)).toLowerCase(), trimmed(text.slice(colon + 1))];
  const words = text.split(/[ \t]+/);
  return words.length === 2 ? [(words[0] ?? '').toLowerCase(), words[1] ?? ''] : ['', ''];
}

/** Without ASCII white space at its ends; a no-break space is a byte of some character here. */
function trimmed(text: string): string {
  return text.replace(/^[\x09-\x0d ]+|[\x09-\x0d ]+$/g, '');
}
