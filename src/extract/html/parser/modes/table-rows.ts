/** Within table bodies, rows and cells. */
import { knownName, type TagName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const HTML_NAME = knownName('html');
const TBODY = knownName('tbody');
const TD = knownName('td');
const TEMPLATE = knownName('template');
const TFOOT = knownName('tfoot');
const TH = knownName('th');
const THEAD = knownName('thead');
const TR = knownName('tr');

function clearToTableBody(builder: TreeBuilder): void {
  builder.open.popTo(TBODY, TFOOT, THEAD, TEMPLATE, HTML_NAME);
}

function clearToRow(builder: TreeBuilder): void {
  builder.open.popTo(TR, TEMPLATE, HTML_NAME);
}

const inTableBodyStart = ruleTable<StartRule>(
  [
    [
      'tr',
      (builder, tag) => {
        clearToTableBody(builder);
        builder.insert(tag);
        builder.enter('inRow');
      },
    ],
    [
      'th td',
      (builder, tag) => {
        clearToTableBody(builder);
        builder.insertImplied(TR);
        builder.enter('inRow');
        builder.mode.startTag(builder, tag);
      },
    ],
    [
      'caption col colgroup tbody tfoot thead',
      (builder, tag) => {
        if (endTableBody(builder)) builder.mode.startTag(builder, tag);
      },
    ],
  ],
  (builder, tag) => builder.modes.inTable.startTag(builder, tag),
);

const inTableBodyEnd = ruleTable<EndRule>(
  [
    [
      'tbody tfoot thead',
      (builder, name) => {
        if (builder.open.hasInTableScope(name)) leaveTableBody(builder);
      },
    ],
    [
      'table',
      (builder, name) => {
        if (endTableBody(builder)) builder.mode.endTag(builder, name);
      },
    ],
    ['body caption col colgroup html td th tr', ignore],
  ],
  (builder, name) => builder.modes.inTable.endTag(builder, name),
);

/** https://html.spec.whatwg.org/#parsing-main-intbody */
export const inTableBody: InsertionMode = {
  text: (builder, text) => builder.modes.inTable.text(builder, text),
  startTag: (builder, tag) => applyStart(inTableBodyStart, builder, tag),
  endTag: (builder, name) => applyEnd(inTableBodyEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** Ends whatever table body is open; false if none is. */
function endTableBody(builder: TreeBuilder): boolean {
  if (!builder.open.hasInTableScope(TBODY, THEAD, TFOOT)) return false;
  leaveTableBody(builder);
  return true;
}

function leaveTableBody(builder: TreeBuilder): void {
  clearToTableBody(builder);
  builder.open.pop();
  builder.enter('inTable');
}

const inRowStart = ruleTable<StartRule>(
  [
    [
      'th td',
      (builder, tag) => {
        clearToRow(builder);
        builder.insert(tag);
        builder.enter('inCell');
        builder.formatting.insertMarker();
      },
    ],
    [
      'caption col colgroup tbody tfoot thead tr',
      (builder, tag) => {
        if (endRow(builder)) builder.mode.startTag(builder, tag);
      },
    ],
  ],
  (builder, tag) => builder.modes.inTable.startTag(builder, tag),
);

const inRowEnd = ruleTable<EndRule>(
  [
    ['tr', endRow],
    [
      'table',
      (builder, name) => {
        if (endRow(builder)) builder.mode.endTag(builder, name);
      },
    ],
    [
      'tbody tfoot thead',
      (builder, name) => {
        if (builder.open.hasInTableScope(name) && endRow(builder)) builder.mode.endTag(builder, name);
      },
    ],
    ['body caption col colgroup html td th', ignore],
  ],
  (builder, name) => builder.modes.inTable.endTag(builder, name),
);

/** https://html.spec.whatwg.org/#parsing-main-intr */
export const inRow: InsertionMode = {
  text: (builder, text) => builder.modes.inTable.text(builder, text),
  startTag: (builder, tag) => applyStart(inRowStart, builder, tag),
  endTag: (builder, name) => applyEnd(inRowEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** Ends the row; false if there is none to end. */
function endRow(builder: TreeBuilder): boolean {
  if (!builder.open.hasInTableScope(TR)) return false;
  clearToRow(builder);
  builder.open.pop();
  builder.enter('inTableBody');
  return true;
}

const inCellStart = ruleTable<StartRule>(
  [
    [
      'caption col colgroup tbody td tfoot th thead tr',
      (builder, tag) => {
        if (!builder.open.hasInTableScope(TD, TH)) return;
        closeCell(builder);
        builder.mode.startTag(builder, tag);
      },
    ],
  ],
  (builder, tag) => builder.modes.inBody.startTag(builder, tag),
);

const inCellEnd = ruleTable<EndRule>(
  [
    ['td th', endCell],
    ['body caption col colgroup html', ignore],
    [
      'table tbody tfoot thead tr',
      (builder, name) => {
        if (!builder.open.hasInTableScope(name)) return;
        closeCell(builder);
        builder.mode.endTag(builder, name);
      },
    ],
  ],
  (builder, name) => builder.modes.inBody.endTag(builder, name),
);

/** https://html.spec.whatwg.org/#parsing-main-intd */
export const inCell: InsertionMode = {
  text: (builder, text) => builder.modes.inBody.text(builder, text),
  startTag: (builder, tag) => applyStart(inCellStart, builder, tag),
  endTag: (builder, name) => applyEnd(inCellEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

function endCell(builder: TreeBuilder, name: TagName): void {
  if (!builder.open.hasInTableScope(name)) return;
  builder.generateImpliedEndTags();
  builder.open.popThrough(name);
  leaveCell(builder);
}

/** https://html.spec.whatwg.org/#close-the-cell */
function closeCell(builder: TreeBuilder): void {
  builder.generateImpliedEndTags();
  builder.open.popThrough(TD, TH);
  leaveCell(builder);
}

function leaveCell(builder: TreeBuilder): void {
  builder.formatting.clearToMarker();
  builder.enter('inRow');
}
