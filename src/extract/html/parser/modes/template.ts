/** Within `template`: its content may be part of a table (https://html.spec.whatwg.org/#parsing-main-intemplate). */
import { knownName } from '../../names.ts';
import type { TreeBuilder } from '../builder.ts';
import { applyEnd, applyStart, type EndRule, ignore, ruleTable, type StartRule } from '../rules.ts';
import type { StartTag } from '../tokens.ts';
import type { ModeName } from './index.ts';
import type { InsertionMode } from './mode.ts';

const TEMPLATE = knownName('template');

function continueIn(mode: ModeName): StartRule {
  return (builder: TreeBuilder, tag: StartTag) => {
    builder.templateModes.pop();
    builder.templateModes.push(builder.modes[mode]);
    builder.enter(mode);
    builder.mode.startTag(builder, tag);
  };
}

const inTemplateStart = ruleTable<StartRule>(
  [
    [
      'base basefont bgsound link meta noframes script style template title',
      (builder, tag) => builder.modes.inHead.startTag(builder, tag),
    ],
    ['caption colgroup tbody tfoot thead', continueIn('inTable')],
    ['col', continueIn('inColumnGroup')],
    ['tr', continueIn('inTableBody')],
    ['td th', continueIn('inRow')],
  ],
  continueIn('inBody'),
);

const inTemplateEnd = ruleTable<EndRule>(
  [['template', (builder, name) => builder.modes.inHead.endTag(builder, name)]],
  ignore,
);

export const inTemplate: InsertionMode = {
  text: (builder, text) => builder.modes.inBody.text(builder, text),
  startTag: (builder, tag) => applyStart(inTemplateStart, builder, tag),
  endTag: (builder, name) => applyEnd(inTemplateEnd, builder, name),
  comment: (builder, data) => builder.modes.inBody.comment(builder, data),
  doctype: ignore,
  endOfFile(builder) {
    if (!builder.open.hasTemplate) return;
    // In a loop, not through the mode that comes out: templates may be nested without bound.
    while (builder.open.hasTemplate) {
      builder.open.popThrough(TEMPLATE);
      builder.formatting.clearToMarker();
      builder.templateModes.pop();
    }
    builder.resetMode();
    builder.mode.endOfFile(builder);
  },
};
