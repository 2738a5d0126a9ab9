/** The attributes of a tag (https://html.spec.whatwg.org/#before-attribute-name-state and the states after it). */
import type { AttributeList } from '../attributes.ts';
import { asciiLowerCase } from '../names.ts';
import {
  DOUBLE_QUOTE,
  EQUALS,
  GREATER_THAN,
  isSpace,
  replaceNul,
  SINGLE_QUOTE,
  SOLIDUS,
} from './characters.ts';
import { decodeAttribute } from './references.ts';

/** From this many attributes on, repeated names are looked up in a set instead of in the list. */
const SET_FROM = 32;

export class AttributeReader {
  /** Whether the last tag read ended with `/>`. */
  selfClosing = false;
  readonly #input: string;
  readonly #maxAttributes: number;
  #seen: Set<string> | null = null;

  constructor(input: string, maxAttributes: number) {
    this.#input = input;
    this.#maxAttributes = maxAttributes;
  }

  /**
   * Reads from the end of a tag's name to behind its `>`, and adds what it finds to `into`. Returns
   * where reading goes on, or -1 when the input ends within the tag.
   */
  read(start: number, into: AttributeList): number {
    const input = this.#input;
    this.selfClosing = false;
    this.#seen = null;
    let at = start;
    while (at < input.length) {
      const code = input.charCodeAt(at);
      if (code === GREATER_THAN) return at + 1;
      if (code === SOLIDUS) {
        at += 1;
        if (input.charCodeAt(at) === GREATER_THAN) {
          this.selfClosing = true;
          return at + 1;
        }
      } else if (isSpace(code)) {
        at += 1;
      } else {
        at = this.#readAttribute(at, into);
        if (at === -1) return -1;
      }
    }
    return -1;
  }

  /** One attribute; returns where its value (or its name, if it has none) ends, or -1 at the input's end. */
  #readAttribute(start: number, into: AttributeList): number {
    const input = this.#input;
    const nameEnd = this.#endOfName(start);
    const name = asciiLowerCase(replaceNul(input.slice(start, nameEnd)));
    const equals = this.#skipSpace(nameEnd);
    if (input.charCodeAt(equals) !== EQUALS) {
      this.#add(into, name, '');
      return equals;
    }
    const valueStart = this.#skipSpace(equals + 1);
    if (valueStart >= input.length) return -1;
    const quote = input.charCodeAt(valueStart);
    if (quote === GREATER_THAN) {
      this.#add(into, name, '');
      return valueStart;
    }
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const close = input.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", valueStart + 1);
      if (close === -1) return -1;
      this.#add(into, name, input.slice(valueStart + 1, close));
      return close + 1;
    }
    let end = valueStart;
    while (end < input.length) {
      const code = input.charCodeAt(end);
      if (code === GREATER_THAN || isSpace(code)) break;
      end += 1;
    }
    this.#add(into, name, input.slice(valueStart, end));
    return end;
  }

  /** A name may begin with `=`, so its first character is not looked at. */
  #endOfName(start: number): number {
    const input = this.#input;
    let at = start + 1;
    while (at < input.length) {
      const code = input.charCodeAt(at);
      if (code === EQUALS || code === GREATER_THAN || code === SOLIDUS || isSpace(code)) break;
      at += 1;
    }
    return at;
  }

  #skipSpace(start: number): number {
    let at = start;
    while (isSpace(this.#input.charCodeAt(at))) at += 1;
    return at;
  }

  /** Of attributes with the same name the first counts. */
  #add(into: AttributeList, name: string, raw: string): void {
    const count = into.length / 2;
    if (count >= this.#maxAttributes) return;
    if (count < SET_FROM) {
      for (let i = 0; i < into.length; i += 2) if (into[i] === name) return;
    } else {
      this.#seen ??= new Set(into.filter((_, i) => i % 2 === 0));
      if (this.#seen.has(name)) return;
      this.#seen.add(name);
    }
    const value = replaceNul(raw);
    into.push(name, value.includes('&') ? decodeAttribute(value) : value);
  }
}
