/** Elements (https://dom.spec.whatwg.org/#interface-element), with the HTML members extraction reads. */
import { type Attr, type AttributeList, indexOfValue, NO_ATTRIBUTES, toAttrs } from './attributes.ts';
import type { Document, DocumentFragment } from './document.ts';
import { type DomElement, ELEMENT_NODE } from './dom.ts';
import { asciiLowerCase, HTML, MATHML, NAMESPACE_URI, type Namespace, type TagName } from './names.ts';
import { type Node, ParentNode } from './node.ts';
import { compileSelector, elementsByTagName, selectAll, selectFirst } from './selectors/index.ts';
import { serializeInner, serializeOuter } from './serialize.ts';
import { type InlineStyle, readInlineStyle } from './style.ts';
import { Text } from './text.ts';
import { isElement } from './tree.ts';

const HTML_IMG = 'img';

export class Element extends ParentNode implements DomElement {
  declare ownerDocument: Document;
  declare name: TagName;
  declare namespace: Namespace;
  /** `[name, value, …]`; replaced, never shared, once this element changes it. */
  declare attributeList: AttributeList;
  /** What a `<template>` holds; null on every other element. */
  declare content: DocumentFragment | null;
  /** Readability's score; declared so that setting it does not change the object's shape. */
  declare readability: unknown;
  /** Readability's mark on tables; declared for the same reason. */
  declare _readabilityDataTable: boolean | undefined;
  declare private attrs: readonly Attr[] | null;
  declare private inlineStyle: InlineStyle | null;

  constructor(ownerDocument: Document, name: TagName, namespace: Namespace, attributeList: AttributeList) {
    super(ELEMENT_NODE, ownerDocument);
    this.name = name;
    this.namespace = namespace;
    this.attributeList = attributeList;
    this.content = null;
    this.readability = undefined;
    this._readabilityDataTable = undefined;
    this.attrs = null;
    this.inlineStyle = null;
  }

  get tagName(): string {
    return this.namespace === HTML ? this.name.upper : this.name.local;
  }

  /** Renames in place; the element becomes an HTML element, as one made by `createElement` would be. */
  set tagName(name: string) {
    this.localName = name;
  }

  get localName(): string {
    return this.name.local;
  }

  set localName(name: string) {
    this.name = this.ownerDocument.names.get(asciiLowerCase(name));
    this.namespace = HTML;
    this.parentNode?.addFamilies(this.name.family);
    if (this.name.local !== 'template') this.content = null;
  }

  override get nodeName(): string {
    return this.tagName;
  }

  get namespaceURI(): string {
    return NAMESPACE_URI[this.namespace] ?? '';
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  /** The `class` attribute; always empty in SVG, where the standard has an object that is not a string. */
  get className(): string {
    return this.namespace === HTML || this.namespace === MATHML ? (this.getAttribute('class') ?? '') : '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  /** `display` and `visibility` of the inline style; MathML elements have none (as in jsdom). */
  get style(): InlineStyle | undefined {
    if (this.namespace === MATHML) return undefined;
    this.inlineStyle ??= readInlineStyle(this.getAttribute('style'));
    return this.inlineStyle;
  }

  /** The address of an image, resolved against the page's base; undefined on elements other than `img`. */
  get src(): string | undefined {
    if (this.namespace !== HTML || this.name.local !== HTML_IMG) return undefined;
    const value = this.getAttribute('src');
    if (value === null) return '';
    return URL.parse(value, this.ownerDocument.baseURI)?.href ?? value;
  }

  get srcset(): string | undefined {
    if (this.namespace !== HTML || this.name.local !== HTML_IMG) return undefined;
    return this.getAttribute('srcset') ?? '';
  }

  get attributes(): readonly Attr[] {
    this.attrs ??= toAttrs(this.attributeList);
    return this.attrs;
  }

  getAttribute(name: string): string | null {
    const at = this.indexOfAttribute(name);
    return at === -1 ? null : (this.attributeList[at] ?? null);
  }

  hasAttribute(name: string): boolean {
    return this.indexOfAttribute(name) !== -1;
  }

  hasAttributes(): boolean {
    return this.attributeList.length > 0;
  }

  setAttribute(name: string, value: string): void {
    const text = String(value);
    const at = this.indexOfAttribute(name);
    if (at === -1) {
      const stored = this.namespace === HTML ? asciiLowerCase(name) : name;
      this.attributeList = [...this.attributeList, stored, text];
    } else {
      this.attributeList[at] = text;
    }
    this.attributesChanged();
  }

  setAttributeNode(attr: Attr): void {
    this.setAttribute(attr.name, attr.value);
  }

  removeAttribute(name: string): void {
    const at = this.indexOfAttribute(name);
    if (at === -1) return;
    this.attributeList =
      this.attributeList.length === 2 ? NO_ATTRIBUTES : this.attributeList.toSpliced(at - 1, 2);
    this.attributesChanged();
  }

  private attributesChanged(): void {
    this.attrs = null;
    this.inlineStyle = null;
  }

  private indexOfAttribute(name: string): number {
    const list = this.attributeList;
    if (list.length === 0) return -1;
    const at = indexOfValue(list, name);
    if (at !== -1 || this.namespace !== HTML) return at;
    const lower = asciiLowerCase(name);
    return lower === name ? -1 : indexOfValue(list, lower);
  }

  override get textContent(): string {
    return this.descendantText();
  }

  override set textContent(value: string | null) {
    this.removeAllChildren();
    if (value !== null && value !== '') this.link(new Text(this.ownerDocument, value), null);
  }

  get innerHTML(): string {
    return serializeInner(this.content ?? this);
  }

  set innerHTML(html: string) {
    const target = this.content ?? this;
    const fragment = this.ownerDocument.parseFragment(html, this);
    target.removeAllChildren();
    target.insertBefore(fragment, null);
  }

  get outerHTML(): string {
    return serializeOuter(this);
  }

  getElementsByTagName(name: string): readonly Element[] {
    return elementsByTagName(this, name);
  }

  querySelector(selectors: string): Element | null {
    return selectFirst(this, compileSelector(selectors));
  }

  querySelectorAll(selectors: string): readonly Element[] {
    return selectAll(this, compileSelector(selectors));
  }

  matches(selectors: string): boolean {
    return compileSelector(selectors).matches(this, this);
  }

  closest(selectors: string): Element | null {
    const selector = compileSelector(selectors);
    let node: Node | null = this;
    while (node !== null && isElement(node)) {
      if (selector.matches(node, this)) return node;
      node = node.parentNode;
    }
    return null;
  }

  override cloneShallow(ownerDocument: Document): Element {
    const list = this.attributeList.length === 0 ? NO_ATTRIBUTES : [...this.attributeList];
    const copy = new Element(ownerDocument, this.name, this.namespace, list);
    if (this.content !== null) copy.content = ownerDocument.createDocumentFragment();
    return copy;
  }
}
