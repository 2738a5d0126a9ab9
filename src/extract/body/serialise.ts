/**
 * The kept body as sanitised HTML, by an allow-list of elements and attributes: what is not named
 * here does not come out, so scripts, styles, handlers, frames and forms cannot.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { absoluteUrl } from '../page/page.ts';
import { SILENT_ELEMENTS } from './elements.ts';

/** Element → the attributes it may keep. URL attributes are made absolute, others copied. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'title', 'hreflang']],
  ['abbr', ['title']],
  ['b', []],
  ['bdi', ['dir']],
  ['bdo', ['dir']],
  ['blockquote', ['cite']],
  ['br', []],
  ['caption', []],
  ['cite', []],
  ['code', []],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['dd', []],
  ['del', ['datetime']],
  ['dfn', []],
  ['dl', []],
  ['dt', []],
  ['em', []],
  ['figcaption', []],
  ['figure', []],
  ['h1', []],
  ['h2', []],
  ['h3', []],
  ['h4', []],
  ['h5', []],
  ['h6', []],
  ['hr', []],
  ['i', []],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  ['ins', ['datetime']],
  ['kbd', []],
  ['li', ['value']],
  ['mark', []],
  ['ol', ['start', 'reversed']],
  ['p', ['dir', 'lang']],
  ['pre', []],
  ['q', ['cite']],
  ['rp', []],
  ['rt', []],
  ['ruby', []],
  ['s', []],
  ['samp', []],
  ['small', []],
  ['strong', []],
  ['sub', []],
  ['sup', []],
  ['table', []],
  ['tbody', []],
  ['td', ['colspan', 'rowspan']],
  ['tfoot', []],
  ['th', ['colspan', 'rowspan', 'scope']],
  ['thead', []],
  ['time', ['datetime']],
  ['tr', []],
  ['u', []],
  ['ul', []],
  ['var', []],
  ['wbr', []],
]);

/** Containers that say nothing about the text: their children stand in their place, as paragraphs where they hold text. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);
const URL_ATTRIBUTES = new Set(['href', 'src', 'cite']);
/** An element that is worth nothing without content. */
const NEEDS_CONTENT = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'dl',
  'dd',
  'dt',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'figure',
  'figcaption',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'small',
  'sub',
  'sup',
  'pre',
  'code',
  'q',
  'cite',
  'caption',
  'mark',
  'del',
  'ins',
]);
const FRAMES = new Set(['iframe', 'embed', 'object', 'video', 'audio', 'amp-iframe', 'amp-video']);
const PARAGRAPH_PARENTS = new Set([
  'div',
  'section',
  'article',
  'main',
  'body',
  'header',
  'footer',
  'aside',
  'center',
  'details',
]);

/** @param dropped nodes that are left out with all they hold */
export function serialiseHtml(root: DomElement, dropped: ReadonlySet<DomNode>, baseUrl: string): string {
  const out: string[] = [];
  writeChildren(root, dropped, baseUrl, out, true);
  return (
    out
      .join('')
      // Looks at a run of spaces from its start only, so that a long one costs its length and not the square.
      .replace(/(?<![ \t])[ \t]*\n\s*/g, '\n')
      .trim()
  );
}

function writeChildren(
  parent: DomElement,
  dropped: ReadonlySet<DomNode>,
  base: string,
  out: string[],
  wrap: boolean,
): void {
  let run: string[] = [];
  // White space between blocks is none of the text; within a line and in code it is.
  const isText = isInline(parent) || parent.localName === 'pre' || parent.localName === 'p';
  const flush = (): void => {
    const text = run.join('');
    if (text.trim() !== '')
      out.push(wrap && !/^\s*<(?:img|br)[^>]*>\s*$/.test(text) ? `<p>${text.trim()}</p>\n` : text);
    else if (isText && !wrap) out.push(text);
    run = [];
  };
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (dropped.has(child)) continue;
    if (child.nodeType === TEXT_NODE) {
      run.push(escapeText(child.nodeValue ?? ''));
      continue;
    }
    if (child.nodeType !== ELEMENT_NODE) continue;
    const element = child as DomElement;
    if (isInline(element)) write(element, dropped, base, run);
    else {
      flush();
      write(element, dropped, base, out);
    }
  }
  flush();
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
  'font',
  'img',
]);

function isInline(element: DomElement): boolean {
  return INLINE.has(element.localName);
}

function write(element: DomElement, dropped: ReadonlySet<DomNode>, base: string, out: string[]): void {
  const name = element.localName;
  if (FRAMES.has(name)) {
    writeEmbed(element, base, out);
    return;
  }
  if (SILENT_ELEMENTS.has(name)) return;
  const allowed = ALLOWED.get(name);
  if (allowed === undefined) {
    writeChildren(element, dropped, base, out, PARAGRAPH_PARENTS.has(name));
    return;
  }
  const attributes = attributesOf(element, name, allowed, base);
  if (name === 'img' && attributes.get('src') === undefined) return;
  const open = `<${name}${[...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}>`;
  if (VOID.has(name)) {
    out.push(open);
    return;
  }
  const inner: string[] = [];
  writeChildren(element, dropped, base, inner, false);
  const content = inner.join('');
  if (NEEDS_CONTENT.has(name) && content.trim() === '') {
    if (content !== '') out.push(' ');
    return;
  }
  if (name === 'a' && attributes.get('href') === undefined) {
    out.push(content);
    return;
  }
  const line = INLINE.has(name) ? '' : '\n';
  out.push(open, name === 'pre' || line === '' ? content : content.trim(), `</${name}>${line}`);
}

function attributesOf(
  element: DomElement,
  name: string,
  allowed: readonly string[],
  base: string,
): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const key of allowed) {
    const value = element.getAttribute(key);
    if (value === null || value === '') continue;
    if (URL_ATTRIBUTES.has(key)) {
      const url = key === 'href' ? linkTarget(value, base) : absoluteUrl(value, base);
      if (url !== null) attributes.set(key, url);
    } else if (/^(?:width|height|colspan|rowspan|span|start|value)$/.test(key)) {
      if (/^\d{1,5}$/.test(value.trim())) attributes.set(key, value.trim());
    } else attributes.set(key, value.slice(0, 2000).toWellFormed());
  }
  if (name === 'img' && !attributes.has('src')) {
    const lazy = absoluteUrl(element.getAttribute('data-src') ?? element.getAttribute('data-original'), base);
    if (lazy !== null) attributes.set('src', lazy);
  }
  return attributes;
}

/** Links may lead to the web, to mail and to a telephone; anything else (javascript:, data:) loses its target. */
function linkTarget(href: string, base: string): string | null {
  const trimmed = href.trim();
  if (/^(?:mailto|tel):[^\s<>"]{1,300}$/i.test(trimmed)) return trimmed;
  return absoluteUrl(trimmed, base);
}

/** A frame or player becomes a link to what it shows. */
function writeEmbed(element: DomElement, base: string, out: string[]): void {
  const url = absoluteUrl(
    element.getAttribute('src') ?? element.getAttribute('data-src') ?? element.getAttribute('data'),
    base,
  );
  if (url === null) return;
  const label = element.getAttribute('title')?.trim();
  const text = label === undefined || label === '' ? new URL(url).hostname : label;
  out.push(`<p><a href="${escapeAttribute(url)}">${escapeText(text)}</a></p>\n`);
}

export function escapeText(text: string): string {
  const whole = text.toWellFormed();
  if (!/[\0&<>]/.test(whole)) return whole;
  return whole.replaceAll('\0', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
