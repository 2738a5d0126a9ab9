/**
 * The part of the DOM standard that extraction reads and writes, as interfaces.
 *
 * Two implementations satisfy it: newsmill's own tree (`node.ts`, the default) and jsdom (the
 * reference, `--dom jsdom`). Code outside `src/extract/html/` names these types only. Names and
 * meanings are the standard's (https://dom.spec.whatwg.org/); what is not listed here is not used.
 */

/** `Node.nodeType` values that occur in a parsed HTML page. */
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: DomNode | null;
  readonly parentElement: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly lastChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly childNodes: ArrayLike<DomNode> & Iterable<DomNode>;
  readonly ownerDocument: DomDocument | null;
  textContent: string | null;
  nodeValue: string | null;
  appendChild<T extends DomNode>(child: T): T;
  insertBefore<T extends DomNode>(child: T, before: DomNode | null): T;
  removeChild<T extends DomNode>(child: T): T;
  replaceChild<T extends DomNode>(child: DomNode, old: T): T;
  cloneNode(deep?: boolean): DomNode;
  contains(other: DomNode | null): boolean;
}

export interface DomAttr {
  readonly name: string;
  readonly value: string;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly localName: string;
  id: string;
  className: string;
  innerHTML: string;
  readonly outerHTML: string;
  readonly attributes: ArrayLike<DomAttr> & Iterable<DomAttr>;
  readonly children: ArrayLike<DomElement> & Iterable<DomElement>;
  readonly firstElementChild: DomElement | null;
  readonly lastElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  hasAttributes(): boolean;
  removeAttribute(name: string): void;
  getElementsByTagName(name: string): ArrayLike<DomElement> & Iterable<DomElement>;
  querySelector(selectors: string): DomElement | null;
  querySelectorAll(selectors: string): ArrayLike<DomElement> & Iterable<DomElement>;
  matches(selectors: string): boolean;
  closest(selectors: string): DomElement | null;
  remove(): void;
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null;
  readonly head: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
  /** The page's own address (before any `<base>`). */
  readonly documentURI: string;
  /** The address that relative links resolve against (`<base href>` applied). */
  readonly baseURI: string;
  createElement(name: string): DomElement;
  createTextNode(data: string): DomNode;
  getElementById(id: string): DomElement | null;
  getElementsByTagName(name: string): ArrayLike<DomElement> & Iterable<DomElement>;
  querySelector(selectors: string): DomElement | null;
  querySelectorAll(selectors: string): ArrayLike<DomElement> & Iterable<DomElement>;
}

/** Parses one page. Implementations never throw on malformed markup; guards throw a NewsmillError. */
export type ParseHtml = (html: string, url: string) => DomDocument;
