/** htmlparser2 kept within bounds. */
import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** Deepest nesting that is followed. The parser's time grows with the square of it. */
const MAX_DEPTH = 512;

const PIECE = 65_536;

/** Callbacks of the parser that the readers here use. */
export type TagHandler = Partial<Pick<Handler, 'onopentag' | 'onclosetag' | 'ontext'>>;

/**
 * Parses `text` with `handler`. Where elements nest deeper than any honest page's, parsing stops within the next 64 KiB,
 * and what is open is closed; what was read until then stands.
 */
export function parseBounded(text: string, handler: TagHandler, options: ParserOptions): void {
  let depth = 0;
  let tooDeep = false;
  const parser = new Parser(
    {
      ...handler,
      onopentag(name, attributes, isImplied) {
        depth += 1;
        tooDeep ||= depth > MAX_DEPTH;
        handler.onopentag?.(name, attributes, isImplied);
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    },
    options,
  );
  for (let at = 0; at < text.length && !tooDeep; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.end();
}
