/** Well-formed XML out of what a careless or interrupted program wrote. */
import { parseBounded } from './bounded-parse.ts';

/** Deeper than any feed; what is deeper is left out. */
const MAX_DEPTH = 64;

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * The same elements, attributes and text with every element closed and every stray mark escaped. A document that stops
 * in the middle is closed where it stops. Document types and comments are left out.
 */
export function mendXml(xml: string): string {
  const pieces: string[] = [];
  let depth = 0;
  parseBounded(
    xml,
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH || !isName(name)) return;
        const list = Object.entries(attributes)
          .filter(([key]) => isName(key))
          .map(([key, value]) => ` ${key}="${escaped(value)}"`);
        pieces.push(`<${name}${list.join('')}>`);
      },
      onclosetag(name) {
        if (depth <= MAX_DEPTH && isName(name)) pieces.push(`</${name}>`);
        depth -= 1;
      },
      ontext(text) {
        pieces.push(escaped(text));
      },
    },
    { xmlMode: true },
  );
  return pieces.join('');
}

function isName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name);
}
