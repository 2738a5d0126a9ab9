/**
 * The encoding that a page's meta elements or its XML declaration name. `html-encoding-sniffer` tells what one of them
 * says; finding them, past all tags before, is done here, where nothing is made of what is passed.
 */
import sniffEncoding from 'html-encoding-sniffer';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const EXCLAMATION = 0x21;
const DASH = 0x2d;
const SOLIDUS = 0x2f;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

const NONE = 'x-none';

/**
 * https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
 *
 * @param most bytes looked at
 * @returns the WHATWG encoding name, lower case; null where nothing names one
 */
export function metaCharset(bytes: Uint8Array, most: number): string | null {
  // An XML declaration, and the beginning of one in UTF-16.
  const isXml = bytes[0] === 0 || (bytes[0] === LESS_THAN && (bytes[1] === 0 || bytes[1] === QUESTION));
  if (isXml) return named(bytes, most);
  const prescan = new Prescan(bytes.subarray(0, most));
  for (let meta = prescan.nextMeta(); meta !== null; meta = prescan.nextMeta()) {
    const encoding = named(meta, Number.POSITIVE_INFINITY);
    if (encoding !== null) return encoding;
  }
  return null;
}

function named(bytes: Uint8Array, most: number): string | null {
  const name = sniffEncoding(bytes, { defaultEncoding: NONE, maxPrescanBytes: most });
  return name === NONE ? null : name.toLowerCase();
}

class Prescan {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.byteLength;
  }

  /** The bytes of the next meta element's tag, if all of it is there. */
  nextMeta(): Uint8Array | null {
    const bytes = this.#bytes;
    while (this.#at < this.#end) {
      const start = bytes.indexOf(LESS_THAN, this.#at);
      if (start === -1) break;
      this.#at = start + 1;
      const next = bytes[start + 1] ?? 0;
      if (next === EXCLAMATION && bytes[start + 2] === DASH && bytes[start + 3] === DASH) {
        this.#skipComment(start + 4);
      } else if (isMeta(bytes, start + 1)) {
        this.#skipAttributes(start + 6);
        if (this.#at < this.#end) return bytes.subarray(start, this.#at + 1);
      } else if (isLetter(next)) {
        let at = start + 2;
        while (at < this.#end && !isSpace(bytes[at]) && bytes[at] !== GREATER_THAN) at++;
        this.#skipAttributes(at);
      } else if (next === EXCLAMATION || next === SOLIDUS || next === QUESTION) {
        const close = bytes.indexOf(GREATER_THAN, start + 2);
        this.#at = close === -1 ? this.#end : close + 1;
      }
    }
    return null;
  }

  /** To behind `-->`, whose dashes may be those of `<!--`. */
  #skipComment(from: number): void {
    const bytes = this.#bytes;
    let at = bytes.indexOf(GREATER_THAN, from);
    while (at !== -1 && (bytes[at - 1] !== DASH || bytes[at - 2] !== DASH))
      at = bytes.indexOf(GREATER_THAN, at + 1);
    this.#at = at === -1 ? this.#end : at + 1;
  }

  /**
   * To the tag's `>`, or the end where there is none
   * (https://html.spec.whatwg.org/#concept-get-attributes-when-sniffing).
   */
  #skipAttributes(from: number): void {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = from;
    while (at < end) {
      if (isSpace(bytes[at]) || bytes[at] === SOLIDUS) {
        at++;
        continue;
      }
      if (bytes[at] === GREATER_THAN) break;
      // The name; an equals sign may begin it.
      at++;
      while (at < end && !isSpace(bytes[at]) && !endsName(bytes[at])) at++;
      at = this.#skipSpace(at);
      if (bytes[at] !== EQUALS) continue;
      at = this.#skipSpace(at + 1);
      const quote = bytes[at];
      if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
        const close = bytes.indexOf(quote, at + 1);
        at = close === -1 ? end : close + 1;
      } else {
        while (at < end && !isSpace(bytes[at]) && bytes[at] !== GREATER_THAN) at++;
      }
    }
    this.#at = at;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (at < this.#end && isSpace(this.#bytes[at])) at++;
    return at;
  }
}

/** Whether `meta` and white space or a slash stand here. */
function isMeta(bytes: Uint8Array, at: number): boolean {
  const after = bytes[at + 4];
  return (
    lower(bytes[at]) === 0x6d &&
    lower(bytes[at + 1]) === 0x65 &&
    lower(bytes[at + 2]) === 0x74 &&
    lower(bytes[at + 3]) === 0x61 &&
    (isSpace(after) || after === SOLIDUS)
  );
}

function endsName(byte: number | undefined): boolean {
  return byte === EQUALS || byte === SOLIDUS || byte === GREATER_THAN;
}

/** Lower case, of letters. */
function lower(byte: number | undefined): number {
  return (byte ?? 0) | 0x20;
}

function isLetter(byte: number): boolean {
  return lower(byte) >= 0x61 && lower(byte) <= 0x7a;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c;
}
