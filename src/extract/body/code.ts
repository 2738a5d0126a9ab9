/** Preformatted text as it is shown. */
import type { DomElement } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { BLOCK_ELEMENTS, SILENT_ELEMENTS } from './elements.ts';

/** The text of a `pre`: its white space kept, a block element in it on lines of its own. */
export function codeText(pre: DomElement): string {
  const parts: string[] = [];
  gatherCode(pre, parts);
  return parts
    .join('')
    .replaceAll('\r', '')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .toWellFormed();
}

function gatherCode(parent: DomElement, parts: string[]): void {
  const startLine = (): void => {
    if (parts.length > 0 && parts.at(-1)?.endsWith('\n') === false) parts.push('\n');
  };
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) parts.push(child.nodeValue ?? '');
    if (child.nodeType !== ELEMENT_NODE) continue;
    const { localName } = child as DomElement;
    if (localName === 'br') parts.push('\n');
    else if (BLOCK_ELEMENTS.has(localName)) {
      startLine();
      gatherCode(child as DomElement, parts);
      startLine();
    } else if (!SILENT_ELEMENTS.has(localName)) gatherCode(child as DomElement, parts);
  }
}

/** The language of a code block, from the class that the HTML standard suggests for it (§4.5.15, `language-…`). */
export function codeLanguage(pre: DomElement): string {
  for (const element of [pre, pre.firstElementChild]) {
    const name = /(?:^|\s)lang(?:uage)?-([a-z0-9+#-]{1,20})(?:\s|$)/i.exec(element?.className ?? '')?.[1];
    if (name !== undefined) return name.toLowerCase();
  }
  return '';
}

/** The longest run of backticks in a text: a fence around it must be longer. */
export function longestTicks(text: string): number {
  let longest = 0;
  let current = 0;
  for (const char of text) {
    current = char === '`' ? current + 1 : 0;
    if (current > longest) longest = current;
  }
  return longest;
}
