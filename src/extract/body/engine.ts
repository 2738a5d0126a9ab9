/**
 * Mozilla's Readability with four of its questions answered faster, and with the same answers. They
 * are asked of nearly every element, and each puts together, trims or searches the text of everything
 * within. Written against the package's version 0.6.0, which is pinned; test/differential holds both
 * beside each other.
 */
import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';

/** The members of the package's class that are used or replaced here; its own types name `parse` only. */
interface Internals {
  readonly REGEXPS: { readonly normalize: RegExp; readonly byline: RegExp };
  readonly PRESENTATIONAL_ATTRIBUTES: readonly string[];
  readonly DEPRECATED_SIZE_ATTRIBUTE_ELEMS: readonly string[];
  parse(): { readonly byline?: string | null | undefined; readonly dir?: string | null | undefined } | null;
}

interface EngineOptions {
  readonly keepClasses: boolean;
  readonly disableJSONLD: boolean;
  /** Gets the article's element instead of its HTML being written. */
  readonly serializer: (node: unknown) => string;
}

const Base = Readability as unknown as new (document: DomDocument, options: EngineOptions) => Internals;

/** How many nodes are looked at for one that shows text, before the whole text is asked for. */
const NODES_LOOKED_AT = 40;

/** As in the tree: longer texts, kept at every level of a deep page, would cost many times the page. */
const LONGEST_KEPT = 65_536;

export class Engine extends Base {
  /** Per element: its text content when it was last asked, and what was made of it. */
  readonly #innerTexts = new Map<DomElement, { readonly raw: string; readonly text: string }>();

  /** The text without outer white space, inner runs of it folded unless told otherwise. */
  _getInnerText(element: DomElement, normalizeSpaces = true): string {
    const raw = element.textContent ?? '';
    if (!normalizeSpaces) return raw.trim();
    const known = this.#innerTexts.get(element);
    // The tree keeps texts until they change, so this nearly always compares a string with itself.
    if (known !== undefined && known.raw === raw) return known.text;
    const text = raw.trim().replace(this.REGEXPS.normalize, ' ');
    if (raw.length <= LONGEST_KEPT) this.#innerTexts.set(element, { raw, text });
    return text;
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
