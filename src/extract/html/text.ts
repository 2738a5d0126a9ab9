/** The leaves of the tree: text, comments and the doctype (https://dom.spec.whatwg.org/#interface-characterdata). */
import type { Document } from './document.ts';
import { COMMENT_NODE, TEXT_NODE } from './dom.ts';
import { Node } from './node.ts';
import { DOCUMENT_TYPE_NODE } from './tree.ts';

abstract class CharacterData extends Node {
  /** To be read; written through `nodeValue`, which also tells the ancestors (only the builder need not). */
  declare data: string;

  constructor(nodeType: number, ownerDocument: Document | null, data: string) {
    super(nodeType, ownerDocument);
    this.data = data;
  }

  get length(): number {
    return this.data.length;
  }

  override get nodeValue(): string {
    return this.data;
  }

  override set nodeValue(value: string | null) {
    this.data = value ?? '';
    this.parentNode?.textChanged();
  }

  override get textContent(): string {
    return this.data;
  }

  override set textContent(value: string | null) {
    this.nodeValue = value;
  }
}

export class Text extends CharacterData {
  constructor(ownerDocument: Document | null, data: string) {
    super(TEXT_NODE, ownerDocument, data);
  }

  override get nodeName(): string {
    return '#text';
  }

  override cloneShallow(ownerDocument: Document | null): Text {
    return new Text(ownerDocument, this.data);
  }
}

/**
 * Text of which only the UTF-8 bytes are known until somebody asks: most of a page is scripts, and hardly one of them
 * is read.
 */
export class Utf8Text extends Text {
  /** The bytes, one a character; null once they have been decoded. */
  declare units: string | null;
  declare decoded: string;

  constructor(ownerDocument: Document | null, units: string) {
    super(ownerDocument, '');
    this.units = units;
  }
}

// No accessor in the class: the language has no word for a property that a subclass computes.
Object.defineProperty(Utf8Text.prototype, 'data', {
  get(this: Utf8Text): string {
    if (this.units !== null) {
      this.decoded = Buffer.from(this.units, 'latin1').toString('utf8');
      this.units = null;
    }
    return this.decoded;
  },
  set(this: Utf8Text, value: string) {
    this.decoded = value;
    this.units = null;
  },
});

export class Comment extends CharacterData {
  constructor(ownerDocument: Document | null, data: string) {
    super(COMMENT_NODE, ownerDocument, data);
  }

  override get nodeName(): string {
    return '#comment';
  }

  override cloneShallow(ownerDocument: Document | null): Comment {
    return new Comment(ownerDocument, this.data);
  }
}

export class DocumentType extends Node {
  declare readonly name: string;
  declare readonly publicId: string;
  declare readonly systemId: string;

  constructor(ownerDocument: Document | null, name: string, publicId: string, systemId: string) {
    super(DOCUMENT_TYPE_NODE, ownerDocument);
    this.name = name;
    this.publicId = publicId;
    this.systemId = systemId;
  }

  override get nodeName(): string {
    return this.name;
  }

  override cloneShallow(ownerDocument: Document | null): DocumentType {
    return new DocumentType(ownerDocument, this.name, this.publicId, this.systemId);
  }
}
