/** Directly within a table, in its text, captions and column groups. */
import { FOSTERS, HTML, knownName, type TagName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { dropNul, leadingSpace } from '../characters.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import type { StartTag } from '../tokens.ts';
import { isHiddenInput } from './body.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const CAPTION = knownName('caption');
const COLGROUP = knownName('colgroup');
const HTML_NAME = knownName('html');
const TABLE = knownName('table');
const TBODY = knownName('tbody');
const TEMPLATE = knownName('template');

const headRules: StartRule = (builder, tag) => builder.modes.inHead.startTag(builder, tag);
const headEndRules: EndRule = (builder, name) => builder.modes.inHead.endTag(builder, name);

/** Closes everything within the table ("clear the stack back to a table context"). */
function clearToTable(builder: TreeBuilder): void {
  builder.open.popTo(TABLE, TEMPLATE, HTML_NAME);
}

const inTableStart = ruleTable<StartRule>(
  [
    [
      'caption',
      (builder, tag) => {
        clearToTable(builder);
        builder.formatting.insertMarker();
        builder.insert(tag);
        builder.enter('inCaption');
      },
    ],
    [
      'colgroup',
      (builder, tag) => {
        clearToTable(builder);
        builder.insert(tag);
        builder.enter('inColumnGroup');
      },
    ],
    [
      'col',
      (builder, tag) => {
        clearToTable(builder);
        builder.insertImplied(COLGROUP);
        builder.enter('inColumnGroup');
        builder.mode.startTag(builder, tag);
      },
    ],
    [
      'tbody tfoot thead',
      (builder, tag) => {
        clearToTable(builder);
        builder.insert(tag);
        builder.enter('inTableBody');
      },
    ],
    [
      'td th tr',
      (builder, tag) => {
        clearToTable(builder);
        builder.insertImplied(TBODY);
        builder.enter('inTableBody');
        builder.mode.startTag(builder, tag);
      },
    ],
    [
      'table',
      (builder, tag) => {
        if (!endTable(builder)) return;
        builder.mode.startTag(builder, tag);
      },
    ],
    ['style script template', headRules],
    [
      'input',
      (builder, tag) => {
        if (isHiddenInput(tag)) builder.insertVoid(tag);
        else startInFront(builder, tag);
      },
    ],
    [
      'form',
      (builder, tag) => {
        if (builder.open.hasTemplate || builder.form !== null) return;
        builder.form = builder.insert(tag);
        builder.open.pop();
      },
    ],
  ],
  startInFront,
);

const inTableEnd = ruleTable<EndRule>(
  [
    ['table', endTable],
    ['body caption col colgroup html tbody td tfoot th thead tr', ignore],
    ['template', headEndRules],
  ],
  (builder, name) => inFront(builder, () => builder.modes.inBody.endTag(builder, name)),
);

/** https://html.spec.whatwg.org/#parsing-main-intable */
export const inTable: InsertionMode = {
  text(builder, text) {
    const { current } = builder.open;
    const template = current !== null && current.namespace === HTML && current.name === TEMPLATE;
    if (current !== null && current.namespace === HTML && ((current.name.html & FOSTERS) !== 0 || template)) {
      builder.pendingTableText = '';
      builder.originalMode = builder.mode;
      builder.enter('inTableText');
      builder.mode.text(builder, text);
    } else {
      textInFront(builder, text);
    }
  },
  startTag: (builder, tag) => applyStart(inTableStart, builder, tag),
  endTag: (builder, name) => applyEnd(inTableEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** What has no place in a table is put in front of it. */
function inFront(builder: TreeBuilder, insert: () => void): void {
  builder.fosterParenting = true;
  insert();
  builder.fosterParenting = false;
}

function startInFront(builder: TreeBuilder, tag: StartTag): void {
  inFront(builder, () => builder.modes.inBody.startTag(builder, tag));
}

function textInFront(builder: TreeBuilder, text: string): void {
  inFront(builder, () => builder.modes.inBody.text(builder, text));
}

/** Ends the table; false if there is none to end. */
function endTable(builder: TreeBuilder): boolean {
  if (!builder.open.hasInTableScope(TABLE)) return false;
  builder.open.popThrough(TABLE);
  builder.resetMode();
  return true;
}

/** https://html.spec.whatwg.org/#parsing-main-intabletext */
export const inTableText: InsertionMode = {
  text(builder, text) {
    builder.pendingTableText += dropNul(text);
  },
  startTag(builder, tag) {
    leaveTableText(builder);
    builder.mode.startTag(builder, tag);
  },
  endTag(builder, name) {
    leaveTableText(builder);
    builder.mode.endTag(builder, name);
  },
  comment(builder, data) {
    leaveTableText(builder);
    builder.mode.comment(builder, data);
  },
  doctype(builder, doctype) {
    leaveTableText(builder);
    builder.mode.doctype(builder, doctype);
  },
  endOfFile(builder) {
    leaveTableText(builder);
    builder.mode.endOfFile(builder);
  },
};

function leaveTableText(builder: TreeBuilder): void {
  const text = builder.pendingTableText;
  builder.pendingTableText = '';
  if (leadingSpace(text) < text.length) textInFront(builder, text);
  else if (text !== '') builder.insertText(text);
  builder.mode = builder.originalMode;
}

const inCaptionStart = ruleTable<StartRule>(
  [
    [
      'caption col colgroup tbody td tfoot th thead tr',
      (builder, tag) => {
        if (endCaption(builder)) builder.mode.startTag(builder, tag);
      },
    ],
  ],
  (builder, tag) => builder.modes.inBody.startTag(builder, tag),
);

const inCaptionEnd = ruleTable<EndRule>(
  [
    ['caption', endCaption],
    [
      'table',
      (builder, name) => {
        if (endCaption(builder)) builder.mode.endTag(builder, name);
      },
    ],
    ['body col colgroup html tbody td tfoot th thead tr', ignore],
  ],
  (builder, name) => builder.modes.inBody.endTag(builder, name),
);

/** https://html.spec.whatwg.org/#parsing-main-incaption */
export const inCaption: InsertionMode = {
  text: (builder, text) => builder.modes.inBody.text(builder, text),
  startTag: (builder, tag) => applyStart(inCaptionStart, builder, tag),
  endTag: (builder, name) => applyEnd(inCaptionEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** Ends the caption; false if there is none to end. */
function endCaption(builder: TreeBuilder): boolean {
  if (!builder.open.hasInTableScope(CAPTION)) return false;
  builder.generateImpliedEndTags();
  builder.open.popThrough(CAPTION);
  builder.formatting.clearToMarker();
  builder.enter('inTable');
  return true;
}

const inColumnGroupStart = ruleTable<StartRule>(
  [
    ['html', (builder, tag) => builder.modes.inBody.startTag(builder, tag)],
    ['col', (builder, tag) => builder.insertVoid(tag)],
    ['template', headRules],
  ],
  (builder, tag) => {
    if (endColumnGroup(builder)) builder.mode.startTag(builder, tag);
  },
);

const inColumnGroupEnd = ruleTable<EndRule>(
  [
    ['colgroup', endColumnGroup],
    ['col', ignore],
    ['template', headEndRules],
  ],
  (builder, name: TagName) => {
    if (endColumnGroup(builder)) builder.mode.endTag(builder, name);
  },
);

/** https://html.spec.whatwg.org/#parsing-main-incolgroup */
export const inColumnGroup: InsertionMode = {
  text(builder, text) {
    const space = leadingSpace(text);
    if (space > 0) builder.insertText(text.slice(0, space));
    if (space === text.length) return;
    const rest = text.slice(space);
    if (endColumnGroup(builder)) {
      builder.mode.text(builder, rest);
      return;
    }
    // Only in a fragment: one character is ignored, the next may be white space again.
    const next = rest.search(/[\t\n\f\r ]/);
    if (next !== -1) builder.mode.text(builder, rest.slice(next));
  },
  startTag: (builder, tag) => applyStart(inColumnGroupStart, builder, tag),
  endTag: (builder, name) => applyEnd(inColumnGroupEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** Ends the column group; false if there is none to end. */
function endColumnGroup(builder: TreeBuilder): boolean {
  if (!builder.currentIs(COLGROUP)) return false;
  builder.open.pop();
  builder.enter('inTable');
  return true;
}
