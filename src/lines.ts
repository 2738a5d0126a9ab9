/** Lines of a stream, each bounded: a line without an end costs no more memory than the longest that is allowed. */

export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** Without its end; null where the line is longer than allowed, and was passed over. */
  readonly text: string | null;
}

const LINE_FEED = 0x0a;

/**
 * Splits bytes at line feeds; a carriage return before one belongs to the end. A byte order mark at the start is dropped.
 *
 * @param maxBytes longest line that is kept, in bytes
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.byteLength;
    if (length <= maxBytes) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): InputLine => {
    number += 1;
    const text = length > maxBytes ? null : textOf(pieces, number === 1);
    pieces = [];
    length = 0;
    return { number, text };
  };
  for await (const data of input) {
    const chunk = typeof data === 'string' ? Buffer.from(data) : data;
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield finish();
    }
    if (start < chunk.byteLength) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

function textOf(pieces: readonly Uint8Array[], isFirst: boolean): string {
  const text = Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
  return isFirst ? text.replace(/^\ufeff/, '') : text;
}
