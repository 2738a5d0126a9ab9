/** The modes before anything of the page's body: the doctype, `html` and `head` come, or are made up for. */
import { NO_ATTRIBUTES } from '../../attributes.ts';
import { knownName, type TagName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { leadingSpace } from '../characters.ts';
import { ignore } from '../rules.ts';
import type { InsertionMode } from './mode.ts';
import { insertComment } from './mode.ts';

const HTML_NAME = knownName('html');
const HEAD = knownName('head');

/** End tags that count as if the element they end were there; all others are ignored before `body`. */
function opensBody(name: TagName): boolean {
  return name.local === 'head' || name.local === 'body' || name.local === 'html' || name.local === 'br';
}

function appendToDocument(builder: TreeBuilder, data: string): void {
  builder.appendComment(builder.document, data);
}

/** https://html.spec.whatwg.org/#the-initial-insertion-mode */
export const initial: InsertionMode = {
  text(builder, text) {
    const rest = text.slice(leadingSpace(text));
    if (rest === '') return;
    leaveInitial(builder);
    builder.mode.text(builder, rest);
  },
  startTag(builder, tag) {
    leaveInitial(builder);
    builder.mode.startTag(builder, tag);
  },
  endTag(builder, name) {
    leaveInitial(builder);
    builder.mode.endTag(builder, name);
  },
  comment: appendToDocument,
  doctype(builder, doctype) {
    builder.appendDoctype(doctype);
    builder.enter('beforeHtml');
  },
  endOfFile(builder) {
    leaveInitial(builder);
    builder.mode.endOfFile(builder);
  },
};

/** A page without a doctype is in quirks mode. */
function leaveInitial(builder: TreeBuilder): void {
  builder.document.quirks = true;
  builder.enter('beforeHtml');
}

/** https://html.spec.whatwg.org/#the-before-html-insertion-mode */
export const beforeHtml: InsertionMode = {
  text(builder, text) {
    const rest = text.slice(leadingSpace(text));
    if (rest === '') return;
    insertHtml(builder);
    builder.mode.text(builder, rest);
  },
  startTag(builder, tag) {
    if (tag.name === HTML_NAME) {
      builder.insertRoot(HTML_NAME, tag.attributes);
      builder.enter('beforeHead');
      return;
    }
    insertHtml(builder);
    builder.mode.startTag(builder, tag);
  },
  endTag(builder, name) {
    if (!opensBody(name)) return;
    insertHtml(builder);
    builder.mode.endTag(builder, name);
  },
  comment: appendToDocument,
  doctype: ignore,
  endOfFile(builder) {
    insertHtml(builder);
    builder.mode.endOfFile(builder);
  },
};

function insertHtml(builder: TreeBuilder): void {
  builder.insertRoot(HTML_NAME, NO_ATTRIBUTES);
  builder.enter('beforeHead');
}

/** https://html.spec.whatwg.org/#the-before-head-insertion-mode */
export const beforeHead: InsertionMode = {
  text(builder, text) {
    const rest = text.slice(leadingSpace(text));
    if (rest === '') return;
    insertHead(builder);
    builder.mode.text(builder, rest);
  },
  startTag(builder, tag) {
    if (tag.name === HTML_NAME) {
      builder.modes.inBody.startTag(builder, tag);
    } else if (tag.name === HEAD) {
      builder.head = builder.insert(tag);
      builder.enter('inHead');
    } else {
      insertHead(builder);
      builder.mode.startTag(builder, tag);
    }
  },
  endTag(builder, name) {
    if (!opensBody(name)) return;
    insertHead(builder);
    builder.mode.endTag(builder, name);
  },
  comment: insertComment,
  doctype: ignore,
  endOfFile(builder) {
    insertHead(builder);
    builder.mode.endOfFile(builder);
  },
};

function insertHead(builder: TreeBuilder): void {
  builder.head = builder.insertImplied(HEAD);
  builder.enter('inHead');
}
