/** Patterns to expressions: a parser of XPath 1.0's whole grammar but variables and namespace prefixes. */
import { asciiLowerCase } from '../names.ts';
import { type BinaryOperator, type Expression, isAxis, type NodeTest, type Step } from './ast.ts';
import { arityOf } from './functions.ts';
import { readTokens, syntaxError, type Token } from './tokens.ts';

/** How deep brackets, calls and predicates may nest. */
const MAX_NESTING = 50;

type NodeType = Exclude<NodeTest['kind'], 'name' | 'any-name'>;

const NODE_TYPES: ReadonlySet<string> = new Set<NodeType>([
  'node',
  'text',
  'comment',
  'processing-instruction',
]);

function isNodeType(name: string): name is NodeType {
  return NODE_TYPES.has(name);
}

/** From the loosest binding to the tightest (sections 3.3 to 3.5). */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['or']),
  new Set(['and']),
  new Set(['=', '!=']),
  new Set(['<', '<=', '>', '>=']),
  new Set(['+', '-']),
  new Set(['*', 'div', 'mod']),
];

const ANY_NODE_BELOW: Step = { axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [] };

/** @throws NewsmillError `rule_invalid` with what is wrong and where */
export function parseXPath(pattern: string): Expression {
  return new Parser(pattern).parse();
}

class Parser {
  readonly #pattern: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #nesting = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#tokens = readTokens(pattern);
  }

  parse(): Expression {
    const expression = this.#expression();
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #token(): Token {
    return this.#ahead(0);
  }

  #ahead(by: number): Token {
    return this.#tokens[this.#at + by] ?? { kind: 'end', text: '', at: this.#pattern.length };
  }

  #next(): Token {
    const token = this.#token;
    this.#at++;
    return token;
  }

  /** Takes the next token if it is this symbol or operator. */
  #take(text: string): boolean {
    const { kind } = this.#token;
    if (this.#token.text !== text || kind === 'string' || kind === 'name') return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#unexpected(`“${text}” is missing`);
  }

  #unexpected(what?: string): Error {
    const { kind, text, at } = this.#token;
    const met = kind === 'end' ? 'it ends too early' : `“${text}” cannot stand here`;
    return syntaxError(this.#pattern, at, what ?? met);
  }

  #expression(): Expression {
    if (++this.#nesting > MAX_NESTING)
      throw syntaxError(this.#pattern, this.#token.at, `it nests more than ${MAX_NESTING} deep`);
    const expression = this.#binary(0);
    this.#nesting--;
    return expression;
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    while (this.#token.kind === 'operator' && operators.has(this.#token.text)) {
      const operator = this.#next().text as BinaryOperator;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): Expression {
    let signs = 0;
    while (this.#take('-')) signs++;
    const value = this.#union();
    if (signs === 0) return value;
    const negated: Expression = { kind: 'negate', of: value };
    return signs % 2 === 1 ? negated : { kind: 'negate', of: negated };
  }

  #union(): Expression {
    let left = this.#path();
    while (this.#take('|')) left = { kind: 'binary', operator: '|', left, right: this.#path() };
    return left;
  }

  #path(): Expression {
    const start = this.#primary();
    if (start === null) return this.#locationPath();
    const predicates = this.#predicates();
    const steps = this.#isOperator('/') || this.#isOperator('//') ? this.#stepsAfterSlash() : [];
    if (predicates.length === 0 && steps.length === 0) return start;
    return { kind: 'path', from: start, predicates, steps };
  }

  #isOperator(text: string): boolean {
    return this.#token.kind === 'operator' && this.#token.text === text;
  }

  /** A literal, a bracket or a function call; null where a location path begins. */
  #primary(): Expression | null {
    const token = this.#token;
    if (token.kind === 'number') return { kind: 'number', value: Number(this.#next().text) };
    if (token.kind === 'string') return { kind: 'string', value: this.#next().text };
    if (token.text === '$') throw this.#unexpected('variables are not supported');
    if (token.kind === 'punctuation' && token.text === '(') {
      this.#at++;
      const inner = this.#expression();
      this.#expect(')');
      return inner;
    }
    const isCall =
      token.kind === 'name' && token.text !== '*' && this.#ahead(1).text === '(' && !isNodeType(token.text);
    return isCall ? this.#call() : null;
  }

  #call(): Expression {
    const { text: name, at } = this.#next();
    const arity = arityOf(name);
    if (arity === null) throw syntaxError(this.#pattern, at, `there is no function ${name}()`);
    this.#expect('(');
    const args: Expression[] = [];
    if (!this.#take(')')) {
      do args.push(this.#expression());
      while (this.#take(','));
      this.#expect(')');
    }
    if (args.length < arity.least || args.length > arity.most)
      throw syntaxError(this.#pattern, at, `${name}() cannot have ${args.length} arguments`);
    return { kind: 'call', name, args };
  }

  #locationPath(): Expression {
    if (this.#isOperator('//'))
      return { kind: 'path', from: 'root', predicates: [], steps: this.#stepsAfterSlash() };
    if (this.#take('/')) {
      const steps = this.#startsStep() ? this.#relativeSteps() : [];
      return { kind: 'path', from: 'root', predicates: [], steps };
    }
    return { kind: 'path', from: 'context', predicates: [], steps: this.#relativeSteps() };
  }

  #startsStep(): boolean {
    const { kind, text } = this.#token;
    return kind === 'name' || (kind === 'punctuation' && (text === '@' || text === '.' || text === '..'));
  }

  #stepsAfterSlash(): Step[] {
    const steps: Step[] = [];
    if (this.#take('//')) steps.push(ANY_NODE_BELOW);
    else this.#expect('/');
    return [...steps, ...this.#relativeSteps()];
  }

  #relativeSteps(): Step[] {
    const steps = [this.#step()];
    for (;;) {
      if (this.#take('//')) steps.push(ANY_NODE_BELOW);
      else if (!this.#take('/')) return steps;
      steps.push(this.#step());
    }
  }

  #step(): Step {
    if (this.#take('.')) return { axis: 'self', test: { kind: 'node' }, predicates: [] };
    if (this.#take('..')) return { axis: 'parent', test: { kind: 'node' }, predicates: [] };
    let axis: Step['axis'] = 'child';
    if (this.#take('@')) axis = 'attribute';
    else if (this.#token.kind === 'name' && this.#ahead(1).text === '::') {
      const { text: name, at } = this.#next();
      if (!isAxis(name)) throw syntaxError(this.#pattern, at, `there is no axis ${name}`);
      axis = name;
      this.#expect('::');
    }
    const test = this.#nodeTest();
    return { axis, test, predicates: this.#predicates() };
  }

  #nodeTest(): NodeTest {
    if (this.#token.kind !== 'name') throw this.#unexpected();
    const { text } = this.#next();
    if (text === '*') return { kind: 'any-name' };
    if (this.#take(':')) throw this.#unexpected('namespace prefixes are not supported');
    if (isNodeType(text) && this.#take('(')) {
      // HTML has no processing instructions, so the target that one may name selects as little as none.
      if (text === 'processing-instruction' && this.#ahead(0).kind === 'string') this.#next();
      this.#expect(')');
      return { kind: text };
    }
    return { kind: 'name', name: asciiLowerCase(text) };
  }

  #predicates(): Expression[] {
    const predicates: Expression[] = [];
    while (this.#take('[')) {
      predicates.push(this.#expression());
      this.#expect(']');
    }
    return predicates;
  }
}
