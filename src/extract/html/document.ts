/** Documents and fragments (https://dom.spec.whatwg.org/#interface-document). */
import { NO_ATTRIBUTES } from './attributes.ts';
import { DOCUMENT_NODE, type DomDocument } from './dom.ts';
import { Element } from './element.ts';
import { asciiLowerCase, HTML, NameTable } from './names.ts';
import { ParentNode } from './node.ts';
import { compileSelector, elementsByTagName, selectAll, selectFirst } from './selectors/index.ts';
import { Comment, Text } from './text.ts';
import { DOCUMENT_FRAGMENT_NODE, isElement, nextInTree } from './tree.ts';

/** Parses the value given to `innerHTML`; the tree builder that made the document supplies it. */
export type FragmentParser = (html: string, context: Element) => DocumentFragment;

export class Document extends ParentNode implements DomDocument {
  /** The page's own address, serialised by the URL standard. */
  declare readonly documentURI: string;
  declare readonly names: NameTable;
  /** Quirks mode, as the doctype decides it (HTML standard, 13.2.6.4.1). */
  declare quirks: boolean;
  declare readonly parseFragment: FragmentParser;

  constructor(documentURI: string, parseFragment: FragmentParser, names = new NameTable()) {
    super(DOCUMENT_NODE, null);
    this.documentURI = documentURI;
    this.names = names;
    this.quirks = false;
    this.parseFragment = parseFragment;
  }

  override get nodeName(): string {
    return '#document';
  }

  get URL(): string {
    return this.documentURI;
  }

  get documentElement(): Element | null {
    return this.firstElementChild;
  }

  get head(): Element | null {
    return this.childOfRoot('head');
  }

  /** The first `body` or `frameset` under the root (https://html.spec.whatwg.org/#the-body-element-2). */
  get body(): Element | null {
    return this.childOfRoot('body', 'frameset');
  }

  /** The first HTML `title`'s own text, its white space collapsed (https://html.spec.whatwg.org/#document.title). */
  get title(): string {
    const title = this.getElementsByTagName('title').find((element) => element.namespace === HTML);
    if (title === undefined) return '';
    let text = '';
    for (let node = title.firstChild; node !== null; node = node.nextSibling) {
      if (node instanceof Text) text += node.data;
    }
    return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
  }

  /** The document's address with the first `<base href>` applied, if that gives an address. */
  get baseURI(): string {
    const href = this.querySelector('base[href]')?.getAttribute('href');
    if (href === null || href === undefined) return this.documentURI;
    const base = URL.parse(href, this.documentURI);
    return base === null || base.protocol === 'data:' || base.protocol === 'javascript:'
      ? this.documentURI
      : base.href;
  }

  createElement(name: string): Element {
    const element = new Element(this, this.names.get(asciiLowerCase(name)), HTML, NO_ATTRIBUTES);
    if (element.localName === 'template') element.content = this.createDocumentFragment();
    return element;
  }

  createTextNode(data: string): Text {
    return new Text(this, data);
  }

  createComment(data: string): Comment {
    return new Comment(this, data);
  }

  createDocumentFragment(): DocumentFragment {
    return new DocumentFragment(this);
  }

  getElementById(id: string): Element | null {
    for (let node = this.firstChild; node !== null; node = nextInTree(node, this)) {
      if (isElement(node) && id !== '' && node.getAttribute('id') === id) return node;
    }
    return null;
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

  override cloneShallow(): Document {
    const copy = new Document(this.documentURI, this.parseFragment, this.names);
    copy.quirks = this.quirks;
    return copy;
  }

  private childOfRoot(...names: string[]): Element | null {
    const root = this.documentElement;
    if (root === null || root.namespace !== HTML || root.localName !== 'html') return null;
    return root.children.find((child) => child.namespace === HTML && names.includes(child.localName)) ?? null;
  }
}

/** A parentless list of nodes; inserting it inserts its children. */
export class DocumentFragment extends ParentNode {
  declare ownerDocument: Document;

  constructor(ownerDocument: Document) {
    super(DOCUMENT_FRAGMENT_NODE, ownerDocument);
  }

  override get nodeName(): string {
    return '#document-fragment';
  }

  override cloneShallow(ownerDocument: Document): DocumentFragment {
    return new DocumentFragment(ownerDocument);
  }
}
