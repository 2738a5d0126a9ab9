/**
 * The kept body as sanitised HTML, by an allow-list of elements and attributes: what is not named
 * here does not come out, so scripts, styles, handlers, frames and forms cannot.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { absoluteUrl } from '../page/page.ts';
import { ALLOWED, imageTarget, linkTarget, NEEDS_CONTENT, URL_ATTRIBUTES, VOID } from './allowed.ts';
import { BLOCK_ELEMENTS, holdsBlock, SILENT_ELEMENTS } from './elements.ts';
import { embedOf, FRAMES } from './embed.ts';

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
/** Elements that hold inline content only (HTML standard, phrasing content). */
const PHRASING = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * What may stand where: `blocks` where text must be in paragraphs, `mixed` where it need not, `phrasing` where
 * nothing but inline elements may stand.
 */
type Flow = 'blocks' | 'mixed' | 'phrasing';

interface Context {
  readonly dropped: ReadonlySet<DomNode>;
  readonly base: string;
}

/** @param dropped nodes that are left out with all they hold */
export function serialiseHtml(root: DomElement, dropped: ReadonlySet<DomNode>, baseUrl: string): string {
  const out: string[] = [];
  writeChildren(root, { dropped, base: baseUrl }, out, 'blocks');
  return out
    .join('')
    .split(PREFORMATTED)
    .map((part, i) => (i % 2 === 0 ? foldBreaks(part) : part))
    .join('')
    .trim();
}

/** What stands between these tags is written by `writeCode`, which lets no tag of the name through. */
const PREFORMATTED = /(<pre>[\s\S]*?<\/pre>)/;

/** Looks at a run of spaces from its start only, so that a long one costs its length and not the square. */
function foldBreaks(markup: string): string {
  return markup.replace(/(?<![ \t])[ \t]*\n\s*/g, '\n');
}

function writeChildren(parent: DomElement, context: Context, out: string[], flow: Flow): void {
  let run: string[] = [];
  // White space between blocks is none of the text; within a line it is.
  const flush = (): void => {
    const text = run.join('');
    if (flow === 'phrasing') out.push(text);
    else if (text.trim() !== '')
      out.push(
        flow === 'blocks' && !/^\s*<(?:img|br)[^>]*>\s*$/.test(text) ? `<p>${text.trim()}</p>\n` : text,
      );
    run = [];
  };
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (context.dropped.has(child)) continue;
    if (child.nodeType === TEXT_NODE) {
      run.push(escapeText(child.nodeValue ?? ''));
      continue;
    }
    if (child.nodeType !== ELEMENT_NODE) continue;
    const element = child as DomElement;
    if (flow === 'phrasing' || isInline(element)) write(element, context, run, 'phrasing');
    else {
      flush();
      write(element, context, out, flow);
    }
  }
  flush();
}

function isInline(element: DomElement): boolean {
  const name = element.localName;
  return !BLOCK_ELEMENTS.has(name) && !FRAMES.has(name) && !holdsBlock(element);
}

function write(element: DomElement, context: Context, out: string[], flow: Flow): void {
  const name = element.localName;
  if (FRAMES.has(name)) {
    writeEmbed(element, context.base, out, flow);
    return;
  }
  if (SILENT_ELEMENTS.has(name)) return;
  if (flow === 'phrasing' && BLOCK_ELEMENTS.has(name)) {
    out.push(' ');
    writeChildren(element, context, out, flow);
    out.push(' ');
    return;
  }
  const allowed = ALLOWED.get(name);
  if (allowed === undefined || (name === 'p' && holdsBlock(element))) {
    writeChildren(element, context, out, PARAGRAPH_PARENTS.has(name) ? 'blocks' : flow);
    return;
  }
  const attributes = attributesOf(element, allowed, context.base);
  if (name === 'img' && attributes.get('src') === undefined) return;
  const open = `<${name}${[...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}>`;
  if (VOID.has(name)) {
    out.push(open);
    return;
  }
  const inner: string[] = [];
  if (name === 'pre') writeCode(element, context, inner);
  else
    writeChildren(element, context, inner, flow === 'phrasing' || PHRASING.has(name) ? 'phrasing' : 'mixed');
  const content = inner.join('');
  if (NEEDS_CONTENT.has(name) && content.trim() === '') {
    if (content !== '') out.push(' ');
    return;
  }
  if (name === 'a' && attributes.get('href') === undefined) {
    out.push(content);
    return;
  }
  if (name === 'pre') out.push(`<pre>${content.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}</pre>\n`);
  else if (BLOCK_ELEMENTS.has(name)) out.push(open, content.trim(), `</${name}>\n`);
  else out.push(open, content, `</${name}>`);
}

/** Preformatted text with its white space, each line of a block element of its own on a line. */
function writeCode(parent: DomElement, context: Context, out: string[]): void {
  const startLine = (): void => {
    if (out.length > 0 && out.at(-1)?.endsWith('\n') === false) out.push('\n');
  };
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (context.dropped.has(child)) continue;
    if (child.nodeType === TEXT_NODE) out.push(escapeText(child.nodeValue ?? '').replaceAll('\r', ''));
    if (child.nodeType !== ELEMENT_NODE) continue;
    const element = child as DomElement;
    const name = element.localName;
    if (SILENT_ELEMENTS.has(name)) continue;
    if (name === 'br') out.push('\n');
    else if (BLOCK_ELEMENTS.has(name)) {
      startLine();
      writeCode(element, context, out);
      startLine();
    } else if (ALLOWED.has(name) && !VOID.has(name)) {
      const inner: string[] = [];
      writeCode(element, context, inner);
      const content = inner.join('');
      if (content === '') continue;
      const href = name === 'a' ? linkTarget(element.getAttribute('href') ?? '', context.base) : null;
      if (name !== 'a') out.push(`<${name}>`, content, `</${name}>`);
      else out.push(href === null ? content : `<a href="${escapeAttribute(href)}">${content}</a>`);
    } else writeCode(element, context, out);
  }
}

function attributesOf(element: DomElement, allowed: readonly string[], base: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const key of allowed) {
    const value = key === 'src' ? imageTarget(element, base) : element.getAttribute(key);
    if (value === null || value === '') continue;
    if (URL_ATTRIBUTES.has(key)) {
      const url = key === 'href' ? linkTarget(value, base) : absoluteUrl(value, base);
      if (url !== null) attributes.set(key, url);
    } else if (/^(?:width|height|colspan|rowspan|span|start|value)$/.test(key)) {
      if (/^\d{1,5}$/.test(value.trim())) attributes.set(key, value.trim());
    } else attributes.set(key, value.slice(0, 2000).toWellFormed());
  }
  return attributes;
}

/** A known player becomes a link to what it shows. */
function writeEmbed(element: DomElement, base: string, out: string[], flow: Flow): void {
  const embed = embedOf(element, base);
  if (embed === null) return;
  const link = `<a href="${escapeAttribute(embed.url)}">${escapeText(embed.label)}</a>`;
  out.push(flow === 'phrasing' ? ` ${link} ` : `<p>${link}</p>\n`);
}

export function escapeText(text: string): string {
  const whole = text.toWellFormed();
  if (!/[\0&<>]/.test(whole)) return whole;
  return whole.replaceAll('\0', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
