/**
 * Bytes to text. What a page says of its encoding is followed as the WHATWG Encoding and HTML standards say, and then
 * checked against the bytes: what the bytes contradict is not believed.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import sniffEncoding from 'html-encoding-sniffer';
import { Utf8Markup } from '../html/utf8-markup.ts';
import { detectCharset, LEAST_SCORE, scoreOf } from './detect-charset.ts';
import { metaCharset } from './meta-charset.ts';

/** Where a document may say its encoding: `<meta>`, the XML declaration, or nowhere. */
export type Markup = 'html' | 'xml' | 'text';

/** What told the encoding. `detection`: the bytes, against or without a word; `default`: nothing at all. */
export type CharsetSource = 'bom' | 'header' | 'meta' | 'detection' | 'default';

export interface Charset {
  /** WHATWG encoding name, lower case. */
  readonly encoding: string;
  readonly from: CharsetSource;
  /** Whether the document, or its header, named another one. */
  readonly corrected: boolean;
}

export interface Decoded extends Charset {
  readonly text: string;
}

/**
 * How far meta elements are looked for. The standard's prescan reads 1,024 bytes, but a browser takes up a later one
 * while it parses, and some pages begin with long scripts.
 */
const PRESCAN_BYTES = 524_288;

/** Labels of encodings that no program may decode (Encoding standard §14.1). */
const REPLACEMENT_LABELS: ReadonlySet<string> = new Set([
  'csiso2022kr',
  'hz-gb-2312',
  'iso-2022-cn',
  'iso-2022-cn-ext',
  'iso-2022-kr',
  'replacement',
]);

/** Encodings of more than one byte a character, in which wrong bytes show. */
const MULTIBYTE: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']);

/**
 * @param bytes       the whole body
 * @param contentType the Content-Type header, if any
 */
export function decodePage(bytes: Uint8Array, contentType: string | null, markup: Markup): Decoded {
  const charset = charsetOf(bytes, contentType, markup);
  return { ...charset, text: decode(bytes, charset.encoding) };
}

/** As `decodePage`, for a parser that decodes only what it keeps. */
export function markupOf(bytes: Uint8Array, contentType: string | null, markup: Markup): string | Utf8Markup {
  const { encoding } = charsetOf(bytes, contentType, markup);
  const text = (): string => decode(bytes, encoding);
  if (encoding !== 'utf-8' || isAscii(bytes)) return text();
  return Utf8Markup.of(bomEncoding(bytes) === null ? bytes : bytes.subarray(3), text) ?? text();
}

/** The encoding of a document, and what told it: byte order mark, header, meta or XML declaration, the bytes. */
export function charsetOf(bytes: Uint8Array, contentType: string | null, markup: Markup): Charset {
  const bom = bomEncoding(bytes);
  if (bom !== null) return { encoding: bom, from: 'bom', corrected: false };
  const said = saidEncoding(bytes, contentType, markup);
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    return said?.encoding === wide ? { ...said, corrected: false } : detected(wide, said);
  }
  return said === null ? unnamed(bytes, markup) : checked(said, bytes, markup);
}

interface Said {
  readonly encoding: string;
  readonly from: 'header' | 'meta';
}

function detected(encoding: string, said: Said | null): Charset {
  return { encoding, from: 'detection', corrected: said !== null && said.encoding !== encoding };
}

/** The header goes before the document (HTML standard §13.2.3.2, RFC 7303 §3.2). A label that names nothing is none. */
function saidEncoding(bytes: Uint8Array, contentType: string | null, markup: Markup): Said | null {
  const header = encodingOfLabel(charsetLabel(contentType));
  if (header !== null) return { encoding: header, from: 'header' };
  if (markup === 'text') return null;
  const named = markup === 'xml' ? declaredInXml(bytes) : metaCharset(bytes, PRESCAN_BYTES);
  return named === null ? null : { encoding: named, from: 'meta' };
}

function declaredInXml(bytes: Uint8Array): string | null {
  const name = sniffEncoding(bytes, { defaultEncoding: 'x-none', xml: true });
  return name === 'x-none' ? null : name.toLowerCase();
}

/** What is said, unless the bytes cannot be that. */
function checked(said: Said, bytes: Uint8Array, markup: Markup): Charset {
  const { encoding } = said;
  const believed: Charset = { ...said, corrected: false };
  // Two bytes a character would show as zero bytes in any markup.
  if (encoding.startsWith('utf-16')) return guessed(said, bytes, markup);
  if (isAscii(bytes))
    return encoding === 'utf-8' && hasJapaneseEscapes(bytes) ? detected('iso-2022-jp', said) : believed;
  if (isUtf8(bytes)) {
    if (encoding === 'utf-8' || isShortAndFits(bytes, encoding)) return believed;
    return detected('utf-8', said);
  }
  if (encoding === 'utf-8') {
    return isMostlyUtf8(decode(bytes, 'utf-8')) ? believed : guessed(said, bytes, markup);
  }
  if (encoding === 'replacement' || encoding === 'iso-2022-jp') return guessed(said, bytes, markup);
  if (MULTIBYTE.has(encoding) && isMostlyDamage(decode(bytes, encoding))) return guessed(said, bytes, markup);
  return believed;
}

function unnamed(bytes: Uint8Array, markup: Markup): Charset {
  if (isAscii(bytes)) {
    return hasJapaneseEscapes(bytes)
      ? { encoding: 'iso-2022-jp', from: 'detection', corrected: false }
      : { encoding: 'utf-8', from: 'default', corrected: false };
  }
  return guessed(null, bytes, markup);
}

function guessed(said: Said | null, bytes: Uint8Array, markup: Markup): Charset {
  if (isUtf8(bytes) || isMostlyUtf8(decode(bytes, 'utf-8'))) return detected('utf-8', said);
  const { encoding, found } = detectCharset(bytes, markup === 'html' ? languageHint(bytes) : null);
  if (said !== null || found) return detected(encoding, said);
  return { encoding, from: 'default', corrected: false };
}

/** The charset parameter of a Content-Type value (RFC 9110 §8.3), lower case, or null. */
export function charsetLabel(contentType: string | null): string | null {
  if (contentType === null) return null;
  const match = /charset\s*=\s*["']?\s*([^\s;"',]{1,40})/i.exec(contentType.slice(0, 500));
  return match?.[1]?.toLowerCase() ?? null;
}

function encodingOfLabel(label: string | null): string | null {
  if (label === null) return null;
  if (REPLACEMENT_LABELS.has(label)) return 'replacement';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // An unknown label is the answer, not an accident: TextDecoder has no other way to ask.
    return null;
  }
}

function bomEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

/**
 * UTF-16 without a mark, by its zero bytes: no other encoding has any in text, and the spaces and markup of any
 * language have one in the same half of each pair.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.byteLength, 8192) >> 1;
  if (!bytes.subarray(0, 2 * pairs).includes(0)) return null;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++;
    if (bytes[2 * i + 1] === 0) second++;
  }
  if (pairs < 2 || first + second < Math.max(2, pairs * 0.02)) return null;
  if (second >= (first + second) * 0.95) return 'utf-16le';
  return first >= (first + second) * 0.95 ? 'utf-16be' : null;
}

const UTF_8 = new TextDecoder();

/** Text of the encoding; one sign for what may not be decoded (Encoding standard §14.1.1). */
function decode(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'replacement') return '\ufffd';
  // Nearly all pages are UTF-8. Of bytes that are ASCII, one byte a character is all that has to be made.
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  return isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : UTF_8.decode(bytes);
}

/** A few characters of a two-byte encoding can be valid UTF-8 by chance; then the page's word counts. */
function isShortAndFits(bytes: Uint8Array, encoding: string): boolean {
  if (!MULTIBYTE.has(encoding)) return false;
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80 && ++high > 12) return false;
  return scoreOf(decode(bytes, encoding), encoding) > LEAST_SCORE;
}

/** A few broken sequences in proper UTF-8 (a cut comment, one pasted byte) do not make it another encoding. */
function isMostlyUtf8(text: string): boolean {
  let broken = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) good++;
  }
  return broken * 4 < good || (broken <= 2 && text.length > 2000);
}

function isMostlyDamage(text: string): boolean {
  let broken = 0;
  let outside = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) outside++;
    if (code === 0xfffd) broken++;
  }
  return broken * 5 > outside;
}

/** ISO-2022-JP is seven-bit; escape sequences switch its tables (Encoding standard §12.2). */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x1b)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString(
    'latin1',
  );
  return /\x1b(?:\$[@B]|\([JI])/.test(text);
}

/** Language of the html element, read from the raw bytes (names and language tags are ASCII). */
function languageHint(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  );
  const match = /<html[^>]{0,400}\slang\s*=\s*["']?([a-z]{2,3})/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}
