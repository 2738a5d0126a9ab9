/**
 * The body as a list of blocks: each is a run of inline content that a reader sees as one line or
 * paragraph. Cleaning decides block by block; text, markdown and HTML are written from what is kept.
 */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { foldSpace } from '../text.ts';
import { BLOCK_ELEMENTS, HEADING_ELEMENTS, SILENT_ELEMENTS } from './elements.ts';
import { isDataTable, spanOf } from './tables.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'row' | 'quote' | 'code' | 'caption' | 'term';

export interface Block {
  readonly kind: BlockKind;
  /** Folded text; lines of `<br>` and of code are joined with newlines. */
  readonly text: string;
  /** The nodes this block consists of: siblings, or one element. */
  readonly nodes: readonly DomNode[];
  /** The nearest block element around the nodes; null for a line of plain text. */
  readonly container: DomElement | null;
  /** Characters of text that stand inside links. */
  readonly linkChars: number;
  readonly links: number;
  /** Characters inside strong, b, em and i. */
  readonly emphasisChars: number;
  readonly level: number;
}

/** @param root the article's content; walked once, nothing is changed */
export function readBlocks(root: DomElement): Block[] {
  const holders = blockHolders(root);
  const blocks: Block[] = [];
  walk(root, root, 'paragraph', false, holders, blocks);
  return blocks;
}

/** Elements with a block element somewhere inside. Each ancestor is marked once, so this is linear. */
function blockHolders(root: DomElement): Set<DomNode> {
  const holders = new Set<DomNode>();
  let node: DomNode | null = root;
  while (node !== null) {
    if (
      node.nodeType === ELEMENT_NODE &&
      node !== root &&
      BLOCK_ELEMENTS.has((node as DomElement).localName)
    ) {
      let up: DomNode | null = node.parentNode;
      while (up !== null && !holders.has(up)) {
        holders.add(up);
        if (up === root) break;
        up = up.parentNode;
      }
    }
    node = following(node, root);
  }
  return holders;
}

/** The next node in document order inside `root`. */
export function following(node: DomNode, root: DomNode): DomNode | null {
  if (node.firstChild !== null) return node.firstChild;
  let at: DomNode | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

function walk(
  element: DomElement,
  container: DomElement,
  kind: BlockKind,
  inLink: boolean,
  holders: ReadonlySet<DomNode>,
  out: Block[],
): void {
  let run: DomNode[] = [];
  const flush = (): void => {
    if (run.length > 0) addBlock(run, container, kind, inLink, out);
    run = [];
  };
  let child: DomNode | null = element.firstChild;
  while (child !== null) {
    const node: DomNode = child;
    child = child.nextSibling;
    if (node.nodeType === TEXT_NODE) {
      run.push(node);
      continue;
    }
    if (node.nodeType !== ELEMENT_NODE) continue;
    const inner = node as DomElement;
    const name = inner.localName;
    if (SILENT_ELEMENTS.has(name)) continue;
    const isBlock = BLOCK_ELEMENTS.has(name);
    if (name === 'br') {
      // Two breaks end a paragraph; one is a line inside it, unless it sets off a rule, or a link behind a sentence.
      if (nextIsBreak(inner) || isApart(inner, false) || isApart(inner, true)) flush();
      else run.push(inner);
    } else if (name === 'pre') {
      flush();
      addBlock([inner], inner, 'code', inLink, out);
    } else if (name === 'table' && isDataTable(inner)) {
      flush();
      addRows(inner, out);
    } else if (!isBlock && !holders.has(inner)) {
      run.push(inner);
    } else {
      flush();
      const next = isBlock ? kindOf(name, kind) : kind;
      walk(inner, isBlock ? inner : container, next, inLink || name === 'a', holders, out);
    }
  }
  flush();
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (HEADING_ELEMENTS.has(name)) return 'heading';
  switch (name) {
    case 'li':
    case 'dd':
      return 'item';
    case 'dt':
      return 'term';
    case 'blockquote':
      return 'quote';
    case 'figcaption':
    case 'caption':
      return 'caption';
    case 'td':
    case 'th':
      return 'paragraph';
    default:
      return outer === 'heading' ? 'paragraph' : outer;
  }
}

function nextIsBreak(br: DomElement): boolean {
  let next = br.nextSibling;
  while (next !== null && next.nodeType === TEXT_NODE && (next.nodeValue ?? '').trim() === '')
    next = next.nextSibling;
  if (next === null || next.nodeName === 'BR') return true;
  let before = br.previousSibling;
  while (before !== null && before.nodeType === TEXT_NODE && (before.nodeValue ?? '').trim() === '')
    before = before.previousSibling;
  return before === null || before.nodeName === 'BR';
}

const RULE = /^[^\p{L}\p{N}]{2,60}$/u;
const SENTENCE = /[.!?…。！？]["”»“’')\]]*\s*$/u;

/** Whether the line before or behind a break is a row of stars, dashes or plus signs, or a link behind a sentence. */
function isApart(br: DomElement, before: boolean): boolean {
  let links = 0;
  let text = '';
  let at = before ? br.previousSibling : br.nextSibling;
  while (at !== null && at.nodeName !== 'BR') {
    if (at.nodeType === TEXT_NODE) text += at.nodeValue ?? '';
    else if (at.nodeName === 'A') links++;
    else if (at.nodeType === ELEMENT_NODE) return false;
    if (text.length > 200 || links > 1) return false;
    at = before ? at.previousSibling : at.nextSibling;
  }
  const bare = text.trim();
  if (links === 0) return RULE.test(bare);
  return !before && links === 1 && bare === '' && SENTENCE.test(br.previousSibling?.textContent ?? '');
}

interface Tally {
  readonly parts: string[];
  linkChars: number;
  links: number;
  emphasisChars: number;
  code: boolean;
}

function addBlock(
  nodes: readonly DomNode[],
  container: DomElement,
  kind: BlockKind,
  inLink: boolean,
  out: Block[],
): void {
  const tally: Tally = { parts: [], linkChars: 0, links: 0, emphasisChars: 0, code: kind === 'code' };
  for (const node of nodes) gather(node, tally, inLink, false);
  const raw = tally.parts.join('');
  const text = kind === 'code' ? trimCode(raw) : foldLines(raw);
  if (text === '') return;
  out.push({
    kind,
    text,
    nodes,
    container,
    linkChars: Math.min(tally.linkChars, text.length),
    links: tally.links,
    emphasisChars: Math.min(tally.emphasisChars, text.length),
    level: kind === 'heading' ? Number.parseInt(headingName(container).slice(1), 10) || 2 : 0,
  });
}

function headingName(container: DomElement): string {
  return HEADING_ELEMENTS.has(container.localName) ? container.localName : 'h2';
}

/** A break of the source that a reader does not see; with the indent of a paragraph behind it, sites show it as one. */
const BARE_BREAK = /\n(?![ \t\r\n]{0,100}\u3000)/g;

/** Text of inline content; `\n` stands for `<br>`, other white space is folded later. */
function gather(node: DomNode, tally: Tally, inLink: boolean, inEmphasis: boolean): void {
  if (node.nodeType === TEXT_NODE) {
    const data = node.nodeValue ?? '';
    tally.parts.push(tally.code ? data : data.replace(BARE_BREAK, ' '));
    const length = data.trim().length;
    if (inLink) tally.linkChars += length;
    if (inEmphasis) tally.emphasisChars += length;
    return;
  }
  if (node.nodeType !== ELEMENT_NODE) return;
  const element = node as DomElement;
  const name = element.localName;
  if (SILENT_ELEMENTS.has(name)) return;
  if (name === 'br') {
    tally.parts.push('\n');
    return;
  }
  const isLink = name === 'a' && element.hasAttribute('href');
  if (isLink) tally.links++;
  const emphasis = inEmphasis || name === 'strong' || name === 'b' || name === 'em' || name === 'i';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    gather(child, tally, inLink || isLink, emphasis);
  }
}

function foldLines(raw: string): string {
  if (!raw.includes('\n')) return foldSpace(raw);
  return raw
    .split('\n')
    .map(foldSpace)
    .filter((line) => line !== '')
    .join('\n');
}

function trimCode(raw: string): string {
  return raw
    .toWellFormed()
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

const MOST_COLUMNS = 100;
/** A cell over several rows is said in each of them, as the head of a row is; a text is not. */
const LONGEST_REPEATED = 60;
/** Characters that one table repeats: a page must not become a hundred times as long. */
const MOST_REPEATED = 20_000;

function addRows(table: DomElement, out: Block[]): void {
  for (const caption of table.getElementsByTagName('caption'))
    addBlock([caption], caption, 'caption', false, out);
  /** Per column, the cell from above that reaches into the next rows. */
  const held: { text: string; left: number }[] = [];
  let repeated = 0;
  for (const row of table.getElementsByTagName('tr')) {
    const cells: string[] = [];
    const tally: Tally = { parts: [], linkChars: 0, links: 0, emphasisChars: 0, code: false };
    const takeHeld = (): void => {
      for (
        let above = held[cells.length];
        above !== undefined && above.left > 0;
        above = held[cells.length]
      ) {
        above.left--;
        repeated += above.text.length;
        cells.push(repeated <= MOST_REPEATED ? above.text : '');
      }
    };
    let own = 0;
    for (const cell of row.children) {
      takeHeld();
      tally.parts.length = 0;
      gather(cell, tally, false, false);
      const text = foldSpace(tally.parts.join(' '));
      const left = text.length > LONGEST_REPEATED ? 0 : spanOf(cell, 'rowspan') - 1;
      const columns = Math.min(spanOf(cell, 'colspan'), Math.max(1, MOST_COLUMNS - cells.length));
      // What spans columns is said once; the columns count for the rows below.
      for (let column = 0; column < columns; column++) {
        held[cells.length] = { text: column === 0 ? text : '', left };
        cells.push(column === 0 ? text : '');
      }
      own += text.length;
    }
    takeHeld();
    if (own === 0) continue;
    const text = cells.filter((cell) => cell !== '').join(' | ');
    if (text === '') continue;
    out.push({
      kind: 'row',
      text,
      nodes: [row],
      container: row,
      linkChars: Math.min(tally.linkChars, text.length),
      links: tally.links,
      emphasisChars: 0,
      level: 0,
    });
  }
}
