/** The attributes of a tag (https://html.spec.whatwg.org/#before-attribute-name-state and the states after it). */
import { type AttributeList, NO_ATTRIBUTES } from '../attributes.ts';
import { asciiLowerCase, asLiteral } from '../names.ts';
import type { MarkupSource } from '../utf8-markup.ts';
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
import { Spellings } from './spellings.ts';

const CLASS = asLiteral('class');

/** From this many attributes on, repeated names are looked up in a set instead of in the list. */
const SET_FROM = 32;

/** The names that are asked for, as the strings that ask for them (`asLiteral`). */
const ASKED_FOR: ReadonlyMap<string, string> = new Map(
  (
    'align alt background bgcolor border cellpadding cellspacing class colspan content data-original data-src ' +
    'data-srcset datatable datetime dir frame headers height hidden href hspace http-equiv id itemid itemprop itemtype ' +
    'lang name poster property rel role rowspan rules scope src srcset start style summary title type valign vspace width'
  )
    .split(' ')
    .map((name) => [name, asLiteral(name)]),
);

function nameOf(lower: string): string {
  return ASKED_FOR.get(lower) ?? lower;
}

export class AttributeReader {
  /** Whether the last tag read ended with `/>`. */
  selfClosing = false;
  readonly #source: MarkupSource;
  readonly #input: string;
  readonly #hasNul: boolean;
  readonly #maxAttributes: number;
  readonly #names: Spellings<string>;
  /** A page repeats few class lists often: one string for each is hashed once, however often it is looked up. */
  readonly #classes: Spellings<string>;
  /** Names and values of the tag being read; reused, because a list grown by `push` takes more room than it needs. */
  readonly #list: AttributeList = [];
  #length = 0;
  #seen: Set<string> | null = null;

  constructor(source: MarkupSource, hasNul: boolean, maxAttributes: number) {
    this.#source = source;
    this.#input = source.units;
    this.#hasNul = hasNul;
    this.#maxAttributes = maxAttributes;
    this.#classes = new Spellings(source, (value) => value);
    this.#names = new Spellings(source, (name) => nameOf(asciiLowerCase(replaceNul(name))));
  }

  /** The attributes of the last tag read, as a list of its own. */
  take(): AttributeList {
    return this.#length === 0 ? NO_ATTRIBUTES : this.#list.slice(0, this.#length);
  }

  /**
   * Reads from the end of a tag's name to behind its `>`. Returns where reading goes on, or -1 when
   * the input ends within the tag.
   */
  read(start: number): number {
    const input = this.#input;
    this.selfClosing = false;
    this.#length = 0;
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
        at = this.#readAttribute(at);
        if (at === -1) return -1;
      }
    }
    return -1;
  }

  /** One attribute; returns where its value (or its name, if it has none) ends, or -1 at the input's end. */
  #readAttribute(start: number): number {
    const input = this.#input;
    const nameEnd = this.#endOfName(start);
    const name = this.#names.get(start, nameEnd);
    const equals = this.#skipSpace(nameEnd);
    if (input.charCodeAt(equals) !== EQUALS) {
      this.#add(name, '');
      return equals;
    }
    const valueStart = this.#skipSpace(equals + 1);
    if (valueStart >= input.length) return -1;
    const quote = input.charCodeAt(valueStart);
    if (quote === GREATER_THAN) {
      this.#add(name, '');
      return valueStart;
    }
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const close = input.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", valueStart + 1);
      if (close === -1) return -1;
      const value =
        name === CLASS && close > valueStart + 1
          ? this.#classes.get(valueStart + 1, close)
          : this.#source.slice(valueStart + 1, close);
      this.#add(name, value);
      return close + 1;
    }
    let end = valueStart;
    while (end < input.length) {
      const code = input.charCodeAt(end);
      if (code === GREATER_THAN || isSpace(code)) break;
      end += 1;
    }
    this.#add(name, this.#source.slice(valueStart, end));
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
  #add(name: string, raw: string): void {
    const list = this.#list;
    const length = this.#length;
    if (length >= this.#maxAttributes * 2) return;
    if (length < SET_FROM * 2) {
      for (let i = 0; i < length; i += 2) if (list[i] === name) return;
    } else {
      this.#seen ??= new Set(list.slice(0, length).filter((_, i) => i % 2 === 0));
      if (this.#seen.has(name)) return;
      this.#seen.add(name);
    }
    const value = this.#hasNul ? replaceNul(raw) : raw;
    list[length] = name;
    list[length + 1] = value.includes('&') ? decodeAttribute(value) : value;
    this.#length = length + 2;
  }
}
