/** Within and behind a frameset: no text but white space. */
import { knownName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const FRAMESET = knownName('frameset');

const bodyRules: StartRule = (builder, tag) => builder.modes.inBody.startTag(builder, tag);
const headRules: StartRule = (builder, tag) => builder.modes.inHead.startTag(builder, tag);

function insertSpace(builder: TreeBuilder, text: string): void {
  const space = text.replace(/[^\t\n\f\r ]+/g, '');
  if (space !== '') builder.insertText(space);
}

const inFramesetStart = ruleTable<StartRule>(
  [
    ['html', bodyRules],
    ['frameset', (builder, tag) => void builder.insert(tag)],
    ['frame', (builder, tag) => builder.insertVoid(tag)],
    ['noframes', headRules],
  ],
  ignore,
);

const inFramesetEnd = ruleTable<EndRule>(
  [
    [
      'frameset',
      (builder) => {
        if (builder.open.length === 1) return;
        builder.open.pop();
        if (builder.context === null && !builder.currentIs(FRAMESET)) builder.enter('afterFrameset');
      },
    ],
  ],
  ignore,
);

/** https://html.spec.whatwg.org/#parsing-main-inframeset */
export const inFrameset: InsertionMode = {
  text: insertSpace,
  startTag: (builder, tag) => applyStart(inFramesetStart, builder, tag),
  endTag: (builder, name) => applyEnd(inFramesetEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: ignore,
};

const afterFramesetStart = ruleTable<StartRule>(
  [
    ['html', bodyRules],
    ['noframes', headRules],
  ],
  ignore,
);

const afterFramesetEnd = ruleTable<EndRule>(
  [['html', (builder) => builder.enter('afterAfterFrameset')]],
  ignore,
);

/** https://html.spec.whatwg.org/#parsing-main-afterframeset */
export const afterFrameset: InsertionMode = {
  text: insertSpace,
  startTag: (builder, tag) => applyStart(afterFramesetStart, builder, tag),
  endTag: (builder, name) => applyEnd(afterFramesetEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile: ignore,
};

/** https://html.spec.whatwg.org/#the-after-after-frameset-insertion-mode */
export const afterAfterFrameset: InsertionMode = {
  text(builder, text) {
    const space = text.replace(/[^\t\n\f\r ]+/g, '');
    if (space !== '') builder.modes.inBody.text(builder, space);
  },
  startTag: (builder, tag) => applyStart(afterFramesetStart, builder, tag),
  endTag: ignore,
  comment: (builder, data) => builder.appendComment(builder.document, data),
  doctype: ignore,
  endOfFile: ignore,
};
