/** The oracle: parse5 as the builder of newsmill's tree, through its tree adapter. */
import {
  parse,
  parseFragment as parse5Fragment,
  html as parse5Html,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from 'parse5';
import { type AttributeList, NO_ATTRIBUTES } from '../../src/extract/html/attributes.ts';
import { Document, DocumentFragment } from '../../src/extract/html/document.ts';
import { COMMENT_NODE, TEXT_NODE } from '../../src/extract/html/dom.ts';
import { Element } from '../../src/extract/html/element.ts';
import { HTML, MATHML, NAMESPACE_URI, type Namespace, SVG } from '../../src/extract/html/names.ts';
import type { Node, ParentNode } from '../../src/extract/html/node.ts';
import { Comment, DocumentType, Text } from '../../src/extract/html/text.ts';
import { DOCUMENT_TYPE_NODE, isElement } from '../../src/extract/html/tree.ts';

type Types = TreeAdapterTypeMap<
  Node,
  ParentNode,
  Node,
  Document,
  DocumentFragment,
  Element,
  Comment,
  Text,
  Element,
  DocumentType
>;

/** Parses a whole page. */
export function buildWithParse5(html: string, url: string, scripting: boolean): Document {
  const document = new Document(url, (markup, context) =>
    buildFragmentWithParse5(markup, context, scripting),
  );
  return parse<Types>(html, { treeAdapter: new Parse5Adapter(document), scriptingEnabled: scripting });
}

/** Parses markup as the content of an element. */
export function buildFragmentWithParse5(
  html: string,
  context: Element,
  scripting: boolean,
): DocumentFragment {
  const treeAdapter = new Parse5Adapter(context.ownerDocument);
  return parse5Fragment<Types>(context, html, { treeAdapter, scriptingEnabled: scripting });
}

class Parse5Adapter implements TreeAdapter<Types> {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  createDocument(): Document {
    return this.#document;
  }

  createDocumentFragment(): DocumentFragment {
    return new DocumentFragment(this.#document);
  }

  createElement(tagName: string, namespaceURI: parse5Html.NS, attrs: Token.Attribute[]): Element {
    return new Element(
      this.#document,
      this.#document.names.get(tagName),
      toNamespace(namespaceURI),
      this.#list(attrs),
    );
  }

  createCommentNode(data: string): Comment {
    return new Comment(this.#document, data);
  }

  createTextNode(value: string): Text {
    return new Text(this.#document, value);
  }

  appendChild(parent: ParentNode, node: Node): void {
    this.insertBefore(parent, node, null);
  }

  insertBefore(parent: ParentNode, node: Node, reference: Node | null): void {
    node.remove();
    parent.link(node, reference);
  }

  insertText(parent: ParentNode, text: string): void {
    if (parent.lastChild instanceof Text) parent.lastChild.data += text;
    else parent.link(this.createTextNode(text), null);
  }

  insertTextBefore(parent: ParentNode, text: string, reference: Node): void {
    if (reference.previousSibling instanceof Text) reference.previousSibling.data += text;
    else parent.link(this.createTextNode(text), reference);
  }

  adoptAttributes(recipient: Element, attrs: Token.Attribute[]): void {
    const list = this.#list(attrs);
    for (let i = 0; i + 1 < list.length; i += 2) {
      const name = list[i] ?? '';
      if (!recipient.hasAttribute(name)) recipient.setAttribute(name, list[i + 1] ?? '');
    }
  }

  #list(attrs: Token.Attribute[]): AttributeList {
    if (attrs.length === 0) return NO_ATTRIBUTES;
    const list: AttributeList = [];
    for (const attr of attrs) {
      list.push(
        attr.prefix === undefined || attr.prefix === '' ? attr.name : `${attr.prefix}:${attr.name}`,
        attr.value,
      );
    }
    return list;
  }

  detachNode(node: Node): void {
    node.remove();
  }

  setTemplateContent(template: Element, content: DocumentFragment): void {
    template.content = content;
  }

  getTemplateContent(template: Element): DocumentFragment {
    template.content ??= new DocumentFragment(this.#document);
    return template.content;
  }

  setDocumentType(document: Document, name: string, publicId: string, systemId: string): void {
    document.link(new DocumentType(document, name, publicId, systemId), null);
  }

  setDocumentMode(document: Document, mode: parse5Html.DOCUMENT_MODE): void {
    document.quirks = mode === parse5Html.DOCUMENT_MODE.QUIRKS;
  }

  getDocumentMode(document: Document): parse5Html.DOCUMENT_MODE {
    return document.quirks ? parse5Html.DOCUMENT_MODE.QUIRKS : parse5Html.DOCUMENT_MODE.NO_QUIRKS;
  }

  getFirstChild(parent: ParentNode): Node | null {
    return parent.firstChild;
  }

  getChildNodes(parent: ParentNode): Node[] {
    return [...parent.childNodes];
  }

  getParentNode(node: Node): ParentNode | null {
    return node.parentNode;
  }

  getAttrList(element: Element): Token.Attribute[] {
    return element.attributes.map(({ name, value }) => ({ name, value }));
  }

  getTagName(element: Element): string {
    return element.localName;
  }

  getNamespaceURI(element: Element): parse5Html.NS {
    return element.namespaceURI as parse5Html.NS;
  }

  getTextNodeContent(node: Text): string {
    return node.data;
  }

  getCommentNodeContent(node: Comment): string {
    return node.data;
  }

  getDocumentTypeNodeName(node: DocumentType): string {
    return node.name;
  }

  getDocumentTypeNodePublicId(node: DocumentType): string {
    return node.publicId;
  }

  getDocumentTypeNodeSystemId(node: DocumentType): string {
    return node.systemId;
  }

  isTextNode(node: Node): node is Text {
    return node.nodeType === TEXT_NODE;
  }

  isCommentNode(node: Node): node is Comment {
    return node.nodeType === COMMENT_NODE;
  }

  isDocumentTypeNode(node: Node): node is DocumentType {
    return node.nodeType === DOCUMENT_TYPE_NODE;
  }

  isElementNode(node: Node): node is Element {
    return isElement(node);
  }

  getNodeSourceCodeLocation(): null {
    return null;
  }

  setNodeSourceCodeLocation(): void {
    // Locations are not asked for.
  }

  updateNodeSourceCodeLocation(): void {
    // Locations are not asked for.
  }
}

function toNamespace(uri: string): Namespace {
  const at = NAMESPACE_URI.indexOf(uri);
  return at === SVG || at === MATHML ? at : HTML;
}
