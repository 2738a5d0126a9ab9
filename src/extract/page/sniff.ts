/** What the bytes are: HTML, plain text, or something that is not read here. */
import { NewsmillError } from '../../errors.ts';

export type ContentKind = 'html' | 'text';

/** Leading bytes of formats that are no text (WHATWG MIME Sniffing §6, and common archives). */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image' },
  { bytes: [0x52, 0x49, 0x46, 0x46], name: 'a RIFF file (WebP, WAV or AVI)' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, name: 'an MP4 or HEIF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive or office document' },
  { bytes: [0x1f, 0x8b], name: 'gzip data' },
  { bytes: [0x42, 0x5a, 0x68], name: 'bzip2 data' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'Zstandard data' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], name: 'an Ogg file' },
  { bytes: [0x49, 0x44, 0x33], name: 'an MP3 file' },
  { bytes: [0x77, 0x4f, 0x46, 0x46], name: 'a web font' },
  { bytes: [0x77, 0x4f, 0x46, 0x32], name: 'a web font' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old office document' },
];

const REFUSED_TYPE =
  /^(?:image|audio|video|font|model)\/|^application\/(?:pdf|zip|gzip|x-|vnd\.|octet-stream|msword|json|javascript|wasm)/;
const MARKUP =
  /<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|table|article|section|h[1-6]|a|span|br|ul|img|main|iframe|template|b|i)[\s/>]/i;
/** By its root element, whatever follows: a feed has titles and links as a page does. */
const FEED =
  /^\s*(?:<\?[^>]{0,300}\?>\s*){0,4}(?:<!--[\s\S]{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i;

/**
 * @throws NewsmillError `empty_body` or `unsupported_type`, with what was seen in the sentence
 */
export function sniffContent(bytes: Uint8Array, contentType: string | null): ContentKind {
  if (bytes.byteLength === 0) throw new NewsmillError('empty_body', 'The page has no content: 0 bytes came.');
  for (const { bytes: magic, at = 0, name } of MAGIC) {
    if (magic.every((byte, i) => bytes[at + i] === byte)) {
      throw new NewsmillError('unsupported_type', `This is ${name}, not a page.`);
    }
  }
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const head = asciiHead(bytes);
  if (head.trim() === '' && isBlank(bytes)) {
    throw new NewsmillError(
      'empty_body',
      `The page has no content: ${bytes.byteLength} bytes of white space came.`,
    );
  }
  if (FEED.test(head)) {
    throw new NewsmillError(
      'unsupported_type',
      'This is a feed or sitemap, not a page; add it to a source instead.',
    );
  }
  const looksLikeMarkup = MARKUP.test(head) || /^\s*<!--/.test(head);
  if (!looksLikeMarkup) {
    if (REFUSED_TYPE.test(type)) throw new NewsmillError('unsupported_type', `The content type is ${type}.`);
    if (looksLikeJson(head, bytes))
      throw new NewsmillError('unsupported_type', 'This is JSON data, not a page.');
    const share = binaryShare(bytes);
    if (share > 0.05) {
      throw new NewsmillError(
        'unsupported_type',
        `The content is binary: ${Math.round(share * 100)} % control bytes.`,
      );
    }
  }
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/plain') return /^\s*<(?:!doctype|html)/i.test(head) ? 'html' : 'text';
  return looksLikeMarkup ? 'html' : 'text';
}

/** The first 4 KB with NULs dropped, so that the markup test works on UTF-16 too. */
function asciiHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
}

/** An object or array from the first sign to the last. */
function looksLikeJson(head: string, bytes: Uint8Array): boolean {
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.byteLength - 64),
    Math.min(64, bytes.byteLength),
  ).toString('latin1');
  return (
    (/^\s*\{\s*["}]/.test(head) && /\}\s*$/.test(tail)) ||
    (/^\s*\[\s*[[{"\d\]]/.test(head) && /\]\s*$/.test(tail))
  );
}

/** Nothing but white space and control bytes, or nothing at all. */
export function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x20) return false;
  return true;
}

/** Share of control bytes that text has no use for, in the first 4 KB; UTF-16 counts as text. */
function binaryShare(bytes: Uint8Array): number {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 0;
  const end = Math.min(bytes.byteLength, 4096);
  let control = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      control++;
  }
  return control / end;
}
