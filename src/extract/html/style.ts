/**
 * The two properties of an inline style that say whether a reader sees an element. Read by the CSS
 * Syntax rules (https://www.w3.org/TR/css-syntax-3/#parse-block-contents): strings, brackets,
 * comments and escapes are honoured, a declaration with an unknown value is dropped, and of the
 * others the last important one, else the last one, counts.
 */

import { unescapeCss } from './css-escape.ts';

export interface InlineStyle {
  readonly display: string;
  readonly visibility: string;
}

const NO_STYLE: InlineStyle = { display: '', visibility: '' };

const WIDE = 'inherit initial unset revert revert-layer';
const DISPLAY = new Set(
  (
    `${WIDE} none contents block inline flow flow-root table flex grid ruby list-item run-in math inline-block ` +
    'inline-table inline-flex inline-grid table-row-group table-header-group table-footer-group table-row ' +
    'table-cell table-column-group table-column table-caption ruby-base ruby-text ruby-base-container ' +
    'ruby-text-container -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex -moz-box -moz-inline-box'
  ).split(' '),
);
const VISIBILITY = new Set(`${WIDE} visible hidden collapse force-hidden`.split(' '));
const ALL = new Set(WIDE.split(' '));

/** Reads a `style` attribute's value. */
export function readInlineStyle(css: string | null): InlineStyle {
  // Escapes can spell a property's name, so a backslash needs the full reading too.
  if (css === null || !/display|visibility|all|\\/i.test(css)) return NO_STYLE;
  const display = new Winner();
  const visibility = new Winner();
  for (const { name, value, important } of declarations(css)) {
    const substituted = /\bvar\(/.test(value);
    if (name === 'display' && (substituted || isDisplay(value))) display.offer(value, important);
    else if (name === 'visibility' && (substituted || VISIBILITY.has(value)))
      visibility.offer(value, important);
    else if (name === 'all' && (substituted || ALL.has(value))) {
      display.offer(value, important);
      visibility.offer(value, important);
    }
  }
  return { display: display.value, visibility: visibility.value };
}

/** One keyword, or an inner and an outer display type together (https://www.w3.org/TR/css-display-3/). */
function isDisplay(value: string): boolean {
  if (DISPLAY.has(value)) return true;
  return /^(?:(?:block|inline|run-in|flow|flow-root|table|flex|grid|ruby|list-item|math)(?: (?!$)|$)){2,3}$/.test(
    value,
  );
}

class Winner {
  value = '';
  #important = false;

  offer(value: string, important: boolean): void {
    if (this.#important && !important) return;
    this.value = value;
    this.#important = important;
  }
}

interface Declaration {
  /** Lower case. */
  readonly name: string;
  /** Lower case, comments and outer white space removed. */
  readonly value: string;
  readonly important: boolean;
}

function* declarations(css: string): Generator<Declaration> {
  for (const part of splitDeclarations(css)) {
    const match = /^\s*((?:[\w-]|[^\x00-\x7f]|\\.)+)\s*:([\s\S]*)$/.exec(part);
    if (match === null) continue;
    const raw = (match[2] ?? '').trim();
    const value = raw.replace(/\s*!\s*important$/i, '');
    yield {
      name: unescapeCss(match[1] ?? '').toLowerCase(),
      value: unescapeCss(value).toLowerCase().replace(/\s+/g, ' '),
      important: value.length !== raw.length,
    };
  }
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Splits at the semicolons that stand in no string, bracket or comment; comments become a space. */
function splitDeclarations(css: string): string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let part = '';
  for (let i = 0; i < css.length; i += 1) {
    const char = css.charAt(i);
    if (char === '\\') {
      part += char + css.charAt(i + 1);
      i += 1;
    } else if (char === '/' && css.charAt(i + 1) === '*') {
      const end = css.indexOf('*/', i + 2);
      i = end === -1 ? css.length : end + 1;
      part += ' ';
    } else if (char === '"' || char === "'") {
      const end = endOfString(css, i);
      part += css.slice(i, end);
      i = end - 1;
    } else if (char === ';' && open.length === 0) {
      parts.push(part);
      part = '';
    } else {
      const closing = CLOSING[char];
      if (closing !== undefined) open.push(closing);
      else if (char === open.at(-1)) open.pop();
      // A closing brace that opens nothing ends what could be a declaration (css-syntax, "bad contents").
      if (!(char === '}' && open.length === 0 && !part.includes('{'))) part += char;
    }
  }
  parts.push(part);
  return parts;
}

/** Where the string that starts at `start` ends: after its quote, or before the line end that breaks it. */
function endOfString(css: string, start: number): number {
  const quote = css.charAt(start);
  for (let i = start + 1; i < css.length; i += 1) {
    const char = css.charAt(i);
    if (char === quote) return i + 1;
    if (char === '\n' || char === '\f' || char === '\r') return i;
    if (char === '\\') i += 1;
  }
  return css.length;
}
