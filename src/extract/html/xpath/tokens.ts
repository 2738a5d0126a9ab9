/** XPath's tokens (section 3.7 of the recommendation), with its rules for `*` and operator names applied. */
import { NewsmillError } from '../../../errors.ts';

export type TokenKind = 'number' | 'string' | 'name' | 'operator' | 'punctuation' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A string's content without its quotes; otherwise as written. */
  readonly text: string;
  /** Where it starts in the pattern, from 0. */
  readonly at: number;
}

/** Longest pattern that is read, in characters. */
export const MAX_PATTERN = 4096;

const NAMED_OPERATORS = new Set(['and', 'or', 'mod', 'div']);

// One alternative a kind of token; none of them can match the empty text or backtrack into another.
const TOKEN =
  /[ \t\r\n]+|(\d+(?:\.\d*)?|\.\d+)|("[^"]*"|'[^']*')|([\p{L}_][\p{L}\p{M}\p{N}_.·-]*)|(\/\/|::|\.\.|!=|<=|>=|[()[\]@,./|+\-=<>*:$])/uy;

/** @throws NewsmillError `rule_invalid` for what is no token, and for a pattern longer than `MAX_PATTERN` */
export function readTokens(pattern: string): Token[] {
  if (pattern.length > MAX_PATTERN) {
    throw new NewsmillError(
      'rule_invalid',
      `A pattern of ${pattern.length} characters is too long; at most ${MAX_PATTERN} are read.`,
    );
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(pattern);
    if (match === null) throw syntaxError(pattern, at, `“${pattern.slice(at, at + 1)}” means nothing here`);
    const [whole, number, literal, name, symbol] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (literal !== undefined) tokens.push({ kind: 'string', text: literal.slice(1, -1), at });
    else if (name !== undefined) tokens.push({ kind: nameKind(name, tokens.at(-1)), text: name, at });
    else if (symbol !== undefined) tokens.push({ kind: symbolKind(symbol, tokens.at(-1)), text: symbol, at });
    at += whole.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

export function syntaxError(pattern: string, at: number, what: string): NewsmillError {
  const shown = pattern.length > 120 ? `${pattern.slice(0, 120)}…` : pattern;
  return new NewsmillError('rule_invalid', `“${shown}” is no XPath: ${what} (character ${at + 1}).`);
}

/** Whether an operator, not an operand, can follow this token. */
function endsOperand(before: Token | undefined): boolean {
  if (before === undefined || before.kind === 'operator') return false;
  return (
    before.kind !== 'punctuation' || before.text === ')' || before.text === ']' || /^\.\.?$/.test(before.text)
  );
}

function nameKind(name: string, before: Token | undefined): TokenKind {
  return NAMED_OPERATORS.has(name) && endsOperand(before) ? 'operator' : 'name';
}

function symbolKind(symbol: string, before: Token | undefined): TokenKind {
  if (symbol === '*') return endsOperand(before) ? 'operator' : 'name';
  return /^(?:[|+\-=<>]|!=|<=|>=|\/\/?)$/.test(symbol) ? 'operator' : 'punctuation';
}
