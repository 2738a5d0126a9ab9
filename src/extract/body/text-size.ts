/**
 * How long elements' texts are as Readability counts them: outer white space trimmed, inner runs of it one character.
 * A long text is measured from the measures of its parts, so that boxes in boxes cost as much as the innermost; only
 * numbers are kept of it, where texts kept at every level of a deep page would cost many times the page.
 */
import type { DomElement } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';

/** Of a text with its white space folded. */
export interface TextSize {
  /** UTF-16 code units. */
  readonly length: number;
  readonly commas: number;
  /** Whether white space stood before and after it. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

/** An element's text as it is and folded; asked for short texts only. */
export type FoldedText = (element: DomElement) => string;

/** The sizes of texts in a tree. Elements that were measured must not change while it is in use. */
export class TextSizes {
  readonly #fold: (text: string) => string;
  readonly #foldedText: FoldedText;
  readonly #longest: number;
  readonly #long = new Map<DomElement, TextSize>();

  /**
   * @param fold       trims a text and folds its white space
   * @param foldedText the same of an element's text, which may be kept
   * @param longest    code units from which a text is measured by its parts
   */
  constructor(fold: (text: string) => string, foldedText: FoldedText, longest: number) {
    this.#fold = fold;
    this.#foldedText = foldedText;
    this.#longest = longest;
  }

  /** Recurses over elements with long texts only: as deep as the parser lets a page nest. */
  of(element: DomElement): TextSize {
    const known = this.#long.get(element);
    if (known !== undefined) return known;
    const raw = element.textContent ?? '';
    if (raw.length <= this.#longest) return sizeOf(raw, this.#foldedText(element));
    const sum = new Sum();
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT_NODE) sum.add(this.of(node as DomElement));
      else if (node.nodeType === TEXT_NODE)
        sum.add(sizeOf(node.nodeValue ?? '', this.#fold(node.nodeValue ?? '')));
    }
    this.#long.set(element, sum);
    return sum;
  }
}

/** What two texts measure that stand one after the other. */
class Sum implements TextSize {
  length = 0;
  commas = 0;
  spaceBefore = false;
  spaceAfter = false;

  add(next: TextSize): void {
    if (next.length === 0) {
      if (this.length === 0) this.spaceBefore ||= next.spaceBefore;
      this.spaceAfter ||= next.spaceAfter;
      return;
    }
    if (this.length === 0) this.spaceBefore ||= next.spaceBefore;
    else if (this.spaceAfter || next.spaceBefore) this.length += 1;
    this.length += next.length;
    this.commas += next.commas;
    this.spaceAfter = next.spaceAfter;
  }
}

function sizeOf(raw: string, folded: string): TextSize {
  return {
    length: folded.length,
    commas: countCommas(folded),
    spaceBefore: isSpace(raw.charAt(0)),
    spaceAfter: isSpace(raw.charAt(raw.length - 1)),
  };
}

function isSpace(character: string): boolean {
  return character !== '' && character.trim() === '';
}

function countCommas(text: string): number {
  let count = 0;
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) count += 1;
  return count;
}
