/**
 * HTML fragment serialisation (https://html.spec.whatwg.org/#serialising-html-fragments), scripting
 * off. Walks along the links, so depth costs no stack.
 */
import { COMMENT_NODE, ELEMENT_NODE, TEXT_NODE } from './dom.ts';
import type { Element } from './element.ts';
import { HTML, RAW_TEXT, VOID } from './names.ts';
import type { Node } from './node.ts';
import { DOCUMENT_TYPE_NODE, isElement } from './tree.ts';

/** The markup of a node's children. */
export function serializeInner(root: Node): string {
  let html = '';
  // Templates hold their children apart, so the way back up from them is kept here.
  const hosts: Element[] = [];
  let top = root;
  let node = root.firstChild;
  while (true) {
    if (node === null) return html;
    if (node.nodeType === ELEMENT_NODE && isElement(node)) {
      html += startTag(node);
      if (node.content !== null && node.content.firstChild !== null) {
        hosts.push(node);
        top = node.content;
        node = top.firstChild;
        continue;
      }
      if (node.content === null && node.firstChild !== null && !isVoid(node)) {
        node = node.firstChild;
        continue;
      }
      html += endTag(node);
    } else {
      html += leaf(node);
    }
    // Up to the next node that has a sibling, closing what is left behind.
    while (node.nextSibling === null) {
      let parent: Node | null = node.parentNode;
      if (parent === top) {
        const host = hosts.pop();
        if (host === undefined) return html;
        top = hosts.at(-1)?.content ?? root;
        parent = host;
      }
      if (parent === null || !isElement(parent)) return html;
      html += endTag(parent);
      node = parent;
    }
    node = node.nextSibling;
  }
}

/** The markup of an element and its children. */
export function serializeOuter(element: Element): string {
  return (
    startTag(element) + (isVoid(element) ? '' : serializeInner(element.content ?? element)) + endTag(element)
  );
}

function isVoid(element: Element): boolean {
  return element.namespace === HTML && (element.name.html & VOID) !== 0;
}

function startTag(element: Element): string {
  const list = element.attributeList;
  let tag = `<${element.name.local}`;
  for (let i = 0; i + 1 < list.length; i += 2) tag += ` ${list[i]}="${escapeAttribute(list[i + 1] ?? '')}"`;
  return `${tag}>`;
}

function endTag(element: Element): string {
  return isVoid(element) ? '' : `</${element.name.local}>`;
}

function leaf(node: Node): string {
  switch (node.nodeType) {
    case TEXT_NODE: {
      const parent = node.parentNode;
      const raw =
        parent !== null &&
        isElement(parent) &&
        parent.namespace === HTML &&
        (parent.name.html & RAW_TEXT) !== 0;
      return raw ? (node.nodeValue ?? '') : escapeText(node.nodeValue ?? '');
    }
    case COMMENT_NODE:
      return `<!--${node.nodeValue}-->`;
    case DOCUMENT_TYPE_NODE:
      return `<!DOCTYPE ${node.nodeName}>`;
    default:
      return '';
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, (char) => ESCAPES[char] ?? char) : text;
}

/** Text as it stands between double quotes. */
export function escapeAttribute(text: string): string {
  return /[&<>"\u00a0]/.test(text) ? text.replace(/[&<>"\u00a0]/g, (char) => ESCAPES[char] ?? char) : text;
}
