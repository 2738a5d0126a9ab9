/** Character classes of the HTML standard. */

export const TAB = 0x09;
export const LF = 0x0a;
export const FF = 0x0c;
export const CR = 0x0d;
export const SPACE = 0x20;
export const EXCLAMATION = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;
export const SOLIDUS = 0x2f;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const QUESTION = 0x3f;

/** Tab, line feed, form feed, space; carriage returns are gone before tokenization. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === FF || code === CR;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** How many of the first characters are white space. */
export function leadingSpace(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** NUL characters become U+FFFD, where the standard does not drop them. */
export function replaceNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}

export function dropNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
