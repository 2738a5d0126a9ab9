/**
 * Reads selector text: type, universal, id, class and attribute selectors, the four combinators,
 * comma lists, and the pseudo-classes of `pseudo.ts` with `:not()`, `:is()`, `:where()`, `:has()`.
 * Anything else is a `SyntaxError` DOMException, as the standard has it.
 */
import { unescapeCss } from '../css-escape.ts';
import { asciiLowerCase } from '../names.ts';
import type { Combinator, Complex, Compound, SelectorList, Test } from './ast.ts';
import { type AttributeOperator, attributeTest, classTest, idTest } from './attribute.ts';
import { matchesList } from './match.ts';
import { hasTest, nthTest, PLAIN, parseNth } from './pseudo.ts';

const MAX_LENGTH = 20_000;
const MAX_NESTING = 16;

const IDENTIFIER = /(?:[-\w]|[^\x00-\x7f]|\\(?:[0-9a-f]{1,6}\s?|[^\n\r\f0-9a-f]))+/iy;
const STRING = /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'/y;
const SPACE = /\s*/y;
const OPERATOR = /[~|^$*]?=/y;

/** Parses a comma-separated list of selectors. */
export function parseSelectorList(text: string): SelectorList {
  if (text.length > MAX_LENGTH) throw new DOMException('The selector is too long', 'SyntaxError');
  const parser = new SelectorParser(text);
  const list = parser.list(false, 0);
  if (!parser.atEnd) throw parser.error();
  return list;
}

class SelectorParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  error(): DOMException {
    return new DOMException(
      `'${this.#text.slice(0, 200)}' is not a valid selector (at ${this.#at})`,
      'SyntaxError',
    );
  }

  list(relative: boolean, nesting: number): SelectorList {
    if (nesting > MAX_NESTING) throw this.error();
    const list: Complex[] = [];
    do {
      this.#space();
      list.push(this.#complex(relative, nesting));
      this.#space();
    } while (this.#take(','));
    return list;
  }

  /** A relative selector (inside `:has()`) gets the `:scope` it starts from. */
  #complex(relative: boolean, nesting: number): Complex {
    const steps: { combinator: Combinator; compound: Compound }[] = [];
    if (relative) {
      steps.push({ combinator: ' ', compound: scopeCompound });
      const combinator = this.#combinator() ?? ' ';
      steps.push({ combinator, compound: this.#compound(nesting) });
    } else {
      steps.push({ combinator: ' ', compound: this.#compound(nesting) });
    }
    for (let combinator = this.#combinator(); combinator !== null; combinator = this.#combinator()) {
      steps.push({ combinator, compound: this.#compound(nesting) });
    }
    const subject = steps.at(-1)?.compound;
    if (subject === undefined) throw this.error();
    const left = [];
    for (let i = steps.length - 1; i > 0; i -= 1) {
      const [before, after] = [steps[i - 1], steps[i]];
      if (before !== undefined && after !== undefined)
        left.push({ combinator: after.combinator, compound: before.compound });
    }
    return { subject, left };
  }

  /** The combinator before the next compound, or null where the complex selector ends. */
  #combinator(): Combinator | null {
    const start = this.#at;
    this.#space();
    const char = this.#text.charAt(this.#at);
    if (char === '>' || char === '+' || char === '~') {
      this.#at += 1;
      this.#space();
      return char;
    }
    return this.#at > start && char !== '' && char !== ',' && char !== ')' ? ' ' : null;
  }

  #compound(nesting: number): Compound {
    const start = this.#at;
    const tests: Test[] = [];
    let tag: string | null = null;
    if (!this.#take('*')) tag = this.#identifier();
    while (true) {
      const char = this.#text.charAt(this.#at);
      if (char === '#') tests.push(idTest(this.#named()));
      else if (char === '.') tests.push(classTest(this.#named()));
      else if (char === '[') tests.push(this.#attribute());
      else if (char === ':') tests.push(this.#pseudo(nesting));
      else break;
    }
    if (this.#at === start) throw this.error();
    return { tag, lowerTag: tag === null ? null : asciiLowerCase(tag), tests };
  }

  #attribute(): Test {
    this.#at += 1;
    this.#space();
    const name = this.#identifier();
    if (name === null) throw this.error();
    this.#space();
    const operator = this.#match(OPERATOR)?.[0] ?? null;
    let value = '';
    let ignoreCase = false;
    if (operator !== null) {
      this.#space();
      const quoted = this.#match(STRING);
      const read = quoted === null ? this.#identifier() : unescapeCss(quoted[1] ?? quoted[2] ?? '');
      if (read === null) throw this.error();
      value = read;
      this.#space();
      ignoreCase = this.#take('i') || this.#take('I');
      if (!ignoreCase && !this.#take('s')) this.#take('S');
      this.#space();
    }
    if (!this.#take(']')) throw this.error();
    return attributeTest(name, operator as AttributeOperator | null, value, ignoreCase);
  }

  #pseudo(nesting: number): Test {
    this.#at += 1;
    const name = asciiLowerCase(this.#identifier() ?? '');
    const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
    if (!this.#take('(')) {
      if (plain === undefined) throw this.error();
      return plain;
    }
    const test = this.#functional(name, nesting + 1);
    this.#space();
    if (test === null || !this.#take(')')) throw this.error();
    return test;
  }

  #functional(name: string, nesting: number): Test | null {
    switch (name) {
      case 'not': {
        const list = this.list(false, nesting);
        return (element, scope) => !matchesList(element, list, scope);
      }
      case 'is':
      case 'where':
      case 'matches': {
        const list = this.list(false, nesting);
        return (element, scope) => matchesList(element, list, scope);
      }
      case 'has':
        return hasTest(this.list(true, nesting));
      default: {
        const end = this.#text.indexOf(')', this.#at);
        const nth = end === -1 ? null : parseNth(this.#text.slice(this.#at, end));
        if (nth === null) return null;
        this.#at = end;
        return nthTest(name, nth.step, nth.offset);
      }
    }
  }

  /** The name after `#` or `.`. */
  #named(): string {
    this.#at += 1;
    const name = this.#identifier();
    if (name === null) throw this.error();
    return name;
  }

  #identifier(): string | null {
    const match = this.#match(IDENTIFIER);
    return match === null ? null : unescapeCss(match[0]);
  }

  #space(): void {
    this.#match(SPACE);
  }

  #take(char: string): boolean {
    if (this.#text.charAt(this.#at) !== char) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }
}

const scopeCompound: Compound = { tag: null, lowerTag: null, tests: [(element, scope) => element === scope] };
