/**
 * The rows in which React's server components reach a page (`self.__next_f.push([1, "…"])` of Next.js):
 * `id:JSON` up to a line's end, or `id:T<hex length>,` and so many bytes of text.
 */

const MAX_ROWS = 20_000;
const ROW = /([0-9a-f]*):(?:T([0-9a-f]{1,8}),)?/y;

/**
 * @param stream the pushed texts, put together
 * @returns the rows' values, in which `$id` is exchanged for the text that it names when the value is walked
 */
export function readFlight(stream: string): {
  readonly values: readonly unknown[];
  readonly texts: ReadonlyMap<string, string>;
} {
  const values: unknown[] = [];
  const texts = new Map<string, string>();
  let at = 0;
  for (let rows = 0; at < stream.length && rows < MAX_ROWS; rows++) {
    ROW.lastIndex = at;
    const head = ROW.exec(stream);
    const line = stream.indexOf('\n', at);
    const end = line < 0 ? stream.length : line;
    if (head === null) {
      at = end + 1;
      continue;
    }
    const [whole, id = '', hex] = head;
    const from = at + whole.length;
    if (hex === undefined) {
      const value = rowValue(stream.slice(from, end));
      if (value !== undefined) values.push(value);
      at = end + 1;
    } else {
      at = afterBytes(stream, from, Number.parseInt(hex, 16));
      texts.set(`$${id}`, stream.slice(from, at));
    }
  }
  return { values, texts };
}

/** Rows of other kinds (modules, hints) begin with a letter. */
function rowValue(row: string): unknown {
  if (!/^[[{]/.test(row)) return undefined;
  try {
    return JSON.parse(row);
  } catch {
    // A row that was cut or is of a kind this does not know: the others still count.
    return undefined;
  }
}

/** Where so many bytes of UTF-8 end. */
function afterBytes(text: string, from: number, bytes: number): number {
  let at = from;
  for (let left = bytes; left > 0 && at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}
