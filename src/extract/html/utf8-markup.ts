/**
 * A page's markup as the UTF-8 bytes it came in. All that HTML's syntax is made of is ASCII, so the parser searches the
 * page read as one byte a character, and only what becomes text or a value is decoded: a page is nearly all tags, and
 * as text a single curly quote would make two bytes of each of its characters.
 */
import { isUtf8 } from 'node:buffer';

/** Stands behind the last mark. */
const END = 0x7fff_ffff;
/** Of so many words of four bytes one may hold more than ASCII; of pages with more, nearly every text has to be decoded. */
const WORDS_A_MARK = 16;
/** The high bits of four bytes. */
const HIGH_BITS = 0x8080_8080 | 0;
const [CR, LF] = [0x0d, 0x0a];

export class Utf8Markup {
  /** One character a byte; newlines are normalised (HTML standard, 13.2.3.5). */
  readonly units: string;
  /** The bytes that `units` shows. */
  readonly bytes: Buffer;
  /** Where four bytes begin that hold more than ASCII, in order; closed by `END`. */
  readonly marks: Int32Array;
  readonly #decode: () => string;
  #text: string | null = null;

  private constructor(bytes: Buffer, marks: Int32Array, decode: () => string) {
    this.units = bytes.toString('latin1');
    this.bytes = bytes;
    this.marks = marks;
    this.#decode = decode;
  }

  /** The whole as text, with its newlines as they came: decoded when it is first asked for. */
  get text(): string {
    this.#text ??= this.#decode();
    return this.#text;
  }

  /**
   * @param given  without a byte order mark; not written to while the markup is in use
   * @param decode makes text of them
   * @returns null where the bytes are no valid UTF-8, and for languages that hardly write ASCII: their pages cost less as text
   */
  static of(given: Uint8Array, decode: () => string): Utf8Markup | null {
    const bytes = withoutReturns(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
    const marks = marksIn(bytes);
    return marks === null || !isUtf8(bytes) ? null : new Utf8Markup(bytes, marks, decode);
  }
}

/** What the tokenizer reads: markup that is searched as `units`, and of which only what is kept is made text. */
export class MarkupSource {
  /** To be searched for ASCII only. */
  readonly units: string;
  readonly #bytes: Buffer | null;
  readonly #marks: Int32Array;
  /** The first mark that what was asked for last may hold; pages are read from the front. */
  #next = 0;

  constructor(markup: string | Utf8Markup) {
    if (typeof markup === 'string') {
      // Newlines are normalised first (HTML standard, 13.2.3.5).
      this.units = markup.includes('\r') ? markup.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : markup;
      this.#bytes = null;
      this.#marks = NO_MARKS;
    } else {
      this.units = markup.units;
      this.#bytes = markup.bytes;
      this.#marks = markup.marks;
    }
  }

  /** The text between two places, each of which stands before or behind ASCII or at an end. */
  slice(from: number, to: number): string {
    return this.#bytes === null || this.isAscii(from, to)
      ? this.units.slice(from, to)
      : this.#bytes.toString('utf8', from, to);
  }

  /** Whether `units` is the text there; false only where they may not be. */
  isAscii(from: number, to: number): boolean {
    const marks = this.#marks;
    let next = this.#next;
    while (next > 0 && (marks[next - 1] ?? END) + 3 >= from) next--;
    while ((marks[next] ?? END) + 3 < from) next++;
    this.#next = next;
    return (marks[next] ?? END) >= to;
  }
}

const NO_MARKS = Int32Array.of(END);

/** Read by four, as one byte after the other would take longer than all that is won here; null where they are too many. */
function marksIn(bytes: Buffer): Int32Array | null {
  const marks = new Int32Array(Math.ceil(bytes.byteLength / (4 * WORDS_A_MARK)) + 3);
  const most = marks.length - 2;
  let count = 0;
  const lead = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.byteLength);
  for (let i = 0; i < lead && count === 0; i++) if ((bytes[i] ?? 0) >= 0x80) marks[count++] = 0;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.byteLength - lead) >> 2);
  for (let i = 0; i < words.length; i++) {
    if (((words[i] ?? 0) & HIGH_BITS) === 0) continue;
    if (count >= most) return null;
    marks[count++] = lead + 4 * i;
  }
  for (let i = lead + 4 * words.length; i < bytes.byteLength; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    marks[count++] = i;
    break;
  }
  marks[count] = END;
  return marks;
}

/** Every CR LF and every other CR become one LF. */
function withoutReturns(bytes: Buffer): Buffer {
  if (!bytes.includes(CR)) return bytes;
  const out = Buffer.allocUnsafeSlow(bytes.byteLength);
  let length = 0;
  for (let i = 0; i < bytes.byteLength; i++) {
    const byte = bytes[i] ?? 0;
    out[length++] = byte === CR ? LF : byte;
    if (byte === CR && bytes[i + 1] === LF) i++;
  }
  return out.subarray(0, length);
}
