/** Within `body`: what end tags do (https://html.spec.whatwg.org/#parsing-main-inbody). */
import { NO_ATTRIBUTES } from '../../attributes.ts';
import { knownName, type TagName } from '../../names.ts';
import { runAdoptionAgency } from '../adoption.ts';
import type { TreeBuilder } from '../builder.ts';
import { isHtmlElement, isSpecial } from '../open-elements.ts';
import { type EndRule, ruleTable } from '../rules.ts';

const BODY = knownName('body');
const FORM = knownName('form');
const LI = knownName('li');
const P = knownName('p');

/** The rules for end tags; `body.ts` makes a mode of them. */
export const inBodyEnd = ruleTable<EndRule>(
  [
    ['template', (builder, name) => builder.modes.inHead.endTag(builder, name)],
    ['body', endBody],
    ['html', endHtml],
    [
      'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer ' +
        'header hgroup listing main menu nav ol pre search section summary ul',
      endBlock,
    ],
    ['form', endForm],
    ['p', endParagraph],
    ['li', endListItem],
    ['dd dt', endDefinition],
    ['h1 h2 h3 h4 h5 h6', endHeading],
    ['a b big code em font i nobr s small strike strong tt u', endFormatting],
    ['applet marquee object', endMarked],
    ['br', endBreak],
  ],
  endAny,
);

function endBody(builder: TreeBuilder): void {
  if (builder.open.hasInScope(BODY)) builder.enter('afterBody');
}

function endHtml(builder: TreeBuilder, name: TagName): void {
  if (!builder.open.hasInScope(BODY)) return;
  builder.enter('afterBody');
  builder.mode.endTag(builder, name);
}

function endBlock(builder: TreeBuilder, name: TagName): void {
  if (!builder.open.hasInScope(name)) return;
  builder.generateImpliedEndTags();
  builder.open.popThrough(name);
}

/** A form is taken off the stack wherever it stands there; what is open within it stays open. */
function endForm(builder: TreeBuilder): void {
  if (builder.open.hasTemplate) {
    if (builder.open.hasInScope(FORM)) {
      builder.generateImpliedEndTags();
      builder.open.popThrough(FORM);
    }
    return;
  }
  const { form } = builder;
  builder.form = null;
  if (form === null || !builder.open.isInScope(form)) return;
  builder.generateImpliedEndTags();
  builder.open.remove(form);
}

function endParagraph(builder: TreeBuilder): void {
  if (!builder.open.hasParagraphInButtonScope) builder.insertImplied(P);
  builder.closeParagraph();
}

function endListItem(builder: TreeBuilder): void {
  if (!builder.open.hasInListItemScope(LI)) return;
  builder.generateImpliedEndTags(LI);
  builder.open.popThrough(LI);
}

function endDefinition(builder: TreeBuilder, name: TagName): void {
  if (!builder.open.hasInScope(name)) return;
  builder.generateImpliedEndTags(name);
  builder.open.popThrough(name);
}

/** Any heading's end tag ends any heading. */
function endHeading(builder: TreeBuilder): void {
  if (!builder.open.hasHeadingInScope()) return;
  builder.generateImpliedEndTags();
  builder.open.popThroughHeading();
}

function endFormatting(builder: TreeBuilder, name: TagName): void {
  if (!runAdoptionAgency(builder, name)) endAny(builder, name);
}

function endMarked(builder: TreeBuilder, name: TagName): void {
  if (!builder.open.hasInScope(name)) return;
  builder.generateImpliedEndTags();
  builder.open.popThrough(name);
  builder.formatting.clearToMarker();
}

/** `</br>` has always meant `<br>`. */
function endBreak(builder: TreeBuilder, name: TagName): void {
  builder.reconstructFormatting();
  builder.insertVoid({ name, attributes: NO_ATTRIBUTES, selfClosing: false });
  builder.framesetOk = false;
}

/** "Any other end tag": closes the nearest element of the name, unless a special element is open within it. */
export function endAny(builder: TreeBuilder, name: TagName): void {
  const { open } = builder;
  let i = open.length - 1;
  for (; i >= 0; i -= 1) {
    const node = open.items[i];
    if (node === undefined) break;
    if (isHtmlElement(node, name)) {
      builder.generateImpliedEndTags(name);
      open.popThroughElement(node);
      return;
    }
    if (isSpecial(node)) break;
  }
  open.spend(open.length - i);
}
