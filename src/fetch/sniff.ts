/**
 * What kind of document some bytes are. Hosts label feeds as HTML, HTML as plain text and anything as anything, so the
 * bytes count first and the Content-Type only where they say nothing.
 */

/** Kinds of document newsmill tells apart. */
export type DocumentKind =
  | 'html'
  | 'xml-feed'
  | 'json-feed'
  | 'sitemap'
  | 'sitemap-index'
  | 'text'
  | 'pdf'
  | 'binary'
  | 'empty';

/** Bytes looked at: enough for a prolog, comments and a DOCTYPE before the first element. */
const HEAD_BYTES = 8192;

/** Root elements by local name, lower case (RSS 2.0, RSS 1.0, RFC 4287, sitemaps.org). */
const ROOTS: ReadonlyMap<string, DocumentKind> = new Map([
  ['rss', 'xml-feed'],
  ['rdf', 'xml-feed'],
  ['feed', 'xml-feed'],
  ['channel', 'xml-feed'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap-index'],
]);

/** Beginnings of files that are no text (WHATWG MIME Sniffing §6, §7). */
const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP, WAVE, AVI
  [0x50, 0x4b, 0x03, 0x04], // ZIP
  [0x1f, 0x8b], // gzip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x49, 0x44, 0x33], // MP3
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x77, 0x4f, 0x46], // WOFF
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/**
 * The kind of a document.
 *
 * @param bytes body with content codings undone; a sitemap file that is itself gzip counts as binary
 * @param contentType Content-Type field, if any
 */
export function sniffDocument(bytes: Uint8Array, contentType: string | null): DocumentKind {
  const head = bytes.subarray(0, HEAD_BYTES);
  const utf16 = utf16Label(head);
  if (utf16 === null && looksBinary(head)) return isPdf(head) ? 'pdf' : 'binary';
  const decoded = new TextDecoder(utf16 ?? 'windows-1252').decode(head);
  // UTF-8's byte order mark, read as windows-1252.
  const text = decoded.replace(/^(?:ï»¿)?\s*/, '');
  if (text === '') return bytes.length <= HEAD_BYTES ? 'empty' : kindOfLabel(contentType);
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('{')) return isJsonFeed(text) ? 'json-feed' : kindOfLabel(contentType, 'text');
  const root = rootElement(text);
  if (root === null) return kindOfLabel(contentType);
  return ROOTS.get(root) ?? kindOfMarkup(root, text, contentType);
}

/** Markup that is neither feed nor sitemap. A piece of HTML may begin with any element, an XML file of no use too. */
function kindOfMarkup(root: string, text: string, contentType: string | null): DocumentKind {
  if (root === 'html' || isHtmlLabel(contentType)) return 'html';
  if (root === 'svg' || text.startsWith('<?xml')) return 'binary';
  return /^\s*text\/plain\b/i.test(contentType ?? '') ? 'text' : 'html';
}

/** The first element's local name in lower case; null where the text does not begin with markup. */
function rootElement(text: string): string | null {
  const withoutProlog = text.replace(
    /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\][^>]*)?>)+/i,
    '',
  );
  const name = /^<(?:[\w-]+:)?([a-z][\w-]*)[\s/>]/i.exec(withoutProlog)?.[1]?.toLowerCase();
  if (name !== undefined) return name;
  // A DOCTYPE or comment with nothing in reach after it is still markup.
  return /^<!(?:doctype|--)/i.test(text) ? 'html' : null;
}

function isJsonFeed(text: string): boolean {
  return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//.test(text);
}

function utf16Label(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] === 0x3c ? 'utf-16be' : null;
}

/** Binary data bytes by WHATWG MIME Sniffing §3: control characters that no text has, but a few are forgiven. */
function looksBinary(head: Uint8Array): boolean {
  if (MAGIC.some((magic) => magic.every((byte, index) => head[index] === byte))) return true;
  let controls = 0;
  // By index: an iterator takes several times as long, and each page comes by here.
  for (let i = 0; i < head.length; i += 1) {
    const byte = head[i] ?? 0x20;
    if (byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f))
      controls += 1;
  }
  return controls * 100 > head.length;
}

function isPdf(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-');
}

function isHtmlLabel(contentType: string | null): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '');
}

/** What the label says, for bytes that could be many things. */
function kindOfLabel(contentType: string | null, otherwise: DocumentKind = 'text'): DocumentKind {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (isHtmlLabel(type)) return 'html';
  if (/^(?:image|audio|video|font)\//.test(type)) return 'binary';
  if (type === 'application/feed+json') return 'json-feed';
  return otherwise;
}
