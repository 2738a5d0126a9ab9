/**
 * Mozilla's Readability with its dearest steps done another way, and with the same outcome: questions
 * that it asks of nearly every element, each of which puts together, trims or searches the text of
 * everything within; and the page's markup, which it writes in case it has to begin again and needs on
 * one page in twelve. Written against the package's version 0.6.0, which is pinned; test/differential
 * holds both beside each other.
 */
import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { isFishy, type Judge } from './fishy.ts';
import { TextSizes } from './text-size.ts';

/** The members of the package's class that are used or replaced here; its own types name `parse` only. */
interface Internals extends Judge {
  readonly REGEXPS: Judge['REGEXPS'] & { readonly normalize: RegExp; readonly byline: RegExp };
  readonly FLAG_CLEAN_CONDITIONALLY: number;
  readonly PRESENTATIONAL_ATTRIBUTES: readonly string[];
  readonly DEPRECATED_SIZE_ATTRIBUTE_ELEMS: readonly string[];
  _doc: DomDocument;
  _docJSDOMParser: unknown;
  _metadata: { readonly title: string };
  _articleTitle: string;
  _unwrapNoscriptImages(document: DomDocument): void;
  _removeScripts(document: DomDocument): void;
  _prepDocument(): void;
  _getArticleMetadata(linkedData: object): { readonly title: string };
  _grabArticle(page?: BodyToRestore): DomElement | null;
  _postProcessContent(article: DomElement): void;
  _flagIsActive(flag: number): boolean;
}

/** Class names stay: they tell the cleaner what a block is for. */
const OPTIONS = { keepClasses: true } as const;

/** What the package's constructor asks of a document. */
interface Seed {
  readonly documentElement: object;
  readonly firstChild: { readonly __JSDOMParser__?: unknown };
}

const Base = Readability as unknown as new (seed: Seed, options: typeof OPTIONS) => Internals;

/**
 * Stands for the page while the package's constructor runs. That makes a function which holds the constructor's
 * arguments, and V8 puts every function that is assigned to a property where it is written into the old generation at
 * once: each page would stay there until the next full collection, and all that young collections find alive with it.
 */
const NO_PAGE: Seed = { documentElement: {}, firstChild: {} };

/** How many nodes are looked at for one that shows text, before the whole text is asked for. */
const NODES_LOOKED_AT = 40;

/** As in the tree: longer texts, kept at every level of a deep page, would cost many times the page. */
const LONGEST_KEPT = 65_536;

export class Engine extends Base {
  readonly #document: DomDocument;
  readonly #rebuild: () => DomDocument;
  /** Per element: its text content when it was last asked, and what was made of it. */
  readonly #innerTexts = new Map<DomElement, { readonly raw: string; readonly text: string }>();

  /** @param rebuild gives the document afresh, in the state in which it is handed over here */
  constructor(document: DomDocument, rebuild: () => DomDocument) {
    super(NO_PAGE, OPTIONS);
    this._doc = document;
    this._docJSDOMParser = (document as DomDocument & Partial<Seed>).firstChild?.__JSDOMParser__;
    this.#document = document;
    this.#rebuild = rebuild;
  }

  /**
   * The package's `parse`, without the JSON-LD, the HTML and the text that nobody here asks it for.
   * @returns the article's element, taken out of the page; null when there is none
   */
  read(): DomElement | null {
    this.#prepare(this.#document);
    this._metadata = this._getArticleMetadata({});
    this._articleTitle = this._metadata.title;
    const { body } = this.#document;
    const article = this._grabArticle(
      body === null ? undefined : new BodyToRestore(body, () => this.#markupOfBody()),
    );
    if (article !== null) this._postProcessContent(article);
    return article;
  }

  #prepare(document: DomDocument): void {
    this._unwrapNoscriptImages(document);
    this._removeScripts(document);
    this._prepDocument();
  }

  /** What the body held when the search for the article began. */
  #markupOfBody(): string {
    const document = this.#rebuild();
    new Engine(document, this.#rebuild).#prepare(document);
    return document.body?.innerHTML ?? '';
  }

  /** The text without outer white space, inner runs of it folded unless told otherwise. */
  override _getInnerText(element: DomElement, normalizeSpaces = true): string {
    const raw = element.textContent ?? '';
    if (!normalizeSpaces) return raw.trim();
    const known = this.#innerTexts.get(element);
    // The tree keeps texts until they change, so this nearly always compares a string with itself.
    if (known !== undefined && known.raw === raw) return known.text;
    const text = this.#fold(raw);
    if (raw.length <= LONGEST_KEPT) this.#innerTexts.set(element, { raw, text });
    return text;
  }

  #fold(text: string): string {
    return text.trim().replace(this.REGEXPS.normalize, ' ');
  }

  /** Takes out what is no part of the text, the innermost boxes first. */
  _cleanConditionally(article: DomElement, tag: string): void {
    if (!this._flagIsActive(this.FLAG_CLEAN_CONDITIONALLY)) return;
    const sizes = new TextSizes(
      (text) => this.#fold(text),
      (element) => this._getInnerText(element),
      LONGEST_KEPT,
    );
    for (const element of [...article.querySelectorAll(tag)].reverse()) {
      const parent = element.parentNode;
      if (parent !== null && isFishy(element, tag, this, sizes)) parent.removeChild(element);
    }
  }

  /** Looks at names before texts: hardly an element is named like a byline. */
  _isValidByline(node: DomElement, matchString: string): boolean {
    const named =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') === true ||
      this.REGEXPS.byline.test(matchString);
    if (!named) return false;
    const length = (node.textContent ?? '').trim().length;
    return length > 0 && length < 100;
  }

  /** Most elements show text soon; the text of all they hold is then not put together. */
  _isElementWithoutContent(node: DomElement): boolean {
    if (node.nodeType !== ELEMENT_NODE || showsTextSoon(node)) return false;
    if ((node.textContent ?? '').trim() !== '') return false;
    return (
      node.children.length === 0 ||
      node.children.length === node.getElementsByTagName('br').length + node.getElementsByTagName('hr').length
    );
  }

  /** Along the links of the tree, so that its depth costs no stack; elements without attributes have none to lose. */
  _cleanStyles(root: DomElement | null): void {
    let element = root;
    while (element !== null) {
      const isSvg = element.tagName.toLowerCase() === 'svg';
      if (!isSvg && element.hasAttributes()) {
        for (const name of this.PRESENTATIONAL_ATTRIBUTES) element.removeAttribute(name);
        if (this.DEPRECATED_SIZE_ATTRIBUTE_ELEMS.includes(element.tagName)) {
          element.removeAttribute('width');
          element.removeAttribute('height');
        }
      }
      let next: DomElement | null = isSvg ? null : element.firstElementChild;
      while (next === null && element !== null && element !== root) {
        next = element.nextElementSibling;
        element = element.parentElement;
      }
      element = next;
    }
  }
}

/** Stands for `body`, of which Readability uses these four members; its markup is made when it is needed. */
class BodyToRestore {
  readonly #body: DomElement;
  readonly #write: () => string;
  #markup: string | null = null;

  constructor(body: DomElement, write: () => string) {
    this.#body = body;
    this.#write = write;
  }

  /** Readability keeps this and gives it back; it does not look at it. */
  get innerHTML(): string {
    return '';
  }

  set innerHTML(_kept: string) {
    this.#markup ??= this.#write();
    this.#body.innerHTML = this.#markup;
  }

  get firstChild(): DomNode | null {
    return this.#body.firstChild;
  }

  appendChild(child: DomNode): void {
    this.#body.appendChild(child);
  }
}

function showsTextSoon(root: DomElement): boolean {
  let node: DomNode | null = root.firstChild;
  for (let looked = 0; node !== null && looked < NODES_LOOKED_AT; looked++) {
    if (node.nodeType === TEXT_NODE && /\S/.test(node.nodeValue ?? '')) return true;
    let next: DomNode | null = node.firstChild;
    while (next === null && node !== null && node !== root) {
      next = node.nextSibling;
      node = node.parentNode;
    }
    node = next;
  }
  return false;
}
