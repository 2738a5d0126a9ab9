/** Code that a page shows as a table, its lines' numbers in a column of their own, becomes the `pre` that it is. */
import type { DomDocument, DomElement } from '../html/dom.ts';
import { codeText } from './code.ts';
import { BLOCK_ELEMENTS } from './elements.ts';

const MOST_ROWS = 5000;
/** Numbers one below the other, or nothing. */
const NUMBERS = /^[\s\d]*$/;
const CODE_NAME = /(?:^|[\s_-])(?:code|blob|hljs|source|highlight|line)(?:$|[\s_-])/i;

/** @returns whether the table was one, and is replaced */
export function mendCodeTable(table: DomElement, document: DomDocument): boolean {
  const lines: DomElement[] = [];
  let numbered = 0;
  for (const row of table.getElementsByTagName('tr')) {
    const [number, line, ...others] = row.children;
    if (number === undefined || line === undefined || others.length > 0 || lines.length >= MOST_ROWS)
      return false;
    const shown = number.textContent ?? '';
    if (!NUMBERS.test(shown) || !isCode(line, table)) return false;
    if (/\d/.test(shown) || /line-?(?:no|num)/i.test(`${number.className} ${attributeNames(number)}`))
      numbered += 1;
    lines.push(line);
  }
  if (lines.length === 0 || numbered < lines.length) return false;
  const pre = document.createElement('pre');
  const named = table.querySelector('[class*="lang-"], [class*="language-"]');
  if (named !== null) pre.className = named.className;
  const text = lines.map((line) => (lines.length === 1 ? codeText(line) : rowText(line))).join('\n');
  pre.appendChild(document.createTextNode(text));
  table.parentNode?.replaceChild(pre, table);
  return true;
}

/** Words about code, with code among them, are none. */
const ALL_CODE = 0.9;

function isCode(cell: DomElement, table: DomElement): boolean {
  if (CODE_NAME.test(cell.className) && CODE_NAME.test(table.className)) return true;
  const name = cell.querySelector('pre') === null ? 'code' : 'pre';
  const parts = cell.getElementsByTagName(name);
  if (parts.length === 0) return false;
  let length = 0;
  for (const part of parts) length += lengthOf(part);
  return length >= ALL_CODE * lengthOf(cell);
}

function lengthOf(element: DomElement): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length;
}

function attributeNames(element: DomElement): string {
  return [...element.attributes].map(({ name }) => name).join(' ');
}

/** One line, its indent kept. */
function rowText(cell: DomElement): string {
  const first = cell.querySelector('pre, code');
  const holder = first !== null && lengthOf(first) === lengthOf(cell) ? first : cell;
  const hasBlocks = [...holder.children].some((child) => BLOCK_ELEMENTS.has(child.localName));
  return (hasBlocks ? codeText(holder) : (holder.textContent ?? ''))
    .replace(/^\n+|\s+$/g, '')
    .replaceAll('\n', ' ');
}
