/**
 * The tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization), over a string that
 * is there as a whole. The standard's states read one character at a time; here each kind of token is
 * one function that jumps to the next character that matters with `indexOf`. There are no token
 * objects on the way: the tree builder is called directly.
 */
import { NO_ATTRIBUTES } from '../attributes.ts';
import { asciiLowerCase, type NameTable, type TagName } from '../names.ts';
import { MarkupSource, type Utf8Markup } from '../utf8-markup.ts';
import {
  EXCLAMATION,
  GREATER_THAN,
  isAsciiLetter,
  isSpace,
  QUESTION,
  replaceNul,
  SOLIDUS,
} from './characters.ts';
import { CommentReader } from './comments.ts';
import { readDoctype } from './doctype.ts';
import { decodeText } from './references.ts';
import { endOfScript } from './script-data.ts';
import { Spellings } from './spellings.ts';
import { AttributeReader } from './tag-attributes.ts';
import {
  type ContentModel,
  DATA,
  PLAINTEXT,
  RAWTEXT,
  RCDATA,
  SCRIPT_DATA,
  type StartTag,
  type TokenSink,
} from './tokens.ts';

const NONE = Number.POSITIVE_INFINITY;

export class Tokenizer {
  readonly #source: MarkupSource;
  /** What `#source` is searched as. */
  readonly #input: string;
  readonly #names: Spellings<TagName>;
  readonly #sink: TokenSink;
  readonly #attributes: AttributeReader;
  readonly #comments: CommentReader;
  readonly #tag: StartTag;
  /** Few pages hold NUL characters; in the others nothing is searched for them. */
  readonly #hasNul: boolean;
  #at = 0;
  #model: ContentModel = DATA;
  /** The local name whose end tag ends the text; empty when none can (a fragment's context). */
  #endName = '';
  /** Where the next `&` is, so that text without one is not searched twice. */
  #nextReference = -1;

  constructor(markup: string | Utf8Markup, names: NameTable, sink: TokenSink, maxAttributes: number) {
    const source = new MarkupSource(markup);
    this.#source = source;
    this.#input = source.units;
    this.#hasNul = this.#input.includes('\0');
    this.#names = new Spellings(source, (name) => names.get(asciiLowerCase(replaceNul(name))));
    this.#sink = sink;
    sink.hasNul = this.#hasNul;
    this.#attributes = new AttributeReader(source, this.#hasNul, maxAttributes);
    this.#comments = new CommentReader(source);
    this.#tag = { name: names.get('html'), attributes: NO_ATTRIBUTES, selfClosing: false };
  }

  /** Says how to read what follows, until the end tag `endName`. */
  switchTo(model: ContentModel, endName: string): void {
    this.#model = model;
    this.#endName = endName;
  }

  /** Reads the whole input. */
  run(): void {
    const end = this.#input.length;
    while (this.#at < end) {
      if (this.#model === DATA) this.#readData();
      else this.#readRawText();
    }
    this.#sink.endOfFile();
  }

  /** Text up to the next tag, and that tag. */
  #readData(): void {
    const input = this.#input;
    const start = this.#at;
    const open = input.indexOf('<', start);
    if (open === -1) {
      this.#at = input.length;
      this.#emitText(start, input.length);
      return;
    }
    if (open > start) this.#emitText(start, open);
    const next = input.charCodeAt(open + 1);
    if (isAsciiLetter(next)) this.#readStartTag(open + 1);
    else if (next === SOLIDUS) this.#readEndTag(open);
    else if (next === EXCLAMATION) this.#readDeclaration(open + 2);
    else if (next === QUESTION) this.#readBogusComment(open + 1);
    else {
      this.#at = open + 1;
      this.#sink.text('<');
    }
  }

  #emitText(from: number, to: number): void {
    const text = this.#source.slice(from, to);
    if (this.#nextReference < from) {
      const at = this.#input.indexOf('&', from);
      this.#nextReference = at === -1 ? NONE : at;
    }
    this.#sink.text(this.#nextReference < to ? decodeText(text) : text);
  }

  #readStartTag(nameStart: number): void {
    const nameEnd = this.#endOfTagName(nameStart);
    const tag = this.#tag;
    tag.name = this.#names.get(nameStart, nameEnd);
    const end = this.#attributes.read(nameEnd);
    // A tag that the input's end cuts off is dropped.
    this.#at = end === -1 ? this.#input.length : end;
    if (end === -1) return;
    tag.attributes = this.#attributes.take();
    tag.selfClosing = this.#attributes.selfClosing;
    this.#sink.startTag(tag);
  }

  #readEndTag(open: number): void {
    const input = this.#input;
    const next = input.charCodeAt(open + 2);
    if (isAsciiLetter(next)) {
      const nameEnd = this.#endOfTagName(open + 2);
      const end = input.charCodeAt(nameEnd) === GREATER_THAN ? nameEnd + 1 : this.#attributes.read(nameEnd);
      this.#at = end === -1 ? input.length : end;
      if (end !== -1) this.#sink.endTag(this.#names.get(open + 2, nameEnd));
    } else if (next === GREATER_THAN) {
      this.#at = open + 3;
    } else if (open + 2 >= input.length) {
      this.#at = input.length;
      this.#sink.text('</');
    } else {
      this.#readBogusComment(open + 2);
    }
  }

  /** What follows `<!`: a comment, a doctype, a CDATA section, or a bogus comment. */
  #readDeclaration(start: number): void {
    const input = this.#input;
    if (input.startsWith('--', start)) {
      const data = this.#comments.read(start + 2);
      this.#at = this.#comments.end;
      this.#sink.comment(replaceNul(data));
    } else if (/^doctype$/i.test(input.slice(start, start + 7))) {
      const close = input.indexOf('>', start);
      this.#at = close === -1 ? input.length : close + 1;
      this.#sink.doctype(readDoctype(this.#source.slice(start + 7, this.#at)));
    } else if (input.startsWith('[CDATA[', start) && this.#sink.inForeignContent) {
      const close = input.indexOf(']]>', start + 7);
      this.#at = close === -1 ? input.length : close + 3;
      const text = this.#source.slice(start + 7, close === -1 ? input.length : close);
      if (text !== '') this.#sink.text(text);
    } else {
      this.#readBogusComment(start);
    }
  }

  #readBogusComment(start: number): void {
    const close = this.#input.indexOf('>', start);
    const end = close === -1 ? this.#input.length : close;
    this.#at = end + 1;
    this.#sink.comment(replaceNul(this.#source.slice(start, end)));
  }

  /** Text in which only one end tag counts. */
  #readRawText(): void {
    const input = this.#input;
    const start = this.#at;
    const end = this.#endOfRawText(start);
    this.#at = end;
    if (end > start) {
      const isRaw = this.#model === SCRIPT_DATA || this.#model === RAWTEXT;
      if (isRaw && !this.#hasNul && !this.#source.isAscii(start, end)) {
        this.#sink.encodedText(input.slice(start, end));
      } else {
        const raw = this.#source.slice(start, end);
        const text = this.#hasNul ? replaceNul(raw) : raw;
        this.#sink.text(this.#model === RCDATA && text.includes('&') ? decodeText(text) : text);
      }
    }
    this.#model = DATA;
    if (end < input.length) this.#readEndTag(end);
  }

  #endOfRawText(start: number): number {
    const input = this.#input;
    if (this.#model === PLAINTEXT || this.#endName === '') return input.length;
    if (this.#model === SCRIPT_DATA) return endOfScript(input, start);
    const length = this.#endName.length;
    for (let at = input.indexOf('</', start); at !== -1; at = input.indexOf('</', at + 2)) {
      const after = input.charCodeAt(at + 2 + length);
      if (
        (after === GREATER_THAN || after === SOLIDUS || isSpace(after)) &&
        asciiLowerCase(input.slice(at + 2, at + 2 + length)) === this.#endName
      ) {
        return at;
      }
    }
    return input.length;
  }

  #endOfTagName(start: number): number {
    const input = this.#input;
    let at = start + 1;
    while (at < input.length) {
      const code = input.charCodeAt(at);
      if (code === GREATER_THAN || code === SOLIDUS || isSpace(code)) break;
      at += 1;
    }
    return at;
  }
}
