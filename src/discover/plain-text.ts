/** Markup in titles and names as plain text. */
import { Parser } from 'htmlparser2';

/** Markup looked at; a title that is longer is none. */
const MAX_MARKUP = 4000;

/** Text of a piece of HTML on one line, at most `most` characters; undefined where there is none. */
export function plainText(html: string | undefined, most: number): string | undefined {
  if (html === undefined) return undefined;
  const source = html.slice(0, MAX_MARKUP);
  const text = oneLine(/[<&]/.test(source) ? textOf(source) : source);
  if (text === '') return undefined;
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .trimEnd()
        .toWellFormed()}…`;
}

/** White space of any kind as single spaces, control characters dropped. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u{a0}]+/gu, ' ')
    .replace(/\p{Cc}+/gu, '')
    .trim();
}

function textOf(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (piece) => {
      text += piece;
    },
  });
  parser.end(html);
  return text;
}
