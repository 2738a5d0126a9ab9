/**
 * The kept body as CommonMark (https://spec.commonmark.org/0.31.2/) with GFM tables, written from
 * the tree itself.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { imageTarget, linkTarget } from './allowed.ts';
import { codeLanguage, codeText, longestTicks } from './code.ts';
import { BLOCK_ELEMENTS, holdsBlock, SILENT_ELEMENTS } from './elements.ts';
import { embedOf, FRAMES } from './embed.ts';
import { isDataTable, spanOf } from './tables.ts';

interface Context {
  readonly dropped: ReadonlySet<DomNode>;
  readonly base: string;
  /** How many quotes and lists stand around. */
  readonly level: number;
}

/** Quotes and lists nested deeper are written at this level: each level writes all its lines anew. */
const MAX_LEVEL = 16;

/** @param dropped nodes that are left out with all they hold */
export function writeMarkdown(root: DomElement, dropped: ReadonlySet<DomNode>, baseUrl: string): string {
  return blocksOf(root, { dropped, base: baseUrl, level: 0 }).join('\n\n').trim();
}

/** Elements whose content is one line, of which a player in it is a part. */
const HOLDS_LINES = new Set(['p', 'span', 'a', 'b', 'strong', 'i', 'em']);

/** Each returned string is one block, already with its inner line breaks. */
function blocksOf(parent: DomElement, context: Context): string[] {
  const out: string[] = [];
  let run = '';
  const flush = (): void => {
    const text = tidyInline(run);
    if (text !== '') out.push(guardStart(text));
    run = '';
  };
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (context.dropped.has(child)) continue;
    if (child.nodeType === TEXT_NODE) run += escapeInline(child.nodeValue ?? '');
    else if (child.nodeType === ELEMENT_NODE) {
      const element = child as DomElement;
      const isPlayer = FRAMES.has(element.localName) && !HOLDS_LINES.has(parent.localName);
      if (isPlayer) {
        flush();
        run = inline(element, context);
        flush();
      } else if (BLOCK_ELEMENTS.has(element.localName) || holdsBlock(element)) {
        flush();
        out.push(...blockOf(element, context));
      } else run += inline(element, context);
    }
  }
  flush();
  return out;
}

function blockOf(element: DomElement, context: Context): string[] {
  const name = element.localName;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const text = tidyInline(inlineChildren(element, context)).replaceAll('\n', ' ');
      return text === '' ? [] : [`${'#'.repeat(Number(name[1]))} ${text}`];
    }
    case 'blockquote':
      return prefixed(element, context, '> ', '> ');
    case 'ul':
    case 'menu':
    case 'dir':
      return list(element, context, () => '- ');
    case 'ol': {
      let number = Number.parseInt(element.getAttribute('start') ?? '1', 10);
      if (!(number >= 0 && number < 1e8)) number = 1;
      return list(element, context, () => `${number++}. `);
    }
    case 'li':
      return prefixed(element, context, '- ', '  ');
    case 'pre': {
      const code = codeText(element);
      if (code === '') return [];
      const fence = '`'.repeat(Math.max(3, longestTicks(code) + 1));
      return [`${fence}${codeLanguage(element)}\n${code}\n${fence}`];
    }
    case 'hr':
      return ['---'];
    case 'table':
      return isDataTable(element) ? table(element, context) : blocksOf(element, context);
    case 'figcaption': {
      const text = tidyInline(inlineChildren(element, context)).replaceAll('\n', ' ');
      return text === '' ? [] : [aside(text)];
    }
    case 'dt':
      return holdsBlock(element)
        ? blocksOf(element, context)
        : [wrapped(tidyInline(inlineChildren(element, context)), '**')].filter((text) => text !== '');
    default:
      return SILENT_ELEMENTS.has(name) ? [] : blocksOf(element, context);
  }
}

function list(element: DomElement, context: Context, marker: () => string): string[] {
  const items: string[] = [];
  for (const child of element.children) {
    if (context.dropped.has(child)) continue;
    const inner = { ...context, level: context.level + 1 };
    const blocks = child.localName === 'li' ? blocksOf(child, inner) : blockOf(child, inner);
    if (blocks.length === 0) continue;
    const mark = marker();
    items.push(
      context.level < MAX_LEVEL ? marked(blocks, mark, ' '.repeat(mark.length)) : blocks.join('\n\n'),
    );
  }
  return items.length === 0 ? [] : [items.join('\n')];
}

function prefixed(element: DomElement, context: Context, first: string, rest: string): string[] {
  const blocks = blocksOf(element, { ...context, level: context.level + 1 });
  return blocks.length === 0 || context.level >= MAX_LEVEL ? blocks : [marked(blocks, first, rest)];
}

/** All blocks as one, with a mark before the first line and an indent before the others. */
function marked(blocks: readonly string[], first: string, rest: string): string {
  const lines = blocks.join('\n\n').split('\n');
  return lines
    .map((line, i) => (i === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');
}

/** A line in emphasis that says something of what it stands beside. */
function aside(text: string): string {
  return `*${text.replace(/\\?\*/g, '')}*`;
}

const MOST_COLUMNS = 100;

function table(element: DomElement, context: Context): string[] {
  const rows: string[][] = [];
  /** Per column, in how many of the next rows a cell from above stands there. */
  const held: number[] = [];
  for (const row of element.getElementsByTagName('tr')) {
    if (context.dropped.has(row)) continue;
    const cells: string[] = [];
    const skipHeld = (): void => {
      for (let left = held[cells.length] ?? 0; left > 0; left = held[cells.length] ?? 0) {
        held[cells.length] = left - 1;
        cells.push('');
      }
    };
    for (const cell of row.children) {
      skipHeld();
      if (cells.length >= MOST_COLUMNS) break;
      const rowsBelow = spanOf(cell, 'rowspan') - 1;
      const columns = Math.min(spanOf(cell, 'colspan'), MOST_COLUMNS - cells.length);
      for (let column = 0; column < columns; column++) {
        held[cells.length] = rowsBelow;
        cells.push(column === 0 ? cellText(cell, context) : '');
      }
    }
    skipHeld();
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (head === undefined || columns === 0) return [];
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const lines = [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n');
  const caption = element.querySelector('caption');
  const text =
    caption === null || context.dropped.has(caption) ? '' : tidyInline(inlineChildren(caption, context));
  return text === '' ? [lines] : [aside(text.replaceAll('\\\n', ' ')), lines];
}

/** `<br>` is what breaks lines within a cell of GFM. */
function cellText(cell: DomElement, context: Context): string {
  return tidyInline(inlineChildren(cell, context)).replaceAll('\\\n', '<br>').replaceAll('|', '\\|');
}

function inlineChildren(element: DomElement, context: Context): string {
  let out = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (context.dropped.has(child)) continue;
    if (child.nodeType === TEXT_NODE) out += escapeInline(child.nodeValue ?? '');
    else if (child.nodeType === ELEMENT_NODE) out += inline(child as DomElement, context);
  }
  return out;
}

function inline(element: DomElement, context: Context): string {
  const name = element.localName;
  if (FRAMES.has(name)) {
    const embed = embedOf(element, context.base);
    return embed === null ? '' : ` ${link(escapeInline(embed.label), embed.url)} `;
  }
  switch (name) {
    case 'br':
      return '\\\n';
    case 'img': {
      const src = imageTarget(element, context.base);
      if (src === null) return '';
      return `![${escapeInline(element.getAttribute('alt') ?? '').replaceAll('\n', ' ')}](${destination(src)})`;
    }
    case 'strong':
    case 'b':
      return wrapped(inlineChildren(element, context), '**');
    case 'em':
    case 'i':
      return wrapped(inlineChildren(element, context), '*');
    case 's':
    case 'del':
      return wrapped(inlineChildren(element, context), '~~');
    case 'sub':
    case 'sup': {
      // CommonMark has no marks for them, but inline HTML (§6.6): 10 to the 6th is not 106.
      const text = inlineChildren(element, context);
      return text.trim() === '' ? text : `<${name}>${text}</${name}>`;
    }
    case 'code':
    case 'kbd':
    case 'samp': {
      const code = (element.textContent ?? '').trim().replaceAll('\n', ' ');
      if (code === '') return '';
      const tick = '`'.repeat(longestTicks(code) + 1);
      return `${tick}${code.startsWith('`') ? ' ' : ''}${code}${code.endsWith('`') ? ' ' : ''}${tick}`;
    }
    case 'a': {
      const text = inlineChildren(element, context);
      const href = linkTarget(element.getAttribute('href'), context.base);
      if (href === null || text.trim() === '') return text;
      const lead = /^\s*/.exec(text)?.[0] ?? '';
      const tail = text.length > lead.length && /\s$/.test(text) ? ' ' : '';
      return `${lead}${link(text.trim(), href)}${tail}`;
    }
    default:
      if (SILENT_ELEMENTS.has(name)) return '';
      return BLOCK_ELEMENTS.has(name)
        ? ` ${inlineChildren(element, context)} `
        : inlineChildren(element, context);
  }
}

/** @param text inline markdown */
function link(text: string, url: string): string {
  return `[${text}](${destination(url)})`;
}

/** Emphasis marks must touch the text they mark: outer spaces move outside. */
function wrapped(text: string, mark: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith(mark)) return text;
  return `${/^\s/.test(text) ? ' ' : ''}${mark}${trimmed}${mark}${/\s$/.test(text) ? ' ' : ''}`;
}

function tidyInline(text: string): string {
  if (!text.includes('\\\n')) return tidyLine(text);
  return text
    .split('\\\n')
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\\\n');
}

/** Single blanks, which nearly all white space is already, are left alone. */
function tidyLine(line: string): string {
  return (/[^\S ]| {2}/.test(line) ? line.replace(/\s+/g, ' ') : line).trim();
}

export function escapeInline(text: string): string {
  const whole = text.toWellFormed();
  return /[\\`*_[\]<>]/.test(whole) ? whole.replace(/[\\`*_[\]<>]/g, (char) => `\\${char}`) : whole;
}

/** A line that happens to begin like a block mark is escaped. */
function guardStart(text: string): string {
  return text.replace(/^(#{1,6}\s|[-+]\s|>|={3,}|-{3,})/, '\\$1').replace(/^(\d{1,9})([.)]\s)/, '$1\\$2');
}

function destination(url: string): string {
  return url
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll(' ', '%20')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
}
