/**
 * Reads values as scripts write them, without running anything: JSON, and of ECMAScript's literals (ECMA-262 §13.2)
 * what frameworks print: bare keys, single quotes, `undefined`, `!0`, `void 0`, names bound to values.
 */

/** Levels of nested values. */
const MAX_DEPTH = 100;
/** Values of one literal. */
const MAX_VALUES = 400_000;

export interface Literal {
  readonly value: unknown;
  /** Where the text goes on behind it. */
  readonly end: number;
}

/**
 * The literal at a place of a text. Linear in its length.
 * @param names what bare names stand for
 * @returns null where there is none, or none that ends
 */
export function readLiteral(text: string, at: number, names?: ReadonlyMap<string, unknown>): Literal | null {
  const reader = new LiteralReader(text, at, names ?? new Map());
  try {
    const value = reader.value(0);
    return { value, end: reader.at };
  } catch (thrown) {
    if (thrown instanceof NoLiteral) return null;
    throw thrown;
  }
}

/** The text is no literal: the page has other code there, and nothing is lost but this candidate. */
class NoLiteral extends Error {}

const SPACE = /[\s\ufeff]*/y;
const NUMBER = /-?(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const PLAIN_DOUBLE = /[^"\\]*/y;
const PLAIN_SINGLE = /[^'\\]*/y;
const PLAIN_TEMPLATE = /[^`\\$]*/y;
const DATE = /new\s+Date\(/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

class LiteralReader {
  at: number;
  readonly #text: string;
  readonly #names: ReadonlyMap<string, unknown>;
  #values = 0;

  constructor(text: string, at: number, names: ReadonlyMap<string, unknown>) {
    this.#text = text;
    this.at = at;
    this.#names = names;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH || ++this.#values > MAX_VALUES) throw new NoLiteral();
    this.#skipSpace();
    const char = this.#text[this.at];
    switch (char) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
      case "'":
      case '`':
        return this.#string(char);
      case '!':
        this.at++;
        return !this.value(depth + 1);
      default:
        return this.#word(depth);
    }
  }

  #object(depth: number): Record<string, unknown> {
    const out: Record<string, unknown> = Object.create(null);
    this.at++;
    for (;;) {
      this.#skipSpace();
      if (this.#take('}')) return out;
      const char = this.#text[this.at];
      const key =
        char === '"' || char === "'" ? this.#string(char) : (this.#match(NAME) ?? this.#match(NUMBER));
      if (key === null) throw new NoLiteral();
      this.#skipSpace();
      if (!this.#take(':')) throw new NoLiteral();
      out[key] = this.value(depth + 1);
      this.#skipSpace();
      if (!this.#take(',') && this.#text[this.at] !== '}') throw new NoLiteral();
    }
  }

  #array(depth: number): unknown[] {
    const out: unknown[] = [];
    this.at++;
    for (;;) {
      this.#skipSpace();
      if (this.#take(']')) return out;
      if (this.#take(',')) {
        out.push(null);
        if (++this.#values > MAX_VALUES) throw new NoLiteral();
        continue;
      }
      out.push(this.value(depth + 1));
      this.#skipSpace();
      if (!this.#take(',') && this.#text[this.at] !== ']') throw new NoLiteral();
    }
  }

  #string(quote: string): string {
    const text = this.#text;
    const parts: string[] = [];
    const plain = quote === '"' ? PLAIN_DOUBLE : quote === "'" ? PLAIN_SINGLE : PLAIN_TEMPLATE;
    let from = ++this.at;
    for (; this.at < text.length; this.at++) {
      // In one step to the next character that may mean something.
      plain.lastIndex = this.at;
      if (plain.test(text)) this.at = plain.lastIndex;
      const char = text[this.at];
      if (char === quote) {
        parts.push(text.slice(from, this.at++));
        return parts.join('');
      }
      // A template with a hole in it needs running.
      if (quote === '`' && char === '$' && text[this.at + 1] === '{') throw new NoLiteral();
      if (char !== '\\') continue;
      parts.push(text.slice(from, this.at));
      parts.push(this.#escape());
      from = this.at + 1;
    }
    throw new NoLiteral();
  }

  /** Reads an escape; stands on its last character afterwards. */
  #escape(): string {
    const char = this.#text[++this.at] ?? '';
    const length = char === 'u' ? 4 : char === 'x' ? 2 : 0;
    if (length === 0) return char === '\n' ? '' : (ESCAPES[char] ?? char);
    const hex = this.#text.slice(this.at + 1, this.at + 1 + length);
    if (!/^[0-9a-f]+$/i.test(hex) || hex.length < length) return char;
    this.at += length;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #word(depth: number): unknown {
    const number = this.#match(NUMBER);
    if (number !== null) return Number(number);
    if (this.#match(DATE) !== null) {
      const value = this.value(depth + 1);
      this.#skipSpace();
      if (!this.#take(')')) throw new NoLiteral();
      return value;
    }
    const name = this.#match(NAME);
    if (name === null) throw new NoLiteral();
    switch (name) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'null':
      case 'undefined':
      case 'NaN':
      case 'Infinity':
        return null;
      case 'void':
        this.value(depth + 1);
        return null;
      default:
        if (!this.#names.has(name)) throw new NoLiteral();
        return this.#names.get(name);
    }
  }

  #skipSpace(): void {
    if (this.#text.charCodeAt(this.at) <= 0x20) this.#match(SPACE);
  }

  #take(char: string): boolean {
    if (this.#text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }
}
