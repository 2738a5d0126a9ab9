/** What the tokenizer tells the tree builder, and what the tree builder answers. */
import type { AttributeList } from '../attributes.ts';
import type { TagName } from '../names.ts';

/** A start tag. The tokenizer reuses one object for all of them; its attribute list is new each time. */
export interface StartTag {
  name: TagName;
  attributes: AttributeList;
  selfClosing: boolean;
}

/** A doctype; null where the standard says "missing". */
export interface Doctype {
  readonly name: string | null;
  readonly publicId: string | null;
  readonly systemId: string | null;
  readonly forceQuirks: boolean;
}

/** Receives the tokens in order. Text may come in several parts. */
export interface TokenSink {
  text(data: string): void;
  /** The text of a script or style as UTF-8, one byte a character. */
  encodedText(units: string): void;
  startTag(tag: StartTag): void;
  endTag(name: TagName): void;
  comment(data: string): void;
  doctype(doctype: Doctype): void;
  endOfFile(): void;
  /** Set at first: whether there are NUL characters in the page. Text is searched for them only then. */
  hasNul: boolean;
  /** Whether `<![CDATA[` opens a CDATA section here, as it does in SVG and MathML. */
  readonly inForeignContent: boolean;
}

/**
 * How the tokenizer reads what follows a start tag (HTML standard, 13.2.5): markup; text with
 * character references; text without; script text, which may hold `<!--`; text to the end of the page.
 */
export const DATA = 0;
export const RCDATA = 1;
export const RAWTEXT = 2;
export const SCRIPT_DATA = 3;
export const PLAINTEXT = 4;
export type ContentModel =
  | typeof DATA
  | typeof RCDATA
  | typeof RAWTEXT
  | typeof SCRIPT_DATA
  | typeof PLAINTEXT;
