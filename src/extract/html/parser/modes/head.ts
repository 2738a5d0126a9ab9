/** Within and behind `head`. */
import { knownName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { leadingSpace } from '../characters.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import { RAWTEXT, RCDATA, SCRIPT_DATA, type StartTag } from '../tokens.ts';
import { type InsertionMode, insertComment } from './mode.ts';

const BODY = knownName('body');
const TEMPLATE = knownName('template');

const bodyRules: StartRule = (builder, tag) => builder.modes.inBody.startTag(builder, tag);
const headRules: StartRule = (builder, tag) => builder.modes.inHead.startTag(builder, tag);
const headEndRules: EndRule = (builder, name) => builder.modes.inHead.endTag(builder, name);

function insertVoid(builder: TreeBuilder, tag: StartTag): void {
  builder.insertVoid(tag);
}

const inHeadStart = ruleTable<StartRule>(
  [
    ['html', bodyRules],
    ['base basefont bgsound link meta', insertVoid],
    ['title', (builder, tag) => builder.readText(tag, RCDATA)],
    ['noframes style', (builder, tag) => builder.readText(tag, RAWTEXT)],
    [
      'noscript',
      (builder, tag) => {
        if (builder.scripting) {
          builder.readText(tag, RAWTEXT);
        } else {
          builder.insert(tag);
          builder.enter('inHeadNoscript');
        }
      },
    ],
    ['script', (builder, tag) => builder.readText(tag, SCRIPT_DATA)],
    ['template', startTemplate],
    ['head', ignore],
  ],
  (builder, tag) => {
    leaveHead(builder);
    builder.mode.startTag(builder, tag);
  },
);

const inHeadEnd = ruleTable<EndRule>(
  [
    ['head', leaveHead],
    [
      'body html br',
      (builder, name) => {
        leaveHead(builder);
        builder.mode.endTag(builder, name);
      },
    ],
    ['template', endTemplate],
  ],
  ignore,
);

/** https://html.spec.whatwg.org/#parsing-main-inhead */
export const inHead: InsertionMode = {
  text(builder, text) {
    const space = leadingSpace(text);
    if (space > 0) builder.insertText(text.slice(0, space));
    if (space === text.length) return;
    leaveHead(builder);
    builder.mode.text(builder, text.slice(space));
  },
  startTag: (builder, tag) => applyStart(inHeadStart, builder, tag),
  endTag: (builder, name) => applyEnd(inHeadEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile(builder) {
    leaveHead(builder);
    builder.mode.endOfFile(builder);
  },
};

function leaveHead(builder: TreeBuilder): void {
  builder.open.pop();
  builder.enter('afterHead');
}

function startTemplate(builder: TreeBuilder, tag: StartTag): void {
  builder.insert(tag);
  builder.formatting.insertMarker();
  builder.framesetOk = false;
  builder.enter('inTemplate');
  builder.templateModes.push(builder.modes.inTemplate);
}

function endTemplate(builder: TreeBuilder): void {
  if (!builder.open.hasTemplate) return;
  builder.generateAllImpliedEndTags();
  builder.open.popThrough(TEMPLATE);
  builder.formatting.clearToMarker();
  builder.templateModes.pop();
  builder.resetMode();
}

const inHeadNoscriptStart = ruleTable<StartRule>(
  [
    ['html', bodyRules],
    ['basefont bgsound link meta noframes style', headRules],
    ['head noscript', ignore],
  ],
  (builder, tag) => {
    leaveNoscript(builder);
    builder.mode.startTag(builder, tag);
  },
);

const inHeadNoscriptEnd = ruleTable<EndRule>(
  [
    ['noscript', leaveNoscript],
    [
      'br',
      (builder, name) => {
        leaveNoscript(builder);
        builder.mode.endTag(builder, name);
      },
    ],
  ],
  ignore,
);

/** https://html.spec.whatwg.org/#parsing-main-inheadnoscript */
export const inHeadNoscript: InsertionMode = {
  text(builder, text) {
    const space = leadingSpace(text);
    if (space > 0) builder.insertText(text.slice(0, space));
    if (space === text.length) return;
    leaveNoscript(builder);
    builder.mode.text(builder, text.slice(space));
  },
  startTag: (builder, tag) => applyStart(inHeadNoscriptStart, builder, tag),
  endTag: (builder, name) => applyEnd(inHeadNoscriptEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile(builder) {
    leaveNoscript(builder);
    builder.mode.endOfFile(builder);
  },
};

function leaveNoscript(builder: TreeBuilder): void {
  builder.open.pop();
  builder.enter('inHead');
}

const afterHeadStart = ruleTable<StartRule>(
  [
    ['html', bodyRules],
    [
      'body',
      (builder, tag) => {
        builder.insert(tag);
        builder.framesetOk = false;
        builder.enter('inBody');
      },
    ],
    [
      'frameset',
      (builder, tag) => {
        builder.insert(tag);
        builder.enter('inFrameset');
      },
    ],
    ['base basefont bgsound link meta noframes script style template title', insertIntoHead],
    ['head', ignore],
  ],
  (builder, tag) => {
    insertBody(builder);
    builder.mode.startTag(builder, tag);
  },
);

const afterHeadEnd = ruleTable<EndRule>(
  [
    ['template', headEndRules],
    [
      'body html br',
      (builder, name) => {
        insertBody(builder);
        builder.mode.endTag(builder, name);
      },
    ],
  ],
  ignore,
);

/** https://html.spec.whatwg.org/#the-after-head-insertion-mode */
export const afterHead: InsertionMode = {
  text(builder, text) {
    const space = leadingSpace(text);
    if (space > 0) builder.insertText(text.slice(0, space));
    if (space === text.length) return;
    insertBody(builder);
    builder.mode.text(builder, text.slice(space));
  },
  startTag: (builder, tag) => applyStart(afterHeadStart, builder, tag),
  endTag: (builder, name) => applyEnd(afterHeadEnd, builder, name),
  comment: insertComment,
  doctype: ignore,
  endOfFile(builder) {
    insertBody(builder);
    builder.mode.endOfFile(builder);
  },
};

/** What belongs into the head still goes there when it comes behind it. */
function insertIntoHead(builder: TreeBuilder, tag: StartTag): void {
  const { head } = builder;
  if (head === null) return;
  builder.open.push(head);
  headRules(builder, tag);
  builder.open.remove(head);
}

function insertBody(builder: TreeBuilder): void {
  builder.insertImplied(BODY);
  builder.enter('inBody');
}
