/**
 * Within `select`, as the standard had it until 2025: only options and groups count. Browsers now let
 * other elements in; jsdom and parse5, which this tree is held against, do not yet.
 */
import { knownName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { dropNul } from '../characters.ts';
import { isHtmlElement } from '../open-elements.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const OPTGROUP = knownName('optgroup');
const OPTION = knownName('option');
const SELECT = knownName('select');

const headRules: StartRule = (builder, tag) => builder.modes.inHead.startTag(builder, tag);

const inSelectStart = ruleTable<StartRule>(
  [
    ['html', (builder, tag) => builder.modes.inBody.startTag(builder, tag)],
    [
      'option',
      (builder, tag) => {
        if (builder.currentIs(OPTION)) builder.open.pop();
        builder.insert(tag);
      },
    ],
    [
      'optgroup',
      (builder, tag) => {
        closeGroup(builder);
        builder.insert(tag);
      },
    ],
    [
      'hr',
      (builder, tag) => {
        closeGroup(builder);
        builder.insertVoid(tag);
      },
    ],
    ['select', endSelect],
    [
      'input keygen textarea',
      (builder, tag) => {
        if (endSelect(builder)) builder.mode.startTag(builder, tag);
      },
    ],
    ['script template', headRules],
  ],
  ignore,
);

const inSelectEnd = ruleTable<EndRule>(
  [
    [
      'optgroup',
      (builder) => {
        const { items } = builder.open;
        const above = items[items.length - 2];
        if (builder.currentIs(OPTION) && above !== undefined && isHtmlElement(above, OPTGROUP))
          builder.open.pop();
        if (builder.currentIs(OPTGROUP)) builder.open.pop();
      },
    ],
    [
      'option',
      (builder) => {
        if (builder.currentIs(OPTION)) builder.open.pop();
      },
    ],
    ['select', endSelect],
    ['template', (builder, name) => builder.modes.inHead.endTag(builder, name)],
  ],
  ignore,
);

export const inSelect: InsertionMode = {
  text(builder, text) {
    const data = dropNul(text);
    if (data !== '') builder.insertText(data);
  },
  startTag: (builder, tag) => applyStart(inSelectStart, builder, tag),
  endTag: (builder, name) => applyEnd(inSelectEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: (builder) => builder.modes.inBody.endOfFile(builder),
};

/** Closes the option and the group that are open. */
function closeGroup(builder: TreeBuilder): void {
  if (builder.currentIs(OPTION)) builder.open.pop();
  if (builder.currentIs(OPTGROUP)) builder.open.pop();
}

/** Ends the select; false if there is none to end. */
function endSelect(builder: TreeBuilder): boolean {
  if (!builder.open.hasInSelectScope(SELECT)) return false;
  leaveSelect(builder);
  return true;
}

function leaveSelect(builder: TreeBuilder): void {
  builder.open.popThrough(SELECT);
  builder.resetMode();
}

const inSelectInTableStart = ruleTable<StartRule>(
  [
    [
      'caption table tbody tfoot thead tr td th',
      (builder, tag) => {
        leaveSelect(builder);
        builder.mode.startTag(builder, tag);
      },
    ],
  ],
  (builder, tag) => inSelect.startTag(builder, tag),
);

const inSelectInTableEnd = ruleTable<EndRule>(
  [
    [
      'caption table tbody tfoot thead tr td th',
      (builder, name) => {
        if (!builder.open.hasInTableScope(name)) return;
        leaveSelect(builder);
        builder.mode.endTag(builder, name);
      },
    ],
  ],
  (builder, name) => inSelect.endTag(builder, name),
);

export const inSelectInTable: InsertionMode = {
  ...inSelect,
  startTag: (builder, tag) => applyStart(inSelectInTableStart, builder, tag),
  endTag: (builder, name) => applyEnd(inSelectInTableEnd, builder, name),
};
