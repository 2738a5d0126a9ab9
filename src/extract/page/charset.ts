/**
 * Bytes to text. The label is followed as the WHATWG Encoding and HTML standards say, and then
 * checked against the bytes: a label the bytes contradict is not believed.
 */
import { isUtf8 } from 'node:buffer';
import sniffHtmlEncoding from 'html-encoding-sniffer';

/** Text and how it was decoded. `corrected` says that the label was wrong. */
export interface Decoded {
  readonly text: string;
  /** WHATWG encoding name, lower case. */
  readonly encoding: string;
  readonly corrected: boolean;
}

/** Meta elements come late on pages with long inline scripts, so more than the standard's 1,024 bytes are read. */
const PRESCAN_BYTES = 8192;

/** Legacy encoding by language, as the Encoding standard's locale table has it. */
const ENCODING_BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ru: ['windows-1251', 'koi8-r'],
  uk: ['windows-1251', 'koi8-u'],
  be: ['windows-1251'],
  bg: ['windows-1251'],
  sr: ['windows-1251', 'windows-1250'],
  mk: ['windows-1251'],
  kk: ['windows-1251'],
  pl: ['iso-8859-2', 'windows-1250'],
  cs: ['windows-1250', 'iso-8859-2'],
  sk: ['windows-1250', 'iso-8859-2'],
  hu: ['iso-8859-2', 'windows-1250'],
  sl: ['iso-8859-2', 'windows-1250'],
  hr: ['windows-1250', 'iso-8859-2'],
  ro: ['iso-8859-2', 'windows-1250'],
  el: ['iso-8859-7'],
  tr: ['windows-1254'],
  he: ['windows-1255'],
  ar: ['windows-1256'],
  fa: ['windows-1256'],
  lt: ['windows-1257'],
  lv: ['windows-1257'],
  et: ['windows-1257'],
  th: ['windows-874'],
  vi: ['windows-1258'],
  ja: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
  ko: ['euc-kr'],
  zh: ['gb18030', 'big5'],
};

const MULTIBYTE_TRIALS = ['shift_jis', 'euc-jp', 'gb18030', 'euc-kr', 'big5'] as const;

/**
 * @param bytes       the whole body
 * @param contentType the Content-Type header, if any
 * @param isHtml      whether `<meta charset>` is looked for
 */
export function decodePage(bytes: Uint8Array, contentType: string | null, isHtml: boolean): Decoded {
  const label = charsetLabel(contentType);
  const bom = bomEncoding(bytes);
  if (bom !== null) return { text: decode(bytes, bom), encoding: bom, corrected: false };

  const utf8 = isUtf8(bytes);
  const declared = isHtml
    ? sniffHtmlEncoding(bytes, {
        ...(label === null ? {} : { transportLayerEncodingLabel: label }),
        defaultEncoding: utf8 ? 'utf-8' : 'x-none',
        maxPrescanBytes: PRESCAN_BYTES,
      }).toLowerCase()
    : (label ?? (utf8 ? 'utf-8' : 'x-none'));

  if (utf8) {
    // ISO-2022-JP is seven-bit, so it is valid UTF-8 too: its label must win.
    const sevenBit = declared === 'iso-2022-jp' || declared.startsWith('utf-16');
    if (!sevenBit)
      return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', corrected: declared !== 'utf-8' };
  }
  const usable = declared !== 'x-none' && isKnownEncoding(declared);
  if (usable && declared !== 'utf-8')
    return { text: decode(bytes, declared), encoding: declared, corrected: false };
  if (declared === 'utf-8') {
    const text = decode(bytes, 'utf-8');
    if (isMostlyUtf8(text)) return { text, encoding: 'utf-8', corrected: false };
  }
  const guessed = guessLegacyEncoding(bytes, isHtml ? languageHint(bytes) : null);
  return { text: decode(bytes, guessed), encoding: guessed, corrected: declared !== 'x-none' };
}

/** The charset parameter of a Content-Type value (RFC 9110 §8.3), lower case, or null. */
export function charsetLabel(contentType: string | null): string | null {
  if (contentType === null) return null;
  const match = /charset\s*=\s*"?\s*([^\s;"]{1,40})/i.exec(contentType.slice(0, 500));
  return match?.[1]?.toLowerCase() ?? null;
}

function bomEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    // An unknown label is the answer, not an accident: TextDecoder has no other way to ask.
    return false;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
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

/** Language of the html element, read from the raw bytes (names and language tags are ASCII). */
function languageHint(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  );
  const match = /<html[^>]{0,400}\slang\s*=\s*["']?([a-z]{2,3})/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

function guessLegacyEncoding(bytes: Uint8Array, language: string | null): string {
  const sample = bytes.byteLength > 262_144 ? bytes.subarray(0, 262_144) : bytes;
  const hinted = language === null ? [] : (ENCODING_BY_LANGUAGE[language] ?? []);
  if (hinted.length === 1 && hinted[0] !== undefined) return hinted[0];
  const trials = hinted.length > 0 ? hinted : [...MULTIBYTE_TRIALS, 'windows-1251', 'koi8-r'];
  let best = 'windows-1252';
  let bestScore =
    hinted.length > 0 ? -Infinity : scoreDecoding(decode(sample, 'windows-1252'), 'windows-1252');
  for (const encoding of trials) {
    const score = scoreDecoding(decode(sample, encoding), encoding);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

/** How much a decoding looks like the writing its encoding was made for, per non-ASCII character. */
function scoreDecoding(text: string, encoding: string): number {
  let total = 0;
  let points = 0;
  let previousIsAsciiLetter = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      previousIsAsciiLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
      continue;
    }
    total++;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) points -= 5;
    else points += pointsOf(code, encoding, previousIsAsciiLetter);
    previousIsAsciiLetter = code >= 0xc0 && code < 0x250;
  }
  return total === 0 ? 0 : points / total;
}

function pointsOf(code: number, encoding: string, afterLatin: boolean): number {
  switch (encoding) {
    case 'windows-1251':
    case 'koi8-r':
    case 'koi8-u':
      // No word mixes Latin and Cyrillic letters.
      if (afterLatin) return -1;
      // Lower case prevails in running text; the wrong Cyrillic table swaps the cases.
      if (code >= 0x430 && code <= 0x45f) return 1;
      return code >= 0x400 && code < 0x430 ? 0.2 : -0.2;
    case 'windows-1252':
      // In Western text accented letters stand among plain ones.
      if (code >= 0xc0 && code <= 0xff) return afterLatin ? 0.9 : 0.2;
      return 0.4;
    case 'shift_jis':
    case 'euc-jp':
    case 'iso-2022-jp':
      if (code >= 0x3040 && code <= 0x30ff) return 1.4;
      return code >= 0x4e00 && code <= 0x9fff ? 0.8 : -0.3;
    case 'euc-kr':
      return code >= 0xac00 && code <= 0xd7af ? 1.1 : -0.5;
    case 'gb18030':
    case 'big5':
      if (isCommonHan(code)) return 1.2;
      return code >= 0x4e00 && code <= 0x9fff ? 0.7 : -0.2;
    default:
      return code >= 0xc0 && code <= 0x17f ? 0.8 : 0.1;
  }
}

/** The most frequent Han characters in running Chinese, in both scripts. */
const COMMON_HAN = new Set(
  '的一是不了在人有我他这這中大来來上国國個个们們为為和地到以说說时時要就出会會可也你对對生能而子',
);

function isCommonHan(code: number): boolean {
  return COMMON_HAN.has(String.fromCharCode(code));
}
