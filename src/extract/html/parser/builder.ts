/**
 * Tree construction (https://html.spec.whatwg.org/#tree-construction): the state that the insertion
 * modes share and the steps they are made of. The modes themselves are in `modes/`.
 */
import { type AttributeList, NO_ATTRIBUTES } from '../attributes.ts';
import { type Document, DocumentFragment } from '../document.ts';
import { TEXT_NODE } from '../dom.ts';
import { Element } from '../element.ts';
import { type ParseLimits, tooDeep, tooManyNodes } from '../limits.ts';
import {
  FOSTERS,
  HTML,
  IMPLIED_END,
  IMPLIED_END_THOROUGH,
  knownName,
  type Namespace,
  type NameTable,
  type TagName,
} from '../names.ts';
import type { Node, ParentNode } from '../node.ts';
import { Comment, DocumentType, Text, Utf8Text } from '../text.ts';
import { isQuirky } from './doctype.ts';
import { isHtmlIntegrationPoint, isMathmlTextIntegrationPoint, takesStartTagAsHtml } from './foreign.ts';
import { FormattingList } from './formatting.ts';
import { type InsertionMode, MODES, type ModeName } from './modes/index.ts';
import { isHtmlElement, OpenElements } from './open-elements.ts';
import type { ContentModel, Doctype, StartTag, TokenSink } from './tokens.ts';

const P = knownName('p');
const TABLE = knownName('table');
const TEMPLATE = knownName('template');

/** Where a node goes: before a child of a parent, or last. */
export interface Place {
  readonly parent: ParentNode;
  readonly before: Node | null;
}

export interface BuilderOptions {
  readonly limits: ParseLimits;
  /** Whether `<noscript>` holds text (true) or elements (false). */
  readonly scripting: boolean;
}

/** The part of the tokenizer that the builder steers. */
interface ContentModelSwitch {
  switchTo(model: ContentModel, endName: string): void;
}

export class TreeBuilder implements TokenSink {
  readonly document: Document;
  readonly names: NameTable;
  readonly scripting: boolean;
  readonly open: OpenElements;
  readonly formatting = new FormattingList();
  readonly templateModes: InsertionMode[] = [];
  readonly modes: Readonly<Record<ModeName, InsertionMode>> = MODES;
  mode: InsertionMode = MODES.initial;
  originalMode: InsertionMode = MODES.initial;
  /** The element a fragment is parsed for; null for a whole page. */
  readonly context: Element | null;
  head: Element | null = null;
  form: Element | null = null;
  framesetOk = true;
  fosterParenting = false;
  /** Text that stands directly in a table, until it is known whether it is only white space. */
  pendingTableText = '';
  /** Set by tags after which a line feed does not count. */
  skipLineFeed = false;
  tokenizer: ContentModelSwitch | null = null;
  hasNul = true;
  /** The greatest number of elements that were open at once; the tree is hardly deeper. */
  deepest = 0;
  readonly #limits: ParseLimits;
  #nodes = 0;

  constructor(document: Document, context: Element | null, options: BuilderOptions) {
    this.document = document;
    this.names = document.names;
    this.context = context;
    this.scripting = options.scripting;
    this.#limits = options.limits;
    this.open = new OpenElements(options.limits);
  }

  // Tokens

  text(data: string): void {
    let text = data;
    if (this.skipLineFeed) {
      this.skipLineFeed = false;
      if (text.startsWith('\n')) text = text.slice(1);
      if (text === '') return;
    }
    const node = this.adjustedCurrent;
    if (
      node === null ||
      node.namespace === HTML ||
      isMathmlTextIntegrationPoint(node) ||
      isHtmlIntegrationPoint(node)
    ) {
      this.mode.text(this, text);
    } else {
      this.modes.inForeignContent.text(this, text);
    }
  }

  /** Scripts and styles are read as a whole, and nothing stands in them yet. */
  encodedText(units: string): void {
    this.#count();
    this.appropriatePlace(null).parent.link(new Utf8Text(this.document, units), null);
  }

  startTag(tag: StartTag): void {
    this.skipLineFeed = false;
    const node = this.adjustedCurrent;
    if (node === null || node.namespace === HTML || takesStartTagAsHtml(node, tag.name))
      this.mode.startTag(this, tag);
    else this.modes.inForeignContent.startTag(this, tag);
  }

  endTag(name: TagName): void {
    this.skipLineFeed = false;
    const node = this.adjustedCurrent;
    if (node === null || node.namespace === HTML) this.mode.endTag(this, name);
    else this.modes.inForeignContent.endTag(this, name);
  }

  comment(data: string): void {
    this.skipLineFeed = false;
    if (this.inForeignContent) this.insertComment(data);
    else this.mode.comment(this, data);
  }

  doctype(doctype: Doctype): void {
    this.skipLineFeed = false;
    this.mode.doctype(this, doctype);
  }

  endOfFile(): void {
    this.mode.endOfFile(this);
  }

  get inForeignContent(): boolean {
    const node = this.adjustedCurrent;
    return node !== null && node.namespace !== HTML;
  }

  // State

  enter(mode: ModeName): void {
    this.mode = this.modes[mode];
  }

  /** The current node; of a fragment's root, the element the fragment is for. */
  get adjustedCurrent(): Element | null {
    return this.context !== null && this.open.length === 1 ? this.context : this.open.current;
  }

  /** Reads what follows as text until this element's end tag. */
  readText(tag: StartTag, model: ContentModel): void {
    this.insert(tag);
    this.tokenizer?.switchTo(model, tag.name.local);
    this.originalMode = this.mode;
    this.enter('text');
  }

  currentIs(name: TagName): boolean {
    const current = this.open.current;
    return current !== null && isHtmlElement(current, name);
  }

  /** https://html.spec.whatwg.org/#close-a-p-element, if there is one to close. */
  closeParagraph(): void {
    if (!this.open.hasParagraphInButtonScope) return;
    this.open.generateImpliedEndTags(IMPLIED_END, P);
    this.open.popThrough(P);
  }

  generateImpliedEndTags(except: TagName | null = null): void {
    this.open.generateImpliedEndTags(IMPLIED_END, except);
  }

  generateAllImpliedEndTags(): void {
    this.open.generateImpliedEndTags(IMPLIED_END_THOROUGH, null);
  }

  /** Opens formatting elements again that a block has closed. */
  reconstructFormatting(): void {
    const { items } = this.formatting;
    let at = items.length - 1;
    if (at < 0 || this.#isMarkerOrOpen(items[at])) return;
    while (at > 0 && !this.#isMarkerOrOpen(items[at - 1])) at -= 1;
    for (; at < items.length; at += 1) {
      const entry = items[at];
      if (entry === null || entry === undefined) continue;
      const copy = this.copyOf(entry);
      this.#place(copy);
      this.#push(copy);
      items[at] = copy;
    }
  }

  #isMarkerOrOpen(entry: Element | null | undefined): boolean {
    return entry === null || entry === undefined || this.open.indexOf(entry) !== -1;
  }

  /** https://html.spec.whatwg.org/#reset-the-insertion-mode-appropriately */
  resetMode(): void {
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const last = i === 0;
      const node = last && this.context !== null ? this.context : this.open.items[i];
      const mode = node === undefined || node.namespace !== HTML ? null : this.#modeFor(node, i, last);
      if (mode !== null) {
        this.mode = mode;
        return;
      }
    }
    this.enter('inBody');
  }

  #modeFor(node: Element, index: number, last: boolean): InsertionMode | null {
    const { modes } = this;
    switch (node.name.local) {
      case 'select':
        return this.#isSelectInTable(index) ? modes.inSelectInTable : modes.inSelect;
      case 'td':
      case 'th':
        return last ? null : modes.inCell;
      case 'tr':
        return modes.inRow;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        return modes.inTableBody;
      case 'caption':
        return modes.inCaption;
      case 'colgroup':
        return modes.inColumnGroup;
      case 'table':
        return modes.inTable;
      case 'template':
        return this.templateModes.at(-1) ?? modes.inTemplate;
      case 'head':
        return last ? null : modes.inHead;
      case 'body':
        return modes.inBody;
      case 'frameset':
        return modes.inFrameset;
      case 'html':
        return this.head === null ? modes.beforeHead : modes.afterHead;
      default:
        return null;
    }
  }

  #isSelectInTable(index: number): boolean {
    for (let i = index - 1; i > 0; i -= 1) {
      const ancestor = this.open.items[i];
      if (ancestor === undefined || isHtmlElement(ancestor, TEMPLATE)) return false;
      if (isHtmlElement(ancestor, TABLE)) return true;
    }
    return false;
  }

  // Nodes

  /** An element of the tag's name and attributes, not in the tree. */
  create(name: TagName, namespace: Namespace, attributes: AttributeList): Element {
    this.#count();
    return new Element(this.document, name, namespace, attributes);
  }

  /** A second element for the same token. */
  copyOf(element: Element): Element {
    const { attributeList: list } = element;
    return this.create(element.name, element.namespace, list.length === 0 ? NO_ATTRIBUTES : [...list]);
  }

  /** Inserts an HTML element for a start tag and makes it the current node. */
  insert(tag: StartTag): Element {
    return this.insertElement(tag.name, HTML, tag.attributes);
  }

  /** Inserts an HTML element that no tag asked for. */
  insertImplied(name: TagName): Element {
    return this.insertElement(name, HTML, NO_ATTRIBUTES);
  }

  insertElement(name: TagName, namespace: Namespace, attributes: AttributeList): Element {
    const element = this.create(name, namespace, attributes);
    if (isHtmlElement(element, TEMPLATE)) element.content = new DocumentFragment(this.document);
    this.#place(element);
    this.#push(element);
    return element;
  }

  /** Inserts an HTML element that has no content. */
  insertVoid(tag: StartTag): void {
    const element = this.create(tag.name, HTML, tag.attributes);
    this.#place(element);
  }

  /** The root element of a page. */
  insertRoot(name: TagName, attributes: AttributeList): void {
    const root = this.create(name, HTML, attributes);
    this.document.link(root, null);
    this.open.push(root);
  }

  insertText(text: string): void {
    const { parent, before } = this.appropriatePlace(null);
    const neighbour = before === null ? parent.lastChild : before.previousSibling;
    if (neighbour !== null && neighbour.nodeType === TEXT_NODE) {
      (neighbour as Text).data += text;
      return;
    }
    this.#count();
    parent.link(new Text(this.document, text), before);
  }

  insertComment(data: string): void {
    const { parent, before } = this.appropriatePlace(null);
    this.#count();
    parent.link(new Comment(this.document, data), before);
  }

  appendComment(parent: ParentNode, data: string): void {
    this.#count();
    parent.link(new Comment(this.document, data), null);
  }

  appendDoctype(doctype: Doctype): void {
    const { name, publicId, systemId } = doctype;
    this.document.link(new DocumentType(this.document, name ?? '', publicId ?? '', systemId ?? ''), null);
    this.document.quirks = isQuirky(doctype);
  }

  addMissingAttributes(element: Element, attributes: AttributeList): void {
    for (let i = 0; i + 1 < attributes.length; i += 2) {
      const [name = '', value = ''] = [attributes[i], attributes[i + 1]];
      if (element.attributeList.length < this.#limits.maxAttributes * 2 && !element.hasAttribute(name)) {
        element.setAttribute(name, value);
      }
    }
  }

  /** Puts a node somewhere else in the tree. */
  move(node: Node, parent: ParentNode, before: Node | null): void {
    node.parentNode?.unlink(node);
    parent.link(node, before !== null && before.parentNode === parent ? before : null);
  }

  /** https://html.spec.whatwg.org/#appropriate-place-for-inserting-a-node */
  appropriatePlace(override: Element | null): Place {
    const target = override ?? this.open.current;
    if (target === null) return { parent: this.document, before: null };
    if (this.fosterParenting && target.namespace === HTML && (target.name.html & FOSTERS) !== 0)
      return this.#fosterPlace();
    return { parent: target.content ?? target, before: null };
  }

  #fosterPlace(): Place {
    const { items } = this.open;
    for (let i = items.length - 1; i > 0; i -= 1) {
      const element = items[i];
      if (element === undefined) continue;
      if (isHtmlElement(element, TEMPLATE) && element.content !== null)
        return { parent: element.content, before: null };
      if (isHtmlElement(element, TABLE)) {
        if (element.parentNode !== null) return { parent: element.parentNode, before: element };
        const above = items[i - 1];
        if (above !== undefined) return { parent: above, before: null };
      }
    }
    return { parent: items[0] ?? this.document, before: null };
  }

  #place(element: Element): void {
    const { parent, before } = this.appropriatePlace(null);
    parent.link(element, before);
  }

  #push(element: Element): void {
    const { open } = this;
    open.push(element);
    if (open.length > this.deepest) this.deepest = open.length;
    if (open.length > this.#limits.maxOpenElements) throw tooDeep(this.#limits);
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) throw tooManyNodes(this.#limits);
  }
}
